"""``habeas account``: what is said, what can be true, what is documented, what is estimated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas.cli.case_folder import CaseFolder, days_asked, placed, read_folder, scopes_asked
from habeas.cli.tables import print_json, print_table
from habeas.cli.verify_people import timelines_of
from habeas.custody import Timeline, as_claims, documented
from habeas.custody.documented import Documented
from habeas.custody.telling import words
from habeas.estimation import Estimate, Method, estimates, grounds, overlaps_of, readings
from habeas.reconciliation import (
    EVERYBODY,
    POLICIES,
    TOGETHER,
    Bound,
    Contradiction,
    Question,
    Reconciliation,
    Teller,
    reconcile,
)
from habeas.reconciliation.row import Rule
from habeas.vocabulary import Claim, InputError, Measure, Scopes

EXAMPLES = """
habeas account examples/venezuela-2024
habeas account case/ --scope political_prisoners --day 2026-01-26
habeas account case/ --people-are political_prisoners
habeas account case/ --policy strict --json
"""

QUICK = (Method.DGA, Method.LOGLINEAR, Method.CHAPMAN)
"""How the people on no list are estimated here; "habeas estimate" does more."""


@dataclass(frozen=True)
class Account:
    """One scope on one day, from four sides, and where they cannot all hold.

    says: the latest claim of each source and measure. bounds: what can be true, without what is
    only assumed. named: what is documented, None without people. estimated: of everybody ever
    listed in the scope.
    """

    scope: str
    day: date
    says: Sequence[Claim]
    bounds: Sequence[Bound]
    named: Documented | None
    estimated: Sequence[Estimate]
    contradictions: Sequence[Contradiction]


def account(  # noqa: PLR0913, PLR0917  (one option of the command line each)
    case: Annotated[
        Path, typer.Argument(help="A folder with claims.csv (or .jsonl), scopes.toml, people.csv.")
    ],
    scope: Annotated[list[str] | None, typer.Option(help="These scopes; may be repeated.")] = None,
    day: Annotated[list[str] | None, typer.Option(help="These days; may be repeated.")] = None,
    people_are: Annotated[
        str, typer.Option(metavar="SCOPE", help="Of which scope people are whose rows name none.")
    ] = "",
    columns: Annotated[
        Path | None, typer.Option(help="What the people's columns mean (TOML), as for link.")
    ] = None,
    policy: Annotated[
        str, typer.Option(help="How words become numbers: plain or strict.")
    ] = "plain",
    limit: Annotated[int, typer.Option(min=0, help="How many contradictions at most.")] = 200,
    lang: Annotated[str, typer.Option(help="The language of the sentences: en or es.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Give account of a case: per scope and day, all that is known, side by side.

    What each source says; what can be true, given all that is trusted and documented; what is
    documented by name; what is estimated; and where they cannot all hold.
    """
    if policy not in POLICIES:
        raise InputError(
            "is not a policy", "Write plain or strict.", column="--policy", value=policy
        )
    by_name = words(lang)["by_name"]
    folder = read_folder(case, columns, lang)
    scopes, days = scopes_asked(folder, scope or ()), days_asked(folder, day or ())
    timelines = placed(timelines_of(folder.people), folder, people_are)
    named = {
        (each.scope, each.day): each
        for key in scopes
        for each in documented(timelines, days, key, by_list=False, scopes=folder.scopes)
    }
    counted = [replace(claim, claimant=by_name) for claim in as_claims(named.values())]
    claims = folder.claims + counted
    asked = [Question(measure, key, when) for key in scopes for when in days for measure in Measure]
    found = reconcile(
        claims, folder.scopes, POLICIES[policy], EVERYBODY, askable(asked, folder), limit=limit
    )
    accounts = [
        put_together(folder, found, key, when, named.get((key, when)), timelines)
        for key in scopes
        for when in days
    ]
    teller = Teller({claim.id: claim for claim in claims}, folder.scopes, lang)
    if as_json:
        print_json([as_row(each, teller) for each in accounts])
        return
    for each in accounts:
        show(each, teller, lang)


def askable(asked: Sequence[Question], folder: CaseFolder) -> list[Question]:
    """Keep the questions about scopes that some claim speaks of."""
    known = set(folder.scope_of.values())
    return [question for question in asked if question.scope in known]


def put_together(
    folder: CaseFolder, found: Reconciliation, scope: str, day: date, named: Documented | None,
    people: Sequence[Timeline],
) -> Account:  # fmt: skip
    """Put the four sides of one scope and day together."""
    bounds = [b for b in found.view.bounds if (b.question.scope, b.question.end) == (scope, day)]
    told = [claim for claim in folder.claims if folder.scope_of[claim.id] == scope]
    about = {claim.id for claim in told}
    clashes = [
        each for each in found.contradictions
        if any(key in about or key.startswith(f"named-{scope}-") for key in each.claims)
        and TOGETHER.name in each.readings
    ]  # fmt: skip
    return Account(
        scope, day, latest(told, day), list(filter(None, map(known, bounds))),
        named if folder.people else None, estimated(people, scope, folder.scopes), clashes,
    )  # fmt: skip


def known(bound: Bound) -> Bound | None:
    """Return what a bound of deaths knows: that no claim counts any is no knowledge of none.

    Where the upper end rests on that, it is left out; None where nothing is left to say.
    """
    proof = bound.high_proof
    if bound.question.measure is not Measure.DIED or proof is None:
        return bound
    rules = [step.row.origin for step in proof.steps if isinstance(step.row.origin, Rule)]
    if not any(rule.what == "no deaths reported" for rule in rules):
        return bound
    return replace(bound, high=None, high_proof=None) if bound.low else None


def latest(told: Sequence[Claim], day: date) -> list[Claim]:
    """Return the last claim that each source makes of each measure by a day."""
    last: dict[tuple[str, Measure], Claim] = {}
    dated = [
        (claim.period.end.latest, claim)
        for claim in told
        if claim.modality.binds and claim.period.end
    ]
    for end, claim in sorted(dated, key=lambda pair: pair[0]):
        if end <= day and (claim.cumulative or not claim.measure.is_flow):
            last[claim.claimant, claim.measure] = claim
    return sorted(last.values(), key=lambda claim: (claim.measure, claim.claimant))


def estimated(people: Sequence[Timeline], scope: str, scopes: Scopes) -> list[Estimate]:
    """Estimate how many people there ever were in a scope, those on no list included."""
    pairs = [
        (person.person, name) for person in people for name in person.lists
        if person.surely_in(scope, scopes)
    ]  # fmt: skip
    table = overlaps_of(pairs)
    found = grounds(table)
    if found.refusal:
        return []
    width = len(found.table.lists)
    fitting = [m for m in QUICK if (m is Method.CHAPMAN) == (width == 2)]
    return estimates(table, fitting, sensitivity=False)


def show(found: Account, teller: Teller, lang: str) -> None:
    """Print one account."""
    say = words(lang)["account"]
    typer.echo(f"{teller.scope(found.scope)}, {teller.day(found.day)}\n")
    rows = [dict(zip(say["columns"], cells, strict=True)) for cells in table_rows(found, lang)]
    print_table(say["columns"], rows)
    if found.estimated:
        typer.echo("\n" + "\n".join(readings(found.estimated, lang)))
    for number, each in enumerate(found.contradictions, 1):
        strength = say["strengths"][each.strength.value]
        typer.echo(f"\n{number}. [{strength}] {teller.contradiction(each.proof)}")
    typer.echo("")


def table_rows(found: Account, lang: str) -> list[tuple[object, ...]]:
    """Return what is said, what can be true and what is documented.

    A row each: the measure, who says it, at least, at most, the claim.
    """
    say = words(lang)
    rows: list[tuple[object, ...]] = []
    for measure in Measure:
        name = say["measures"][measure.value]
        for claim in found.says:
            if claim.measure is measure:
                said = claim.quantity
                ends = (said.value,) * 2 if said.low is None else (said.low, said.high)
                rows.append((name, claim.claimant, *ends, claim.id))
        if found.named and found.named.count(measure):
            rows.append((name, say["by_name"], found.named.count(measure), None, None))
        rows += [
            (name, say["account"]["can"], bound.low, bound.high, None)
            for bound in found.bounds
            if bound.question.measure is measure
        ]
    return rows


def as_row(found: Account, teller: Teller) -> Mapping[str, Any]:
    """Return an account as others read it."""
    return {
        "scope": found.scope,
        "day": found.day.isoformat(),
        "says": [
            {"claim": claim.id, "claimant": claim.claimant, "measure": claim.measure.value,
             "value": claim.quantity.value, "qualifier": claim.quantity.qualifier.value}
            for claim in found.says
        ],
        "can_be_true": {
            bound.question.measure.value: {"low": bound.low, "high": bound.high}
            for bound in found.bounds
        },
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
        "contradictions": [
            {"claims": list(each.claims), "strength": each.strength.value,
             "arithmetic": teller.contradiction(each.proof)}
            for each in found.contradictions
        ],
    }  # fmt: skip
