"""What may stand in the fields of a claim: choices of the case, and what other readings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.desk.audit_log import spelled
from habeas.desk.cases import scope_choices, sources_of
from habeas.desk.models import Case, Claim

Choice = tuple[str, str]
"""What a field holds, and how a reader is told it."""

LONGEST = 90
"""Characters of another claim's words by which it is chosen."""

MOST = 300
"""So many names are offered for a field that takes any."""


@dataclass(frozen=True)
class Doubt:
    """What another reading says of a field. number: from 1, the key that takes it."""

    number: int
    field: str
    value: str
    reader: str


def closed_choices(
    claim: Claim, language: str, beside: Mapping[str, str]
) -> dict[str, list[Choice]]:
    """Return the choices of the fields that take nothing else; what stands there stays one.

    beside: populations that are no scopes, with what they are called.
    """
    scopes = {**beside, **scope_choices(claim.case, language)}
    others = [("", ""), *_claims_beside(claim)]
    found = {
        "population_kind": sorted(scopes.items(), key=lambda choice: choice[1].casefold()),
        "part_of": others,
        "corrects": others,
    }
    for name, choices in found.items():
        held = spelled(claim.current.get(name))
        if held not in dict(choices):
            found[name] = [(held, held), *choices]
    return found


def _claims_beside(claim: Claim) -> list[Choice]:
    """Return the other claims of a claim's document by their words."""
    if claim.document_id is None:
        return []
    beside = Claim.objects.filter(document=claim.document_id).exclude(pk=claim.pk)
    told = ((one.key, str(one.current.get("quote") or one.key)) for one in beside.only(
        "key", "current"))  # fmt: skip
    return [(key, words[:LONGEST]) for key, words in told]


def open_choices(case: Case) -> dict[str, list[str]]:
    """Return what is offered for fields that take any name: places and sources of the case."""
    claims = case.claims.in_force().order_by()
    sources = {source.name for source in sources_of(case).sources}
    said = set(claims.values_list("current__claimant", flat=True).distinct()[:MOST])
    places = set(claims.values_list("current__place", flat=True).distinct()[:MOST])
    return {
        "claimant": sorted(filter(None, sources | said)),
        "place": sorted(filter(None, places)),
    }


def doubts_of(row: Mapping[str, Any], fields: tuple[str, ...]) -> list[Doubt]:
    """Return where other readings of a claim differ from what stands, in the order of fields."""
    found: dict[tuple[str, str], str] = {}
    for other in row.get("alternatives") or ():
        for name in fields:
            if name in other["fields"]:
                value = spelled(other["fields"][name])
                if value != spelled(row.get(name)):
                    found.setdefault((name, value), str(other["reader"]).partition(" ")[0])
    ordered = sorted(found.items(), key=lambda each: fields.index(each[0][0]))
    return [Doubt(number, *key, reader) for number, (key, reader) in enumerate(ordered, 1)]
