"""Data frames of any library as rows of texts, as a table in a file would hold them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

Rows = tuple[list[str], list[dict[str, str]]]


def is_frame(given: object) -> bool:
    """Say whether something is a data frame: of polars, of pandas, or made like them."""
    return hasattr(given, "columns") and (hasattr(given, "iter_rows") or hasattr(given, "to_dict"))


def rows_of(given: Any) -> Rows:  # noqa: ANN401 - a frame of any library
    """Return the headings of a data frame or of mappings, and its rows as texts."""
    if is_frame(given):
        heading = [str(name) for name in given.columns]
        rows = _rows(given)
    else:
        rows = list(given)
        heading = list(dict.fromkeys(str(name) for row in rows for name in row))
    return heading, [{name: written(row.get(name)) for name in heading} for row in rows]


def _rows(frame: Any) -> Sequence[Mapping[str, Any]]:  # noqa: ANN401 - a frame of any library
    if hasattr(frame, "iter_rows"):
        return list(frame.iter_rows(named=True))
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def written(cell: object) -> str:
    """Write a cell as a table in a file would hold it; what is missing is empty."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)) or str(cell) in MISSING:
        return ""
    if isinstance(cell, Iterable) and not isinstance(cell, str | bytes):
        return "; ".join(map(written, cell))
    for kind, write in WRITTEN:
        if isinstance(cell, kind):
            return write(cell)
    return str(cell)


def _moment(moment: datetime) -> str:
    midnight = not any((moment.hour, moment.minute, moment.second))
    return (moment.date() if midnight else moment).isoformat()


WRITTEN: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda said: "true" if said else "false"),
    (datetime, _moment),
    (date, date.isoformat),
    (float, lambda number: str(int(number)) if number.is_integer() else str(number)),
)
"""How values of some types are written, the narrower type first."""
MISSING = {"NaT", "<NA>", "nan"}
"""How pandas writes what is missing, whatever the column's type."""
