"""A row of one list of people, and what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from habeas.vocabulary.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Field(StrEnum):
    """What a column of a list tells about a person, whatever its heading says.

    ``other_id`` is a number that an organisation gave and others may know; ``birth_year`` a year of
    birth that stands alone. The three days are days of arrest, of release and of death. What
    follows ``occupation`` tells of custody and says nothing of who somebody is.
    """

    FULL_NAME = "full_name"
    GIVEN_NAMES = "given_names"
    SURNAMES = "surnames"
    NATIONAL_ID = "national_id"
    OTHER_ID = "other_id"
    BIRTH_DATE = "birth_date"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    SEX = "sex"
    DETAINED_ON = "detained_on"
    RELEASED_ON = "released_on"
    DIED_ON = "died_on"
    STATE = "state"
    MUNICIPALITY = "municipality"
    FACILITY = "facility"
    ADDRESS = "address"
    POSTCODE = "postcode"
    BIRTH_PLACE = "birth_place"
    NATIONALITY = "nationality"
    OCCUPATION = "occupation"
    STATUS = "status"
    STATUS_ON = "status_on"
    LAST_SEEN_ON = "last_seen_on"
    SEEN_HELD_ON = "seen_held_on"
    TRANSFERRED_ON = "transferred_on"
    CHARGED_ON = "charged_on"
    SENTENCED_ON = "sentenced_on"
    REARRESTED_ON = "rearrested_on"
    TRANSFERRED_TO = "transferred_to"
    CHARGES = "charges"
    SENTENCE = "sentence"
    RELEASE_CONDITIONS = "release_conditions"
    CAUSE_OF_DEATH = "cause_of_death"
    POPULATION = "population"

    @property
    def tells_custody(self) -> bool:
        """Whether it tells of custody alone, so that no two rows are compared by it."""
        return list(Field).index(self) > list(Field).index(Field.OCCUPATION)


class RecordKey(NamedTuple):
    """Where a record stands: the list's name, and its row, 1 for the first under the heading."""

    list_name: str
    row: int


@dataclass(frozen=True)
class Record:
    """A row of one list: one mention of one person.

    key: the list and the row. values: what each understood column says, as written, without the
    empty ones. cells: every column under its own heading, as written.
    Raises InputError if the list has no name or the row is not counted from 1.
    """

    key: RecordKey
    values: Mapping[Field, str] = field(default_factory=lambda: MappingProxyType({}))
    cells: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        """Refuse a record that stands nowhere."""
        if not self.key.list_name:
            raise InputError("is empty", "Give each list a name.", column="list")
        if self.key.row < 1:
            raise InputError(
                "is not a row", "Count rows from 1.", column="row", value=str(self.key.row)
            )

    def __hash__(self) -> int:
        """Hash by key, since mappings cannot be hashed."""
        return hash(self.key)
