"""Who makes claims: sources, their kinds, and the names they go by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from habeas.vocabulary.errors import InputError


class ClaimantKind(StrEnum):
    """What sort of body speaks."""

    GOVERNMENT = "government"
    NGO = "ngo"
    OPPOSITION = "opposition"
    PRESS = "press"
    IGO = "igo"
    FAMILY = "family"
    COURT = "court"
    OTHER = "other"


@dataclass(frozen=True)
class Source:
    """One claimant of a case, under one name; ``aliases`` are the other names it goes by."""

    name: str
    kind: ClaimantKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sources:
    """The sources of a case, looked up by any of their names, whatever the case of letters.

    Raises InputError if one name belongs to two sources.
    """

    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a name that two sources share."""
        self._by_name()

    def _by_name(self) -> Mapping[str, Source]:
        found: dict[str, Source] = {}
        for source in self.sources:
            for name in (source.name, *source.aliases):
                if found.setdefault(name.casefold(), source) is not source:
                    raise InputError("names two sources", "Keep it under one of them.", value=name)
        return found

    def find(self, name: str) -> Source | None:
        """Return the source that goes by ``name``, or None."""
        return self._by_name().get(name.casefold())

    def own_names(self, names: Iterable[str]) -> list[str]:
        """Return sources' own names for names given; one that is no source's stays as it is."""
        return [source.name if (source := self.find(name)) else name for name in names]

    def names(self) -> Iterable[str]:
        """Return the sources' own names, in the order given."""
        return (source.name for source in self.sources)
