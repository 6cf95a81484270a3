"""What pictures of overlaps and estimates show, as Vega-Lite describes charts.

An UpSet plot (Lex and others, 2014) of the overlaps; each method's interval; each method's whole
distribution; what each method says without each list. Nothing hangs on telling colours apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from habeas.drawing import SCHEMA
from habeas.estimation.overlaps import SHARES, Estimate, Overlaps
from habeas.estimation.reporting.sentences import number, way, words

Spec = dict[str, Any]
"""A chart or a part of one."""

DARK, PALE, MARK, RULE = "#1f4e79", "#c9d6e3", "#b5483a", "#5f6670"
WIDTH = 560
MOST_SETS = 24
"""So many sets of lists are drawn; the title tells how many people are on the others."""
BINS = 40


def estimates_picture(
    found: Sequence[Estimate], table: Overlaps, language: str = "en"
) -> Spec:  # fmt: skip
    """Return everything on one picture: overlaps, intervals, distributions, without each list.

    Raises InputError for a language that has no words.
    """
    parts = [overlaps_picture(table, language), intervals_picture(found, table.observed, language)]
    parts += spreads_picture(found, language) + without_lists_picture(found, language)
    return {
        "$schema": SCHEMA, "background": "white", "spacing": 28, "vconcat": parts,
        "config": {"view": {"stroke": None}}, "resolve": {"scale": {"x": "independent"}},
    }  # fmt: skip


def overlaps_picture(found: Overlaps, language: str = "en") -> Spec:
    """Describe how many people are on exactly which lists, the largest sets first."""
    say = words(language)["pictures"]
    sets = sorted(
        zip(found.patterns.tolist(), found.counts.tolist(), strict=True),
        key=lambda one: (-one[1], one[0]),
    )
    left = sum(count for _, count in sets[MOST_SETS:])
    sets = sets[:MOST_SETS]
    names = [f"{name} ({number(size, language)})" for name, size in found.sizes.items()]
    bars = [
        {"set": place, "people": count, "told": number(count, language)}
        for place, (_, count) in enumerate(sets)
    ]
    dots = [
        {"set": place, "list": name, "on": on}
        for place, (pattern, _) in enumerate(sets)
        for name, on in zip(names, pattern, strict=True)
    ]
    title = say["overlaps"].format(people=number(found.observed, language))
    title += say["other_sets"].format(people=number(left, language)) if left else ""
    column = {"field": "set", "type": "ordinal", "axis": None}
    people = _people("people", say["exactly"], language)
    above = {
        "width": {"step": 24}, "height": 200, "data": {"values": bars}, "encoding": {"x": column},
        "layer": [
            {"mark": {"type": "bar", "color": DARK, "size": 16}, "encoding": {"y": people}},
            {"mark": {"type": "text", "dy": -6, "fontSize": 9},
             "encoding": {"y": people,
                          "text": {"field": "told", "type": "nominal"}}},
        ],
    }  # fmt: skip
    row = {"field": "list", "type": "nominal", "sort": names, "title": None,
           "axis": {"labelLimit": 260, "ticks": False, "domain": False}}  # fmt: skip
    below = {
        "width": {"step": 24}, "height": {"step": 20}, "data": {"values": dots},
        "mark": {"type": "circle", "size": 110, "opacity": 1},
        "encoding": {
            "x": column, "y": row,
            "color": {"condition": {"test": "datum.on", "value": DARK}, "value": "#e4e7ea"},
        },
    }  # fmt: skip
    return {"title": {"text": title, "anchor": "start"}, "spacing": 4, "vconcat": [above, below]}


def intervals_picture(found: Sequence[Estimate], observed: int, language: str = "en") -> Spec:
    """Describe each method's median and interval, and how many are on any list."""
    say = words(language)["pictures"]
    rows = [
        {"method": name_of(each, language), "estimate": each.estimate,
         "low": each.low, "high": each.high}
        for each in found if each.estimate is not None and each.high is not None
    ]  # fmt: skip
    refused = [name_of(each, language) for each in found if each.estimate is None]
    least = [
        f"{name_of(each, language)} {number(each.estimate, language)}"
        for each in found if each.estimate is not None and each.high is None
    ]  # fmt: skip
    notes = [say["observed"].format(people=number(observed, language))]
    notes += [say["lower_bounds"].format(methods="; ".join(least))] if least else []
    notes += [say["refused"].format(methods=", ".join(refused))] if refused else []
    row = {"field": "method", "type": "nominal", "title": None, "sort": None}
    layers: list[Spec] = [
        {"data": {"values": rows}, "mark": {"type": "rule", "color": DARK, "strokeWidth": 3},
         "encoding": {"y": row, "x": across("low", language), "x2": {"field": "high"}}},
        {"data": {"values": rows},
         "mark": {"type": "point", "filled": True, "size": 90, "color": MARK, "opacity": 1},
         "encoding": {"y": row, "x": across("estimate", language)}},
        {"data": {"values": [{"observed": observed}]},
         "mark": {"type": "rule", "strokeDash": [4, 4], "color": RULE},
         "encoding": {"x": across("observed", language)}},
    ]  # fmt: skip
    title = {"text": say["intervals"], "subtitle": notes, "anchor": "start"}
    return {"title": title, "width": WIDTH, "height": {"step": 34}, "layer": layers}


def spreads_picture(found: Sequence[Estimate], language: str = "en") -> list[Spec]:
    """Describe each method's distribution, a row each; none where no method tells one."""
    say = words(language)["pictures"]
    told = [each for each in found if each.spread and each.high is not None]
    if not told:
        return []
    rows = [row for each in told for row in _histogram(each, language)]
    data = {"values": rows}
    x = across("from", language)
    chart: Spec = {
        "data": data,
        "facet": {"row": {"field": "method", "type": "nominal", "title": None, "sort": None,
                          "header": {"labelAngle": 0, "labelAlign": "left"}}},
        "spec": {
            "width": WIDTH, "height": 56, "mark": {"type": "rect", "color": DARK, "opacity": 0.75},
            "encoding": {
                "x": x, "x2": {"field": "to"},
                "y": {"field": "share", "type": "quantitative", "axis": None}, "y2": {"datum": 0},
            },
        },
        "title": {"text": say["spreads"], "anchor": "start"},
        "resolve": {"scale": {"y": "independent"}},
    }  # fmt: skip
    return [chart]


def _histogram(each: Estimate, language: str) -> list[Spec]:
    """Return bars of equal width over the middle of a distribution, its farthest ends cut off."""
    inside = [people for people, share in zip(each.spread, SHARES, strict=True)
              if 0.005 <= share <= 0.995]  # fmt: skip
    low, high = min(inside), max(inside)
    step = max((high - low) / BINS, 1)
    counts: dict[int, int] = {}
    for people in inside:
        place = min(int((people - low) / step), BINS - 1)
        counts[place] = counts.get(place, 0) + 1
    return [
        {"method": name_of(each, language), "share": count / len(inside),
         "from": low + place * step, "to": low + (place + 1) * step}
        for place, count in sorted(counts.items())
    ]  # fmt: skip


def without_lists_picture(found: Sequence[Estimate], language: str = "en") -> list[Spec]:
    """Describe what each method says when a list is left out; none where that was not tried."""
    say = words(language)["pictures"]
    rows = [
        {
            "method": name_of(each, language),
            "list": say["without"].format(list=name),
            "people": people,
        }
        for each in found
        for name, people in _without(each).items()
        if people is not None
    ]
    if not rows:
        return []
    whole = [{"method": name_of(each, language), "people": each.estimate} for each in found
             if _without(each) and each.estimate is not None]  # fmt: skip
    chart: Spec = {
        "data": {"values": [*rows, *({**row, "list": say["all_lists"]} for row in whole)]},
        "width": WIDTH, "height": {"step": 22},
        "title": {"text": say["sensitivity"], "anchor": "start"},
        "mark": {"type": "point", "filled": True, "size": 70, "opacity": 1},
        "encoding": {
            "y": {"field": "list", "type": "nominal", "title": None,
                  "sort": [say["all_lists"]], "axis": {"labelLimit": 260, "grid": True}},
            "x": across("people", language),
            "shape": {"field": "method", "type": "nominal", "title": None, "sort": None},
            "color": {"field": "method", "type": "nominal", "title": None, "sort": None},
        },
    }  # fmt: skip
    return [chart]


def _without(each: Estimate) -> Mapping[str, int | None]:
    said = each.diagnostics.get("without_list")
    return said if isinstance(said, Mapping) else {}


def name_of(each: Estimate, language: str) -> str:
    """Return what an estimate is called on a picture: its method, and its stratum if it has one."""
    method = str(words(language)["pictures"]["methods"][way(each)])
    return f"{method}, {each.stratum}" if each.stratum else method


def across(field: str, language: str) -> Spec:
    """Describe a horizontal axis of people that need not begin at 0."""
    title = words(language)["pictures"]["people"]
    return {**_people(field, title, language), "scale": {"zero": False}}


def _people(field: str, title: str, language: str) -> Spec:
    """Describe an axis that counts people, digits parted as the language parts them."""
    parted = f"replace(datum.label, /,/g, '{words(language)['thousands']}')"
    axis = {"tickMinStep": 1, "format": ",d", "labelExpr": parted}
    return {"field": field, "type": "quantitative", "title": title, "axis": axis}
