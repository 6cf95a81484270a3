"""The form that an answer must have, as a JSON schema to which a server can bind its model."""

from __future__ import annotations

from typing import Any

from habeas.vocabulary import ClaimantKind, Measure, Modality, Qualifier

POPULATION_KINDS = (
    "political_prisoners", "protest_detainees", "all_prisoners", "subgroup", "other",
)  # fmt: skip


def _one_of(words: list[str], *, or_none: bool = False) -> dict[str, Any]:
    if or_none:
        return {"type": ["string", "null"], "enum": [*words, None]}
    return {"type": "string", "enum": words}


def answer_schema() -> dict[str, Any]:
    """Return the schema of an answer: an object whose ``claims`` are a list of entries."""
    text, number = {"type": "string"}, {"type": ["integer", "null"]}
    day = {"type": ["string", "null"]}
    fields: dict[str, Any] = {
        "n": {"type": "integer"},
        "quote": text,
        "measure": _one_of(list(Measure)),
        "value": number,
        "low": number,
        "high": number,
        "qualifier": _one_of(list(Qualifier)),
        "population": text,
        "population_kind": _one_of(list(POPULATION_KINDS)),
        "part_of": number,
        "corrects": number,
        "place": text,
        "period_start": day,
        "period_end": day,
        "cumulative": {"type": "boolean"},
        "claimant": text,
        "claimant_kind": _one_of(list(ClaimantKind), or_none=True),
        "modality": _one_of(list(Modality)),
    }
    entry = {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"claims": {"type": "array", "items": entry}},
        "required": ["claims"],
        "additionalProperties": False,
    }
