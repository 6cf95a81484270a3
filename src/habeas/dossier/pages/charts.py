"""Charts as SVG that stand in a page: coloured by its style sheet, without script or fonts.

They are described in Vega-Lite's own words (https://vega.github.io/vega-lite/docs/), as plain
values: building the same through a library took most of the time that a publication took.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from habeas.drawing import SCHEMA, Locale, drawn
from habeas.extras import installed
from habeas.reconciliation import Bound

ONE_DAY = timedelta(days=1)
STAND_IN = "https://claim.invalid/"
"""Stands in charts for the folder of claims' pages, since Vega makes all links absolute."""

LOCALES: Mapping[str, Locale] = {"en": "en-US", "es": "es-ES"}
SHAPES = {"government": "square", "ngo": "circle"}
DASHES = {"government": [1, 0], "ngo": [6, 3], "all": [1, 3]}
FONT = "ui-sans-serif, system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif"

Spec = dict[str, Any]
"""A part of a chart's description, as Vega-Lite reads it."""

CONFIG: Mapping[str, Any] = {
    "font": FONT, "aria": False, "view": {"stroke": None},
    "axis": {
        "labelColor": "currentColor", "titleColor": "currentColor", "labelFontSize": 12,
        "titleFontSize": 12, "titleFontWeight": "normal", "gridColor": "var(--rule)",
        "domainColor": "var(--muted)", "tickColor": "var(--muted)", "labelPadding": 6,
    },
}  # fmt: skip


@dataclass(frozen=True)
class Point:
    """One published figure on a chart: ``page`` is the file name of its page."""

    day: date
    count: int
    kind: str
    page: str


class Stretch(NamedTuple):
    """Days from ``day`` until before ``end`` with one least and one greatest number."""

    day: date
    end: date
    low: int
    high: int | None


@dataclass(frozen=True)
class BandChart:
    """What can be true over time: a band per viewpoint, claims as points.

    bands: by viewpoint's name. y_title: what the vertical axis counts.
    """

    bands: Mapping[str, Sequence[Bound]]
    points: Sequence[Point]
    y_title: str
    language: str

    @property
    def days(self) -> list[date]:
        """All days that anything is known of, in order."""
        bounds = [bound.question.end for band in self.bands.values() for bound in band]
        return sorted({*bounds, *(point.day for point in self.points)})

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of claimants whose figures are marked."""
        return tuple(sorted({point.kind for point in self.points}))

    @property
    def top(self) -> int:
        """The greatest number to be drawn; a band without an upper limit runs out of the top."""
        bounds = [bound for band in self.bands.values() for bound in band]
        highs = [bound.high for bound in bounds if bound.high]
        said = [bound.low for bound in bounds] + [point.count for point in self.points]
        greatest = max(filter(None, said), default=max(highs, default=1))
        # A limit far above everything that anybody says would flatten what matters.
        near = [high for high in highs if high <= 2 * greatest]
        return round(max([greatest, *near]) * 1.08) + 1

    @property
    def beyond(self) -> int | None:
        """The greatest upper limit that lies above the top of the chart; None where none does."""
        highs = [bound.high for band in self.bands.values() for bound in band if bound.high]
        above = [high for high in highs if high > self.top]
        return max(above, default=None)

    def above_all(self, name: str) -> list[tuple[date, date]]:
        """Return the stretches of days over which a band lies above every mark of the chart.

        What is known of a day holds until the next day of which something is.
        """
        marks = max((point.count for point in self.points), default=None)
        found: list[tuple[date, date]] = []
        band, going = self.bands[name], False
        for place, bound in enumerate(band):
            above = marks is not None and bound.low > marks
            later = band[place + 1].question.end - ONE_DAY if place + 1 < len(band) else None
            last = later or bound.question.end
            if above and going:
                found[-1] = (found[-1][0], last)
            elif above:
                found.append((bound.question.end, last))
            going = above
        return found

    def svg(self, width: int, height: int, folder: str) -> str:
        """Draw the chart, its points linking to pages in ``folder``; "" where nothing is known.

        "" also where Habeas was installed without charts: the same stands in the page's table.
        """
        if not (self.days and installed("charts")):
            return ""
        layers = [layer for name in self.bands for layer in self._band(name)]
        layers += [layer for name in self.bands for layer in self._one_day(name)]
        chart = {
            "$schema": SCHEMA, "config": CONFIG, "layer": [*layers, self._marks()],
            "width": width, "height": height, "background": "transparent", "padding": 4,
        }  # fmt: skip
        return in_page(drawn(chart, LOCALES[self.language]), folder)

    def _band(self, name: str) -> list[Spec]:
        stretches = self._stretches(name)
        low, high = self._y("low"), self._y("high")
        base = {"x": self._x(), "color": {"value": f"var(--{name})"},
                "detail": {"field": "run", "type": "nominal"}}  # fmt: skip
        step = {"interpolate": "step-after", "clip": True}
        line = {"type": "line", "strokeWidth": 1.6, "strokeDash": DASHES.get(name, [3, 3]), **step}
        # Where nothing is known from below, there is no line at 0; nor a band where nothing is.
        floor = in_runs(each for each in stretches if each.low)
        closed = in_runs(each for each in stretches if each.high is not None)
        layers: list[Spec] = []
        if closed:
            layers += [
                {"data": {"values": closed}, "mark": {"type": "area", "opacity": 0.18, **step},
                 "encoding": {**base, "y": low, "y2": {"field": "high"}}},
                {"data": {"values": closed}, "mark": line, "encoding": {**base, "y": high}},
            ]  # fmt: skip
        if floor:
            layers.append({"data": {"values": floor}, "mark": line, "encoding": {**base, "y": low}})
        return layers

    def _stretches(self, name: str) -> list[Stretch]:
        """List what is drawn of a band: each stretch of days and its limits."""
        bounds = without_spikes(self.bands[name])
        ends = [bound.question.end for bound in bounds[1:]] + [self.days[-1]]
        return [
            Stretch(bound.question.end, end, bound.low, bound.high)
            for bound, end in zip(bounds, ends, strict=bool(bounds))
        ]

    def _one_day(self, name: str) -> list[Spec]:
        """Draw what a viewpoint allows on days that stand alone: from least to greatest."""
        kept = {id(bound) for bound in without_spikes(self.bands[name])}
        rows = [
            {"day": str(bound.question.end), "low": bound.low,
             "high": self.top if bound.high is None else bound.high}
            for bound in self.bands[name] if id(bound) not in kept
        ]  # fmt: skip
        if not rows:
            return []
        colour = {"value": f"var(--{name})"}
        tick = {"type": "tick", "orient": "horizontal", "size": 12, "thickness": 2, "clip": True}
        rule = {"type": "rule", "strokeWidth": 1, "opacity": 0.5, "clip": True}
        base = {"x": self._x(), "color": colour, "y": self._y("low")}
        limited = [row for row in rows if row["high"] != self.top]
        lines = {"data": {"values": limited}, "mark": rule,
                 "encoding": {**base, "y2": {"field": "high"}}}  # fmt: skip
        ticks = {"data": {"values": rows}, "mark": tick, "encoding": base}
        return [*([lines] if limited else []), ticks]

    def _marks(self) -> Spec:
        rows = [
            {"day": str(point.day), "count": point.count, "kind": point.kind,
             "page": f"{STAND_IN}{point.page}"}
            for point in self.points
        ]  # fmt: skip
        kinds = self.kinds
        colours = [f"var(--{kind})" if kind in SHAPES else "var(--muted)" for kind in kinds]
        shapes = [SHAPES.get(kind, "diamond") for kind in kinds]
        return {
            "data": {"values": rows},
            "mark": {"type": "point", "filled": True, "size": 44, "opacity": 1,
                     "stroke": "var(--paper)", "strokeWidth": 1},
            "encoding": {
                "x": self._x(), "y": self._y("count"),
                "href": {"field": "page", "type": "nominal"},
                "color": _by_kind(kinds, colours), "shape": _by_kind(kinds, shapes),
            },
        }  # fmt: skip

    def _x(self) -> Spec:
        ends = [{"year": day.year, "month": day.month, "date": day.day, "utc": True}
                for day in (self.days[0], self.days[-1])]  # fmt: skip
        span = (self.days[-1] - self.days[0]).days
        axis = {"title": None, "format": "%b %Y" if span > 70 else "%-d %b", "grid": False,
                "labelOverlap": "greedy", "labelSeparation": 12, "tickCount": 8}  # fmt: skip
        scale = {"type": "utc", "domain": ends, "nice": False}
        return {"field": "day", "type": "temporal", "axis": axis, "scale": scale}

    def _y(self, field: str) -> Spec:
        axis = {"title": self.y_title, "titleAlign": "left", "titleAngle": 0, "titleAnchor": "end",
                "titleX": 0, "titleY": -8, "domain": False, "ticks": False, "format": ",d",
                "tickCount": 6, "tickMinStep": 1}  # fmt: skip
        scale = {"domain": [0, self.top], "nice": False}
        return {"field": field, "type": "quantitative", "axis": axis, "scale": scale}


def _by_kind(kinds: Sequence[str], shown: Sequence[str]) -> Spec:
    scale = {"domain": list(kinds), "range": list(shown)}
    return {"field": "kind", "type": "nominal", "legend": None, "scale": scale}


def in_runs(stretches: Iterable[Stretch]) -> list[dict[str, object]]:
    """List stretches as rows; those that follow one another are one run, closed at its end."""
    rows: list[dict[str, object]] = []
    run, last = 0, None
    for each in stretches:
        if last and last.end != each.day:
            rows.append({"day": str(last.end), "low": last.low, "high": last.high, "run": run})
            run += 1
        rows.append({"day": str(each.day), "low": each.low, "high": each.high, "run": run})
        last = each
    if last:
        rows.append({"day": str(last.end), "low": last.low, "high": last.high, "run": run})
    return rows


def without_spikes(band: Sequence[Bound]) -> list[Bound]:
    """Leave out days whose bounds reach up or down for that day alone.

    They come from a count of that one day, which the chart shows as a mark; the table has both.
    """
    kept = list(band[:1])
    for place in range(1, len(band) - 1):
        bound, later = band[place], band[place + 1]
        alone = (later.question.end - bound.question.end).days == 1
        if not (alone and bound.low > max(kept[-1].low, later.low)):
            kept.append(bound)
    last = band[max(1, len(band) - 1) :]
    if (
        len(kept) > 1
        and last
        and last[0].low > kept[-1].low
        and last[0].high is kept[-1].high is None
    ):
        # On the last day a step up would be a line along the chart's edge.
        return kept
    return [*kept, *last]


def in_page(svg: str, folder: str) -> str:
    """Make a chart fit into a page: fluid width, local links, and nothing left to chance.

    Vega numbers its clipping paths through the life of the program; here they count from 1, with
    the chart's own hash in front, so that two charts can share a page.
    """
    names = list(dict.fromkeys(re.findall(r'id="(clip\d+)"', svg)))
    shape = re.sub(r"clip\d+", "", svg)
    mark = f"c{len(shape):x}{sum(map(ord, shape)):x}"
    numbers = {name: f"{mark}-{place}" for place, name in enumerate(names, 1)}
    svg = re.sub(r"\bclip\d+\b", lambda found: numbers.get(found[0], found[0]), svg)
    svg = svg.replace(f'<a xlink:href="{STAND_IN}', f'<a tabindex="-1" href="{folder}')
    svg = re.sub(r' (?:role|aria-[a-z]+)="[^"]*"', "", svg)
    return re.sub(
        r'<svg [^>]*?width="(\d+)" height="(\d+)"[^>]*>',
        r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \1 \2" aria-hidden="true" '
        r'focusable="false">',
        svg,
        count=1,
    )
