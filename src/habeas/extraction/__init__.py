"""From the text of a document to its claims: numbers of people taken, freed, held or dead.

The files in the order in which a text passes through them: ``language`` (the lexicons in
``lexicon/`` and ``known_sources.toml``, and which one fits) → ``datelines`` · ``sentences`` (words)
· ``marks`` (what the lexicon says of them) → ``descriptions`` · ``names`` · ``speakers`` (who may
speak) → ``memory`` · ``offices`` · ``coreference`` (who is meant) → ``subjects`` · ``citations`` ·
``attribution`` · ``authors`` (who says something in a sentence, and whose text it is) →
``numbers`` → ``dates`` · ``date_roles`` · ``recalled_days`` →
``labels`` (numbers that count nobody) · ``counts`` (those that may, with qualifier and noun) →
``readings`` · ``predicates`` · ``measures`` (what governs a count) · ``deaths`` · ``totals``
(counts without a noun) · ``parts`` · ``sums`` (breakdowns) → ``draft`` → ``ellipsis`` ·
``nobody`` · ``drafting`` (counts that measure something) → ``populations`` → ``agents`` ·
``voices`` (who answers for a draft) → ``periods`` → ``modality`` → ``claims`` (the reading itself)
→ ``assembly`` (drafts to claims).
Beside them ``statements`` (who said what), ``stories`` (the same wire story twice) and
``model_reader`` (a language model as a second reader, off unless it is called).
"""

from habeas.extraction.claims import read_claims
from habeas.extraction.language import language_of, languages
from habeas.extraction.statements import read_statements
from habeas.extraction.stories import same_story

__all__ = ["language_of", "languages", "read_claims", "read_statements", "same_story"]
