"""Overlap tables for the tests: small ones of our own, simulated ones, and the shared ones."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import numpy as np
import pytest

from habeas.estimation import Overlaps, overlaps

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("HABEAS_SHARED") or ROOT.parent / "shared") / "data" / "mse"


def table(lists: str, people: dict[str, int]) -> Overlaps:
    """Write a table as {"A": 10, "AB": 3}: people by the lists, one letter each, they are on."""
    patterns = [[name in on for name in lists] for on in people]
    return overlaps(tuple(lists), patterns, list(people.values()))


def simulated(chances: list[list[float]], sizes: list[int], seed: int) -> Overlaps:
    """Draw lists over classes of people: chances a class and list, sizes a class."""
    rng = np.random.default_rng(seed)
    on = np.concatenate(
        [rng.random((size, len(row))) < row for row, size in zip(chances, sizes, strict=True)]
    )
    names = tuple("ABCDEFGH"[: len(chances[0])])
    return overlaps(names, on, np.ones(len(on)))


def shared(name: str) -> Overlaps:
    """Read a table of the shared folder; the test is skipped where that is absent."""
    path = SHARED / f"{name}.csv"
    if not path.exists():
        pytest.skip("the shared overlap tables are not here (see HABEAS_SHARED)")
    with path.open(encoding="utf-8") as stream:
        heading, *rows = csv.reader(stream)
    numbers = np.array(rows, int)
    return overlaps(tuple(heading[:-1]), numbers[:, :-1], numbers[:, -1])


def reference(dataset: str, method: str) -> dict[str, float]:
    """Return a row of the reference figures: low95, estimate, high95, where it has them."""
    path = SHARED / "references.csv"
    if not path.exists():
        pytest.skip("the reference figures are not here (see HABEAS_SHARED)")
    with path.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            if row["dataset"] == dataset and row["method"].startswith(method):
                names = ("low95", "estimate", "high95")
                return {name: float(row[name]) for name in names if row[name]}
    raise LookupError(dataset, method)
