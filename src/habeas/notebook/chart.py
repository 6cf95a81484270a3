"""A picture that a notebook shows as it is, without a script and without the network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from habeas.drawing import SCHEMA, drawable, drawn
from habeas.extras import require
from habeas.formats.atomic_write import write_whole
from habeas.vocabulary import InputError

if TYPE_CHECKING:
    import altair as alt


@dataclass(frozen=True)
class Chart:
    """A chart: what it shows, in Vega-Lite's words (https://vega.github.io/vega-lite/docs/)."""

    spec: Mapping[str, Any]

    @cached_property
    def svg(self) -> str:
        """The picture as SVG."""
        return drawn({"$schema": SCHEMA, "background": "white", **self.spec})

    def save(self, path: str | Path) -> None:
        """Write the picture as .svg, or its description as .json. Raises InputError."""
        suffix = Path(path).suffix.lower()
        if suffix not in {".svg", ".json"}:
            raise InputError(
                "is not a picture by its name", "Name it .svg or .json.", file=str(path)
            )
        text = self.svg if suffix == ".svg" else json.dumps(drawable(self.spec), default=str)
        write_whole(Path(path), text)

    def to_altair(self) -> alt.TopLevelMixin:
        """Return the chart as Altair's, to be changed further. Raises MissingExtra without it."""
        require("notebook", "A chart of Altair")
        import altair as alt  # noqa: PLC0415  (half a second to load)

        return alt.Chart.from_dict({"$schema": SCHEMA, **drawable(self.spec)})

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, Any]:
        return {"image/svg+xml": self.svg, "text/plain": repr(self)}

    def __repr__(self) -> str:
        title = self.spec.get("title", "figures")
        told = title.get("text", "figures") if isinstance(title, Mapping) else title
        return f"Chart: {told} (.svg, .save(), .to_altair())"
