"""What a case holds, as facts that the log can tell and the tables can be compared with.

A fact stands under a section and a name: claim 7 of ``claims``, member 3 of ``members``. What is
long is told by its SHA-256. An entry of the log tells the facts that it wrote under ``wrote``; one
that ended is None. What linkage, search and the engines make of the rest is no fact of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from habeas.desk.models import (
    Case,
    Claim,
    Document,
    List,
    ListStanding,
    Membership,
    NameDecision,
    Pair,
    Record,
    Source,
)

Facts = dict[str, dict[str, Any]]
"""Facts by section and name."""


def digest(*values: object) -> str:
    """Return the SHA-256 of values as JSON, the same on every database."""
    told = json.dumps(values, sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()


def state_of(case: Case) -> Facts:
    """Return all facts of a case as its tables hold them; the published pages lie beside."""
    return {
        "case": case_facts(case),
        "sources": source_facts(case.sources.prefetch_related("aliases")),
        "members": member_facts(case.memberships.select_related("user")),
        "documents": document_facts(case.documents.iterator(chunk_size=50)),
        "claims": claim_facts(case.claims.select_related("document").defer("document__text")),
        "lists": {name: fact for held in case.lists.all() for name, fact in list_fact(held)},
        "consents": consent_facts(Record.objects.filter(list__case=case).only(*CONSENT)),
        "pairs": pair_facts(case.pairs.exclude(standing="waiting")),
        "people": people_fact(case),
        "withdrawn": withdrawn_facts(case.documents.filter(withdrawn=True).only("withdrawn")),
        "names": {name_fact(*key): held.value for key, held in names_in_force(case).items()},
    }


CONSENT = ("publish", "confidential")


def case_facts(case: Case) -> dict[str, Any]:
    """Return what is declared of a case and asked of it."""
    return {
        "titles": dict(case.titles),
        "language": case.language,
        "scopes": digest(case.scopes_toml),
        "questions": case.questions,
        "policy": case.policy,
    }


def source_facts(sources: Iterable[Source]) -> dict[str, Any]:
    """Return the kind and the other names of sources."""
    return {
        source.name: {"kind": source.kind, "aliases": [each.name for each in source.aliases.all()]}
        for source in sources
    }


def member_facts(members: Iterable[Membership]) -> dict[str, Any]:
    """Return who members are, and as what they work."""
    return {
        str(member.user_id): {"name": member.user.get_username(), "role": member.role}
        for member in members
    }


def document_facts(documents: Iterable[Document]) -> dict[str, Any]:
    """Return documents as they came in."""
    return {
        str(each.pk): digest(
            each.key, each.sha256, each.media_type, each.text, each.title, each.outlet, each.url,
            each.country, each.language, each.published, each.origin, each.headers, each.warnings,
        )
        for each in documents
    }  # fmt: skip


def withdrawn_facts(documents: Iterable[Document]) -> dict[str, Any]:
    """Return which documents were withdrawn; nothing of those that count."""
    return {str(each.pk): True if each.withdrawn else None for each in documents}


def claim_facts(claims: Iterable[Claim]) -> dict[str, Any]:
    """Return claims as they were read, how they stand, and what stands where that differs."""
    facts: dict[str, Any] = {}
    for claim in claims:
        document = claim.document.key if claim.document else ""
        read = digest(claim.key, document, claim.row, claim.place)
        facts[str(claim.pk)] = {"read": read, "standing": str(claim.standing)}
        if claim.current != claim.row:
            facts[str(claim.pk)]["values"] = digest(claim.current)
    return facts


def list_fact(held: List) -> Iterable[tuple[str, Any]]:
    """Return a list with all its rows, whether it counts and what was told of it, as one fact."""
    rows = held.records.order_by("row").values_list("pk", "row", "values", "cells", "name")
    summed = sha256()
    for row in rows.iterator(chunk_size=2_000):
        summed.update(digest(*row).encode())
    gone = list(held.records.filter(gone=True).order_by("pk").values_list("pk", flat=True))
    told = [str(held.standing), held.choices, gone]
    # Facts of lists of which nothing is told read as they did before it could be.
    more = [told] if told != [ListStanding.COUNTING.value, {}, []] else []
    fact = digest(held.name, held.sha256, held.columns, summed.hexdigest(), *more)
    return [(str(held.pk), fact)]


def consent_facts(records: Iterable[Record]) -> dict[str, Any]:
    """Return what was agreed to of rows; nothing of those of which nothing was recorded."""
    return {
        str(record.pk): consent_fact(publish=record.publish, confidential=record.confidential)
        for record in records
        if record.publish or record.confidential
    }


def consent_fact(*, publish: bool, confidential: bool) -> dict[str, bool] | None:
    """Return what was agreed to of a row, None where a name is neither public nor confidential."""
    told = {"publish": publish, "confidential": confidential}
    return told if publish or confidential else None


def pair_facts(pairs: Iterable[Pair]) -> dict[str, Any]:
    """Return what was decided of pairs of rows; nothing of those that wait."""
    return {pair_name(pair): None if pair.standing == "waiting" else pair.standing
            for pair in pairs}  # fmt: skip


def pair_name(pair: Pair) -> str:
    """Return the name of the fact on a pair."""
    return f"{pair.left_id}-{pair.right_id}"


def names_in_force(case: Case) -> dict[tuple[str, str], NameDecision]:
    """Return the decisions on names that hold: of each thing the last, none that was taken back."""
    found: dict[tuple[str, str], NameDecision] = {}
    for each in NameDecision.objects.filter(case=case).select_related("activity").order_by("pk"):
        found[each.kind, each.about] = each
    return {key: each for key, each in found.items() if each.value is not None}


def name_fact(kind: str, about: str) -> str:
    """Return the name of the fact on what was decided of a name, a column or rows."""
    return f"{kind}:{about}"


def people_fact(case: Case) -> dict[str, Any]:
    """Return which rows are held to be one person, as one fact; none without rows."""
    found = Record.objects.filter(list__case=case).order_by("pk")
    rows = list(found.values_list("pk", "person__key", "person__case_id"))
    return {"partition": digest(*rows)} if rows else {}
