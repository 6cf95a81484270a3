"""What is told of twelve out of ninety is not told of the ninety."""

from __future__ import annotations

import pytest

from habeas.extraction import read_claims
from habeas.vocabulary import Document, Measure, ReadingStatus, partial_date


def said(text: str, language: str) -> dict[int | None, tuple[Measure, ReadingStatus]]:
    document = Document("a", text, partial_date("2025-03-02"), language)
    return {claim.quantity.value: (claim.measure, claim.status) for claim in read_claims(document)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("14 out of 70 prisoners were freed, the ministry said.", "en"),
        ("14 of the 70 detainees were released, the ministry said.", "en"),
        ("Of the 70 detainees, 14 were released, the ministry said.", "en"),
        ("De los 70 detenidos, 14 fueron liberados, dijo el ministerio.", "es"),
        ("14 de los 70 presos fueron excarcelados, dijo el ministerio.", "es"),
    ],
)
def test_the_whole_of_a_part_is_not_told_what_the_part_is(text: str, language: str):
    found = said(text, language)
    assert found[14] == (Measure.RELEASED, ReadingStatus.READ)
    measure, status = found.get(70, (Measure.HELD, ReadingStatus.UNREAD))
    assert measure is not Measure.RELEASED or status is ReadingStatus.UNREAD


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministry said that a group of 70 prisoners was freed on Friday.", "en"),
        ("The ministry announced the release of 70 prisoners.", "en"),
        ("Más de 70 presos fueron liberados, 14 de ellos mujeres, dijo el ministerio.", "es"),
        ("El ministerio anunció la liberación de 70 presos.", "es"),
    ],
)
def test_a_number_behind_of_that_is_no_whole_is_told_what_is_told_of_it(text: str, language: str):
    assert said(text, language)[70][0] is Measure.RELEASED


@pytest.mark.parametrize(
    "text",
    ["Leaders of the Group of 20 were freed of doubt.", "A jail with a capacity of 300 prisoners."],
)
def test_a_number_that_only_names_or_measures_something_else_is_no_count(text: str):
    assert not [status for _, status in said(text, "en").values() if status is ReadingStatus.READ]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/news/116202",
        "https://voz96.example.org/en/news/116202",
        "www.example.org/680076.html",
        "casa88@example.org",
        "88.casa@example.org",
        "2026/88/casa@example.org",
    ],
)
def test_a_number_within_an_address_counts_nobody(address: str):
    found = said(f"14 prisoners were freed, the ministry said. Source: {address}", "en")
    assert set(found) == {14}


def test_a_number_beside_an_address_is_read():
    text = "14 prisoners were freed, the ministry said (https://example.org/a/77), and 20 arrested."
    assert {14, 20} <= set(said(text, "en"))
