"""What a cause would have somebody write says what was tried, and dissolves the same."""

from __future__ import annotations

from dataclasses import replace

from case import SCOPES, claim

from habeas.reconciliation import reconcile, records
from habeas.vocabulary import Claim, claim_from_row, claim_to_row


def written(claims: list[Claim]) -> list[Claim]:
    """Return claims with what their first cause would have somebody write."""
    held = {each.id: each for each in claims}
    rows = {row["id"]: row for row in records(reconcile(claims, SCOPES).causes[0], held)}
    return [claim_from_row({**claim_to_row(one), **rows.get(one.id, {})}) for one in claims]


def announced() -> list[Claim]:
    return [
        claim("one", "released", 99, "2025-12-25", "2025-12-25"),
        claim("two", "released", 99, "2025-12-26", "2025-12-26"),
        claim("all", "released", 187, "2025-12-31", "2025-12-18", cumulative=False),
    ]


def test_what_is_written_dissolves_what_the_cause_was_tried_on():
    held_as_released = [
        claim("right", "held", 711, "2026-01-29"),
        claim("wrong", "released", 711, "2026-01-29", "2024-07-28"),
        claim("later", "released", 341, "2026-02-01", "2024-07-28"),
        claim("last", "released", 342, "2026-02-02", "2024-07-28"),
    ]
    for claims in (held_as_released, announced()):
        assert reconcile(claims, SCOPES).contradictions
        assert not reconcile(written(claims), SCOPES).contradictions


def test_a_row_that_corrects_another_already_is_left_to_a_person():
    claims = announced()
    held = {each.id: each for each in claims}
    cause = reconcile(claims, SCOPES).causes[0]
    other = cause.claims[1]
    assert records(cause, held) == ({"id": other, "corrects": cause.claims[0]},)
    taken = {**held, other: replace(held[other], corrects="all")}
    assert records(cause, taken) == ()


def test_of_a_mistaken_figure_nothing_is_written():
    claims = [
        claim("a", "held", 10, "2026-01-01"),
        claim("b", "held", 20, "2026-01-01", claimant="Mothers"),
    ]
    cause = reconcile(claims, SCOPES).causes[0]
    assert cause.change == "mistaken"
    assert records(cause, {each.id: each for each in claims}) == ()
