"""Listed names, ready to be searched for.

``listed_names`` (rows of lists) → ``name_words`` (which words are given names, which surnames) →
``name_index`` (an inverted index by the keys of words) · ``japan`` (Japanese names by the readings
of their characters).
"""

from habeas.dossier.names.index.japan import Japanese
from habeas.dossier.names.index.listed_names import How, ListedName, listed
from habeas.dossier.names.index.name_index import (
    ARTICLE,
    SHORTEST_COMPOUND,
    Entry,
    NameIndex,
    bones_of,
    form_key,
)
from habeas.dossier.names.index.name_words import GIVEN, SURNAME, Name, names_of, small_words

__all__ = [
    "ARTICLE",
    "GIVEN",
    "SHORTEST_COMPOUND",
    "SURNAME",
    "Entry",
    "How",
    "Japanese",
    "ListedName",
    "Name",
    "NameIndex",
    "bones_of",
    "form_key",
    "listed",
    "names_of",
    "small_words",
]
