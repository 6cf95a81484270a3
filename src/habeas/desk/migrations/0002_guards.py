"""What the database itself guards: rows that are kept for ever, and the index of words."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

KEPT = ("desk_activity", "desk_claimdecision", "desk_pairdecision", "desk_consent")

SQLITE_KEEP = """
CREATE TRIGGER {table}_{verb}_refused BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'rows of {table} are kept for ever'); END
"""

SQLITE_WORDS = (
    "CREATE VIRTUAL TABLE desk_words USING fts5("
    "folded, content='desk_searchentry', content_rowid='id', tokenize='unicode61')",
    """CREATE TRIGGER desk_words_added AFTER INSERT ON desk_searchentry BEGIN
    INSERT INTO desk_words(rowid, folded) VALUES (new.id, new.folded); END""",
    """CREATE TRIGGER desk_words_taken AFTER DELETE ON desk_searchentry BEGIN
    INSERT INTO desk_words(desk_words, rowid, folded) VALUES ('delete', old.id, old.folded); END""",
    """CREATE TRIGGER desk_words_changed AFTER UPDATE ON desk_searchentry BEGIN
    INSERT INTO desk_words(desk_words, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO desk_words(rowid, folded) VALUES (new.id, new.folded); END""",
)

POSTGRESQL_KEEP = """
CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION desk_kept_for_ever()
"""

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION desk_kept_for_ever() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'rows of % are kept for ever', TG_TABLE_NAME; END
$$ LANGUAGE plpgsql
"""

POSTGRESQL_WORDS = (
    "CREATE INDEX desk_words ON desk_searchentry USING gin (to_tsvector('simple', folded))"
)


def guard(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Lay down the guards in the database's own language."""
    if editor.connection.vendor == "sqlite":
        for table in KEPT:
            for verb in ("UPDATE", "DELETE"):
                editor.execute(SQLITE_KEEP.format(table=table, verb=verb), params=None)
        for statement in SQLITE_WORDS:
            editor.execute(statement, params=None)
        return
    editor.execute(POSTGRESQL_FUNCTION, params=None)
    for table in KEPT:
        editor.execute(POSTGRESQL_KEEP.format(table=table), params=None)
    editor.execute(POSTGRESQL_WORDS, params=None)


class Migration(migrations.Migration):
    """Django's."""

    dependencies = (("desk", "0001_first_tables"),)
    operations = (migrations.RunPython(guard, migrations.RunPython.noop),)
