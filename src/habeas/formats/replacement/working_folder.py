"""Files for a while, in a folder that is cleared when whoever made it is gone."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from habeas.formats.replacement.durable import remove_tree, write_files
from habeas.formats.replacement.file_lock import held
from habeas.formats.replacement.write_failure import told_as_failure

LOCK = "lock"
UNFINISHED = ".unfinished"

ELSEWHERE = "elsewhere"
"""The file in a working folder that names an unfinished one outside. It is the first that goes, so
that what is cleared half-way is cleared by the next."""


@contextlib.contextmanager
def working_folder(room: Path, *, writes: Path | None = None) -> Iterator[Path]:
    """Give a folder for files of a while under ``room``, readable by its owner alone.

    It is removed when the block ends, and where its process is killed, by whoever comes next
    (``clear_working_folders``). writes: an unfinished file elsewhere (``unfinished_name``) that is
    cleared too where the process is killed. Raises InputError or WriteFailed where nothing can be
    written.
    """
    clear_working_folders(room)
    with contextlib.ExitStack() as stack:
        with told_as_failure(room):
            folder = stack.enter_context(_own_folder(room))
        try:
            if writes is not None:
                with told_as_failure(writes):
                    told = os.fsencode(writes.absolute())
                    write_files({ELSEWHERE: told}, folder, new=False)
            yield folder / "files"
        finally:
            remove_tree(folder)


def clear_working_folders(room: Path) -> None:
    """Remove what killed processes left under ``room``; what a living one uses stays."""
    with contextlib.suppress(OSError):
        for folder in sorted(room.iterdir()):
            _clear(folder)


def unfinished_name(target: Path) -> Path:
    """Return the name under which a file is written until it is whole."""
    return target.with_name(f".{target.name}{UNFINISHED}")


@contextlib.contextmanager
def _own_folder(room: Path) -> Iterator[Path]:
    """Make a folder and hold its lock; who clears may take it away before it is held."""
    while True:
        room.mkdir(mode=0o700, exist_ok=True)
        folder = room / secrets.token_hex(8)
        folder.mkdir(mode=0o700)
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(held(folder / LOCK))
                (folder / "files").mkdir(mode=0o700)
            except FileNotFoundError:
                continue
            yield folder
            return


def _clear(folder: Path) -> None:
    with contextlib.suppress(OSError), held(folder / LOCK, wait=False, create=False) as got:
        if got:
            _clear_elsewhere(folder / ELSEWHERE)
            remove_tree(folder)
        elif not (folder / LOCK).exists():
            # Begun, its lock not yet made: an empty one, which its maker then begins anew.
            folder.rmdir()


def _clear_elsewhere(told: Path) -> None:
    """Remove the unfinished file that was being written outside, and nothing that is another's."""
    with contextlib.suppress(FileNotFoundError):
        path = Path(os.fsdecode(told.read_bytes()))
        if path.name.startswith(".") and path.name.endswith(UNFINISHED):
            path.unlink(missing_ok=True)
