"""Listed names, ready to be searched for.

``listed_names`` (rows of lists) → ``name_words`` (which words are given names, which surnames) →
``name_index`` (an inverted index by the keys of words).
"""

from habeas.dossier.names.index.listed_names import How, ListedName, listed
from habeas.dossier.names.index.name_index import ARTICLE, Entry, NameIndex, bones_of
from habeas.dossier.names.index.name_words import GIVEN, SURNAME, Name, names_of, small_words

__all__ = [
    "ARTICLE",
    "GIVEN",
    "SURNAME",
    "Entry",
    "How",
    "ListedName",
    "Name",
    "NameIndex",
    "bones_of",
    "listed",
    "names_of",
    "small_words",
]
