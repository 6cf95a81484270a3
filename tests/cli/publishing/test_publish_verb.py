"""``habeas publish``: claims and their documents to a dossier, or a clear refusal."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from habeas.vocabulary import CLAIM_COLUMNS

TEXT = "Officials said 100 people were arrested. The ministry said 60 had been released.\n"


def row(key: str, measure: str, value: int, quote: str) -> dict[str, object]:
    start = TEXT.index(quote)
    return {
        "id": key, "measure": measure, "value": value, "population_kind": "protest_detainees",
        "period_end": "2026-01-01", "cumulative": True, "claimant": "Ministry",
        "claimant_kind": "government", "document": sha256(TEXT.encode()).hexdigest(),
        "start": start, "end": start + len(quote), "quote": quote,
    }  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Path:
    rows = [row("a1", "detained", 100, "100 people were arrested"),
            row("a2", "released", 60, "60 had been released"),
            row("a3", "released", 61, "60 had been released") | {"withheld": "true"}]  # fmt: skip
    lines = "".join(json.dumps(each) + "\n" for each in rows)
    (tmp_path / "claims.jsonl").write_text(lines)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "wire.txt").write_text(TEXT)
    return tmp_path


def test_a_dossier_is_written_and_its_page_named(habeas: Any, case: Path):
    done = habeas("publish", case / "claims.jsonl", "--documents", case / "documents",
                  "--out", case / "out", "--date", "2026-01-05",
                  "--title", "Who is held")  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    page = Path(done.stdout.strip())
    assert page == case / "out" / "index.html"
    words = page.read_text()
    assert "Who is held" in words
    assert ">40<" in words
    assert "Published on 5 January 2026" in words
    marked = (case / "out" / "en" / "figures" / "a1.html").read_text()
    assert '<mark id="quote">100 people were arrested</mark>' in marked


def test_of_withheld_claims_nothing_is_in_any_file(habeas: Any, case: Path):
    habeas("publish", case / "claims.jsonl", "--out", case / "out")
    for file in (case / "out").rglob("*"):
        assert "a3" not in file.name
        if file.suffix in (".html", ".csv", ".json"):
            assert '"a3"' not in file.read_text()
            assert ">a3<" not in file.read_text()


def test_two_runs_give_the_same_bytes(habeas: Any, case: Path):
    for name in ("one", "two"):
        habeas("publish", case / "claims.jsonl", "--documents", case / "documents",
               "--out", case / name, "--date", "2026-01-05")  # fmt: skip
    one = (case / "one" / "SHA256SUMS").read_text()
    assert one == (case / "two" / "SHA256SUMS").read_text() != ""


def test_documents_come_from_an_archive_too(habeas: Any, case: Path):
    habeas("archive", "add", case / "documents", "--store", case / "evidence")
    done = habeas("publish", case / "claims.jsonl", "--archive", case / "evidence",
                  "--out", case / "out", "--lang", "es")  # fmt: skip
    assert done.returncode == 0
    page = (case / "out" / "es" / "figures" / "a1.html").read_text()
    assert '<mark id="quote">100 people were arrested</mark>' in page
    assert str(case) not in page
    assert '<html lang="es">' in (case / "out" / "index.html").read_text()


def test_words_that_do_not_stand_in_their_document_are_told_and_not_marked(habeas: Any, case: Path):
    claims = case / "claims.jsonl"
    claims.write_text(
        claims.read_text().replace('"start": 15, "end": 39', '"start": 14, "end": 38')
    )
    done = habeas("publish", claims, "--documents", case / "documents", "--out", case / "out")
    assert done.returncode == 0
    assert "a1: its words do not stand at their place" in done.stderr
    assert "<mark" not in (case / "out" / "en" / "figures" / "a1.html").read_text()


def test_a_folder_of_somebody_elses_is_refused_before_any_work(habeas: Any, case: Path):
    done = habeas("publish", case / "claims.jsonl", "--out", case / "documents")
    assert done.returncode == 2
    assert "holds other files and no dossier" in done.stderr
    assert [path.name for path in (case / "documents").iterdir()] == ["wire.txt"]


@pytest.mark.parametrize(
    ("option", "word", "said"),
    [
        ("--lang", "xx", "Write en or es."),
        ("--policy", "loose", "Write plain or strict."),
        ("--date", "yesterday", "Write it as 2026-01-08."),
        ("--ask", "how many", "is not a question"),
        ("--archive", "nowhere", "there is no archive here"),
        ("--address", "javascript:alert(1)", "Write it as https://example.org/case/."),
        ("--people", "nobody.csv", "there is no such file"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence(
    habeas: Any, case: Path, option: str, word: str, said: str
):
    done = habeas("publish", case / "claims.jsonl", "--out", case / "out", option, word)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (case / "out").exists()


def test_claims_without_any_that_bind_still_give_pages(habeas: Any, tmp_path: Path):
    (tmp_path / "claims.csv").write_text(",".join(CLAIM_COLUMNS) + "\n")
    done = habeas("publish", tmp_path / "claims.csv", "--out", tmp_path / "out")
    assert done.returncode == 0
    assert "No figures bind anything here." in (tmp_path / "out" / "index.html").read_text()


PEOPLE = (
    "list,row,person_id,full_name,detained_on,consent\n"
    "gate,1,p1,Luis Muestra Prueba,2024-08-02,yes\n"
    "gate,2,p2,Zulma Ejemplo,2024-08-03,\n"
)


def test_people_are_named_where_consent_is_recorded_and_nowhere_else(habeas: Any, case: Path):
    (case / "people.csv").write_text(PEOPLE)
    done = habeas("publish", case / "claims.jsonl", "--people", case / "people.csv",
                  "--out", case / "out")  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    listed = (case / "out" / "en" / "people" / "index.html").read_text()
    assert "Luis Muestra Prueba" in listed
    for file in (case / "out").rglob("*.*"):
        assert b"Ejemplo" not in file.read_bytes()


@pytest.mark.parametrize("place", ["title", "note", "document"])
def test_a_name_without_consent_is_covered_and_told_wherever_it_stands(
    habeas: Any, case: Path, place: str
):
    (case / "people.csv").write_text(PEOPLE)
    words = ["--title", "EJEMPLO, Zulma"] if place == "title" else []
    claims = case / "claims.jsonl"
    if place == "note":
        claims.write_text(claims.read_text().replace('"a1"', '"a1", "note": "says zulma ejemplo"'))
    if place == "document":
        words = ["--documents", str(case / "documents")]
        (case / "documents" / "wire.txt").write_text(TEXT + "Zulma Ejemplo was among them.")
        name = sha256((TEXT + "Zulma Ejemplo was among them.").encode()).hexdigest()
        claims.write_text(claims.read_text().replace(sha256(TEXT.encode()).hexdigest(), name))
    done = habeas("publish", claims, "--people", case / "people.csv", "--out", case / "out", *words)
    assert done.returncode == 0
    assert "consent is not recorded" in done.stderr
    assert "Zulma" not in done.stderr
    for file in (case / "out").rglob("*.*"):
        assert b"ejemplo" not in file.read_bytes().lower()


def test_publishing_again_adds_to_the_feed_what_changed(habeas: Any, case: Path):
    for day, lines in (("2026-01-05", 1), ("2026-01-06", 2)):
        (case / "now.jsonl").write_text(
            "".join((case / "claims.jsonl").read_text().splitlines(keepends=True)[:lines])
        )
        done = habeas("publish", case / "now.jsonl", "--out", case / "out", "--date", day,
                      "--address", "https://d.example/case")  # fmt: skip
        assert done.returncode == 0
    feed = (case / "out" / "feed.xml").read_text()
    assert feed.count("<entry>") == 2
    assert "2 figures (1 new, 0 taken out)" in feed
    assert "https://d.example/case/feed.xml" in feed


def test_a_file_that_names_somebody_beside_its_article_is_left_out(habeas: Any, case: Path):
    (case / "people.csv").write_text(PEOPLE)
    words = "".join(f"<p>{TEXT} It was printed on page {page}.</p>" for page in range(6))
    raw = f"<html><body><article>{words}</article><footer>Zulma Ejemplo</footer></body></html>"
    (case / "documents" / "wire.html").write_text(raw)
    claims = case / "claims.jsonl"
    name = sha256(raw.encode()).hexdigest()
    claims.write_text(claims.read_text().replace(sha256(TEXT.encode()).hexdigest(), name))
    done = habeas("publish", claims, "--people", case / "people.csv", "--out", case / "out",
                  "--documents", case / "documents")  # fmt: skip
    assert done.returncode == 0
    assert "its file is left out" in done.stderr
    for file in (case / "out").rglob("*.*"):
        assert b"Ejemplo" not in file.read_bytes()
