"""Tables as frames, and as a notebook shows them: HTML that holds what sources wrote as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

WHOLE = ("low", "high", "estimate", "shortfall", "announced_high")
"""Columns of whole numbers, also where every cell is empty."""
MOST = 60
"""Rows that a notebook shows; the frame has them all."""


def table(rows: Sequence[Mapping[str, object]], above: str = "", below: Iterable[str] = ()) -> str:
    """Return rows as an HTML table, with a sentence above and some below."""
    parts = [f"<p>{escape(above)}</p>"] if above else []
    if rows:
        heads = "".join(f"<th>{escape(str(name))}</th>" for name in rows[0])
        body = "".join(_row(row) for row in rows[:MOST])
        parts.append(f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>")
    if len(rows) > MOST:
        parts.append(f"<p>… and {len(rows) - MOST:,} more; to_frame() has them all.</p>")
    parts += [f"<p>{escape(sentence)}</p>" for sentence in below]
    return f"<div>{''.join(parts)}</div>"


def counted(number: int, what: str) -> str:
    """Return so many of something in words."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def frame(rows: Sequence[Mapping[str, object]]) -> pl.DataFrame:
    """Return rows as a data frame."""
    import polars as pl  # noqa: PLC0415  (heavy: only who wants a frame pays for it)

    whole = {name: pl.Int64 for name in WHOLE if rows and name in rows[0]}
    return pl.DataFrame(rows, schema_overrides=whole, infer_schema_length=None)


def _row(row: Mapping[str, object]) -> str:
    cells = "".join(f"<td>{escape(_cell(value))}</td>" for value in row.values())
    return f"<tr>{cells}</tr>"


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
