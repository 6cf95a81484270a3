"""Sources, groups and places are told by what the case calls them in a language."""

from __future__ import annotations

import dataclasses

import pytest
from case import claim

from habeas.reconciliation import Teller
from habeas.vocabulary import GENERAL_SCOPES

SCOPES = dataclasses.replace(
    GENERAL_SCOPES,
    titles={
        "Ministry": {"es": "Ministerio"},
        "held at the north gate": {"es": "presas en la puerta norte"},
        "Daily": {"en": "The Daily", "es": "El Diario"},
    },
)


@pytest.mark.parametrize(("language", "told"), [("en", "Ministry: 88"), ("es", "Ministerio: 88")])
def test_a_source_goes_by_its_title_where_the_case_declares_one(language: str, told: str):
    one = claim("a", "released", 88, "2026-01-01", claimant="Ministry")
    assert Teller({"a": one}, SCOPES, language).figure(one).startswith(told)


def test_a_source_without_a_title_keeps_its_name_in_every_language():
    one = claim("a", "released", 88, "2026-01-01", claimant="Foro")
    assert Teller({"a": one}, SCOPES, "es").figure(one).startswith("Foro: 88")


def test_a_group_goes_by_its_title_too():
    one = claim("a", "held", 88, "2026-01-01", claimant="Ministry",
                population="held at the north gate", scope="subgroup")  # fmt: skip
    assert "presas en la puerta norte" in Teller({"a": one}, SCOPES, "es").figure(one)
    assert "held at the north gate" in Teller({"a": one}, SCOPES, "en").figure(one)
