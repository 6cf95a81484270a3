"""A minute's worth of the bench of hostile names, and whether the bench itself can be trusted."""

from __future__ import annotations

import importlib.util
import json
import random
from html import escape
from pathlib import Path

import pytest

from torture.hostile_names.people import invented_people
from torture.hostile_names.places import SAID, write_case
from torture.hostile_names.public_bytes import PublicFiles
from torture.hostile_names.publication import Became, Controls, files_of, habeas, judged, publish
from torture.hostile_names.ways import Expected, Way, every_way, near_misses

IS_ONE_SEARCH = importlib.util.find_spec("habeas.dossier.names") is not None
only_with_one_search = pytest.mark.skipif(
    not IS_ONE_SEARCH, reason="the one search for names (habeas.dossier.names) is not there yet"
)
TRIED, MAY_BE_MISSED = 60, 1
"""Two in a hundred, and whole ways: one of sixty."""

MISSED_NOW = 1
"""What gets out of those tried today; lowered with each mend, never raised."""


def sampled(count: int) -> list[Way]:
    """Return ways of all traditions, the same each time."""
    dice = random.Random(20260108)  # noqa: S311  (made up, not secret)
    ways = [way for way in every_way() if way.expected is Expected.FOUND]
    dice.shuffle(ways)
    first = {way.tradition: way for way in ways}
    others = [way for way in ways if way not in first.values()]
    return [*first.values(), *others][:count]


def test_there_are_ways_enough_of_traditions_enough():
    people = invented_people()
    traditions = {person.tradition for person in people}
    assert len(traditions) >= 12
    assert all(sum(p.tradition == one for p in people) >= 2 for one in traditions)
    assert len([way for way in every_way() if way.expected is Expected.FOUND]) >= 600


def test_every_written_name_stands_in_its_text():
    assert [way.key for way in every_way() if way.written not in way.text] == []


@pytest.mark.parametrize(
    "public",
    [
        "Rosa Ejemplo",
        "ROSA EJEMPLO",
        "R.o.s.a E-j-e-m-p-l-o",
        "<b>R</b>osa &#69;jemplo",
        "https://example.org/rosa%20ejemplo",
        json.dumps({"name": "Rosa \u00c9jemplo"}),
        escape("<Rosa> <Ejemplo>"),
        "R[U+200B]o[U+200B]sa Ejemplo",
    ],
)
def test_the_eye_sees_a_name_in_public_files(public: str):
    assert PublicFiles({"index.html": f"x {public} y".encode()}).where("Rosa Ejemplo")


def test_the_eye_sees_a_name_in_a_file_name_and_in_another_script():
    assert PublicFiles({"sources/vydumkina.html": b"x"}).where("Выдумкина") != ""


def test_the_eye_sees_no_name_where_it_is_covered():
    assert PublicFiles({"index.html": "Rosa █ and █ Ejemplo".encode()}).where("Rosa Luz") == ""


def test_a_case_of_the_bench_is_published_and_its_text_is_readable(tmp_path: Path):
    words = write_case(tmp_path, "note", "Petra Visible waits.", {"full_name": "Rosa Ejemplo Uno"})
    code, said, questions = publish(tmp_path, words)
    assert (code, questions) == (0, []), said
    seen = PublicFiles(files_of(tmp_path / "dossier"))
    assert seen.where("Petra Visible")
    assert seen.where(SAID)


def test_a_name_as_listed_is_found(tmp_path: Path):
    row = {"full_name": "Rosa Ejemplo Quimera"}
    words = write_case(tmp_path, "quote", "Rosa Ejemplo Quimera waits.", row)
    code, _ = habeas(words)
    published = code == 0 and PublicFiles(files_of(tmp_path / "dossier")).where("Ejemplo Quimera")
    assert not published


@pytest.fixture(scope="module")
def got_out() -> list[str]:
    controls = Controls()
    outcomes = [judged(way, controls) for way in sampled(TRIED)]
    return [f"{one.way.key}: {one.way.written}" for one in outcomes if not one.is_found]


@only_with_one_search
def test_names_written_in_hostile_ways_do_not_get_out(got_out: list[str]):
    assert len(got_out) <= MAY_BE_MISSED, got_out


@only_with_one_search
def test_no_more_hostile_ways_get_out_than_before(got_out: list[str]):
    assert len(got_out) <= MISSED_NOW, got_out


@only_with_one_search
def test_texts_that_name_nobody_of_the_list_are_published_as_they_are():
    controls = Controls()
    outcomes = [judged(way, controls) for way in list(near_misses())[::6]]
    wrong = {Became.COVERED, Became.REFUSED, Became.BROKEN}
    assert [(one.way.key, one.shown) for one in outcomes if one.became in wrong] == []
