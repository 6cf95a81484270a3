"""Lists of people as they come: what they say, and their rows.

``cells`` (any kind of file to cells, within bounds) → ``list_headings`` (what the headings mean) ·
``list_columns`` (a file that says it instead) · ``column_kinds`` (columns that linkage does not
use) → ``list_values`` (dates, ages, sexes) → ``list_reading`` (the whole way). The words are data:
``list_words``.
"""

from habeas.formats.lists.cells import OF_AN_UPLOAD
from habeas.formats.lists.column_kinds import ColumnKind, is_of_kin, kind_of
from habeas.formats.lists.list_columns import ListColumns, read_list_columns
from habeas.formats.lists.list_headings import list_words, plain, recognised
from habeas.formats.lists.list_reading import NAMES, ListNote, PeopleList, read_list, read_lists
from habeas.formats.lists.list_values import has_month_first, is_nothing, read_date

__all__ = [
    "NAMES",
    "OF_AN_UPLOAD",
    "ColumnKind",
    "ListColumns",
    "ListNote",
    "PeopleList",
    "has_month_first",
    "is_nothing",
    "is_of_kin",
    "kind_of",
    "list_words",
    "plain",
    "read_date",
    "read_list",
    "read_list_columns",
    "read_lists",
    "recognised",
]
