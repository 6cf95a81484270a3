"""Where each claim belongs: the scope it speaks of, and how those scopes lie in one another."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from importlib.resources import files

from habeas.reconciliation.system.balance import left_otherwise
from habeas.vocabulary import SUBGROUP, Claim, Partition, Scope, Scopes, refuse_broken_references

LOOSE_KINDS = (SUBGROUP, "other")
"""Population kinds that name no scope by themselves: the words of the population do."""


@dataclass(frozen=True)
class Placement:
    """The scopes that the claims of a case speak of.

    scope_of: the scope's key by claim id. declared: what the case says of a key's scope.
    inside: (inner, outer) pairs from which all containment follows.
    partitions: disjoint parts of a scope.
    place: the place that a scope's bare key stands for.
    """

    scope_of: Mapping[str, str]
    declared: Mapping[str, Scope]
    inside: frozenset[tuple[str, str]]
    partitions: tuple[Partition, ...]
    place: str

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Every scope's key, sorted."""
        pairs = {key for pair in self.inside for key in pair}
        parts = {key for part in self.partitions for key in (part.whole, *part.parts)}
        return tuple(sorted({*self.scope_of.values(), *pairs, *parts, *self.declared}))

    @cached_property
    def outer_of(self) -> Mapping[str, tuple[str, ...]]:
        """The scopes directly around each scope: those containing it, and wholes it is part of."""
        found: dict[str, set[str]] = defaultdict(set)
        for inner, outer in self.links():
            found[inner].add(outer)
        return {key: tuple(sorted(outers)) for key, outers in found.items()}

    def around(self, key: str) -> tuple[str, ...]:
        """Return the scopes directly around a scope."""
        return self.outer_of.get(key, ())

    @cached_property
    def all_beyond(self) -> Mapping[str, frozenset[str]]:
        """For each scope, every scope that contains it, directly or through others."""
        found: dict[str, frozenset[str]] = {}

        def collect(key: str, path: tuple[str, ...]) -> frozenset[str]:
            if key not in found and key not in path:
                outer = [(one, collect(one, (*path, key))) for one in self.around(key)]
                found[key] = frozenset().union(*({one, *more} for one, more in outer))
            return found.get(key, frozenset())

        for key in self.keys:
            collect(key, ())
        return found

    def beyond(self, key: str) -> tuple[str, ...]:
        """Return every scope that contains a scope."""
        return tuple(sorted(self.all_beyond[key]))

    def within(self, key: str) -> tuple[str, ...]:
        """Return every scope that a scope contains."""
        return tuple(other for other in self.keys if key in self.all_beyond[other])

    @cached_property
    def scopes(self) -> Mapping[str, Scope]:
        """Every scope by key, with what it takes over from the scopes around it.

        A part of the protest detainees opens and closes when they do, and is counted since then; a
        part of a register is of that register.
        """
        return {key: self._inheriting(key) for key in self.keys}

    def _inheriting(self, key: str) -> Scope:
        own = self.declared.get(key, Scope(key))
        around = [own, *(self.declared[one] for one in self.beyond(key) if one in self.declared)]
        starts = [scope.counted_since for scope in around if scope.counted_since]
        registers = sorted(scope.register_of for scope in around if scope.register_of)
        counted = own.counted_since or (min(starts, default=None) if "/" in key else None)
        return replace(
            own,
            opens=max((scope.opens for scope in around if scope.opens), default=None),
            closes=min((scope.closes for scope in around if scope.closes), default=None),
            counted_since=counted,
            register_of=own.register_of or (registers[0] if "/" in key and registers else ""),
        )

    @cached_property
    def component_of(self) -> Mapping[str, str]:
        """For each scope the name of its group: scopes in different groups never touch."""
        parent = {key: key for key in self.keys}

        def root(key: str) -> str:
            while parent[key] != key:
                key = parent[key]
            return key

        for one, other in self.links():
            parent[root(one)] = root(other)
        return {key: root(key) for key in self.keys}

    @cached_property
    def left_otherwise(self) -> frozenset[str]:
        """The scopes that people leave alive otherwise than by being released."""
        return left_otherwise(self.keys, self.declared, self.place)

    def links(self) -> Iterable[tuple[str, str]]:
        """Pairs of scopes that a rule ties together."""
        yield from sorted(self.inside)
        for partition in self.partitions:
            for part in partition.parts:
                yield part, partition.whole


def place_claims(claims: Sequence[Claim], scopes: Scopes) -> Placement:
    """Find the scope of each claim. Claims whose whole is not among ``claims`` stand alone."""
    home = scopes.place or most_common_place(claims)
    by_id = {claim.id: claim for claim in claims}
    known = [claim if claim.part_of in by_id else replace(claim, part_of="") for claim in claims]
    refuse_broken_references(replace(claim, corrects="") for claim in known)
    scope_of: dict[str, str] = {}
    inside = {(scope.key, outer) for scope in scopes for outer in scope.within}
    for claim in claims:
        scope_of[claim.id] = scope_key(claim, by_id, scopes, home)
    for claim in claims:
        key, whole = scope_of[claim.id], by_id.get(claim.part_of)
        if claim.population_kind == SUBGROUP and whole and scope_of[whole.id] != key:
            inside.add((key, scope_of[whole.id]))
    inside |= place_containment(scope_of.values(), scopes, home)
    inside |= shared_subgroups(scope_of.values(), scopes)
    parts = tuple(scopes.partitions) + read_partitions(claims, scope_of)
    inside |= {(part, one.whole) for one in scopes.partitions for part in one.parts}
    return Placement(scope_of, scopes.by_key, frozenset(inside), parts, home)


def most_common_place(claims: Iterable[Claim]) -> str:
    """Return the place that most claims are about, the first by alphabet among equals."""
    places = Counter(claim.place for claim in claims if claim.place)
    return min(places, key=lambda place: (-places[place], place), default="")


def scope_key(claim: Claim, by_id: Mapping[str, Claim], scopes: Scopes, home: str) -> str:
    """Return the key of the scope that a claim speaks of.

    A bare key stands for the case's own place; "key@place" for another; "whole/part" for a part
    of another claim; "kind:population" for people who are in no declared scope.
    """
    kind, words = claim.population_kind, " ".join(claim.population.casefold().split())
    whole = by_id.get(claim.part_of)
    if kind == SUBGROUP and claim.part_of:
        outer = scope_key(whole, by_id, scopes, home) if whole else f"part of {claim.part_of}"
        around = (whole.place if whole else "") or home
        at = claim.place if claim.place and claim.place != around else ""
        return f"{outer}/{words or claim.id}" + (f"@{at}" if at else "")
    at = f"@{claim.place}" if claim.place and claim.place != home else ""
    if kind in LOOSE_KINDS and kind not in scopes.by_key:
        return f"{kind}:{words or claim.id}{at}"
    return kind + at


def place_containment(keys: Iterable[str], scopes: Scopes, home: str) -> set[tuple[str, str]]:
    """Return what lies in what because places and declared scopes do."""
    inside: set[tuple[str, str]] = set()
    placed = {key for key in keys if "@" in key and "/" not in key and ":" not in key}
    for key in placed:
        kind, place = key.split("@", 1)
        around = place
        while around in scopes.places and scopes.places[around] != around:
            around = scopes.places[around]
            outer = kind if around == home else f"{kind}@{around}"
            if around == home or outer in placed:
                inside.add((key, outer))
                break
        for other in placed:
            wider, where = other.split("@", 1)
            if where == place and wider != kind and scopes.contains(wider, kind):
                inside.add((key, other))
    return inside


def shared_subgroups(keys: Iterable[str], scopes: Scopes) -> set[tuple[str, str]]:
    """Return what lies in what because the same part of a smaller scope is named of a larger."""
    by_part: dict[str, list[str]] = defaultdict(list)
    for key in sorted(set(keys)):
        if "/" in key:
            outer, part = key.split("/", 1)
            by_part[part].append(outer)
    return {
        (f"{inner}/{part}", f"{outer}/{part}")
        for part, wholes in by_part.items()
        for inner in wholes
        for outer in wholes
        if inner != outer and inner in scopes.by_key and scopes.contains(outer, inner)
    }


def read_partitions(claims: Sequence[Claim], scope_of: Mapping[str, str]) -> tuple[Partition, ...]:
    """Return the partitions that breakdowns show: places apart, and pairs such as men and women."""
    parts: dict[str, set[str]] = defaultdict(set)
    by_place: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        whole = scope_of.get(claim.part_of)
        key = scope_of[claim.id]
        if claim.population_kind != SUBGROUP or whole is None:
            continue
        parts[whole].add(key)
        label = key.removeprefix(f"{whole}/")
        if "@" in label:
            by_place[whole, label.split("@")[0]].add(key)
    found = [
        Partition(whole, tuple(sorted(keys)), complete=False)
        for (whole, _), keys in sorted(by_place.items())
        if len(keys) > 1
    ]
    for whole, keys in sorted(parts.items()):
        for names in complements():
            pair = tuple(f"{whole}/{name}" for name in names)
            if keys.issuperset(pair):
                found.append(Partition(whole, pair, complete=True))
    return tuple(found)


@lru_cache(maxsize=1)
def complements() -> tuple[tuple[str, ...], ...]:
    """Return the names of groups that together are everybody, such as men and women."""
    data = files("habeas.reconciliation.system").joinpath("complements.toml").read_text("utf-8")
    return tuple(tuple(group) for group in tomllib.loads(data)["groups"])
