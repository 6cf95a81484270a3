"""Claims whose limits leave out the number that was said: told, since the limits are what binds."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.cli.console import harmless, tell
from habeas.vocabulary import Claim


def tell_strange_limits(claims: Iterable[Claim]) -> None:
    """Say on standard error of which claims the number said lies outside its limits."""
    for claim in claims:
        value, low, high = claim.quantity.value, claim.quantity.low, claim.quantity.high
        if value is None or low is None:
            continue
        if value < low or (high is not None and value > high):
            limits = f"{low} to {high}" if high is not None else f"{low} and more"
            tell(
                harmless(
                    f"{claim.id}: {value} was said, but its limits (low, high) are {limits}, and "
                    f"those are used. Correct one of them, or leave low and high empty."
                )
            )
