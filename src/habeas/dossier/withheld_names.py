"""Names that must not be public, found and covered wherever they stand.

A name is met in whatever order and size of letters, with or without accents, and in part: two of
its words side by side are enough.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from habeas.vocabulary import Field

WORD = re.compile(r"[^\W_]+")
PARTICLES = frozenset(
    ("de", "del", "la", "las", "los", "y", "e", "da", "das", "do", "dos", "di", "van", "von",
     "der", "den", "el", "al")
)  # fmt: skip
NAMES = (Field.FULL_NAME, Field.GIVEN_NAMES, Field.SURNAMES)
NUMBERS = (Field.NATIONAL_ID, Field.OTHER_ID)
SHORTEST_NUMBER = 5
"""Characters; a shorter one is no number that tells who somebody is."""

FARTHEST = 12
"""Characters between two words of one name."""

COVER = "█"

TEXT_FILES = (".html", ".csv", ".json", ".toml", ".xml", ".txt", ".jsonld", ".ndjson", ".svg")
"""The files whose words are searched; other bytes are documents, kept as they came."""


@dataclass(frozen=True)
class Withheld:
    """What must not be public.

    neighbours: for two words of a name side by side, all the words of names that hold both.
    alone: words that give somebody away by themselves: names of one word, numbers.
    whole: names word for word. shown: neighbouring words in the names of declared sources, who
    speak in public; a withheld person's whole name is covered even so.
    """

    neighbours: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    alone: frozenset[str] = frozenset()
    whole: frozenset[tuple[str, ...]] = frozenset()
    shown: frozenset[tuple[str, str]] = frozenset()

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Go through the places where a text gives somebody away."""
        met = [
            (word.start(), word.end(), key)
            for word in WORD.finditer(text)
            if (key := _key(word.group())) not in PARTICLES
        ]
        for place, (start, end, key) in enumerate(met):
            if key in self.alone:
                yield start, end
            if place + 1 == len(met) or met[place + 1][0] - end > FARTHEST:
                continue
            words = self.neighbours.get((key, met[place + 1][2]))
            if words is not None:
                first, last = _stretched(met, place, words)
                named = tuple(one[2] for one in met[first : last + 1])
                pair = (key, met[place + 1][2])
                if pair not in self.shown or named in self.whole:
                    yield met[first][0], met[last][1]

    def covered(self, text: str) -> str:
        """Return a text of the same length with every such place covered."""
        signs = None
        for start, end in self.places(text):
            signs = signs or list(text)
            signs[start:end] = COVER * (end - start)
        return "".join(signs) if signs else text

    def gives_away(self, text: str) -> bool:
        """Whether a text gives somebody away."""
        return next(self.places(text), None) is not None


def gathered(rows: Iterable[Mapping[Any, str]], shown: Iterable[tuple[str, str]] = ()) -> Withheld:
    """Return what must not be public of some rows of lists, whose values are named by field.

    shown: neighbouring words in the names of those who speak in public.
    """
    neighbours: dict[tuple[str, str], set[str]] = defaultdict(set)
    alone, whole = set(), set()
    for values in rows:
        names = [words_of(str(values.get(name, ""))) for name in NAMES]
        full, given, surnames = names
        together = [*given, *surnames]
        for words in (full, together):
            if len(words) == 1 and len(words[0]) > 1:
                alone.add(words[0])
            whole |= {tuple(words), tuple(words[1:] + words[:1])}
            for first in words:
                for second in words:
                    if first != second:
                        neighbours[first, second].update(words)
        whole.add((*surnames, *given))
        for number in NUMBERS:
            written = words_of(str(values.get(number, "")))
            alone |= {word for word in written if len(word) >= SHORTEST_NUMBER}
    return Withheld(dict(neighbours), frozenset(alone), frozenset(whole), frozenset(shown))


def words_of(name: str) -> list[str]:
    """Return the words of a name, without the small ones."""
    keys = (_key(word) for word in WORD.findall(name))
    return [key for key in keys if key not in PARTICLES]


def speakers(names: Iterable[str]) -> set[tuple[str, str]]:
    """Return the neighbouring words in the names of declared sources, who speak in public."""
    return {pair for name in names for pair in pairwise(words_of(name))}


def exposed_in(contents: Mapping[str, bytes], hidden: Withheld) -> str:
    """Return the first public file that gives somebody away, by its words or its name; "" if none.

    What the pages say of themselves gives nobody away: some names are common words too.
    """
    ours = set().union(*(given_away(text, hidden) for text in _words_of_pages()))
    for path, content in contents.items():
        exposed = given_away(path, hidden)
        if path.endswith(TEXT_FILES):
            exposed |= given_away(html.unescape(content.decode("utf-8", "replace")), hidden)
        if exposed - ours:
            return path
    return ""


def given_away(text: str, hidden: Withheld) -> set[str]:
    """Return the words of a text that give somebody away."""
    return {" ".join(words_of(text[start:end])) for start, end in hidden.places(text)}


def _words_of_pages() -> Iterator[str]:
    room = files("habeas.dossier")
    for folder in ("words", "templates"):
        yield from (
            part.read_text(encoding="utf-8") for part in (room / folder).iterdir() if part.is_file()
        )


def _stretched(met: list[tuple[int, int, str]], place: int, words: set[str]) -> tuple[int, int]:
    """Return the first and last of the words around a place that belong to the same names."""
    first, last = place, place + 1
    while first and met[first - 1][2] in words and met[first][0] - met[first - 1][1] <= FARTHEST:
        first -= 1
    while (
        last + 1 < len(met)
        and met[last + 1][2] in words
        and met[last + 1][0] - met[last][1] <= FARTHEST
    ):
        last += 1
    return first, last


@lru_cache(maxsize=100_000)
def _key(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
