"""The chart shows what can be true over time, and leads to the figures that it marks."""

from __future__ import annotations

import re
from datetime import date

from habeas.dossier.pages.charts import BandChart, Point, without_spikes
from habeas.reconciliation import Bound, Question
from habeas.vocabulary import Measure


def bound(day: int, low: int, high: int | None = None) -> Bound:
    question = Question(Measure.HELD, "protest_detainees", date(2026, 1, day))
    return Bound(question, low, high, None, None)  # type: ignore[arg-type]


def lows(*bounds: Bound) -> list[int]:
    return [each.low for each in without_spikes(bounds)]


def test_a_count_of_one_day_is_a_mark_and_no_spike_of_the_band():
    assert lows(bound(1, 9), bound(2, 700), bound(3, 9), bound(9, 0)) == [9, 9, 0]


def test_a_step_up_on_the_last_day_is_no_line_along_the_edge():
    assert lows(bound(1, 0), bound(3, 10), bound(9, 700)) == [0, 10]


def test_a_step_that_lasts_is_drawn_and_so_is_an_upper_limit_of_the_last_day():
    assert lows(bound(1, 0), bound(2, 700), bound(8, 700)) == [0, 700, 700]
    assert lows(bound(1, 0), bound(3, 10), bound(9, 20, 40)) == [0, 10, 20]


def test_marks_lead_to_their_figures_and_two_charts_can_share_a_page():
    point = Point(date(2026, 1, 2), 700, "ngo", "g1.html")
    charts = [
        BandChart({"all": (bound(1, low), bound(8, low, 900))}, [point], "people", "en").svg(
            300, 200, "figures/"
        )
        for low in (10, 600)
    ]
    ids = [set(re.findall(r'id="([^"]+)"', chart)) for chart in charts]
    assert all('href="figures/g1.html"' in chart for chart in charts)
    assert ids[0]
    assert not ids[0] & ids[1]
    assert "script" not in charts[0]


def test_where_nothing_is_known_nothing_is_drawn():
    assert BandChart({"all": ()}, [], "people", "en").svg(300, 200, "") == ""


def test_control_signs_in_what_a_chart_says_are_drawn_as_a_mark_and_end_nothing():
    point = Point(date(2026, 1, 2), 700, "n\x01go", "g\x00\ud800.html")
    chart = BandChart({"all": (bound(1, 1), bound(8, 1, 900))}, [point], "peo\x0bple", "en")
    drawn = chart.svg(300, 200, "figures/")
    assert "peo\ufffdple" in drawn
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", drawn)


def layers(chart: BandChart, name: str = "all") -> list[dict[str, object]]:
    return [*chart._band(name), *chart._one_day(name)]


def test_where_nothing_is_known_of_a_stretch_no_line_stands_at_0():
    chart = BandChart({"all": (bound(1, 0), bound(9, 0))}, [], "people", "en")
    assert layers(chart) == []
    [line] = layers(BandChart({"all": (bound(1, 0), bound(3, 10), bound(6, 0), bound(9, 0))},
                              [], "people", "en"))  # fmt: skip
    days = [row["day"] for row in line["data"]["values"]]  # type: ignore[index]
    assert days == ["2026-01-03", "2026-01-06"]


def test_a_count_of_one_day_is_drawn_as_a_tick():
    chart = BandChart({"all": (bound(1, 9), bound(2, 700), bound(3, 9), bound(9, 9))},
                      [], "people", "en")  # fmt: skip
    ticks = layers(chart)[-1]
    assert [row["low"] for row in ticks["data"]["values"]] == [700]  # type: ignore[index]


def test_the_axis_fits_limits_where_there_is_nothing_else():
    assert BandChart({"all": (bound(1, 0, 500), bound(9, 0))}, [], "people", "en").top >= 500


def test_limits_beyond_the_top_and_bands_above_every_mark_are_known():
    point = Point(date(2026, 1, 2), 100, "ngo", "g1.html")
    chart = BandChart({"all": (bound(1, 0, 33000), bound(9, 0))}, [point], "people", "en")
    assert (chart.beyond, chart.above_all("all")) == (33000, [])
    chart = BandChart({"all": (bound(1, 300, 400), bound(9, 0))}, [point], "people", "en")
    assert (chart.beyond, chart.above_all("all")) == (
        None, [(date(2026, 1, 1), date(2026, 1, 8))],
    )  # fmt: skip


def test_a_band_is_told_to_lie_above_every_mark_on_just_the_days_on_which_it_does():
    point = Point(date(2026, 1, 2), 100, "ngo", "g1.html")
    band = (bound(1, 0), bound(3, 200), bound(5, 150), bound(7, 90), bound(9, 300))
    [first, last] = BandChart({"all": band}, [point], "people", "en").above_all("all")
    assert first == (date(2026, 1, 3), date(2026, 1, 6))
    assert last == (date(2026, 1, 9), date(2026, 1, 9))
