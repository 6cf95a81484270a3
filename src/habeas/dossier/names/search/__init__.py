"""Where a text may say a listed name, and how certain that is.

``candidates`` (which words of names a word may be) → ``spots`` (words that stand together) →
``evidence`` (weights, in bits) → ``name_search`` → ``plausibility``; beside them ``one_word``,
``unspaced`` and ``whole_across`` (scripts without spaces, and across scripts) and ``numbers``. All
answer in ``meetings``.
"""

from habeas.dossier.names.search.evidence import DOUBTFUL_BITS
from habeas.dossier.names.search.meetings import NAMES_APART, Certainty, Meeting, borrows
from habeas.dossier.names.search.name_search import NameSearch
from habeas.dossier.names.search.numbers import SHORTEST_NUMBER, Numbers
from habeas.dossier.names.search.one_word import OneWord
from habeas.dossier.names.search.plausibility import NAMESAKE, plausible
from habeas.dossier.names.search.unspaced import Unspaced
from habeas.dossier.names.search.whole_across import Hit, WholeAcross

__all__ = [
    "DOUBTFUL_BITS",
    "NAMESAKE",
    "NAMES_APART",
    "SHORTEST_NUMBER",
    "Certainty",
    "Hit",
    "Meeting",
    "NameSearch",
    "Numbers",
    "OneWord",
    "Unspaced",
    "WholeAcross",
    "borrows",
    "plausible",
]
