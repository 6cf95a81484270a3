"""The worked example of the manual is what the program prints and proves."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reconciliation.md").read_text("utf-8")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, str]]]:
    """Run the commands of the page; their folder, and what each should print and did."""
    found = re.search(r"^```csv claims.csv\n(.*?)^```$", PAGE, re.M | re.S)
    assert found
    here = tmp_path_factory.mktemp("manual")
    (here / "claims.csv").write_text(found[1])
    told = re.findall(r"^\$ habeas (.*)\n((?:(?!\$ |```).*\n)*)", PAGE, re.M)
    return here, [(shown, run(words, here)) for words, shown in told]


def run(words: str, folder: Path) -> str:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m habeas {words}"],
        cwd=folder, capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture(scope="module")
def folder(printed: tuple[Path, list[tuple[str, str]]]) -> Path:
    return printed[0]


def test_the_commands_print_what_the_page_shows(printed: tuple[Path, list[tuple[str, str]]]):
    assert len(printed[1]) == 4
    for shown, said in printed[1]:
        pattern = ".*".join(re.escape(piece) for piece in shown.strip().split("…"))
        assert re.fullmatch(pattern, said, re.S), said


def test_the_rows_of_the_table_are_the_steps_of_the_proof(folder: Path):
    proof = json.loads((folder / "proofs" / "answer-001-low.json").read_text("utf-8"))
    steps = [(step["claim"], step["at_least"], step["multiplier"]) for step in proof["steps"]]
    rows = re.findall(r"^\| .* ≥ (−?\d+) \| `(\w+)`: .* \| (\d+) \|$", PAGE, re.M)
    assert len(rows) == 3
    assert steps == [(name, int(least.replace("−", "-")), times) for least, name, times in rows]
    assert proof["conclusion"]["people"] == 235 == sum(least for _, least, _ in steps)


def test_every_key_of_a_proof_is_explained(folder: Path):
    proof = json.loads((folder / "proofs" / "answer-001-low.json").read_text("utf-8"))
    explained = set(re.findall(r"`(\w+)`", PAGE))
    assert set(proof) - {"format"} <= explained
