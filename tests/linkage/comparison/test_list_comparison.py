"""However many lists there are, a pair within one list is told from a pair of two."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from habeas.linkage.comparison import ListComparison
from habeas.linkage.comparison.list_comparison import MOST_LISTS
from habeas.linkage.names import Column


@pytest.mark.parametrize("count", [1, 2, MOST_LISTS, MOST_LISTS + 1, 600])
def test_pairs_within_a_list_are_told_from_pairs_of_two_lists(count: int):
    codes = np.repeat(np.arange(count, dtype=np.int32), 2)
    compared = ListComparison(Column(pl.Series([f"list {at}" for at in range(count)]), codes))
    left, right = np.arange(0, 2 * count, 2), np.arange(1, 2 * count, 2)
    within, _ = compared.compare(left, right)
    across, _ = compared.compare(left[:-1], right[1:])
    assert within.dtype == np.uint8
    assert (within >= 2).all()
    assert (across == 1).all()
    assert within.max() < len(compared.levels)
    own = [level.name for level in compared.levels if level.name.startswith("both in list")]
    assert len(own) == min(count, MOST_LISTS)


def test_the_longest_lists_have_a_level_of_their_own():
    codes = np.concatenate([np.arange(300, dtype=np.int32), np.full(9, 299, np.int32)])
    compared = ListComparison(Column(pl.Series([f"list {at}" for at in range(300)]), codes))
    level, _ = compared.compare(np.array([300]), np.array([301]))
    assert compared.levels[int(level[0])].name == "both in list 299"
