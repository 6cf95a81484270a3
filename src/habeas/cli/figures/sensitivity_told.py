"""How answers move, as a table for a terminal or a pipe, and as JSON values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from habeas.cli.console import harmless
from habeas.reconciliation import Reconciliation, Shift, Teller

Range = tuple[int, int | None]


def sensitivity_lines(
    result: Reconciliation, shifts: Sequence[Shift] | None, teller: Teller
) -> list[list[str]]:
    """Tell of each answer how it moves: a paragraph an answer, a line a change that moves it.

    shifts: None where nobody wants to know.
    """
    if shifts is None:
        return []
    return [paragraph(place, result, shifts, teller) for place in range(len(result.view.bounds))]


def paragraph(
    place: int, result: Reconciliation, shifts: Sequence[Shift], teller: Teller
) -> list[str]:
    """Tell how one answer moves."""
    words = teller.words["sensitivity"]
    bound = result.view.bounds[place]
    asked = (bound.low, bound.high)
    lines = [words["heading"].format(question=bound.question, range=told(asked, teller))]
    stays = 0
    for shift in shifts:
        found = (shift.answers[place].low, shift.answers[place].high)
        if shift.about is None and found == asked:
            stays += 1
            continue
        lines.append(f"  {told(found, teller)}  {change(shift, teller)}")
    lines.append("  " + words["stays"].format(n=teller.number(stays)))
    return [harmless(line) for line in lines]


def change(shift: Shift, teller: Teller) -> str:
    """Tell what was changed."""
    words = teller.words["sensitivity"]
    if shift.about is not None:
        return str(words["about"].format(n=shift.about))
    figure = teller.figure(teller.claims[shift.without])
    return str(words["without"].format(id=shift.without, figure=figure))


def told(ends: Range, teller: Teller) -> str:
    """Tell a range."""
    low, high = ends
    key = "range_open" if high is None else "range_one" if low == high else "range"
    return str(teller.words[key].format(low=teller.number(low), high=teller.number(high or 0)))


def sensitivity_json(result: Reconciliation, shifts: Sequence[Shift] | None) -> Mapping[str, Any]:
    """Return every answer after every change; nothing where nobody wants to know."""
    if shifts is None:
        return {}
    return {"sensitivity": [
        {"ask": str(bound.question), "about": shift.about, "without": shift.without,
         "low": shift.answers[place].low, "high": shift.answers[place].high}
        for place, bound in enumerate(result.view.bounds)
        for shift in shifts
    ]}  # fmt: skip
