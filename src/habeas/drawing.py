"""Charts drawn as SVG: the one door to the library that draws, for whatever a case's texts hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from habeas.extras import require

Locale = Literal["en-US", "es-ES"]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Of which edition of Vega-Lite the descriptions of charts are."""

UNDRAWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def drawn(spec: Mapping[str, Any], locale: Locale | None = None) -> str:
    """Draw a chart that Vega-Lite describes; return it as SVG.

    locale: how its numbers and days are written. Nothing is fetched. Signs over which drawing
    aborts the whole process (control signs, halves of characters) are drawn as U+FFFD. Raises
    MissingExtra where Habeas was installed without charts.
    """
    require("charts", "A picture")
    import vl_convert  # noqa: PLC0415  (takes a fifth of a second to load)

    svg: str = vl_convert.vegalite_to_svg(
        drawable(spec), allowed_base_urls=[], format_locale=locale, time_format_locale=locale
    )
    return svg


def drawable(spec: Any) -> Any:  # noqa: ANN401 - any value of JSON
    """Return a chart's description without the signs that cannot be drawn."""
    if isinstance(spec, str):
        return UNDRAWABLE.sub("\ufffd", spec)
    if isinstance(spec, Mapping):
        return {drawable(key): drawable(value) for key, value in spec.items()}
    return list(map(drawable, spec)) if isinstance(spec, list | tuple) else spec
