"""The questions on names as a table: asked in it, answered in it, and given back.

A row of the kind ``settlement`` asks how a name of one word is looked for, one of the kind
``question`` whether a text names a withheld person. ``same`` takes the answer of the row above.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from habeas.dossier import Answer, How, Question, Unsettled
from habeas.formats.atomic_write import write_whole
from habeas.formats.tables import Numbered, csv_rows, require_columns, write_table
from habeas.vocabulary import InputError

COLUMNS = ("kind", "name", "words", "why", "text", "where", "excerpt", "answer", "who", "reason",
           "at", "key")  # fmt: skip
SETTLEMENT, QUESTION = "settlement", "question"
SAME = "same"
THEM, OTHER = "them", "other"

Row = Mapping[str, str]


@dataclass(frozen=True)
class NameAnswers:
    """What a file of questions answers: how names are looked for, and who is meant where.

    rows: those that answer anything, as they stand, to be kept in the next file.
    """

    settled: Mapping[str, How] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    rows: tuple[Row, ...] = ()


def read_answers(path: Path) -> NameAnswers:
    """Read a file of questions. Raises InputError, with line and column, on what it cannot mean."""
    heading, rows = csv_rows(path)
    remedy = "Give the file of questions that “habeas publish” wrote, with its answers."
    require_columns(heading, ("kind", "text", "answer", "who", "reason", "key"), remedy, str(path))
    settled, answers, kept = {}, [], []
    for line, row in _spelled(rows):
        if not row["answer"]:
            continue
        _refuse(row, str(path), line)
        kept.append(row)
        if row["kind"] == SETTLEMENT:
            settled[row["key"]] = How(row["answer"])
        else:
            answers.append(
                Answer(row["key"], row["text"], row["answer"] == THEM, row["who"], row["reason"],
                       row["at"])
            )  # fmt: skip
    return NameAnswers(settled, tuple(answers), tuple(kept))


def _spelled(rows: Iterable[Numbered]) -> Iterator[tuple[int, Row]]:
    """Go through rows with ``same`` replaced by what stands in the row above of their kind.

    A settlement counts only where somebody stands for it: one without a name is no answer.
    """
    before: dict[tuple[str, str], Row] = {}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for line, row in rows:
        group = (row["kind"], "" if row["kind"] == SETTLEMENT else row["key"])
        above = before.get(group, {})
        full = {name: row.get(name, "") for name in COLUMNS}
        for name in ("answer", "who", "reason"):
            if full[name].casefold() == SAME:
                full[name] = above.get(name, "")
        full["answer"] = full["answer"].strip().casefold()
        before[group] = dict(full)
        if row["kind"] == SETTLEMENT and not full["who"]:
            full["answer"] = ""
        yield line, {**full, "at": full["at"] or (now if full["answer"] else "")}


def _refuse(row: Row, file: str, line: int) -> None:
    choices = {SETTLEMENT: tuple(How), QUESTION: (THEM, OTHER)}
    if row["kind"] not in choices:
        raise InputError("is neither settlement nor question", "Leave the rows as they are.",
                         file, line, "kind", row["kind"])  # fmt: skip
    if row["answer"] not in choices[row["kind"]]:
        raise InputError("is no answer", f"Write {', '.join(choices[row['kind']])}, or same.",
                         file, line, "answer", row["answer"])  # fmt: skip
    needed = ("who",) if row["kind"] == SETTLEMENT else ("who", "reason")
    for name in needed:
        if not row[name]:
            raise InputError("is empty", "Say who answered, and why.", file, line, name)


def settlement_rows(names: Sequence[Unsettled]) -> Iterator[Row]:
    """Go through rows that ask how names are looked for, what is suggested preset."""
    for place, one in enumerate(names):
        yield {"kind": SETTLEMENT, "name": one.shown, "why": one.why, "answer": one.suggested,
               "who": SAME if place else "", "key": one.key}  # fmt: skip


def question_rows(asked: Iterable[Question]) -> Iterator[Row]:
    """Go through rows that ask who is meant: a row a text, the texts of a name together."""
    for question in asked:
        for place, met in enumerate(question.texts):
            same = SAME if place else ""
            yield {"kind": QUESTION, "name": question.shown, "words": question.words,
                   "why": question.why, "text": met.text, "where": met.label,
                   "excerpt": met.excerpt, "answer": same, "who": same, "reason": same,
                   "key": question.name}  # fmt: skip


def write_questions(path: Path, open_rows: Iterable[Row], answered: Iterable[Row]) -> None:
    """Write what is asked, and behind it what was answered; the owner alone may read it.

    Raises InputError where the file cannot be written.
    """
    table = StringIO()
    write_table([*open_rows, *answered], COLUMNS, table)
    write_whole(path, table.getvalue(), mode=0o600)
