"""A number of people as it was said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.vocabulary.errors import InputError

LARGEST_COUNT = 10_000_000_000
"""More people than there are: no count may exceed it."""


class Qualifier(StrEnum):
    """How a number was said."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    DOZENS = "dozens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"

    @property
    def names_a_number(self) -> bool:
        """Whether a number stands beside this word ("about 900"), unlike "dozens"."""
        return self not in (Qualifier.DOZENS, Qualifier.HUNDREDS, Qualifier.THOUSANDS)


@dataclass(frozen=True)
class Quantity:
    """A number of people: what was said, and, where someone fixed it, the range it stands for.

    value: the number as said; None for "dozens", "hundreds", "thousands".
    low, high: whole numbers of people that overrule every policy; ``low`` None leaves the range to
    the policy, ``high`` None beside a ``low`` means no upper limit.
    Raises InputError on a negative or absurd number, on low above high, on a missing number, and on
    a number beside a word that names none.
    """

    value: int | None
    qualifier: Qualifier = Qualifier.EXACT
    low: int | None = None
    high: int | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be a number of people."""
        for column in ("value", "low", "high"):
            number = getattr(self, column)
            if number is not None and not 0 <= number <= LARGEST_COUNT:
                raise InputError(
                    "is not a number of people",
                    f"Write a whole number from 0 to {LARGEST_COUNT}.",
                    column=column,
                    value=str(number),
                )
        self._refuse_missing_number()
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InputError(
                f"is above high ({self.high})",
                "Swap the two, or leave high empty for no upper limit.",
                column="low",
                value=str(self.low),
            )

    def _refuse_missing_number(self) -> None:
        if self.low is None and self.high is not None:
            raise InputError(
                "is given without low", "Write 0 in low.", column="high", value=str(self.high)
            )
        if self.value is None and self.low is None and self.qualifier.names_a_number:
            raise InputError(
                f'is empty, and "{self.qualifier}" needs a number',
                "Give the number as said, or low and high.",
                column="value",
            )
        if self.value is not None and self.low is None and not self.qualifier.names_a_number:
            raise InputError(
                f'is given beside "{self.qualifier}", which names no number',
                "Leave it empty, choose another qualifier, or give low and high.",
                column="value",
                value=str(self.value),
            )
