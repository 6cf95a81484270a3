"""The notebooks of the manual run, and show what they say that they show."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

DOCS = Path(__file__).parents[2] / "docs"
SOURCES = sorted((DOCS / "notebooks").glob("*.py"))
SAYS = {
    "squaring_a_story": "at least 100",
    "linking_three_lists": "TOTAL",
    "on_no_list": "LCMCR",
    "a_dossier_from_a_spreadsheet": "proved",
}


@pytest.fixture(scope="module")
def notebooks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_notebooks", DOCS / "notebooks.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_notebook_runs_and_is_kept_with_what_it_shows(notebooks: Any, source: Path):
    kept = json.loads(source.with_suffix(".ipynb").read_text("utf-8"))
    made = notebooks.run(source)
    assert [cell["source"] for cell in kept["cells"]] == [cell["source"] for cell in made["cells"]]
    told = json.dumps(made, ensure_ascii=False)
    assert SAYS[source.stem] in told
    assert "<script" not in told


def test_every_notebook_says_what_is_looked_for():
    assert [source.stem for source in SOURCES] == sorted(SAYS)
