"""Names as a list gives them, and how those of one word are looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from habeas.dossier.names.spelling import key_of, words_in
from habeas.vocabulary import Field


class How(StrEnum):
    """How a name of one word, or of everyday words, is looked for.

    AS_A_NAME: where it is written with capitals, or in a script without them.
    """

    ANYWHERE = "anywhere"
    AS_A_NAME = "as_a_name"
    NOT_SEARCHED = "not_searched"


@dataclass(frozen=True)
class ListedName:
    """One row of a list whose names must not be public, already understood.

    full: a whole name in one cell. given, surnames: its parts, all of them, in order. others:
    further whole names of the row, each one name: aliases, mother, lawyer, contact. numbers: ids,
    telephone numbers, e-mail addresses.
    """

    full: str = ""
    given: str = ""
    surnames: str = ""
    others: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    def shown(self) -> str:
        """Return the name as the list writes it."""
        parted = " ".join(part.strip() for part in (self.given, self.surnames) if part.strip())
        return " ".join((self.full or parted).split())

    def key(self) -> str:
        """Return the folded name, which names settlements and answers; "" of a row without one."""
        return name_key(self.shown())


def listed(values: Mapping[Any, str]) -> ListedName:
    """Return the names and ids of a row whose values are named by field."""
    full, given, surnames = (
        str(values.get(name, "")) for name in (Field.FULL_NAME, Field.GIVEN_NAMES, Field.SURNAMES)
    )
    numbers = (str(values.get(name, "")) for name in (Field.NATIONAL_ID, Field.OTHER_ID))
    return ListedName(full, given, surnames, numbers=tuple(filter(None, numbers)))


def name_key(name: str) -> str:
    """Return a name as settlements and answers name it: its folded words."""
    return " ".join(words_in(name)) or key_of(name)
