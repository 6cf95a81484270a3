"""The single steps of writing that outlive a loss of power; recovery is tested at each of them."""

from __future__ import annotations

import os
from pathlib import Path

READ_ONLY = 0o444


def make_folder(path: Path) -> None:
    """Make a folder, where it is not there yet, whose name lasts."""
    if not path.is_dir():
        path.mkdir(parents=True, exist_ok=True)
        sync_folder(path.parent)


def write_file(path: Path, content: bytes, mode: int = READ_ONLY) -> None:
    """Write a file anew, its bytes safe on the disk when this returns."""
    path.unlink(missing_ok=True)
    _write(path, content, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)


def append(path: Path, content: bytes) -> None:
    """Add bytes to the end of a file, safe on the disk when this returns."""
    _write(path, content, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)


def rename(source: Path, target: Path) -> None:
    """Give a file another name, in place of whatever bore it."""
    source.replace(target)


def remove(path: Path) -> None:
    """Remove a file."""
    path.unlink()


def cut(path: Path, size: int) -> None:
    """Cut a file down to its first ``size`` bytes, safe on the disk when this returns."""
    handle = os.open(path, os.O_WRONLY)
    try:
        os.ftruncate(handle, size)
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(path: Path) -> None:
    """Make the names in a folder safe on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(path: Path, content: bytes, flags: int, mode: int) -> None:
    handle = os.open(path, flags, mode)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)
