"""Starting is light: a bare start loads no engine, and each verb loads its own alone."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = (
    "altair", "django", "highspy", "jinja2", "lxml", "numba", "numpy", "polars", "pypdfium2",
    "rapidfuzz", "scipy", "scipy.stats", "text_to_num", "trafilatura", "vl_convert",
)  # fmt: skip


def loaded_by(words: list[str]) -> set[str]:
    """Return which heavy libraries a process has loaded that made the program for these words."""
    ask = (
        "import sys, json; from habeas.cli.application import application; "
        f"application({words!r}); print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("words", [[], ["--version"], ["--help"], ["liberate"], ["status"]])
def test_a_bare_start_loads_no_heavy_library(words: list[str]):
    assert loaded_by(words) == set()


@pytest.mark.parametrize(
    ("verb", "spared"),
    [
        ("extract", {"altair", "django", "highspy", "numba", "polars", "scipy", "vl_convert"}),
        ("reconcile", {"altair", "django", "lxml", "numba", "polars", "vl_convert"}),
        ("link", {"altair", "django", "highspy", "lxml", "numba", "scipy", "vl_convert"}),
        ("verify", {"altair", "django", "lxml", "scipy.stats", "vl_convert"}),
        ("estimate", {"altair", "django", "highspy", "lxml", "scipy.stats", "vl_convert"}),
        ("archive", {"altair", "django", "highspy", "numba", "numpy", "polars", "scipy"}),
    ],
)
def test_a_verb_loads_no_library_that_it_does_not_use(verb: str, spared: set[str]):
    assert not loaded_by([verb]) & spared
