"""Files and folders that others read, changed so that nobody meets a missing or a mixed one.

``write_failure`` (what is said where the system refuses) · ``file_lock`` (one writer at a time, and
whether a writer still lives) · ``durable`` (bytes and names that outlive a loss of power) →
``unfinished_file`` (a file that has no name until it is whole) · ``working_folder`` (files for a
while, cleared when whoever made them is gone) · ``exchange`` (two folders change places in one
step) → ``staged_folder`` (a folder written beside another, then put in its place).

The processes that write may be killed at any step: what they leave says what it is, and whoever
comes next finishes it or clears it away.
"""

from habeas.formats.replacement.durable import sync_folder
from habeas.formats.replacement.staged_folder import (
    FolderReplacement,
    left_beside,
    replacing,
    replacing_if_free,
)
from habeas.formats.replacement.unfinished_file import begin
from habeas.formats.replacement.working_folder import (
    clear_working_folders,
    unfinished_name,
    working_folder,
)
from habeas.formats.replacement.write_failure import (
    DISK,
    WriteFailed,
    cannot_write,
    no_room,
    told_as_failure,
)

__all__ = [
    "DISK",
    "FolderReplacement",
    "WriteFailed",
    "begin",
    "cannot_write",
    "clear_working_folders",
    "left_beside",
    "no_room",
    "replacing",
    "replacing_if_free",
    "sync_folder",
    "told_as_failure",
    "unfinished_name",
    "working_folder",
]
