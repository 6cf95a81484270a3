"""Claims survive CSV and JSON, and whatever is no claim is refused with its place."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.formats.tables import read_claims_file, write_claims
from habeas.formats.tables.claims_csv import read_claims_csv, write_claims_csv
from habeas.formats.tables.claims_json import read_claim_lines, read_claim_list, write_claim_lines
from habeas.formats.tables.claims_json import write_claim_list as write_list
from habeas.vocabulary import (
    CLAIM_COLUMNS,
    AlternativeReading,
    Claim,
    ClaimantKind,
    Evidence,
    InputError,
    Measure,
    Modality,
    PartialDate,
    Period,
    Qualifier,
    Quantity,
    ReadingStatus,
)

characters = st.characters(exclude_categories=("Cs",))
said = st.text(characters | st.sampled_from("=+-@'\"|[,;\t\r\n"), max_size=12)
trimmed = said.map(str.strip)
names = trimmed.filter(bool)
counts = st.integers(0, 100_000)


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    quote = draw(said)
    return Evidence(
        draw(trimmed), 7, 7 + len(quote), quote, draw(trimmed), "2026-01", draw(trimmed)
    )


NUMBERED = [each for each in Qualifier if each.names_a_number]
CLAIMS = st.builds(
    Claim,
    id=names,
    measure=st.sampled_from(Measure),
    quantity=st.builds(Quantity, counts, st.sampled_from(NUMBERED))
    | st.builds(Quantity, st.none(), st.just(Qualifier.DOZENS), counts, st.none()),
    population_kind=names,
    population=trimmed,
    place=trimmed,
    period=st.builds(Period, end=st.none() | st.dates().map(lambda day: PartialDate(str(day)))),
    cumulative=st.booleans(),
    modality=st.sampled_from(Modality),
    claimant=trimmed,
    claimant_kind=st.none() | st.sampled_from(ClaimantKind),
    evidence=evidences(),
    story=trimmed,
    note=trimmed,
    confidence=st.none() | st.floats(0, 1),
    reasons=st.lists(said, max_size=3).map(tuple),
    status=st.sampled_from(ReadingStatus),
    alternatives=st.lists(
        st.builds(
            AlternativeReading,
            trimmed,
            st.dictionaries(st.sampled_from(["measure", "value"]), said | counts | st.none()),
        ),
        max_size=2,
    ).map(tuple),
    reader=trimmed,
    extra=st.dictionaries(
        names.filter(lambda name: name not in (*CLAIM_COLUMNS, "kind")),
        said.filter(bool),
        max_size=2,
    ),
)
CASES = st.lists(CLAIMS, max_size=4, unique_by=lambda claim: claim.id)


def lacks_near_misses(claims: list[Claim]) -> bool:
    """Whether no column of someone else's looks like a mistyped one of ours."""
    return all(len(name) < 4 for claim in claims for name in claim.extra)


@given(CASES.filter(lacks_near_misses))
def test_claims_written_as_csv_and_read_again_are_the_same(claims: list[Claim]):
    text = io.StringIO(newline="")
    write_claims_csv(claims, text)
    read = read_claims_csv(io.BytesIO(text.getvalue().encode()), "claims.csv")
    assert [claim for _, claim in read] == claims


@given(CASES)
def test_claims_written_as_json_and_read_again_are_the_same(claims: list[Claim]):
    lines, whole = io.StringIO(newline=""), io.StringIO(newline="")
    write_claim_lines(claims, lines)
    write_list(claims, whole)
    assert [c for _, c in read_claim_lines(io.BytesIO(lines.getvalue().encode()), "x")] == claims
    assert [c for _, c in read_claim_list(io.BytesIO(whole.getvalue().encode()), "x")] == claims


HEADING = "id,measure,value,population_kind"
GOOD = f"{HEADING}\na1,held,900,political_prisoners\n"


def refusal(folder: Path, content: str | bytes, name: str = "claims.csv") -> str:
    """Write a file that must be refused, and return what is said of it, without the folder."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError) as caught:
        read_claims_file(path)
    return str(caught.value).removeprefix(f"{folder}/")


def test_a_table_needs_only_a_few_columns(tmp_path: Path):
    (tmp_path / "claims.csv").write_text(GOOD)
    [claim] = read_claims_file(tmp_path / "claims.csv")
    assert (claim.id, claim.measure, claim.quantity.value) == ("a1", Measure.HELD, 900)


@pytest.mark.parametrize("content", [GOOD, GOOD.replace(",", ";"), GOOD.replace("\n", "\r\n")])
def test_the_tables_of_spreadsheets_are_read(tmp_path: Path, content: str):
    (tmp_path / "claims.csv").write_bytes(b"\xef\xbb\xbf" + content.encode())
    assert read_claims_file(tmp_path / "claims.csv")[0].quantity.value == 900


@pytest.mark.parametrize(
    ("row", "place", "said"),
    [
        ("a1,held,1.306,other", "line 3, column value", "Write 1306"),
        ("a1,held,-4,other", "line 3, column value", "is not a number of people"),
        ("a1,freed,4,other", "line 3, column measure", "released"),
        (
            "a0,held,4,other",
            "line 3, column id",
            "the id of two claims (the other stands in line 2)",
        ),
        ("a1,held,4", "line 3", "has 3 cells, but the heading has 4"),
        ("a1,held,4,other,5", "line 3", "Put a text that holds a comma"),
        ('a1,"held,4,other', "line 3", "quotation mark"),
        (",held,4,other", "line 3, column id", "is empty"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_remedy(
    tmp_path: Path, row: str, place: str, said: str
):
    message = refusal(tmp_path, f"{HEADING}\na0,held,4,other\n{row}\n")
    assert message.startswith(f"claims.csv, {place}: ")
    assert said in message


def test_the_line_of_an_error_counts_the_lines_within_cells(tmp_path: Path):
    text = f'{HEADING},note\na1,held,4,other,"two\nlines"\na2,held,x,other,\n'
    assert refusal(tmp_path, text).startswith("claims.csv, line 4, column value: ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        ("name,amount\nx,1\n", "line 1: the heading lacks id, measure, population_kind, value"),
        (f"{HEADING},id\n", "heads two columns"),
        (f"{HEADING},,\n", "no name"),
        (f"{HEADING},qualifer\n", "Did you mean qualifier"),
        (
            f"{HEADING}\na1,held,4,peñón\n".encode("latin-1"),
            'line 2: "a1,held,4,peñón" is not UTF-8',
        ),
        (GOOD.encode("utf-16"), "is UTF-16"),
        (HEADING + "\n" + "x" * 200_000, "line 2"),
    ],
)
def test_a_file_that_holds_no_table_of_claims_is_refused(
    tmp_path: Path, content: str | bytes, said: str
):
    assert said in refusal(tmp_path, content)


def test_a_line_of_200_megabytes_is_refused_without_reading_it_whole(tmp_path: Path):
    path = tmp_path / "claims.csv"
    with path.open("wb") as stream:
        stream.write(HEADING.encode() + b"\n")
        stream.truncate(200_000_000)
    with pytest.raises(InputError, match="line 2: is longer than 8,000,000 bytes"):
        read_claims_file(path)


def test_a_formula_stays_text_for_a_spreadsheet_and_comes_back_as_it_was(tmp_path: Path):
    path = tmp_path / "claims.csv"
    claim = Claim("a1", Measure.HELD, Quantity(4), "other", note="=HYPERLINK(1)", place="-66.9")
    write_claims([replace(claim, extra={"x": "'@y"})], path)
    with path.open(newline="") as stream:
        [row] = csv.DictReader(stream)
    assert (row["note"], row["place"], row["x"]) == ("'=HYPERLINK(1)", "-66.9", "''@y")
    assert read_claims_file(path) == [replace(claim, extra={"x": "'@y"})]


ROW = {"id": "a1", "measure": "held", "value": 900, "population_kind": "other"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: is not JSON"),
        ("[1]", 'line 2: "[1]" is not a JSON object'),
        ("[" * 100_000, "line 2: is not JSON that can be read"),
        ('{"id": NaN}', "line 2: is not JSON"),
        ('{"id": 1' + "0" * 5000 + "}", "line 2: is not JSON"),
        (json.dumps(ROW | {"id": "\ud800"}), "half of a character"),
        (json.dumps(ROW | {"id": "b", "value": 1.5}), 'line 2, column value: "1.5" is not text'),
        (json.dumps(ROW | {"id": "b", "part_of": "c"}), "names no claim"),
    ],
)
def test_a_bad_line_of_json_is_refused_with_its_number(tmp_path: Path, line: str, said: str):
    assert said in refusal(tmp_path, json.dumps(ROW) + "\n" + line + "\n", "claims.jsonl")


def test_statements_among_claims_are_passed_over(tmp_path: Path):
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps({"kind": "statement", "id": "s1"}) + "\n\n" + json.dumps(ROW))
    assert [claim.id for claim in read_claims_file(path)] == ["a1"]


def test_a_json_file_must_hold_a_list_of_claims(tmp_path: Path):
    assert "is not a list" in refusal(tmp_path, json.dumps(ROW), "claims.json")
    message = refusal(tmp_path, json.dumps([ROW, 3]), "claims.json")
    assert "item 2 of the list is not a claim" in message


@pytest.mark.parametrize("name", ["claims.csv", "claims.jsonl", "claims.json"])
def test_standard_input_is_read_whatever_its_form(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
):
    claims = [Claim("a1", Measure.HELD, Quantity(4), "other", note="ñ")]
    write_claims(claims, tmp_path / name)
    piped = io.TextIOWrapper(io.BytesIO((tmp_path / name).read_bytes()))
    monkeypatch.setattr(sys, "stdin", piped)
    assert read_claims_file("-") == claims


def test_a_missing_file_a_folder_and_an_unknown_suffix_are_each_named(tmp_path: Path):
    with pytest.raises(InputError, match="no such file"):
        read_claims_file(tmp_path / "none.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        read_claims_file(tmp_path / "folder.csv")
    with pytest.raises(InputError, match=r"Name it \.csv"):
        read_claims_file(tmp_path / "claims.xls")
