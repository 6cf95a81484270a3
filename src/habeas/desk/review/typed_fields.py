"""What a person typed into the fields of a claim, and what goes along with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.desk.audit_log import spelled
from habeas.vocabulary import Qualifier

LIMITS = ("low", "high")
NUMBERLESS = frozenset(each.value for each in Qualifier if not each.names_a_number)


@dataclass(frozen=True)
class FieldChange:
    """One field of a claim: what stood in it, and what stands in it now."""

    field: str
    before: str
    after: str


def field_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[FieldChange]:
    """Return the fields of two spellings of one claim that differ, in the order of the second."""
    pairs = ((name, spelled(before.get(name)), spelled(after[name])) for name in after)
    return [FieldChange(*each) for each in pairs if each[1] != each[2]]


def with_what_follows(before: Mapping[str, Any], typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed, with what follows of a changed number where nothing was typed.

    The limits of a claim rule what it allows, and were read off the number that stood there: an
    exact number is its own limits, of any other the policy decides. A number typed beside a word
    that names none ("dozens") was said as it is; beside a number such a word leaves none.
    """
    changed = {each.field: each.after for each in field_changes(before, typed)}
    if not changed.keys() & {"value", "qualifier"}:
        return dict(typed)
    held = {**before, **typed}
    follows: dict[str, Any] = {}
    if spelled(held.get("qualifier")) in NUMBERLESS:
        if "qualifier" in changed:
            follows["value"] = ""
        elif spelled(held.get("value")):
            follows["qualifier"] = Qualifier.EXACT.value
    if not changed.keys() & set(LIMITS) and before.get("low") is not None:
        held |= follows
        exact = spelled(held.get("qualifier")) == Qualifier.EXACT
        number = spelled(held.get("value"))
        follows |= dict.fromkeys(LIMITS, number if exact and number.isdecimal() else "")
    return {**typed, **{name: value for name, value in follows.items() if name not in changed}}
