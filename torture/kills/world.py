"""The folder in which everything that is killed takes place, and copies of how it stood."""

from __future__ import annotations

import gzip
import os
import shutil
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SECRET = ("Zulmira", "Quintabela", "zulmira", "quintabela", "ZULMIRA", "QUINTABELA")
"""An invented name that is on a list and that nobody has agreed to make public."""

DATABASE = "store/habeas.sqlite3"


@dataclass(frozen=True)
class World:
    """A folder of one worker of the bench.

    inside: what is watched, and in which verbs work: a store, lists, documents, and ``tmp`` for
    what programs put into the temporary folder. templates: copies of it. said: what a verb said.
    """

    root: Path

    @property
    def inside(self) -> Path:
        """The folder in which verbs work."""
        return self.root / "world"

    @property
    def said(self) -> Path:
        """The file that what is said is written to; it is not watched."""
        return self.root / "said.txt"

    @property
    def told(self) -> Path:
        """The file in which a check hands back what it found."""
        return self.root / "told.json"

    def template(self, name: str) -> Path:
        """Return the folder of a copy."""
        return self.root / "templates" / name

    def keep(self, name: str) -> None:
        """Keep a copy of how everything stands."""
        shutil.copytree(self.inside, self.template(name), symlinks=True)

    def begin(self, name: str) -> None:
        """Put everything back to how a copy was kept."""
        shutil.rmtree(self.inside, ignore_errors=True)
        shutil.copytree(self.template(name), self.inside, symlinks=True)
        self.said.write_bytes(b"")

    def files(self) -> dict[str, Path]:
        """Return all files but those of the database, by their paths in the world."""
        return {
            name: path
            for path in sorted(self.inside.rglob("*"))
            if path.is_file()
            and not (name := path.relative_to(self.inside).as_posix()).startswith(DATABASE)
        }

    def doing(self, work: Callable[[], int]) -> Callable[[], int]:
        """Return work that is done in the world, with all it says kept in ``said``."""

        def done() -> int:
            os.chdir(self.inside)
            handle = os.open(self.said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            os.dup2(handle, 1)
            os.dup2(handle, 2)
            return work()

        return done


def names_secret(content: bytes) -> bool:
    """Whether bytes, or what is packed in them, name somebody who is withheld."""
    return any(name.encode() in part for part in (content, *_unpacked(content)) for name in SECRET)


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Go through what is packed in bytes, also where they end in the middle."""
    if content.startswith(b"\x1f\x8b"):
        try:
            yield gzip.decompress(content)
        except (EOFError, OSError, zlib.error):
            # A half-written file: as much as can be read of it.
            try:
                yield zlib.decompressobj(wbits=31).decompress(content)
            except zlib.error:
                return
