"""One version, wherever it is told."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from habeas.version import __version__

ROOT = Path(__file__).parents[2]


def test_the_version_is_one_that_packagers_understand():
    assert re.fullmatch(r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?", __version__)


def test_the_citation_names_it():
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.+)$", cited, re.MULTILINE) == [__version__]


def test_the_changes_begin_with_it():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## (\S+)", changes, re.MULTILINE)
    assert first is not None
    assert first[1] == __version__


def test_the_package_takes_it_from_the_code():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/habeas/version.py"


def test_a_release_is_refused_while_its_changes_are_unreleased():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    if f"## {__version__} (unreleased)" not in changes:
        pytest.skip("this version has been released")
    done = subprocess.run([ROOT / ".ci" / "release"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "unreleased" in done.stderr
