"""Two readings of one document beside one another, number by number.

Where both readers take a number for the same, it stands once; where they differ, the model's
reading stands, and the offline reader's beside it as an alternative, field by field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from habeas.extraction.models.answers import stated_numbers
from habeas.vocabulary import AlternativeReading, Claim, claim_to_row
from habeas.vocabulary.claim import Value

OFFLINE = "rules"
"""How claims of the offline reader are named where they do not name it themselves."""

STRICT = ("value", "measure", "claimant_kind")
COMPARED = (*STRICT, "qualifier", "low", "high", "population_kind", "claimant", "modality",
            "period_start", "period_end")  # fmt: skip

AGREED, NUMBER_AGREED = 0.97, 0.95
"""How sure number, measure and kind of claimant are where both readers agree on all that is
compared, and on these three: of 67 such claims 64 were right (benchmarks/RESULTS.md)."""

DIFFERING, MODEL_ALONE, OFFLINE_ALONE = 0.5, 0.45, 0.4
"""What less agreement leaves: models differ too much for a figure that holds for all of them."""

WORD = re.compile(r"\w+")


def both_readings(offline: Sequence[Claim], model: Sequence[Claim], language: str) -> list[Claim]:
    """Return the claims of two readers of one document as one list, in order of text.

    Claims are of one number if the places of their numbers overlap, or, where a number has no
    place, their quotes do. language: the document's code, "" where unknown.
    """
    pairs = matched(offline, model, language)
    names = {offline[i].id: model[j].id for i, j in pairs.items()}
    taken = {j: i for i, j in pairs.items()}
    claims = [
        _beside(one, offline[taken[j]], names) if j in taken else _alone(one, OFFLINE, MODEL_ALONE)
        for j, one in enumerate(model)
    ]
    reader = model[0].reader if model else "model"
    for i, one in enumerate(offline):
        if i not in pairs:
            part_of = names.get(one.part_of, one.part_of)
            corrects = names.get(one.corrects, one.corrects)
            moved = replace(one, part_of=part_of, corrects=corrects, reader=one.reader or OFFLINE)
            claims.append(_alone(moved, reader, OFFLINE_ALONE))
    return sorted(claims, key=lambda one: (one.evidence.start or 0, one.evidence.end or 0))


def matched(offline: Sequence[Claim], model: Sequence[Claim], language: str) -> dict[int, int]:
    """Return which claim of the model reads the number of which claim of the offline reader.

    One to one; those that agree on value and measure go first, then by how much quotes overlap.
    """
    ours, theirs = ([_number_at(one, language) for one in each] for each in (offline, model))
    found = []
    for i, one in enumerate(offline):
        for j, other in enumerate(model):
            shared = _shared(ours[i], theirs[j])
            if shared > 0:
                same = one.quantity.value == other.quantity.value
                found.append((same, one.measure is other.measure, shared, -i, -j))
    pairs: dict[int, int] = {}
    for _, _, _, i, j in sorted(found, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _number_at(claim: Claim, language: str) -> tuple[int, int]:
    """Return where a claim's number stands, its whole quote where that cannot be told."""
    proof = claim.evidence
    start = proof.start or 0
    for one in stated_numbers(proof.quote, language):
        vague = claim.quantity.value is None and one.vague == claim.quantity.qualifier.value
        if vague or claim.quantity.value in one.values:
            return start + one.start, start + one.end
    return start, start + len(proof.quote)


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _beside(model: Claim, offline: Claim, names: Mapping[str, str]) -> Claim:
    ours, theirs = claim_to_row(offline), claim_to_row(model)
    differing: dict[str, Value] = {
        name: ours[name] for name in COMPARED if not _alike(name, ours[name], theirs[name])
    }
    if bool(offline.part_of) != bool(model.part_of):
        differing["part_of"] = names.get(offline.part_of, offline.part_of)
    if not differing:
        agreed = f"the offline reader agrees in all: {', '.join(offline.reasons[:2])}"
        return replace(model, confidence=AGREED, reasons=(*model.reasons, agreed))
    strict = not any(name in differing for name in STRICT)
    other = AlternativeReading(
        offline.reader or OFFLINE, differing, offline.confidence, offline.reasons
    )
    said = f"the offline reader reads differently: {', '.join(differing)}"
    return replace(
        model,
        confidence=NUMBER_AGREED if strict else DIFFERING,
        reasons=(*model.reasons, said),
        alternatives=(other,),
    )


def _alone(claim: Claim, other: str, most: float) -> Claim:
    said = "does not take it for a count of people"
    alternative = AlternativeReading(other, {}, None, (said,))
    confidence = min(claim.confidence if claim.confidence is not None else most, most)
    return replace(claim, confidence=confidence, alternatives=(alternative,))


def _alike(name: str, one: Value, other: Value) -> bool:
    if name == "claimant":
        return _same_name(str(one or ""), str(other or ""))
    if name in ("period_start", "period_end"):
        first, second = str(one or ""), str(other or "")
        within = first.startswith(second) or second.startswith(first)
        return first == second or (bool(first and second) and within)
    if name == "claimant_kind":
        return (one or "press") == (other or "press")
    return one == other


def _same_name(one: str, other: str) -> bool:
    first, second = (set(WORD.findall(name.lower())) for name in (one, other))
    if not first or not second:
        return first == second
    return (
        first <= second
        or second <= first
        or 2 * len(first & second) >= (0.5 * (len(first) + len(second)))
    )
