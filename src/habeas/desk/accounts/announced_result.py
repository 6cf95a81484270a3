"""Announced releases held against the people of a case whose release is documented by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.accounts import (
    Announced,
    announced,
    announced_json,
    announcement_cells,
    besides_told,
)
from habeas.custody import Verification, announcements, release_chart, told
from habeas.desk.accounts.case_people import doubtful_of, timelines_of_case
from habeas.desk.accounts.result_kinds import ANNOUNCED
from habeas.desk.cases import claim_values, policy_of, scopes_of
from habeas.desk.models import Case, Result
from habeas.desk.wording import LANGUAGES


def verify_case(case: Case) -> Result:
    """Hold the announcements of a case against its people, and keep what comes of it."""
    revision, claims = case.revision, claim_values(case)
    content: dict[str, Any] = {"rows": []}
    if announcements(claims):
        people, doubtful = timelines_of_case(case), doubtful_of(case)
        content = as_content(
            announced(claims, people, scopes_of(case), policy_of(case), doubtful=doubtful)
        )
    return Result.objects.keep(case, ANNOUNCED, revision, content)


def as_content(found: Announced) -> dict[str, Any]:
    """Return what was found as pages show it; people by their ids, never by name."""
    return {
        "rows": [announcement_row(each) for each in found.found],
        "people": len(found.people),
        "besides": {language: besides_told(found, language) for language in LANGUAGES},
        "never_announced": [each.person for each in found.never_announced],
        "back_inside": list(dict.fromkeys(each.person for each in found.back_inside)),
        "chart": {language: release_chart(found.found, language) for language in LANGUAGES},
        "json": {language: announced_json(found, language) for language in LANGUAGES},
    }


def announcement_row(found: Verification) -> dict[str, Any]:
    """Return one announcement, with who of those announced is documented.

    undocumented: of how many, at least and at most, no list documents the release; None where
    nothing could be compared, or there is no limit.
    """
    return {
        "claim": found.claim.id,
        "cells": {
            language: [str(cell) for cell in announcement_cells(found, language)]
            for language in LANGUAGES
        },
        "finding": found.finding.value,
        "sentence": {language: told(found, language) for language in LANGUAGES},
        "surely": list(found.surely),
        "possibly": list(found.possibly),
        "undocumented": undocumented(found),
        "by_list": {name: [count.low, count.high] for name, count in found.by_list.items()},
    }


def undocumented(found: Verification) -> Mapping[str, int | None] | None:
    """Return of how many announced people no list documents the release."""
    if found.share is None:
        return None
    high = found.announced_high
    most = None if high is None else max(high - found.documented.low, 0)
    return {"low": max(found.announced_low - found.documented.high, 0), "high": most}
