"""What would rest on figures that the case itself marks as corrected."""

from __future__ import annotations

from case import SCOPES, claim

from habeas.reconciliation import PLAIN, Case, place_claims, reconcile, replaced
from habeas.vocabulary import Claim

RIGHT = claim("right", "released", 187, "2025-01-31", "2025-01-01", cumulative=False)
MISPRINT = claim("misprint", "released", 871, "2025-01-31", "2025-01-01", cumulative=False,
                 claimant="Outlet", kind="press")  # fmt: skip
DAYS = [claim(f"all{n}", "released", 300, f"2025-02-0{n}", "2024-07-28") for n in (1, 2)]


def told(claims: list[Claim]) -> list[tuple[str, str, int]]:
    case = Case.of(claims, place_claims(claims, SCOPES), PLAIN)
    return [(each.claim, each.by, each.contradictions) for each in replaced(case, claims)]


def test_a_corrected_figure_binds_nothing_and_what_would_rest_on_it_is_counted():
    mark = claim("mark", "released", 187, "2025-01-31", "2025-01-01", cumulative=False,
                 claimant="Outlet", kind="press", corrects="misprint")  # fmt: skip
    claims = [RIGHT, MISPRINT, mark, *DAYS]
    assert not reconcile(claims, SCOPES).contradictions
    # With the 187 (one set, whoever says it), and with each of the two totals.
    [(figure, by, contradictions)] = told(claims)
    assert (figure, by) == ("misprint", "mark")
    assert contradictions >= 3


def test_where_nothing_is_marked_nothing_is_told():
    assert told([RIGHT, MISPRINT, *DAYS]) == []


def test_a_corrected_figure_that_contradicts_nothing_carries_nothing():
    mark = claim("mark", "released", 187, "2025-01-31", "2025-01-01", cumulative=False,
                 corrects="right")  # fmt: skip
    assert told([RIGHT, mark]) == [("right", "mark", 0)]
