"""The files of the room import one way only."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import habeas.linkage

ROOM = Path(habeas.linkage.__file__).parent


def imported(file: Path) -> set[str]:
    """Return the files of the room that a file imports, for the type checker alone included."""
    tree = ast.walk(ast.parse(file.read_text("utf-8")))
    modules = (one.module or "" for one in tree if isinstance(one, ast.ImportFrom))
    return {name.rpartition(".")[2] for name in modules if name.startswith("habeas.linkage.")}


def test_no_import_leads_back_to_where_it_started():
    files = {file.stem: imported(file) for file in ROOM.glob("*.py") if file.stem != "__init__"}
    assert {"model", "scoring", "learning"} <= files.keys()
    assert set(TopologicalSorter(files).static_order()) >= files.keys()
