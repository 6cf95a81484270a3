"""habeas link, run as people run it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from habeas.cli.people.linking.link_nameless import told as nameless_told
from habeas.formats.tables import read_people
from habeas.vocabulary import Field

COURT = """nombres,apellidos,cedula,fecha de detención
José Luis,Pérez Gómez,12345678,2024-07-30
Ana,Urdaneta,9876543,2024-08-02
Mario,Zambrano Lugo,,2024-08-02
=cmd(),Chacón,7654321,
"""
PRESS = """Nombre completo;Cédula;Fecha
PEREZ GOMES JOSE LUIS;V-12.345.678;30/07/2024
Zambrano, Mario;;2024-08-03
Rosa Tovar;;
"""


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    (tmp_path / "court.csv").write_text(COURT)
    (tmp_path / "press.csv").write_text(PRESS)
    return tmp_path


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_rows_of_all_lists_come_out_with_their_person(habeas: Any, lists: Path):
    done = habeas("link", "court.csv", "press.csv", "-o", "people.csv")
    assert done.returncode == 0, done.stderr
    people = rows(lists / "people.csv")
    assert list(people[0])[:4] == ["list", "row", "person_id", "nombres"]
    assert [(row["list"], row["row"]) for row in people[-2:]] == [
        ("press.csv", "2"),
        ("press.csv", "3"),
    ]
    ids = [row["person_id"] for row in people]
    assert ids[0] == ids[4]
    assert ids[1] not in {ids[0], *ids[2:]}
    assert "7 rows of 2 lists are" in done.stderr


def test_a_formula_is_not_passed_on(habeas: Any, lists: Path):
    done = habeas("link", lists / "court.csv")
    assert "'=cmd()" in done.stdout


def test_a_decision_taken_in_the_terminal_is_added_and_obeyed(habeas: Any, lists: Path):
    (lists / "families.csv").write_text("nombre,cedula,fecha\nAna Urdaneta,9876999,2024-09-20\n")
    words = ("link", "court.csv", "families.csv", "--decisions", "decisions.csv")
    pair = {("court.csv", "2"), ("families.csv", "1")}

    def held_together(out: str) -> bool:
        ids = {(row["list"], row["row"]): row["person_id"] for row in rows(lists / out)}
        return len({ids[record] for record in pair}) == 1

    assert habeas(*words[:3], "-o", "before.csv").returncode == 0
    assert held_together("before.csv")
    answers = b"what\nd\nseen both\nq\n"
    done = habeas(*words, "-o", "people.csv", "--reviewer", "M. Soto", "--review", given=answers)
    assert done.returncode == 0, done.stderr
    assert "Pair 1 of" in done.stderr
    shown = [name for name in Field if f" {name.replace('_', ' ')} " in done.stderr]
    assert shown == [
        Field.FULL_NAME, Field.GIVEN_NAMES, Field.SURNAMES, Field.NATIONAL_ID, Field.DETAINED_ON
    ]  # fmt: skip
    (decided,) = rows(lists / "decisions.csv")
    assert {(decided[f"{side}_list"], decided[f"{side}_row"]) for side in ("left", "right")} == pair
    assert [decided[name] for name in ("judgement", "reviewer", "reason")] == [
        "different",
        "M. Soto",
        "seen both",
    ]
    assert not held_together("people.csv")


def test_a_review_file_that_was_filled_in_is_a_file_of_decisions(habeas: Any, lists: Path):
    (lists / "decisions.csv").write_text(
        "left_list,left_row,right_list,right_row,judgement,reviewer,decided,reason,probability\n"
        "court.csv,1,press.csv,1,different,M. Soto,2026-01-08,not the same age,0.99\n"
        "court.csv,2,press.csv,3,,,,,0.4\n"
    )
    words = ("link", "court.csv", "press.csv", "-o", "people.csv", "--decisions", "decisions.csv")
    assert habeas(*words).returncode == 0
    people = rows(lists / "people.csv")
    assert people[0]["person_id"] != people[4]["person_id"]


def test_pairs_weakest_links_samples_and_changes_are_written_beside(habeas: Any, lists: Path):
    assert habeas("link", "court.csv", "-o", "before.csv").returncode == 0
    done = habeas(
        "link", "court.csv", "press.csv", "-o", "people.csv", "--review", "pairs.csv",
        "--weakest", "weakest.csv", "--samples", "samples.csv", "--sample-count", "3",
        "--previous", "before.csv", "--changes", "changes.csv",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert list(rows(lists / "samples.csv")[0]) == [
        "list",
        "row",
        "sample_1",
        "sample_2",
        "sample_3",
    ]
    assert {row["change"] for row in rows(lists / "changes.csv")} <= {
        "new",
        "grew",
        "joined",
        "parted",
    }
    before = {row["row"]: row["person_id"] for row in rows(lists / "before.csv")}
    after = {row["row"]: row["person_id"] for row in rows(lists / "people.csv")[:4]}
    assert before == after
    assert (lists / "pairs.csv").read_text().startswith("left_list,left_row")
    assert (lists / "weakest.csv").read_text().startswith("person_id,left_list")


def test_two_records_are_explained_in_words_and_in_a_picture(habeas: Any, lists: Path):
    done = habeas(
        "link", "court.csv", "press.csv", "--explain", "court.csv:1,press.csv:1",
        "--picture", "why.svg",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "national id: same number" in done.stdout
    assert (lists / "why.svg").read_text().startswith("<svg")


def test_a_list_whose_name_cannot_be_drawn_is_explained_in_a_picture_all_the_same(
    habeas: Any, lists: Path
):
    (lists / "court.csv").rename(lists / "co\x01urt.csv")
    done = habeas(
        "link", "co\x01urt.csv", "press.csv", "--explain", "co\x01urt.csv:1,press.csv:1",
        "--picture", "why.svg",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "co\ufffdurt.csv" in (lists / "why.svg").read_text()


def test_rows_that_name_nobody_are_told_by_list_and_row_and_stay_alone(habeas: Any, lists: Path):
    (lists / "hospital.csv").write_text(
        "Nombre completo,Cédula,Fecha\nN.N.,,2024-07-30\nRosa Tovar,,\n,,2024-08-02\n"
        "joven,,2024-08-02\n"
        "N.N.,9876543,2024-08-02\n"
    )
    words = ("link", "court.csv", "hospital.csv", "-o", "people.csv", "--notes", "notes.csv")
    done = habeas(*words)
    assert done.returncode == 0, done.stderr
    assert "3 rows name nobody: hospital.csv rows 1, 4-5." in done.stderr
    assert "row 3 is no person" in done.stderr
    assert 'hospital.csv, line 2: "N.N." names nobody.' in done.stderr
    assert [row["line"] for row in rows(lists / "notes.csv")] == ["4", "2", "5", "6"]
    people = rows(lists / "people.csv")
    ids = [row["person_id"] for row in people if row["list"] == "hospital.csv"]
    assert len(set(ids)) == 4
    assert len({row["person_id"] for row in people}) == 7
    assert ids[3] == people[1]["person_id"]
    summary = json.loads(habeas(*words, "--json").stdout)
    assert summary["names_nobody"] == {"hospital.csv": [1, 4, 5]}


@pytest.mark.parametrize(
    ("nameless", "told"),
    [
        ({}, ""),
        ({"a.csv": [3]}, "1 row names nobody: a.csv row 3. "),
        ({"a.csv": [3, 4]}, "2 rows name nobody: a.csv rows 3-4. "),
        ({"a.csv": [3], "b.csv": [1, 5]}, "3 rows name nobody: a.csv row 3; b.csv rows 1, 5. "),
    ],
)
def test_rows_that_name_nobody_are_counted_in_words(nameless: dict[str, list[int]], told: str):
    assert nameless_told(nameless).startswith(told)
    assert bool(nameless_told(nameless)) == bool(told)


@pytest.mark.parametrize("length", [100, 131_071, 131_072, 300_000])
def test_what_is_linked_can_be_read_again_whatever_a_cell_holds(
    habeas: Any, lists: Path, length: int
):
    (lists / "long.csv").write_text(
        "nombres,apellidos,fecha de excarcelación,nota\n"
        f"Ana,Urdaneta,2024-08-02,={'x' * (length - 1)}\n"
    )
    done = habeas("link", "long.csv", "-o", "people.csv")
    csv.field_size_limit(131_072)  # that of a new process, in which the people are read
    if length > 131_071:
        assert done.returncode == 2
        assert f"long.csv, line 2, column nota: holds {length:,} characters" in done.stderr
        assert not (lists / "people.csv").exists()
    else:
        assert done.returncode == 0, done.stderr
        assert len(read_people(lists / "people.csv")) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nothing.csv",), "there is no such file"),
        (("court.csv", "--decisions", "none.csv"), "there is no such file"),
        (("court.csv", "--threshold", "2"), "not between 0 and 1"),
        (("court.csv", "--no-duplicates", "press.csv"), "none of the lists"),
        (("court.csv", "--explain", "court.csv"), "LIST:ROW"),
        (("court.csv", "--explain", "court.csv:1,court.csv:99"), "in no list"),
        (("court.csv", "--engine", "abacus"), "is not an engine"),
        (("court.csv", "--review"), "--decisions"),
    ],
)
def test_bad_input_is_a_sentence_and_leaves_nothing(
    habeas: Any, lists: Path, words: tuple[str, ...], told: str
):
    done = habeas("link", *words, "-o", "people.csv")
    assert done.returncode == 2
    assert told in done.stderr
    assert not (lists / "people.csv").exists()
