"""A list counts once somebody has looked at what it was understood to say."""

from __future__ import annotations

import re
from typing import Any

import pytest

LIST = (
    "nombre,fecha de detención,edad,abogada\n"
    "Rosa Ejemplo Prueba,02/03/2024,31,Ana Figura\n"
    "Luis Muestra Caso,04/03/2024,40,\n"
    "Total,,2,\n"
)


@pytest.fixture
def documenter(case: Any, member: Any) -> Any:
    return member(case, "documenter")


@pytest.fixture
def held(case: Any, documenter: Any) -> Any:
    """A list that was dropped, and that nobody has looked at."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    documenter.post("/desk/norte/lists/add", {"list": SimpleUploadedFile("a.csv", LIST.encode())})
    return case.lists.get()


def form_of(held: Any, **meanings: str) -> dict[str, Any]:
    """The form of the page as it is filled, but for columns named here."""
    from habeas.desk.people.list_choices import columns_shown
    from habeas.desk.people.list_replacement import last_entry

    columns = columns_shown(held)
    chosen = [meanings.get(each["heading"].split()[0], each["chosen"]) for each in columns]
    return {
        "heading": [each["heading"] for each in columns],
        "meaning": chosen,
        "seen": last_entry(held),
    }


def send(client: Any, held: Any, do: str, **meanings: str) -> Any:
    there = f"/desk/norte/lists/{held.pk}/settle"
    answer = client.post(there, {**form_of(held, **meanings), "do": do}, follow=True)
    held.refresh_from_db()
    return answer


def test_nobody_of_it_counts_before_that_and_its_names_are_withheld(case, held, documenter, work):
    from habeas.desk.withholding import Withholding

    work()
    assert (held.standing, case.people.count()) == ("proposed", 0)
    page = documenter.get(f"/desk/norte/lists/{held.pk}/").content.decode()
    assert "Rosa Ejemplo Prueba" in page
    assert '<option value="detained_on" selected>' in page
    assert "1 row is no person" in page
    assert "a total" in page
    assert Withholding.of(case).hidden().gives_away("Rosa Ejemplo Prueba")


def test_it_counts_when_somebody_says_so(case, held, documenter, work):
    send(documenter, held, "count")
    work()
    assert (held.standing, case.people.count()) == ("counting", 2)
    page = documenter.get(f"/desk/norte/lists/{held.pk}/").content.decode()
    assert re.search(r'<a href="/desk/norte/people/\d+/">Rosa Ejemplo Prueba</a>', page)


def test_a_column_is_read_as_somebody_says_and_the_choice_is_kept(case, held, documenter):
    send(documenter, held, "read", fecha="released_on", abogada="other_names")
    row = held.records.get(row=1)
    assert (row.values["released_on"], held.standing) == ("2024-03-02", "proposed")
    assert "detained_on" not in row.values
    entry = case.activities.get(what="list.understood")
    assert entry.details["choices"]["columns"]["other_names"] == ["abogada"]
    assert case.name_decisions.get(about=f"{held.pk}:abogada").value == "other_names"


def test_the_order_of_day_and_month_is_a_choice(held, documenter):
    form = {**form_of(held), "do": "read", "day_order": "month"}
    documenter.post(f"/desk/norte/lists/{held.pk}/settle", form)
    assert held.records.get(row=2).values["detained_on"] == "2024-04-03"


def test_without_a_name_nothing_is_read_and_the_choices_stay(held, documenter):
    answer = send(documenter, held, "count", nombre="")
    assert answer.status_code == 400
    assert "Say which column holds the names" in answer.content.decode()
    assert held.standing == "proposed"


def test_what_somebody_else_said_meanwhile_is_not_written_over(held, documenter, actor):
    from habeas.desk.models import ListStanding
    from habeas.desk.people.list_decisions import set_standing

    form = {**form_of(held, fecha="released_on"), "do": "read"}
    set_standing(held, actor, ListStanding.COUNTING)
    answer = documenter.post(f"/desk/norte/lists/{held.pk}/settle", form)
    assert answer.status_code == 400
    assert "detained_on" in held.records.get(row=1).values


def test_each_can_be_taken_back(case, held, documenter, actor):
    from habeas.desk.history.undoing import undo

    send(documenter, held, "read", fecha="released_on")
    send(documenter, held, "count")
    for what, standing, field in (
        ("list.counting", "proposed", "released_on"),
        ("list.understood", "proposed", "detained_on"),
    ):
        undo(case, case.activities.get(what=what), actor)
        held.refresh_from_db()
        assert held.standing == standing
        assert field in held.records.get(row=1).values
    assert case.people.count() == 0


def test_where_no_heading_tells_a_name_somebody_says_which_column_does(case, documenter):
    from django.core.files.uploadedfile import SimpleUploadedFile

    strange = LIST.replace("nombre", "imputado")
    sent = {"list": SimpleUploadedFile("b.csv", strange.encode())}
    page = documenter.post("/desk/norte/lists/add", sent, follow=True).content.decode()
    assert "Say which column holds the names" in page
    held = case.lists.get(name="b.csv")
    assert send(documenter, held, "count").status_code == 400
    assert (
        documenter.post(f"/desk/norte/lists/{held.pk}/settle", {"do": "count"}).status_code == 400
    )
    send(documenter, held, "count", imputado="full_name")
    assert (held.standing, case.people.count()) == ("counting", 2)
