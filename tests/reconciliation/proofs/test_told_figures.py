"""Figures told beside others: days that are not known, groups in the reader's language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from case import SCOPES, claim

from habeas.reconciliation import Teller, cause_told, reconcile
from habeas.vocabulary import Claim, Period


def teller(claims: list[Claim], language: str = "en") -> Teller:
    return Teller({each.id: each for each in claims}, SCOPES, language)


@pytest.mark.parametrize(
    ("language", "start", "end", "told"),
    [
        ("en", "2024-08-09", "2024-09", "9 August 2024 to some day of September 2024"),
        ("en", "2024-08", "2024-09-02", "some day of August 2024 to 2 September 2024"),
        ("en", "", "2024-09", "until some day of September 2024"),
        ("es", "2024-08-09", "2024-09", "desde el 9 de agosto de 2024 hasta algún día de sep"),
        ("es", "2024-08-09", "2024-09-02", "del 9 de agosto de 2024 al 2 de septiembre de 2024"),
        ("es", "", "2024-09-02", "hasta el 2 de septiembre de 2024"),
        ("es", "", "2024", "hasta algún día de 2024"),
    ],
)  # fmt: skip
def test_an_end_that_is_known_to_the_month_is_told_as_some_day_of_it(
    language: str, start: str, end: str, told: str
):
    figure = replace(claim("c", "detained", 5, "2024-09-02"), period=Period.read(start, end))
    assert told in teller([figure], language).figure(figure)


def test_a_well_known_group_is_named_in_the_readers_language():
    part = claim("c", "held", 5, "2024-09-02", population="women", part_of="whole")
    odd = claim("d", "held", 5, "2024-09-02", population="beekeepers", part_of="whole")
    assert "mujeres" in teller([part], "es").figure(part)
    assert "beekeepers" in teller([odd], "es").figure(odd)


def test_what_speaks_for_a_cause_is_told_once_however_often_it_was_printed():
    right = claim("right", "held", 711, "2026-01-29", document="a")
    claims = [
        right,
        replace(right, id="again", evidence=replace(right.evidence, document="b")),
        claim("wrong", "released", 711, "2026-01-29", "2024-07-28"),
        claim("later", "released", 340, "2026-02-01", "2024-07-28"),
    ]
    result = reconcile(claims, SCOPES)
    told = cause_told(result.causes[0], teller(claims), result.listed)
    assert set(result.causes[0].speaks_for_it) == {"right", "again"}
    assert told.count("711 held") == 1


def test_a_figure_beside_another_names_its_scope_in_the_readers_language():
    claims = [
        claim("right", "held", 711, "2026-01-29", scope="political_prisoners"),
        claim("wrong", "held", 711, "2026-01-29"),
        claim("other", "held", 340, "2026-01-29"),
    ]
    result = reconcile(claims, SCOPES)
    spanish = [cause_told(each, teller(claims, "es"), result.listed) for each in result.causes]
    assert not any("political" in each for each in spanish)
