"""The account of a case: what is said, can be true, is documented and is estimated, of a day."""

from __future__ import annotations

from typing import Any

from habeas.accounts import (
    Account,
    account_json,
    account_table,
    accounts,
    days_asked,
    placed,
    records_told,
    scopes_asked,
)
from habeas.custody import words as custody_words
from habeas.desk.accounts.case_people import timelines_of_case
from habeas.desk.accounts.result_kinds import ACCOUNT
from habeas.desk.cases import claim_values, policy_of, scopes_of
from habeas.desk.models import Case, Result
from habeas.desk.wording import LANGUAGES
from habeas.estimation import estimates_told, sentence
from habeas.population_titles import with_known_titles
from habeas.reconciliation import Teller, place_claims

LIMIT = 200
"""How many contradictions at most, of each group of touching scopes, as on the command line."""


def account_case(case: Case, day: str = "") -> Result:
    """Give account of each scope of a case on a day, and keep it.

    day: as 2026-01-08; "" for the last that a claim speaks of. Raises InputError on what is none.
    """
    revision, claims, scopes = case.revision, claim_values(case), scopes_of(case)
    content: dict[str, Any] = {"accounts": {}}
    if claims:
        scope_of = place_claims(claims, scopes).scope_of
        people = placed(timelines_of_case(case), claims, scopes)
        language = case.language if case.language in LANGUAGES else LANGUAGES[0]
        found = accounts(
            claims, scopes, people.people, policy_of(case),
            asked=scopes_asked(scope_of, scopes), days=days_asked(claims, [day] if day else ()),
            by_name=custody_words(language)["by_name"], limit=LIMIT,
        )  # fmt: skip
        titled = with_known_titles(scopes)
        told = {
            one: [as_told(each, Teller(each.claims, titled, one), one) for each in found]
            for one in LANGUAGES
        }
        content = {"accounts": told, "adrift": people.adrift, "outer": people.outer}
    return Result.objects.keep(case, ACCOUNT, revision, content)


def as_told(found: Account, teller: Teller, language: str) -> dict[str, Any]:
    """Return one account in a language, as pages show it and as others read it (``json``)."""
    say = custody_words(language)["account"]
    return {
        "title": f"{teller.scope(found.scope)}, {teller.day(found.day)}",
        "columns": list(say["columns"]),
        "rows": [list(map(shown, row)) for row in account_table(found, language)],
        "set_aside": list(found.set_aside),
        "estimated": list(estimates_told(found.estimated, language)) if found.estimated else [],
        "not_estimated": sentence(found.not_estimated, language) if found.not_estimated else "",
        "contradictions": [
            {
                "strength": each.strength.value if each.shortfall is None else "shortfall",
                "arithmetic": teller.contradiction(each.proof, each.shortfall).splitlines(),
            }
            for each in found.contradictions
        ],
        "records": records_told(found.people, language),
        "json": account_json(found, teller, language),
    }


def shown(cell: object) -> object:
    """Return a cell as JSON keeps it: numbers as such, else its words."""
    return cell if cell is None or isinstance(cell, int) else str(cell)
