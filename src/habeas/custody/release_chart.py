"""A chart of announced releases against those documented by name, as SVG."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import vl_convert

from habeas.custody.announcements import Verification

TITLES = {
    "en": ("Announced", "documented by name", "people"),
    "es": ("Anunciadas", "documentadas con nombre", "personas"),
}
ANNOUNCED, SURE, PERHAPS = "#c9cdd3", "#1f5a8c", "#8fb4d3"


def release_chart(found: Sequence[Verification], language: str = "en") -> str:
    """Draw a bar for each announcement, and in it those whose release is documented.

    The dark part is sure, the light part hangs on doubtful links and uncertain days.
    """
    announced, documented, people = TITLES[language]
    rows = [
        {
            "label": " · ".join(
                filter(None, (each.claim.claimant, str(each.last or ""), each.claim.id))
            ),
            "announced": each.announced_low,
            "sure": each.documented.low,
            "perhaps": each.documented.high,
        }
        for each in found
    ]
    base = alt.Chart({"values": rows}).encode(
        y=alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelLimit=420))
    )
    bars = [
        base.mark_bar(size=size, color=colour).encode(
            x=alt.X(f"{name}:Q", title=people, axis=alt.Axis(tickMinStep=1, format=",d"))
        )
        for name, size, colour in (
            ("announced", 18, ANNOUNCED), ("perhaps", 8, PERHAPS), ("sure", 8, SURE),
        )
    ]  # fmt: skip
    title = alt.TitleParams(f"{announced} / {documented}", anchor="start")
    chart = alt.layer(*bars).properties(width=420, title=title)
    svg: str = vl_convert.vegalite_to_svg(chart.to_json())
    return svg
