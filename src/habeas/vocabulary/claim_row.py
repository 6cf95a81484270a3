"""Claims as rows of named texts: the one spelling that CSV, JSON lines and pages share."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from habeas.vocabulary.claim import (
    AlternativeReading,
    Claim,
    Evidence,
    Measure,
    Modality,
    ReadingStatus,
)
from habeas.vocabulary.errors import InputError
from habeas.vocabulary.period import Period
from habeas.vocabulary.quantity import Qualifier, Quantity
from habeas.vocabulary.source import ClaimantKind

CLAIM_COLUMNS = (
    "id",
    "measure",
    "low",
    "high",
    "value",
    "qualifier",
    "population",
    "population_kind",
    "part_of",
    "place",
    "period_start",
    "period_end",
    "cumulative",
    "modality",
    "claimant",
    "claimant_kind",
    "document",
    "start",
    "end",
    "quote",
    "reported_by",
    "published",
    "url",
    "story",
    "corrects",
    "note",
    "confidence",
    "reasons",
    "status",
    "alternatives",
    "reader",
)
"""The columns of a claim, in the order in which files show them."""

REQUIRED_COLUMNS = ("id", "measure", "population_kind")
"""The columns without which a table holds no claims; besides, it needs value or low."""

Row = Mapping[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)
WHOLE_NUMBER = re.compile(r"-?[0-9]+")
TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}


def claim_from_row(row: Row) -> Claim:
    """Build a claim from a row of texts (CSV) or of JSON values. Raises InputError, with column."""
    return Claim(
        id=text(row, "id"),
        measure=choice(row, "measure", Measure),
        quantity=quantity(row),
        population_kind=text(row, "population_kind"),
        population=text(row, "population"),
        part_of=text(row, "part_of"),
        place=text(row, "place"),
        period=Period.read(text(row, "period_start"), text(row, "period_end")),
        cumulative=truth(row, "cumulative"),
        modality=choice(row, "modality", Modality, Modality.ASSERTED),
        claimant=text(row, "claimant"),
        claimant_kind=choice(row, "claimant_kind", ClaimantKind)
        if row.get("claimant_kind")
        else None,
        evidence=evidence(row),
        story=text(row, "story"),
        corrects=text(row, "corrects"),
        note=text(row, "note"),
        confidence=share(row, "confidence"),
        reasons=reasons(row),
        status=choice(row, "status", ReadingStatus, ReadingStatus.READ),
        alternatives=alternatives(row),
        reader=text(row, "reader"),
        extra={
            key: str(row[key]) for key in row if key not in CLAIM_COLUMNS and row[key] is not None
        },
    )


def claim_to_row(claim: Claim) -> dict[str, Any]:
    """Return the claim's fields as JSON values, in the order of CLAIM_COLUMNS, extras last."""
    amount, proof = claim.quantity, claim.evidence
    values = (
        claim.id,
        claim.measure.value,
        amount.low,
        amount.high,
        amount.value,
        amount.qualifier.value,
        claim.population,
        claim.population_kind,
        claim.part_of or None,
        claim.place,
        claim.period.start.text if claim.period.start else None,
        claim.period.end.text if claim.period.end else None,
        claim.cumulative,
        claim.modality.value,
        claim.claimant,
        claim.claimant_kind.value if claim.claimant_kind else None,
        proof.document,
        proof.start,
        proof.end,
        proof.quote,
        proof.reported_by,
        proof.published,
        proof.url,
        claim.story or None,
        claim.corrects or None,
        claim.note,
        claim.confidence,
        list(claim.reasons),
        claim.status.value,
        [alternative_to_row(each) for each in claim.alternatives],
        claim.reader,
    )
    return dict(zip(CLAIM_COLUMNS, values, strict=True)) | dict(claim.extra)


def refuse_unreadable_columns(columns: Iterable[str]) -> None:
    """Raise InputError unless the columns can hold claims; a near miss of a name is refused too."""
    present = list(columns)
    missing = [name for name in REQUIRED_COLUMNS if name not in present]
    if "value" not in present and "low" not in present:
        missing.append("value")
    if missing:
        raise InputError(
            f"the heading lacks {', '.join(missing)}",
            f"A table of claims needs these columns: {', '.join(REQUIRED_COLUMNS)}, value.",
        )
    for name in present:
        absent = [known for known in CLAIM_COLUMNS if known not in present]
        near = difflib.get_close_matches(name, absent, 1, 0.84) if name not in CLAIM_COLUMNS else []
        if near:
            raise InputError(
                "is not a column of claims", f"Did you mean {near[0]}?", column=name, value=name
            )


def refuse_broken_references(claims: Iterable[Claim]) -> None:
    """Raise InputError where part_of or corrects names no claim of the set, or runs in a circle."""
    by_id = {claim.id: claim for claim in claims}
    for column in ("part_of", "corrects"):
        for claim in by_id.values():
            seen = {claim.id}
            current = getattr(claim, column)
            while current:
                if current not in by_id or current in seen:
                    problem = (
                        "runs in a circle" if current in seen else "names no claim of this file"
                    )
                    raise InputError(problem, "Give the id of another claim, or leave it empty.",
                                     column=f"{column} of {claim.id}", value=current)  # fmt: skip
                seen.add(current)
                current = getattr(by_id[current], column)


def text(row: Row, column: str) -> str:
    """Return the text in a column, "" where there is none. Raises InputError on other types."""
    value = row.get(column)
    if value is None:
        return ""
    if isinstance(value, (dict, list, bool, float)):
        raise InputError("is not text", "Put it in quotes.", column=column, value=json.dumps(value))
    return str(value).strip() if column != "quote" else str(value)


def choice(row: Row, column: str, kind: type[Choice], default: Choice | None = None) -> Choice:
    """Return one of an enumeration's words. Raises InputError naming the words allowed."""
    word = text(row, column)
    if not word and default is not None:
        return default
    try:
        return kind(word)
    except ValueError:
        allowed = ", ".join(kind)
        raise InputError(
            f"is not a {column}", f"Write one of: {allowed}.", column=column, value=word
        ) from None


def whole(row: Row, column: str) -> int | None:
    """Return a whole number, or None where the cell is empty. Raises InputError."""
    word = text(row, column)
    if not word:
        return None
    if WHOLE_NUMBER.fullmatch(word) and len(word) <= 20:
        return int(word)
    digits = re.sub(r"[.,\s]", "", word)
    remedy = "Write digits only, such as 1306."
    # Where what stands behind the mark is not three digits, taking it out would change the number.
    if re.fullmatch(r"[0-9]{1,3}([.,\s][0-9]{3})+", word):
        mark = "full stop" if "." in word else "comma" if "," in word else "space"
        remedy = f"Write {digits} (a {mark} cannot stand in a number here)."
    raise InputError("is not a whole number", remedy, column=column, value=word)


def share(row: Row, column: str) -> float | None:
    """Return a number from 0 to 1, or None where the cell is empty. Raises InputError."""
    value = row.get(column)
    if value is None or value == "":
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        raise InputError(
            "is not a number", "Write a share such as 0.9.", column=column, value=str(value)
        ) from None


def truth(row: Row, column: str) -> bool:
    """Return a yes or no. Raises InputError."""
    value = row.get(column)
    if isinstance(value, bool):
        return value
    word = text(row, column).lower()
    if word not in TRUTH:
        raise InputError(
            "is neither true nor false", "Write true or false.", column=column, value=word
        )
    return TRUTH[word]


def reasons(row: Row) -> tuple[str, ...]:
    """Return the reasons: a list in JSON, in CSV one text parted by " | "."""
    value = row.get("reasons")
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return tuple(part for part in str(value or "").split(" | ") if part)


def alternatives(row: Row) -> tuple[AlternativeReading, ...]:
    """Return the other readings: a list of objects, in CSV its JSON. Raises InputError."""
    value = row.get("alternatives") or []
    try:
        listed = json.loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError):
        listed = None
    if not isinstance(listed, list):
        raise InputError(
            "is no list of readings", 'Write a list such as [{"reader": "rules", "fields": {}}].',
            column="alternatives", value=str(value),
        )  # fmt: skip
    return tuple(map(alternative, listed))


def alternative(value: object) -> AlternativeReading:
    """Return one other reading. Raises InputError where it is none."""
    fields = value.get("fields", {}) if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not isinstance(fields, Mapping):
        raise InputError(
            "holds what is no reading", 'Write {"reader": …, "fields": {…}}.',
            column="alternatives", value=str(value),
        )  # fmt: skip
    for name, said in fields.items():
        if name not in CLAIM_COLUMNS or not isinstance(said, str | int | bool | None):
            raise InputError(
                "is no field of a claim that a reading may differ in",
                "Name a column of claims, and give a text or a number.",
                column="alternatives", value=str(name),
            )  # fmt: skip
    return AlternativeReading(
        text(value, "reader"), dict(fields), share(value, "confidence"), reasons(value)
    )


def alternative_to_row(other: AlternativeReading) -> dict[str, Any]:
    """Return another reading as JSON values."""
    return {
        "reader": other.reader,
        "fields": dict(other.fields),
        "confidence": other.confidence,
        "reasons": list(other.reasons),
    }


def quantity(row: Row) -> Quantity:
    """Build the number of a row. Raises InputError."""
    named: Callable[[str], int | None] = lambda column: whole(row, column)  # noqa: E731
    return Quantity(
        value=named("value"),
        qualifier=choice(row, "qualifier", Qualifier, Qualifier.EXACT),
        low=named("low"),
        high=named("high"),
    )


def evidence(row: Row) -> Evidence:
    """Build the evidence of a row. Raises InputError."""
    return Evidence(
        document=text(row, "document"),
        start=whole(row, "start"),
        end=whole(row, "end"),
        quote=text(row, "quote"),
        reported_by=text(row, "reported_by"),
        published=text(row, "published"),
        url=text(row, "url"),
    )
