"""Causes in words: what a figure may be, how much would vanish, and which figures speak for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from habeas.reconciliation.causes import Cause, Doubt
from habeas.reconciliation.contradictions import Contradiction
from habeas.reconciliation.proofs.arithmetic import Teller
from habeas.reconciliation.proofs.cause_records import record, records
from habeas.vocabulary import Claim

SUGGESTED = ("of_a_period", "eve")
"""The changes that other figures suggest without saying what the changed one would say."""
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
        sets = "; ".join(" / ".join(told_then(cause, each, teller)) for each in cause.brings)
        told.append(words["brings"].format(sets=sets))
    return " ".join(filter(None, told))


def told_then(cause: Cause, conflict: Sequence[str], teller: Teller) -> Iterator[str]:
    """Tell the figures of a set as they would read with a cause's change."""
    first = teller.claims[cause.claims[0]]
    for key in conflict:
        yield beside(cause.changed.get(key) or teller.claims[key], first, teller)


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
    first = teller.claims[cause.claims[0]]
    said = dict.fromkeys(beside(teller.claims[key], first, teller) for key in cause.speaks_for_it)
    named = list(said)[:SPEAKING]
    more = len(said) - len(named)
    figures = "; ".join(named)
    if figures:
        key = "suggests" if cause.change in SUGGESTED else "speaks"
        form = words[f"{key}_more" if more else key]
        told.append(form.format(figures=figures, n=teller.number(more)))
    elif not cause.span:
        told.append(words["nothing_speaks"])
    return " ".join(told)


def beside(claim: Claim, other: Claim, teller: Teller) -> str:
    """Tell a figure, and of whom it is where that is not told of another beside it."""
    told = teller.figure(claim)
    whom = teller.whom(claim) if teller.whom(claim) != teller.whom(other) else ""
    place = claim.place if claim.place != other.place else ""
    more = ", ".join(each for each in (whom, place) if each and each not in told)
    return f"{told} ({more})" if more else told


def doubt_told(doubt: Doubt, teller: Teller) -> str:
    """Ask about figures that may not mean what they seem to."""
    first, *others = (teller.claims[key] for key in doubt.claims)
    fields = {
        "figure": teller.figure(first),
        "other": "; ".join(map(teller.figure, others)),
        "published": teller.published(first),
        "id": doubt.claims[0],
        "second": doubt.claims[-1],
    }
    return str(teller.words["doubts"][doubt.sort].format(**fields))


def doubt_json(doubt: Doubt, teller: Teller) -> Mapping[str, Any]:
    """Return a question about figures."""
    return {"claims": list(doubt.claims), "ask": doubt.sort, "told": doubt_told(doubt, teller)}


def cause_json(cause: Cause, teller: Teller, found: Sequence[Contradiction]) -> Mapping[str, Any]:
    """Return a cause; ``record`` is what would stand in a row of the table if it is right.

    ``records``: all rows that would be written, those of its parts and of its other tellings too.
    """
    return {
        "claims": list(cause.claims),
        "change": cause.change,
        "record": record(cause, teller.claims),
        "records": list(records(cause, teller.claims)),
        "contradictions": [list(found[place].claims) for place in cause.contradictions],
        "speaks_for_it": list(cause.speaks_for_it),
        "leaves": [list(each) for each in cause.brings],
        "told": cause_told(cause, teller, found),
    }
