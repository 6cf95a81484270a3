"""A language model as a reader of the same claims: what it is asked, what of its answers stands.

Pure: questions are values and so are answers; ``habeas.formats.model_endpoint`` carries them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from habeas.extraction.models.answers import (
    Entry,
    PieceEntries,
    Refused,
    Witness,
    claims_once,
    entries,
    steers,
)
from habeas.extraction.models.questions import Messages, Question, model_reader_name, questions
from habeas.vocabulary import Claim, Document

Ask = Callable[[Messages], str]


@dataclass(frozen=True)
class ModelReading:
    """What a model reads in a document: claims, entries that were refused, and what is doubtful."""

    claims: list[Claim]
    refused: list[Refused]
    warnings: list[str]


def read_with_model(document: Document, ask: Ask, model: str = "") -> ModelReading:
    """Return what a model reads in a document.

    ask: carries the messages to a model and returns the text of its answer. model: its name.
    Raises InputError if an answer is no list of claims.
    """
    asked = questions(document)
    return read_answers(document, asked, [ask(each.messages) for each in asked], model)


def read_answers(
    document: Document,
    asked: Sequence[Question],
    answers: Sequence[str],
    model: str = "",
    shown: str = "",
) -> ModelReading:
    """Return the claims of answers that pass the checks, in order of text, and the refused.

    shown: the text as the model saw it. Raises InputError if an answer is no list of claims.
    """
    witness = Witness(document, model_reader_name(model), shown)
    refused: list[Refused] = []
    read: list[PieceEntries] = []
    warnings: list[str] = []
    for question, answer in zip(asked, answers, strict=True):
        listed = entries(answer)
        if listed.cut:
            warnings.append("the model's answer breaks off; what stood behind its end is not read")
        checked = list(witness.believed(listed.items, question.piece))
        refused += [one for one in checked if isinstance(one, Refused)]
        believed = [one for one in checked if isinstance(one, Entry)]
        read.append(PieceEntries(question.piece, believed))
    phrase = steers(document.text)
    if phrase:
        warnings.append(f'the text speaks to a machine ("{phrase}"); read it yourself')
    return ModelReading(claims_once(document, read), refused, warnings)
