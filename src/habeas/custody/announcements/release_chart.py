"""A chart of announced releases against those documented by name, as SVG.

Its bars differ in width, filling and edge, and a key says so in words, so that nothing hangs on
telling colours apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from habeas.custody.announcements.telling import announced_shown, span, words
from habeas.custody.announcements.verification import Verification
from habeas.drawing import SCHEMA, drawn

Spec = dict[str, Any]
"""A part of a chart's description, as Vega-Lite reads it."""

PALE, DARK, EMPTY = "#d5d8dc", "#1f4e79", "#ffffff"
EDGE = "#5f6670"
WIDTH = 420
KEY_WIDTH = 34

BARS: Mapping[str, Mapping[str, Any]] = {
    "announced": {"size": 20, "color": PALE, "stroke": EDGE, "strokeWidth": 0.5},
    "sure": {"size": 8, "color": DARK},
    "perhaps": {
        "size": 8, "color": EMPTY, "stroke": DARK, "strokeWidth": 1.2, "strokeDash": [3, 2],
    },
}  # fmt: skip
"""How each bar is drawn, in the order in which they are laid over one another."""


def release_chart(found: Sequence[Verification], language: str = "en") -> str:
    """Draw ``release_spec`` as SVG."""
    return drawn(release_spec(found, language))


def release_spec(found: Sequence[Verification], language: str = "en") -> Spec:
    """Return a bar for each announcement, and in it those whose release is documented.

    As Vega-Lite describes charts. The dark part is sure; the empty part hangs on doubtful links and
    uncertain days. Raises InputError for a language that has no words.
    """
    say = words(language)["chart"]
    return {
        "$schema": SCHEMA,
        "config": {"view": {"stroke": None}, "axis": {"grid": False}},
        "title": {"text": say["title"], "anchor": "start"},
        "spacing": 14,
        "vconcat": [key(say), bars(found, say, language)],
    }


def key(say: Mapping[str, Any]) -> Spec:
    """Describe a sample of each bar beside what it stands for."""
    row = {"field": "what", "type": "nominal", "sort": [say[each] for each in BARS], "axis": None}
    layers: list[Spec] = []
    for name, look in BARS.items():
        data = {"values": [{"what": say[name]}]}
        beside = {"value": KEY_WIDTH + 8}
        layers += [
            {"data": data, "mark": {"type": "bar", **look},
             "encoding": {"y": row, "x": {"value": 1}, "x2": {"value": KEY_WIDTH}}},
            {"data": data, "mark": {"type": "text", "align": "left", "baseline": "middle"},
             "encoding": {"y": row, "x": beside, "text": {"field": "what", "type": "nominal"}}},
        ]  # fmt: skip
    return {"layer": layers, "width": WIDTH, "height": 66}


def bars(found: Sequence[Verification], say: Mapping[str, Any], language: str) -> Spec:
    """Describe the announcements, and beside each in numbers what its bars show."""
    line = {"field": "label", "type": "nominal", "sort": None, "title": None,
            "axis": {"labelLimit": 420, "ticks": False}}  # fmt: skip
    axis = {"tickMinStep": 1, "format": ",d", "labelExpr": thousands(language)}

    def ending(name: str) -> Spec:
        return {"field": name, "type": "quantitative", "title": say["people"], "axis": axis}

    layers: list[Spec] = [
        {"mark": {"type": "bar", **look},
         "encoding": {"y": line, "x": ending(f"{name}_from"), "x2": {"field": name}}}
        for name, look in BARS.items()
    ]  # fmt: skip
    layers.append({
        "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 6},
        "encoding": {"y": line, "x": {"field": "end", "type": "quantitative"},
                     "text": {"field": "count", "type": "nominal"}},
    })  # fmt: skip
    values = [row(each, say, language) for each in found]
    return {"data": {"values": values}, "layer": layers, "width": WIDTH, "height": {"step": 30}}


def thousands(language: str) -> str:
    """Return how an axis writes its numbers: digits parted as the language parts them."""
    return f"replace(datum.label, /,/g, '{words(language)['thousands']}')"


def row(found: Verification, say: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    """Return what is drawn of one announcement: where each bar begins and ends."""
    low, high = found.documented.low, found.documented.high
    label = " · ".join(filter(None, (found.claim.claimant, str(found.last or ""), found.claim.id)))
    most = found.announced_low if found.announced_high is None else found.announced_high
    return {
        "label": label,
        "announced_from": 0, "announced": most,
        "sure_from": 0, "sure": low or None,
        "perhaps_from": low, "perhaps": high if high > low else None,
        "end": max(most, high),
        "count": say["count"].format(
            documented=span(found.documented, language),
            announced=announced_shown(found, language),
        ),
    }  # fmt: skip
