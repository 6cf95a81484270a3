"""Lists at the desk: the same people as ``habeas link`` finds, and decisions that are obeyed."""

from __future__ import annotations

from typing import Any

import pytest

HEAD = "nombre,fecha de detención,edad\n"
ONE = HEAD + "Rosa María Ejemplo Prueba,2 de agosto de 2024,31\nLuis Muestra Caso,3/8/2024,40\n"
OTHER = HEAD + "EJEMPLO PRUEBA ROSA MARIA,02/08/2024,31\nPedro Modelo Tipo,2024-08-05,22\n"


def rows_of_people(case: Any) -> dict[tuple[str, int], str]:
    from habeas.desk.models import Record

    found = Record.objects.filter(list__case=case).select_related("list", "person")
    return {(record.list.name, record.row): record.person.key for record in found}


@pytest.fixture
def lists(case: Any, add_list: Any) -> Any:
    """Two lists, of which one person is on both."""
    add_list(case, ONE, "one.csv")
    add_list(case, OTHER, "other.csv")
    return case


def test_the_desk_finds_the_people_that_the_command_line_finds(lists, work, actor, tmp_path):
    import polars as pl

    from habeas.desk.audit_log.job_queue import ask_for
    from habeas.formats.lists.list_reading import read_lists
    from habeas.linkage import Linkage, link, person_ids

    for name, text in (("one.csv", ONE), ("other.csv", OTHER)):
        (tmp_path / name).write_text(text)
    read = read_lists([tmp_path / "one.csv", tmp_path / "other.csv"])
    found = link(pl.concat([one.rows() for one in read], how="diagonal"))
    ids = person_ids(keys := Linkage.keys(found), found.person)
    told = {(key.list_name, key.row): person for key, person in zip(keys, ids, strict=True)}
    ask_for(lists, "link", actor)
    work()
    assert lists.jobs.get().state == "done"
    assert rows_of_people(lists) == told
    assert len(set(told.values())) == 3
    assert lists.people.count() == 3


def test_days_are_understood_as_they_are_written_in_spanish(lists):
    from habeas.desk.models import Record

    first = Record.objects.get(list__case=lists, list__name="one.csv", row=1)
    assert first.values["detained_on"] == "2024-08-02"
    assert first.cells["fecha de detención"] == "2 de agosto de 2024"


def test_a_decision_parts_what_linkage_would_join_and_holds_when_lists_grow(lists, add_list, actor):
    from habeas.desk.history.undoing import undo
    from habeas.desk.models import Pair, Record
    from habeas.desk.people.linking import link_case
    from habeas.desk.people.pair_decisions import decide_pair
    from habeas.vocabulary import Judgement

    link_case(lists)
    keys = rows_of_people(lists)
    assert keys["one.csv", 1] == keys["other.csv", 1]
    left, right = (
        Record.objects.get(list__case=lists, list__name=name, row=1)
        for name in ("one.csv", "other.csv")
    )
    pair = Pair.objects.filter(left=left, right=right).first() or Pair.objects.create(
        case=lists, left=left, right=right, probability=0.9
    )
    entry = decide_pair(pair, actor, Judgement.DIFFERENT)
    add_list(lists, HEAD + "Ana Nueva Persona,2024-08-09,50\n", "third.csv")
    link_case(lists)
    parted = rows_of_people(lists)
    assert parted["one.csv", 1] != parted["other.csv", 1]
    assert keys["one.csv", 1] in {parted["one.csv", 1], parted["other.csv", 1]}
    undo(lists, entry, actor)
    link_case(lists)
    again = rows_of_people(lists)
    assert again["one.csv", 1] == again["other.csv", 1] == keys["one.csv", 1]


def test_a_decision_on_a_pair_is_taken_back_though_another_pair_of_one_of_the_two_was_judged_since(
    lists, actor
):
    from habeas.desk.history.undoing import undo
    from habeas.desk.models import Pair, Record
    from habeas.desk.people.pair_decisions import decide_pair
    from habeas.vocabulary import Judgement

    one, two, three = Record.objects.filter(list__case=lists)[:3]
    pairs = [
        Pair.objects.create(case=lists, left=left, right=right, probability=0.5)
        for left, right in ((one, two), (one, three), (two, three))
    ]
    entries = [decide_pair(pair, actor, Judgement.DIFFERENT) for pair in pairs]
    undo(lists, entries[0], actor)
    standings = [Pair.objects.get(pk=pair.pk).standing for pair in pairs]
    assert standings == ["waiting", "different", "different"]


def test_pairs_in_doubt_wait_with_weights_that_add_up_to_their_probability(case, add_list):
    from habeas.desk.people.linking import link_case
    from habeas.linkage.explanation.explanation import probability

    names = ["Rosa Ejemplo", "Luis Muestra", "Pedro Modelo", "Ana Caso", "Eva Tipo"]
    add_list(case, "full_name,age\n" + "".join(f"{name},3{n}\n" for n, name in enumerate(names)))
    others = ["Rosa Egemplo", "Luis A. Muestra", "Pedro Modela", "Anna Caso", "Eva Typo"]
    add_list(case, "full_name,age\n" + "".join(f"{o},3{n}\n" for n, o in enumerate(others)), "b")
    made = link_case(case)
    assert made.pairs == case.pairs.filter(standing="waiting").count()
    for pair in case.pairs.all():
        assert probability(sum(pair.weights.values())) == pytest.approx(pair.probability, abs=0.01)


def test_who_is_in_doubt_no_longer_leaves_the_queue_and_who_was_judged_stays(lists, actor):
    from habeas.desk.models import Pair, Record
    from habeas.desk.people.linking import link_case
    from habeas.desk.people.pair_decisions import decide_pair
    from habeas.vocabulary import Judgement

    rows = list(Record.objects.filter(list__case=lists))
    stale = Pair.objects.create(case=lists, left=rows[1], right=rows[3], probability=0.4)
    judged = Pair.objects.create(case=lists, left=rows[0], right=rows[3], probability=0.4)
    decide_pair(judged, actor, Judgement.UNDECIDED)
    link_case(lists)
    assert not Pair.objects.filter(pk=stale.pk).exists()
    assert Pair.objects.get(pk=judged.pk).standing == "undecided"


def test_a_persons_page_tells_what_each_link_of_the_rows_weighs(lists, add_list, member):
    from habeas.desk.models import Link, Record
    from habeas.desk.people.linking import link_case
    from habeas.linkage.explanation.explanation import probability

    add_list(lists, HEAD + "Ana Nueva Persona,2024-08-09,50\n", "third.csv")
    link_case(lists)
    rows = Record.objects.filter(list__case=lists)
    people = {row.person_id for row in rows}
    links = list(Link.objects.select_related("left", "right"))
    assert len(links) == rows.count() - len(people) > 0
    for link in links:
        assert link.left.person_id == link.right.person_id
        assert probability(sum(link.weights.values())) == pytest.approx(link.probability, abs=0.01)
    person = links[0].left.person_id
    page = member(lists, "reader").get(f"/desk/{lists.key}/people/{person}/").content.decode()
    assert "What holds the rows together" in page
    assert page.count('<svg class="weight"') == len(links[0].weights)
    link_case(lists)
    assert Link.objects.count() == len(links)


def test_a_list_that_is_brought_once_more_adds_nothing_and_ends_what_a_stopped_run_left(
    lists, add_list, actor
):
    from habeas.desk.people import lists as taking
    from habeas.desk.publication.publication import publish
    from habeas.vocabulary import InputError

    publish(lists, actor)
    rows = len(rows_of_people(lists))
    ended, taking.search_held = taking.search_held, lambda *_: False  # stopped before its search
    try:
        add_list(lists, HEAD + "Eva Figurada Norte,2024-08-09,33\n", "third.csv")
    finally:
        taking.search_held = ended
    assert lists.jobs.filter(kind="search", state="waiting").exists()
    taken = add_list(lists, HEAD + "Eva Figurada Norte,2024-08-09,33\n", "third.csv")
    assert taken.again
    assert len(rows_of_people(lists)) == rows + 1
    assert not lists.jobs.filter(kind="search", state="waiting").exists()
    with pytest.raises(InputError, match="already"):
        add_list(lists, HEAD + "Otra Figurada Norte,2024-08-09,33\n", "third.csv")
