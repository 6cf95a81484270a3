"""Words of custody, as they are compared."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from importlib import resources
from typing import Any


@functools.lru_cache(maxsize=8192)
def heading(text: str) -> str:
    """Return a text without accents, in small letters, its words joined by "_".

    Of "datos/Fecha de traslado", as KoboToolbox writes groups, what follows the last "/".
    """
    plain = unicodedata.normalize("NFKD", text.rpartition("/")[2].casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", "_", letters).strip("_")


@functools.cache
def words() -> Mapping[str, Any]:
    """Return the words of statuses, sexes and places that are known."""
    file = resources.files("habeas.custody") / "list_words" / "statuses.toml"
    return tomllib.loads(file.read_text("utf-8"))
