"""A period holds at least a day."""

from __future__ import annotations

import pytest

from habeas.vocabulary import InputError, Period


@pytest.mark.parametrize(
    ("start", "end"),
    [("2026-01-08", "2026-01-08"), ("2026-01-08", "2026-01"), ("2026-03", "2026"), (None, "2026")],
)
def test_a_period_may_be_one_day_or_have_ends_known_to_the_month_or_year(
    start: str | None, end: str
):
    assert Period.read(start, end).end is not None


@pytest.mark.parametrize(("start", "end"), [("2026-01-08", "2026-01-07"), ("2026-02", "2026-01")])
def test_a_period_that_surely_ends_before_it_starts_is_refused_by_the_column_of_its_end(
    start: str, end: str
):
    with pytest.raises(InputError, match="ends before it starts") as refused:
        Period.read(start, end)
    assert refused.value.column == "period_end"
