"""Which rows are people.

``several_people`` (cells that name more than one, or nobody) → ``row_kinds`` (sections, totals,
remarks, headings said again).
"""

from habeas.formats.lists.rows.row_kinds import NoPerson, RowKind, people_among
from habeas.formats.lists.rows.several_people import several_people

__all__ = ["NoPerson", "RowKind", "people_among", "several_people"]
