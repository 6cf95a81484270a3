"""Django loaded for one store; a process loads it for one store and no other."""

from __future__ import annotations

import os

import django
from django.conf import settings

from habeas.desk.store.location import VARIABLE, StoreLocation, remember
from habeas.vocabulary import InputError


def make_ready(place: StoreLocation) -> None:
    """Load Django for a store, leaving its tables as they are. Raises InputError."""
    opened = os.environ.get(VARIABLE)
    if settings.configured and opened != str(place.root):
        raise InputError(
            "cannot be opened: this process has opened another store",
            "Start a new process.",
            file=str(place.root),
        )
    remember(place)
    os.environ[VARIABLE] = str(place.root)
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.desk.settings"
    django.setup()
