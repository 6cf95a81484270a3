"""What is asked of a case, in a reader's words."""

from __future__ import annotations

from habeas.desk.case_values import scopes_of
from habeas.desk.models import Case
from habeas.dossier.claim_words import answer_text, question_text, scope_title
from habeas.dossier.population_titles import with_known_titles
from habeas.dossier.wording import LANGUAGES, wording
from habeas.reconciliation import Question
from habeas.vocabulary import InputError


def asked_in_words(case: Case, ask: str, language: str) -> str:
    """Write a question as a sentence; one that can be read no longer, as it stands."""
    try:
        question = Question.parse(ask)
    except InputError:
        return ask
    words = wording(language if language in LANGUAGES else LANGUAGES[0])
    return question_text(question, with_known_titles(scopes_of(case)), words)


def answered_in_words(case: Case, ask: str, language: str) -> str:
    """Write what an answer's number counts: "Political prisoners, held on 1 January 2026"."""
    try:
        question = Question.parse(ask)
    except InputError:
        return ask
    words = wording(language if language in LANGUAGES else LANGUAGES[0])
    titled = with_known_titles(scopes_of(case))
    return f"{scope_title(question, titled, words)}, {answer_text(question, words)}"
