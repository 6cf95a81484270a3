"""Causes in words: what a figure may be, how much would vanish, and which figures speak for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from habeas.reconciliation.causes import Cause
from habeas.reconciliation.contradictions import Contradiction
from habeas.reconciliation.proofs.arithmetic import Teller
from habeas.vocabulary import Claim, claim_to_row

SPEAKING = 4
"""So many figures that speak for a cause are named."""


def cause_told(cause: Cause, teller: Teller, found: Sequence[Contradiction]) -> str:
    """Tell a cause as a question, never as a finding. found: the contradictions it speaks of."""
    words = teller.words["causes"]
    told = [
        question_told(cause, teller, found),
        dissolved_told(cause, teller),
        evidence_told(cause, teller),
    ]
    if cause.brings:
        sets = "; ".join(
            " / ".join(teller.figure(teller.claims[key]) for key in each) for each in cause.brings
        )
        told.append(words["brings"].format(sets=sets))
    return " ".join(filter(None, told))


def question_told(cause: Cause, teller: Teller, found: Sequence[Contradiction]) -> str:
    """Tell what a figure may be: "Ministry: 99 released, 26 December 2025: perhaps …?"."""
    words = teller.words["causes"]
    first, *joined = (teller.claims[key] for key in cause.claims)
    fields = {
        "joined": "; ".join(map(teller.figure, joined)),
        **readings(first, cause.now or first, teller),
        "people": teller.number(
            max((found[place].shortfall or 0 for place in cause.contradictions), default=0)
        ),
    }
    change = words[cause.change].format(**fields)
    return str(words["cause"].format(figure=teller.figure(first), change=change))


def readings(was: Claim, now: Claim, teller: Teller) -> Mapping[str, str]:
    """Return what a figure says, and would say: its number, measure and last day."""
    measures = teller.words["measures"]

    def day(claim: Claim) -> str:
        return teller.day(claim.period.end) if claim.period.end else ""

    return {
        "measure": measures[now.measure],
        "was_measure": measures[was.measure],
        "day": day(now),
        "was_day": day(was),
        "number": teller.number(now.quantity.value or 0),
        "was_number": teller.number(was.quantity.value or 0),
        "published": teller.published(was),
    }


def dissolved_told(cause: Cause, teller: Teller) -> str:
    """Tell how many contradictions would vanish."""
    number = len(cause.contradictions)
    key = "vanish_one" if number == 1 else "vanish"
    return str(teller.words["causes"][key].format(n=teller.number(number)))


def evidence_told(cause: Cause, teller: Teller) -> str:
    """Tell which figures speak for a cause, or that none does."""
    words = teller.words["causes"]
    if len(cause.claims) > 1 or cause.change == "unaccounted":
        return ""
    told = []
    if cause.span:
        low, high = map(teller.number, cause.span)
        key = "span_one" if low == high else "span"
        told.append(words[key].format(low=low, high=high))
    named = cause.speaks_for_it[:SPEAKING]
    first = teller.claims[cause.claims[0]]
    figures = "; ".join(beside(teller.claims[key], first, teller) for key in named)
    more = len(cause.speaks_for_it) - len(named)
    if figures:
        form = words["speaks_more" if more else "speaks"]
        told.append(form.format(figures=figures, n=teller.number(more)))
    elif not cause.span:
        told.append(words["nothing_speaks"])
    return " ".join(told)


def beside(claim: Claim, other: Claim, teller: Teller) -> str:
    """Tell a figure, and of whom it is where that is not told of another beside it."""
    told = teller.figure(claim)
    same = (claim.population, claim.place) == (other.population, other.place)
    whom = ", ".join(filter(None, (claim.population, claim.place)))
    return told if same or not whom else f"{told} ({whom})"


def cause_json(cause: Cause, teller: Teller, found: Sequence[Contradiction]) -> Mapping[str, Any]:
    """Return a cause; ``fields`` are those of the figure that would read otherwise."""
    was = teller.claims[cause.claims[0]]
    now = claim_to_row(cause.now) if cause.now else {}
    before = claim_to_row(was)
    return {
        "claims": list(cause.claims),
        "change": cause.change,
        "fields": {key: value for key, value in now.items() if before[key] != value},
        "contradictions": [list(found[place].claims) for place in cause.contradictions],
        "speaks_for_it": list(cause.speaks_for_it),
        "leaves": [list(each) for each in cause.brings],
        "told": cause_told(cause, teller, found),
    }
