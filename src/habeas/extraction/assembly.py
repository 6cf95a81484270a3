"""Drafts turned into claims, with what only the whole text could tell."""

from __future__ import annotations

from functools import lru_cache

from habeas.extraction.decisions import reader_name
from habeas.extraction.draft import Draft
from habeas.vocabulary import (
    Claim,
    ClaimantKind,
    Document,
    Evidence,
    Period,
    Qualifier,
    Quantity,
    ReadingStatus,
)


def finished(document: Document, drafts: list[Draft]) -> list[Claim]:
    """Turn a document's drafts into claims."""
    prefix = document.short_id
    return [claim(document, draft, number, prefix) for number, draft in enumerate(drafts, 1)]


def claim(document: Document, draft: Draft, number: int, prefix: str) -> Claim:
    """Turn one draft into a claim."""
    speaker, whole = draft.speaker, draft.parent
    return Claim(
        id=f"{prefix}-{number}",
        measure=draft.reading.measure,
        quantity=quantity(draft.count.value, draft.count.qualifier, draft.count.number.high),
        population_kind=draft.population,
        population=draft.words,
        part_of="" if whole is None else f"{prefix}-{whole + 1}",
        place=", ".join(filter(None, (draft.prison, document.country))),
        period=period(*draft.period),
        cumulative=draft.cumulative,
        modality=draft.modality,
        claimant=speaker.name if speaker else "",
        claimant_kind=speaker.kind if speaker else ClaimantKind.PRESS,
        evidence=evidence(document, draft),
        confidence=confidence(draft),
        reasons=reasons(draft),
        status=ReadingStatus.UNREAD if draft.unread else ReadingStatus.READ,
        reader=reader_name(),
    )


def evidence(document: Document, draft: Draft) -> Evidence:
    """Return where a draft's words stand."""
    return Evidence(
        document=document.id,
        start=draft.start,
        end=draft.end,
        quote=document.text[draft.start : draft.end],
        reported_by=document.outlet,
        published=document.published.text if document.published else "",
        url=document.url,
    )


@lru_cache(maxsize=4096)
def period(start: str, end: str) -> Period:
    """Return the period between two ISO texts; few differ in one document."""
    return Period.read(start, end)


@lru_cache(maxsize=4096)
def quantity(value: int | None, qualifier: Qualifier, high: int | None = None) -> Quantity:
    """Return the number; its range only where no policy could disagree, or both ends were said."""
    if high is not None and value is not None:
        return Quantity(value, qualifier, value, high)
    if qualifier is Qualifier.EXACT:
        return Quantity(value, qualifier, value, value)
    if qualifier is Qualifier.AT_LEAST:
        return Quantity(value, qualifier, value, None)
    return Quantity(value, qualifier)


def confidence(draft: Draft) -> float:
    """Return how sure the reading is: the share of such readings that turned out right."""
    return round(max(0.05, min(draft.confidence, 0.98)), 2)


def reasons(draft: Draft) -> tuple[str, ...]:
    """Say what led to each field."""
    who = draft.speaker
    voice = f"{who.why}{', carried on' if draft.carried else ''}" if who else "the outlet's own"
    weighed = (f"weighed most: {'; '.join(draft.weighed)}",) if draft.weighed else ()
    return (
        f"measure: {draft.reading.measure} by “{draft.reading.why}”",
        *weighed,
        f"claimant: {voice}",
        f"population: {draft.population_why or 'a part'}",
        f"period: {draft.period_why}",
    )
