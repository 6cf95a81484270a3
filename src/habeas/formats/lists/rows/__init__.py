"""Which rows are people.

``several_people`` (cells that name more than one, or nobody) → ``row_kinds`` (sections, totals,
remarks, headings said again).
"""

from habeas.formats.lists.rows.row_kinds import NoPerson, RowKind, people_among
from habeas.formats.lists.rows.several_people import (
    MAY_BE_SEVERAL,
    several_people,
    with_a_strange_comma,
)

__all__ = [
    "MAY_BE_SEVERAL",
    "NoPerson",
    "RowKind",
    "people_among",
    "several_people",
    "with_a_strange_comma",
]
