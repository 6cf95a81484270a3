"""Small invented histories, tables of claims that are true of them, and tables made false.

Values are changed, not bytes: nearly every table is accepted, so that the engines are reached.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.vocabulary import Scope, Scopes

FIRST = date(2026, 1, 1)
DAYS = 12
INNER, OUTER = "protest_detainees", "political_prisoners"
SCOPES = Scopes((Scope(OUTER), Scope(INNER, within=(OUTER,))))
CLAIMANTS = (("the ministry", "government"), ("Casa de Derechos", "ngo"), ("Diario", "press"))

Row = dict[str, object]


@dataclass(frozen=True)
class Life:
    """One person: on which day taken and, perhaps, freed; whether arrested in the protests."""

    taken: int
    freed: int | None
    inner: bool


def history(dice: random.Random) -> list[Life]:
    """Return some people."""
    lives = []
    for _ in range(dice.randrange(1, 40)):
        taken = dice.randrange(DAYS)
        freed = dice.randrange(taken, DAYS) if dice.random() < 0.5 else None
        lives.append(Life(taken, freed, dice.random() < 0.6))
    return lives


def true_count(
    lives: Sequence[Life], measure: str, scope: str, until: int, since: int | None = None
) -> int:
    """Return how many people a measure counts: up to the end of a day, or from a day on."""
    inside = [life for life in lives if scope == OUTER or life.inner]
    taken = sum(since is None or since <= life.taken for life in inside if life.taken <= until)
    freed = sum(
        since is None or since <= life.freed
        for life in inside
        if life.freed is not None and life.freed <= until
    )
    return {"held": taken - freed, "detained": taken, "released": freed}[measure]


def day(number: int) -> str:
    """Return the date of a day of the history."""
    return (FIRST + timedelta(days=number)).isoformat()


def true_claims(lives: Sequence[Life], dice: random.Random) -> list[Row]:
    """Return rows of claims that are all true of a history."""
    rows: list[Row] = []
    for number in range(dice.randrange(2, 10)):
        measure = dice.choice(("held", "detained", "released"))
        scope, until = dice.choice((INNER, OUTER)), dice.randrange(DAYS)
        since = dice.randrange(until + 1) if measure != "held" and dice.random() < 0.5 else None
        count = true_count(lives, measure, scope, until, since)
        claimant, kind = dice.choice(CLAIMANTS)
        rows.append({
            "id": f"c{number}", "population_kind": scope, "measure": measure,
            "period_start": "" if since is None else day(since), "period_end": day(until),
            "cumulative": str(measure != "held" and since != until).lower(),
            "claimant": claimant, "claimant_kind": kind,
            "modality": dice.choice(("asserted", "reported", "estimated")),
            **_quantity(count, dice),
        })  # fmt: skip
    return rows


def _quantity(count: int, dice: random.Random) -> Mapping[str, object]:
    """Return a way to say a count that is true of it, however strictly it is taken."""
    way = dice.randrange(4)
    if way == 0:
        return {"low": max(0, count - dice.randrange(4)), "high": count + dice.randrange(4)}
    if way == 1:
        return {"value": max(0, count - dice.randrange(3)), "qualifier": "at_least"}
    if way == 2:
        return {"value": count + dice.randrange(3), "qualifier": "at_most"}
    return {"value": count, "qualifier": "exact"}


EXTREMES: Mapping[str, tuple[object, ...]] = {
    "value": (0, 1, 2, 88, 10**9, 10**12, 10**18, ""),
    "low": (0, 1, 5, 10**9, ""),
    "high": (0, 3, 10**9, ""),
    "qualifier": ("exact", "about", "at_least", "more_than", "at_most", "less_than", "nearly",
                  "dozens", "hundreds", "thousands"),
    "measure": ("held", "detained", "released", "died", "registered"),
    "population_kind": (INNER, OUTER, "all_prisoners", "subgroup", "other", "unheard_of", "a b"),
    "population": ("women", "minors", "\u202e", "", "political prisoners"),
    "period_start": ("", "2026", "2026-01", "2026-01-05", "0001-01-01", "1000-01-01"),
    "period_end": ("", "2026", "2026-01", "2026-01-05", "2027-02", "9999-12-31", "1600-01-01"),
    "cumulative": ("true", "false"),
    "modality": ("asserted", "estimated", "verified", "reported", "promised", "denied"),
    "claimant": ("the ministry", "Casa de Derechos", "Diario", "", "\x0b", "A\x1bB", "٣" * 200),
    "claimant_kind": ("government", "ngo", "press", "igo", "family", "court", "other", ""),
    "place": ("", "North", "South", "North, South"),
    "part_of": ("c0", "c1", "c2", ""),
    "corrects": ("c0", "c1", "c2", ""),
    "confidence": ("", "0", "0.5", "1"),
    "story": ("", "s1"),
    "document": ("", "d1", "d2"),
    "published": ("", "2026-01-05", "0001-01-01"),
}  # fmt: skip
"""Values of each column, common and extreme."""


def changed(rows: Sequence[Row], dice: random.Random) -> list[Row]:
    """Return rows with some values changed, and some rows doubled."""
    found = [dict(row) for row in rows]
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        row = dice.choice(found)
        column = dice.choice(tuple(EXTREMES))
        row[column] = dice.choice(EXTREMES[column])
    if dice.random() < 0.3:
        twin = dict(dice.choice(found))
        twin["id"], twin["value"] = f"c{len(found)}", dice.randrange(60)
        twin.pop("low", None)
        twin.pop("high", None)
        found.append(twin)
    return found
