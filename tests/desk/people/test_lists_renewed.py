"""A list is replaced by a newer version of itself, or withdrawn; what was decided stays."""

from __future__ import annotations

from typing import Any

import pytest

OLD = (
    "nombre,cédula,edad,estado\n"
    "Rosa Ejemplo Prueba,101,31,Norte\n"
    "Luis Muestra Caso,,40,Norte\n"
    "Eva Pauta Regla,103,36,Sur\n"
)
NEW = (
    "nombre,cédula,edad,estado\n"
    "Pedro Modelo Tipo,104,22,Sur\n"
    "Luis Muestra Caso,,41,Norte\n"
    "Rosa M. Ejemplo Prueba,101,31,Norte\n"
)


@pytest.fixture
def held(case: Any, add_list: Any) -> Any:
    from habeas.desk.people.linking import link_case

    add_list(case, OLD, "a.csv")
    link_case(case)
    return case.lists.get()


def ids(case: Any) -> dict[str, str]:
    from habeas.desk.models import Record

    found = Record.objects.counting().filter(list__case=case).select_related("person")
    return {record.name: record.person.key for record in found}


def test_rows_are_matched_and_what_changed_is_told(case, held, member):
    from django.core.files.uploadedfile import SimpleUploadedFile

    was = ids(case)
    client = member(case, "reviewer")
    there = f"/desk/norte/lists/{held.pk}/"
    sent = {"list": SimpleUploadedFile("newer.csv", NEW.encode()), "seen": 0}
    page = client.post(f"{there}renew", sent, follow=True).content.decode()
    assert "as they were: 0; changed: 2; new: 1; gone: 1" in page
    assert "<del>40</del> → <ins>41</ins>" in page
    assert "Eva Pauta Regla" not in page
    now = ids(case)
    assert now["Luis Muestra Caso"] == was["Luis Muestra Caso"]
    assert now["Rosa M. Ejemplo Prueba"] == was["Rosa Ejemplo Prueba"]
    assert len(now) == 3


def test_who_is_no_longer_on_it_stays_withheld(case, held, actor):
    from habeas.desk.people.list_replacement import replace_list
    from habeas.desk.withholding import Withholding

    replace_list(held, NEW.encode(), actor)
    assert Withholding.of(case).hidden().gives_away("Eva Pauta Regla")


def test_consent_stays_but_not_to_a_name_that_is_written_otherwise(case, held, actor):
    from habeas.desk.models import Record
    from habeas.desk.people.consents import record_consent
    from habeas.desk.people.list_replacement import replace_list

    agreed = list(Record.objects.filter(list=held).exclude(row=3))
    record_consent(case, agreed, actor, publish=True, confidential=False)
    done = replace_list(held, NEW.encode(), actor)
    assert done.lapsed == 1
    assert set(Record.objects.filter(publish=True).values_list("name", flat=True)) == {
        "Luis Muestra Caso"
    }


def test_the_earlier_version_can_be_brought_back(case, held, actor):
    from habeas.desk.history.undoing import undo
    from habeas.desk.people.linking import link_case
    from habeas.desk.people.list_replacement import replace_list

    was = ids(case)
    entry = replace_list(held, NEW.encode(), actor).entry
    link_case(case)
    undo(case, entry, actor)
    link_case(case)
    assert ids(case) == was


def test_the_very_same_file_is_no_newer_version(held, actor):
    from habeas.desk.people.list_replacement import replace_list
    from habeas.vocabulary import InputError

    with pytest.raises(InputError, match="the very version"):
        replace_list(held, OLD.encode(), actor)


def test_a_withdrawn_list_stands_for_nobody_and_its_people_come_back(case, held, member, work):
    was = ids(case)
    client = member(case, "reviewer")
    there = f"/desk/norte/lists/{held.pk}/"
    assert client.post(f"{there}withdraw", {"reason": "", "seen": 0}).status_code == 400
    page = client.post(f"{there}withdraw", {"reason": "Doubtful", "seen": 0}, follow=True)
    assert "stand for nobody" in page.content.decode()
    work()
    assert (case.people.count(), ids(case)) == (0, {})
    entry = case.activities.get(what="list.withdrawn")
    assert entry.details["reason"] == "Doubtful"
    client.post(f"/desk/norte/activity/{entry.number}/undo", {"back": there})
    work()
    assert ids(case) == was


def test_people_who_were_joined_are_told_in_the_log(case, held, add_list, actor):
    from habeas.desk.models import Pair, Record
    from habeas.desk.people.linking import link_case
    from habeas.desk.people.pair_decisions import decide_pair
    from habeas.vocabulary import Judgement

    add_list(case, OLD.replace("Luis Muestra Caso,,40", "Lucho M.,,40"), "b.csv")
    link_case(case)
    left, right = (Record.objects.get(list__name=name, row=2) for name in ("a.csv", "b.csv"))
    pair, _ = Pair.objects.get_or_create(
        case=case, left=left, right=right, defaults={"probability": 0.5}
    )
    decide_pair(pair, actor, Judgement.SAME)
    link_case(case)
    became = case.activities.filter(what="people.linked").first().details["became"]
    assert [(each["is"], len(each["earlier"])) for each in became] == [("joined", 2)]


def test_the_log_tells_what_the_tables_hold(case, held, actor):
    from habeas.desk.history.replay import findings
    from habeas.desk.models import ListStanding
    from habeas.desk.people.list_decisions import set_standing
    from habeas.desk.people.list_replacement import replace_list

    replace_list(held, NEW.encode(), actor)
    set_standing(held, actor, ListStanding.WITHDRAWN, "Doubtful")
    assert list(findings()) == []
