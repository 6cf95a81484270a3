"""What stands in a text: its language, sentences, words, names, numbers and days.

``language`` (the lexicons in ``lexicon`` and ``known_sources.toml``, and which one fits) →
``cleaned`` · ``datelines`` · ``marks`` (what the lexicon says of words) · ``fronted_wholes``
(commas left out) → ``sentences`` →
``descriptions`` · ``names`` → ``numbers`` · ``labels`` (numbers that count nobody) →
``date_roles`` · ``numeric_days`` · ``spans_of_time`` · ``dates``.
"""

from habeas.extraction.text.date_roles import BETWEEN, NOT_UNDERSTOOD, When
from habeas.extraction.text.dates import dates, day_alone
from habeas.extraction.text.descriptions import Description, Part, words_in_names
from habeas.extraction.text.labels import BULLETS, DASHES, is_label, is_year
from habeas.extraction.text.language import Language, fold, language_for, language_of, languages
from habeas.extraction.text.language import language as lexicon
from habeas.extraction.text.marks import Mark
from habeas.extraction.text.names import name_at, speaks
from habeas.extraction.text.numbers import Number, numbers, spelled
from habeas.extraction.text.sentences import Sentence, sentences
from habeas.extraction.text.spans_of_time import DAY, resolved_days

__all__ = [
    "BETWEEN",
    "BULLETS",
    "DASHES",
    "DAY",
    "NOT_UNDERSTOOD",
    "Description",
    "Language",
    "Mark",
    "Number",
    "Part",
    "Sentence",
    "When",
    "dates",
    "day_alone",
    "fold",
    "is_label",
    "is_year",
    "language_for",
    "language_of",
    "languages",
    "lexicon",
    "name_at",
    "numbers",
    "resolved_days",
    "sentences",
    "speaks",
    "spelled",
    "words_in_names",
]
