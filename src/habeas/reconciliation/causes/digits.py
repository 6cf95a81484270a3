"""Misprints: digits exchanged, one dropped, doubled, or another in its place."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.vocabulary import Claim, Qualifier

LONG_ENOUGH = 3
"""Of shorter numbers hardly any is not the misprint of another."""


def swaps(claim: Claim) -> Iterator[int]:
    """Yield the numbers of which two neighbouring digits may have been exchanged in a figure."""
    for other in exchanged(digits_of(claim)):
        if int(other) != claim.quantity.value and other[0] != "0":
            yield int(other)


def misprints(claim: Claim) -> Iterator[int]:
    """Yield the numbers that may have been misprinted as an exact figure, likeliest first."""
    digits = digits_of(claim)
    if len(digits) < LONG_ENOUGH:
        return
    found = {digits}
    for other in (*exchanged(digits), *dropped(digits), *replaced(digits), *added(digits)):
        if other not in found and other and other[0] != "0":
            found.add(other)
            yield int(other)


def digits_of(claim: Claim) -> str:
    """Return the digits of an exact figure; none of any other."""
    quantity = claim.quantity
    exact = quantity.qualifier is Qualifier.EXACT and quantity.low is None
    return str(quantity.value) if exact else ""


def exchanged(digits: str) -> Iterator[str]:
    """Yield numbers with two neighbouring digits exchanged."""
    for place in range(len(digits) - 1):
        yield digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def dropped(digits: str) -> Iterator[str]:
    """Yield numbers that have a digit too many as printed."""
    for place in range(len(digits)):
        yield digits[:place] + digits[place + 1 :]


def replaced(digits: str) -> Iterator[str]:
    """Yield numbers with another digit in one place."""
    for place in range(len(digits)):
        for digit in "0123456789":
            yield digits[:place] + digit + digits[place + 1 :]


def added(digits: str) -> Iterator[str]:
    """Yield numbers that lack a digit as printed."""
    for place in range(len(digits) + 1):
        for digit in "0123456789":
            yield digits[:place] + digit + digits[place:]
