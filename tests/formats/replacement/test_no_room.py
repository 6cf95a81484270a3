"""That a disk is full is told as that, whoever finds it out."""

from __future__ import annotations

import errno
import sqlite3

import pytest

from habeas.formats.replacement import no_room


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EFBIG, "File too large"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        sqlite3.OperationalError("database or disk is full"),
        sqlite3.OperationalError("disk I/O error"),
        sqlite3.OperationalError(
            'could not extend file "base/1": No space left on device\nHINT: Check free disk space.'
        ),
    ],
)
def test_a_full_disk_is_a_sentence(error: Exception):
    told = str(no_room(error))
    assert told.startswith("nothing more can be written (")
    assert "\n" not in told


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.EACCES, "Permission denied"),
        sqlite3.OperationalError("no such table: disk"),
        sqlite3.OperationalError("database is locked"),
        ValueError("database or disk is full"),
    ],
)
def test_what_is_wrong_otherwise_is_not(error: Exception):
    assert no_room(error) is None
