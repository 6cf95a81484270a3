"""Two records compared in one respect: which level of agreement, and how rare it is.

``comparison`` says what a comparison is; its kinds are ``name_comparison`` with ``name_order``,
``number_``, ``birth_`` and ``day_comparison`` with ``numeric_distance``, ``place_``, ``sex_``,
``value_`` and ``list_comparison``. ``compared_fields`` makes rows ready for them.
"""

from habeas.linkage.comparison.birth_comparison import BirthComparison
from habeas.linkage.comparison.compared_fields import Prepared, prepared
from habeas.linkage.comparison.comparison import Comparison, Level
from habeas.linkage.comparison.list_comparison import ListComparison
from habeas.linkage.comparison.number_comparison import NumberComparison

__all__ = [
    "BirthComparison",
    "Comparison",
    "Level",
    "ListComparison",
    "NumberComparison",
    "Prepared",
    "prepared",
]
