"""A chart of announced releases against those documented by name, as SVG.

Its bars differ in width, filling and edge, and a key says so in words, so that nothing hangs on
telling colours apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from habeas.custody.announcements.telling import announced_shown, span, words
from habeas.custody.announcements.verification import Verification
from habeas.drawing import drawn

if TYPE_CHECKING:
    import altair as alt

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
    """Draw a bar for each announcement, and in it those whose release is documented.

    The dark part is sure; the empty part hangs on doubtful links and uncertain days. Raises
    InputError for a language that has no words.
    """
    import altair as alt  # noqa: PLC0415  (takes half a second to load)

    say = words(language)["chart"]
    title = alt.TitleParams(say["title"], anchor="start")
    chart = alt.vconcat(key(say), bars(found, say, language), spacing=14).properties(title=title)
    chart = chart.configure_view(stroke=None).configure_axis(grid=False)
    return drawn(chart.to_dict())


def key(say: Mapping[str, Any]) -> alt.LayerChart | alt.FacetChart:
    """Draw a sample of each bar beside what it stands for."""
    import altair as alt  # noqa: PLC0415  (takes half a second to load)

    layers: list[alt.Chart] = []
    for name, look in BARS.items():
        base = alt.Chart({"values": [{"what": say[name]}]}).encode(
            y=alt.Y("what:N", sort=[say[each] for each in BARS], axis=None)
        )
        sample = base.mark_bar(**look).encode(x=alt.value(1), x2=alt.value(KEY_WIDTH))
        told = base.mark_text(align="left", baseline="middle").encode(
            x=alt.value(KEY_WIDTH + 8), text="what:N"
        )
        layers += [sample, told]
    return alt.layer(*layers).properties(width=WIDTH, height=66)


def bars(
    found: Sequence[Verification], say: Mapping[str, Any], language: str
) -> alt.LayerChart | alt.FacetChart:  # fmt: skip
    """Draw the announcements, and beside each in numbers what its bars show."""
    import altair as alt  # noqa: PLC0415  (takes half a second to load)

    base = alt.Chart({"values": [row(each, say, language) for each in found]}).encode(
        y=alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelLimit=420, ticks=False))
    )
    axis = alt.Axis(tickMinStep=1, format=",d", labelExpr=thousands(language))
    drawn = [
        base.mark_bar(**look).encode(
            x=alt.X(f"{name}_from:Q", title=say["people"], axis=axis), x2=f"{name}:Q"
        )
        for name, look in BARS.items()
    ]
    counts = base.mark_text(align="left", baseline="middle", dx=6).encode(x="end:Q", text="count:N")
    return alt.layer(*drawn, counts).properties(width=WIDTH, height=alt.Step(30))


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
