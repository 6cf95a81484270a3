"""A decision that somebody else's has overtaken while the page it was taken on stood open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.vocabulary import InputError


class Overtaken(InputError):
    """Raised where what a person saw when deciding is no longer what stands."""


@dataclass(frozen=True)
class Change:
    """One field as it was seen, as it stands now, and as it was typed meanwhile."""

    field: str
    seen: str
    now: str
    typed: str


def refuse_overtaken(seen: int | None, last: int) -> None:
    """Raise Overtaken where the last decision is another than the one that was seen.

    seen: its number, 0 where there was none yet; None: by whoever decides without looking at a
    page. last: the number of the last decision now, 0 where there is none.
    """
    if seen is not None and seen != last:
        raise Overtaken("was decided by somebody else meanwhile", "Look again, and decide anew.")


def changes(
    seen: Mapping[str, Any], now: Mapping[str, Any], typed: Mapping[str, Any]
) -> list[Change]:
    """Return the fields that are no longer as they were seen."""
    return [
        Change(name, spelled(seen.get(name)), spelled(now.get(name)), spelled(typed.get(name)))
        for name in now
        if spelled(seen.get(name)) != spelled(now.get(name))
    ]


def carried_over(
    seen: Mapping[str, Any],
    now: Mapping[str, Any],
    typed: Mapping[str, Any],
    fields: Iterable[str],
) -> dict[str, Any]:
    """Return what stands now, with the fields that a person typed anew as they were typed."""
    kept = {
        name: typed[name]
        for name in fields
        if name in typed and spelled(typed[name]) != spelled(seen.get(name))
    }
    return {**now, **kept}


def spelled(value: object) -> str:
    """Return a field of a claim as forms spell it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
