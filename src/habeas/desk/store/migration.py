"""The tables of a store brought up to this version: by one transaction, all of it or nothing.

Django commits each migration, and then the record that it was applied, so that a run that is killed
between the two leaves a store that can never be opened again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from habeas.desk.store.table_creation import create_tables, is_empty
from habeas.formats.replacement import no_room
from habeas.vocabulary import HabeasError, InputError

LOCK = 4_851_237_002
"""The number under which those who migrate a PostgreSQL database wait for each other."""


def migrate() -> None:
    """Bring the tables up to this version; a run that is stopped leaves them as they were.

    Raises InputError where the database says no, WriteFailed where its disk is full.
    """
    try:
        if is_behind():
            with _one_transaction():
                # Each looks again: another process may have done it while this one waited.
                if is_empty():
                    create_tables()
                else:
                    call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        raise unreachable(error) from None


def unreachable(error: OperationalError) -> HabeasError:
    """Return the error to raise where the database says no, or its disk is full."""
    said = " ".join(str(error).split())
    return no_room(error) or InputError(
        f"the database cannot be reached ({said})", "Check its address and that it runs."
    )


def is_behind() -> bool:
    """Whether a migration waits to be applied."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextlib.contextmanager
def _one_transaction() -> Iterator[None]:
    """Within the block, change tables by one transaction, one process at a time."""
    connection.ensure_connection()
    if connection.vendor != "sqlite":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            # Else a table with rows whose constraints are still to be checked cannot be changed.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            yield
        return
    # SQLite makes a table anew to change it, and can do that only while keys of others are not
    # held against it, which cannot be said within a transaction; all are checked at the end.
    with connection.constraint_checks_disabled(), transaction.atomic():
        yield
        connection.check_constraints()
