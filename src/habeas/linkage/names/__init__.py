"""What the cells of lists say: names, days, places, each distinct value understood once.

``distinct`` and ``column`` (values once, with the place of each row's) ← ``knowledge`` (of names
and places, from ``words``) and ``normalisation`` (letters as they are compared) → ``nameless``
(rows that name nobody) → ``tokens`` (the words of names, and how alike two are) →
``contradiction`` (whether two whole names contradict) → ``names``; ``dates``; ``places``.
``frequent_names`` shows what is known of names to other rooms.
"""

from habeas.linkage.names.column import EXPECTED, MISSING, OF_PLACES, Bits, Codes, Column, Rows
from habeas.linkage.names.contradiction import WholeNames
from habeas.linkage.names.dates import NO_DAY, Days
from habeas.linkage.names.distinct import Keys, distinct, distinct_places, firsts
from habeas.linkage.names.frequent_names import (
    frequent_names,
    nicknames,
    no_names,
    particles,
    titles,
)
from habeas.linkage.names.knowledge import LANGUAGES, Knowledge, knowledge
from habeas.linkage.names.nameless import NAMES, Nameless, identifying, nameless_rows, without_name
from habeas.linkage.names.names import NamePart, Names
from habeas.linkage.names.normalisation import folded
from habeas.linkage.names.places import detention_places, place_names
from habeas.linkage.names.tokens import Likeness, Tokens

__all__ = [
    "EXPECTED",
    "LANGUAGES",
    "MISSING",
    "NAMES",
    "NO_DAY",
    "OF_PLACES",
    "Bits",
    "Codes",
    "Column",
    "Days",
    "Keys",
    "Knowledge",
    "Likeness",
    "NamePart",
    "Nameless",
    "Names",
    "Rows",
    "Tokens",
    "WholeNames",
    "detention_places",
    "distinct",
    "distinct_places",
    "firsts",
    "folded",
    "frequent_names",
    "identifying",
    "knowledge",
    "nameless_rows",
    "nicknames",
    "no_names",
    "particles",
    "place_names",
    "titles",
    "without_name",
]
