"""Whether every byte of an archive is as it was when it came in."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from habeas.archive.entry import BEGINNING, Entry
from habeas.archive.layout import Layout
from habeas.archive.log import Head, read_head, refuse_break
from habeas.vocabulary import EvidenceError


@dataclass(frozen=True)
class Finding:
    """What is not as it was: ``place``, a path within the archive, and ``problem``."""

    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.place} {self.problem}."


def findings(
    layout: Layout, watch: Callable[[list[str]], Iterable[str]], noted_head: str = ""
) -> Iterator[Finding]:
    """Go through everything that is not as it was when it came in."""
    entries, broken = _entries(layout)
    yield from broken
    yield from _head_findings(layout, entries)
    if noted_head and noted_head not in {BEGINNING, *(entry.hash for entry in entries)}:
        yield Finding(layout.log.name, f"does not hold the entry {noted_head} that was noted down")
    sizes = {entry.sha256: entry.size for entry in entries}
    yield from _strays(layout, set(sizes))
    for sha256 in watch(sorted(sizes)):
        if problem := _object_problem(layout.object(sha256), sha256, sizes[sha256]):
            yield Finding(f"objects/{sha256[:2]}/{sha256}", problem)


def _entries(layout: Layout) -> tuple[list[Entry], list[Finding]]:
    """Return every entry that can be read, and every line at which the chain breaks."""
    raw = layout.log.read_bytes() if layout.log.is_file() else b""
    entries: list[Entry] = []
    broken: list[Finding] = []
    expected, previous = 1, BEGINNING
    for number, line in enumerate(raw.split(b"\n")[:-1], 1):
        place = f"{layout.log.name}, line {number},"
        try:
            entry = Entry.read(line + b"\n")
        except EvidenceError as error:
            broken.append(Finding(place, str(error)))
            expected, previous = expected + 1, ""
            continue
        try:
            refuse_break(entry, expected, previous or entry.previous)
        except EvidenceError as error:
            broken.append(Finding(place, str(error)))
        # After a break the chain is taken up again, so that each break is told once.
        entries.append(entry)
        expected, previous = entry.number + 1, entry.hash
    if raw and not raw.endswith(b"\n"):
        broken.append(Finding(layout.log.name, "ends in the middle of a line"))
    return entries, broken


def _head_findings(layout: Layout, entries: list[Entry]) -> Iterator[Finding]:
    try:
        head = read_head(layout)
    except (EvidenceError, OSError) as error:
        yield Finding(layout.head.name, str(error))
        return
    if entries and not layout.head.exists():
        yield Finding(layout.head.name, "is missing")
    elif len(entries) < head.entries:
        missing = head.entries - len(entries)
        yield Finding(layout.log.name, f"lacks {missing} of {head.entries} entries")
    elif len(entries) > head.entries:
        more = len(entries) - head.entries
        yield Finding(layout.log.name, f"has {more} more entries than were ever confirmed")
    elif Head.of(entries) != head:
        yield Finding(layout.log.name, "does not end with the entry that was confirmed last")


def _strays(layout: Layout, known: set[str]) -> Iterator[Finding]:
    """Go through files and folders that no import puts where they are."""
    files = {layout.log, layout.head, layout.lock}
    folders = {layout.objects, layout.incoming}
    folders |= {layout.objects / f"{number:02x}" for number in range(256)}
    waiting = [layout.root] if layout.root.is_dir() else []
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            place = str(path.relative_to(layout.root))
            mode = path.lstat().st_mode
            if path in folders and stat.S_ISDIR(mode):
                waiting.append(path)
            elif not stat.S_ISREG(mode):
                yield Finding(place, "is not a file of the archive")
            elif path == layout.lock and path.stat().st_size:
                yield Finding(place, "holds something, and must be empty")
            elif path not in files and not (
                path.name in known and layout.object(path.name) == path
            ):
                yield Finding(place, "was added by no import")


def _object_problem(path: Path, sha256: str, size: int) -> str:
    try:
        if path.is_symlink() or not path.is_file():
            return "is missing"
        if path.stat().st_size != size:
            return f"has {path.stat().st_size} bytes instead of {size}"
        with path.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    return "" if digest == sha256 else "was changed: its bytes have another SHA-256"
