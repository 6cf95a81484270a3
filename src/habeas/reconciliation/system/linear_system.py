"""The linear system of a set of claims: its rows, and the counts that they speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from habeas.reconciliation.rows import (
    DETAINED,
    DIED,
    ENTERED,
    RELEASED,
    ClaimSide,
    Moment,
    Row,
    Variable,
)
from habeas.reconciliation.system.balance import Balance, Basis
from habeas.reconciliation.system.calendars import ALWAYS, FOREVER, calendars
from habeas.reconciliation.system.calendars import Span as Stretch
from habeas.reconciliation.system.case import Case
from habeas.reconciliation.system.claim_rows import claim_rows
from habeas.reconciliation.system.counting_rules import Frame, rule_rows
from habeas.reconciliation.system.placement import Placement
from habeas.reconciliation.system.register_rules import entries
from habeas.reconciliation.system.viewpoint import Reading, binding
from habeas.vocabulary import Claim, Measure, Partition, Scope


@dataclass(frozen=True, eq=False)
class Table:
    """Rows as numbers.

    rows, columns, numbers: of each entry its row, its count, and how many times the row takes it.
    least: what each row is at least.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    numbers: NDArray[np.int64]
    least: NDArray[np.float64]


@dataclass(frozen=True)
class LinearSystem:
    """Rows over counts, each at least a number.

    rules: rows that always hold; claims: rows that claims lay on the counts. balance: how stocks
    are counted in it.
    """

    rules: tuple[Row, ...]
    claims: tuple[Row, ...]
    balance: Balance = field(default_factory=Balance)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows: the rules' first."""
        return self.rules + self.claims

    @cached_property
    def index(self) -> Mapping[Variable, int]:
        """The place of each count, in the order in which rows name them."""
        found: dict[Variable, int] = {}
        for row in self.rows:
            for variable, _ in row.terms:
                found.setdefault(variable, len(found))
        return found

    @cached_property
    def table(self) -> Table:
        """The rows as numbers: one entry for each count that a row speaks of."""
        index = self.index
        entries = [
            (number, index[variable], times)
            for number, row in enumerate(self.rows)
            for variable, times in row.terms
        ]
        numbers = np.array(entries, dtype=np.int64).reshape(-1, 3)
        least = np.array([row.least for row in self.rows], dtype=float)
        return Table(numbers[:, 0], numbers[:, 1], numbers[:, 2], least)

    @cached_property
    def claim_of_row(self) -> tuple[str, ...]:
        """For each row that a claim lays, the claim's id."""
        return tuple(claim_of(row) for row in self.claims)

    @cached_property
    def claim_ids(self) -> tuple[str, ...]:
        """The claims that lay a row, in order."""
        return tuple(dict.fromkeys(self.claim_of_row))


def claim_of(row: Row) -> str:
    """Return the id of the claim that lays a row."""
    assert isinstance(row.origin, ClaimSide)  # noqa: S101  (only claims' rows are asked)
    return row.origin.claim


def linear_system(
    case: Case,
    claims: Iterable[Claim],
    reading: Reading,
    scopes: Iterable[str] = (),
    moments: Iterable[Moment] = (),
) -> LinearSystem:
    """Build the system of some claims of a case, read in one way.

    scopes, moments: what questions will be asked about besides.
    """
    placement = case.placement
    bound = bound_in(case, claims)
    laid = list(raw_rows(case, bound, reading))
    by_group: dict[str, list[Row]] = defaultdict(list)
    for each in laid:
        by_group[placement.component_of[scope_of(each)]].append(each)
    asked = {key for key in scopes if key in placement.component_of}
    rules: list[Row] = []
    for group in sorted({placement.component_of[key] for key in asked} | by_group.keys()):
        frame = frame_of(case, group, by_group[group], asked, moments)
        if reading.exact:
            frame = replace(frame, own=ENTERED + reading.name.removeprefix("claimant:"))
        rules += rule_rows(frame)
    stocks = {claim.id for claim in bound if claim.measure is Measure.HELD}
    balance = case.balance
    kept = [each for group in sorted(by_group) for each in by_group[group]]
    return LinearSystem(
        tuple(balance.row(each, stocks) for each in rules),
        tuple(counted(case, kept, stocks)),
        balance,
    )


def laid_rows(case: Case, claims: Iterable[Claim], reading: Reading) -> list[Row]:
    """Return the rows that some claims lay in any system of theirs, without the rules' rows."""
    bound = bound_in(case, claims)
    stocks = {claim.id for claim in bound if claim.measure is Measure.HELD}
    return list(counted(case, raw_rows(case, bound, reading), stocks))


def bound_in(case: Case, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that bind in a case: of deaths alone, where nothing else is looked at."""
    bound = binding(claims)
    if case.basis is Basis.DEATHS:
        return [claim for claim in bound if claim.measure is Measure.DIED]
    return bound


def raw_rows(case: Case, bound: Iterable[Claim], reading: Reading) -> Iterator[Row]:
    """Yield the rows that claims lay, stocks still told as flows; of each claim they are kept."""
    placement = case.placement
    for claim in bound:
        key = placement.scope_of[claim.id]
        known, rows = case.laid.get((claim.id, key, reading.exact), (None, []))
        if known is not claim:
            rows = claim_rows(claim, key, placement.scopes[key], case.policy, reading)
            case.laid[claim.id, key, reading.exact] = (claim, rows)
        yield from rows


def counted(case: Case, rows: Iterable[Row], stocks: Container[str]) -> Iterator[Row]:
    """Yield claims' rows as a case counts stocks, without deaths where nobody counts any."""
    group_of, counts_deaths = case.placement.component_of, case.counts
    for each in rows:
        told = counts_deaths.get(group_of[scope_of(each)])
        yield case.balance.row(each if told else without_deaths(each), stocks)


def scope_of(row: Row) -> str:
    """Return the scope that a claim's row speaks of."""
    return row.terms[0][0].scope


def scopes_in(rows: Iterable[Row]) -> set[str]:
    """Return the scopes that claims' rows speak of."""
    return {scope_of(row) for row in rows}


def without_deaths(row: Row) -> Row:
    """Leave deaths out of a row, where nobody in the group of scopes counts any."""
    kept = tuple((variable, sign) for variable, sign in row.terms if variable.measure != DIED)
    return row if len(kept) == len(row.terms) else Row(kept, row.least, row.origin)


def frame_of(
    case: Case, group: str, laid: Sequence[Row], asked: Iterable[str], moments: Iterable[Moment]
) -> Frame:
    """Return what the rules are about for one group of scopes."""
    placement = case.placement
    scopes = relevant_scopes(placement, group, scopes_in(laid) | set(asked))
    inside = tuple(sorted(pair for pair in placement.inside if {*pair} <= {*scopes}))
    partitions = tuple(relevant_partitions(placement.partitions, scopes))
    dates = {key: set(own_dates(placement.declared.get(key))) for key in scopes}
    for key in dates.keys() & set(asked):
        dates[key] |= set(moments)
    counts: tuple[str, ...]
    counts = (DETAINED, RELEASED, DIED) if case.counts.get(group) else (DETAINED, RELEASED)
    if case.basis is Basis.DEATHS:
        counts = (DIED,) if case.counts.get(group) else ()
    limited = {key: list(limits(placement.declared.get(key), key in {*asked})) for key in scopes}
    return Frame(
        scopes,
        placement.declared,
        calendars(scopes, ties(inside, partitions), parts_of(partitions), laid, dates, limited),
        inside,
        partitions,
        counts,
        case.deaths(scopes) if DIED in counts else {},
        registers(laid),
        case.balance,
        entries(laid),
        "",
    )


def own_dates(scope: Scope | None) -> Iterator[Moment]:
    """Yield the moments at which a declared scope opens and closes."""
    if scope and scope.opens:
        yield Moment.end_of(scope.opens.toordinal() - 1)
    if scope and scope.closes:
        yield Moment.end_of(scope.closes)


def limits(scope: Scope | None, is_asked: bool) -> Iterator[Stretch]:
    """Yield the days over which a scope's flows are limited by its closing, or by a question."""
    if scope and scope.closes:
        yield scope.closes.toordinal(), FOREVER
    if is_asked:
        yield ALWAYS, FOREVER


def ties(
    inside: Iterable[tuple[str, str]], partitions: Iterable[Partition]
) -> Iterator[tuple[str, str]]:
    """Yield (inner, outer) pairs along which moments are shared; parts share all of theirs."""
    yield from inside
    for partition in partitions:
        for part, following in pairwise((*partition.parts, partition.parts[0])):
            yield part, following
            yield part, partition.whole


def parts_of(partitions: Iterable[Partition]) -> frozenset[str]:
    """Return the scopes that are parts of a whole."""
    return frozenset(part for partition in partitions for part in partition.parts)


def relevant_scopes(placement: Placement, group: str, used: set[str]) -> tuple[str, ...]:
    """Return the scopes used, and those around them as far as they limit anything.

    Scopes within, of which nothing is said, may be empty (but see `confined_parts`). A scope of
    which nothing is said, and around which there is none that matters, may be the sum of those
    within it.
    """
    mine = {key for key in used if placement.component_of[key] == group}
    found: set[str] = set()
    pending = list(mine)
    while pending:
        key = pending.pop()
        if key not in found:
            found.add(key)
            pending += placement.around(key)
        if not pending:
            pending += confined_parts(placement, found) - found
    limiting = mine | set(limiting_scopes(placement, found))
    while idle := [key for key in found - limiting if found.isdisjoint(placement.around(key))]:
        found.difference_update(idle)
    return tuple(sorted(found))


def confined_parts(placement: Placement, scopes: set[str]) -> set[str]:
    """Return the parts that make up a scope of which one is limited otherwise than by the whole.

    Whoever is in none of the other parts is in that one, so that its limits are the whole's.
    """
    found: set[str] = set()
    for partition in placement.partitions:
        if partition.complete and partition.whole in scopes:
            around = {partition.whole, *placement.beyond(partition.whole)}
            for part in partition.parts:
                declared = placement.declared.get(part)
                dated = declared and (declared.opens or declared.closes)
                if dated or not scopes.isdisjoint(set(placement.beyond(part)) - around):
                    found.update(partition.parts)
    return found


def limiting_scopes(placement: Placement, scopes: set[str]) -> Iterator[str]:
    """Yield the scopes that limit those within though nothing else may be said of them."""
    for key in scopes:
        declared = placement.declared.get(key)
        if declared and (declared.opens or declared.closes):
            yield key
    for partition in relevant_partitions(placement.partitions, tuple(scopes)):
        yield partition.whole


def relevant_partitions(
    partitions: Iterable[Partition], scopes: Sequence[str]
) -> Iterator[Partition]:
    """Yield the partitions as far as their parts are used; without a part none is complete."""
    for partition in partitions:
        parts = tuple(part for part in partition.parts if part in scopes)
        if partition.whole in scopes and len(parts) > 1:
            complete = partition.complete and len(parts) == len(partition.parts)
            yield Partition(partition.whole, parts, complete)


def registers(laid: Iterable[Row]) -> Mapping[tuple[str, str], tuple[Moment, ...]]:
    """Return the registers' own counts: (scope, count) with its start, then its other moments."""
    found: dict[tuple[str, str], set[Moment]] = defaultdict(set)
    starts: dict[tuple[str, str], Moment] = {}
    for row in laid:
        own = [var for var, _ in row.terms if var.measure.startswith("registered since")]
        if own:
            key = (own[0].scope, own[0].measure)
            found[key].add(own[0].moment)
            starts[key] = next(var.moment for var, _ in row.terms if var.measure == DETAINED)
    return {key: (starts[key], *sorted(moments)) for key, moments in found.items()}
