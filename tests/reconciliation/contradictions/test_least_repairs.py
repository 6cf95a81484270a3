"""What is set aside: what one source says in one breath weighs once, the most contested first."""

from __future__ import annotations

from case import SCOPES, claim

from habeas.reconciliation import reconcile
from habeas.vocabulary import Claim

GROUP = {"claimant": "Group", "kind": "ngo"}


def aside(claims: list[Claim]) -> tuple[str, ...]:
    result = reconcile(claims, SCOPES)
    return next(each.claims for each in result.repairs if each.reading == "together")


def test_what_a_source_says_in_one_breath_weighs_once():
    claims = [
        claim("a", "held", 50, "2025-01-01", document="speech"),
        claim("b", "held", 70, "2025-03-01", document="speech"),
        claim("c", "held", 10, "2025-01-01", document="report of January", **GROUP),
        claim("d", "held", 20, "2025-03-01", document="report of March", **GROUP),
    ]
    assert aside(claims) == ("a", "b")


def test_two_sources_in_one_document_are_two_breaths():
    claims = [
        claim("a", "held", 50, "2025-01-01", document="page"),
        claim("b", "held", 70, "2025-03-01", document="page", claimant="President"),
        claim("c", "held", 10, "2025-01-01", document="report", **GROUP),
        claim("d", "held", 20, "2025-03-01", document="report", **GROUP),
    ]
    assert aside(claims) == ("c", "d")


def test_of_repairs_of_equal_cost_the_figure_in_most_contradictions_comes_first():
    claims = [
        claim("first", "released", 40, "2024-12-01", "2024-12-01"),
        claim("second", "released", 40, "2024-12-05", "2024-12-05"),
        claim("third", "released", 40, "2024-12-09", "2024-12-09"),
        claim("total", "released", 70, "2024-12-31", **GROUP),
    ]
    assert aside(claims) == ("total",)


def test_a_breath_costs_as_much_as_its_dearest_figure():
    said = {"document": "report", "modality": "verified", **GROUP}
    report = [
        claim("a", "held", 50, "2025-01-01", **said),
        claim("b", "held", 60, "2025-02-01", **said),
        claim("c", "held", 70, "2025-03-01", **said),
    ]
    others = [
        claim("d", "held", 40, "2025-01-01"),
        claim("e", "held", 40, "2025-02-01"),
        claim("f", "held", 40, "2025-03-01"),
    ]
    assert aside([*report, others[0]]) == ("d",)
    assert aside([*report, *others]) == ("a", "b", "c")
