"""The words in which a room tells its results: one file a language, in the room's ``words``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from habeas.vocabulary.errors import InputError


@lru_cache(maxsize=32)
def words_of(room: str, language: str) -> Mapping[str, Any]:
    """Load the words of a room ("habeas.custody") in a language ("es").

    Raises InputError where the room has no file for the language.
    """
    place = files(room).joinpath("words")
    source = place.joinpath(f"{language}.toml")
    if not language.isalpha() or not source.is_file():
        known = sorted(
            entry.name.removesuffix(".toml")
            for entry in place.iterdir()
            if entry.name.endswith(".toml")
        )
        raise InputError("is not a language here", f"Write {' or '.join(known)}.", value=language)
    return tomllib.loads(source.read_text("utf-8"))
