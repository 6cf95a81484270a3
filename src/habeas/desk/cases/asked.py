"""What is asked of a case, in a reader's words."""

from __future__ import annotations

from collections.abc import Callable

from habeas.desk.cases.case_values import scopes_of
from habeas.desk.models import Case
from habeas.dossier import (
    LANGUAGES,
    Wording,
    answer_text,
    question_text,
    scope_title,
    wording,
)
from habeas.population_titles import with_known_titles
from habeas.reconciliation import Question
from habeas.vocabulary import GENERAL_SCOPES, InputError, Scopes


def scope_choices(case: Case, language: str) -> dict[str, str]:
    """Return the scopes of a case, and those that all cases have, by what they are called."""
    titled = (*with_known_titles(GENERAL_SCOPES).scopes, *with_known_titles(scopes_of(case)).scopes)
    return {one.key: one.titles.get(language) or one.titles.get("en") or one.key for one in titled}


def asked_in_words(case: Case, ask: str, language: str) -> str:
    """Write a question as a sentence; one that can be read no longer, as it stands."""
    return _in_words(case, ask, language, question_text)


def answered_in_words(case: Case, ask: str, language: str) -> str:
    """Write what an answer's number counts: "Political prisoners, held on 1 January 2026"."""
    return _in_words(case, ask, language, _answer)


def _answer(question: Question, scopes: Scopes, words: Wording) -> str:
    return f"{scope_title(question, scopes, words)}, {answer_text(question, words)}"


def _in_words(
    case: Case, ask: str, language: str, written: Callable[[Question, Scopes, Wording], str]
) -> str:
    try:
        question = Question.parse(ask)
    except InputError:
        return ask
    words = wording(language if language in LANGUAGES else LANGUAGES[0])
    return written(question, with_known_titles(scopes_of(case)), words)
