"""Where a store lies, and in what state it is: before Django, and beside it.

``location`` (a folder with the database, the evidence, what is published) → ``django_setup``
(Django loaded for it) · ``unfinished`` (what a store is until its mark is there) · ``migration``
(tables, all or nothing; ``table_creation``: those of an empty database) → ``half_filled`` (the same
of a PostgreSQL database) · ``read_only`` (on a medium that cannot be written) · ``running`` (the
desk that runs) · ``removal`` · ``sealed`` (the mark of a sealed one) · ``evidence`` (the archive of
the one that is open).
"""

from habeas.desk.store.django_setup import make_ready
from habeas.desk.store.evidence import evidence, place
from habeas.desk.store.location import (
    DATABASE_VARIABLE,
    MARK,
    SEALED,
    VARIABLE,
    StoreLocation,
    place_of_process,
    refuse_not_open,
)
from habeas.desk.store.migration import migrate
from habeas.desk.store.read_only import is_read_only, refuse_older_tables
from habeas.desk.store.running import served, wait_until_not_served
from habeas.desk.store.sealed import BEGUN, DONE, REMOVING, VERIFIED, SealMark
from habeas.desk.store.unfinished import refuse_taken

__all__ = [
    "BEGUN",
    "DATABASE_VARIABLE",
    "DONE",
    "MARK",
    "REMOVING",
    "SEALED",
    "VARIABLE",
    "VERIFIED",
    "SealMark",
    "StoreLocation",
    "evidence",
    "is_read_only",
    "make_ready",
    "migrate",
    "place",
    "place_of_process",
    "refuse_not_open",
    "refuse_older_tables",
    "refuse_taken",
    "served",
    "wait_until_not_served",
]
