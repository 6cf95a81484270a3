"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from habeas.formats.replacement import DISK, begin, cannot_write, told_as_failure
from habeas.vocabulary import InputError

__all__ = ["atomic_write", "cannot_write", "write_whole"]


@contextlib.contextmanager
def atomic_write(path: str | Path) -> Iterator[TextIO]:
    """Open a UTF-8 text that takes its place at ``path`` only when the block ends well.

    Until then a reader sees the file as it was before; if the block raises, it stays so and
    nothing is left behind, even if the process is killed. Line ends are written as given. Devices
    such as /dev/null are written to directly. Raises InputError where no file can be written,
    WriteFailed where the disk is full.
    """
    with _atomic_bytes(Path(path)) as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8", newline="", write_through=True)
        yield text
        text.flush()
        text.detach()


def write_whole(
    path: str | Path, content: bytes | str, *, follow_links: bool = True, mode: int | None = None
) -> None:
    """Write a whole file in one step, as ``atomic_write`` does. Raises InputError.

    follow_links: whether a symbolic link at ``path`` leads to the file to be replaced; otherwise
    the link itself is replaced, and what it names stays as it is. mode: who may read it; else as
    the file that is replaced, or as any new one.
    """
    with _atomic_bytes(Path(path), follow_links, mode) as raw:
        raw.write(content.encode() if isinstance(content, str) else content)


@contextlib.contextmanager
def _atomic_bytes(
    path: Path, follow_links: bool = True, mode: int | None = None
) -> Iterator[BinaryIO]:
    with told_as_failure(path):
        # Through a symbolic link that is followed the file that it names is replaced, not the link.
        target = path.resolve() if follow_links else path.parent.resolve() / path.name
        link = target.is_symlink()
        device = target.exists() and not (link or target.is_file() or target.is_dir())
        if target.is_dir() and not link:
            raise InputError("is a folder", "Give the name of a file.", file=str(path))
        unfinished = None if device else begin(target)
    if unfinished is None:
        with target.open("wb") as straight:
            yield straight
        return
    try:
        with os.fdopen(unfinished.handle, "wb") as raw:
            with _full_disk_told(path):
                yield raw
            with told_as_failure(path):
                raw.flush()
                unfinished.take_place(_mode_of(target) if mode is None else mode)
    except BaseException:
        unfinished.discard()
        raise


@contextlib.contextmanager
def _full_disk_told(path: Path) -> Iterator[None]:
    """Turn into a sentence on ``path`` that the disk is full, whatever else the block does."""
    try:
        yield
    except OSError as error:
        if error.errno in DISK and not error.filename:
            raise cannot_write(path, error) from None
        raise


def _mode_of(target: Path) -> int:
    """Return the permissions the file has, or those that any new file would get."""
    if target.is_file() and not target.is_symlink():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
