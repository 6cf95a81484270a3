"""What is wrong is told in the reader's language, in the same place with the same numbers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from habeas.vocabulary import InputError


@pytest.fixture
def spanish(store: Any) -> Any:
    from django.utils import translation

    with translation.override("es"):
        yield


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InputError("is a case already", "Choose another name.", value="norte"),
         "«norte» ya es un caso. Elija otro nombre."),
        (InputError("has 3 cells, but the heading has 4", "Split it.", "claims.csv", 7),
         "claims.csv, línea 7: tiene 3 celdas, y el encabezado 4. Divídalo."),
        (InputError("is not a whole number", "Write 1306.", "a.csv", 3, "value", "1.306"),
         "a.csv, línea 3, columna value: «1.306» no es un número entero. Escriba 1306."),
        (InputError("unfolds to more than 500,000,000 bytes, the limit for a list",
                    "Take out what is no list of people, or split it.", "l.xlsx"),
         "l.xlsx: se despliega en más de 500,000,000 bytes, el límite de una lista. Quite lo que "
         "no sea una lista de personas, o divídala."),
        (InputError("is as nobody has ever said", "Do that."),
         "El programa dice, en inglés: is as nobody has ever said. Do that."),
    ],
)  # fmt: skip
def test_an_error_is_told_in_spanish_with_its_place(spanish, error: InputError, said: str):
    from habeas.desk.error_messages import told

    assert told(error) == said


def test_an_error_is_told_in_english_as_it_stands(store):
    from habeas.desk.error_messages import told

    error = InputError("is a case already", "Choose another name.", value="norte")
    assert told(error) == str(error)


def test_every_sentence_has_the_same_holes_and_none_is_hidden_by_another(store):
    from habeas.desk.error_messages import sentences_in

    known = sentences_in("es")
    for english, said in known.whole.items():
        holes = re.findall(r"\{(\w)\}", english)
        assert sorted(holes) == sorted(re.findall(r"\{(\w)\}", said)), english
        values = {name: f"<{name}>" for name in holes}
        assert known.of(english.format_map(values)) == said.format_map(values)


def test_every_sentence_of_the_desk_itself_is_there_in_spanish(store):
    from pathlib import Path

    import habeas.desk
    from habeas.desk.error_messages import sentences_in

    known, room = sentences_in("es"), Path(habeas.desk.__file__).parent
    ours = [
        room / f"{name}.py"
        for name in (
            "access/accounts",
            "cases/declarations",
            "review/claim_decisions",
            "history/undoing",
        )
    ]
    sentences = {
        sentence
        for file in ours
        for call in re.findall(r"InputError\((.*?)\)", file.read_text(), re.DOTALL)
        for sentence in re.findall(r'"((?:[^"\\]|\\.)*)"', call)
        if " " in sentence
    }
    assert len(sentences) > 15
    assert {sentence for sentence in sentences if known.of(sentence) is None} == set()


def test_a_page_tells_a_refused_list_and_a_failed_job_in_the_readers_language(
    case, member, work, monkeypatch
):
    from io import BytesIO

    from habeas.desk.audit_log.activity import Actor
    from habeas.desk.audit_log.job_queue import ask_for

    client = member(case, "administrator")
    client.cookies["django_language"] = "es"
    upload = BytesIO(b'nombres,apellidos\n"Rosa,Ejemplo\n')
    upload.name = "list.csv"
    said = client.post("/desk/norte/lists/add", {"list": upload}, follow=True).content.decode()
    assert "list.csv, línea 2: abre unas comillas que nada cierra. Cierre las comillas" in said
    ask_for(case, "fetch", Actor("Ana"), url="ftp://x.example/")
    work()
    assert "no es una dirección que empiece por" in client.get("/desk/norte/").content.decode()


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("has 70,000 elements, which no article has, and was read whole",
         "tiene 70,000 elementos, que ningún artículo tiene, y se leyó entero"),
        ("has attachments that were not read: “todo.zip”",
         "tiene adjuntos que no se leyeron: “todo.zip”"),
        ("is as nobody has ever said", "El programa dice, en inglés: is as nobody has ever said"),
    ],
)  # fmt: skip
def test_what_was_doubtful_in_reading_a_document_is_told_in_spanish(spanish, english, said):
    from habeas.desk.error_messages import told_of_reading

    assert told_of_reading(english) == said


def test_every_doubt_of_the_readers_has_its_spanish_sentence(spanish):
    from habeas.desk.error_messages import sentences_in
    from habeas.formats.documents.found_document import FoundDocument
    from habeas.formats.documents.plain_text import decoded
    from habeas.formats.readers.emails import Mail, older_told, unread_told
    from habeas.formats.readers.html_pages import WHOLE_PAGE, html_page, lost_told
    from habeas.formats.readers.told_tables import table_left

    pages = (
        "<p>1" * 60_000,
        "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">1",
        "<footer>1 2</footer>",
    )
    doubts = [
        doubt
        for page in pages
        for doubt in html_page(FoundDocument(page.encode(), "text/html", "a.html")).warnings
    ]
    doubts += [decoded(b"a\xf1o")[1], unread_told(Mail("", "", "", "", (), ("todo.zip",)))]
    doubts += [table_left(4), lost_told(3), WHOLE_PAGE, older_told(12)]
    assert len(doubts) >= 5
    assert [one for one in doubts if sentences_in("es").of(one) is None] == []
