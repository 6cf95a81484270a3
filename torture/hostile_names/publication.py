"""One way through ``habeas publish``: what became of the name, as whoever publishes sees it."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from habeas.cli import main
from torture.hostile_names.places import PLACES, write_case
from torture.hostile_names.public_bytes import PublicFiles
from torture.hostile_names.ways import Way


class Became(StrEnum):
    """What became of a written name."""

    COVERED = "covered"  # published, and the name stands in no public byte
    ASKED = "asked"  # nothing published: a person is asked about it
    REFUSED = "refused"  # nothing published: the command says whose name would be shown
    MISSED = "missed"  # published, and readable
    BROKEN = "broken"  # ended in another way: a defect of the command or of the bench


@dataclass(frozen=True)
class Outcome:
    """What became of one way, and the file or the words that show it."""

    way: Way
    became: Became
    shown: str

    @property
    def is_found(self) -> bool:
        """Whether the name did not get out."""
        return self.became in {Became.COVERED, Became.ASKED, Became.REFUSED}


def habeas(words: list[str]) -> tuple[int, str]:
    """Run the command line in this process; return its exit code and what it said."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            main(words)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        except Exception as error:  # noqa: BLE001  (a traceback is an outcome here)
            return 70, f"traceback: {error!r}"
    return code, said.getvalue()


def publish(folder: Path, words: list[str]) -> tuple[int, str, list[dict[str, str]]]:
    """Publish; settle names of one word as the file of questions suggests, and publish again.

    Returns the exit code, what was said, and the questions that were left.
    """
    code, said = habeas(words)
    questions = folder / "questions.csv"
    if code != 2 or not questions.exists():
        return code, said, []
    rows = read_rows(questions)
    if not rows or any(row.get("kind") == "question" for row in rows):
        return code, said, rows
    answers = folder / "answers.csv"
    write_rows(answers, [dict(row) | {"who": "the bench"} for row in rows])
    questions.unlink()
    code, said = habeas([*words, "--answers", str(answers)])
    asked = read_rows(questions) if questions.exists() else []
    return code, said, [row for row in asked if row.get("kind") == "question"]


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def files_of(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def attempt(way: Way, is_control: bool = False) -> Outcome:
    """Publish a case of its own with one way in it, and look into what became public.

    is_control: leave the written name out of the place; the list is as it is.
    """
    with tempfile.TemporaryDirectory(prefix="hostile-names-") as name:
        folder = Path(name)
        text = "nobody" if is_control else way.text
        words = write_case(folder, way.place, text, way.row)
        code, said, questions = publish(folder, words)
        if questions:
            return Outcome(way, Became.ASKED, "; ".join(questions[0].values()))
        if code == 2:
            return Outcome(way, Became.REFUSED, said.strip())
        if code != 0:
            return Outcome(way, Became.BROKEN, f"{code}: {said.strip()}")
        path = PublicFiles(files_of(folder / "dossier")).where(way.written)
        return Outcome(way, Became.MISSED if path else Became.COVERED, path or said.strip())


OF_THE_LIST = frozenset({"columns", "headings", "numbers"})
"""Ways that are about what a list says, not about how a text writes a name."""


class Controls:
    """Whether a case without the name is published: else a refusal says nothing of the name."""

    def __init__(self, run: Callable[[Way, bool], Outcome] = attempt) -> None:
        self.run = run
        self.known: dict[tuple[str, ...], str] = {}

    def objection(self, way: Way) -> str:
        """Return why the case of a way is refused even where the name is left out, "" if not.

        A list that is refused as not understood is no control of its places: what is told apart is
        the person's cells, and the place.
        """
        keys = (("row", *way.row, *way.row.values()), ("place", way.place))
        return next(filter(None, (self.told(key, way) for key in keys)), "")

    def told(self, key: tuple[str, ...], way: Way) -> str:
        """Return what was said of the control of a person or a place."""
        if key not in self.known:
            plain = {"full_name": "Prueba Inexistente"}
            row = way.row if key[0] == "row" else plain
            place = way.place if key[0] == "place" and way.place in PLACES else "quote"
            control = Way("control", way.tradition, "control", "", "", row, place)
            outcome = self.run(control, True)
            bad = outcome.became in {Became.ASKED, Became.REFUSED, Became.BROKEN}
            self.known[key] = outcome.shown if bad else ""
        return self.known[key]


def judged(way: Way, controls: Controls) -> Outcome:
    """Try a way; a refusal that the control meets too is no finding, unless of the list itself.

    Lists whose headings are not understood may be refused whatever the texts say: that keeps the
    name in, so it counts as refused where the way is about headings, columns and numbers.
    """
    outcome = attempt(way)
    is_in = outcome.became in {Became.ASKED, Became.REFUSED}
    if not is_in or way.tradition in OF_THE_LIST or not (said := controls.objection(way)):
        return outcome
    return Outcome(way, Became.BROKEN, f"refused without the name too: {said}")
