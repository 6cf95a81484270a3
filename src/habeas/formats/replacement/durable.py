"""Bytes and names that outlive a loss of power."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder outlive a loss of power."""
    if os.name == "nt":  # pragma: no cover - Windows keeps names without being asked
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_files(contents: Mapping[str, bytes], root: Path, *, new: bool = True) -> None:
    """Write files by their paths under a folder, and make sure that all of them last.

    new: whether the folder is made; otherwise it is there.
    """
    folders = {root}
    root.mkdir(exist_ok=not new)
    for path, content in contents.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        folders |= {parent for parent in file.parents if parent.is_relative_to(root)}
    # Once all are written: the first waits for most of the others too.
    for path in contents:
        handle = os.open(root / path, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    for folder in folders:
        sync_folder(folder)


def remove_tree(path: Path) -> None:
    """Remove a folder and all in it, where it is there. Raises OSError where that cannot be."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISDIR(mode):
        path.unlink(missing_ok=True)
        return
    for each in sorted(path.iterdir()):
        remove_tree(each)
    with contextlib.suppress(FileNotFoundError):
        path.rmdir()
