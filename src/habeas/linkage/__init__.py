"""Rows of lists to people: record linkage.

``knowledge`` (of names, from ``words``) and ``folding`` → ``column`` (values once) → ``nameless``
(rows that name nobody) and ``names`` from ``tokens``, ``dates``, ``places`` → ``comparison`` and
its kinds ``name_comparison`` with ``name_order``, ``number_``, ``birth_``, ``day_`` with ``rings``,
``place_``, ``sex_``, ``value_`` and ``list_comparison`` → ``preparation``. Then ``constraints``
(decisions) and ``twins`` (rows that say the same) → ``blocking`` (which pairs) with ``distinct`` →
``scoring`` by a ``model`` (what each level tells) → ``patterns`` → ``learning`` (of the model) →
``components`` → ``clustering`` → ``linkage``, the whole way. Of what it found: ``explanation``,
``waterfall``, ``weakest_links``, ``review``, ``sampling``, ``identity``. ``spark`` compares on many
machines. ``frequent_names`` shows what is known of names to other rooms.
"""

from habeas.linkage.constraints import DecisionConflict
from habeas.linkage.explanation import Explanation, Weight, explain
from habeas.linkage.frequent_names import (
    frequent_names,
    nicknames,
    no_names,
    particles,
    titles,
)
from habeas.linkage.identity import Change, ChangeKind, changes, person_ids
from habeas.linkage.linkage import Linkage, Settings, link
from habeas.linkage.nameless import nameless_rows
from habeas.linkage.review import DoubtfulPair, doubtful_pairs
from habeas.linkage.sampling import sample_partitions
from habeas.linkage.waterfall import waterfall
from habeas.linkage.weakest_links import WeakestLink, weakest_links

__all__ = [
    "Change",
    "ChangeKind",
    "DecisionConflict",
    "DoubtfulPair",
    "Explanation",
    "Linkage",
    "Settings",
    "WeakestLink",
    "Weight",
    "changes",
    "doubtful_pairs",
    "explain",
    "frequent_names",
    "link",
    "nameless_rows",
    "nicknames",
    "no_names",
    "particles",
    "person_ids",
    "sample_partitions",
    "titles",
    "waterfall",
    "weakest_links",
]
