"""What the pages say, in one language.

``wording`` (texts, numbers and dates, from ``en.toml`` and ``es.toml``) → ``population_titles``
(those of the populations that every case knows) · ``claim_words`` (claims, questions, answers).
"""

from habeas.dossier.words.claim_words import answer_text, number_as_said, question_text, scope_title
from habeas.dossier.words.population_titles import with_known_titles
from habeas.dossier.words.wording import LANGUAGES, Wording, wording

__all__ = [
    "LANGUAGES",
    "Wording",
    "answer_text",
    "number_as_said",
    "question_text",
    "scope_title",
    "with_known_titles",
    "wording",
]
