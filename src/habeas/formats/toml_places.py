"""Where the tables and keys of a TOML text stand, so that an error can name the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(#.*)?$")
KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[A-Za-z0-9_.\-]+)\s*[.=]""")


@dataclass(frozen=True)
class TomlPlaces:
    """The line (from 1) of each table and key of a text that has been parsed already.

    A path is the dotted names as written; the n-th table of an array is ``name#n``, from 0.
    """

    lines: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> TomlPlaces:
        """Find the headers and keys that begin a line of ``text``."""
        found: dict[str, int] = {}
        seen: dict[str, int] = {}
        table = ""
        for number, line in enumerate(text.splitlines(), 1):
            if header := HEADER.match(line):
                table = _bare(header[2])
                if header[1] == "[[":
                    seen[table] = seen.get(table, -1) + 1
                    table = f"{table}#{seen[table]}"
                found.setdefault(table, number)
            elif key := KEY.match(line):
                name = _bare(key[1])
                found.setdefault(f"{table}.{name}" if table else name, number)
        return cls(found)

    def line(self, *path: str) -> int | None:
        """Return the line of the longest part of ``path`` that has one, None where none has."""
        for length in range(len(path), 0, -1):
            if (line := self.lines.get(".".join(path[:length]))) is not None:
                return line
        return None


def _bare(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
