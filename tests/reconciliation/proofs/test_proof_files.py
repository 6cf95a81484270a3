"""Proofs as files: complete, verified by a program that shares nothing with the engine."""

from __future__ import annotations

import ast
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from case import SCOPES, claim
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.reconciliation import PLAIN, STRICT, Policy, Question, Teller, Viewpoint, reconcile
from habeas.reconciliation.proofs import check_proof
from habeas.reconciliation.proofs.check_proof import fault
from habeas.reconciliation.proofs.proof_files import proof_files
from habeas.vocabulary import Claim, Evidence, ProofError

CHECKER = Path(check_proof.__file__)
PRISONERS = {"scope": "political_prisoners"}
GROUP = {"claimant": "Group", "kind": "ngo", "modality": "verified", **PRISONERS}
CLAIMS = [
    claim("arrested", "detained", 2400, "2026-01-01", qualifier="about"),
    claim("freed", "released", 2000, "2026-01-01", qualifier="nearly"),
    claim("groups", "held", 900, "2026-01-01", qualifier="about", claimant="Groups", **PRISONERS),
    claim("counted", "held", 700, "2026-01-02", qualifier="more_than", modality="verified"),
    claim("women", "held", 130, "2026-01-01", scope="subgroup", part_of="groups",
          population="women", claimant="Groups"),
    claim("men", "held", 500, "2026-01-01", scope="subgroup", part_of="groups",
          population="men", claimant="Groups"),
    claim("dead", "died", 3, "2025-10", "2025-09-01", claimant="Families", **PRISONERS),
    claim("taken", "detained", 40, "2025-12-31", "2025-12-01", **GROUP),
    claim("register", "held", 880, "2025-11-30", **GROUP),
    claim("late", "held", 990, "2025-12-31", **GROUP),
    claim("december", "released", None, "2025-12-31", "2025-12-01", qualifier="dozens", **GROUP),
    claim("total", "detained", 50, "2025-12-20", "2025-12-01", **GROUP),
]  # fmt: skip
ASKED = [
    "held protest_detainees 2026-01-01",
    "held political_prisoners-protest_detainees 2026-01-01",
    "released political_prisoners 2025-12-01..2025-12-31",
    "detained political_prisoners 2026-01-01",
    "died political_prisoners 2025-12-31",
]


def files(
    claims: Sequence[Claim] = CLAIMS, policy: Policy = PLAIN, trust: str = ""
) -> dict[str, str]:
    viewpoint = Viewpoint(trust, frozenset({trust})) if trust else Viewpoint()
    asked = [Question.parse(text) for text in ASKED]
    result = reconcile(claims, SCOPES, policy, viewpoint, asked)
    teller = Teller({each.id: each for each in claims}, SCOPES)
    return dict(proof_files(result, claims, teller))


PLAIN_FILES = files()
STORY_FILES = files(CLAIMS[:3])
ALL_FILES = [
    *PLAIN_FILES.values(),
    *files(policy=STRICT).values(),
    *files(trust="Group").values(),
]


@pytest.mark.parametrize("policy", [PLAIN, STRICT], ids=["plain", "strict"])
@pytest.mark.parametrize("claimant", ["Group", ""])
@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(),
        Evidence(published="2026-01-03"),
        Evidence(url="https://example.org/a", published="2026-01-03"),
        Evidence(document="a", url="https://example.org/a"),
        Evidence(document="a", published="2025-12-20"),
    ],
    ids=["nothing", "a day alone", "an address", "a document", "a day before"],
)
def test_a_proof_of_a_table_holds_whatever_its_rows_tell_of_where_they_stood(
    policy: Policy, claimant: str, evidence: Evidence
):
    said = {"qualifier": "at_least", "claimant": claimant}
    claims = [
        replace(claim("held", "held", 14, "2025-12-30", **said), evidence=evidence),
        replace(claim("other", "held", 9, "2025-12-30", **said), evidence=evidence),
        replace(claim("total", "released", 5, "2025-12-31", "2025-12-01", **said),
                evidence=evidence),
    ]  # fmt: skip
    made = files(claims, policy)
    assert "answer-004-low.json" in made
    assert [fault(text) for text in made.values()] == [""] * len(made)


def test_every_contradiction_and_both_ends_of_each_answer_become_a_file_that_proves_them():
    names = sorted(PLAIN_FILES)
    assert {f"answer-00{number}-low.json" for number in range(1, 5)} <= {*names}
    assert sum(name.startswith("contradiction-") for name in names) >= 3
    for text in ALL_FILES:
        assert fault(text) == ""


def test_a_file_shows_what_the_figures_said_and_the_rules_of_the_case():
    proof = json.loads(STORY_FILES["answer-001-high.json"])
    said = {
        each["id"]: (each["value"], each["qualifier"], each["range"]) for each in proof["claims"]
    }
    assert said["arrested"] == (2400, "about", [2280, 2520])
    assert said["freed"] == (2000, "nearly", [1900, 1999])
    assert proof["conclusion"]["people"] == 620
    assert proof["policy"] == "plain"
    assert "620 = 2,520" in proof["told"]


def test_the_checker_needs_nothing_but_python(tmp_path: Path):
    (tmp_path / "good.json").write_text(STORY_FILES["answer-001-low.json"])
    (tmp_path / "bad.json").write_text(STORY_FILES["answer-001-low.json"].replace("281", "282"))
    ran = subprocess.run(
        [sys.executable, "-I", "-S", CHECKER, "good.json", "bad.json"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    assert ran.stdout.startswith("good.json: proved\nbad.json: ")
    assert ran.stdout.count("proved") == 1


def test_the_checker_imports_only_what_comes_with_python_and_is_short():
    text = CHECKER.read_text("utf-8")
    assert len(text.splitlines()) < 250
    names = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(text))
        for name in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import)
            else [node.module or "habeas"] if isinstance(node, ast.ImportFrom)
            else []
        )
    }  # fmt: skip
    assert names <= sys.stdlib_module_names


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in pairs:
            yield from leaves(inner, (*path, key))
    else:
        yield path, value


def changed(value: Any) -> st.SearchStrategy[Any]:
    if isinstance(value, bool):
        return st.just(not value)
    if isinstance(value, int):
        return st.integers(-3, 3).filter(bool).map(lambda step: value + step)
    if value is None:
        return st.integers(0, 3000)
    return st.text(max_size=3).map(lambda more: more + value[1:]).filter(lambda new: new != value)


def put(proof: Any, path: tuple[Any, ...], value: Any) -> Any:
    copy = json.loads(json.dumps(proof))
    place = copy
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return copy


def sealed(proof: dict[str, Any]) -> str:
    bare = json.dumps(proof | {"sha256": ""}, sort_keys=True)
    return json.dumps(proof | {"sha256": hashlib.sha256(bare.encode()).hexdigest()})


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_file_of_which_any_number_or_name_was_changed_is_refused(data: st.DataObject):
    proof = json.loads(data.draw(st.sampled_from(ALL_FILES)))
    path, value = data.draw(st.sampled_from(list(leaves(proof))))
    assert fault(json.dumps(put(proof, path, data.draw(changed(value))))) != ""


FORCED = {"conclusion", "steps"}
FORCED_OF_CLAIMS = {"id", "value", "qualifier", "range", "measure", "scope"}


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whoever_seals_a_false_file_anew_is_refused_by_the_arithmetic(data: st.DataObject):
    proof = json.loads(data.draw(st.sampled_from(ALL_FILES)))
    forced = [
        (path, value)
        for path, value in leaves(proof)
        if path[0] in FORCED or (path[0] == "claims" and path[2] in FORCED_OF_CLAIMS)
    ]
    path, value = data.draw(st.sampled_from(forced))
    forged = put(proof, path, data.draw(changed(value)))
    assert fault(sealed(forged)) != ""
    assert fault(sealed(proof)) == ""


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "7", '{"steps": []}', "[" * 10_000, "\0"])
def test_what_is_no_proof_is_refused(text: str):
    assert fault(text) != ""


def forged(name: str, **parts: Any) -> str:
    return sealed(json.loads(PLAIN_FILES[name]) | parts)


def step_of(form: str, count: str, other: Any, sign: int, scope: str = "protest_detainees") -> Any:
    row = [[sign, count, scope, "2026-01-01", "2026-01-01", ""]]
    return {"multiplier": "1", "rule": "R4", "form": form, "count": count, "scope": scope,
            "other": other, "row": row, "at_least": 0}  # fmt: skip


@pytest.mark.parametrize("other", [[], "", {}, None, ["political_prisoners"]])
def test_a_whole_without_parts_that_the_file_declares_proves_nothing(other: Any):
    proof = json.loads(PLAIN_FILES["answer-001-low.json"])
    said = proof["conclusion"] | {"proves": "at most", "measure": "released", "people": 0}
    steps = [step_of("whole", "released", other, -1)]
    nobody = proof | {"steps": steps, "conclusion": said | {"exactly": "0"}}
    assert fault(sealed(nobody)) != ""
    parts = ["political_prisoners"]
    nobody["partitions"] = [{"whole": "protest_detainees", "parts": parts, "complete": True}]
    assert fault(sealed(nobody)) != ""


def test_the_registers_of_two_claimants_are_not_one():
    texts = map(json.loads, files(trust="Group").values())
    proof = next(each for each in texts if len(each["claims"]) > 1 and each["reading"]["exact"])
    assert fault(sealed(proof)) == ""
    assert "one claimant" in fault(sealed(put(proof, ("claims", 0, "claimant"), "Other")))
    assert "one claimant" in fault(sealed(put(proof, ("reading", "name"), "together")))


@pytest.mark.parametrize("value", ["false", "true", 1, None, []])
def test_what_is_true_or_false_is_written_so(value: Any):
    proof = json.loads(PLAIN_FILES["answer-001-low.json"])
    for path in (("reading", "exact"), ("claims", 0, "cumulative")):
        assert path[-1] in fault(sealed(put(proof, path, value)))


@pytest.mark.parametrize("times", ["1e999999999", "1.0", " 1", "1/0", "9" * 5000, 1, "0", "-1"])
def test_a_multiplier_is_a_positive_fraction_and_nothing_else(times: Any):
    proof = json.loads(PLAIN_FILES["answer-001-low.json"])
    assert fault(sealed(put(proof, ("steps", 0, "multiplier"), times))) != ""


def test_numbers_are_whole_however_they_are_written():
    text = STORY_FILES["answer-001-low.json"]
    assert '"at_least": 2280' in text
    for number in ("2280.0", "228e1", "1e999999999", "NaN", "true"):
        assert "at_least" in fault(text.replace('"at_least": 2280', f'"at_least": {number}'))


@pytest.mark.parametrize("day", ["2026", "2026-01", "2026-01-01-31", "20260101", "2026-01-01 "])
def test_a_conclusion_names_a_whole_day(day: str):
    proof = json.loads(STORY_FILES["answer-001-low.json"])
    assert fault(sealed(put(proof, ("conclusion", "end"), day))) != ""


def test_a_key_that_stands_twice_is_refused_whichever_would_count():
    text = STORY_FILES["answer-001-low.json"]
    assert "twice" in fault(text.replace('"people":', '"people": 9999,\n"people":'))


def test_a_conclusion_holds_nothing_that_is_not_checked():
    proof = json.loads(STORY_FILES["answer-001-low.json"])
    assert fault(sealed(proof | {"conclusion": proof["conclusion"] | {"note": "true"}})) != ""


def test_a_row_that_names_a_count_twice_is_refused():
    proof = json.loads(STORY_FILES["answer-001-low.json"])
    [term, *rest] = proof["steps"][0]["row"]
    row = [[999, *term[1:]], term, *rest]
    assert "twice" in fault(sealed(put(proof, ("steps", 0, "row"), row)))


def test_why_a_file_is_refused_is_told_without_signs_that_steer_a_terminal():
    proof = json.loads(STORY_FILES["answer-001-low.json"])
    said = fault(sealed(proof | {"policy": "\x1b[2J\u202e"}))
    assert said.isprintable()


def test_a_containment_that_the_file_does_not_declare_proves_nothing():
    within = next(name for name, text in PLAIN_FILES.items() if json.loads(text)["containment"])
    assert fault(forged(within)) == ""
    assert "does not lie within" in fault(forged(within, containment=[]))


def test_a_rule_may_not_run_back_in_time():
    proof = json.loads(STORY_FILES["answer-001-high.json"])
    step = {"multiplier": "1", "rule": "R1", "form": "never falls", "count": "released",
            "scope": "protest_detainees", "other": [], "at_least": 0,
            "row": [[1, "released", "protest_detainees", "2025-01-01", "2025-01-01", ""],
                    [-1, "released", "protest_detainees", "2026-01-01", "2026-01-01", ""]],
            }  # fmt: skip
    proof["steps"].append(step)
    assert "never falls" in fault(sealed(proof))


def test_a_policy_of_ones_own_is_not_written_as_a_proof():
    mine = Policy("mine", PLAIN.shares, PLAIN.crowds, PLAIN.day_end)
    with pytest.raises(ProofError, match="did not pass its check"):
        files(policy=mine)
