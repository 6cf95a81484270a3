"""What the pages say, in one language.

``wording`` (texts, numbers and dates, from ``en.toml`` and ``es.toml``) → ``claim_words`` (claims,
questions, answers).
"""

from habeas.dossier.words.claim_words import answer_text, number_as_said, question_text, scope_title
from habeas.dossier.words.wording import LANGUAGES, Wording, wording

__all__ = [
    "LANGUAGES",
    "Wording",
    "answer_text",
    "number_as_said",
    "question_text",
    "scope_title",
    "wording",
]
