"""What a backup writes on its way, and how what a killed one left is found and cleared.

Each running backup has a folder of its own in ``work/`` of the store, with a file that names what
it writes elsewhere. The file is held locked while the backup runs: the system lets go of it at
death, and the next one knows by that.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

PREFIX = "backup-"
INTENTION = "intention.json"


@contextlib.contextmanager
def own_folder(work: Path, writes: Path) -> Iterator[Path]:
    """Within the block, have a folder in ``work`` that nobody else may read; then it is gone.

    writes: the unfinished file that is cleared too where this process is killed.
    """
    work.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = Path(tempfile.mkdtemp(prefix=PREFIX, dir=work))
    try:
        with _held(own / INTENTION) as stream:
            os.write(stream, json.dumps({"writes": str(writes.absolute())}).encode())
            os.fsync(stream)
            yield own
    finally:
        shutil.rmtree(own, ignore_errors=True)
        with contextlib.suppress(OSError):
            work.rmdir()


def clear_left_behind(work: Path) -> list[str]:
    """Clear what killed backups left here and where they wrote; return what was cleared.

    What belongs to a backup that is still running stays.
    """
    cleared = []
    for own in sorted(work.glob(f"{PREFIX}*")) if work.is_dir() else []:
        intention = own / INTENTION
        if intention.exists() and _is_held(intention):
            continue
        with contextlib.suppress(OSError, ValueError):
            written = Path(str(json.loads(intention.read_text("utf-8"))["writes"]))
            if is_unfinished_name(written) and written.is_file():
                written.unlink()
                cleared.append(str(written))
        shutil.rmtree(own, ignore_errors=True)
        cleared.append(str(own))
    return cleared


def unfinished_name(target: Path) -> Path:
    """Return the name under which a file is written until it is whole."""
    return target.with_name(f".{target.name}.unfinished")


def is_unfinished_name(path: Path) -> bool:
    """Whether a file bears such a name."""
    return path.name.startswith(".") and path.name.endswith(".unfinished")


@contextlib.contextmanager
def _held(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)


def _is_held(path: Path) -> bool:
    handle = os.open(path, os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
