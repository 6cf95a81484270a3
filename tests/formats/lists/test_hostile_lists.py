"""A sample of hostile lists; ``python -m torture --part lists`` opens all of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from torture.hostile_lists import HOSTILE, built, opened

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits are those of Linux")

SAMPLE = {
    "strings-told-4-000-000-000.xlsx": "800 MB of memory",
    "cell-of-50-mb.xlsx": "1,000,000 characters",
    "fifty-thousand-sheets.xlsx": "1,000 sheets",
    "a-million-columns.csv": "16,384 columns",
    "number-of-a-million-digits.csv": "1 people",
    "a-million-keys.json": "16,384 columns",
    "tables-in-tables.docx": "1,000 sheets or tables",
    "both-repeated.ods": "6,000,000 cells",
    "footer-of-a-huge-list.parquet": "is not a Parquet file that can be read",
}


@pytest.mark.parametrize("name", SAMPLE)
def test_a_hostile_list_ends_with_people_or_a_sentence_that_names_the_limit(
    name: str, tmp_path: Path
):
    found = opened(built(name, tmp_path))
    assert not found.wrong
    assert SAMPLE[name] in found.said


def test_there_are_hostile_lists_of_every_kind():
    assert len(HOSTILE) > 100
    kinds = {name.rpartition(".")[2] for name in HOSTILE}
    assert kinds >= {"xlsx", "xls", "ods", "csv", "json", "jsonl", "docx", "parquet"}
