"""A number of people as it was said: what cannot have been said so is refused."""

from __future__ import annotations

import pytest

from habeas.reconciliation import PLAIN, STRICT, Policy
from habeas.vocabulary import InputError, Qualifier, Quantity

CROWDS = [each for each in Qualifier if not each.names_a_number]


@pytest.mark.parametrize("qualifier", CROWDS)
@pytest.mark.parametrize("value", [0, 1, 3_000])
def test_a_number_beside_a_word_that_names_none_is_refused(qualifier: Qualifier, value: int):
    with pytest.raises(InputError, match="names no number") as refused:
        Quantity(value, qualifier)
    assert refused.value.column == "value"


@pytest.mark.parametrize("policy", [PLAIN, STRICT], ids=lambda policy: policy.name)
@pytest.mark.parametrize("qualifier", list(Qualifier))
def test_every_quantity_that_is_accepted_stands_for_a_range(policy: Policy, qualifier: Qualifier):
    value = 7 if qualifier.names_a_number else None
    assert policy.range_of(Quantity(value, qualifier))[0] >= 0
    assert policy.range_of(Quantity(3_000, qualifier, 2_000, 4_000)) == (2_000, 4_000)
