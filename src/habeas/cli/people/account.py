"""``habeas account``: what is said, what can be true, what is documented, what is estimated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.console import Json, Language, PeopleColumns, Policy, print_json
from habeas.cli.people.account_told import Account, as_row, show
from habeas.cli.people.case_folder import (
    UNPLACED,
    CaseFolder,
    days_asked,
    placed,
    read_folder,
    scopes_asked,
)
from habeas.cli.people.verify_people import timelines_of
from habeas.custody import Documented, Timeline, as_claims, documented, last_day, words
from habeas.estimation import Caveat, Estimate, Method, estimates, identifiability, overlaps_of
from habeas.population_titles import with_known_titles
from habeas.reconciliation import (
    EVERYBODY,
    POLICIES,
    TOGETHER,
    Bound,
    Question,
    Reconciliation,
    Teller,
    binding,
    reconcile,
)
from habeas.vocabulary import Claim, Measure, Scopes

EXAMPLES = """
habeas account examples/venezuela-2024
habeas account case/ --scope political_prisoners --day 2026-01-26
habeas account case/ --people-are political_prisoners
habeas account case/ --policy strict --json
"""

QUICK = (Method.DGA, Method.LOGLINEAR, Method.CHAPMAN)
"""How the people on no list are estimated here; "habeas estimate" does more."""


def account(  # noqa: PLR0913, PLR0917  (one option of the command line each)
    case: Annotated[
        Path, typer.Argument(help="A folder with claims.csv (or .jsonl), scopes.toml, people.csv.")
    ],
    scope: Annotated[list[str] | None, typer.Option(help="These scopes; may be repeated.")] = None,
    day: Annotated[list[str] | None, typer.Option(help="These days; may be repeated.")] = None,
    people_are: Annotated[
        str, typer.Option(metavar="SCOPE", help="Of which scope people are whose rows name none.")
    ] = "",
    columns: PeopleColumns = None,
    policy: Policy = "plain",
    limit: Annotated[int, typer.Option(min=0, help="How many contradictions at most.")] = 200,
    lang: Language = "en",
    as_json: Json = False,
) -> None:
    """Give account of a case: per scope and day, all that is known, side by side.

    What each source says; what can be true, given all that is trusted and documented; what is
    documented by name; what is estimated; and where they cannot all hold.
    """
    by_name = words(lang)["by_name"]
    folder = read_folder(case, columns, lang)
    scopes, days = scopes_asked(folder, scope or ()), days_asked(folder, day or ())
    timelines = placed(timelines_of(folder.people), folder, people_are, lang)
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
    titled = with_known_titles(folder.scopes)
    teller = Teller({claim.id: claim for claim in claims}, titled, lang)
    if as_json:
        print_json([as_row(each, teller, lang) for each in accounts])
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
        named if folder.people else None, *estimated(people, scope, folder.scopes), clashes,
        found.view.set_aside, [p for p in people if of_scope(p, scope, folder.scopes)],
        found.policy,
    )  # fmt: skip


def of_scope(person: Timeline, scope: str, scopes: Scopes) -> bool:
    """Whether what a person's records leave open is told of a scope: of theirs, or of any."""
    return person.surely_in(scope, scopes) or person.scopes == (UNPLACED,)


def known(bound: Bound) -> Bound | None:
    """Return a bound, None where it is of deaths and nobody counts any: that is no knowledge."""
    nobody = bound.question.measure is Measure.DIED and not bound.low and bound.high is None
    return None if nobody else bound


def latest(told: Sequence[Claim], day: date) -> list[Claim]:
    """Return the last thing that each source says of each measure by a day.

    Of totals and of what happened over a period each the last; a claim that promises, denies or is
    replaced by a correction says nothing.
    """
    last: dict[tuple[str, Measure, bool], Claim] = {}
    dated = [(end.latest, claim) for claim in binding(told) if (end := last_day(claim))]
    for end_day, claim in sorted(dated, key=lambda pair: pair[0]):
        if end_day <= day:
            last[claim.claimant, claim.measure, claim.cumulative] = claim
    return sorted(last.values(), key=lambda claim: (claim.measure, claim.claimant, claim.id))


def estimated(
    people: Sequence[Timeline], scope: str, scopes: Scopes
) -> tuple[list[Estimate], Caveat | None]:
    """Estimate how many people there ever were in a scope, those on no list included.

    Where nothing can be estimated, return also why; nothing is said where nobody is listed.
    """
    pairs = [
        (person.person, name) for person in people for name in person.lists
        if person.surely_in(scope, scopes)
    ]  # fmt: skip
    table = overlaps_of(pairs)
    found = identifiability(table)
    if found.refusal or not pairs:
        return [], found.refusal if pairs else None
    width = len(found.table.lists)
    fitting = [m for m in QUICK if (m is Method.CHAPMAN) == (width == 2)]
    return estimates(table, fitting, sensitivity=False), None
