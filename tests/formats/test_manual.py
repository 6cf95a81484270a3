"""The examples of the manual are files that can be read, and its programs run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from habeas.formats.documents.document_reading import read_documents
from habeas.formats.scopes_toml import read_scopes
from habeas.formats.tables import read_claims_file
from habeas.formats.tables.claims_json import json_lines
from habeas.formats.tables.statement_lines import statement_line
from habeas.vocabulary import CLAIM_COLUMNS, ClaimantKind, Stance, Statement

DOCS = Path(__file__).parents[2] / "docs"


def example(folder: Path, name: str) -> Path:
    """Write the manual's example of a file, and return where it is."""
    found = re.search(rf"^```\w+ {name}\n(.*?)^```$", (DOCS / "files.md").read_text(), re.M | re.S)
    assert found, name
    (folder / name).write_text(found[1])
    return folder / name


@pytest.mark.parametrize(("name", "count"), [("csv", 3), ("jsonl", 2), ("json", 1)])
def test_the_examples_of_claims_are_claims(tmp_path: Path, name: str, count: int):
    assert len(read_claims_file(example(tmp_path, f"claims.{name}"))) == count


def test_every_column_of_a_claim_is_explained():
    rows = re.findall(r"^\| (`[^|]*`) \|", (DOCS / "files.md").read_text(), re.M)
    assert set(CLAIM_COLUMNS) <= set(re.findall(r"`([a-z_]+)`", " ".join(rows)))


def test_the_example_of_a_case_is_one(tmp_path: Path):
    case = read_scopes(example(tmp_path, "scopes.toml"))
    assert case.scopes.contains("case_review", "protest_detainees")
    assert case.sources.find("Penal Forum")


def test_the_example_of_documents_holds_documents(tmp_path: Path):
    documents = list(read_documents([example(tmp_path, "articles.jsonl")]))
    assert [read.document.language for read in documents] == ["es", ""]


def test_the_example_of_a_table_of_documents_describes_them(tmp_path: Path):
    example(tmp_path, "documents.csv")
    (tmp_path / "a.txt").write_text("88 released")
    [read] = read_documents([tmp_path])
    assert (read.document.outlet, read.document.language) == ("El Diario", "es")


def test_the_example_of_a_statement_is_what_is_written(tmp_path: Path):
    with example(tmp_path, "statements.jsonl").open("rb") as stream:
        [(_, row)] = json_lines(stream, "statements.jsonl")
    del row["kind"]
    row |= {"stance": Stance(row["stance"]), "speaker_kind": ClaimantKind(row["speaker_kind"])}
    assert statement_line(Statement(**row)) == (tmp_path / "statements.jsonl").read_text()


def test_the_program_in_the_manual_of_the_archive_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    found = re.search(r"^```python\n(.*?)^```$", (DOCS / "archive.md").read_text(), re.M | re.S)
    assert found
    exec(found[1], {})  # noqa: S102 - the manual's own words
