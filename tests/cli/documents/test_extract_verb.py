"""``habeas extract`` reads claims from documents, and refuses bad ones with nothing lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from habeas.archive import Archive
from habeas.cli.documents import reading
from habeas.formats.tables import read_claims_file

TEXT = (
    "The Ministry of Penitentiary Services announced the release of 88 people on Thursday.\n"
    "According to Foro Penal, roughly 900 political prisoners are still held."
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return an article with two figures."""
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path / "a.txt"


def lines(text: str) -> list[dict[str, Any]]:
    """Return the objects of JSON lines."""
    return [json.loads(line) for line in text.splitlines()]


def test_every_claim_quotes_the_words_at_its_place(article: Path, habeas: Any):
    done = habeas("extract", article.name, "--published", "2026-01-02", "--lang", "en")
    claims = lines(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert [claim["value"] for claim in claims] == [88, 900]
    assert all(TEXT[claim["start"] : claim["end"]] == claim["quote"] for claim in claims)


def test_the_same_claims_come_out_in_every_form(article: Path, tmp_path: Path, habeas: Any):
    for name in ("c.jsonl", "c.csv", "c.json"):
        assert habeas("extract", article.name, "--lang", "en", "-o", name).stdout == ""
    first = read_claims_file(tmp_path / "c.jsonl")
    assert len(first) == 2
    assert read_claims_file(tmp_path / "c.csv") == first
    assert read_claims_file(tmp_path / "c.json") == first


def test_a_document_in_json_lines_keeps_its_id(tmp_path: Path, habeas: Any):
    row = {"id": "ny-1", "lang": "en", "published": "2026-01-02", "text": TEXT}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    assert {claim["document"] for claim in lines(habeas("extract", "a.jsonl").stdout)} == {"ny-1"}


def test_documents_whose_ids_begin_alike_give_claims_of_different_ids(tmp_path: Path, habeas: Any):
    rows = [{"id": f"https://example.org/{n}", "lang": "en", "text": f"{TEXT}{n}"} for n in "12"]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    said = lines(habeas("extract", "a.jsonl", "--statements").stdout)
    assert len({line["id"] for line in said}) == len(said)


def test_children_that_read_in_turn_give_the_same_lines_in_the_same_order(
    tmp_path: Path, habeas: Any, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "docs").mkdir()
    for number in range(60):
        (tmp_path / "docs" / f"{number:02}.txt").write_text(f"{TEXT}\nNumber {number} of a series.")
    batched = habeas("extract", "docs", "--lang", "en").stdout
    monkeypatch.setattr(reading, "BATCH", 1)
    assert habeas("extract", "docs", "--lang", "en").stdout == batched
    assert len(lines(batched)) >= 120


def test_a_bad_document_among_many_is_refused_from_a_process_of_its_own(
    tmp_path: Path, habeas: Any
):
    (tmp_path / "docs").mkdir()
    for number in range(60):
        (tmp_path / "docs" / f"{number:02}.txt").write_text(f"{TEXT}\nNumber {number} of a series.")
    (tmp_path / "docs" / "30.txt").write_bytes(b"\0")
    done = habeas("extract", "docs", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "docs/30.txt: is not a text but binary data" in done.stderr
    rest = habeas("extract", "docs", "--lang", "en", "--keep-going")
    assert len({claim["document"] for claim in lines(rest.stdout)}) == 59


def test_statements_stand_among_the_claims_where_they_are_asked_for(article: Path, habeas: Any):
    without = lines(habeas("extract", article.name, "--lang", "en").stdout)
    both = lines(habeas("extract", article.name, "--lang", "en", "--statements").stdout)
    assert [line for line in both if line.get("kind") != "statement"] == without


def test_the_documents_read_can_be_kept_as_evidence(article: Path, tmp_path: Path, habeas: Any):
    done = habeas("extract", article.name, "--lang", "en", "--archive", "ev")
    [name] = {claim["document"] for claim in lines(done.stdout)}
    assert Archive(tmp_path / "ev").read(name) == TEXT.encode()


def test_the_claims_of_a_pipe_can_be_reconciled(article: Path, habeas: Any):
    claims = habeas("extract", article.name, "--published", "2026-01-02").stdout
    assert habeas("reconcile", "-", given=claims.encode()).returncode == 0


def test_a_text_can_come_through_a_pipe(habeas_process: Any):
    done = habeas_process("extract", "-", "--lang", "en", given=TEXT.encode())
    assert [claim["value"] for claim in lines(done.stdout)] == [88, 900]


def test_a_page_in_a_language_we_cannot_read_is_passed_over_and_says_so(
    tmp_path: Path, habeas: Any
):
    (tmp_path / "a.html").write_text("<html lang='xx'><p>88 personen wurden freigelassen.</p>")
    done = habeas("extract", "a.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Passed over." in done.stderr
    assert habeas("extract", "a.html", "--lang", "xx").returncode == 2


# Bad input, each with a clear error and nothing lost


def write(path: Path, content: bytes) -> None:
    """Write a file with whatever folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def outward_link(folder: Path) -> None:
    """Put a symbolic link into the folder that leads out of it."""
    write(folder / "docs" / "a.txt", TEXT.encode())
    write(folder / "secret.txt", b"secret")
    (folder / "docs" / "link.txt").symlink_to("../secret.txt")


def long_line(folder: Path) -> None:
    """Put a text of one line of 200 megabytes into the folder."""
    write(folder / "docs" / "a.txt", b"88 ")
    with (folder / "docs" / "a.txt").open("r+b") as stream:
        stream.truncate(200_000_000)


BAD = {
    "this folder holds no documents": lambda folder: (folder / "docs").mkdir(),
    "is not a text but a PNG image": lambda folder: write(
        folder / "docs" / "a.txt", b"\x89PNG\r\n\x1a\n\0\0"
    ),
    "is empty": lambda folder: write(folder / "docs" / "a.txt", b""),
    "is larger than 50,000,000 bytes": long_line,
    "is a symbolic link that leads out": outward_link,
    "column text: is missing": lambda folder: write(folder / "docs" / "a.jsonl", b'{"id": "1"}'),
    "is not a PDF that can be read": lambda folder: write(folder / "docs" / "a.pdf", b"%PDF-9"),
    "as an XML bomb does": lambda folder: write(
        folder / "docs" / "a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>'
    ),
    "is damaged after record 0": lambda folder: write(folder / "docs" / "a.warc.gz", b"\x1f\x8b"),
}


@pytest.mark.parametrize("said", BAD)
def test_bad_input_is_refused_and_the_output_stays_as_it_was(
    tmp_path: Path, habeas: Any, said: str
):
    BAD[said](tmp_path)
    write(tmp_path / "good.txt", TEXT.encode())
    write(tmp_path / "out.jsonl", b"as it was\n")
    before = sorted(path.name for path in tmp_path.iterdir())
    done = habeas("extract", "good.txt", "docs", "--lang", "en", "-o", "out.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert (tmp_path / "out.jsonl").read_bytes() == b"as it was\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_bad_files_can_be_passed_over_when_that_is_asked_for(tmp_path: Path, habeas: Any):
    outward_link(tmp_path)
    write(tmp_path / "docs" / "b.txt", b"\0")
    done = habeas("extract", "docs", "--lang", "en", "--keep-going")
    assert (done.returncode, len(lines(done.stdout))) == (0, 2)
    assert done.stderr.count("Passed over.") == 2


def test_latin_1_is_read_with_a_warning(tmp_path: Path, habeas: Any):
    text = "Según el Foro Penal, 88 presos políticos fueron excarcelados el 1 de enero de 2026."
    write(tmp_path / "a.txt", text.encode("latin-1"))
    done = habeas("extract", "a.txt", "--lang", "es")
    assert [claim["value"] for claim in lines(done.stdout)] == [88]
    assert "was read as Windows-1252 (Latin-1)" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("a.txt", "--published", "soon"), 'column --published: "soon" is not a date'),
        (("a.txt", "--lang", "english"), 'column --lang: "english" is not a language'),
        (("a.txt", "-o", "claims.xls"), "is no kind of file for claims"),
        (("a.txt", "-o", "none/claims.csv"), "cannot be written"),
        (("a.txt", "-o", "claims.csv", "--statements"), "holds claims alone"),
        (("none.txt",), "there is no such file"),
        ((), "Missing argument"),
    ],
)
def test_a_bad_command_line_is_refused(
    article: Path, habeas: Any, words: tuple[str, ...], said: str
):
    done = habeas("extract", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert article.read_text() == TEXT


WIRE = (
    "The Ministry of Justice announced on Thursday the release of 88 people in the north. "
    "A lawyer who waited outside the gate said that the list had not been shown to anybody. "
    "According to Open Gates, 140 political prisoners are still held. "
    "Relatives brought blankets and stayed through the night, as they had done all week."
)
OTHER = "The Ministry of Health said that 12 people detained on Monday would see a doctor soon."


def printed(folder: Path, *texts: str) -> None:
    """Write a collection of documents, d1, d2 and so on."""
    rows = [
        {"id": f"d{number}", "lang": "en", "published": "2026-01-02", "text": text}
        for number, text in enumerate(texts, 1)
    ]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))


def test_a_wire_story_printed_again_names_the_document_that_was_read_first(
    tmp_path: Path, habeas: Any
):
    printed(tmp_path, WIRE, OTHER, f"From our desk. {WIRE[:240]}")
    done = habeas("extract", "a.jsonl", "--statements")
    claims = [line for line in lines(done.stdout) if "kind" not in line]
    assert [(c["document"], c["value"], c["story"]) for c in claims] == [
        ("d1", 88, None), ("d1", 140, None), ("d2", 12, None), ("d3", 88, "d1"), ("d3", 140, "d1")
    ]  # fmt: skip
    (told,) = [line for line in done.stderr.splitlines() if "one story" in line]
    assert told.endswith("2 documents tell one story, which counts once: "
                         "a.jsonl, line 1; a.jsonl, line 3.")  # fmt: skip


def test_telling_a_story_again_changes_nothing_but_the_story(tmp_path: Path, habeas: Any):
    def bare(text: str) -> list[str]:
        return [json.dumps(row | {"story": None}) for row in lines(text)]

    printed(tmp_path, WIRE, OTHER)
    first = habeas("extract", "a.jsonl")
    assert first.stderr == ""
    printed(tmp_path, WIRE, OTHER, WIRE)
    assert bare(habeas("extract", "a.jsonl").stdout)[:3] == bare(first.stdout)
    habeas("extract", "a.jsonl", "-o", "c.csv")
    stories = [(c.evidence.document, c.story) for c in read_claims_file(tmp_path / "c.csv")]
    assert {pair for pair in stories if pair[1]} == {("d3", "d1")}


def test_many_places_of_one_story_are_told_in_one_line_of_few(tmp_path: Path, habeas: Any):
    printed(tmp_path, *[f"{WIRE} Page {number}." for number in range(30)])
    told = habeas("extract", "a.jsonl").stderr
    assert told.count("one story") == 1
    assert "30 documents" in told
    assert "and 25 more" in told
