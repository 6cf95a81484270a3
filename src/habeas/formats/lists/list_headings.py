"""What the headings of a list mean: recognised in English and Spanish, or told in a file."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from habeas.vocabulary import Field

PIECE = re.compile(r"[^a-z0-9]+")


@functools.cache
def list_words() -> Mapping[str, Any]:
    """Return the headings, months and other words of lists that are known."""
    file = resources.files("habeas.formats.lists") / "list_words" / "columns.toml"
    return tomllib.loads(file.read_text("utf-8"))


def plain(text: str) -> str:
    """Return a text in small letters without accents and signs, single spaces between words."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return PIECE.sub(" ", bare).strip()


def has_other_letters(text: str) -> bool:
    """Whether a text has letters or digits that `plain` leaves out, such as those of Cyrillic."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return any(sign.isalnum() and not sign.isascii() for sign in letters)


def recognised(headings: Sequence[str]) -> dict[str, Field]:
    """Return the field of each heading that is understood.

    A heading such as "datos/Nombres", as KoboToolbox writes groups, counts by its last part; so
    does one of our own fields' names.
    """
    known = _known()
    found = {}
    for heading in headings:
        for text in (heading, heading.rpartition("/")[2]):
            if field := known.get(_bare(text)):
                found[heading] = field
    undecided = list_words()["undecided"]
    apart = Field.SURNAMES in found.values()
    taken = set(found.values()) & {Field.FULL_NAME, Field.GIVEN_NAMES}
    for heading in headings:
        if plain(heading.rpartition("/")[2]) in undecided["headings"] and not taken:
            found[heading] = Field(undecided["with_surnames" if apart else "without_surnames"])
    return found


def _bare(heading: str) -> str:
    small = set(list_words()["small"])
    words = plain(heading).split()
    return " ".join([word for word in words if word not in small] or words)


@functools.cache
def _known() -> Mapping[str, Field]:
    own = {plain(field.value): field for field in Field}
    told = {
        heading: Field(field)
        for field, headings in list_words()["fields"].items()
        for heading in headings
    }
    return own | told
