"""How words become numbers: the two policies, and the range that a quantity stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from habeas.vocabulary import Qualifier, Quantity

Range = tuple[int, int | None]
"""The least and the greatest whole number of people; None where nothing limits it from above."""


ROUND = 10
""""About" a number from here on is at least two people either way, below it one."""


@dataclass(frozen=True)
class Policy:
    """A way to read numbers as they are said, printed with every result.

    shares: for a qualifier, the least and the greatest share of the number said (None: no limit);
    rounded outward, so that no number is excluded that the share allows.
    strict_end: whether the number itself is left out at the end nearest to it ("nearly 2,000").
    crowds: what "dozens", "hundreds" and "thousands" stand for.
    day_end: whether a tally of a day stands at the end of that day; otherwise it was taken at some
    moment of it, which the claims of one claimant in one document share.
    """

    name: str
    shares: Mapping[Qualifier, tuple[Fraction | None, Fraction | None]]
    crowds: Mapping[Qualifier, Range]
    day_end: bool

    def range_of(self, quantity: Quantity) -> Range:
        """Return the whole numbers that a quantity stands for; its own low and high come first."""
        if quantity.low is not None:
            return quantity.low, quantity.high
        if quantity.value is None:
            return self.crowds[quantity.qualifier]
        value = quantity.value
        least, greatest = self.shares[quantity.qualifier]
        low = 0 if least is None else int(value * least // 1)
        high = None if greatest is None else int(-(-value * greatest // 1))
        if quantity.qualifier is Qualifier.ABOUT and high is not None:
            span = 1 if value < ROUND else 2
            low, high = max(0, min(low, value - span)), max(high, value + span)
        if quantity.qualifier is Qualifier.MORE_THAN:
            low, high = value + 1, high if high is None else max(high, value + 1)
        if quantity.qualifier in (Qualifier.NEARLY, Qualifier.LESS_THAN):
            low, high = min(low, max(value - 1, 0)), max(value - 1, 0)
        return low, high


ALL, NO_LIMIT = Fraction(1), None
EVERY_POLICY: dict[Qualifier, tuple[Fraction | None, Fraction | None]] = {
    Qualifier.EXACT: (ALL, ALL),
    Qualifier.AT_LEAST: (ALL, NO_LIMIT),
    Qualifier.AT_MOST: (NO_LIMIT, ALL),
    Qualifier.LESS_THAN: (NO_LIMIT, ALL),
}

PLAIN = Policy(
    "plain",
    EVERY_POLICY
    | {
        Qualifier.ABOUT: (Fraction(95, 100), Fraction(105, 100)),
        Qualifier.NEARLY: (Fraction(95, 100), ALL),
        Qualifier.MORE_THAN: (ALL, NO_LIMIT),
    },
    {
        Qualifier.DOZENS: (24, 99),
        Qualifier.HUNDREDS: (200, 999),
        Qualifier.THOUSANDS: (2_000, None),
    },
    day_end=True,
)
"""Words as a careful reader takes them."""

STRICT = Policy(
    "strict",
    EVERY_POLICY
    | {
        Qualifier.ABOUT: (NO_LIMIT, NO_LIMIT),
        Qualifier.NEARLY: (NO_LIMIT, ALL),
        Qualifier.MORE_THAN: (ALL, NO_LIMIT),
    },
    {
        Qualifier.DOZENS: (24, None),
        Qualifier.HUNDREDS: (200, None),
        Qualifier.THOUSANDS: (2_000, None),
    },
    day_end=False,
)
"""What the words logically exclude and no more."""

POLICIES = {policy.name: policy for policy in (PLAIN, STRICT)}
