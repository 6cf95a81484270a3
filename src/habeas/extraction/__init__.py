"""From the text of a document to its claims: numbers of people taken, freed, held or dead.

``text`` is the first room: what stands there (language, sentences, words, numbers, days). Then
``candidates``: which numbers may count people, and who may answer for them. Beside it
``decisions``: evidence added up by fitted weights. The files after them in the order in which a
text passes: ``days_of_counts`` (whose a day is) → ``readings`` · ``predicates`` · ``measures`` ·
``negation`` (what governs a count) · ``deaths`` · ``totals`` (counts without a noun) · ``parts`` ·
``sums`` (breakdowns) → ``draft`` → ``ellipsis`` · ``leftover`` · ``nobody`` · ``rows`` · ``places``
· ``drafting`` (counts that measure something) → ``populations`` → ``agents`` · ``voices`` (who
answers for a draft) → ``periods`` → ``modality`` → ``claims`` (the reading itself) → ``assembly``
(drafts to claims). Beside them ``statements`` (who said what), ``stories`` (the same wire story
twice) and ``models`` (language models as readers, off unless called).
"""

from habeas.extraction.claims import read_claims
from habeas.extraction.models import (
    ModelReading,
    Question,
    Refused,
    answer_schema,
    both_readings,
    entries,
    model_reader_name,
    prompt_digest,
    questions,
    read_answers,
    read_with_model,
)
from habeas.extraction.statements import read_statements
from habeas.extraction.stories import (
    SAME,
    Shingles,
    fingerprints,
    same_story,
    shared,
    shingled,
    story_leaders,
)
from habeas.extraction.text import language_of, languages, lexicon

__all__ = [
    "SAME",
    "ModelReading",
    "Question",
    "Refused",
    "Shingles",
    "answer_schema",
    "both_readings",
    "entries",
    "fingerprints",
    "language_of",
    "languages",
    "lexicon",
    "model_reader_name",
    "prompt_digest",
    "questions",
    "read_answers",
    "read_claims",
    "read_statements",
    "read_with_model",
    "same_story",
    "shared",
    "shingled",
    "story_leaders",
]
