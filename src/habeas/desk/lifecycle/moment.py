"""One transaction in which every table is as it was at one moment, while others go on writing."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from django.db import connection, transaction


@contextlib.contextmanager
def one_moment() -> Iterator[None]:
    """Within the block, read all tables as they are now; nobody has to wait for it.

    SQLite: a read transaction, which in WAL mode sees the database as it was at its first read.
    PostgreSQL: REPEATABLE READ, READ ONLY. Raises RuntimeError within another transaction, which
    may have begun at any time before.
    """
    connection.ensure_connection()
    if connection.vendor != "sqlite":
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT 1")  # the moment is that of the first question
            yield
        return
    usual = connection.transaction_mode  # type: ignore[attr-defined]  # SQLite's alone has it
    # A transaction that means to write would make all others wait until the backup ends.
    connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_master")
            yield
    finally:
        connection.transaction_mode = usual  # type: ignore[attr-defined]
