"""Words of numbers in many languages, read from ``number_words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class WordTable:
    """Words and what they stand for; stems are words of which any ending will do."""

    words: Mapping[str, int | str]
    stems: tuple[tuple[str, int | str], ...]

    def find(self, word: str) -> int | str | None:
        """Return what a word in small letters stands for, None if the table lacks it."""
        found = self.words.get(word)
        if found is not None:
            return found
        return next((value for stem, value in self.stems if word.startswith(stem)), None)


@dataclass(frozen=True)
class NumberWords:
    """What words say of numbers.

    spelled: languages whose number words the number reader knows. inverting: languages that say
    "thousands three" for about three thousand. times: what a number before the
    word is multiplied with. named: nouns that are a number. vague:
    "dozens", "hundreds", "thousands". words: number words that add up. ideographs: digits 0 to 9.
    """

    spelled: tuple[str, ...]
    inverting: tuple[str, ...]
    times: WordTable
    named: WordTable
    vague: WordTable
    words: WordTable
    ideographs: str


@cache
def number_words() -> NumberWords:
    """Return the words of the file."""
    file = resources.files(__package__) / "number_words.toml"
    data = tomllib.loads(file.read_text("utf-8"))
    return NumberWords(
        spelled=tuple(data["spelled"]["languages"]),
        inverting=tuple(data["spelled"]["inverting"]),
        times=_table((int(key), words) for key, words in data["times"].items()),
        named=_table((int(key), words) for key, words in data["named"].items()),
        vague=_table(data["vague"].items()),
        words=_table((int(key), words) for key, words in data["words"].items()),
        ideographs=data["signs"]["ideographs"],
    )


def _table(rows: Iterable[tuple[int | str, list[str]]]) -> WordTable:
    words: dict[str, int | str] = {}
    stems: list[tuple[str, int | str]] = []
    for value, spelled in rows:
        for word in spelled:
            if word.endswith("*"):
                stems.append((word[:-1], value))
            else:
                words[word] = value
    return WordTable(words, tuple(sorted(stems, key=lambda one: -len(one[0]))))
