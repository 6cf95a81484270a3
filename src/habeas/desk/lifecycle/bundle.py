"""The file of a backup: a tar, packed with gzip, which is written and read as a stream.

Format 2: what it says of itself, the public pages, the rows in pieces of JSON lines, the evidence,
and at the end how much came before, without which the file is not whole. Format 1, of versions
before: what it says of itself, all rows in one piece of JSON, the evidence, the public pages.
"""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Self

from habeas.vocabulary import InputError

MARK = "habeas-backup.json"
END = "habeas-backup-end.json"
OLD_ROWS = "store.json"
FORMAT = 2
READABLE = (1, 2)
BROKEN = (tarfile.TarError, ValueError, EOFError, gzip.BadGzipFile, zlib.error)
"""What reading a file raises that is no backup, or a damaged one."""

FOLDERS = ("archive", "published")
"""What is put back as it lay in the store."""


@dataclass(frozen=True)
class About:
    """What a backup says of itself.

    habeas: the version that wrote it. at: when, ISO 8601 in UTC. activity_head: the hash of the
    last entry of the store's log. evidence: how many entries of the archive's log it holds.
    rows_sha256: of the rows of format 1; those of format 2 are summed at the end of the file.
    """

    habeas: str
    at: str
    activity_head: str
    evidence: int = 0
    format: int = FORMAT
    rows_sha256: str = ""

    @classmethod
    def read(cls, content: bytes) -> Self:
        """Read what a backup says of itself. Raises ValueError where it is not that."""
        told = json.loads(content)
        if not isinstance(told, dict) or told.get("format") not in READABLE:
            raise ValueError("is of no format that is known")
        try:
            return cls(**told)
        except TypeError as error:
            raise ValueError(str(error)) from None


class BundleWriter:
    """Writes a backup piece by piece; nothing of it is held in memory or on another disk."""

    def __init__(self, stream: IO[bytes], about: About) -> None:
        self._packed = gzip.GzipFile(fileobj=stream, mode="wb", compresslevel=6, mtime=0)
        self._tar = tarfile.open(  # noqa: SIM115  (closed by ``end``)
            fileobj=self._packed, mode="w|", format=tarfile.PAX_FORMAT
        )
        self._rows, self._pieces = sha256(), 0
        self.add(MARK, json.dumps(asdict(about), indent=1).encode())

    def add(self, name: str, content: bytes, mode: int = 0o644) -> None:
        """Add a file of these bytes."""
        member = tarfile.TarInfo(name)
        member.size, member.mode = len(content), mode
        self._tar.addfile(member, io.BytesIO(content))

    def add_file(self, name: str, source: Path) -> None:
        """Add a file of the disk, whose owner and times are nobody's business."""
        with source.open("rb") as content:
            member = tarfile.TarInfo(name)
            member.size = source.stat().st_size
            member.mode = source.stat().st_mode & 0o777
            self._tar.addfile(member, content)

    def add_rows(self, lines: str) -> None:
        """Add a piece of rows, a JSON object a line."""
        content = lines.encode()
        self._rows.update(content)
        self._pieces += 1
        self.add(f"rows/{self._pieces:06}.jsonl", content, 0o600)

    def end(self) -> None:
        """Write the end."""
        told = {"pieces": self._pieces, "rows_sha256": self._rows.hexdigest()}
        self.add(END, json.dumps(told).encode())
        self._tar.close()
        self._packed.close()


@dataclass(frozen=True)
class Rows:
    """A piece of rows: ``kind`` is how they are written (json, jsonl)."""

    kind: str
    content: bytes


class BundleReader:
    """Reads a backup from its beginning to its end, once.

    Raises InputError, naming ``source``, where the file is no backup; then ``pieces`` does where
    it is damaged.
    """

    def __init__(self, stream: IO[bytes], source: Path) -> None:
        self._source = source
        self._packed = gzip.GzipFile(fileobj=stream, mode="rb")
        self._rows, self._pieces = sha256(), 0
        try:
            self._tar = tarfile.open(fileobj=self._packed, mode="r|")  # noqa: SIM115
            first = self._tar.next()
            held = self._tar.extractfile(first) if first and first.name == MARK else None
            self.about = About.read(held.read(100_000) if held else b"")
        except BROKEN:
            raise not_a_backup(source) from None

    def pieces(self, folder: Path) -> Iterator[Rows]:
        """Go through the rows; evidence and public pages are put into ``folder`` on the way."""
        try:
            yield from self._read(folder)
        except BROKEN as error:
            raise damaged(self._source, str(error) or type(error).__name__) from None

    def _read(self, folder: Path) -> Iterator[Rows]:
        end: dict[str, Any] | None = None
        while member := self._tar.next():
            if member.name.split("/", 1)[0] in FOLDERS:
                self._tar.extract(member, folder, filter="data")
                continue
            held = self._tar.extractfile(member)
            content = held.read() if held else b""
            if member.name == END:
                end = json.loads(content)
            elif member.name == OLD_ROWS or member.name.startswith("rows/"):
                self._rows.update(content)
                self._pieces += 1
                yield Rows("json" if member.name == OLD_ROWS else "jsonl", content)
            else:
                raise ValueError(f"it holds {member.name}, which is no part of a backup")
        while self._packed.read(1 << 20):  # to the end, where its checksum stands
            pass
        self._refuse_incomplete(end)

    def _refuse_incomplete(self, end: dict[str, Any] | None) -> None:
        digest = self._rows.hexdigest()
        if self.about.format == 1:
            end = {"pieces": 1, "rows_sha256": self.about.rows_sha256}
        if end is None:
            raise ValueError("it has no end")
        if end != {"pieces": self._pieces, "rows_sha256": digest}:
            raise ValueError("its rows were changed")


def not_a_backup(source: Path) -> InputError:
    """Return the error to raise on a file that is no backup."""
    return InputError(
        "is not a backup of a store", "Name a file that “habeas backup” wrote.", file=str(source)
    )


def damaged(source: Path, why: str) -> InputError:
    """Return the error to raise on a backup that is damaged."""
    return InputError(f"is damaged ({why})", "Use another copy of it.", file=str(source))
