"""The archive of the store that is open."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from habeas.archive import Archive
from habeas.desk.place import StorePlace
from habeas.vocabulary import InputError


def place() -> StorePlace:
    """Return the place of the store that is open. Raises InputError where none is."""
    from habeas.desk import settings  # noqa: PLC0415  (it reads the environment when it is loaded)

    if settings.PLACE is None:
        raise InputError("no store is open", "Open one first.")
    return settings.PLACE


def evidence() -> Archive:
    """Return the archive of the store that is open."""
    return _archive(place().archive)


@cache
def _archive(folder: Path) -> Archive:
    return Archive(folder)
