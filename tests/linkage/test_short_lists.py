"""Short lists of a people of few names: who shares half of another's name is another."""

from __future__ import annotations

import random

import polars as pl
import pytest
from lists import GIVEN, SURNAMES, frame

from habeas.linkage import link

PEOPLE = 60


def two_lists(seed: int) -> list[dict[str, str | int]]:
    """Name people in one list, and about half of them, with slips of the pen, in another."""
    draw = random.Random(seed)  # noqa: S311  (invented people need no secrecy)
    rows: list[dict[str, str | int]] = []
    for number in range(PEOPLE):
        words = [*draw.sample(GIVEN[:20], 2), *draw.sample(SURNAMES[:20], 2)]
        person = {
            "truth": number,
            "age": draw.randint(18, 65),
            "detained_on": f"2025-0{draw.randint(1, 5)}-{draw.choice((7, 14, 21, 28)):02d}",
        }
        rows.append({"list": "families", "full_name": " ".join(words), **person})
        if draw.random() < 0.5:
            said = " ".join(words).replace("z", "s")
            rows.append({"list": "press", "full_name": said, **person})
    return rows


@pytest.mark.parametrize("seed", range(4))
def test_people_who_share_words_of_their_names_stay_apart_and_doubles_are_found(seed: int):
    rows = frame(two_lists(seed))
    rows = rows.with_columns(person=link(rows.drop("truth")).person)
    pairs = rows.join(rows, on="person")
    mixed = pairs.filter(pl.col("truth") != pl.col("truth_right"))
    parted = rows.group_by("truth").agg(pl.col("person").n_unique()).filter(pl.col("person") > 1)
    assert len(mixed) / 2 <= 1
    assert len(parted) <= 1
