"""The methods page says of each policy what the engine does with it, and nothing else."""

from __future__ import annotations

import pytest

from habeas.dossier.words.wording import LANGUAGES, wording
from habeas.reconciliation import POLICIES
from habeas.vocabulary import Qualifier, Quantity

SAID = (
    Quantity(900, Qualifier.ABOUT),
    Quantity(2_000, Qualifier.NEARLY),
    Quantity(700, Qualifier.MORE_THAN),
    Quantity(None, Qualifier.DOZENS),
    Quantity(None, Qualifier.HUNDREDS),
    Quantity(None, Qualifier.THOUSANDS),
)
"""What the page takes as its examples."""
BARE = {"en": (" or more", "less than "), "es": (" o más", "menos de ")}
"""How a range with one end alone is told."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("policy", POLICIES)
def test_the_ranges_that_the_methods_page_names_are_those_of_the_policy(language: str, policy: str):
    words = wording(language)
    told = " ".join(words.texts["methods_text"][f"policy_{policy}"])
    more, less = BARE[language]
    for quantity in SAID:
        low, high = POLICIES[policy].range_of(quantity)
        if low and high is None:
            assert f"{words.number(low)}{more}" in told, quantity
        elif low and high is not None:
            assert words.range(low, high) in told, quantity
        elif high is not None:
            assert f"{less}{words.number(high + 1)}" in told, quantity
