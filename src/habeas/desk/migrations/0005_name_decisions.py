"""What was decided of names that must not be public; kept for ever, as all decisions are."""

from __future__ import annotations

import importlib

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GUARDS = importlib.import_module("habeas.desk.migrations.0002_guards")
TABLE = "desk_namedecision"


def guard(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Have the database refuse to change what was decided."""
    if editor.connection.vendor == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            editor.execute(GUARDS.SQLITE_KEEP.format(table=TABLE, verb=verb), params=None)
        return
    editor.execute(GUARDS.POSTGRESQL_KEEP.format(table=TABLE), params=None)


class Migration(migrations.Migration):
    """Django's."""

    dependencies = (("desk", "0004_links"),)
    operations = (
        migrations.CreateModel(
            name="NameDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("about", models.TextField()),
                ("value", models.JSONField(null=True)),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="desk.activity",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="name_decisions",
                        to="desk.case",
                    ),
                ),
            ],
            options={"ordering": ("pk",)},
        ),
        migrations.RunPython(guard, migrations.RunPython.noop),
    )
