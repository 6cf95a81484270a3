"""Figures as they were said, and what a policy takes them for: never one for the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from habeas.reconciliation.system import STRICT
from habeas.vocabulary import Qualifier, Quantity


def as_said(quantity: Quantity, words: Mapping[str, Any], number: Callable[[int], str]) -> str:
    """Return a number as it was said: "about 2,400", "dozens", "50 to 60"."""
    if quantity.value is None and quantity.qualifier.names_a_number:
        return range_told(quantity.low or 0, quantity.high, words, number)
    value = "" if quantity.value is None else number(quantity.value)
    return str(words["said"][quantity.qualifier].format(number=value)).strip()


def range_told(
    low: int, high: int | None, words: Mapping[str, Any], number: Callable[[int], str]
) -> str:
    """Return a range: "2,280 to 2,520", "20,000 and more", "126"."""
    if high is None:
        return str(words["range_open"].format(low=number(low)))
    form = words["range_one" if low == high else "range"]
    return str(form.format(low=number(low), high=number(high)))


def is_of_the_source(quantity: Quantity, side: str, number: int) -> bool:
    """Whether a limit is in what was said, and not only in how the policy takes it.

    side: "low" or "high". What a word excludes by itself is said with it ("more than 130" is 131 at
    least); what "about" or "dozens" stand for is not, nor a range that somebody wrote beside a
    number outside it.
    """
    if quantity.value is None:
        return quantity.qualifier.names_a_number
    if quantity.low is not None:
        inside = quantity.low <= quantity.value
        inside &= quantity.high is None or quantity.value <= quantity.high
        return inside and quantity.qualifier is not Qualifier.ABOUT
    return STRICT.range_of(quantity)[side == "high"] == number
