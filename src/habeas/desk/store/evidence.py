"""The archive of the store that is open."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from habeas.archive import Archive
from habeas.desk.store.location import StoreLocation
from habeas.vocabulary import InputError


def place() -> StoreLocation:
    """Return the place of the store that is open. Raises InputError where none is."""
    opened: StoreLocation | None = settings.PLACE if settings.configured else None
    if opened is None:
        raise InputError("no store is open", "Open one first.")
    return opened


def evidence() -> Archive:
    """Return the archive of the store that is open."""
    return _archive(place().archive)


@cache
def _archive(folder: Path) -> Archive:
    return Archive(folder)
