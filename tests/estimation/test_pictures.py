"""A picture shows what was estimated, and leaves nobody out in silence."""

from __future__ import annotations

import json
from typing import Any

import pytest

from habeas.drawing import drawn
from habeas.estimation import (
    Method,
    estimates,
    estimates_picture,
    intervals_picture,
    overlaps,
    overlaps_picture,
)

PATTERNS = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 0, 1], [0, 1, 1], [1, 1, 1]]
TABLE = overlaps(("court", "families", "press"), PATTERNS, [90, 70, 60, 30, 26, 20, 9])


def values(spec: Any) -> list[dict[str, Any]]:
    """Every value that any layer of a chart draws."""
    found = []
    if isinstance(spec, dict):
        found += spec.get("data", {}).get("values", [])
        found += [row for part in spec.values() for row in values(part)]
    if isinstance(spec, list):
        found += [row for part in spec for row in values(part)]
    return found


def test_every_person_on_a_list_is_in_a_bar_or_in_the_title():
    picture = overlaps_picture(TABLE)
    assert sum(row["people"] for row in values(picture) if "people" in row) == TABLE.observed
    many = overlaps(
        tuple("abcdef"), [[n >> at & 1 for at in range(6)] for n in range(1, 64)], range(1, 64)
    )
    shown = sum(row["people"] for row in values(overlaps_picture(many)) if "people" in row)
    assert f"{many.observed - shown:,} more on other sets" in json.dumps(overlaps_picture(many))


def test_an_interval_is_drawn_as_it_was_told_and_lower_bounds_and_refusals_are_named():
    found = estimates(TABLE, [Method.DGA, Method.CHAO], sensitivity=False)
    told = json.dumps(intervals_picture(found, TABLE.observed), ensure_ascii=False)
    (row,) = [row for row in values(intervals_picture(found, TABLE.observed)) if "estimate" in row][
        :1
    ]
    assert (row["low"], row["high"], row["estimate"]) == (
        found[0].low, found[0].high, found[0].estimate,
    )  # fmt: skip
    assert "lower bounds only: Chao" in told
    apart = overlaps(("a", "b", "c"), [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [5, 6, 7])
    none = estimates(apart, [Method.DGA], sensitivity=False)
    assert "no number can be defended: dga" in json.dumps(intervals_picture(none, apart.observed))


@pytest.mark.parametrize("language", ["en", "es"])
def test_everything_on_one_picture_can_be_drawn(language: str):
    found = estimates(TABLE, [Method.DGA, Method.LOGLINEAR])
    svg = drawn(estimates_picture(found, TABLE, language))
    assert svg.startswith("<svg")
    assert ("sin court" if language == "es" else "without court") not in svg  # three lists: none
