"""Estimates as a table, and as others read them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from habeas.estimation.overlaps import Estimate, Overlaps
from habeas.estimation.reporting.sentences import estimates_told, sentence, way, words


def estimate_table(
    found: Sequence[Estimate], lang: str
) -> tuple[Sequence[str], list[dict[str, object]]]:
    """Return the estimates as a table: its columns, and a method a row."""
    say = words(lang)["table"]
    percent = f"{100 * found[0].level:g}" if found else ""
    columns = {key: say[key].format(percent=percent) for key in TABLE}
    if not any(each.stratum for each in found):
        del columns["stratum"]
    rows: list[dict[str, object]] = [
        {"stratum": each.stratum, "method": words(lang)["methods"][way(each)],
         "estimate": each.estimate, "low": each.low, "high": each.high, "observed": each.observed}
        for each in found
    ]  # fmt: skip
    return list(columns.values()), [{columns[key]: row[key] for key in columns} for row in rows]


TABLE = ("stratum", "method", "estimate", "low", "high", "observed")


def estimate_row(result: Estimate, table: Overlaps | None, lang: str) -> dict[str, Any]:
    """Return an estimate as others read it; the point is the median of what the method says.

    overlaps: how many people are on exactly which lists, where one table was estimated from.
    spread: the people at every fortieth of the distribution, from 1/80 on.
    """
    row: dict[str, Any] = {
        "method": result.method.value,
        "estimate": result.estimate,
        "low": result.low,
        "high": result.high,
        "level": result.level,
        "observed": result.observed,
        "diagnostics": result.diagnostics,
        "warnings": [sentence(caveat, lang) for caveat in result.warnings],
        "reading": estimates_told([result], lang)[0],
        "point": "lower bound" if result.is_lower_bound else "median",
        "spread": [round(people) for people in result.spread[4::10]],
        "overlaps": overlap_rows(table),
    }
    return {"stratum": result.stratum, **row} if result.stratum else row


def overlap_rows(table: Overlaps | None) -> list[dict[str, Any]]:
    """Return how many people are on exactly which lists."""
    if table is None:
        return []
    return [
        {"lists": [name for name, on in zip(table.lists, pattern, strict=True) if on],
         "people": count}
        for pattern, count in zip(table.patterns.tolist(), table.counts.tolist(), strict=True)
    ]  # fmt: skip
