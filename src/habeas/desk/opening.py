"""Django made ready for one store; a process opens one store and no other."""

from __future__ import annotations

import os
from pathlib import Path

import django
from django.conf import settings

from habeas.desk.place import VARIABLE, StorePlace
from habeas.vocabulary import InputError


def open_store(root: str | Path) -> StorePlace:
    """Open a store that is there, its tables brought up to this version.

    Raises InputError where there is none, or where the process has opened another already.
    """
    place = StorePlace.read(root)
    make_ready(place)
    migrate()
    seal_older_cases()
    settle()
    return place


def create_store(root: str | Path, database: str = "") -> StorePlace:
    """Begin a store. Raises InputError where something is there already."""
    place = StorePlace.create(root, database)
    make_ready(place)
    migrate()
    return place


def make_ready(place: StorePlace) -> None:
    """Load Django for a store, leaving its tables as they are. Raises InputError."""
    opened = os.environ.get(VARIABLE)
    if settings.configured and opened != str(place.root):
        raise InputError(
            "cannot be opened: this process has opened another store",
            "Start a new process.",
            file=str(place.root),
        )
    os.environ[VARIABLE] = str(place.root)
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.desk.settings"
    django.setup()


def seal_older_cases() -> None:
    """Have the log tell what cases hold that were begun before it did."""
    from habeas.desk.sealing import seal_older_cases as seal  # noqa: PLC0415  (Django first)

    seal()


def settle() -> None:
    """Finish or clear away what runs that were stopped have left."""
    from habeas.desk.settling import settle as finish  # noqa: PLC0415  (Django first)

    finish()


def migrate() -> None:
    """Bring the tables up to this version. Raises InputError where the database says no."""
    from django.core.management import call_command  # noqa: PLC0415  (Django must be ready first)
    from django.db import OperationalError  # noqa: PLC0415

    try:
        call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        said = " ".join(str(error).split())
        raise InputError(
            f"the database cannot be reached ({said})", "Check its address and that it runs."
        ) from None
