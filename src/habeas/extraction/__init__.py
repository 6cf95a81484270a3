"""From the text of a document to its claims: numbers of people taken, freed, held or dead.

``text`` is the first room: what stands there (language, sentences, words, numbers, days). The
files after it in the order in which a text passes through them: ``speakers`` (who may speak) →
``memory`` · ``offices`` · ``coreference`` (who is meant) → ``subjects`` · ``citations`` ·
``attribution`` · ``authors`` (who says something in a sentence, and whose text it is) →
``ranges`` · ``set_aside`` (numbers that are none of their own) → ``counts`` (numbers that may
count people, with qualifier and noun) → ``days_of_counts`` (whose a day is) → ``readings`` ·
``predicates`` · ``measures`` · ``negation`` (what governs a count) · ``deaths`` · ``totals``
(counts without a noun) · ``parts`` · ``sums`` (breakdowns) → ``draft`` → ``ellipsis`` ·
``nobody`` · ``rows`` · ``places`` · ``drafting``
(counts that measure something) → ``populations`` → ``agents`` · ``voices`` (who answers for a
draft) → ``periods`` → ``modality`` → ``claims`` (the reading itself) → ``assembly`` (drafts to
claims). Beside them ``statements`` (who said what), ``stories`` (the same wire story twice) and
``models`` (language models as readers, off unless called).
"""

from habeas.extraction.claims import read_claims
from habeas.extraction.models import Refused, read_with_model
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
    "Refused",
    "Shingles",
    "fingerprints",
    "language_of",
    "languages",
    "lexicon",
    "read_claims",
    "read_statements",
    "read_with_model",
    "same_story",
    "shared",
    "shingled",
    "story_leaders",
]
