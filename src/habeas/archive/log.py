"""Reading the log, and whether its chain holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.archive.durable_steps import rename, sync_folder, write_file
from habeas.archive.entry import BEGINNING, Entry
from habeas.archive.layout import Layout
from habeas.vocabulary import EvidenceError


@dataclass(frozen=True)
class Head:
    """The state that was confirmed last: how many entries, and the hash of the last."""

    entries: int = 0
    hash: str = BEGINNING

    @property
    def content(self) -> bytes:
        """The head as its file holds it."""
        return b'{"entries":%d,"hash":"%s"}\n' % (self.entries, self.hash.encode())

    @classmethod
    def of(cls, entries: list[Entry]) -> Head:
        """Return the head of these entries."""
        return cls(len(entries), entries[-1].hash) if entries else cls()


@dataclass(frozen=True)
class Log:
    """The log as far as its chain holds.

    entries: whole and chained. size: the bytes that they take. rest: whatever follows, b"" where
    all is well. broken: what is wrong with the line that ``rest`` begins with, "" where it is
    only torn.
    """

    entries: list[Entry]
    size: int
    rest: bytes
    broken: str = ""

    @property
    def head(self) -> Head:
        """The head that these entries ought to have."""
        return Head.of(self.entries)


def read_log(layout: Layout) -> Log:
    """Read the log as far as its chain holds."""
    raw = layout.log.read_bytes() if layout.log.exists() else b""
    entries: list[Entry] = []
    size, previous = 0, BEGINNING
    for line in _lines(raw):
        if not line.endswith(b"\n"):
            return Log(entries, size, raw[size:])
        try:
            entry = Entry.read(line)
            refuse_break(entry, len(entries) + 1, previous)
        except EvidenceError as error:
            return Log(entries, size, raw[size:], str(error))
        entries.append(entry)
        size += len(line)
        previous = entry.hash
    return Log(entries, size, b"")


def refuse_break(entry: Entry, number: int, previous: str) -> None:
    """Raise EvidenceError unless the entry is the one that must follow."""
    if entry.number != number:
        raise EvidenceError(f"is entry {entry.number} where entry {number} must stand")
    if entry.previous != previous:
        raise EvidenceError("does not name the hash of the entry before it")


def read_head(layout: Layout) -> Head:
    """Read the head. Raises EvidenceError where it is not one, byte for byte."""
    if not layout.head.exists():
        return Head()
    raw = layout.head.read_bytes()
    try:
        head = Head(**json.loads(raw))
        intact = head.content == raw
    except (ValueError, TypeError, AttributeError, RecursionError):
        intact = False
    if not intact:
        raise EvidenceError("is not the head of a log")
    return head


def write_head(layout: Layout, head: Head) -> None:
    """Replace the head as a whole."""
    unfinished = layout.incoming / "head"
    write_file(unfinished, head.content, 0o644)
    rename(unfinished, layout.head)
    sync_folder(layout.root)


def _lines(raw: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(raw):
        end = raw.find(b"\n", start) + 1 or len(raw)
        yield raw[start:end]
        start = end
