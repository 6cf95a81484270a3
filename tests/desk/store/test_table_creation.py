"""A new store's tables, created at once, are those that its migrations would leave one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

SQLITE = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"
POSTGRESQL = """
SELECT 'column', table_name, column_name,
       concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default, is_identity)
FROM information_schema.columns WHERE table_schema = 'public'
UNION SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)
FROM pg_trigger WHERE NOT tgisinternal
"""


def parts(definition: str) -> tuple[str, ...]:
    """Return the definition of a table without the order of its columns, which says nothing."""
    return tuple(sorted(re.split(r", (?=\")", definition.rstrip(")"))))


def tables(connection: Any) -> list[tuple[Any, ...]]:
    """Return all that a database holds but rows, in an order of its own."""
    with connection.cursor() as cursor:
        cursor.execute(SQLITE if connection.vendor == "sqlite" else POSTGRESQL)
        return sorted((*names, parts(definition)) for *names, definition in cursor.fetchall())


def applied(connection: Any) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        return list(cursor.fetchall())


@pytest.fixture
def another(opened: Any, tmp_path: Path, in_a_database: Callable[[], list[str]]) -> Iterator[Any]:
    """Give an empty database beside the store's, of the kind tested."""
    from django.db import connections

    name = "".join(urlsplit(url).path[1:] for url in in_a_database()[1:])
    first = connections.databases["default"]
    connections.databases["another"] = first | {"NAME": name or str(tmp_path / "another.sqlite3")}
    yield connections["another"]
    connections["another"].close()
    del connections["another"], connections.databases["another"]


def test_tables_created_at_once_are_those_that_every_migration_in_turn_leaves(opened, another):
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(another)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert tables(another) == tables(connection)
    assert applied(another) == applied(connection)
