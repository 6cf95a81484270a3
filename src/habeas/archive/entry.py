"""One line of the log: which bytes came in, from where, when; chained to the line before."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256 as hash_of

from habeas.vocabulary import EvidenceError

BEGINNING = hash_of(b"habeas archive 1").hexdigest()
"""What the first entry names as the hash before it."""


@dataclass(frozen=True)
class Entry:
    """That a document came in.

    number: from 1. sha256, size: of its bytes. media_type: such as "text/html". source: the file,
    or the place in a collection, that it was read from. url: where it was published. document: the
    id that claims give it, "" where that is its SHA-256. at: when, ISO 8601 in UTC.
    previous: the hash of the entry before; hash: the SHA-256 of this line without the hash itself.
    """

    number: int
    sha256: str
    size: int
    media_type: str
    source: str
    url: str
    document: str
    at: str
    previous: str
    hash: str = ""

    @property
    def line(self) -> bytes:
        """The entry as it stands in the log."""
        return _json(asdict(self)) + b"\n"

    def sealed(self) -> Entry:
        """Return the entry with its hash."""
        return replace(self, hash=self.seal())

    def seal(self) -> str:
        """Return the hash that the entry must have."""
        fields = asdict(self)
        del fields["hash"]
        return hash_of(_json(fields)).hexdigest()

    @classmethod
    def read(cls, line: bytes) -> Entry:
        """Read a line of the log. Raises EvidenceError where it is not one, byte for byte."""
        try:
            entry = cls(**json.loads(line))
            intact = entry.line == line and entry.seal() == entry.hash
        except (ValueError, TypeError, RecursionError):
            raise EvidenceError("is not an entry of the log") from None
        if not intact:
            raise EvidenceError("was changed: its hash does not fit its words")
        return entry


def utc(at: datetime) -> str:
    """Return a moment as the log writes it. Raises ValueError on a moment without a time zone."""
    if at.tzinfo is None:
        raise ValueError("a moment of the log needs a time zone")
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _json(fields: dict[str, object]) -> bytes:
    # File names may hold bytes that are no UTF-8, which Python shows as lone surrogates.
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")
