"""Files in and out: rooms side by side, each entered by its own face.

``text_lines`` (bounded, numbered lines), ``toml_places`` and ``atomic_write`` (whole files or none)
lie under the rest. ``replacement``: files and folders that others read, changed in one step.
``sandbox``: untrusted files, opened in a child process. ``documents``: articles, statements and
archives of them, in. ``lists``: lists of people as they come, in. ``tables``: the tables that our
own verbs write and read, in and out. ``exchange``: for other programs, out. ``scopes_toml``: a
case's own file. ``model_endpoint`` carries questions to a language model; nothing calls it by
itself.
"""

from habeas.formats.atomic_write import atomic_write, write_whole
from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.formats.tables import (
    OverlapTable,
    read_claims_file,
    read_overlap_table,
    read_people,
    write_claims,
)

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
