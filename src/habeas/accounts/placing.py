"""Which scope people are of, and which scopes and days of a case are worth accounting for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.custody import Timeline, last_day
from habeas.vocabulary import Claim, InputError, Scopes

UNPLACED = "(no population)"
"""Where people are put of whom nothing says in which scope they are."""


@dataclass(frozen=True)
class Placed:
    """People, each in a scope. adrift: how many were put there although their rows name none.

    outer: where they were put, "" where they count nowhere.
    """

    people: Sequence[Timeline]
    adrift: int = 0
    outer: str = ""


def placed(
    people: Sequence[Timeline], claims: Sequence[Claim], scopes: Scopes, people_are: str = ""
) -> Placed:
    """Put people whose rows name no population into one, so that none is counted where not proved.

    That is ``people_are``, else the one that contains all that claims speak of. Where there is none
    they count nowhere. Nobody is adrift where claims speak of one population alone. Raises
    InputError on a scope that the case does not know.
    """
    known = [each.population_kind for each in claims]
    if people_are and people_are not in scopes.by_key and people_are not in known:
        raise InputError(
            "is not a scope of this case", f"The scopes are: {', '.join(scopes.by_key)}.",
            column="--people-are", value=people_are,
        )  # fmt: skip
    outer = people_are or next(
        (key for key in known if all(scopes.contains(key, other) for other in known)), ""
    )
    adrift = sum(not person.scopes for person in people)
    everybody = [
        person if person.scopes else replace(person, scopes=(outer or UNPLACED,))
        for person in people
    ]
    return Placed(everybody, adrift if not people_are and len(set(known)) > 1 else 0, outer)


def scopes_asked(
    scope_of: Mapping[str, str], scopes: Scopes, wanted: Sequence[str] = ()
) -> list[str]:
    """Return the scopes to account for: those wanted, or those that claims speak of.

    scope_of: the scope of each claim, by its id. Of themselves only whole populations of the case's
    own place are accounted for: neither parts of one, nor people in no population that has a name.
    Raises InputError on an unknown scope.
    """
    known = set(scope_of.values())
    whole = {key for key in known if not set(key) & set("@/:")}
    for key in wanted:
        if key not in scopes.by_key and key not in known:
            raise InputError(
                "is not a scope of this case", f"The scopes are: {', '.join(scopes.by_key)}.",
                column="--scope", value=key,
            )  # fmt: skip
    declared = [key for key in scopes.by_key if key in whole]
    return list(wanted) or [*declared, *sorted(whole - set(declared))]


def days_asked(claims: Sequence[Claim], wanted: Sequence[str] = ()) -> list[date]:
    """Return the days to account for: those wanted, or the last one that a claim speaks of.

    A claim without an end speaks of the day of its publication. Raises InputError on what is no
    day, and where there is none.
    """
    days = []
    for text in wanted:
        try:
            days.append(date.fromisoformat(text))
        except ValueError:
            raise InputError(
                "is not a day", "Write it as 2026-01-08.", column="--day", value=text
            ) from None
    ends = [end.latest for claim in claims if (end := last_day(claim))]
    if not days and not ends:
        raise InputError("no claim has a day", "Name one with --day.")
    return days or [max(ends)]
