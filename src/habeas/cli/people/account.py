"""``habeas account``: what is said, what can be true, what is documented, what is estimated."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from habeas.accounts import account_json, accounts, days_asked, placed, scopes_asked
from habeas.cli.console import Json, Language, PeopleColumns, Policy, print_json, tell
from habeas.cli.people.account_told import show
from habeas.cli.people.case_folder import CaseFolder, read_folder
from habeas.cli.people.verify_people import timelines_of
from habeas.custody import Timeline, number, words
from habeas.population_titles import with_known_titles
from habeas.reconciliation import POLICIES, Teller

EXAMPLES = """
habeas account examples/venezuela-2024
habeas account case/ --scope political_prisoners --day 2026-01-26
habeas account case/ --people-are political_prisoners
habeas account case/ --policy strict --json
"""


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
    folder = read_folder(case, columns, lang)
    asked = scopes_asked(folder.scope_of, folder.scopes, scope or ())
    days = days_asked(folder.claims, day or ())
    people = people_placed(folder, people_are, lang)
    found = accounts(
        folder.claims, folder.scopes, people, POLICIES[policy],
        asked=asked, days=days, by_name=words(lang)["by_name"], limit=limit,
    )  # fmt: skip
    titled = with_known_titles(folder.scopes)
    tellers = [(each, Teller(each.claims, titled, lang)) for each in found]
    if as_json:
        print_json([account_json(each, teller, lang) for each, teller in tellers])
        return
    for each, teller in tellers:
        show(each, teller, lang)


def people_placed(folder: CaseFolder, people_are: str, lang: str) -> Sequence[Timeline]:
    """Return the people of a folder, each in a scope; tell how many rows name none."""
    found = placed(timelines_of(folder.people), folder.claims, folder.scopes, people_are)
    if found.adrift:
        kind = "adrift_in" if found.outer else "adrift"
        counted = number(found.adrift, lang)
        tell(words(lang)["account"][kind].format(count=counted, scope=found.outer))
    return found.people
