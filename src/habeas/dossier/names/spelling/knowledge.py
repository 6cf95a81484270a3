"""What is known of names, scripts and grammar, from the TOML files of ``words``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from habeas.vocabulary import InputError


@lru_cache
def table(name: str) -> dict[str, Any]:
    """Return one file of knowledge. Raises InputError where a value of it is neither text nor list.

    name: of a file of ``words``, without its ending.
    """
    path = resources.files("habeas.dossier.names") / "words" / f"{name}.toml"
    held = tomllib.loads(path.read_text("utf-8"))
    for place, value in _leaves(held, name):
        if not isinstance(value, str | int):
            raise InputError("is neither a text nor a number", "Write texts.", column=place)
    return held


def _leaves(value: object, place: str) -> list[tuple[str, object]]:
    if isinstance(value, dict):
        return [leaf for key, part in value.items() for leaf in _leaves(part, f"{place}.{key}")]
    if isinstance(value, list):
        return [leaf for part in value for leaf in _leaves(part, place)]
    return [(place, value)]


@lru_cache
def words(file: str, name: str) -> frozenset[str]:
    """Return one list of words of a file of knowledge."""
    return frozenset(table(file)[name])
