"""Names that a publication asks about, what it covered of the others, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from habeas.cli.console import tell
from habeas.cli.publishing.questions_file import (
    NameAnswers,
    Row,
    question_rows,
    read_answers,
    settlement_rows,
    write_questions,
)
from habeas.dossier import (
    Covered,
    DossierCase,
    ListedName,
    Withheld,
    gathered,
    known_texts,
    open_questions,
    speakers,
    to_settle,
)
from habeas.vocabulary import InputError, Sources

SHOWN = 12
"""So many claims are named in which something was covered; more are counted."""


@dataclass(frozen=True)
class Asking:
    """The questions on the names of a publication: those answered in one file, the open in another.

    names: what must not be public. answers: the file with answers. questions: where to ask.
    """

    names: Sequence[ListedName]
    sources: Sources
    answers: Path | None
    questions: Path

    @cached_property
    def given(self) -> NameAnswers:
        """What the file of answers says."""
        return read_answers(self.answers) if self.answers else NameAnswers()

    def settled(self) -> Withheld:
        """Return what must not be public, each name of one word as it was settled.

        Raises InputError where any is not; the file of questions then asks.
        """
        wanted = to_settle(self.names)
        unsettled = [one for one in wanted if one.key not in self.given.settled]
        known = {one.key for one in wanted}
        _tell_strange((key for key in self.given.settled if key not in known), "name to settle")
        if unsettled:
            self._ask(
                settlement_rows(unsettled),
                f"{_counted(len(unsettled), 'name is', 'names are')} one word, or everyday words: "
                "say how to look for each before anything is searched",
            )
        spoken = speakers(self.sources.names())
        return gathered(self.names, spoken, self.given.settled, self.given.answers)

    def answered(self, case: DossierCase, hidden: Withheld) -> None:
        """Raise InputError where a text names somebody who may be withheld, and nobody answered."""
        known, names = known_texts(case), {name.key() for name in self.names}
        strange = (each for each in self.given.answers
                   if each.text not in known and each.name not in names)  # fmt: skip
        _tell_strange((each.name for each in strange), "name")
        gone = {each.text for each in self.given.answers} - known
        _tell_strange(gone, "text")
        if asked := open_questions(case, hidden):
            self._ask(
                question_rows(asked),
                f"{_counted(len(asked), 'name', 'names')} in the texts may be a withheld person's, "
                "or another's: answer for each",
            )

    def _ask(self, rows: Iterable[Row], what: str) -> None:
        write_questions(self.questions, rows, self.given.rows)
        raise InputError(
            f"{what}; nothing was published",
            f"Write the answers, who and why into that file, and give it back: --answers "
            f"{self.questions}.",
            file=str(self.questions),
        )


def tell_covered(covered: Covered) -> None:
    """Say how many places were covered, in which claims, and which documents do not go along."""
    if covered.count:
        where = list(covered.places)
        more = f" and {len(where) - SHOWN:,} more" if len(where) > SHOWN else ""
        claims = f", in the claims {', '.join(where[:SHOWN])}{more}" if where else ""
        outside = f", {covered.elsewhere:,} of them outside claims" if covered.elsewhere else ""
        counted = _counted(covered.count, "place was", "places were")
        whose = "where somebody is named whose consent is not recorded"
        tell(f"{counted} covered {whose}{claims}{outside}.")
    for short in covered.left_out:
        tell(f"{short}: the document is left out: what is shown of it names somebody whose consent "
             "is not recorded.")  # fmt: skip
    for short in covered.closed:
        tell(f"{short}: its file is left out, its text and hash are not: it names somebody whose "
             "consent is not recorded, or cannot be searched.")  # fmt: skip


def refuse_exposed(place: str) -> None:
    """Raise InputError where a public text or file would name somebody who has not agreed."""
    if place:
        raise InputError(
            "would show the name of somebody whose consent is not recorded, and cannot be covered; "
            "nothing was written",
            "Change it there, write true in the column withheld of a claim, or record consent.",
            file=place,
        )


def _tell_strange(strange: Iterable[str], what: str) -> None:
    if count := len(set(strange)):
        tell(f"{_counted(count, 'answer is', 'answers are')} for a {what} that is not there (any "
             "more); kept in the file, and of no effect.")  # fmt: skip


def _counted(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count:,} {many}"
