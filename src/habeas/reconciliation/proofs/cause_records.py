"""What a cause would have somebody write: the fields of claims that its change changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.reconciliation.causes import Cause
from habeas.vocabulary import Claim, claim_to_row


def record(cause: Cause, claims: Mapping[str, Claim]) -> Mapping[str, Any]:
    """Return the fields that would be written in a row of the table; none where nothing is known.

    Of two figures that are one, the other is written to correct this one, which binds no more.
    """
    was = claims[cause.claims[0]]
    if cause.now is None:
        return {"id": cause.claims[1], "corrects": was.id} if len(cause.claims) > 1 else {}
    return changed_fields(cause, was.id, claims)


def records(cause: Cause, claims: Mapping[str, Claim]) -> tuple[Mapping[str, Any], ...]:
    """Return all that would be written, a row a claim; none where no rows would say it.

    The parts of a figure go with it, and so do its tellings in other documents. A row can correct
    one other: where a figure that would not count is told several times, or where what would
    correct it corrects another already, somebody has to look at them.
    """
    if cause.now is not None:
        rows = (changed_fields(cause, key, claims) for key in cause.changed)
        return tuple(row for row in rows if row)
    if len(cause.claims) < 2 or len(cause.changed) > 1:
        return ()
    first, other = (claims[key] for key in cause.claims[:2])
    free = other.corrects in ("", first.id) and first.corrects != other.id
    return ({"id": other.id, "corrects": first.id},) if free else ()


def changed_fields(cause: Cause, key: str, claims: Mapping[str, Claim]) -> Mapping[str, Any]:
    """Return the id of a claim with the fields that a cause changes; nothing where none is."""
    was, now = claims[key], cause.changed[key]
    if now is None:
        return {}
    before, after = claim_to_row(was), claim_to_row(now)
    if cause.scope:
        after |= of_whom(claims[cause.speaks_for_it[0]])
    changed = {name: value for name, value in after.items() if before[name] != value}
    return {"id": key, **changed} if changed else {}


def of_whom(claim: Claim) -> Mapping[str, Any]:
    """Return the fields that say of whom a figure is."""
    row = claim_to_row(claim)
    return {key: row[key] for key in ("population", "population_kind", "part_of", "place")}
