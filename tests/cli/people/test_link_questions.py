"""What of a list is ambiguous and matters is an error in a pipe, which names the option to give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from habeas.cli.people.linking import link_questions
from habeas.formats.lists import ListColumns

ORDER = "Full name,Arrest date\nAda Quill,03/04/2024\nBen Rook,05/06/2024\nCy Dove,07/08/2024\n"
MIXED = (
    "Nombre completo,Estado\nAna Paz,Zulia\nEva Sol,Detenida\nLuz Mar,Lara\nIda Ros,Excarcelada\n"
)
TWICE = (
    "Nombre completo,Fecha de detención,Fecha del arresto\n"
    "Ana Paz,2024-07-30,2024-08-02\nEva Sol,2024-07-31,2024-07-31\nLuz Mar,2024-07-29,2024-09-01\n"
)


@pytest.fixture
def linked(habeas: Any, tmp_path: Path) -> Any:
    """Link a list of this text; return the exit code and what was said."""

    def run(text: str, *more: str) -> tuple[int, str]:
        (tmp_path / "list.csv").write_text(text, "utf-8")
        done = habeas("link", "list.csv", *more)
        return done.returncode, done.stderr

    return run


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ORDER, "whether the day or the month stands first in Arrest date"),
        (MIXED, "2 cells of Estado tell how somebody is, and 2 where"),
        (TWICE, "both may mean detained_on, and 2 of 3 rows say two things"),
    ],
)
def test_an_ambiguity_that_matters_is_an_error_in_a_pipe(linked: Any, text: str, said: str):
    code, output = linked(text)
    words = " ".join(output.split())
    assert code == 2
    assert said in words
    assert "--columns columns.toml" in words


@pytest.mark.parametrize(
    "text",
    [
        ORDER + "Di Elm,30/07/2024\n",  # one cell settles the order of all
        ORDER.replace("Full name,Arrest date", "Nombre completo,Fecha de detención"),
        ORDER.replace("05/06/2024", "2024-06-05").replace("07/08/2024", "2024-08-07"),
        MIXED.replace("Lara", "Detenida").replace("Zulia", "Libre"),
        TWICE.replace("2024-08-02", "2024-07-30"),  # one row alone differs: it is told
    ],
)
def test_what_is_clear_or_harmless_is_not_asked(linked: Any, text: str):
    assert linked(text)[0] == 0


def test_an_answer_in_a_file_of_columns_is_enough(linked: Any, tmp_path: Path):
    told = tmp_path / "columns.toml"
    told.write_text('[lists."list.csv"]\nday_order = "month"\n')
    assert linked(ORDER, "--columns", str(told))[0] == 0
    told.write_text(
        '[lists."list.csv".columns]\nfull_name = "Nombre completo"\nstatus = "Estado"\n'
    )
    assert linked(MIXED, "--columns", str(told))[0] == 0


@pytest.mark.parametrize(
    ("text", "answer", "column", "expected"),
    [
        (ORDER, "month", "detained_on", ["2024-03-04", "2024-05-06", "2024-07-08"]),
        (MIXED, "status", "status", ["Zulia", "Detenida", "Lara", "Excarcelada"]),
        (TWICE, "Fecha del arresto", "detained_on", ["2024-08-02", "2024-07-31", "2024-09-01"]),
    ],
)
def test_an_answer_on_a_terminal_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, answer: str, column: str,
    expected: list[str],
):  # fmt: skip
    (tmp_path / "list.csv").write_text(text, "utf-8")
    monkeypatch.setattr(link_questions, "_is_terminal", lambda: True)
    monkeypatch.setattr(link_questions, "_answer", lambda _question: answer)
    [read] = link_questions.read_and_asked([tmp_path / "list.csv"], ListColumns())
    assert read.rows()[column].to_list() == expected
