"""No table that is written runs anything in a spreadsheet, and reading gives back what it was."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from habeas.formats.tables import read_claims_file, write_claims
from habeas.formats.tables.csv_rows import csv_rows
from habeas.formats.tables.decisions_csv import append_decision, read_decisions
from habeas.formats.tables.harmless_cells import as_it_was, harmless, write_rows
from habeas.vocabulary import Claim, Decision, Judgement, Measure, Quantity, RecordKey

RUN = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "\n=1", " =1", "\u00a0+1+1", "\u200b=1",
    "\ufeff=1", "\0=1", "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)", "﹦1", "'=1", "''=1", "' ＝1",
)  # fmt: skip
LEFT = ("", "Ana", "-66.9", "+58", "1.234,5", "'Ana", "a=b", "4 - 5", "¡=!")


@pytest.mark.parametrize("cell", RUN)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe_that_reading_takes_off(cell: str):
    assert harmless(cell) == f"'{cell}"
    assert as_it_was(harmless(cell)) == cell


@pytest.mark.parametrize("cell", LEFT)
def test_other_cells_stay_as_they_are(cell: str):
    assert harmless(cell) == cell
    assert as_it_was(cell) == cell


def test_no_sign_between_cells_lets_a_formula_begin_in_another_spreadsheet():
    stream = io.StringIO()
    write_rows([["heading"], ["Ana;=1+1"], ["Ana\t=1+1"]], stream)
    for sign in (";", "\t"):
        rows = list(csv.reader(io.StringIO(stream.getvalue()), delimiter=sign))
        assert not any(cell.startswith("=") for row in rows for cell in row)


@pytest.mark.parametrize("text", RUN)
def test_claims_come_back_as_they_were_headings_too(tmp_path: Path, text: str):
    heading = text.strip().strip("\0\ufeff") or "x"
    claim = Claim("a1", Measure.HELD, Quantity(4), "other")
    claim = replace(claim, note=text.strip(), extra={heading: text, "y": "1"})
    write_claims([claim], tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(newline="", encoding="utf-8") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert not any(cell.lstrip().startswith(("=", "＝", "@", "＠")) for cell in cells)
    assert read_claims_file(tmp_path / "claims.csv") == [claim]


def test_a_decision_that_is_added_runs_nothing_and_comes_back(tmp_path: Path):
    path = tmp_path / "decisions.csv"
    decision = Decision(
        RecordKey("＝list", 1), RecordKey("@list", 2), Judgement.SAME, "=HYPERLINK(1)",
        "2026-01-08T10:00:00", "+cmd|' /C calc'!A0",
    )  # fmt: skip
    for _ in range(2):
        append_decision(path, decision)
    with path.open(newline="", encoding="utf-8") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert not any(cell.startswith(("=", "＝", "+", "@")) for cell in cells)
    assert read_decisions(path) == [decision, decision]


def test_any_table_is_read_without_the_apostrophes(tmp_path: Path):
    with (tmp_path / "table.csv").open("w", newline="", encoding="utf-8") as stream:
        write_rows([["=a", "b"], ["+1+1", "'x"]], stream)
    assert csv_rows(tmp_path / "table.csv") == (["=a", "b"], [(2, {"=a": "+1+1", "b": "'x"})])
