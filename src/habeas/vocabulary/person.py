"""The records that linkage, or a human decision, holds to be one individual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.vocabulary.errors import InputError
from habeas.vocabulary.record import Record

if TYPE_CHECKING:
    from habeas.vocabulary.record import Field


@dataclass(frozen=True)
class Person:
    """The records that are held to be one individual.

    id: stable from run to run. records: in the order of their lists and rows.
    Raises InputError if the id is empty, or there are no records, or one stands there twice.
    """

    id: str
    records: tuple[Record, ...]

    def __post_init__(self) -> None:
        """Refuse a person without an id or without a record, and put the records in order."""
        if not self.id:
            raise InputError("is empty", "Give each person an id.", column="person_id")
        if not self.records:
            raise InputError("has no records", "Name at least one row of a list.", value=self.id)
        if len({record.key for record in self.records}) != len(self.records):
            raise InputError("holds a record twice", "Name each row once.", value=self.id)
        ordered = tuple(sorted(self.records, key=lambda record: record.key))
        object.__setattr__(self, "records", ordered)

    @property
    def lists(self) -> frozenset[str]:
        """The lists that name this person."""
        return frozenset(record.key.list_name for record in self.records)

    def said(self, field: Field) -> tuple[str, ...]:
        """All that the records say of ``field``, each different text once, as written."""
        texts = (record.values.get(field, "") for record in self.records)
        return tuple(dict.fromkeys(text for text in texts if text))
