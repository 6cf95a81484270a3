"""A PostgreSQL database that is being filled says so, so that one left half-filled is known.

A SQLite file lies in the folder of the store and shares its mark. A database elsewhere gets a mark
of its own, a table ``habeas_unfinished`` with the folder and a token, before anything is written,
and loses it when the store is finished. While the work goes on its maker holds a lock, of which the
server lets go when the maker is gone.
"""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command
from django.db import OperationalError, connection

from habeas.desk.store.migration import migrate, unreachable
from habeas.desk.store.unfinished import Construction
from habeas.vocabulary import InputError

LOCK = 4_851_237_001
"""The number under which makers of stores lock a database; any that nobody else uses."""

HOLD_ROWS = ("desk_case", "desk_activity", "auth_user")


def claim(held: Construction, *, anew: bool = False) -> None:
    """Mark a database as being filled, emptied of what a killed attempt left in it.

    anew: whether to empty it too of what an attempt in another folder left.
    Raises InputError where it holds a store, cannot be reached, or somebody else is filling it.
    """
    if connection.vendor == "sqlite":
        return
    try:
        _claim(held, anew)
    except OperationalError as error:
        raise unreachable(error) from None


def release() -> None:
    """Take the mark off a database, and the lock."""
    if connection.vendor == "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS habeas_unfinished")
        cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def abandon(held: Construction) -> None:
    """Empty a database again whose store could not be made, and take its mark off."""
    if connection.vendor != "sqlite" and _mark()[:1] == [held.token]:
        _empty()
        release()


def clear_remains() -> None:
    """Take the mark off a database whose store has been finished since."""
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS habeas_unfinished")


def _claim(held: Construction, anew: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise InputError(
                "the database is being filled by another process at this moment",
                "Wait for it, or name another database.",
            )
    marked = _mark()
    if marked and marked[0] not in held.earlier and not anew:
        raise InputError(
            f"the database holds what an unfinished attempt to make a store in {marked[1]} left",
            "Run that again; or, where it is not needed any more, empty it with --anew.",
        )
    if marked:
        _empty()
    elif _holds_rows():
        raise InputError("the database holds a store already", "Name a database that is empty.")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS habeas_unfinished (token text, folder text)")
        cursor.execute("DELETE FROM habeas_unfinished")
        cursor.execute(
            "INSERT INTO habeas_unfinished VALUES (%s, %s)", [held.token, str(held.place.root)]
        )


def _mark() -> list[str]:
    """Return the token and the folder with which a database is marked, [] where it is not."""
    if "habeas_unfinished" not in connection.introspection.table_names():
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT token, folder FROM habeas_unfinished")
        return list(cursor.fetchone() or ("", str(Path("?"))))


def _holds_rows() -> bool:
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in HOLD_ROWS:
            if table in there:
                cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table})")  # noqa: S608  (a constant)
                if cursor.fetchone()[0]:
                    return True
    return False


def _empty() -> None:
    # Tables that a killed migration has not made yet are made first, so that all can be emptied.
    migrate()
    call_command("flush", verbosity=0, interactive=False)
