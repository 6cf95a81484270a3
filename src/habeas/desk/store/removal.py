"""The plain store removed, keys first, its bytes written over where that means anything.

On a magnetic disk whose file system writes in place, what was written over cannot be read again.
On SSDs, memory cards, and file systems that copy on writing or keep snapshots, the device may keep
the old bytes; only the encryption of the whole disk helps there.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections

from habeas.desk.store.location import MARK, SEALED, StoreLocation
from habeas.formats.replacement import sync_folder

KEYS_FIRST = (
    "secret.key", "habeas.sqlite3", "habeas.sqlite3-wal", "habeas.sqlite3-shm",
    "habeas.sqlite3-journal",
)  # fmt: skip
"""The keys of sessions, then the database, which holds those of second factors."""

PIECE = bytes(1 << 20)


def end_sessions() -> None:
    """Sign everybody out."""
    from django.contrib.sessions.models import Session  # noqa: PLC0415  (Django must be ready)

    Session.objects.all().delete()


def empty_database() -> None:
    """Empty the tables of a PostgreSQL database, keys first; its own copies are not reached."""
    if connection.vendor == "sqlite":
        return
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in ("otp_totp_totpdevice", "otp_static_statictoken", "django_session"):
            if table in tables:
                cursor.execute(f"TRUNCATE {table} CASCADE")
    call_command("flush", verbosity=0, interactive=False)


def remove_files(place: StoreLocation) -> None:
    """Remove everything of a store but the mark that says that it is sealed; keys first."""
    connections.close_all()
    root = place.root
    for name in KEYS_FIRST:
        overwrite(root / name)
    sync_folder(root)
    for path in sorted(root.iterdir()):
        if path.name not in (SEALED, MARK):
            _remove(path)
    overwrite(root / MARK)
    sync_folder(root)


def overwrite(path: Path) -> None:
    """Write zeros over a file, have them reach the disk, and remove it; a link is only removed."""
    if path.is_symlink() or not path.is_file():
        path.unlink(missing_ok=True)
        return
    path.chmod(0o600)
    handle = os.open(path, os.O_WRONLY)
    try:
        left = os.fstat(handle).st_size
        while left:
            left -= os.write(handle, PIECE[: min(left, len(PIECE))])
        os.fsync(handle)
    finally:
        os.close(handle)
    path.unlink()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        for held in sorted(path.rglob("*")):
            if held.is_file() or held.is_symlink():
                overwrite(held)
        shutil.rmtree(path)
    else:
        overwrite(path)
