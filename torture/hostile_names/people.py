"""The invented people of the folder ``traditions``: how a list names them, and how texts do."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

HERE = Path(__file__).parent
OPEN, CLOSE = "⟦", "⟧"
"""Around the name, where a way is a whole sentence."""


@dataclass(frozen=True)
class Invented:
    """An invented person: given names and surnames, or one whole name (``full``).

    The Latin forms are empty where the name is in Latin letters anyway.
    """

    key: str
    tradition: str
    language: str
    given: str
    surnames: str
    full: str
    latin_given: str
    latin_surnames: str
    latin_full: str
    by_hand: tuple[tuple[str, str, str], ...]

    @property
    def has_own_script(self) -> bool:
        """Whether the name is written in other than Latin letters."""
        return bool(self.latin_given or self.latin_full)

    @property
    def native(self) -> str:
        """The whole name in its own script and order."""
        if self.full:
            return self.full
        if self.language in {"zh", "ja", "ko"}:
            return self.surnames + self.given
        words = (
            (self.surnames, self.given) if self.language == "vi" else (self.given, self.surnames)
        )
        return " ".join(words)

    @property
    def latin(self) -> tuple[str, str]:
        """Given names and surnames in Latin letters; a single name is a surname."""
        if self.full:
            first, _, rest = (self.latin_full or self.full).rpartition(" ")
            return first, rest
        if self.has_own_script:
            return self.latin_given, self.latin_surnames
        return self.given, self.surnames

    def row(self, in_latin: bool = False) -> dict[str, str]:
        """Return the person's cells in a list, in Latin letters or as they are."""
        if self.full:
            return {"full_name": self.latin_full if in_latin and self.latin_full else self.full}
        given, surnames = self.latin if in_latin else (self.given, self.surnames)
        return {"given_names": given, "surnames": surnames}


@cache
def invented_people() -> tuple[Invented, ...]:
    """Read the people, in the order of their traditions."""
    files = sorted((HERE / "traditions").glob("*.toml"))
    read = [tomllib.loads(file.read_text(encoding="utf-8"))["person"] for file in files]
    return tuple(
        Invented(
            key=one["id"],
            tradition=one["tradition"],
            language=one["language"],
            given=one.get("given", ""),
            surnames=one.get("surnames", ""),
            full=one.get("full", ""),
            latin_given=one.get("latin_given", ""),
            latin_surnames=one.get("latin_surnames", ""),
            latin_full=one.get("latin_full", ""),
            by_hand=tuple((kind, language, text) for kind, language, text in one["ways"]),
        )
        for one in chain.from_iterable(read)
    )


@cache
def sentences() -> dict[str, str]:
    """Return a sentence a language, with ``{name}`` where a name is put."""
    return tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))


def in_a_sentence(language: str, written: str) -> tuple[str, str]:
    """Return the sentence that holds a written name, and the name as it stands in it."""
    if OPEN in written:
        before, _, rest = written.partition(OPEN)
        name, _, after = rest.partition(CLOSE)
        return before + name + after, name
    return sentences()[language].replace("{name}", written), written
