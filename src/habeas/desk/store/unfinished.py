"""What a store is until its mark is there: a folder that says that it is unfinished.

The mark ``store.toml`` is the last thing that appears. Until then ``unfinished.toml`` says what is
being made, and whoever makes it holds it locked; the system lets go of it at death. So at whatever
moment ``init`` or ``restore`` is killed, the next one knows what lies there, and begins anew.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from habeas.desk.store.location import DATABASE_VARIABLE, MARK, UNFINISHED, StoreLocation, mark_of
from habeas.formats.atomic_write import cannot_write
from habeas.formats.replacement import sync_folder
from habeas.vocabulary import InputError

MADE = ("secret.key", "habeas.sqlite3", "habeas.sqlite3-wal", "habeas.sqlite3-shm",
        "habeas.sqlite3-journal", "archive", "published", "work", "store.toml")  # fmt: skip
"""What the making of a store puts into its folder before the mark."""


@dataclass
class Construction:
    """A store that is being made. token: what its database is marked with meanwhile.

    earlier: the tokens of constructions in the same folder that were killed.
    """

    place: StoreLocation
    database: str
    token: str
    earlier: frozenset[str] = frozenset()

    def finish(self) -> None:
        """Give the store its mark: from here on it is one."""
        os.sync()
        folder = self.place.root
        fresh = folder / f".{MARK}.new"
        _write_own(fresh, mark_of(self.database))
        fresh.replace(folder / MARK)
        sync_folder(folder)


@contextlib.contextmanager
def construction(what: str, root: str | Path, database: str = "") -> Iterator[Construction]:
    """Within the block, make a store; where the block raises, or ends without ``finish``, none is.

    what: "init" or "restore". Raises InputError where something else is there already, or where
    another process is making a store there.
    """
    folder = Path(root).absolute()
    refuse_taken(folder)
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        handle = _locked(folder)
    except OSError as error:
        raise cannot_write(folder, error) from None
    try:
        earlier = _tokens(folder / UNFINISHED)
        _clear(folder)
        token = secrets.token_hex(16)
        _say(handle, what, token, earlier)
        _write_own(folder / "secret.key", secrets.token_urlsafe(64) + "\n")
        address = os.environ.get(DATABASE_VARIABLE) or database
        held = Construction(StoreLocation(folder, address), database, token, frozenset(earlier))
        yield held
    finally:
        # Not reached by a process that is killed: then the mark stays and says what lies there.
        finished = (folder / MARK).is_file() and (folder / MARK).stat().st_size > 0
        if not finished:
            _clear(folder)
        with contextlib.suppress(OSError):
            (folder / UNFINISHED).unlink()
        os.close(handle)
        if is_new and not finished:
            with contextlib.suppress(OSError):
                folder.rmdir()


def refuse_taken(folder: Path) -> None:
    """Raise InputError where no store can be made: anything but an unfinished one is there."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise InputError(
            "is not a folder", "Name a folder that is not there yet.", file=str(folder)
        )
    mark = folder / MARK
    if mark.is_file() and mark.stat().st_size:
        raise InputError(
            "is a store already", "Name a folder that is not there yet.", file=str(folder)
        )
    if strangers(folder):
        raise InputError("is not empty", "Name a folder that is not there yet.", file=str(folder))


def strangers(folder: Path) -> list[str]:
    """Return what lies in a folder that the making of a store cannot have left there.

    Versions before made the key first, then an empty mark: what they left when killed counts too.
    """
    marked = (folder / UNFINISHED).exists()
    ours = {*MADE, UNFINISHED} if marked else {"secret.key", "store.toml"}
    return [
        path.name
        for path in folder.iterdir()
        if path.name not in ours and not path.name.startswith(".store.toml.")
    ]


def has_remains(place: StoreLocation) -> bool:
    """Whether a store was finished whose mark of being unfinished was not taken off any more."""
    return (place.root / UNFINISHED).exists()


def clear_remains(place: StoreLocation) -> None:
    """Take the mark of an unfinished store off one that has been finished since."""
    (place.root / UNFINISHED).unlink(missing_ok=True)


def _locked(folder: Path) -> int:
    """Return the mark of an unfinished store, opened and locked. Raises InputError, OSError."""
    path = folder / UNFINISHED
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        sync_folder(folder)
        same = path.exists() and path.stat().st_ino == os.fstat(handle).st_ino
        if not same or ((folder / MARK).is_file() and (folder / MARK).stat().st_size):
            raise InputError(
                "is a store already: another process has just made it",
                "Name a folder that is not there yet.",
                file=str(folder),
            )
    except BlockingIOError:
        os.close(handle)
        raise InputError(
            "is being made into a store by another process at this moment",
            "Wait for it, or name another folder.",
            file=str(folder),
        ) from None
    except BaseException:
        os.close(handle)
        raise
    return handle


def _say(handle: int, what: str, token: str, earlier: set[str]) -> None:
    tokens = ", ".join(json.dumps(each) for each in (token, *sorted(earlier)))
    text = (
        f"# This is no store yet: “habeas {what}” has not ended. Run it again; it begins anew.\n"
        f'what = "{what}"\ntokens = [{tokens}]\n'
    )
    os.ftruncate(handle, 0)
    os.pwrite(handle, text.encode(), 0)
    os.fsync(handle)


def _tokens(path: Path) -> set[str]:
    try:
        return set(map(str, tomllib.loads(path.read_text("utf-8")).get("tokens", [])))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return set()


def _write_own(path: Path, text: str) -> None:
    """Write a file that nobody else may read, safe on the disk when this returns."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def _clear(folder: Path) -> None:
    """Remove what the making of a store has put into its folder, but for its mark."""
    for path in folder.iterdir():
        if path.name in MADE or path.name.startswith(".store.toml."):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
