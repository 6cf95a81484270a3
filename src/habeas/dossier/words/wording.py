"""What the pages say, in one language: texts, numbers and dates."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.vocabulary import PartialDate

LANGUAGES = ("en", "es")
"""The languages of every dossier: each has its file in ``words/``."""


@dataclass(frozen=True)
class Wording:
    """The words of one language, read from ``words/LANGUAGE.toml``."""

    language: str
    texts: Mapping[str, Any]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text at "section.key" with its {braces} filled in."""
        found = self._at(key)
        if not isinstance(found, str):
            raise TypeError(f"{key} is not a text in {self.language}.toml")
        return found.format_map(values) if values else found

    def paragraphs(self, key: str) -> Sequence[str]:
        """Return the list of texts at "section.key"."""
        return list(self._at(key))

    def counted(self, key: str, count: int, **values: object) -> str:
        """Return the text at "section.key" for a count, which it holds as {n}.

        For one the text at "section.key_one", where there is such a text.
        """
        one = f"{key}_one"
        chosen = one if count == 1 and self.has(one) else key
        return self(chosen, n=self.number(count), **values)

    def number(self, count: int) -> str:
        """Write a whole number: 2,400 or 2.400."""
        return f"{count:,}".replace(",", self("thousands"))

    def range(self, low: int, high: int | None) -> str:
        """Write a range of numbers: "281 to 620", "700 or more", "50"."""
        if high is None:
            return self("number.from", low=self.number(low))
        if low == high:
            return self.number(low)
        return self("number.range", low=self.number(low), high=self.number(high))

    def day(self, day: date) -> str:
        """Write a day: 1 January 2026."""
        months = self.paragraphs("months")
        return self("day", day=day.day, month=months[day.month - 1], year=day.year)

    def date(self, known: PartialDate) -> str:
        """Write a date at the precision that is known: 1 January 2026, January 2026, 2026."""
        if known.exact:
            return self.day(known.earliest)
        if len(known.text) == 4:
            return known.text
        first = known.earliest
        month = self.paragraphs("months")[first.month - 1]
        return self("month_of", month=month, year=first.year)

    def listed(self, items: Sequence[str]) -> str:
        """Write a list: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self("list_comma").join(items[:-1]) + self("list_and") + items[-1]

    def alternatives(self, items: Sequence[str]) -> str:
        """Write a list of alternatives: "a, b or c"."""
        if len(items) < 2:
            return "".join(items)
        return self("list_comma").join(items[:-1]) + self("list_or") + items[-1]

    def has(self, key: str) -> bool:
        """Whether there is a text at "section.key"."""
        try:
            self._at(key)
        except KeyError:
            return False
        return True

    def _at(self, key: str) -> Any:  # noqa: ANN401 - TOML gives texts, lists and tables
        found: Any = self.texts
        for part in key.split("."):
            found = found[part]
        return found


@cache
def wording(language: str) -> Wording:
    """Return the words of a language of LANGUAGES."""
    text = (files("habeas.dossier") / "words" / f"{language}.toml").read_text(encoding="utf-8")
    return Wording(language, tomllib.loads(text))
