"""Rows of lists to people: record linkage.

``knowledge`` (of names, from ``words``) and ``folding`` → ``column`` (values once) → ``nameless``
(rows that name nobody) and ``names`` from ``tokens``, ``dates``, ``places`` → ``comparison`` and
its kinds ``name_comparison`` with ``name_order``, ``number_``, ``birth_``, ``day_`` with ``rings``,
``place_``, ``sex_``, ``value_`` and ``list_comparison`` → ``preparation``. Then ``constraints``
(decisions) and ``twins`` (rows that say the same) → ``blocking`` (which pairs) with ``distinct`` →
``scoring`` by a ``model`` (what each level tells) → ``patterns`` → ``learning`` (of the model) →
``components`` → ``clustering`` → ``linkage``, the whole way. Of what it found: ``explanation``,
``waterfall``, ``weakest_links``, ``review``, ``sampling``, ``identity``. ``spark`` compares on many
machines.
"""

from habeas.linkage.constraints import DecisionConflict
from habeas.linkage.explanation import Explanation, Weight, explain
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
    "link",
    "nameless_rows",
    "person_ids",
    "sample_partitions",
    "waterfall",
    "weakest_links",
]
