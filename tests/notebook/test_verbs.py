"""From Python each verb takes values, data frames or files, and its result can be looked at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import habeas
from habeas.notebook import Chart
from habeas.reconciliation import fault
from habeas.vocabulary import Claim, Document, InputError, PartialDate

TEXT = (
    "The ministry announced on Thursday the release of 88 detainees. The group Free Now has "
    "verified 41."
)
ROWS: list[dict[str, Any]] = [
    {"id": "c1", "measure": "released", "value": 40, "qualifier": "exact",
     "population_kind": "political_prisoners", "period_start": "2026-01-01",
     "period_end": "2026-01-04", "claimant": "Ministry", "published": "2026-01-05"},
    {"id": "c2", "measure": "held", "value": 30, "qualifier": "exact",
     "population_kind": "political_prisoners", "period_end": "2026-01-09", "claimant": "Watch"},
    {"id": "c3", "measure": "held", "value": 35, "qualifier": "exact",
     "population_kind": "political_prisoners", "period_end": "2026-01-09", "claimant": "Watch"},
]  # fmt: skip
ASK = "held political_prisoners 2026-01-09"
A = [("Rosa", "Ejemplo Muestra"), ("Luis", "Prueba Ensayo"), ("Ana", "Ficticia Modelo")]
B = [("Rosa", "Ejemplo Muestra"), ("Pedro", "Inventado Caso")]


class PandasLike:
    """A data frame as pandas makes them, with its ways of writing what is missing."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.columns = list(dict.fromkeys(name for row in rows for name in row))
        self.rows = rows

    def to_dict(self, orient: str) -> list[dict[str, Any]]:
        assert orient == "records"
        return [
            {name: float(cell) if isinstance(cell := row.get(name, float("nan")), int) else cell
             for name in self.columns}
            for row in self.rows
        ]  # fmt: skip


def listed(names: list[tuple[str, str]], day: str = "2026-01-02") -> pl.DataFrame:
    return pl.DataFrame(
        [{"nombres": g, "apellidos": s, "fecha de liberación": day} for g, s in names]
    )


def test_claims_are_the_same_from_a_file_a_data_frame_mappings_or_values(tmp_path: Path):
    frame = pl.DataFrame(ROWS, infer_schema_length=None)
    frame.write_csv(tmp_path / "claims.csv")
    first = habeas.reconcile(tmp_path / "claims.csv", ask=ASK)
    given: list[Any] = [frame, ROWS, PandasLike(ROWS), first.claims, str(tmp_path / "claims.csv")]
    for each in given:
        found = habeas.reconcile(each, ask=ASK)
        assert found.claims == first.claims
        assert found.to_frame().rows() == first.to_frame().rows()


def test_an_answer_comes_with_its_numbers_in_a_frame_and_with_proofs_that_are_accepted():
    found = habeas.reconcile(ROWS[:2], ask=ASK)
    row = found.to_frame().row(0, named=True)
    assert (row["low"], row["high"]) == (30, 30)
    assert found.proofs
    for proof in found.proofs.values():
        assert not fault(json.dumps(proof))


def test_contradictions_and_their_causes_are_frames_too():
    found = habeas.reconcile(ROWS)
    assert found.to_frame("contradictions")["claims"].to_list() == ["c2, c3"]
    assert found.to_frame("causes").height == 1
    assert "3 claims, policy plain: 1 contradiction, 1 cause." in found._repr_html_()


def test_a_text_is_read_and_what_was_passed_over_is_told(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(bytes(range(256)))
    found = habeas.read(tmp_path, published="2026-01-02", lang="en")
    by_text = habeas.read(text=TEXT, published="2026-01-02", lang="en")
    by_value = habeas.read(Document("x", TEXT, PartialDate("2026-01-02"), "en"))
    in_frame = habeas.read(pl.DataFrame({"text": [TEXT], "published": ["2026-01-02"]}))
    for each in (found, by_text, by_value, in_frame):
        assert [(c.quantity.value, c.measure.value) for c in each] == [
            (88, "released"), (41, "released"),
        ]  # fmt: skip
    assert any(".docx" in sentence for sentence in found.told)
    assert found.to_frame()["value"].to_list() == [88, 41]


def test_what_sources_wrote_is_shown_as_text_and_never_as_markup():
    rows = [{**ROWS[1], "claimant": "<script>alert(1)</script>"}]
    assert "<script>" not in habeas.account(rows)._repr_html_()


def test_one_wire_story_counts_once():
    story = " ".join(f"Officials in town {n} gave no more figures." for n in range(40))
    rows = [{"id": name, "text": f"{TEXT} {story}", "published": "2026-01-02", "lang": "en"}
            for name in ("first", "second")]  # fmt: skip
    found = habeas.read(rows)
    assert {claim.story for claim in found if claim.evidence.document == "second"} == {"first"}
    assert {claim.story for claim in found if claim.evidence.document == "first"} == {""}


def test_lists_are_linked_from_frames_as_from_files(tmp_path: Path):
    listed(A).write_csv(tmp_path / "a.csv")
    listed(B).write_csv(tmp_path / "b.csv")
    by_file = habeas.link(tmp_path / "a.csv", tmp_path / "b.csv")
    by_frame = habeas.link({"a.csv": listed(A), "b.csv": listed(B)})
    assert by_frame.to_frame().rows() == by_file.to_frame().rows()
    assert len(by_frame) == 4
    assert by_frame.overlaps.observed == 4
    assert [len(person.records) for person in by_frame].count(2) == 1


def test_announcements_are_held_against_linked_people_and_against_their_table():
    people = habeas.link({"a": listed(A), "b": listed(B)})
    for given in (people, people.to_frame(), list(people)):
        row = habeas.verify(ROWS, given).to_frame().row(0, named=True)
        assert (row["announced_low"], row["documented_low"], row["finding"]) == (
            40,
            4,
            "too_few_named",
        )


def test_an_estimate_is_the_same_from_an_overlap_table_and_from_its_people():
    table = [{"x": 1, "y": 0, "count": 30}, {"x": 0, "y": 1, "count": 20},
             {"x": 1, "y": 1, "count": 10}]  # fmt: skip
    people = [
        {"list": name, "person_id": f"{at}-{number}", "nombre": "N"}
        for at, row in enumerate(table)
        for number in range(row["count"])
        for name in ("x", "y")
        if row[name]
    ]
    one = habeas.estimate(table, "chapman")
    assert one.to_frame().rows() == habeas.estimate(people, "chapman").to_frame().rows()
    # Chapman 1951: (40 + 1)(30 + 1)/(10 + 1) - 1
    assert one[0].estimate == round(41 * 31 / 11 - 1)


def test_an_account_puts_the_four_sides_into_one_frame():
    people = habeas.link({"a": listed(A), "b": listed(B)})
    found = habeas.account(ROWS[:2], people=people).to_frame()
    assert set(found["side"]) >= {"said", "can be true", "documented by name"}


def test_every_result_draws_a_picture_without_a_script(tmp_path: Path):
    people = habeas.link({"a": listed(A), "b": listed(B)})
    table = [{"x": 1, "y": 0, "count": 30}, {"x": 0, "y": 1, "count": 20},
             {"x": 1, "y": 1, "count": 10}]  # fmt: skip
    told = habeas.estimate(table)
    charts: list[Chart] = [
        habeas.read(text=TEXT, published="2026-01-02", lang="en").plot(),
        habeas.reconcile(ROWS).plot("political_prisoners"),
        people.plot(), people.explain(("a", 1), ("b", 1)),
        habeas.verify(ROWS, people).plot(), told.plot(), told.plot("overlaps"),
        habeas.account(ROWS[:2], people=people).plot(),
    ]  # fmt: skip
    for chart in charts:
        assert chart.svg.startswith("<svg")
        assert "<script" not in chart.svg
        assert chart.to_altair().to_dict()
    charts[0].save(tmp_path / "chart.svg")
    assert (tmp_path / "chart.svg").read_text("utf-8") == charts[0].svg


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: habeas.reconcile([7]), "is neither a row"),
        (lambda: habeas.reconcile(ROWS, policy="bold"), "is not a policy"),  # type: ignore[arg-type]
        (lambda: habeas.reconcile(ROWS).plot("political_prisoners", "taken"), "is not a measure"),
        (lambda: habeas.read(pl.DataFrame({"body": ["x"]})), "has no text"),
        (lambda: habeas.estimate([{"x": 1, "y": 0, "count": 3}]), "cannot tell how many"),
        (lambda: habeas.estimate(ROWS, "best"), "is not a method"),  # type: ignore[arg-type]
        (habeas.link, "no list was given"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(call: Any, sentence: str):
    with pytest.raises(InputError, match=sentence):
        call()


def test_a_claim_of_python_is_a_claim_of_a_file():
    assert all(isinstance(one, Claim) for one in habeas.reconcile(ROWS).claims)
