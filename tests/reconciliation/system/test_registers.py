"""Registers: what is entered was taken before; a stock is what was entered less what left."""

from __future__ import annotations

import json

import pytest
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
from habeas.vocabulary import Claim, InputError, Scope, Scopes

VIASNA = Viewpoint("Viasna", frozenset({"Viasna"}))
MAY, JUNE = "2025-05-31", "2025-06-30"


def entered(name: str, value: int, end: str, start: str = "", **more: str) -> Claim:
    return claim(name, "registered", value, end, start, claimant="Viasna", kind="ngo",
                 modality="verified", scope="political_prisoners",
                 cumulative=not start, **more)  # fmt: skip


def stock(name: str, value: int, end: str) -> Claim:
    return claim(name, "held", value, end, claimant="Viasna", kind="ngo", modality="verified",
                 scope="political_prisoners")  # fmt: skip


def found(claims: list[Claim], *asked: str, by: Viewpoint | None = None) -> Reconciliation:
    questions = [Question.parse(each) for each in asked]
    more = {} if by is None else {"viewpoint": by}
    return reconcile(claims, SCOPES, questions=questions, **more)


def sets(claims: list[Claim]) -> list[tuple[str, ...]]:
    return [each.claims for each in found(claims).contradictions]


def test_entries_of_a_month_must_fit_between_two_totals_of_one_register():
    totals = [entered("a", 3500, MAY), entered("b", 3531, JUNE)]
    assert sets([*totals, entered("m", 46, JUNE, "2025-06-01")]) == [("a", "b", "m")]
    assert sets([*totals, entered("m", 31, JUNE, "2025-06-01")]) == []


def test_two_registers_need_not_agree():
    other = claim("b", "registered", 3400, JUNE, claimant="Dissidents", kind="ngo",
                  modality="verified", scope="political_prisoners")  # fmt: skip
    assert sets([entered("a", 3500, MAY), other]) == []


def test_a_register_cannot_grow_by_more_than_was_entered():
    claims = [stock("a", 1000, MAY), stock("b", 1050, JUNE), entered("m", 40, JUNE, "2025-06-01")]
    assert sets(claims) == [("a", "b", "m")]


def test_who_is_entered_when_already_free_enters_and_leaves_at_once():
    claims = [
        stock("a", 1000, MAY),
        stock("b", 990, JUNE),
        entered("m", 40, JUNE, "2025-06-01"),
        claim("freed", "released", 20, JUNE, "2025-06-01", claimant="Viasna", kind="ngo",
              modality="verified", scope="political_prisoners", cumulative=False),
    ]  # fmt: skip
    assert sets(claims) == []


def test_an_entry_says_of_arrests_only_that_they_happened_before():
    claims = [entered("m", 40, JUNE, "2025-06-01")]
    result = found(claims, f"detained political_prisoners {JUNE}",
                   f"detained political_prisoners 2025-06-01..{JUNE}")  # fmt: skip
    assert [bound.low for bound in result.view.bounds] == [40, 0]


def test_entries_can_be_asked_and_their_proofs_stand_alone():
    claims = [entered("a", 3500, MAY), entered("m", 46, JUNE, "2025-06-01"), stock("s", 1000, MAY)]
    result = found(claims, f"registered political_prisoners {JUNE}",
                   f"detained political_prisoners {JUNE}",
                   f"held political_prisoners {MAY}", by=VIASNA)  # fmt: skip
    assert [bound.low for bound in result.view.bounds] == [3546, 3546, 1000]
    files = proof_files(result, claims, Teller({each.id: each for each in claims}, SCOPES))
    assert {name: fault(text) for name, text in files.items()} == dict.fromkeys(files, "")
    stolen = json.loads(files["answer-001-low.json"])
    stolen["conclusion"]["measure"] = "detained"
    assert fault(json.dumps(stolen))


def test_contradictions_of_registers_have_proofs_that_stand_alone():
    claims = [stock("a", 1000, MAY), stock("b", 1050, JUNE), entered("m", 40, JUNE, "2025-06-01")]
    result = found(claims)
    files = proof_files(result, claims, Teller({each.id: each for each in claims}, SCOPES))
    assert list(map(fault, files.values())) == [""]


def test_of_entries_that_nobody_counts_nothing_is_known():
    result = found([stock("s", 10, MAY)], f"registered political_prisoners {MAY}")
    assert (result.view.bounds[0].low, result.view.bounds[0].high) == (0, None)


def test_who_reports_entries_into_a_register_speaks_of_the_one_whose_it_is():
    scopes = Scopes((Scope("political_prisoners", register_of="Viasna"),))
    reported = claim("paper", "registered", 46, JUNE, "2025-06-01", claimant="Paper", kind="press",
                     scope="political_prisoners", cumulative=False)  # fmt: skip
    claims = [entered("a", 3500, MAY), reported]
    asked = [Question.parse(f"registered political_prisoners {JUNE}")]
    result = reconcile(claims, scopes, questions=asked)
    assert result.view.bounds[0].low == 3546
    files = proof_files(result, claims, Teller({each.id: each for each in claims}, scopes))
    assert {name: fault(text) for name, text in files.items()} == dict.fromkeys(files, "")
    stolen = json.loads(files["answer-001-low.json"])
    stolen["scopes"]["political_prisoners"]["register_of"] = ""
    assert fault(json.dumps(stolen))


def test_a_question_about_entries_is_asked_of_the_register_whose_scope_it_is():
    other = claim("b", "registered", 3400, JUNE, claimant="Dissidents", kind="ngo",
                  modality="verified", scope="political_prisoners")  # fmt: skip
    claims = [entered("a", 3500, MAY), other]
    asked = [Question.parse(f"registered political_prisoners {JUNE}")]
    with pytest.raises(InputError, match="several registers"):
        reconcile(claims, SCOPES, questions=asked)
    scopes = Scopes((Scope("political_prisoners", register_of="Viasna"),))
    assert reconcile(claims, scopes, questions=asked).view.bounds[0].low == 3500
