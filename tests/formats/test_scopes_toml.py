"""A case's file says what its scopes, places and sources are, and errors name the line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.vocabulary import ClaimantKind, InputError, Partition, ScopeCycle

CASE = """\
place = "Venezuela"

[scope.case_review]
within = ["all_prisoners"]
title.en = "cases under review"
title.es = "casos en revisión"

[scope.protest_detainees]
within = ["political_prisoners", "case_review"]
opens = 2024-07-28
closes = 2025-01-31
counted_since = 2024-07-29
place = "Aragua"

[[partition]]
whole = "political_prisoners"
parts = ["women", "men"]
complete = true

[places]
Aragua = "Venezuela"

[[source]]
name = "Foro Penal"
kind = "ngo"
aliases = ["FP"]
"""


def read(folder: Path, text: str) -> CaseFile:
    """Write the text as a case's file and read it."""
    (folder / "scopes.toml").write_text(text)
    return read_scopes(folder / "scopes.toml")


def test_a_case_is_read_as_it_is_declared(tmp_path: Path):
    case = read(tmp_path, CASE)
    scope = case.scopes.by_key["protest_detainees"]
    assert (scope.opens, scope.closes) == (date(2024, 7, 28), date(2025, 1, 31))
    assert (scope.counted_since, scope.place) == (date(2024, 7, 29), "Aragua")
    assert case.scopes.by_key["case_review"].title("es") == "casos en revisión"
    assert case.scopes.partitions == (Partition("political_prisoners", ("women", "men")),)
    assert (case.scopes.place, case.scopes.places) == ("Venezuela", {"Aragua": "Venezuela"})
    found = case.sources.find("fp")
    assert found is not None
    assert (found.name, found.kind) == ("Foro Penal", ClaimantKind.NGO)


def test_the_general_scopes_hold_beside_those_declared(tmp_path: Path):
    scopes = read(tmp_path, CASE).scopes
    assert scopes.contains("all_prisoners", "political_prisoners")
    assert scopes.contains("all_prisoners", "women")


def test_an_empty_file_declares_nothing_but_what_holds_of_every_case(tmp_path: Path):
    assert read(tmp_path, "") == CaseFile()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("opens =", "open =", 'line 10, column scope.protest_detainees.open: "open" is not known'),
        ("2024-07-28", '"2024-07-28"', "line 10, column scope.protest_detainees.opens"),
        ("2025-01-31", "2023-01-31", 'line 11, column closes: "2023-01-31" closes before'),
        ('"case_review"]', '"review"]', '"review" is not a declared scope'),
        ('kind = "ngo"', 'kind = "club"', 'line 25, column source.kind: "club" is not a kind'),
        ("complete = true", "complete = 1", "line 18, column partition.complete: is neither true"),
        ('"women", "men"', '"women"', "line 17, column partition.parts: does not divide"),
        ('place = "Venezuela"', "place = Venezuela", "is not TOML"),
        ('"FP"', "7", 'line 26, column source.aliases: "[7]" is not a list of texts'),
        ('name = "Foro Penal"\n', "", "line 23, column source.name: is missing. Add name"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str):
    assert CASE.count(old) == 1
    with pytest.raises(InputError) as caught:
        read(tmp_path, CASE.replace(old, new))
    assert said in str(caught.value)


def test_a_scope_that_contains_itself_is_refused_with_its_line(tmp_path: Path):
    text = '[scope.a]\nwithin = ["b"]\n[scope.b]\nwithin = ["a"]\n'
    with pytest.raises(
        ScopeCycle, match=r"scopes\.toml, line 1: a scope contains itself: a within"
    ):
        read(tmp_path, text)


def test_a_place_that_lies_in_itself_is_refused(tmp_path: Path):
    with pytest.raises(ScopeCycle, match="line 2: a place lies in itself: A in B in A"):
        read(tmp_path, '[places]\nA = "B"\nB = "A"\n')


def test_two_sources_cannot_share_a_name(tmp_path: Path):
    text = '[[source]]\nname = "A"\nkind = "ngo"\n' * 2
    with pytest.raises(InputError, match='"A" names two sources'):
        read(tmp_path, text)


def test_what_sources_and_groups_are_called_is_read_by_language(tmp_path: Path):
    text = '[[source]]\nname = "Ministry"\nkind = "government"\ntitle.es = "Ministerio"\n'
    scopes = read(tmp_path, text + '[title]\n"by the gate".es = "junto a la puerta"\n').scopes
    assert scopes.called("Ministry", "es") == "Ministerio"
    assert scopes.called("Ministry", "en") == "Ministry"
    assert scopes.called("by the gate", "es") == "junto a la puerta"
    assert scopes.called("Foro Penal", "es") == "Foro Penal"


def test_a_title_that_is_no_text_is_refused_with_its_line(tmp_path: Path):
    with pytest.raises(InputError, match='"7" is not a text'):
        read(tmp_path, '[title]\n"by the gate".es = 7\n')
