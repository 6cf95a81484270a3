"""``habeas demo``: from documents to a dossier, on a tiny case of the same form."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from habeas.archive import Archive
from habeas.cli.publishing import demo as verb
from habeas.cli.publishing.bundled_cases import (
    FIRST,
    BundledCase,
    bundled_case,
    bundled_cases,
    write_entrances,
)
from habeas.cli.publishing.demo import Demo, has_browser
from habeas.reconciliation import Question
from habeas.vocabulary import InputError

DAY = date(2026, 1, 5)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    case = tmp_path / "tiny"
    (case / "documents").mkdir(parents=True)
    (case / "documents" / "wire.txt").write_text(
        "The ministry said that 60 people detained in the July 2024 protests were released on "
        "1 January 2026.\n"
    )
    (case / "documents.csv").write_text("file,published,language\nwire.txt,2026-01-02,en\n")
    (case / "scopes.toml").write_text(
        '[[source]]\nname = "Ministry"\nkind = "government"\naliases = ["ministry"]\n'
    )
    (case / "claims.csv").write_text(
        "id,measure,value,population_kind,period_end,claimant,claimant_kind,published,cumulative\n"
        "t1,released,60,protest_detainees,2026-01-01,Ministry,government,2026-01-02,true\n"
        "t2,detained,100,protest_detainees,2026-01-01,Ministry,government,2026-01-02,true\n"
    )
    return case


def run(folder: Path, out: Path, name: str = FIRST) -> tuple[Path, list[str]]:
    said: list[str] = []
    asked = (Question.parse("held protest_detainees 2026-01-01"),)
    case = BundledCase(name, folder, {"en": "A tiny case"}, {}, asked)
    return Demo(case, out, DAY, datetime(2026, 1, 5, tzinfo=UTC)).work(said.append), said


def test_documents_become_a_dossier_step_by_step(tiny: Path, tmp_path: Path):
    page, said = run(tiny, tmp_path / "out")
    assert [line[0] for line in said if line[0].isdigit()] == ["1", "2", "3", "4", "5"]
    assert "2 figures, 1 with their words" in " ".join(said)
    assert page == tmp_path / "out" / "dossier" / "index.html"
    words = (page.parent / "en" / "figures" / "t1.html").read_text()
    assert '<mark id="quote">60 people</mark>' in words
    assert Archive(tmp_path / "out" / "archive").verify() == []


def test_a_second_run_replaces_the_first_and_gives_the_same_bytes(tiny: Path, tmp_path: Path):
    page, _ = run(tiny, tmp_path / "out")
    first = (page.parent / "SHA256SUMS").read_text()
    run(tiny, tmp_path / "out")
    assert (page.parent / "SHA256SUMS").read_text() == first
    assert len(Archive(tmp_path / "out" / "archive").entries()) == 1


def test_a_file_in_the_place_of_the_folder_is_refused(tiny: Path, tmp_path: Path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(InputError, match="is a file"):
        run(tiny, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_the_bundled_case_is_found():
    assert (bundled_case().folder / "documents").is_dir()


def test_there_is_a_second_case_and_each_has_a_title_and_questions():
    assert list(bundled_cases()) == ["venezuela-2024", "belarus-2020"]
    for case in bundled_cases().values():
        assert {"en", "es"} <= {*case.title} & {*case.notice}
        assert case.questions


def test_a_case_that_there_is_not_is_refused():
    with pytest.raises(InputError, match="is not a bundled case"):
        bundled_case("atlantis")


@pytest.mark.parametrize("name", ["venezuela-2024", "belarus-2020"])
def test_each_case_leads_to_the_page_of_the_other(tiny: Path, tmp_path: Path, name: str):
    page, _ = run(tiny, tmp_path / "out", name)
    [other] = {*bundled_cases()} - {name}
    title = bundled_cases()[other].title["en"].replace("’", "’")
    front = page.read_text()
    assert title in front
    folder = bundled_cases()[other].within(tmp_path / "out")
    href = front.rsplit(f'">{title}', 1)[0].rsplit('href="', 1)[1]
    assert (page.parent / href).resolve() == (folder / "index.html").resolve()
    assert f"habeas demo --case {other}" in (folder / "index.html").read_text()


def test_the_page_of_a_case_that_was_worked_through_leads_to_its_dossier(tmp_path: Path):
    (tmp_path / "belarus-2020" / "dossier").mkdir(parents=True)
    (tmp_path / "belarus-2020" / "dossier" / "index.html").write_text("here")
    write_entrances(tmp_path)
    assert "url=dossier/index.html" in (tmp_path / "belarus-2020" / "index.html").read_text()


@pytest.mark.parametrize(("display", "opened"), [("", False), (":0", True)])
def test_a_browser_is_opened_only_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, display: str, opened: bool
):
    monkeypatch.setattr(verb.sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    assert has_browser() is opened
