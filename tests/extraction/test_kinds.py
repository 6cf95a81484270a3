"""Kinds of fault met in real texts, each with three examples more and near misses.

The files in ``kinds/`` hold them, one a kind: "language day | text", then a line for each claim
that a careful reader sees: its measure, its number (200..300 is a range), and what else is checked
(end=2025-03-01 qualifier=about part=no). "-" where nothing may be said.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.extraction import read_claims
from habeas.vocabulary import Claim, Document, PartialDate, claim_to_row

KINDS = Path(__file__).parent / "kinds"


def cases() -> Iterator[object]:
    for file in sorted(KINDS.glob("*.txt")):
        for block in file.read_text("utf-8").strip().split("\n\n"):
            head, *lines = block.splitlines()
            about, _, text = head.partition(" | ")
            language, day = about.split()
            yield pytest.param(
                language, day, text.replace(" ¶ ", "\n\n"), [x.split() for x in lines if x != "-"],
                id=f"{file.stem}: {text[:60]}",
            )  # fmt: skip


def number(claim: Claim) -> str:
    said = claim.quantity
    if said.value is None:
        return said.qualifier.value
    ranged = said.high is not None and said.high != said.value
    return f"{said.value}..{said.high}" if ranged else str(said.value)


def seen(claim: Claim, asked: list[str]) -> list[str]:
    row = claim_to_row(claim)
    row |= {"start": row["period_start"], "end": row["period_end"], "kind": row["claimant_kind"],
            "population": row["population_kind"], "part": "yes" if claim.part_of else "no",
            "total": "yes" if claim.cumulative else "no"}  # fmt: skip
    names = [one.partition("=")[0] for one in asked[2:]]
    told = [f"{name}={str(row[name] or '').replace(' ', '_')}" for name in names]
    return [claim.measure.value, number(claim), *told]


@pytest.mark.parametrize(("language", "day", "text", "expected"), list(cases()))
def test_what_is_said_is_what_was_meant(
    language: str, day: str, text: str, expected: list[list[str]]
):
    claims = read_claims(Document("x", text, PartialDate(day), language))
    asked = [*expected, *([["", ""]] * len(claims))]
    found = [seen(claim, fields) for claim, fields in zip(claims, asked, strict=False)]
    assert found == expected
