"""What the pictures show, as Vega-Lite describes charts; nothing hangs on telling colours apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from habeas.custody import last_day
from habeas.notebook.chart import Chart
from habeas.reconciliation import Bound
from habeas.vocabulary import Claim

Spec = dict[str, Any]

DARK, PALE, MARK = "#1f4e79", "#c9d6e3", "#b5483a"
WIDTH = 560


def figures_over_time(claims: Iterable[Claim]) -> Chart:
    """Draw each figure on its last day, by what it measures."""
    rows = [
        {"day": str(end.latest), "people": claim.quantity.value, "measure": claim.measure.value,
         "who": claim.claimant or "not told"}
        for claim in claims
        if (end := last_day(claim)) and claim.quantity.value is not None
    ]  # fmt: skip
    return Chart({
        "title": "Figures by the day they are about",
        "width": WIDTH, "height": 300, "data": {"values": rows},
        "mark": {"type": "point", "filled": True, "size": 60},
        "encoding": {
            "x": _day(), "y": _people("people"),
            "shape": {"field": "measure", "type": "nominal", "title": None},
            "color": {"field": "measure", "type": "nominal", "title": None},
        },
    })  # fmt: skip


def band(bounds: Sequence[Bound], said: Sequence[Claim], title: str) -> Chart:
    """Draw the least and the greatest number that can be true on each day, and figures as points.

    Where nothing limits a number from above, an arrow runs out of the top.
    """
    figures = [
        {"day": str(end.latest), "people": claim.quantity.value, "who": claim.claimant}
        for claim in said
        if (end := last_day(claim)) and claim.quantity.value is not None
    ]
    published = [claim.quantity.value or 0 for claim in said]
    greatest = max([*published, *(b.low for b in bounds), 1])
    near = [b.high for b in bounds if b.high is not None and b.high <= 2 * greatest]
    top = max([greatest, *near]) * 1.1
    rows = [
        {"day": str(b.question.end), "low": b.low, "high": top if b.high is None else b.high,
         "open": b.high is None}
        for b in bounds
    ]  # fmt: skip
    scale = {"domain": [0, top]}
    low = {**_people("low", "people"), "scale": scale}
    base = {"x": _day(), "y": low, "y2": {"field": "high"}}
    layers: list[Spec] = [
        {"data": {"values": rows}, "mark": {"type": "rule", "color": PALE, "strokeWidth": 8,
                                           "clip": True}, "encoding": base},
        {"data": {"values": rows}, "mark": _tick(DARK),
         "encoding": {"x": _day(), "y": low}},
        {"data": {"values": [row for row in rows if not row["open"]]}, "mark": _tick(DARK),
         "encoding": {"x": _day(), "y": {**_people("high", "people"), "scale": scale}}},
        {"data": {"values": [row for row in rows if row["open"]]},
         "mark": {"type": "text", "text": "↑", "fontSize": 14, "dy": 8, "color": DARK},
         "encoding": {"x": _day(), "y": {"value": 0}}},
        {"data": {"values": figures},
         "mark": {"type": "point", "filled": True, "size": 50, "color": MARK, "opacity": 1},
         "encoding": {"x": _day(), "y": {**_people("people"), "scale": scale}}},
    ]  # fmt: skip
    subtitle = "bars: what can be true; points: figures published; ↑: no upper limit"
    return Chart({"title": {"text": title, "subtitle": subtitle, "anchor": "start"},
                  "width": WIDTH, "height": 300, "layer": layers})  # fmt: skip


def sides(rows: Sequence[Mapping[str, Any]], measure: str) -> Chart:
    """Draw what is said, what can be true and what is documented of one measure, a line each."""
    top = max([row["high"] or row["low"] or 0 for row in rows], default=1) * 1.1
    drawn = [
        {"what": _what(row), "low": row["low"] or 0,
         "high": top if row["high"] is None else row["high"], "open": row["high"] is None}
        for row in rows
    ]  # fmt: skip
    line = {"field": "what", "type": "nominal", "title": None, "sort": None,
            "axis": {"labelLimit": 360}}  # fmt: skip
    ends = [{"what": row["what"], "at": row[end]} for row in drawn for end in ("low", "high")
            if not (end == "high" and row["open"])]  # fmt: skip
    layers: list[Spec] = [
        {"data": {"values": drawn}, "mark": {"type": "rule", "color": PALE, "strokeWidth": 8},
         "encoding": {"y": line, "x": _people("low", "people"), "x2": {"field": "high"}}},
        {"data": {"values": ends},
         "mark": {"type": "point", "filled": True, "color": DARK, "size": 50, "opacity": 1},
         "encoding": {"y": line, "x": _people("at", "people")}},
        {"data": {"values": [row for row in drawn if row["open"]]},
         "mark": {"type": "text", "text": "→", "dx": 8, "color": DARK},
         "encoding": {"y": line, "x": _people("high", "people")}},
    ]  # fmt: skip
    title = {"text": f"{measure}, from each side", "subtitle": "→: no upper limit",
             "anchor": "start"}  # fmt: skip
    return Chart({"title": title, "width": WIDTH, "height": {"step": 26}, "layer": layers})


def _what(row: Mapping[str, Any]) -> str:
    who = f": {row['who']}" if row["who"] else ""
    return f"{row['scope']}, {row['day']}, {row['side']}{who}"


def _tick(colour: str) -> Spec:
    return {"type": "tick", "orient": "horizontal", "color": colour, "size": 14, "thickness": 2}


def _day() -> Spec:
    return {"field": "day", "type": "temporal", "title": None, "scale": {"type": "utc"},
            "axis": {"format": "%-d %b %Y", "labelOverlap": "greedy"}}  # fmt: skip


def _people(field: str, title: str = "people") -> Spec:
    return {"field": field, "type": "quantitative", "title": title,
            "axis": {"tickMinStep": 1, "format": ",d"}}  # fmt: skip
