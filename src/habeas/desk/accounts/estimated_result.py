"""How many people there are whom no list of a case has, from the overlaps of its lists."""

from __future__ import annotations

from typing import Any

from habeas.desk.accounts.case_people import on_lists
from habeas.desk.accounts.result_kinds import ESTIMATED
from habeas.desk.models import Case, Result
from habeas.desk.wording import LANGUAGES
from habeas.drawing import drawn
from habeas.estimation import (
    Estimate,
    Overlaps,
    estimate_row,
    estimate_table,
    estimates,
    estimates_picture,
    estimates_told,
    identifiability,
    overlap_rows,
    overlaps_of,
    overlaps_picture,
    sentence,
)

SEED = 1
"""The same seed gives the same numbers, here and on the command line."""


def estimate_case(case: Case) -> Result:
    """Estimate how many people there are, those on no list included, and keep it.

    Where the overlaps cannot identify the number, it is said why, and no number is kept.
    """
    revision, pairs = case.revision, on_lists(case)
    content: dict[str, Any] = {"observed": 0}
    if pairs:
        table = overlaps_of(pairs)
        grounds = identifiability(table)
        found = [] if grounds.refusal else estimates(table, seed=SEED)
        cautions = [*grounds.caveats, *([grounds.refusal] if grounds.refusal else [])]
        content = as_content(table, found)
        content["cautions"] = {
            language: [sentence(each, language) for each in cautions] for language in LANGUAGES
        }
        content["refused"] = grounds.refusal is not None
    return Result.objects.keep(case, ESTIMATED, revision, content)


def as_content(table: Overlaps, found: list[Estimate]) -> dict[str, Any]:
    """Return estimates as pages show them, with the overlaps that they rest on."""
    tables = {language: estimate_table(found, language) for language in LANGUAGES}
    return {
        "observed": table.observed,
        "seed": SEED,
        "lists": list(table.lists),
        "overlaps": overlap_rows(table),
        "columns": {language: list(columns) for language, (columns, _) in tables.items()},
        "rows": {
            language: [[row[column] for column in columns] for row in rows]
            for language, (columns, rows) in tables.items()
        },
        "told": {language: list(estimates_told(found, language)) for language in LANGUAGES},
        "picture": {language: picture(table, found, language) for language in LANGUAGES},
        "json": {
            language: [estimate_row(each, table, language) for each in found]
            for language in LANGUAGES
        },
    }


def picture(table: Overlaps, found: list[Estimate], language: str) -> str:
    """Draw the overlaps, and where there are estimates what each says, as SVG."""
    whole = (
        estimates_picture(found, table, language) if found else overlaps_picture(table, language)
    )
    return drawn(whole)
