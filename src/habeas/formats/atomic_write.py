"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from habeas.vocabulary import InputError


@contextlib.contextmanager
def atomic_write(path: str | Path) -> Iterator[TextIO]:
    """Open a UTF-8 text that takes its place at ``path`` only when the block ends well.

    Until then a reader sees the file as it was before; if the block raises, it stays so and
    nothing is left behind. Line ends are written as given. Devices such as /dev/null are written
    to directly. Raises InputError where no file can be written.
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
    try:
        # Through a symbolic link that is followed the file that it names is replaced, not the link.
        target = path.resolve() if follow_links else path.parent.resolve() / path.name
        link = target.is_symlink()
        if target.exists() and not (link or target.is_file() or target.is_dir()):
            with target.open("wb") as device:
                yield device
            return
        if target.is_dir() and not link:
            raise InputError("is a folder", "Give the name of a file.", file=str(path))
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise cannot_write(path, error) from None
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as raw:
            yield raw
            raw.flush()
            os.fsync(raw.fileno())
        unfinished.chmod(_mode_of(target) if mode is None else mode)
        unfinished.replace(target)
        sync_folder(target.parent)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder outlive a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def cannot_write(path: Path, error: OSError) -> InputError:
    """Return the error to raise where the system refuses to write ``path``."""
    return InputError(
        f"cannot be written ({(error.strerror or str(error)).lower()})",
        "Name a file in a folder that exists and that you may write to.",
        file=str(path),
    )


def _mode_of(target: Path) -> int:
    """Return the permissions the file has, or those that any new file would get."""
    if target.is_file() and not target.is_symlink():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
