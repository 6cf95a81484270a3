"""Texts and folders come in as documents, and bad ones are refused in words."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.formats.documents.document_reading import read_documents
from habeas.formats.documents.plain_text import decoded
from habeas.formats.documents.publication_dates import language_code, published_day
from habeas.vocabulary import InputError, PartialDate

WORDS = "El ministerio anunció 88 excarcelaciones."


def test_a_text_is_read_as_it_stands_under_its_sha_256(read_one: Any):
    one = read_one("a.txt", f"{WORDS}\r\n\r\nÑ", published="2026-01", language="es")
    assert one.document.text == f"{WORDS}\r\n\r\nÑ"
    assert one.document.id == sha256(one.found.raw).hexdigest()
    assert (one.document.published, one.document.language) == (PartialDate("2026-01"), "es")


def test_latin_1_is_read_with_a_warning(tmp_path: Path, read: Any):
    (tmp_path / "a.txt").write_bytes(WORDS.encode("latin-1"))
    [one], said = read(tmp_path / "a.txt")
    assert one.document.text == WORDS
    assert "is not UTF-8 (byte 21 is 0xF3) and was read as Windows-1252" in said[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_names_the_encoding_and_is_taken_off(encoding: str, read_one: Any):
    assert read_one("a.txt", WORDS.encode(encoding)).document.text == WORDS


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "is not a text but a PNG image"),
        (b"%PDF-1.7 words", "is not a text but a PDF"),
        (bytes(range(256)), "is not a text but binary data"),
        (b"", "is empty"),
        (b" \n\t", "is empty"),
    ],
)
def test_what_is_no_text_is_refused_by_name(
    tmp_path: Path, content: bytes, said: str, refusal: Any
):
    message = refusal("a.txt", content)
    assert message.startswith(f"{tmp_path}/a.txt: ")
    assert said in message


def test_a_line_of_200_megabytes_is_refused_without_reading_it_whole(tmp_path: Path, read: Any):
    for name in ("a.txt", "a.html", "a.jsonl"):
        with (tmp_path / name).open("wb") as stream:
            stream.truncate(200_000_000)
        with pytest.raises(InputError, match=r"(?:larger|longer) than"):
            read(tmp_path / name)


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(raw: bytes):
    try:
        text, _ = decoded(raw)
    except InputError:
        return
    assert isinstance(text, str)


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path, read: Any):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.txt").write_text("three")
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "a.html").write_text("<p>two</p>")
    (tmp_path / ".hidden.txt").write_text("hidden")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    documents, said = read(tmp_path)
    assert [one.document.text for one in documents] == ["two", "one", "three"]
    assert said[-1] == f"{tmp_path}: files of other kinds were passed over (1 .jpg)."


@pytest.mark.parametrize("table", ["docs/documents.csv", "docs.csv"])
def test_a_table_says_when_and_by_whom_a_text_was_published(tmp_path: Path, read: Any, table: str):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("a")
    (tmp_path / "docs" / "b.txt").write_text("b")
    (tmp_path / table).write_text("file,published,language,outlet\na.txt,2026-01-02,es,El Diario\n")
    [a, b], _ = read(tmp_path / "docs", published="2026-01-05")
    assert (a.document.published, b.document.published) == (
        PartialDate("2026-01-02"),
        PartialDate("2026-01-05"),
    )
    assert (a.document.language, a.document.outlet) == ("es", "El Diario")
    (tmp_path / table).write_text("file,published\na.txt,soon\n")
    with pytest.raises(InputError, match='line 2, column published: "soon" is not a date'):
        read(tmp_path / "docs")


def test_a_table_of_other_things_beside_a_folder_is_not_minded(tmp_path: Path, read: Any):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("a")
    (tmp_path / "docs.csv").write_text("id,measure\n1,held\n")
    assert len(read(tmp_path / "docs")[0]) == 1


def test_a_document_met_twice_is_read_once(tmp_path: Path, read: Any):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("the same")
    documents, said = read(tmp_path)
    assert len(documents) == 1
    assert f"{tmp_path}/b.txt: is the same document as {tmp_path}/a.txt" in said[0]


def test_a_folder_without_documents_is_refused(tmp_path: Path, read: Any):
    with pytest.raises(InputError, match=r"this folder holds no documents\. Documents are"):
        read(tmp_path)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(InputError, match=r"holds no documents \(only 1 \.jpg\)"):
        read(tmp_path)


def test_a_link_out_of_the_folder_is_refused_and_one_within_it_is_not_followed(
    tmp_path: Path, read: Any
):
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (inner / "a.txt").write_text("a")
    (inner / "same.txt").symlink_to("a.txt")
    (inner / "loop").symlink_to(".")
    assert [one.document.text for one in read(inner)[0]] == ["a"]
    (inner / "out.txt").symlink_to("../secret.txt")
    with pytest.raises(InputError, match=r"out\.txt: is a symbolic link that leads out"):
        read(inner)


def test_the_caller_may_have_bad_files_passed_over(tmp_path: Path):
    (tmp_path / "a.txt").write_text("good")
    (tmp_path / "b.txt").write_bytes(b"\0")
    (tmp_path / "c.pdf").write_bytes(b"bad")
    failed: list[InputError] = []
    documents = list(read_documents([tmp_path, tmp_path / "none.txt"], fail=failed.append))
    assert [one.document.text for one in documents] == ["good"]
    assert [Path(str(error.file)).name for error in failed] == ["b.txt", "c.pdf", "none.txt"]


def test_a_file_without_a_telling_name_is_known_by_how_it_begins(read_one: Any):
    assert read_one("page", '{"id": "a", "text": "words"}').document.id == "a"
    assert read_one("words", WORDS).document.text == WORDS


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-08T23:30:00-04:00", "2026-01-08"),
        ("Thu, 08 Jan 2026 23:30:00 -0400", "2026-01-08"),
        ("2026-01", "2026-01"),
        ("2026", "2026"),
        ("2026-02-30", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_day_of_publication_is_read_in_the_ways_documents_write_it(text: str, day: str):
    assert published_day(text) == day


def test_a_language_is_two_letters_whatever_follows():
    assert [language_code(code) for code in ("es-VE", "EN_us", "pt", "spa", "")] == [
        "es", "en", "pt", "", ""]  # fmt: skip
