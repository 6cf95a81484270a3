"""People by surname with what their rows tell, and the docket of each."""

from __future__ import annotations

import re
from typing import Any

import pytest

HEAD = "nombre,fecha de detención,fecha de excarcelación,estatus,condiciones\n"
ONE = HEAD + (
    "Rosa María Zapata Ejemplo,2025-12-03,2026-01-14,,presentación cada mes\n"
    "Luis Muestra Caso,2025-12-04,,detenido,\n"
    "Ana Abad Figura,,,excarcelada,\n"
)
OTHER = HEAD + "Rosa María Zapata Ejemplo,2025-12-03,2025-11-30,en proceso raro,\n"


@pytest.fixture
def people(case: Any, add_list: Any) -> Any:
    from habeas.desk.people.linking import link_case

    add_list(case, ONE, "one.csv")
    add_list(case, OTHER, "other.csv")
    link_case(case)
    return case


@pytest.fixture
def reader(people: Any, member: Any) -> Any:
    return member(people, "reader")


def shown(client: Any, query: str = "") -> list[str]:
    page = client.get(f"/desk/norte/people/{query}").content.decode()
    return re.findall(r'people/\d+/">([^<]+)</a></th>', page)


def page_of(client: Any, case: Any, name: str) -> str:
    person = case.people.get(label__startswith=name)
    return client.get(f"/desk/norte/people/{person.pk}/").content.decode()


def test_they_are_sorted_by_surname(reader):
    assert [name.split()[0] for name in shown(reader)] == ["Ana", "Luis", "Rosa"]


@pytest.mark.parametrize(
    ("query", "found"), [("?q=zapáta", ["Rosa"]), ("?q=luis+muestra", ["Luis"]), ("?q=nadie", [])]
)
def test_they_are_found_whatever_the_accents(reader, query, found):
    assert [name.split()[0] for name in shown(reader, query)] == found


def test_each_is_shown_with_status_day_lists_and_consent(reader):
    page = reader.get("/desk/norte/people/").content.decode()
    rows = {row.split("</a>")[0].rpartition(">")[2]: row for row in page.split("<tr>")[2:]}
    assert "held when last heard of" in rows["Luis Muestra Caso"]
    assert "2025-12-04" in rows["Luis Muestra Caso"]
    assert "one.csv, other.csv" in rows["Rosa María Zapata Ejemplo"]
    assert "withheld" in rows["Ana Abad Figura"]


def test_the_docket_tells_each_event_with_its_row_and_what_contradicts(people, reader):
    page = page_of(reader, people, "Rosa")
    assert "Released: presentación cada mes" in page
    assert re.search(r'lists/\d+/\?row=1">one\.csv, 1</a>', page)
    assert "contradictions between rows" in page or "contradiction between rows" in page
    assert "«en proceso raro»" in page


def test_a_status_without_a_day_is_an_event_without_one(people, reader):
    page = page_of(reader, people, "Ana")
    assert re.search(r'<b class="day">no day</b>\s*<span>Released', page)


def test_contradictions_are_told_in_the_readers_language(people, reader):
    reader.cookies["habeas_language"] = "es"
    reader.post("/language/", {"language": "es", "next": "/desk/"})
    page = page_of(reader, people, "Rosa")
    assert "en libertad (" in page


def test_who_is_confidential_is_not_found_by_who_only_reads(people, reader, actor):
    from habeas.desk.models import Record
    from habeas.desk.people.consents import record_consent

    rows = list(Record.objects.filter(name__startswith="Luis"))
    record_consent(people, rows, actor, publish=False, confidential=True)
    assert shown(reader, "?q=muestra") == []


def test_surnames_are_those_told_apart_or_the_last_words():
    from habeas.desk.models import Record
    from habeas.desk.people.lists import filed_as

    def filed(name: str, **values: str) -> str:
        return filed_as([Record(name=name, values=values)])

    assert filed("Rosa Ejemplo", given_names="Rosa", surnames="Ejemplo") == "ejemplo rosa"
    assert filed("Ejemplo Prueba, Rosa") == "ejemplo prueba rosa"
    assert filed("Luis Muestra Caso") == "muestra caso luis"
    assert filed("Rosa María Ejemplo Prueba") == "ejemplo prueba rosa maria"
    assert filed("Rosa María Ejemplo") == "ejemplo rosa maria"
    assert filed("Lula") == "lula"
    assert filed("") == ""
