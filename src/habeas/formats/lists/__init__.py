"""Lists of people as they come: what they say, and their rows.

``list_words`` (by language, data) and ``list_headings`` (plain texts) lie under the rest. ``cells``
(any kind of file to cells, within bounds), ``headings`` (which rows they are, what they mean) →
``list_columns`` (a file that says it instead) · ``column_kinds`` (columns that linkage does not
use) → ``rows`` (which rows are people) → ``stacked_tables`` (other headings further down) →
``values`` (dates, ages, sexes) → ``column_values`` (all columns together) → ``understanding`` (what
the list was taken to say) → ``list_reading`` (the whole way) → ``list_questions`` (what must be
asked) → ``columns_file`` (the understanding as a file to edit).
"""

from habeas.formats.lists.cells import OF_AN_UPLOAD
from habeas.formats.lists.column_kinds import ColumnKind, is_of_kin, kind_of
from habeas.formats.lists.column_values import NAMES, understood_columns
from habeas.formats.lists.columns_file import columns_file
from habeas.formats.lists.headings import custody_headings, recognised
from habeas.formats.lists.list_columns import ListColumns, read_list_columns
from habeas.formats.lists.list_headings import plain
from habeas.formats.lists.list_questions import Question, answered, questions
from habeas.formats.lists.list_reading import (
    NoNameColumn,
    PeopleList,
    list_of_rows,
    read_list,
    read_lists,
)
from habeas.formats.lists.understanding import ListNote, Understanding, not_understood
from habeas.formats.lists.values import is_nothing, read_date

__all__ = [
    "NAMES",
    "OF_AN_UPLOAD",
    "ColumnKind",
    "ListColumns",
    "ListNote",
    "NoNameColumn",
    "PeopleList",
    "Question",
    "Understanding",
    "answered",
    "columns_file",
    "custody_headings",
    "is_nothing",
    "is_of_kin",
    "kind_of",
    "list_of_rows",
    "not_understood",
    "plain",
    "questions",
    "read_date",
    "read_list",
    "read_list_columns",
    "read_lists",
    "recognised",
    "understood_columns",
]
