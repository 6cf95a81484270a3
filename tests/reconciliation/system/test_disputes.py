"""A source that contradicts itself: what holds whichever of its figures is wrong."""

from __future__ import annotations

from case import SCOPES, claim

from habeas.reconciliation import (
    Question,
    Reconciliation,
    Teller,
    Viewpoint,
    fault,
    proof_files,
    reconcile,
)
from habeas.vocabulary import Claim

DAY = "2025-12-23"
ASKED = Question.parse(f"held political_prisoners {DAY}")


def counted(name: str, value: int, part: str = "", **more: str) -> Claim:
    scope = "subgroup" if part else "political_prisoners"
    return claim(
        name, "held", value, DAY, scope=scope, part_of="all" if part else "", population=part,
        claimant="Viasna", kind="ngo", modality="verified", **more,
    )  # fmt: skip


def answer(claims: list[Claim], *, by: Viewpoint | None = None) -> Reconciliation:
    more = {} if by is None else {"viewpoint": by}
    return reconcile(claims, SCOPES, questions=[ASKED], **more)


MISPRINT = [counted("all", 1135), counted("men", 968, "men"), counted("women", 168, "women")]


def test_a_misprint_does_not_bind_the_truth_and_the_register_still_does():
    [bound] = answer(MISPRINT).view.bounds
    assert (bound.low, bound.high) == (1135, None)


def test_the_register_alone_is_told_between_the_figures_of_which_one_is_wrong():
    alone = answer(MISPRINT, by=Viewpoint("Viasna", frozenset({"Viasna"})))
    [bound] = alone.view.bounds
    assert (bound.low, bound.high) == (1135, 1136)
    assert alone.view.set_aside == ()
    assert alone.view.disputed == {"Viasna": (("all", "men", "women"),)}


def test_each_end_has_a_proof_that_stands_whichever_figure_is_wrong():
    result = answer(MISPRINT)
    teller = Teller({each.id: each for each in MISPRINT}, SCOPES)
    files = proof_files(result, MISPRINT, teller)
    assert {name: fault(text) for name, text in files.items()} == dict.fromkeys(files, "")
    [bound] = result.view.bounds
    bases = [set(proof.claims) for proof in (bound.low_proof, *bound.low_otherwise)]
    assert all(any(wrong not in each for each in bases) for wrong in ("all", "men", "women"))
    assert "answer-001-low-2.json" in files
    assert "then at least 1,136 = 968" in teller.bound(bound, "low")


def test_two_figures_of_one_source_for_one_thing_are_a_range():
    cabello = [
        claim(name, "released", value, "2026-01-05", "2025-12-08", claimant="Minister")
        for name, value in (("first", 897), ("second", 896))
    ]
    question = Question.parse("released protest_detainees 2025-12-08..2026-01-05")
    result = reconcile(cabello, SCOPES, questions=[question])
    [bound] = result.view.bounds
    assert (bound.low, bound.high) == (896, 897)
    assert result.view.set_aside == ()


def test_what_other_sources_say_is_not_in_dispute():
    ministry = claim("ministry", "held", 1200, DAY, scope="political_prisoners",
                     qualifier="at_least")  # fmt: skip
    [bound] = answer([*MISPRINT, ministry]).view.bounds
    assert (bound.low, bound.low_otherwise) == (1200, ())


def test_the_dearer_figure_stands_where_one_least_repair_is_the_only_one():
    twice = [counted("again", 1136), *MISPRINT]
    [bound] = answer(twice).view.bounds
    assert bound.low == 1136


def test_sources_that_contradict_one_another_are_still_repaired_by_the_least():
    ministry = claim("ministry", "held", 900, DAY, scope="political_prisoners")
    result = answer([*MISPRINT, ministry])
    assert result.view.set_aside == ("ministry",)
    assert result.view.bounds[0].low == 1135


def test_what_repairs_the_conflicts_first_met_and_leaves_another_is_no_repair():
    """Either of two totals, against one another; but one of them is against the stock as well."""
    own = {"claimant": "Viasna", "kind": "ngo"}
    claims = [
        claim("none", "detained", 0, "2025-01-03", **own),
        claim("stock", "held", 1, "2025-01-01", **own),
        claim("one", "detained", 1, "2025-01-03", **own),
    ]
    asked = Question.parse("held protest_detainees 2025-01-03")
    alone = Viewpoint("Viasna", frozenset({"Viasna"}))
    result = reconcile(claims, SCOPES, viewpoint=alone, questions=[asked])
    assert result.view.set_aside == ("none",)
    assert (result.view.bounds[0].low, result.view.bounds[0].high) == (0, 1)
