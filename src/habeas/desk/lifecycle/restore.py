"""A store anew from a backup: verified before it gets its mark, and no store until then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, connection, transaction

from habeas.desk.audit_log import activity
from habeas.desk.cases import reindex
from habeas.desk.history import seal_older_cases
from habeas.desk.lifecycle.bundle import About, BundleReader, Rows, damaged
from habeas.desk.lifecycle.encryption import Identity
from habeas.desk.lifecycle.source import opened
from habeas.desk.lifecycle.verification import store_findings
from habeas.desk.store import StoreLocation
from habeas.vocabulary import HabeasError, InputError

SHOWN = 20
"""How many findings are told of a backup that does not verify."""


def fill(place: StoreLocation, source: Path, identities: Sequence[Identity] = ()) -> list[str]:
    """Fill a new, empty store from a backup; return what does not verify in it, as sentences.

    All rows come in by one transaction. Raises InputError where the file is damaged.
    """
    with opened(source, identities) as stream:
        reader = BundleReader(stream, source)
        with connection.constraint_checks_disabled(), transaction.atomic():
            for rows in reader.pieces(place.root):
                _add(rows, reader.about, source)
            _refuse_dangling(source)
    _count_on()
    reindex()
    return list(islice(_findings(reader.about), SHOWN))


def refuse_findings(source: Path, findings: Sequence[str]) -> None:
    """Raise HabeasError where a backup does not verify."""
    if findings:
        raise HabeasError(
            f"{source}: nothing was restored, for it does not verify. {' '.join(findings)} "
            "Use another copy of it; to restore it as it is, add --despite-findings."
        )


def _findings(about: About) -> Iterator[str]:
    if activity.head() != about.activity_head:
        yield "The log does not end with the entry that the backup names."
    yield from activity.findings()
    seal_older_cases()
    yield from store_findings()


def _add(rows: Rows, about: About, source: Path) -> None:
    """Add rows as they were, with their numbers and times."""
    try:
        for row in serializers.deserialize(
            rows.kind, rows.content, handle_forward_references=about.format == 1
        ):
            row.save(force_insert=True)
    except DeserializationError as error:
        if isinstance(error.__cause__, ValueError):
            raise damaged(source, "rows that are no rows") from None
        raise InputError(
            f"holds rows that this version does not know ({str(error)[:200]})",
            f"It was written by Habeas {about.habeas}: restore it with that version.",
            file=str(source),
        ) from None
    except DatabaseError as error:
        raise damaged(source, " ".join(str(error).split())[:200]) from None


def _refuse_dangling(source: Path) -> None:
    try:
        connection.check_constraints()
    except DatabaseError:
        raise damaged(source, "rows name others that are not there") from None


def _count_on() -> None:
    """Have the database number new rows after those that were restored."""
    statements = connection.ops.sequence_reset_sql(no_style(), apps.get_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
