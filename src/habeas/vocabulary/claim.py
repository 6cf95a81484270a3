"""One number that one claimant asserts of people being taken, freed or held."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from habeas.vocabulary.errors import InputError
from habeas.vocabulary.period import Period
from habeas.vocabulary.quantity import Quantity
from habeas.vocabulary.source import ClaimantKind, Sources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SUBGROUP = "subgroup"
"""The population kind of a part of another claim."""

Value = str | int | bool | None
"""What a field of a claim holds in a file."""


class Measure(StrEnum):
    """What is counted: flows (people over a period) and one stock (people on a day).

    REGISTERED: people whom a claimant entered in its own register, whenever they were taken.
    """

    DETAINED = "detained"
    RELEASED = "released"
    DIED = "died"
    HELD = "held"
    REGISTERED = "registered"

    @property
    def is_flow(self) -> bool:
        """Whether people are counted over a period."""
        return self is not Measure.HELD


class Modality(StrEnum):
    """On what footing a number is given; ``promised`` and ``denied`` bind nothing."""

    ASSERTED = "asserted"
    ESTIMATED = "estimated"
    VERIFIED = "verified"
    REPORTED = "reported"
    PROMISED = "promised"
    DENIED = "denied"

    @property
    def binds(self) -> bool:
        """Whether a number given on this footing says that something is so."""
        return self not in (Modality.PROMISED, Modality.DENIED)


class ReadingStatus(StrEnum):
    """How far a number has been read.

    ``read``: a reader took it for what its fields say. ``unread``: a number of people whose measure
    cannot be told; its fields are the likeliest guess, and it binds nothing. ``decided``: a person
    decided what it says.
    """

    READ = "read"
    UNREAD = "unread"
    DECIDED = "decided"


@dataclass(frozen=True)
class AlternativeReading:
    """Another reading of a claim's number.

    reader: who reads so, with the digest of its weights or prompt. fields: by the names of a
    claim's columns, those in which it differs, as files spell them; empty where that reader does
    not take the number for a count of people at all. confidence: from 0 to 1. reasons: why.
    """

    reader: str
    fields: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    confidence: float | None = None
    reasons: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Hash by what can be hashed."""
        return hash((self.reader, tuple(sorted(self.fields))))


@dataclass(frozen=True)
class Evidence:
    """Where a claim's words stand: ``quote`` == text[start:end] of the archived document.

    document: the SHA-256 of the document or the id its collection gives it. All may be empty for
    a figure taken over from a table, for which ``url`` stands alone.
    """

    document: str = ""
    start: int | None = None
    end: int | None = None
    quote: str = ""
    reported_by: str = ""
    published: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        """Refuse offsets that cannot hold the quote."""
        if self.start is None or self.end is None:
            return
        if not 0 <= self.start <= self.end:
            raise InputError(
                f"is not a place before end ({self.end})",
                "Give character offsets, counted from 0.",
                column="start",
                value=str(self.start),
            )
        if self.end - self.start != len(self.quote):
            raise InputError(
                f"is {len(self.quote)} characters long, but end - start is {self.end - self.start}",
                "The quote must be exactly the characters from start to end.",
                column="quote",
                value=self.quote,
            )


@dataclass(frozen=True)
class Claim:
    """One number that one claimant asserts of people being taken, freed or held.

    id: stable within a case. population: as said; population_kind: the scope's key.
    part_of: the id of the claim of which this one is a part; corrects: the id of the earlier claim
    that this one replaces, which stays on record and binds nothing.
    story: the id of the first document read that tells the same wire story as this claim's; empty
    where its document is that first one, or stands alone.
    cumulative: True for a running total ("since …", "so far").
    confidence: from 0 to 1, how sure the reader is; None where a person wrote the claim down.
    reasons: what led the reader to each field. status: how far the number has been read.
    alternatives: other readings of it, with their reasons. reader: which reader read it, with the
    digest of its weights or prompt; empty where a person wrote the claim down.
    extra: columns that are not ours, carried along.
    Raises InputError on an empty id or on a claim that is a part of itself.
    """

    id: str
    measure: Measure
    quantity: Quantity
    population_kind: str
    population: str = ""
    part_of: str = ""
    place: str = ""
    period: Period = field(default_factory=Period)
    cumulative: bool = False
    modality: Modality = Modality.ASSERTED
    claimant: str = ""
    claimant_kind: ClaimantKind | None = None
    evidence: Evidence = field(default_factory=Evidence)
    story: str = ""
    corrects: str = ""
    note: str = ""
    confidence: float | None = None
    reasons: tuple[str, ...] = ()
    status: ReadingStatus = ReadingStatus.READ
    alternatives: tuple[AlternativeReading, ...] = ()
    reader: str = ""
    extra: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        """Refuse a claim without a name, and one that is a part of itself."""
        if not self.id:
            raise InputError("is empty", "Give each claim an id of its own.", column="id")
        if self.part_of == self.id:
            raise InputError(
                "is a part of itself", "Name the larger claim.", column="part_of", value=self.id
            )
        if not self.population_kind:
            raise InputError(
                "is empty",
                "Write political_prisoners, protest_detainees, all_prisoners, subgroup, other, "
                "or a key of the case's own.",
                column="population_kind",
            )
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise InputError(
                "is not between 0 and 1",
                "Write a share such as 0.9.",
                column="confidence",
                value=str(self.confidence),
            )

    @property
    def binds(self) -> bool:
        """Whether the claim says that something is so: read, and neither promised nor denied."""
        return self.modality.binds and self.status is not ReadingStatus.UNREAD

    @property
    def telling(self) -> tuple[object, ...]:
        """What was told, and in which story: equal where one claim repeats another.

        One story that tells a figure twice, in one outlet or in several, is one witness of it. A
        claim without a document repeats nothing.
        """
        told_in = self.story or self.evidence.document
        if not told_in:
            return (self.id,)
        part = self.population if self.part_of or self.population_kind == SUBGROUP else None
        scope = (self.population_kind, self.place, part)
        when = (self.period, self.cumulative)
        return (told_in, self.claimant, self.measure, *scope, *when, self.quantity)

    def __hash__(self) -> int:
        """Hash by id, since ``extra`` cannot be hashed."""
        return hash(self.id)


def filed(claims: Sequence[Claim], sources: Sources) -> list[Claim]:
    """Return claims with each claimant under the name that the case files it under.

    A name declared as a source's is that source wherever it stands, whenever it was declared; its
    kind is what the case says. Claimants of no declared source stay as they are.
    """
    known = {name: sources.find(name) for name in {claim.claimant for claim in claims}}
    return [
        claim
        if (source := known[claim.claimant]) is None
        else replace(claim, claimant=source.name, claimant_kind=source.kind)
        for claim in claims
    ]
