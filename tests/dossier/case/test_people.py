"""People stand in a dossier by name where consent is recorded, and nowhere else."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from habeas.dossier import (
    DossierCase,
    Findings,
    NamedPerson,
    consent_recorded,
    dossier,
    named_people,
)
from habeas.formats.lists import understood_columns
from habeas.vocabulary import Field, Person, Record, RecordKey


def record(name: str, row: int = 1, list_name: str = "list", **cells: str) -> Record:
    """Make a row whose cells are understood as the reader of lists understands them."""
    understood = understood_columns({heading: [text] for heading, text in cells.items()}, {}).values
    values = {field: texts[0] for field, texts in understood.items() if texts[0]}
    values |= {Field.FULL_NAME: name} if name else {}
    return Record(RecordKey(list_name, row), values, {"full_name": name, **cells})


def named(*people: Person) -> tuple[tuple[NamedPerson, ...], int]:
    return named_people(people, consent_recorded)


@pytest.mark.parametrize("heading", ["consent", "publish", "Consentimiento", " PUBLICAR "])
@pytest.mark.parametrize("yes", ["yes", "TRUE", "1", "sí", " si "])
def test_a_yes_in_a_column_of_consent_lets_a_name_be_public(heading: str, yes: str):
    assert consent_recorded(record("Luis Muestra", **{heading: yes}))


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"consent": ""},
        {"consent": "no"},
        {"consent": "perhaps"},
        {"consent": "yes", "publish": "no"},
        {"consent": "yes", "confidential": "yes"},
        {"consent": "yes", "confidencial": "?"},
    ],
)
def test_anything_else_keeps_it_from_the_public(cells: dict[str, str]):
    assert not consent_recorded(record("Luis Muestra", **cells))


def test_nobody_is_named_of_whom_one_record_does_not_agree():
    both = Person("p1", (record("Ana Uno", 1, consent="yes"), record("Ana Uno", 2)))
    open_one = Person("p2", (record("Berta Dos", 3, consent="yes"),))
    nameless = Person("p3", (record("", 4, consent="yes"),))
    people, others = named(both, open_one, nameless)
    assert [person.name for person in people] == ["Berta Dos"]
    assert others == 2


def test_a_name_in_two_columns_is_put_together():
    values = {Field.GIVEN_NAMES: "Ana", Field.SURNAMES: "Uno Dos"}
    person = Person("p", (Record(RecordKey("list", 1), values, {"consent": "yes"}),))
    assert named(person)[0][0].name == "Ana Uno Dos"


@pytest.fixture(scope="module")
def contents(small_case: DossierCase, findings: Findings) -> dict[str, bytes]:
    people, others = named(
        Person("p/1", (
            record("Ana <b>Uno</b>", 1, consent="yes", detained_on="2024-08-01",
                   released_on="2024-07-01", charges="names Berta Dos"),
        )),
        Person("p2", (record("Berta Dos", 2),)),
    )  # fmt: skip
    given = {name: getattr(small_case, name) for name in small_case.__dataclass_fields__}
    return dossier(DossierCase(**{**given, "people": people, "unnamed": others}), findings)


def test_who_may_be_named_has_a_page_with_what_the_lists_say(contents: dict[str, bytes]):
    path = next(path for path in contents if path.startswith("en/people/p-1"))
    page = contents[path].decode()
    assert "Ana &lt;b&gt;Uno&lt;/b&gt;" in page
    assert "1 August 2024" in page
    assert "list, row 1" in page
    assert "A release comes before the arrest" in page
    assert "May be named: 1. Others on the lists: 1." in contents["en/people/index.html"].decode()
    assert "people/index.html" in contents["index.html"].decode()


def test_of_the_others_nothing_is_told_anywhere(contents: dict[str, bytes]):
    assert not [path for path, content in contents.items() if b"Berta" in content]


def test_what_happened_to_them_can_be_downloaded(contents: dict[str, bytes]):
    rows = list(csv.DictReader(io.StringIO(contents["data/people.csv"].decode())))
    assert {(row["event"], row["day"]) for row in rows} == {
        ("detained", "2024-08-01"),
        ("released", "2024-07-01"),
    }
    assert b"Ana <b>Uno</b>" in contents["data/followthemoney.ndjson"]


def test_without_people_no_page_speaks_of_them(files: dict[str, bytes], pages: dict[str, Any]):
    assert not any("people" in path for path in files)
    assert not any("people/" in href for page in pages.values() for href in page.values("href"))
