"""Numbers beside people that count nobody: days of a list, and prisoners nothing is said of."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from habeas.extraction import read_claims
from habeas.extraction.claims import eligible
from habeas.vocabulary import Document, PartialDate


def counted(text: str, language: str) -> list[int | None]:
    claims = read_claims(Document("d", text, PartialDate("2025-10-03"), language))
    return [claim.quantity.value for claim in claims]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministry said 12 people were arrested on 15, 20 and 25 September 2025.", "en"),
        ("12 personas fueron detenidas los días 15, 20 y 25 de septiembre de 2025.", "es"),
        ("Los días 15 y 25 de septiembre de 2025 fueron detenidas 12 personas.", "es"),
    ],
)
def test_the_days_of_a_list_that_a_date_closes_count_no_people(text: str, language: str):
    assert counted(text, language) == [12]


@pytest.mark.parametrize("few", ["the 20", "all the 20", "20"])
def test_prisoners_governed_by_a_word_that_says_nothing_of_prison_are_not_claimed(few: str):
    assert counted(f"Police photographed {few} prisoners.", "en") == []


@pytest.mark.parametrize(
    ("single", "zero", "may"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_a_number_set_aside_may_count_people_unless_it_is_one_or_none(
    single: bool, zero: bool, may: bool
):
    count: Any = SimpleNamespace(number=SimpleNamespace(single=single, zero=zero))
    assert eligible(count) is may
