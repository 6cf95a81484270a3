"""Claims and scopes for tests, in few words."""

from __future__ import annotations

from datetime import date

from habeas.vocabulary import (
    Claim,
    ClaimantKind,
    Evidence,
    Measure,
    Modality,
    Period,
    Qualifier,
    Quantity,
    Scope,
    Scopes,
)

SCOPES = Scopes(
    (
        Scope("all_prisoners"),
        Scope("political_prisoners", ("all_prisoners",)),
        Scope("case_review", ("all_prisoners",)),
        Scope(
            "protest_detainees",
            ("political_prisoners", "case_review"),
            opens=date(2024, 7, 28),
            closes=date(2025, 1, 31),
        ),
    ),
    place="Venezuela",
)


def claim(  # noqa: PLR0913  (a claim has many fields)
    name: str,
    measure: str,
    value: int | None,
    end: str = "",
    start: str = "",
    *,
    scope: str = "protest_detainees",
    qualifier: str = "exact",
    claimant: str = "Ministry",
    kind: str = "government",
    modality: str = "asserted",
    cumulative: bool | None = None,
    document: str = "",
    part_of: str = "",
    population: str = "",
    low: int | None = None,
    high: int | None = None,
    corrects: str = "",
) -> Claim:
    """Build a claim; a flow without a start, or of more than one day, is a running total."""
    if cumulative is None:
        cumulative = measure != "held" and start != end
    return Claim(
        id=name,
        measure=Measure(measure),
        quantity=Quantity(value, Qualifier(qualifier), low, high),
        population_kind=scope,
        population=population,
        part_of=part_of,
        place="Venezuela",
        period=Period.read(start, end),
        cumulative=cumulative,
        modality=Modality(modality),
        claimant=claimant,
        claimant_kind=ClaimantKind(kind),
        evidence=Evidence(document=document or f"document of {name}"),
        corrects=corrects,
    )
