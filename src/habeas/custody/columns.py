"""Which columns of a list tell of custody."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from habeas.custody.event import EventKind


@functools.lru_cache(maxsize=8192)
def heading(text: str) -> str:
    """Return a heading without accents, in small letters, its words joined by "_".

    Of "datos/Fecha de traslado", as KoboToolbox writes groups, what follows the last "/".
    """
    plain = unicodedata.normalize("NFKD", text.rpartition("/")[2].casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", "_", letters).strip("_")


@functools.cache
def words() -> Mapping[str, Any]:
    """Return the headings and words that are known."""
    file = resources.files("habeas.custody") / "list_words" / "columns.toml"
    return tomllib.loads(file.read_text("utf-8"))


@functools.cache
def day_columns() -> Mapping[str, EventKind]:
    """Return the event that each heading dates."""
    return {name: EventKind(kind) for kind, names in words()["days"].items() for name in names}


def is_known(name: str) -> bool:
    """Whether a heading tells something of custody."""
    return heading(name) in _every_heading()


@functools.cache
def _every_heading() -> frozenset[str]:
    details: Iterable[list[str]] = words()["details"].values()
    status, scope = words()["status"], words()["scope"]
    every = [*details, status["columns"], status["days"], scope["columns"]]
    return frozenset({*day_columns(), *(name for names in every for name in names)})


def cell(cells: Mapping[str, str], names: list[str]) -> tuple[str, str]:
    """Return (heading, text) of the first of these columns that a row fills, else two ""."""
    by_name = {heading(name): (name, text) for name, text in cells.items() if text.strip()}
    return next((by_name[name] for name in names if name in by_name), ("", ""))
