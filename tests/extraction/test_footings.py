"""Who counts case by case goes on doing so; who only says a figure has verified nothing."""

from __future__ import annotations

import pytest

from habeas.extraction import read_claims
from habeas.vocabulary import Document, Modality, partial_date


def footings(text: str, language: str) -> dict[int | None, Modality]:
    document = Document("a", text, partial_date("2025-03-02"), language)
    return {claim.quantity.value: claim.modality for claim in read_claims(document)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The Casa Clara Network has documented 94 arrests in July, case by case.\n\n"
            "In August it was 61 arrests, the Casa Clara Network said.",
            "en",
        ),
        (
            "La Red Casa Clara documentó 94 detenciones en julio, caso por caso.\n\n"
            "En agosto hubo 61 detenciones, dijo la Red Casa Clara.",
            "es",
        ),
    ],
)
def test_who_has_counted_once_goes_on_counting(text: str, language: str):
    found = footings(text, language)
    assert found[94] is Modality.VERIFIED
    assert found[61] is Modality.VERIFIED


def test_a_government_verifies_nothing_of_whom_it_holds():
    text = (
        "The Casa Clara Network has documented 94 arrests in July. "
        "The interior ministry said that 61 people had been arrested."
    )
    assert footings(text, "en")[61] is Modality.ASSERTED


def test_a_rough_figure_of_who_counts_is_no_count():
    text = (
        "The Casa Clara Network has documented 94 arrests in July.\n\n"
        "About 600 people remain in prison, the Casa Clara Network said."
    )
    assert footings(text, "en")[600] is not Modality.VERIFIED
