"""Files in and out.

``atomic_write`` (whole files or none) and ``text_lines`` (bounded, numbered lines) lie under the
rest; ``harmless_cells`` writes tables that no spreadsheet runs. Claims: ``claims_csv`` and
``claims_json`` behind ``claims_file``, which picks by suffix; ``statement_lines`` beside them. A
case's own file: ``toml_places`` → ``scopes_toml``.
Tables of people: ``csv_rows`` → ``people_csv`` (as link writes them) and ``overlaps_csv``.
Lists as they come: ``list_bounds`` (how much one may hold), measured before anything is opened by
``zip_parts`` → ``sheet_sizes`` with ``sheet_counts``, and by ``compact_thrift`` →
``parquet_sizes``; then, under ``reader_panics``, ``workbook_cells`` and ``parquet_cells`` →
``list_cells`` → ``lists``.

Documents: ``document_files`` (which files) and ``media_types`` (of which kind) → the collections
``document_lines``, ``warc_records``, ``feeds``, ``emails`` → ``found_document`` (bytes as found)
→ the readers ``plain_text``, ``html_text``, ``html_pages``, ``pdf_text``, with
``publication_dates``, and ``document_table`` (what a table beside them says) → ``documents``,
which runs through all of it. Import ``documents`` by name: its libraries take a fifth of a second
to load. For other programs: ``claim_review`` (fact checks as JSON-LD) and ``follow_the_money``
(entities). ``model_endpoint`` carries questions to a language model; nothing calls it by itself.
"""

from habeas.formats.atomic_write import atomic_write, write_whole
from habeas.formats.claims_file import read_claims_file, write_claims
from habeas.formats.overlaps_csv import OverlapTable, read_overlap_table
from habeas.formats.people_csv import read_people
from habeas.formats.scopes_toml import CaseFile, read_scopes

__all__ = [
    "CaseFile",
    "OverlapTable",
    "atomic_write",
    "read_claims_file",
    "read_overlap_table",
    "read_people",
    "read_scopes",
    "write_claims",
    "write_whole",
]
