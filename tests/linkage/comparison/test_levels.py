"""Pairs of values fall into levels by what both say; where one is missing they say nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
import pytest

from habeas.linkage.comparison.comparison import once
from habeas.linkage.comparison.place_comparison import PlaceComparison
from habeas.linkage.names import Column


def test_every_pair_of_two_known_values_is_compared_whichever_comes_first():
    def seen(left: Any, right: Any) -> Any:
        return (10 * left + right + 1).astype(np.uint8), (left + right).astype(np.float32)

    left = np.array([0, 2, 1, -1, 0, 0], np.int32)
    right = np.array([2, 0, 1, 1, -1, 0], np.int32)
    levels, bits = once(left, right, 3, seen)
    assert levels.tolist() == [3, 3, 12, 0, 0, 1]
    assert bits.tolist() == [2, 2, 2, 0, 0, 0]


PLACES = PlaceComparison(
    Column.of(pl.Series(["Zulia", "Zulia", "Lara", "", "Zulia", "Zulia"])),
    Column.of(pl.Series(["Mara", "Machiques", "Iribarren", "Mara", "", "Marra"])),
)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (0, 4, "the same state"),
        (2, 4, "another state"),
        (3, 4, "nothing to compare"),
        (0, 1, "another municipality of the same state"),
        (0, 2, "another municipality of another state"),
        (0, 3, "the same municipality"),
        (0, 5, "nearly the same municipality"),
        (1, 3, "another municipality of another state"),
    ],
)
def test_places_agree_as_far_as_both_say(left: int, right: int, level: str):
    levels, _ = PLACES.compare(np.array([left]), np.array([right]))
    assert PLACES.levels[int(levels[0])].name == level


def test_agreement_in_a_rare_place_tells_more_and_disagreement_tells_no_rarity():
    states = Column.of(pl.Series(["Zulia"] * 40 + ["Lara"] * 2))
    places = PlaceComparison(states, Column.of(pl.Series([""] * 42)))
    levels, bits = places.compare(np.array([0, 40, 0]), np.array([1, 41, 40]))
    assert levels.tolist() == [2, 2, 1]
    assert bits[1] > bits[0] > 0
    assert bits[2] == 0
