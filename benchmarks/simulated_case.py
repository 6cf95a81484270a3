"""A made-up case of any size whose claims are all true of one made-up history."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from habeas.vocabulary import (
    Claim,
    ClaimantKind,
    Measure,
    Modality,
    Period,
    Qualifier,
    Quantity,
    Scope,
    Scopes,
)
from habeas.vocabulary.dates import PartialDate

START = date(2020, 1, 1)
KINDS = (ClaimantKind.GOVERNMENT, ClaimantKind.NGO, ClaimantKind.PRESS)


@dataclass(frozen=True)
class SimulatedCase:
    """Claims, their scopes, and the days that they speak of."""

    claims: tuple[Claim, ...]
    scopes: Scopes
    days: tuple[date, ...]


@dataclass(frozen=True)
class History:
    """What truly happened in a scope: people detained and released, in all, by each day."""

    detained: tuple[int, ...]
    released: tuple[int, ...]


def simulated_case(claims: int, days: int, scopes: int, seed: int = 1) -> SimulatedCase:
    """Make a case: a tree of scopes, a history of each, and claims about it."""
    dice = random.Random(seed)  # noqa: S311  (made-up histories, not secrets)
    parents = {number: (number - 1) // 2 for number in range(1, scopes)}
    histories = simulated_histories(dice, days, scopes, parents)
    calendar = tuple(START + timedelta(days=3 * number) for number in range(days))
    declared = Scopes(
        tuple(
            Scope(f"scope_{number}", (f"scope_{parents[number]}",) if number else ())
            for number in range(scopes)
        ),
        place="Somewhere",
    )
    made = (
        simulated_claim(dice, number, dice.randrange(scopes), histories, calendar)
        for number in range(claims)
    )
    return SimulatedCase(tuple(made), declared, calendar)


def simulated_histories(
    dice: random.Random, days: int, scopes: int, parents: dict[int, int]
) -> list[History]:
    """Make the histories, inner scopes first, so that each outer one holds its inner ones."""
    arrests = [[dice.randrange(12) for _ in range(days)] for _ in range(scopes)]
    releases = []
    for own in arrests:
        held, gone = 0, []
        for came in own:
            held += came
            left = dice.randrange(held // 8 + 1)
            held -= left
            gone.append(left)
        releases.append(gone)
    for number in range(scopes - 1, 0, -1):
        for flows in (arrests, releases):
            outer = flows[parents[number]]
            for day in range(days):
                outer[day] += flows[number][day]
    return [
        History(tuple(accumulate(arrests[number])), tuple(accumulate(releases[number])))
        for number in range(scopes)
    ]


def simulated_claim(
    dice: random.Random,
    number: int,
    scope: int,
    histories: list[History],
    calendar: tuple[date, ...],
) -> Claim:
    """Make one true claim about one scope."""
    history = histories[scope]
    last = dice.randrange(len(calendar))
    first = dice.randrange(last + 1) if dice.random() < 0.5 else None
    measure = dice.choice((Measure.DETAINED, Measure.RELEASED, Measure.HELD))
    if measure is Measure.HELD:
        true, first = history.detained[last] - history.released[last], None
    else:
        counts = getattr(history, measure.value)
        true = counts[last] - (counts[first - 1] if first else 0)
    kind = dice.choice(KINDS)
    modality = Modality.VERIFIED if kind is ClaimantKind.NGO else Modality.ASSERTED
    about = dice.random() < 0.4 and modality is Modality.ASSERTED
    return Claim(
        id=f"c{number}",
        measure=measure,
        quantity=Quantity(true, Qualifier.ABOUT if about else Qualifier.EXACT),
        population_kind=f"scope_{scope}",
        place="Somewhere",
        period=Period(
            PartialDate(calendar[first].isoformat()) if first else None,
            PartialDate(calendar[last].isoformat()),
        ),
        cumulative=measure is not Measure.HELD,
        modality=modality,
        claimant=f"{kind} {number % 5}",
        claimant_kind=kind,
    )
