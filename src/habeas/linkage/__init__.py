"""Rows of lists to people: record linkage.

The rooms in the order in which data passes through them: ``names`` (values understood), then
``comparison`` (two records in one respect, one kind a file), ``model`` (which pairs, their weights,
and how these are learned), ``people`` (clusters, decisions, ids). ``linkage`` is the whole way. Of
what it found: ``explanation``. ``spark`` compares on many machines.
"""

from habeas.linkage.explanation import (
    DoubtfulPair,
    Explanation,
    WeakestLink,
    Weight,
    doubtful_pairs,
    explain,
    key_of,
    row_of,
    sample_partitions,
    waterfall,
    weakest_links,
)
from habeas.linkage.linkage import Linkage, Settings, link
from habeas.linkage.model import compared
from habeas.linkage.names import (
    frequent_names,
    nameless_rows,
    nicknames,
    no_names,
    particles,
    titles,
)
from habeas.linkage.people import Change, ChangeKind, DecisionConflict, changes, person_ids
from habeas.linkage.spark import compared_in_spark

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
    "compared",
    "compared_in_spark",
    "doubtful_pairs",
    "explain",
    "frequent_names",
    "key_of",
    "link",
    "nameless_rows",
    "nicknames",
    "no_names",
    "particles",
    "person_ids",
    "row_of",
    "sample_partitions",
    "titles",
    "waterfall",
    "weakest_links",
]
