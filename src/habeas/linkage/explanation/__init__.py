"""Why two records are one person, and where a human should look.

``explanation`` (the weight of each comparison) → ``waterfall`` (as one picture); ``weakest_links``
→ ``review`` (pairs in doubt, those first that teach most); ``sampling`` (other plausible clusters).
"""

from habeas.linkage.explanation.explanation import Explanation, Weight, explain, key_of, row_of
from habeas.linkage.explanation.review import DoubtfulPair, doubtful_pairs
from habeas.linkage.explanation.sampling import sample_partitions
from habeas.linkage.explanation.waterfall import waterfall
from habeas.linkage.explanation.weakest_links import WeakestLink, weakest_links

__all__ = [
    "DoubtfulPair",
    "Explanation",
    "WeakestLink",
    "Weight",
    "doubtful_pairs",
    "explain",
    "key_of",
    "row_of",
    "sample_partitions",
    "waterfall",
    "weakest_links",
]
