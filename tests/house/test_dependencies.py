"""Whatever Habeas imports is declared, so that it runs where it is installed without the lock."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]


def imported() -> Iterator[str]:
    """The packages that are imported anywhere in Habeas."""
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield (node.module or "").partition(".")[0]


def declared() -> set[str]:
    """The distributions that an installation asks for, extras included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (each for name, held in project["optional-dependencies"].items() for each in held
              if name != "dev")  # fmt: skip
    lines = [*project["dependencies"], *extras]
    return {normalised(re.split(r"[\[<>=!~; ]", line)[0]) for line in lines}


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_that_is_imported_is_a_declared_dependency():
    known, brought_by = declared(), packages_distributions()
    strangers = {
        name: brought_by.get(name, [])
        for name in set(imported()) - set(sys.stdlib_module_names) - {"habeas"}
        if known.isdisjoint({normalised(name), *map(normalised, brought_by.get(name, []))})
    }
    assert strangers == {}
