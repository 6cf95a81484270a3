"""What the desk says, in the reader's language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

LANGUAGES = ("en", "es")
"""The languages of the desk: each has its file in ``words/``."""


@dataclass(frozen=True)
class Words:
    """The words of one language, read from ``words/LANGUAGE.toml``."""

    language: str
    texts: Mapping[str, Any]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text at "section.key" with its {braces} filled in. Raises KeyError.

        Where {n} is one, the text at "section.key_one", if there is such a text.
        """
        section, _, name = key.partition(".")
        named = self.texts[section]
        one = f"{name}_one" if str(values.get("n")) == "1" else name
        text = str(named.get(one, named[name]))
        return text.format_map(values) if values else text

    def has(self, key: str) -> bool:
        """Whether there is a text at "section.key"."""
        section, _, name = key.partition(".")
        return name in self.texts.get(section, {})

    def number(self, count: int) -> str:
        """Write a whole number: 2,400 or 2.400."""
        return f"{count:,}".replace(",", self("number.thousands"))


@cache
def words_in(language: str) -> Words:
    """Return the words of a language of LANGUAGES."""
    text = (files("habeas.desk") / "words" / f"{language}.toml").read_text(encoding="utf-8")
    return Words(language, tomllib.loads(text))


def words() -> Words:
    """Return the words of the language of the request that is being answered."""
    language = (get_language() or "en")[:2]
    return words_in(language if language in LANGUAGES else "en")


def words_of_request(request: HttpRequest) -> dict[str, object]:
    """Give templates the language, and the title of the case in it."""
    language = words().language
    case = getattr(request, "case", None)
    title = case.title(language) if case else ""
    return {"language": language, "languages": LANGUAGES, "case_title": title}
