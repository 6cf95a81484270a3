"""What may be meant: every number that may count people, and everybody who may answer for one.

``ranges`` · ``set_aside`` (numbers that are none of their own) → ``counts`` (numbers that may count
people, with qualifier and noun); ``memory`` · ``subjects`` · ``speakers`` (who may speak) →
``offices`` · ``coreference`` (who is meant) → ``citations`` · ``attribution`` · ``authors`` (who
says something in a sentence, and whose text it is).
"""

from habeas.extraction.candidates.attribution import attributions, resolver
from habeas.extraction.candidates.authors import Author
from habeas.extraction.candidates.citations import Attribution
from habeas.extraction.candidates.coreference import resolve
from habeas.extraction.candidates.counts import QUOTES, Count, counts
from habeas.extraction.candidates.memory import Memory, Speaker
from habeas.extraction.candidates.speakers import descriptions

__all__ = [
    "QUOTES",
    "Attribution",
    "Author",
    "Count",
    "Memory",
    "Speaker",
    "attributions",
    "counts",
    "descriptions",
    "resolve",
    "resolver",
]
