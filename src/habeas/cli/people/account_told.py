"""An account of one scope on one day: as a table and sentences, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from habeas.accounts import Account
from habeas.cli.console import print_lines, print_table
from habeas.cli.people.verify_people import clash_rows, unclear_rows, unclear_told
from habeas.custody import Timeline, contradiction_told, last_day, number, words
from habeas.estimation import estimates_told, sentence
from habeas.reconciliation import Policy, Teller
from habeas.vocabulary import Claim, Measure

SHOWN = 20
"""So many contradictions of records are told; more are counted."""


def show(found: Account, teller: Teller, lang: str) -> None:
    """Print one account."""
    say = words(lang)["account"]
    print_lines([f"{teller.scope(found.scope)}, {teller.day(found.day)}", ""])
    rows = [dict(zip(say["columns"], cells, strict=True)) for cells in table_rows(found, lang)]
    print_table(say["columns"], rows)
    if found.set_aside:
        print_lines(["", say["set_aside"].format(claims=", ".join(found.set_aside))])
    if found.estimated:
        print_lines(["", *"\n".join(estimates_told(found.estimated, lang)).split("\n")])
    if found.not_estimated:
        reason = sentence(found.not_estimated, lang)
        print_lines(["", say["not_estimated"].format(reason=reason)])
    for place, each in enumerate(found.contradictions, 1):
        strength = say["strengths"][each.strength.value]
        arithmetic = teller.contradiction(each.proof, each.shortfall)
        print_lines(["", f"{place}. [{strength}] {arithmetic}"])
    told = records_told(found.people, lang)
    print_lines([*([""] if told else []), *told, ""])


def records_told(people: Sequence[Timeline], lang: str) -> list[str]:
    """Tell what records of people contradict each other on, and which statuses are unclear."""
    clashes = [
        f"{person.person}: {contradiction_told(clash, lang)}."
        for person in people
        for clash in person.contradictions
    ]
    more = len(clashes) - SHOWN
    rest = [words(lang)["account"]["more_clashes"].format(count=number(more, lang))]
    return [*clashes[:SHOWN], *(rest if more > 0 else []), *unclear_told(people, lang)]


def table_rows(found: Account, lang: str) -> list[tuple[object, ...]]:
    """Return what is said, what can be true and what is documented.

    A row each: the measure, who says it, at least, at most, the claim, the days it is about.
    """
    say = words(lang)
    rows: list[tuple[object, ...]] = []
    for measure in Measure:
        name = say["measures"][measure.value]
        rows += [
            (name, claim.claimant, *found.policy.range_of(claim.quantity), claim.id, days(claim))
            for claim in found.says
            if claim.measure is measure
        ]
        if found.named and found.named.count(measure):
            rows.append((name, say["by_name"], found.named.count(measure), None, None, None))
        rows += [
            (name, say["account"]["can"], bound.low, bound.high, None, None)
            for bound in found.bounds
            if bound.question.measure is measure
        ]
    return rows


def days(claim: Claim) -> str:
    """Write the days that a claim is about: of a stock its day, of a flow its first and last."""
    end = last_day(claim)
    if not claim.measure.is_flow:
        return str(end or "")
    return f"{claim.period.start or '…'} – {end or '…'}"


def as_row(found: Account, teller: Teller, lang: str) -> Mapping[str, Any]:
    """Return an account as others read it."""
    return {
        "scope": found.scope,
        "day": found.day.isoformat(),
        "says": [said_row(claim, found.policy) for claim in found.says],
        "can_be_true": {
            bound.question.measure.value: {"low": bound.low, "high": bound.high}
            for bound in found.bounds
        },
        "set_aside": list(found.set_aside),
        "documented": None if found.named is None else {
            **{measure.value: found.named.count(measure) for measure in Measure},
            "last_seen_held": found.named.last_seen_held,
            "unsure": found.named.unsure,
        },
        "estimated": [
            {"method": each.method.value, "estimate": each.estimate, "low": each.low,
             "high": each.high, "observed": each.observed}
            for each in found.estimated
        ],
        "not_estimated": found.not_estimated and sentence(found.not_estimated, lang),
        "contradictions": [
            {"claims": list(each.claims), "strength": each.strength.value,
             "arithmetic": teller.contradiction(each.proof, each.shortfall)}
            for each in found.contradictions
        ],
        "record_contradictions": clash_rows(found.people, lang),
        "unclear": unclear_rows(found.people),
    }  # fmt: skip


def said_row(claim: Claim, policy: Policy) -> Mapping[str, Any]:
    """Return what one source says as others read it."""
    low, high = policy.range_of(claim.quantity)
    end = last_day(claim)
    return {
        "claim": claim.id,
        "claimant": claim.claimant,
        "measure": claim.measure.value,
        "value": claim.quantity.value,
        "qualifier": claim.quantity.qualifier.value,
        "low": low,
        "high": high,
        "from": claim.period.start and claim.period.start.text,
        "to": end and end.text,
        "cumulative": claim.cumulative,
    }
