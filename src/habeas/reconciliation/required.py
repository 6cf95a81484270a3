"""What would have to be true for sources that say different things all to be right.

Two kinds of numbers that nobody published follow from supposing so: how many people there must be
in a scope, or in one scope and not in another within it, which no source's figures force alone; and
how many there must be whom a source that counts case by case has not recorded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from habeas.reconciliation.bounds import Bound, bounds
from habeas.reconciliation.contradictions import Contradiction, contradictions_of
from habeas.reconciliation.system import TOGETHER, Case, Question, Viewpoint, alone, binding
from habeas.reconciliation.view import days_of
from habeas.vocabulary import Claim, InputError, Measure, Modality


@dataclass(frozen=True)
class Forced:
    """A number that only all the sources together force.

    bound: what it must be, with its proofs. apart: by source, the least and the greatest that its
    own figures allow (None for no limit).
    """

    bound: Bound
    apart: tuple[tuple[str, int, int | None], ...]

    @property
    def gain(self) -> float:
        """How many people the sources together rule out that each alone allows."""
        low = self.bound.low - max(least for _, least, _ in self.apart)
        most = min(inf if limit is None else limit for _, _, limit in self.apart)
        high = inf if self.bound.high is None else self.bound.high
        return low + (0 if high == inf else min(most - high, 10**12))


@dataclass(frozen=True)
class Unrecorded:
    """People of a claim whom a register, read exactly, cannot hold.

    people: at least so many. said: the least that the claim says. recorded: the most that the
    register can hold of them; ``proof`` of it in ``bound``.
    """

    claim: str
    register: str
    said: int
    recorded: int
    bound: Bound

    @property
    def people(self) -> int:
        """How many there must be at least whom the register does not hold."""
        return self.said - self.recorded


@dataclass(frozen=True)
class Required:
    """What supposing some sources right comes to.

    contradictions: why they cannot all be right; then nothing else follows. forced: the most
    telling numbers first. unrecorded: by claim.
    """

    sources: tuple[str, ...]
    contradictions: tuple[Contradiction, ...] = ()
    forced: tuple[Forced, ...] = ()
    unrecorded: tuple[Unrecorded, ...] = ()


def required(
    case: Case, claims: Sequence[Claim], sources: Sequence[Viewpoint], limit: int = 12
) -> Required:
    """Find what would have to be true for all of some sources to be right.

    sources: two or more viewpoints, each a claimant's or a kind's. limit: how many numbers of each
    kind at most. A source whose own figures contradict one another, read as its register, cannot
    be right either. Raises InputError for a source that has no figure that binds.
    """
    names = tuple(source.name for source in sources)
    bound = binding(claims)
    own = [[claim for claim in bound if source.trusts(claim)] for source in sources]
    for source, claims_of in zip(sources, own, strict=True):
        if not claims_of:
            raise InputError(
                "has no figure that binds among the claims used",
                "Trust it too, or suppose another source.", value=source.name,
            )  # fmt: skip
    ids = {claim.id for each in own for claim in each}
    together = [claim for claim in bound if claim.id in ids]
    if against := contradictions_of(case, together, limit):
        return Required(names, tuple(against))
    forced = only_together(case, names, own, together)
    unrecorded = list(beyond_registers(case, together))
    return Required(names, (), tuple(forced[:limit]), tuple(unrecorded[:limit]))


def only_together(
    case: Case, names: Sequence[str], own: Sequence[Sequence[Claim]], together: Sequence[Claim]
) -> list[Forced]:
    """Return the numbers that no source forces alone: of each kind the most telling day's."""
    asked = questions(case, together)
    apart = [bounds(case, each, TOGETHER, asked) for each in own]
    best: dict[tuple[str, str, str], Forced] = {}
    for bound, *each in zip(bounds(case, together, TOGETHER, asked), *apart, strict=True):
        ends = [(name, one.low, one.high) for name, one in zip(names, each, strict=True)]
        forced = Forced(bound, tuple(ends))
        kind = (bound.question.measure.value, bound.question.scope, bound.question.minus)
        if forced.gain > 0 and (kind not in best or forced.gain >= best[kind].gain):
            best[kind] = forced
    return sorted(best.values(), key=lambda forced: -forced.gain)


def questions(case: Case, claims: Sequence[Claim]) -> list[Question]:
    """Return what is worth asking: who is held, in each scope and outside those within it."""
    placement = case.placement
    spoken = {placement.scope_of[claim.id] for claim in claims}
    whole = sorted(key for key in spoken if "/" not in key)
    pairs = [(outer, inner) for inner in whole for outer in placement.beyond(inner)]
    scopes = [(key, "") for key in whole] + [pair for pair in pairs if pair[0] in spoken]
    days = days_of(claims)
    return [
        Question(Measure.HELD, outer, day, minus=inner) for outer, inner in scopes for day in days
    ]


def beyond_registers(case: Case, claims: Sequence[Claim]) -> Iterator[Unrecorded]:
    """Yield the claims that say more than some register can hold of the same scope and days."""
    registers: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.modality is Modality.VERIFIED and claim.claimant:
            registers.setdefault(claim.claimant, []).append(claim)
    for claim in sorted(claims, key=lambda each: each.id):
        low, _ = case.policy.range_of(claim.quantity)
        for name, counted in sorted(registers.items()):
            question = question_to(case, claim, counted)
            if question and claim.modality is not Modality.VERIFIED and name != claim.claimant:
                [bound] = bounds(case, counted, alone(name), [question])
                if bound.high is not None and low > bound.high:
                    yield Unrecorded(claim.id, name, low, bound.high, bound)


def question_to(case: Case, claim: Claim, register: Sequence[Claim]) -> Question | None:
    """Return how many the register has of a claim's days, in all that it counts.

    None where the claim's days are not known, or the register counts no one scope that holds all
    the others: then what it has of the claim's people is not known either.
    """
    start, end = claim.period.start, claim.period.end
    known = end is not None and end.exact and (start is None or start.exact)
    if end is None or not known or (claim.measure.is_flow and not (start or claim.cumulative)):
        return None
    placement = case.placement
    spoken = {placement.scope_of[each.id] for each in register}
    widest = [key for key in spoken if spoken.isdisjoint(placement.beyond(key))]
    group = placement.component_of[placement.scope_of[claim.id]]
    if len(widest) != 1 or placement.component_of[widest[0]] != group:
        return None
    first = start.earliest if start and claim.measure.is_flow else None
    return Question(claim.measure, widest[0], end.latest, first)
