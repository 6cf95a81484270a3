"""A case of the store as the values that engines take: the same that they would read from files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from habeas.desk.models import Case, Document, ListStanding, PairDecision, Record
from habeas.formats.lists import custody_headings
from habeas.formats.scopes_toml import CaseFile, scopes_from_text
from habeas.reconciliation import POLICIES, Policy, Question
from habeas.vocabulary import (
    Claim as ClaimValue,
)
from habeas.vocabulary import (
    ClaimantKind,
    Decision,
    Field,
    Judgement,
    RecordKey,
    Scopes,
    Source,
    Sources,
    claim_from_row,
    filed,
    partial_date,
)
from habeas.vocabulary import (
    Document as DocumentValue,
)
from habeas.vocabulary import Record as RecordValue


def claim_values(case: Case) -> list[ClaimValue]:
    """Return the claims that count: those accepted or corrected, in the order they came.

    Claimants go by the names of the case's sources, whenever those were declared.
    A part of a claim that does not count stands alone, and so does a correction of one.
    """
    return _filed(case, [claim.current for claim in case.claims.counting()])


def claim_values_with(case: Case, row: Mapping[str, Any]) -> list[ClaimValue]:
    """Return the claims that count, and last another as if it counted too. Raises InputError."""
    counting = [claim.current for claim in case.claims.counting()]
    return _filed(case, [*(each for each in counting if each["id"] != row["id"]), row])


def _filed(case: Case, rows: Sequence[Mapping[str, Any]]) -> list[ClaimValue]:
    known = {row["id"] for row in rows}
    claims = [claim_from_row(without_strangers(row, known)) for row in rows]
    return filed(claims, sources_of(case))


def without_strangers(row: Mapping[str, Any], known: set[object]) -> Mapping[str, Any]:
    """Return a claim's row without references to claims that are not there."""
    strange = [name for name in ("part_of", "corrects") if row.get(name) and row[name] not in known]
    return {**row, **dict.fromkeys(strange)} if strange else row


@lru_cache(maxsize=32)
def _declared(text: str) -> CaseFile:
    return scopes_from_text(text, "scopes.toml")


def scopes_of(case: Case) -> Scopes:
    """Return the scopes that a case declares."""
    return _declared(case.scopes_toml).scopes


def sources_of(case: Case) -> Sources:
    """Return the sources of a case, with their other names."""
    found = case.sources.prefetch_related("aliases")
    return Sources(
        tuple(
            Source(
                source.name,
                ClaimantKind(source.kind),
                tuple(alias.name for alias in source.aliases.all()),
            )
            for source in found
        )
    )


def policy_of(case: Case) -> Policy:
    """Return how the case reads words as numbers."""
    return POLICIES[case.policy]


def questions_of(case: Case) -> list[Question]:
    """Return what is asked of the case, the headline first. Raises InputError."""
    return [Question.parse(line) for line in case.questions.splitlines() if line.strip()]


def document_value(document: Document) -> DocumentValue:
    """Return a document as extraction takes it."""
    return DocumentValue(
        id=document.key,
        text=document.text,
        published=partial_date(document.published),
        language=document.language,
        title=document.title,
        outlet=document.outlet,
        url=document.url,
        country=document.country,
    )


def record_key(record: Record) -> RecordKey:
    """Return where a record stands."""
    return RecordKey(record.list.name, record.row)


def record_value(record: Record) -> RecordValue:
    """Return a record as linkage takes it."""
    values = {Field(name): text for name, text in record.values.items()}
    # Rows that were taken in before statuses were fields keep them in their cells alone.
    cells = record.cells_in_order
    for heading, field in custody_headings(tuple(cells)).items():
        if text := cells[heading].strip():
            values.setdefault(field, text)
    return RecordValue(record_key(record), values, cells)


def decision_values(case: Case) -> list[Decision]:
    """Return what reviewers decided of pairs of rows that count, in the order in which they did."""
    found: Iterable[PairDecision] = PairDecision.objects.filter(
        left__list__case=case,
        left__list__standing=ListStanding.COUNTING,
        right__list__standing=ListStanding.COUNTING,
        left__gone=False,
        right__gone=False,
    ).select_related("left__list", "right__list")
    return [
        Decision(
            record_key(each.left),
            record_key(each.right),
            Judgement(each.judgement),
            each.reviewer,
            each.decided,
            each.reason,
        )
        for each in found
    ]


def waiting(case: Case) -> int:
    """Return how many claims wait for somebody's decision."""
    return case.claims.waiting().count()
