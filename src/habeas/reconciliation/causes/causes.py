"""Causes: few statements behind many contradictions, each with the change that explains it best.

A cause is proposed, never asserted: its contradictions vanish if the figure is read otherwise,
which is tried by solving again, and the figures that speak for it are named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from habeas.reconciliation.causes.figures import Figures
from habeas.reconciliation.causes.options import Option, Options, worth
from habeas.reconciliation.causes.rest import Rest
from habeas.reconciliation.contradictions import (
    Contradiction,
    Court,
    Subset,
    group_of,
    with_reading,
)
from habeas.reconciliation.system import Case, binding
from habeas.vocabulary import Claim

LOOKED_AT = 6
"""Of so many figures, those in the most contradictions that are left, changes are tried."""

Choice = tuple[Option, tuple[int, ...]]
"""A change that was chosen, and the contradictions that it is the cause of."""
MOST = 500
"""So many contradictions are enough."""


@dataclass(frozen=True)
class Cause:
    """A figure whose change would make contradictions vanish.

    claims: the figure, then others that the change joins with it. change: the key of the change.
    contradictions: their places in the list of contradictions. speaks_for_it: the figures that
    speak for the change. changed: by id, what the figure and those told with it would say; None
    where one would not count. scope: the scope that it would be of, where that is another. span:
    the least and the greatest number that the others leave for it, where they nearly fix it.
    brings: sets of figures that could not all be true then, though they can as they stand.
    """

    claims: tuple[str, ...]
    change: str
    contradictions: tuple[int, ...]
    speaks_for_it: tuple[str, ...] = ()
    changed: Mapping[str, Claim | None] = field(default_factory=dict)
    scope: str = ""
    span: tuple[int, int] | None = None
    brings: tuple[tuple[str, ...], ...] = ()

    @property
    def now(self) -> Claim | None:
        """What the figure would say; None where it would not count."""
        return self.changed.get(self.claims[0])


@dataclass(frozen=True)
class Explained:
    """The causes of all contradictions, those of the most first.

    beyond: contradictions that were not among those given: smallest sets that would still be left
    with all changes made. The places of causes go on into them.
    """

    causes: tuple[Cause, ...]
    beyond: tuple[Contradiction, ...] = ()


def explained(
    case: Case,
    claims: Mapping[str, Claim],
    found: Sequence[Contradiction],
    limit: int = MOST,
) -> Explained:
    """Find few causes that together account for all contradictions.

    limit: how many contradictions at most of each group of touching scopes. The causes of one do
    not depend on the others.
    """
    figures = Figures(case, {claim.id: claim for claim in binding(claims.values())})
    by_group: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(found):
        by_group[group_of(case, each)].append(place)
    told: list[Cause] = []
    beyond: list[Contradiction] = []
    for _, own in sorted(by_group.items()):
        options, choices = search(Options(figures, [found[place] for place in own]), limit)
        more = options.found[len(own) :]
        first = len(found) + len(beyond)
        places = [*own, *range(first, first + len(more))]
        told += [cause_of(option, [places[one] for one in some]) for option, some in choices]
        beyond += more
    told.sort(key=lambda cause: (-len(cause.contradictions), cause.contradictions))
    return Explained(tuple(told), tuple(beyond))


def search(options: Options, limit: int) -> tuple[Options, list[Choice]]:
    """Choose causes of the contradictions of one group of scopes, and of what they leave.

    All their changes are tried together on the whole case: what one brings counts against it, and
    what is left without them is a contradiction that has its cause too.
    """
    while True:
        told = list(chosen(options))
        left = what_is_left(options, [option for option, _ in told])
        if left is None:
            return options, told
        rest, conflict = left
        blamed = [option for option, _ in told if stays_in(option, conflict)]
        if blamed:
            options.charge(blamed[0], conflict)
        elif len(options.found) < limit:
            court = Court(options.figures.case, rest.claims, rest.reading)
            options = options.beside(with_reading(court, conflict, None))
        else:
            return options, told


def what_is_left(options: Options, made: Sequence[Option]) -> tuple[Rest, Subset] | None:
    """Return a conflict that there is with changes made, and where; None where there is none."""
    changes = [option.change for option in made]
    known = [conflict for option in made for conflict in option.brings]
    for rest in options.rests(made):
        if conflict := rest.conflict(changes, known):
            return rest, conflict
    return None


def stays_in(option: Option, conflict: Subset) -> bool:
    """Whether a figure that a change reads otherwise is in a conflict."""
    now = option.change.now
    return any(now[key] is not None for key in conflict.intersection(now))


def chosen(options: Options) -> Iterator[Choice]:
    """Yield changes, and what each dissolves, until every contradiction has its cause.

    A figure is changed in one way only, unless nothing else is left to change.
    """
    left = set(range(len(options.found)))
    used: set[str] = set()
    while left:
        option = best(options, left, used)
        places = tuple(sorted(left.intersection(option.dissolved)))
        left.difference_update(places)
        used.update(option.change.now)
        yield option, places


def best(options: Options, left: set[int], used: set[str]) -> Option:
    """Return the change that dissolves most of what is left, weighed by what speaks for it.

    It is looked for among the figures in the most contradictions, then among those that stand with
    the one found.
    """
    times = {key: len(left.intersection(places)) for key, places in options.reach.items()}
    parts = {key: bool(options.figures.claims[key].part_of) for key in times}
    most = sorted(
        filter(times.get, times), key=lambda key: (key in used, -times[key], parts[key], key)
    )

    def choose(looked_at: Iterable[str]) -> Option:
        tried = [
            option
            for key in dict.fromkeys(looked_at)
            for option in options.of(key)
            if left.intersection(option.dissolved)
        ]
        fresh = [option for option in tried if is_fresh(option, used)]
        return max(
            [option for option in fresh if score(option, left) > 0] or fresh or tried,
            key=lambda each: (score(each, left), worth(each), -most.index(each.claim)),
        )

    first = choose(most[:LOOKED_AT])
    place = min(left.intersection(first.dissolved))
    return choose((*most[:LOOKED_AT], *options.found[place].claims))


def is_fresh(option: Option, used: set[str]) -> bool:
    """Whether a change concerns no figure that another does, nor rests on such figures alone."""
    change = option.change
    doubted = bool(change.speaks) and used.issuperset(change.speaks)
    return used.isdisjoint(change.now) and used.isdisjoint(change.joined) and not doubted


def score(option: Option, left: set[int]) -> float:
    """Return how many contradictions a change dissolves, weighed by what speaks for it.

    Those that it brings count against it.
    """
    return worth(option) * (len(left.intersection(option.dissolved)) - len(option.brings))


def cause_of(option: Option, places: Sequence[int]) -> Cause:
    """Return a change as the cause of what it dissolves."""
    change = option.change
    return Cause(
        (change.claim, *change.joined), change.key, tuple(sorted(places)), change.speaks,
        change.now, change.scope, option.span,
        tuple(tuple(sorted(conflict)) for conflict in option.brings),
    )  # fmt: skip
