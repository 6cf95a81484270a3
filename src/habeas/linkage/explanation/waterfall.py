"""The weights of a comparison as one picture: from the start to the total, a step a respect."""

from __future__ import annotations

from typing import Any

from habeas.linkage.explanation.explanation import Explanation

FOR, AGAINST, SUM = "#2a6f97", "#b5483a", "#555555"


def waterfall(explanation: Explanation) -> dict[str, Any]:
    """Return the picture as a Vega-Lite specification; ``habeas.drawing`` draws it as SVG.

    Bits run to the right: steps to the right speak for one person, steps to the left against.
    """
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {
            "text": f"{_told(explanation.left)} and {_told(explanation.right)}",
            "subtitle": f"one person with probability {explanation.probability:.3f}",
            "anchor": "start",
        },
        "width": 360,
        "data": {"values": steps(explanation)},
        "encoding": {
            "y": {"field": "step", "type": "nominal", "sort": None, "title": None,
                  "axis": {"labelLimit": 360}},
        },
        "layer": [
            {
                "mark": {"type": "bar", "height": {"band": 0.7}},
                "encoding": {
                    "x": {"field": "from", "type": "quantitative", "title": "bits of evidence"},
                    "x2": {"field": "to"},
                    "color": {"field": "color", "type": "nominal", "scale": None},
                },
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 10},
                "encoding": {
                    "x": {"field": "right", "type": "quantitative"},
                    "text": {"field": "label", "type": "nominal"},
                },
            },
        ],
    }  # fmt: skip


def steps(explanation: Explanation) -> list[dict[str, Any]]:
    """Return the bars: where each begins and ends, in bits, and what it says."""
    parts = [("two records taken at random", explanation.start)]
    parts += [(f"{one.respect}: {one.level}", one.bits) for one in explanation.weights]
    if explanation.kin < -0.05:
        parts.append(("relatives may agree so too", explanation.kin))
    bars, level = [], 0.0
    for name, bits in parts:
        bars.append(_bar(name, level, level + bits, FOR if bits > 0 else AGAINST, bits))
        level += bits
    bars.append(_bar("all together", 0.0, level, SUM, level))
    return bars


def _bar(step: str, start: float, end: float, color: str, bits: float) -> dict[str, Any]:
    return {
        "step": step, "from": start, "to": end, "right": max(start, end),
        "color": color, "label": f"{bits:+.1f}",
    }  # fmt: skip


def _told(key: tuple[str, int]) -> str:
    return f"{key[0]} row {key[1]}"
