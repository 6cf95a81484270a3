"""Which file of an archive is where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Layout:
    """The places of an archive under its folder ``root``.

    log: a line an entry. head: how many entries there are and the hash of the last, replaced as a
    whole, so that a log that lost its end is noticed. objects: the documents, named by their
    SHA-256. incoming: documents whose entry is being written. lock: held while writing.
    """

    root: Path

    @property
    def log(self) -> Path:
        """The log."""
        return self.root / "log.jsonl"

    @property
    def head(self) -> Path:
        """The state that was confirmed last."""
        return self.root / "head.json"

    @property
    def lock(self) -> Path:
        """The file that whoever writes holds locked; always empty."""
        return self.root / "lock"

    @property
    def objects(self) -> Path:
        """The folder of the documents."""
        return self.root / "objects"

    @property
    def incoming(self) -> Path:
        """The folder of documents on their way in; empty between imports."""
        return self.root / "incoming"

    def object(self, sha256: str) -> Path:
        """Return the place of a document; 256 folders share them."""
        return self.objects / sha256[:2] / sha256

    def arriving(self, sha256: str) -> Path:
        """Return the place of a document on its way in."""
        return self.incoming / sha256

    @property
    def names(self) -> set[str]:
        """The names that an archive has right under its folder."""
        return {path.name for path in (self.log, self.head, self.lock, self.objects, self.incoming)}

    @property
    def exists(self) -> bool:
        """Whether anything of an archive is here, be it damaged."""
        return any(path.exists() for path in (self.log, self.head, self.objects))
