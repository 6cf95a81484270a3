"""The tables of an empty database created at once, as every migration in turn would leave them.

Django applies migrations one by one and draws all models anew after each step, which takes most of
the time of beginning or restoring a store, and gives the same tables: what is created here is the
state after the last migration. What migrations do beside tables (the guards) is done in their
order, and each is recorded as applied.
"""

from __future__ import annotations

from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations import RunPython, RunSQL
from django.db.migrations.recorder import MigrationRecorder


def is_empty() -> bool:
    """Whether no migration was ever applied to the database; it may hold tables of others."""
    return not MigrationRecorder(connection).applied_migrations()


def create_tables() -> None:
    """Create all tables in a database that has none of them, within the transaction open."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    last = executor.loader.project_state()
    with connection.schema_editor(atomic=False) as editor:
        for model in last.apps.get_models():
            editor.create_model(model)
    with connection.schema_editor(atomic=False) as editor:
        for migration, _ in plan:
            for operation in migration.operations:
                if isinstance(operation, RunPython | RunSQL):
                    operation.database_forwards(migration.app_label, editor, last, last)
            executor.recorder.record_applied(migration.app_label, migration.name)
    emit_post_migrate_signal(
        verbosity=0, interactive=False, db=connection.alias, apps=last.apps, plan=plan
    )
