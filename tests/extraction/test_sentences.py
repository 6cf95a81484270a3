"""Sentences of our own, over many countries, each with the claims that a careful reader sees.

The files in ``cases/`` hold them: a sentence, then a line a claim (value, measure, claimant kind,
population, last day, modality; "." where it is not checked), or "-" where it makes none.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.extraction import read_claims
from habeas.vocabulary import Claim, Document, PartialDate, ReadingStatus

CASES = Path(__file__).parent / "cases"
PUBLISHED = PartialDate("2026-01-30")


def cases() -> Iterator[tuple[str, str, list[list[str]]]]:
    for file in sorted(CASES.glob("*.txt")):
        for block in file.read_text("utf-8").strip().split("\n\n"):
            text, *lines = block.splitlines()
            yield (
                file.stem[:2],
                text.replace(" ¶ ", "\n\n"),
                [line.split() for line in lines if line != "-"],
            )


def seen(claim: Claim) -> list[str]:
    quantity, kind = claim.quantity, claim.claimant_kind
    said = quantity.qualifier.value if quantity.value is None else str(quantity.value)
    return [said, claim.measure.value, kind.value if kind else "", claim.population_kind,
            str(claim.period.end or ""), claim.modality.value]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), list(cases()))
def test_a_sentence_makes_the_claims_that_it_makes(
    language: str, text: str, expected: list[list[str]]
):
    claims = read_claims(Document("x", text, PUBLISHED, language))
    found = [seen(claim) for claim in claims if claim.status is ReadingStatus.READ]
    shown = [
        [got if want != "." else "." for want, got in zip(wanted, claim, strict=False)]
        for wanted, claim in zip(expected, found, strict=False)
    ]
    assert shown == expected
    assert len(found) == len(expected)
