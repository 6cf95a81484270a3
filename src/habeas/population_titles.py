"""What scopes that many cases have are called, where a case does not say."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from habeas.vocabulary import Scope, Scopes


def known_titles(key: str) -> Mapping[str, str]:
    """Return the titles of a well-known scope by language; empty for any other."""
    return _all_titles().get(key, {})


def with_known_titles(scopes: Scopes) -> Scopes:
    """Return scopes, those of well-known keys with a title in each language; own titles stay."""
    return replace(scopes, scopes=tuple(map(_titled, scopes.scopes)))


def _titled(scope: Scope) -> Scope:
    own = {language: title for language, title in scope.titles.items() if title}
    known = known_titles(scope.key)
    return replace(scope, titles={**known, **own}) if known else scope


@cache
def _all_titles() -> Mapping[str, Mapping[str, str]]:
    source = files("habeas").joinpath("population_titles.toml")
    return tomllib.loads(source.read_text("utf-8"))
