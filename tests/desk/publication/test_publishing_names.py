"""What the desk asks about names before a case becomes public, and whom it then keeps hidden."""

from __future__ import annotations

import io
import re
from typing import Any

import polars as pl
import pytest

from habeas.vocabulary import CLAIM_COLUMNS

PAGE = "/desk/norte/publish/"


@pytest.fixture
def add_claim(case: Any, actor: Any, tmp_path: Any) -> Any:
    """Add a claim with some words to the case, as one that counts."""

    def add(key: str, **named: str) -> None:
        import csv

        from habeas.desk.intake.incoming import add_claims_file

        usual = {"id": key, "measure": "held", "value": "5", "claimant": "X",
                 "population_kind": "political_prisoners", "period_end": "2026-01-01",
                 "claimant_kind": "ngo"}  # fmt: skip
        row = usual | named
        table = tmp_path / f"{key}.csv"
        with table.open("w", newline="") as stream:
            writer = csv.DictWriter(stream, CLAIM_COLUMNS)
            writer.writeheader()
            writer.writerow(row)
        add_claims_file(case, table, actor)

    return add


@pytest.fixture
def published(case: Any, actor: Any) -> Any:
    """Publish, and return every public byte and file name as one text."""

    def do() -> str:
        from habeas.desk.publication.publication import publish
        from habeas.desk.store.evidence import place

        publish(case, actor)
        folder = place().published / case.key
        return "".join(
            f"{path.relative_to(folder)} {path.read_bytes().decode('utf-8', 'replace')}"
            for path in folder.rglob("*") if path.is_file()
        )  # fmt: skip

    return do


@pytest.fixture
def refused(case: Any, actor: Any) -> Any:
    """Publish in vain, and return the sentence that says why."""

    def do() -> str:
        from habeas.desk.publication.publication import publish
        from habeas.desk.withholding.open_names import NamesOpen

        with pytest.raises(NamesOpen) as raised:
            publish(case, actor)
        return str(raised.value)

    return do


def form_of(body: str, section: str) -> dict[str, list[str]]:
    """The fields of the first form of a section of the page, as a browser would send them."""
    form = re.search(rf'<section id="{section}">.*?(<form.*?</form>)', body, re.DOTALL)
    assert form, section
    given: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[1]):
        if name != "csrfmiddlewaretoken":
            given.setdefault(name, []).append(value)
    for name, options in re.findall(
        r'<select [^>]*name="(\w+)">(.*?)</select>', form[1], re.DOTALL
    ):
        chosen = re.search(r'value="(\w*)" selected', options)
        given.setdefault(name, []).append(chosen[1] if chosen else "")
    return given


def parquet(**columns: list[str]) -> bytes:
    held = io.BytesIO()
    pl.DataFrame(columns).write_parquet(held)
    return held.getvalue()


LISTS = {
    "list.csv": b"nombres,apellidos,Nombre de la madre\nLuis,Muestra Prueba,Zulma Ejemplo\n",
    "list.parquet": parquet(full_name=["Luis Muestra Prueba"], alias=["Zulma Ejemplo"]),
}


@pytest.mark.parametrize("name", LISTS)
def test_every_name_in_a_row_is_covered_whatever_kind_of_file_the_list_is(
    case, actor, add_claim, published, name
):
    from habeas.desk.people.lists import add_list

    add_list(case, name, LISTS[name], actor)
    add_claim(
        "a", note="Zulma Ejemplo and Luis Muestra came", claimant="Zulma Ejemplo", place="Prueba"
    )
    shown = published().casefold()
    assert "ejemplo" not in shown
    assert "luis muestra" not in shown
    told = case.activities.filter(what="case.published").first().details["covered"]
    assert told["claims"] == {"a": 3}


@pytest.mark.parametrize(
    "spoken",
    [("en", "Columns that were not understood"), ("es", "Columnas que no se entendieron")],
)
def test_a_column_that_was_not_understood_blocks_until_somebody_says_what_it_holds(
    case, add_list, add_claim, member, refused, published, spoken
):
    language, said = spoken
    add_list(case, "full_name,notes\nLuis Muestra Prueba,Zulma Ejemplo\n")
    add_claim("a", note="Zulma Ejemplo came")
    assert "notes" in refused()
    publisher = member(case, "publisher")
    publisher.post("/language/", {"language": language, "next": "/desk/"})
    body = publisher.get(PAGE).content.decode()
    assert said in body
    assert "list.csv: notes" in body
    assert 'name="title-en"' not in body
    form = form_of(body, "columns")
    publisher.post(PAGE, form | {"kind": ["other_names"]})
    assert 'name="title-en"' in publisher.get(PAGE).content.decode()
    assert "ejemplo" not in published().casefold()


def test_what_a_column_was_said_to_hold_can_be_taken_back(
    case, add_list, add_claim, member, actor, refused, published
):
    from habeas.desk.history.undoing import undo

    add_list(case, "full_name,notes\nLuis Muestra Prueba,Zulma Ejemplo\n")
    add_claim("a", note="Zulma Ejemplo came")
    publisher = member(case, "publisher")
    form = form_of(publisher.get(PAGE).content.decode(), "columns")
    publisher.post(PAGE, form | {"kind": ["no_names"]})
    assert "Zulma Ejemplo came" in published()
    undo(case, case.activities.get(what="names.columns"), actor)
    assert "notes" in refused()


def test_rows_that_name_nobody_are_shown_and_agreed_to_once_until_there_are_others(
    case, add_list, add_claim, member, refused, published
):
    add_list(case, "full_name\nZulma Ejemplo\nN.N.\nunknown\n")
    add_claim("a", note="their fate is unknown")
    assert "rows that name nobody" in refused()
    publisher = member(case, "publisher")
    body = publisher.get(PAGE).content.decode()
    assert re.findall(r"<li>list.csv, (\d)</li>", body) == ["2", "3"]
    form = form_of(body, "nameless")
    publisher.post(PAGE, form | {"rows": ["others"]})
    assert "rows that name nobody" in refused()
    publisher.post(PAGE, form)
    assert "their fate is unknown" in published()
    add_list(case, "full_name\nN.N.\n", name="second.csv")
    assert "rows that name nobody" in refused()


def test_names_of_one_word_are_settled_in_one_click_before_anything_is_searched(
    case, add_list, add_claim, member, refused, published
):
    add_list(case, "full_name\nMaikel\nPaz\n")
    add_claim("a", note="Maikel was freed")
    assert '"2" is the number of names of one word' in refused()
    publisher = member(case, "publisher")
    form = form_of(publisher.get(PAGE).content.decode(), "settle")
    assert form["how"] == ["anywhere", "as_a_name"]
    publisher.post(PAGE, form)
    assert "maikel" not in published().casefold()


@pytest.fixture
def namesake(case: Any, actor: Any, add_list: Any, add_claim: Any) -> None:
    """A declared source who speaks in office has the whole name of somebody on a list."""
    from habeas.desk.cases.declarations import name_source

    name_source(case, actor, "Zulma Ejemplo", "", "government")
    add_list(case, "full_name\nZulma Ejemplo\n")
    add_claim("a", claimant="Zulma Ejemplo", note="so Zulma Ejemplo, the minister")


@pytest.mark.parametrize(("answer", "shown"), [("other", True), ("them", False)])
def test_a_namesake_in_office_is_a_question_that_is_answered_once(
    case, namesake, member, refused, published, answer, shown
):
    assert "Answer for each" in refused()
    publisher = member(case, "publisher")
    body = publisher.get(PAGE).content.decode()
    assert "so Zulma Ejemplo, the minister" in body
    assert body.count('class="question"') == 1
    form = form_of(body, "questions") | {"answer": answer}
    publisher.post(PAGE, form | {"reason": ""})
    assert "Answer for each" in refused()
    publisher.post(PAGE, form | {"reason": "I asked the family"})
    entry = case.activities.get(what="names.answered")
    assert (entry.actor, entry.details["reason"]) == ("publisher-norte", "I asked the family")
    assert ("Ejemplo" in published()) is shown


def test_a_new_text_asks_again_and_pages_that_are_public_stay(
    case, namesake, member, refused, published, add_claim
):
    refused()
    publisher = member(case, "publisher")
    form = form_of(publisher.get(PAGE).content.decode(), "questions")
    publisher.post(PAGE, form | {"answer": "other", "reason": "I asked"})
    assert published()
    add_claim("b", note="and Zulma Ejemplo spoke")
    assert "Answer for each" in refused()
    body = publisher.get(PAGE).content.decode()
    assert "and Zulma Ejemplo spoke" in body
    assert "the minister" not in body
    case.refresh_from_db()
    assert case.published_at is not None


def test_an_answer_for_texts_that_the_page_did_not_show_is_not_taken(
    case, namesake, member, refused
):
    refused()
    publisher = member(case, "publisher")
    form = form_of(publisher.get(PAGE).content.decode(), "questions")
    publisher.post(PAGE, form | {"text": [], "answer": "other", "reason": "I asked"})
    assert "Answer for each" in refused()


def test_the_log_tells_what_was_decided_of_names(case, namesake, member, refused, unguarded):
    from habeas.desk.audit_log.activity import findings as chain
    from habeas.desk.history.replay import Told, case_findings
    from habeas.desk.models import Activity

    refused()
    publisher = member(case, "publisher")
    form = form_of(publisher.get(PAGE).content.decode(), "questions")
    publisher.post(PAGE, form | {"answer": "other", "reason": "I asked"})

    def found() -> list[str]:
        told = Told()
        for entry in Activity.objects.filter(case=case).order_by("number"):
            told.take(entry)
        return [*chain(), *case_findings(case, told)]

    assert not [each for each in found() if "names" in each or "name is" in each]
    unguarded("UPDATE desk_namedecision SET value = '\"them\"'")
    assert any("What was decided of a name is not as entry" in each for each in found())
    assert any("what was decided of names (answered:" in each for each in found())


def test_nobody_consents_for_rows_that_the_page_never_showed(case, add_list, member):
    add_list(case, "full_name\nZulma Ejemplo\nZulma Ejemplo Prueba\n")
    shown, other = case.people.order_by("records__row")
    reviewer = member(case, "reviewer")
    there = f"/desk/norte/people/{shown.pk}/"
    seen = re.findall(r'name="seen" value="(\d+)"', reviewer.get(there).content.decode())
    assert len(seen) == 1
    joined = other.records.get()
    joined.person = shown
    joined.save()
    given = {"publish": "1", "reason": "she said so", "seen": seen}
    answer = reviewer.post(f"{there}consent", given)
    assert answer.status_code == 409
    body = answer.content.decode()
    assert "(not on the page before)" in body
    assert "she said so" in body
    assert not any(record.publish for record in shown.records.all())
    again = re.findall(r'name="seen" value="(\d+)"', body)
    assert reviewer.post(f"{there}consent", given | {"seen": again}).status_code == 302
    assert all(record.publish for record in shown.records.all())
