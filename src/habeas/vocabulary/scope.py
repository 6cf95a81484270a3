"""Populations at places: how they contain one another, divide, open and close."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from habeas.vocabulary.errors import InputError, ScopeCycle


@dataclass(frozen=True)
class Scope:
    """A population at a place.

    key: its name in claims and questions. within: the keys of the scopes that contain it.
    opens: nobody was in it before this day. closes: no arrests into it after this day.
    counted_since: the day from which registers of this population count; a running total from that
    day counts everybody who was ever entered.
    place: "" for the whole case. titles: a name for readers, by language.
    balanced: whether people leave it alive by being released and not otherwise (by coming of age,
    by being moved); None where the case does not say.
    register_of: the claimant whose register it is, "" where it is nobody's.
    """

    key: str
    within: tuple[str, ...] = ()
    opens: date | None = None
    closes: date | None = None
    counted_since: date | None = None
    place: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    balanced: bool | None = None
    register_of: str = ""

    def __post_init__(self) -> None:
        """Refuse a scope that closes before it opens."""
        if self.opens and self.closes and self.closes < self.opens:
            raise InputError(
                f"closes before scope {self.key} opens ({self.opens})",
                "Put the earlier day in opens.",
                column="closes",
                value=str(self.closes),
            )

    def title(self, language: str = "en") -> str:
        """Return the scope's name for readers of a language."""
        return self.titles.get(language) or self.key.replace("_", " ")


@dataclass(frozen=True)
class Partition:
    """Disjoint parts of a scope, by key; ``complete`` when together they are the whole of it."""

    whole: str
    parts: tuple[str, ...]
    complete: bool = True


@dataclass(frozen=True)
class Scopes:
    """The scopes of a case and how they lie in one another.

    place: the place that the case as a whole is about. places: what each place lies in.
    titles: what sources, outlets, groups and places are called in each language, by their names.
    Raises ScopeCycle where a scope contains itself, InputError where one names another that is
    not declared, or two share a key.
    """

    scopes: tuple[Scope, ...] = ()
    partitions: tuple[Partition, ...] = ()
    place: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse unknown names and circles."""
        if len(self.by_key) < len(self.scopes):
            keys = [scope.key for scope in self.scopes]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise InputError("is declared twice", "Keep one of the two.", value=twice)
        for scope in self.scopes:
            for parent in scope.within:
                self._refuse_unknown(parent, f"within of {scope.key}")
        for partition in self.partitions:
            for key in (partition.whole, *partition.parts):
                self._refuse_unknown(key, f"partition of {partition.whole}")
        for scope in self.scopes:
            self._refuse_circle(scope.key, ())

    def _refuse_unknown(self, key: str, column: str) -> None:
        if key not in self.by_key:
            raise InputError(
                "is not a declared scope",
                f"Declare it as [scope.{key}], or correct the name.",
                column=column,
                value=key,
            )

    def _refuse_circle(self, key: str, path: tuple[str, ...]) -> None:
        if key in path:
            circle = " within ".join((*path[path.index(key) :], key))
            raise ScopeCycle(
                f"a scope contains itself: {circle}", "Take one of these out of within."
            )
        for parent in self.by_key[key].within:
            self._refuse_circle(parent, (*path, key))

    @cached_property
    def by_key(self) -> Mapping[str, Scope]:
        """The scopes by key."""
        return {scope.key: scope for scope in self.scopes}

    def called(self, name: str, language: str) -> str:
        """Return what a source, a group or a place is called in a language: its name, if no title.

        Only where the case says so; nobody's name is translated otherwise.
        """
        return self.titles.get(name, {}).get(language) or name

    def __iter__(self) -> Iterator[Scope]:
        """Go through the scopes in the order declared."""
        return iter(self.scopes)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether everybody in ``inner`` is in ``outer``, directly or through other scopes."""
        if outer == inner:
            return True
        scope = self.by_key.get(inner)
        return scope is not None and any(self.contains(outer, parent) for parent in scope.within)


GENERAL_SCOPES = Scopes(
    (
        Scope("all_prisoners"),
        Scope("political_prisoners", within=("all_prisoners",)),
        Scope("protest_detainees", within=("political_prisoners",)),
    )
)
"""What holds of every case that declares nothing else."""
