"""What the headings of a list mean together: one may decide what another means."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from habeas.formats.lists.headings.heading_ideas import (
    Meant,
    Sureness,
    heading_meaning,
    undecided_idea,
)
from habeas.vocabulary import Field

PARTS = {Field.GIVEN_NAMES, Field.SURNAMES}
STRANGE = "is not understood: no field is meant"
YEARLESS = "is a part of a date without its year"


@dataclass(frozen=True)
class Headings:
    """What headings mean, and why others are not used.

    meant: of each heading that is used. aside: heading → reason of all others.
    """

    meant: dict[str, Meant] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)


def recognised(headings: Sequence[str]) -> dict[str, Field]:
    """Return the field of each heading that is understood."""
    return {heading: meant.field for heading, meant in fields_of_headings(headings).meant.items()}


@functools.lru_cache(maxsize=512)
def custody_headings(headings: tuple[str, ...]) -> Mapping[str, Field]:
    """Return the fields of those headings that tell of custody and of nothing else."""
    return {
        heading: field for heading, field in recognised(headings).items() if field.tells_custody
    }


def fields_of_headings(headings: Sequence[str]) -> Headings:
    """Return what headings mean, in whatever order they stand."""
    found = {name: meant for name in headings if (meant := heading_meaning(name))}
    aside: dict[str, str] = {}
    _decide_names(headings, found, aside)
    _put_dates_together(found, aside)
    _leave_guesses(found, aside)
    _leave_lone_parts(found, aside)
    for name in headings:
        if name not in found:
            aside.setdefault(name, STRANGE)
    return Headings({name: found[name] for name in headings if name in found}, aside)


def _decide_names(headings: Sequence[str], found: dict[str, Meant], aside: dict[str, str]) -> None:
    """Decide what "name" means: the whole, or the given names beside surnames."""
    taken = {meant.field for meant in found.values()
             if meant.field is not Field.SURNAMES or meant.rank == 0}  # fmt: skip
    for name in headings:
        if name in found or not (idea := undecided_idea(name)):
            continue
        parts = [meant for meant in found.values() if meant.field is Field.GIVEN_NAMES]
        if idea == "nom" and parts and Field.SURNAMES not in taken:
            found[name] = Meant(Field.SURNAMES)
        elif Field.SURNAMES in taken and not any(meant.rank == 0 for meant in parts):
            found[name] = Meant(Field.GIVEN_NAMES)
        elif not taken & {Field.FULL_NAME, Field.SURNAMES} and not any(
            meant.rank == 0 for meant in parts
        ):
            found[name] = Meant(Field.FULL_NAME)
        else:
            aside[name] = "may be the whole name or a part of it, and other columns tell the name"


def _put_dates_together(found: dict[str, Meant], aside: dict[str, str]) -> None:
    """Take parts of dates together where the year is among them."""
    _leave_guessed_parts(found)
    for of_date, of_year in (
        (Field.BIRTH_DATE, Field.BIRTH_YEAR),
        (Field.DETAINED_ON, Field.DETAINED_ON),
        (Field.RELEASED_ON, Field.RELEASED_ON),
        (Field.DIED_ON, Field.DIED_ON),
    ):
        parts = {
            name: meant.part for name, meant in found.items()
            if meant.part and meant.field in (of_date, of_year)
        }  # fmt: skip
        smaller = [name for name, part in parts.items() if part != "year"]
        years = [name for name, part in parts.items() if part == "year"]
        for name in years if smaller else ():
            found[name] = replace(found[name], field=of_date)
        for name in [] if smaller else years:
            found[name] = replace(found[name], part="")
        for name in smaller if not years else ():
            aside[name] = YEARLESS
            del found[name]


def _leave_guessed_parts(found: dict[str, Meant]) -> None:
    """Leave "day", "month" and "year" alone, unless they stand together and are the only date."""
    guessed = {name: one for name, one in found.items() if one.part and one.sure is Sureness.GUESS}
    sure = [one.field for name, one in found.items() if name not in guessed]
    dated = Field.DETAINED_ON in sure
    parts = sorted(one.part for one in guessed.values())
    if dated or parts not in (["day", "month", "year"], ["month", "year"]):
        for name in guessed:
            del found[name]


def _leave_guesses(found: dict[str, Meant], aside: dict[str, str]) -> None:
    """Set aside a heading that may mean a field where another says it means it."""
    surely = {meant.field for meant in found.values() if meant.sure is not Sureness.GUESS}
    for name, meant in list(found.items()):
        if meant.sure is Sureness.GUESS and meant.field in surely:
            aside[name] = f"may mean {meant.field}, which another column surely means"
            del found[name]


def _leave_lone_parts(found: dict[str, Meant], aside: dict[str, str]) -> None:
    """Set aside a part of a name that stands beside the whole name, with no other part.

    Where parts are given they are compared and the whole name is not: a patronymic alone would
    stand for the name.
    """
    fields = {meant.field for meant in found.values()}
    whole = Field.FULL_NAME in fields
    main = {meant.field for meant in found.values() if meant.rank == 0} & PARTS
    if not whole or main == PARTS:
        return
    for name, meant in list(found.items()):
        if meant.field in PARTS:
            aside[name] = "is a part of a name, and the whole name stands in another column"
            del found[name]
