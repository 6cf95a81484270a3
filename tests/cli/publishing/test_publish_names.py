"""Whom ``habeas publish --people`` keeps from the public, whatever the lists' headings are."""

from __future__ import annotations

import csv
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import vl_convert

TEXT = "Officials said 100 people were arrested. The ministry said 60 had been released.\n"


def claim(key: str, value: int, **named: object) -> dict[str, object]:
    return {
        "id": key, "measure": "released", "value": value, "population_kind": "protest_detainees",
        "period_end": "2026-01-01", "cumulative": True, "claimant": "Ministry",
        "claimant_kind": "government", "document": sha256(TEXT.encode()).hexdigest(), **named,
    }  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Path:
    write_claims(tmp_path, claim("a1", 60, note="says that zulma ejemplo, V-12345678, is free"))
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "wire.txt").write_text(TEXT)
    return tmp_path


def write_claims(folder: Path, *claims: dict[str, object]) -> None:
    lines = "".join(json.dumps(each) + "\n" for each in claims)
    (folder / "claims.jsonl").write_text(lines)


@pytest.fixture
def publish(habeas: Any, case: Path) -> Any:
    def run(people: str, *words: object) -> Any:
        (case / "people.csv").write_text(people)
        return habeas("publish", case / "claims.jsonl", "--people", case / "people.csv",
                      "--out", case / "out", *words)  # fmt: skip

    return run


def refuse_shown(case: Path, *words: str) -> None:
    """Fail where a public byte, or the name of a file, holds any of some words."""
    assert (case / "out").is_dir(), "nothing was published"
    for file in (case / "out").rglob("*"):
        told = file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""
        for word in words:
            assert word not in f"{file.relative_to(case)}\n{told}".casefold(), (file, word)


HEADINGS = {
    "Spanish": "nombres,apellidos,cédula",
    "English": "First name,Last name,National ID",
    "as KoboToolbox groups them": "datos/Nombres,datos/Apellidos,datos/Cédula",
}


@pytest.mark.parametrize("headings", HEADINGS.values(), ids=HEADINGS.keys())
def test_people_are_withheld_under_every_heading_that_link_understands(
    publish: Any, case: Path, headings: str
):
    done = publish(f"list,row,person_id,{headings}\ngate,1,p1,Zulma,Ejemplo,V-12345678\n")
    refuse_shown(case, "ejemplo", "12345678")
    assert "Zulma" not in done.stderr


@pytest.mark.parametrize("headings", ["სახელი,გვარი", "שם פרטי,שם משפחה", "Imputado,Alias"])
def test_a_list_whose_names_no_heading_tells_is_refused_and_named(
    publish: Any, case: Path, headings: str
):
    done = publish(f"list,row,person_id,{headings}\ngate,1,p1,Zulma,Ejemplo\n")
    assert done.returncode == 2
    assert "no heading tells a name in the list gate" in done.stderr
    assert "--columns" in done.stderr
    assert not (case / "out").exists()


def test_what_a_file_of_columns_says_is_understood_as_link_does(publish: Any, case: Path):
    (case / "columns.toml").write_text(
        '[lists.gate]\ncolumns = { given_names = "Имя", surnames = "Фамилия" }\n'
    )
    done = publish("list,row,person_id,Имя,Фамилия\ngate,1,p1,Zulma,Ejemplo\n",
                   "--columns", case / "columns.toml")  # fmt: skip
    assert "was not understood" not in done.stderr
    refuse_shown(case, "ejemplo")


def test_each_list_of_the_table_is_understood_by_its_own_headings(publish: Any, case: Path):
    people = (
        "list,row,person_id,full_name,nombres,apellidos\n"
        "gate,1,p1,Luis Muestra Prueba,,\n"
        "prensa,1,p2,,Zulma,Ejemplo\n"
    )
    publish(people)
    refuse_shown(case, "ejemplo")


def test_a_filled_column_that_nobody_understands_is_refused_until_somebody_says_what_it_holds(
    publish: Any, case: Path
):
    people = (
        "list,row,person_id,full_name,notes\n"
        "gate,1,p1,Luis Muestra Prueba,Mother: Zulma Ejemplo\n"
        "court,1,p2,Ana Muestra,\n"
    )
    done = publish(people)
    assert done.returncode == 2
    assert "list gate: notes" in done.stderr
    assert "court" not in done.stderr
    assert not (case / "out").exists()
    (case / "columns.toml").write_text('[lists.gate.columns]\nother_names = "notes"\n')
    publish(people, "--columns", case / "columns.toml")
    refuse_shown(case, "ejemplo")
    (case / "columns.toml").write_text('[lists.gate.columns]\nno_names = "notes"\n')
    done = publish(people, "--columns", case / "columns.toml")
    assert done.returncode == 0
    assert "zulma ejemplo" in (case / "out" / "data" / "claims.csv").read_text()


def test_link_leaves_alone_what_a_file_of_columns_tells_of_others(habeas: Any, case: Path):
    (case / "gate.csv").write_text("full_name,notes\nLuis Muestra,Zulma Ejemplo\n")
    (case / "columns.toml").write_text('[lists."gate.csv".columns]\nother_names = "notes"\n')
    done = habeas("link", case / "gate.csv", "--columns", case / "columns.toml")
    assert done.returncode == 0
    assert "Luis Muestra,Zulma Ejemplo" in done.stdout


OTHERS = ["alias", "Apodo", "Nombre de la madre", "Mother's name", "abogado", "Familiar",
          "contacto", "kunya", "الكنية", "Адвокат", "nom de la mère", "Advogada"]  # fmt: skip


@pytest.mark.parametrize("heading", OTHERS)
def test_names_of_others_in_a_row_are_looked_for_too(publish: Any, case: Path, heading: str):
    publish(f"list,row,person_id,full_name,{heading}\n"
            "gate,1,p1,Luis Muestra Prueba,Zulma Ejemplo (tía); Ana Prueba\n")  # fmt: skip
    refuse_shown(case, "ejemplo")


def test_a_mother_is_not_named_although_her_child_may_be(publish: Any, case: Path):
    done = publish("list,row,person_id,full_name,consent,mother\n"
                   "gate,1,p1,Luis Muestra Prueba,yes,Zulma Ejemplo\n")  # fmt: skip
    refuse_shown(case, "ejemplo")
    assert "Zulma" not in done.stderr


@pytest.mark.parametrize(
    ("heading", "number"),
    [("Teléfono", "0414-555 01 02"), ("passport", "X1234567"), ("e-mail", "zulma@example.org"),
     ("Case number", "2024-0099-11"), ("Номер дела", "77-123456")],
)  # fmt: skip
def test_numbers_of_every_kind_are_looked_for(publish: Any, case: Path, heading: str, number: str):
    write_claims(case, claim("a1", 60, note=f"her number is {number}"))
    publish(f"list,row,person_id,full_name,{heading}\ngate,1,p1,Luis Muestra Prueba,{number}\n")
    refuse_shown(case, number.casefold())


def test_the_name_of_a_prison_is_nobodys(publish: Any, case: Path):
    write_claims(case, claim("a1", 60, note="released from Tocorón Norte"))
    done = publish("list,row,person_id,full_name,Name of prison\n"
                   "gate,1,p1,Luis Muestra Prueba,Tocorón Norte\n")  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "Tocorón Norte" in (case / "out" / "data" / "claims.csv").read_text()


NAMELESS = (
    "list,row,person_id,full_name,mother\n"
    "gate,1,p1,Luis Muestra Prueba,\ngate,2,p2,N.N.,\ngate,3,p3,unknown,\ngate,4,p4,???,\n"
    "gate,5,p5,,Zulma Ejemplo\n"
)


def test_rows_that_name_nobody_are_counted_shown_and_agreed_to(publish: Any, case: Path):
    done = publish(NAMELESS)
    assert done.returncode == 2
    assert "4 rows name nobody" in done.stderr
    assert "gate 2, gate 3, gate 4, gate 5" in done.stderr
    assert "--agree-nameless 4" in done.stderr
    assert publish(NAMELESS, "--agree-nameless", "3").returncode == 2
    assert not (case / "out").exists()
    publish(NAMELESS, "--agree-nameless", "4")
    refuse_shown(case, "ejemplo")


def test_words_for_nobody_are_not_looked_for(publish: Any, case: Path):
    write_claims(case, claim("a1", 60, note="their fate is unknown"))
    done = publish(NAMELESS, "--agree-nameless", "4")
    assert (done.returncode, done.stderr) == (0, "")
    assert "fate is unknown" in (case / "out" / "data" / "claims.csv").read_text()


SURNAME_ALONE = {
    "claimant": "Ejemplo", "place": "Ejemplo", "reported_by": "Diario Ejemplo",
    "url": "https://example.org/Ejemplo", "population": "relatives of Ejemplo",
    "note": "said Ejemplo", "column of theirs": "Ejemplo",
}  # fmt: skip


@pytest.mark.parametrize("column", SURNAME_ALONE)
def test_whoever_is_named_in_a_document_is_covered_in_every_field_that_is_read_from_it(
    publish: Any, case: Path, column: str
):
    text = "Zulma Ejemplo, freed in January, said that 60 had been released."
    (case / "documents" / "wire.txt").write_text(text)
    document = sha256(text.encode()).hexdigest()
    named = {column: SURNAME_ALONE[column], "document": document}
    write_claims(case, claim("a1", 60, **named))
    done = publish(PERSON, "--documents", case / "documents")
    assert done.returncode == 0
    assert "covered where somebody is named" in done.stderr
    assert "Ejemplo" not in done.stderr
    refuse_shown(case, "ejemplo")


PERSON = "list,row,person_id,nombres,apellidos\ngate,1,p1,Zulma,Ejemplo\n"


def test_a_withheld_person_who_speaks_has_no_page_under_that_name(publish: Any, case: Path):
    write_claims(case, claim("zulma-ejemplo-1", 60, claimant="Zulma Ejemplo", place="Ejemplo"),
                 claim("a2", 61, claimant="Zulma Ejemplo", corrects="zulma-ejemplo-1"))  # fmt: skip
    done = publish(PERSON)
    assert done.returncode == 0
    assert "a2" in done.stderr
    refuse_shown(case, "ejemplo")
    pages = [page.name for page in (case / "out" / "en" / "sources").iterdir()]
    assert len(pages) == 1


def test_two_covered_claimants_stay_two(publish: Any, case: Path):
    write_claims(case, claim("a1", 60, claimant="Zulma Ejemplo"),
                 claim("a2", 61, claimant="Raul Muestras"))  # fmt: skip
    publish(PERSON + "gate,2,p2,Raul,Muestras\n")
    assert len(list((case / "out" / "en" / "sources").iterdir())) == 2


def test_what_cannot_be_covered_refuses_before_anything_is_drawn(
    publish: Any, case: Path, monkeypatch: pytest.MonkeyPatch
):
    def draw(*_words: object, **_named: object) -> str:
        raise AssertionError("a chart was drawn")

    monkeypatch.setattr(vl_convert, "vegalite_to_svg", draw)
    for words in (
        ("--publisher", "Zulma Ejemplo"),
        ("--address", "https://zulma-ejemplo.example/"),
    ):
        done = publish(PERSON, *words)
        assert done.returncode == 2
        assert "cannot be covered" in done.stderr
        assert not (case / "out").exists()


ONE_WORD = "list,row,person_id,full_name\ngate,1,p1,Maikel\ngate,2,p2,Zulma Ejemplo\n"
OFFICE = '[[source]]\nname = "Zulma Ejemplo"\nkind = "government"\n'


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def fill(path: Path, **answer: str) -> None:
    """Answer the first open row of a file of questions, as somebody would in a spreadsheet."""
    rows = rows_of(path)
    row = next(each for each in rows if each["who"] == "" or each["answer"] == "")
    row |= answer
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_names_of_one_word_are_settled_as_a_list_before_anything_is_searched(
    publish: Any, case: Path
):
    write_claims(case, claim("a1", 60, note="Maikel was freed"))
    people = ONE_WORD + "gate,3,p3,Yuliet\n"
    done = publish(people)
    assert done.returncode == 2
    assert "2 names are one word" in done.stderr
    assert "Maikel" not in done.stderr
    asked = case / "questions.csv"
    assert asked.stat().st_mode & 0o777 == 0o600
    rows = rows_of(asked)
    assert [row["kind"] for row in rows] == ["settlement", "settlement"]
    assert publish(people, "--answers", asked).returncode == 2
    fill(asked, answer="anywhere", who="Ana")
    assert publish(people, "--answers", asked).returncode == 0
    refuse_shown(case, "maikel")


@pytest.fixture
def namesake(case: Path) -> list[object]:
    (case / "scopes.toml").write_text(OFFICE)
    text = "Zulma Ejemplo, the minister, said that 60 had been released."
    (case / "documents" / "wire.txt").write_text(text)
    document = sha256(text.encode()).hexdigest()
    write_claims(case, claim("a1", 60, claimant="Zulma Ejemplo", document=document,
                             note="Zulma Ejemplo said so"))  # fmt: skip
    return ["--scopes", case / "scopes.toml", "--documents", case / "documents"]


def test_a_namesake_who_speaks_in_office_is_a_question_and_is_shown_when_it_is_answered(
    publish: Any, case: Path, namesake: list[object]
):
    done = publish(PERSON, *namesake)
    assert done.returncode == 2
    assert "Ejemplo" not in done.stderr
    assert not (case / "out").exists()
    asked = case / "questions.csv"
    rows = rows_of(asked)
    assert {row["name"] for row in rows} == {rows[0]["name"]}
    assert any("the minister, said" in row["excerpt"] for row in rows)
    assert [row["answer"] for row in rows] == ["", *["same"] * (len(rows) - 1)]
    fill(asked, answer="other", who="Ana", reason="the minister, not the student")
    done = publish(PERSON, *namesake, "--answers", asked)
    assert done.returncode == 0
    assert "covered" not in done.stderr
    assert "Zulma Ejemplo" in (case / "out" / "data" / "claims.csv").read_text()
    assert "the student" not in (case / "out" / "data" / "claims.csv").read_text()


def test_a_namesake_who_is_the_withheld_person_is_covered(
    publish: Any, case: Path, namesake: list[object]
):
    publish(PERSON, *namesake)
    fill(case / "questions.csv", answer="them", who="Ana", reason="it is her")
    assert publish(PERSON, *namesake, "--answers", case / "questions.csv").returncode == 0
    refuse_shown(case, "ejemplo")


def test_a_known_text_does_not_ask_again_and_a_new_one_does(
    publish: Any, case: Path, namesake: list[object]
):
    publish(PERSON, *namesake)
    asked = case / "questions.csv"
    fill(asked, answer="other", who="Ana", reason="the minister")
    publish(PERSON, *namesake, "--answers", asked)
    table = case / "claims.jsonl"
    table.write_text(
        table.read_text() + json.dumps(claim("a2", 61, note="so Zulma Ejemplo")) + "\n"
    )
    done = publish(PERSON, *namesake, "--answers", asked)
    assert done.returncode == 2
    rows = rows_of(asked)
    fresh = [row for row in rows if not row["answer"]]
    assert [row["excerpt"] for row in fresh] == ["so Zulma Ejemplo"]
    assert len(rows) > 1


def test_answers_for_what_is_not_there_are_told(publish: Any, case: Path, namesake: list[object]):
    publish(PERSON, *namesake)
    asked = case / "questions.csv"
    fill(asked, answer="other", who="Ana", reason="the minister")
    write_claims(case, claim("a1", 60))
    done = publish(PERSON, "--answers", asked)
    assert done.returncode == 0
    assert "that is not there" in done.stderr


@pytest.mark.parametrize(
    ("filled", "said"),
    [({"answer": "perhaps", "who": "Ana", "reason": "x"}, "column answer"),
     ({"answer": "other", "who": "Ana"}, "column reason"),
     ({"answer": "other", "reason": "x"}, "column who")],
)  # fmt: skip
def test_an_answer_without_who_and_why_is_refused_by_line_and_column(
    publish: Any, case: Path, namesake: list[object], filled: dict[str, str], said: str
):
    publish(PERSON, *namesake)
    fill(case / "questions.csv", **filled)
    done = publish(PERSON, *namesake, "--answers", case / "questions.csv")
    assert done.returncode == 2
    assert f"line 2, {said}" in done.stderr


def test_in_a_pipe_the_same_questions_are_asked(habeas: Any, case: Path, namesake: list[object]):
    (case / "people.csv").write_text(PERSON)
    done = habeas("publish", "-", "--people", case / "people.csv", "--out", case / "out",
                  "--questions", case / "asked.csv", *namesake,
                  given=(case / "claims.jsonl").read_bytes())  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert rows_of(case / "asked.csv")


def test_the_surname_of_an_answered_namesake_is_shown_and_that_of_others_is_covered(
    publish: Any, case: Path
):
    (case / "scopes.toml").write_text(OFFICE)
    text = "Zulma Ejemplo, the minister, met Luis Muestrez. Ejemplo said that 60 had been released."
    (case / "documents" / "wire.txt").write_text(text)
    document = sha256(text.encode()).hexdigest()
    write_claims(case, claim("a1", 60, claimant="Zulma Ejemplo", document=document,
                             place="Ejemplo", note="so Muestrez"))  # fmt: skip
    people = PERSON + "gate,2,p2,Luis,Muestrez\n"
    words = ["--scopes", case / "scopes.toml", "--documents", case / "documents"]
    publish(people, *words)
    fill(case / "questions.csv", answer="other", who="Ana", reason="the minister")
    done = publish(people, *words, "--answers", case / "questions.csv")
    assert done.returncode == 0, done.stderr
    refuse_shown(case, "muestrez")
    (row,) = rows_of(case / "out" / "data" / "claims.csv")
    assert (row["claimant"], row["place"]) == ("Zulma Ejemplo", "Ejemplo")


def test_a_list_that_was_settled_asks_of_its_namesakes_and_is_published_when_all_is_answered(
    publish: Any, case: Path, namesake: list[object]
):
    people = PERSON + "gate,2,p2,Maikel,\n"
    asked = case / "questions.csv"
    assert "1 name is one word" in publish(people, *namesake).stderr
    fill(asked, answer="anywhere", who="Ana")
    done = publish(people, *namesake, "--answers", asked)
    assert "may be a withheld person's" in done.stderr
    fill(asked, answer="other", who="Ana", reason="the minister, not the student")
    done = publish(people, *namesake, "--answers", asked)
    assert done.returncode == 0, done.stderr
    assert {row["kind"] for row in rows_of(asked)} == {"settlement", "question"}
    assert publish(people, *namesake, "--answers", asked).returncode == 0
