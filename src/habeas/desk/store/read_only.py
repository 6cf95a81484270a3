"""A store on a medium that cannot be written: it can be looked at, verified and backed up."""

from __future__ import annotations

import os

from django.db import DatabaseError

from habeas.desk.store.location import StoreLocation
from habeas.desk.store.migration import is_behind
from habeas.vocabulary import InputError


def is_read_only(place: StoreLocation) -> bool:
    """Whether nothing may be written into the folder of a store, or into its database."""
    files = [place.root] + ([place.sqlite] if place.sqlite.exists() else [])
    return not all(os.access(file, os.W_OK) for file in files)


def refuse_read_only(place: StoreLocation) -> None:
    """Raise InputError where a store cannot be written that has to be."""
    if is_read_only(place):
        raise InputError(
            "cannot be written",
            "It can be looked at (habeas status --verify) and backed up; to work on it, "
            "restore a backup where you may write.",
            file=str(place.root),
        )


def refuse_older_tables(place: StoreLocation) -> None:
    """Raise InputError where tables need bringing up to this version, and cannot be."""
    try:
        waiting = is_behind()
    except DatabaseError as error:
        said = " ".join(str(error).split())
        raise InputError(
            f"its database cannot be read where it lies ({said})",
            "Copy the whole folder to where you may write, and open the copy.",
            file=str(place.root),
        ) from None
    if waiting:
        raise InputError(
            "has tables of an older version, and cannot be written",
            "Copy the whole folder to where you may write, and open the copy; or use the version "
            "of Habeas that wrote it.",
            file=str(place.root),
        )
