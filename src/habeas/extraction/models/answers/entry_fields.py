"""The fields of one entry of an answer, each as a claim holds it or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.extraction.models.questions import POPULATION_KINDS
from habeas.vocabulary import (
    Claim,
    InputError,
    Measure,
    Modality,
    Period,
    Qualifier,
    claim_from_row,
)
from habeas.vocabulary.quantity import LARGEST_COUNT

WHOLE = re.compile(r"\s*\d{1,12}\s*")
LONGEST_TEXT = 300
SET_BY_LIST = ("measure", "qualifier", "population_kind", "modality", "claimant_kind")
VAGUE_LOWS = (20_000, 200_000, 2_000_000)
"""What "tens of thousands", "hundreds of thousands" and "millions" are at least."""


@dataclass(frozen=True)
class Said:
    """The numbers of an entry as it gives them."""

    value: int | None
    low: int | None
    high: int | None
    qualifier: Qualifier

    @property
    def is_range(self) -> bool:
        """Whether two ends are given."""
        return self.low is not None and self.high is not None and self.qualifier.names_a_number


def said(entry: Mapping[str, Any]) -> Said:
    """Return an entry's numbers. Raises InputError where they are none."""
    value, low, high = (whole(entry, name) for name in ("value", "low", "high"))
    word = listed(entry.get("qualifier")) or Qualifier.EXACT.value
    try:
        qualifier = Qualifier(word)
    except ValueError:
        raise InputError("is no qualifier", "Use one of the list.",
                         column="qualifier", value=word) from None  # fmt: skip
    if not qualifier.names_a_number:
        return Said(None, low if low in VAGUE_LOWS else None, None, qualifier)
    if low is not None and high is not None and low < high:
        return Said(low, low, high, qualifier)
    return Said(value if value is not None else low, None, None, qualifier)


def whole(entry: Mapping[str, Any], name: str) -> int | None:
    """Return a whole number, None where none is given. Raises InputError on anything else."""
    value = entry.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str) and WHOLE.fullmatch(value):
        return int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value) if abs(value) <= LARGEST_COUNT else -1
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST_COUNT:
        raise InputError("is not a number of people", "Give a whole number.",
                         column=name, value=str(value)[:80])  # fmt: skip
    return value


def listed(value: object) -> str:
    """Return one of a list's words as the list spells it: "At least" is at_least."""
    return "_".join(str(value or "").lower().split()).replace("-", "_")


def texts(entry: Mapping[str, Any], name: str) -> str:
    """Return a text of an entry on one line, "" where it has none."""
    value = entry.get(name)
    return " ".join(str(value).split())[:LONGEST_TEXT] if isinstance(value, str) else ""


def row_of(entry: Mapping[str, Any], numbers: Said) -> dict[str, Any]:
    """Return an entry as a row of a claim, its words of lists spelled as lists spell them.

    Raises InputError on a kind of population that is none of the list.
    """
    row: dict[str, Any] = {name: listed(entry.get(name)) for name in SET_BY_LIST}
    if row["population_kind"] not in POPULATION_KINDS:
        raise InputError("is no kind of population", "Use one of the list.",
                         column="population_kind", value=row["population_kind"])  # fmt: skip
    if row["claimant_kind"] in ("none", "null"):
        row["claimant_kind"] = ""
    row |= {name: texts(entry, name) for name in ("place", "claimant")}
    row |= {name: texts(entry, name) or None for name in ("period_start", "period_end")}
    row["cumulative"] = entry.get("cumulative") is True
    row |= {"id": "model", "value": numbers.value, "low": numbers.low, "high": numbers.high}
    return row


def checked(row: Mapping[str, Any]) -> tuple[Claim, tuple[str, ...]]:
    """Return a row as a claim, and what of it had to be mended. Raises InputError.

    A stock has no start; a number for which nobody answers is reported.
    """
    row, mended = dict(row), []
    if row["measure"] == Measure.HELD and row["period_start"]:
        row["period_end"] = row["period_end"] or row["period_start"]
        row["period_start"] = None
    if not row["claimant"]:
        row["claimant_kind"] = ""
        if row["modality"] not in (Modality.PROMISED, Modality.DENIED):
            row["modality"] = Modality.REPORTED.value
    try:
        Period.read(row["period_start"] or "", row["period_end"] or "")
    except InputError as error:
        if "ends before it starts" not in error.problem:
            raise
        row["period_start"] = None
        mended.append("its start, which lay behind its end, is left out")
    return claim_from_row(row), tuple(mended)
