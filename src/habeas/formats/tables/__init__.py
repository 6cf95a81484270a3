"""Tables that our own verbs write and read: claims, statements, people, decisions, overlaps.

``harmless_cells`` (cells that no spreadsheet runs) → ``csv_rows`` (rows of any table, with their
lines). Claims: ``claims_csv`` and ``claims_json`` behind ``claims_file``, which picks by suffix;
``statement_lines`` beside them. People: ``people_fields`` → ``people_csv`` → ``linked_csv`` (as
link writes them) · ``decisions_csv`` · ``doubtful_csv`` (pairs to review) · ``overlaps_csv``.

Of people the face is lazy: what understands lists is loaded when a name of theirs is wanted.
"""

from typing import TYPE_CHECKING

from habeas.formats.tables.claims_csv import write_claims_csv
from habeas.formats.tables.claims_file import (
    READERS,
    WRITERS,
    claims_in_csv,
    read_claims_file,
    write_claims,
)
from habeas.formats.tables.claims_json import parsed, read_claim_lines, write_claim_lines
from habeas.formats.tables.csv_rows import Numbered, csv_rows, require_columns
from habeas.formats.tables.decisions_csv import (
    DECISION_COLUMNS,
    append_decision,
    read_decisions,
    write_decisions,
)
from habeas.formats.tables.doubtful_csv import read_pairs
from habeas.formats.tables.harmless_cells import write_rows
from habeas.formats.tables.overlaps_csv import (
    OverlapTable,
    is_overlap_table,
    overlap_table,
    read_overlap_table,
)
from habeas.formats.tables.statement_lines import statement_line
from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.formats.tables.linked_csv import write_people, write_samples, write_table
    from habeas.formats.tables.people_csv import (
        PEOPLE_COLUMNS,
        is_people_table,
        people_in_csv,
        people_of,
        read_people,
    )
    from habeas.formats.tables.people_fields import not_understood, written_day

__all__ = [
    "DECISION_COLUMNS",
    "PEOPLE_COLUMNS",
    "READERS",
    "WRITERS",
    "Numbered",
    "OverlapTable",
    "append_decision",
    "claims_in_csv",
    "csv_rows",
    "is_overlap_table",
    "is_people_table",
    "not_understood",
    "overlap_table",
    "parsed",
    "people_in_csv",
    "people_of",
    "read_claim_lines",
    "read_claims_file",
    "read_decisions",
    "read_overlap_table",
    "read_pairs",
    "read_people",
    "require_columns",
    "statement_line",
    "write_claim_lines",
    "write_claims",
    "write_claims_csv",
    "write_decisions",
    "write_people",
    "write_rows",
    "write_samples",
    "write_table",
    "written_day",
]

__getattr__ = lazy_face(
    __name__,
    {
        "PEOPLE_COLUMNS": "people_csv",
        "is_people_table": "people_csv",
        "not_understood": "people_fields",
        "people_in_csv": "people_csv",
        "people_of": "people_csv",
        "read_people": "people_csv",
        "write_people": "linked_csv",
        "write_samples": "linked_csv",
        "write_table": "linked_csv",
        "written_day": "people_fields",
    },
)
