"""A whole store in one file, and back: the same file for SQLite and PostgreSQL."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction

from habeas import __version__
from habeas.desk import activity
from habeas.desk.place import StorePlace
from habeas.desk.sealing import seal_older_cases
from habeas.desk.searching import reindex
from habeas.formats.atomic_write import cannot_write
from habeas.vocabulary import InputError

ROWS = "store.json"
MARK = "habeas-backup.json"
FORMAT = 1
LEFT_OUT = (
    "contenttypes",
    "auth.permission",
    "sessions",
    "desk.searchentry",
    "axes",
    "desk.signinwait",
)
"""What every store makes for itself, and what ought not to outlive it."""


def back_up(place: StorePlace, target: Path) -> dict[str, object]:
    """Write everything of a store into one new file. Raises InputError where it is there already.

    The documents are written after the rows, which name none that came later.
    """
    if target.exists():
        raise InputError("is there already", "Name a new file.", file=str(target))
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with tempfile.TemporaryDirectory(prefix="habeas-") as folder:
            rows = Path(folder) / ROWS
            _write_rows(rows)
            about = {
                "format": FORMAT,
                "habeas": __version__,
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
                "rows_sha256": _digest(rows),
                "activity_head": activity.head(),
            }
            unfinished.unlink(missing_ok=True)
            # Nobody else may read it while it is being written either.
            own = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with (
                os.fdopen(own, "wb") as stream,
                tarfile.open(fileobj=stream, mode="w:gz", compresslevel=6) as tar,
            ):
                _add(tar, MARK, json.dumps(about, indent=1).encode())
                tar.add(rows, ROWS)
                for part in ("archive", "published"):
                    if (place.root / part).exists():
                        tar.add(place.root / part, part)
        unfinished.replace(target)
    except OSError as error:
        raise cannot_write(target, error) from None
    finally:
        unfinished.unlink(missing_ok=True)
    return about


def refuse_other_file(source: Path) -> dict[str, object]:
    """Return what a backup says of itself. Raises InputError where it is none."""
    try:
        with tarfile.open(source, "r:gz") as tar:
            member = tar.extractfile(MARK)
            about = json.loads(member.read(100_000)) if member else {}
    except (OSError, tarfile.TarError, KeyError, ValueError, EOFError):
        about = {}
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise InputError(
            "is not a backup of a store",
            "Name a file that “habeas backup” wrote.",
            file=str(source),
        )
    return about


def restore(place: StorePlace, source: Path) -> None:
    """Fill a new, empty store from a backup. Raises InputError where the file is damaged."""
    about = refuse_other_file(source)
    with tempfile.TemporaryDirectory(prefix="habeas-", dir=place.root) as folder:
        try:
            with tarfile.open(source, "r:gz") as tar:
                tar.extractall(folder, filter="data")
        except (OSError, tarfile.TarError, EOFError) as error:
            raise _damaged(source, type(error).__name__) from None
        rows = Path(folder) / ROWS
        if not rows.is_file() or _digest(rows) != about["rows_sha256"]:
            raise _damaged(source, "its rows were changed")
        _read_rows(rows)
        if activity.head() != about["activity_head"] or any(activity.findings()):
            raise _damaged(source, "its log of what was done does not hold")
        for part in ("archive", "published"):
            if (Path(folder) / part).exists():
                (Path(folder) / part).rename(place.root / part)
    seal_older_cases()


def _write_rows(target: Path) -> None:
    with transaction.atomic(), target.open("w", encoding="utf-8") as stream:
        call_command("dumpdata", exclude=LEFT_OUT, stdout=stream, natural_foreign=True)


def _read_rows(source: Path) -> None:
    with connection.constraint_checks_disabled(), transaction.atomic():
        call_command("loaddata", str(source), verbosity=0)
    connection.check_constraints()
    reindex()


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    tar.addfile(member, io.BytesIO(content))


def _damaged(source: Path, why: str) -> InputError:
    return InputError(f"is damaged ({why})", "Use another copy of it.", file=str(source))
