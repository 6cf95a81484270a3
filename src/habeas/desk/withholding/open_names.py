"""The names that keep a case from being published until somebody says whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from habeas.desk.models import Case, Result
from habeas.desk.withholding.withheld_names import Withholding
from habeas.dossier import Question, TextMet
from habeas.vocabulary import InputError

KIND = "names"


class NamesOpen(InputError):
    """Raised when something must be said of names before a case can be published."""


def refuse_unready(held: Withholding) -> None:
    """Raise NamesOpen where lists cannot be searched for yet, saying why and what to do."""
    if held.listed.strange:
        name, heading = held.listed.strange[0]
        raise NamesOpen(
            "is a column that was not understood and may hold names, so nothing was published",
            "Say on the page “Publish” what it holds.",
            file=name,
            value=heading,
        )
    if not held.agreed:
        raise NamesOpen(
            "is the number of rows that name nobody, so nothing was published",
            "Look at them on the page “Publish”, and agree.",
            value=str(len(held.listed.nameless)),
        )
    if held.unsettled:
        raise NamesOpen(
            "is the number of names of one word, or of everyday words, so nothing was published",
            "Say on the page “Publish” how to look for them.",
            value=str(len(held.unsettled)),
        )


def refuse_questions(case: Case, asked: Sequence[Question]) -> None:
    """Keep the questions for the page “Publish”, and raise NamesOpen where there are any."""
    content = [asdict(question) for question in asked]
    Result.objects.keep(case, KIND, case.revision, content)
    if asked:
        raise NamesOpen(
            "is the number of names in the texts that may be a withheld person's or another's, so "
            "nothing was published",
            "Answer for each on the page “Publish”.",
            value=str(len(asked)),
        )


def questions_kept(case: Case, held: Withholding) -> list[Question]:
    """Return the questions of the last search that nobody has answered since."""
    kept = Result.objects.latest_of(case, KIND)
    answered = {(each.name, each.text) for each in held.decided.answers}
    found = []
    for told in kept.content if kept else ():
        texts = tuple(TextMet(**met) for met in told["texts"])
        left = tuple(met for met in texts if (told["name"], met.text) not in answered)
        if left:
            found.append(Question(**{**told, "texts": left}))
    return found
