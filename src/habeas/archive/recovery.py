"""What an interrupted import left is finished, where its entry was written, or else taken back.

A document comes in by these steps: its bytes into ``incoming``; its entry to the end of the log;
the head; from ``incoming`` to ``objects``. The whole entry in the log decides. Anything that these
steps cannot have left behind is damage: it is not touched, and verification reports it.
"""

from __future__ import annotations

from hashlib import sha256 as hash_of

from habeas.archive.durable_steps import cut, make_folder, remove, rename
from habeas.archive.layout import SHA256, Layout
from habeas.archive.log import Log, read_head, read_log, write_head
from habeas.vocabulary import EvidenceError


def recover(layout: Layout) -> tuple[Log, list[str]]:
    """Repair what an interrupted import left; return the log and what was done, in sentences.

    Call it while holding the lock. Raises EvidenceError where the log is damaged in a way that no
    interruption explains.
    """
    log, head, done = read_log(layout), read_head(layout), []
    confirmed = log.entries[: head.entries]
    if len(confirmed) < head.entries or log.head.of(confirmed) != head or log.broken:
        raise EvidenceError(
            f"The log of {layout.root} is damaged. Run “habeas archive verify” on it; "
            "nothing can be added until it is restored from a copy."
        )
    if not log.entries and any(layout.objects.glob("*/*")):
        raise EvidenceError(f"The log of {layout.root} is gone. Restore it from a copy.")
    if log.rest:
        log = _take_back(layout, log)
        done.append("the last line of the log was torn by an interruption and was taken back")
    for entry in log.entries[head.entries :]:
        if not _came_whole(layout, entry.sha256):
            raise EvidenceError(f"Entry {entry.number} of the log was added by nobody known.")
        done.append(f"entry {entry.number} had been written but not confirmed; it is now")
    if log.head != head:
        write_head(layout, log.head)
    return log, done + _empty_incoming(layout, {entry.sha256 for entry in log.entries})


def settle(layout: Layout, sha256: str) -> None:
    """Move a document that came in, and whose entry stands, to where it stays."""
    make_folder(layout.object(sha256).parent)
    rename(layout.arriving(sha256), layout.object(sha256))


def _take_back(layout: Layout, log: Log) -> Log:
    """Cut a torn line off the log, if it is the beginning of the entry that was to follow."""
    start = b'{"number":%d,"sha256":"' % (len(log.entries) + 1)
    torn = log.rest[: len(start)] == start[: len(log.rest)]
    if not torn or not any(layout.incoming.glob("*")):
        raise EvidenceError(f"The log of {layout.root} ends with bytes that are no entry.")
    cut(layout.log, log.size)
    return Log(log.entries, log.size, b"")


def _came_whole(layout: Layout, sha256: str) -> bool:
    path = layout.arriving(sha256)
    return path.is_file() and hash_of(path.read_bytes()).hexdigest() == sha256


def _empty_incoming(layout: Layout, known: set[str]) -> list[str]:
    done = []
    arrived = sorted(layout.incoming.iterdir()) if layout.incoming.is_dir() else []
    for path in arrived:
        if path.name in known and _came_whole(layout, path.name):
            settle(layout, path.name)
            done.append(f"document {path.name} had come in; it was put in its place")
        elif SHA256.fullmatch(path.name) or path.name == "head":
            remove(path)
            done.append(f"{path.name}, whose import had not come to its entry, was taken back")
    return done
