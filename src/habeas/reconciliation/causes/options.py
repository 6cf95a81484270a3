"""Options: the changes of a figure that dissolve contradictions, and what each is worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from habeas.reconciliation.causes.candidates import candidates
from habeas.reconciliation.causes.digits import misprints, swaps
from habeas.reconciliation.causes.figures import Changed, Figures, Reread
from habeas.reconciliation.causes.rest import UNKNOWN, Fit, Rest
from habeas.reconciliation.causes.trial import dissolved, reading_of
from habeas.reconciliation.contradictions import Contradiction, Subset
from habeas.vocabulary import Claim, Quantity

SAID, AGAIN, FITS, SHOWN, SHORT, MAYBE, ALONE, NOTHING = 2.0, 1.8, 1.6, 1.5, 1.2, 1.1, 1.05, 1.0
"""How much a contradiction counts that a change dissolves: where other figures say what the changed
one would say; where its source gives another figure for the same; where the others leave just what
it would say; where its own words or the day of its publication show it; where people may be
unaccounted for; where there is just room for it; where the others leave nearly one number, and not
this; where nothing speaks for it."""
BETWEEN = ("running_total", "of_a_day")
"""Of these it is enough that other totals, before and after, leave room for them."""
FITTED = ("is_held", "is_released", "is_detained", "running_total", "of_a_day")
"""The changes that may be known by what the rest of the figures leaves for them."""

TWICE = ("corrected", "grew", "of_more", "of_fewer")
"""The changes that rest on another figure that its source gives for the same."""
SUGGESTED = ("of_a_period", "eve")
"""The changes that other figures suggest without saying what the changed one would say."""


@dataclass(frozen=True)
class Option:
    """A change that may be a cause, and the contradictions that it dissolves.

    span: what the rest of the figures leaves for the figure, where that is nearly one number.
    fits: whether the change is known by that alone. possible: whether it only leaves room for it.
    brings: contradictions that there would be then, and are not now.
    """

    change: Changed
    dissolved: tuple[int, ...]
    span: tuple[int, int] | None = None
    fits: bool = False
    possible: bool = False
    brings: tuple[Subset, ...] = ()

    @property
    def claim(self) -> str:
        """The figure that would be changed."""
        return self.change.claim


def worth(option: Option) -> float:
    """Return how much a contradiction counts that a change dissolves."""
    change = option.change
    if option.fits or option.possible:
        return FITS if option.fits else MAYBE
    if change.speaks and change.key not in SUGGESTED:
        return AGAIN if change.key in TWICE else SAID
    if change.shown:
        return SHOWN
    if option.span:
        return ALONE
    return SHORT if change.key == "unaccounted" else NOTHING


@dataclass
class Options:
    """The changes that were tried on the contradictions of a case; each figure's once."""

    figures: Figures
    found: list[Contradiction]
    tried: dict[str, tuple[Option, ...]] = field(default_factory=dict)
    known: dict[tuple[str, str], Rest] = field(default_factory=dict)

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """For each figure the contradictions that it is in."""
        inside: dict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(self.found):
            for key in each.claims:
                inside[key].append(place)
        return inside

    @cached_property
    def reach(self) -> Mapping[str, frozenset[int]]:
        """For each figure the contradictions that it or a part of it is in."""
        wholes = {self.figures.claims[key].part_of for key in self.places}
        return {
            key: frozenset(
                place
                for part in self.figures.with_parts(self.figures.claims[key])
                for place in self.places.get(part.id, ())
            )
            for key in {*self.places, *wholes}
            if key in self.figures.claims
        }

    def of(self, key: str) -> tuple[Option, ...]:
        """Return the changes of a figure that dissolve anything."""
        if key not in self.tried:
            self.tried[key] = tuple(self._tried(self.figures.claims[key]))
        return self.tried[key]

    def rests(self, chosen: Sequence[Option]) -> list[Rest]:
        """Return the rests of the case that some changes touch."""
        found = (self._rest(option.claim, place) for option in chosen for place in option.dissolved)
        return list(dict.fromkeys(found))

    def beside(self, more: Contradiction) -> Options:
        """Return the changes with one more contradiction to be tried on."""
        touched = {each.id for key in more.claims for each in self._told_with(key)}
        kept = {key: told for key, told in self.tried.items() if key not in touched}
        return Options(self.figures, [*self.found, more], kept, self.known)

    def _told_with(self, key: str) -> Iterator[Claim]:
        claims, one = self.figures.claims, self.figures.claims.get(key)
        while one is not None:
            yield one
            one = claims.get(one.part_of)

    def charge(self, option: Option, conflict: Subset) -> None:
        """Keep in mind that a change brings a contradiction."""
        charged = replace(option, brings=(*option.brings, conflict))
        self.tried[option.claim] = tuple(
            charged if each == option else each for each in self.tried[option.claim]
        )

    def _rest(self, claim: str, place: int) -> Rest:
        """Return the figures of the group and the reading of a figure's contradiction."""
        reading = reading_of(self.found[place])
        placement = self.figures.case.placement
        group = placement.component_of[placement.scope_of[claim]]
        if (reading.name, group) not in self.known:
            conflicts = [frozenset(each.claims) for each in self.found]
            self.known[reading.name, group] = Rest(self.figures, reading, group, conflicts)
        return self.known[reading.name, group]

    def _tried(self, claim: Claim) -> Iterator[Option]:
        own = tuple(self.places.get(claim.id, ()))
        whole = False
        unspoken = []
        for change in candidates(claim, self.figures):
            if change.speaks or change.shown:
                option = self._option(change)
                if option:
                    whole |= set(own) <= {*option.dissolved}
                    yield option
            elif change.key in FITTED:
                unspoken.append(change)
        if not own:
            return
        span = None
        if not whole:
            rest = self._rest(claim.id, own[0])
            yield from self._fitting(rest, unspoken)
            found = rest.fit(claim, self.figures.retold[claim.telling])
            span = found.span
            yield from self._misprints(claim, found)
        yield from self._unexplained(claim, own, span)

    def _option(self, change: Changed) -> Option | None:
        places = sorted({place for key in change.now for place in self.places.get(key, ())})
        told = dissolved(self.figures, change, places, self.found)
        return Option(change, told) if told else None

    def _fitting(self, rest: Rest, changes: Sequence[Changed]) -> Iterator[Option]:
        """Yield the changes of which the rest of the figures leave just what they say."""
        for change in changes:
            now = change.now[change.claim]
            fit = rest.fit(now, change.now) if now else UNKNOWN
            tight = now is not None and fit.has(now.quantity.value)
            if now and (tight or (change.key in BETWEEN and fit.surrounds(now.quantity.value))):
                option = self._option(replace(change, speaks=fit.speaks))
                if option:
                    yield replace(option, fits=tight, possible=not tight, span=fit.span)

    def _misprints(self, claim: Claim, fit: Fit) -> Iterator[Option]:
        """Yield the likeliest misprint of a number that the rest of the figures leaves.

        None of a number that another figure has too.
        """
        if self.figures.speak(claim, claim):
            return
        near = [number for number in misprints(claim) if fit.has(number)]
        room = [number for number in swaps(claim) if fit.low and fit.leaves(number)]
        for number in (near or room)[:1]:
            change = self.figures.reread(claim, "digits", saying(number), whole=False)
            option = self._option(replace(change, speaks=fit.speaks)) if change else None
            if option:
                yield replace(option, fits=bool(near), possible=not near, span=fit.span)

    def _unexplained(
        self, claim: Claim, own: tuple[int, ...], span: tuple[int, int] | None
    ) -> Iterator[Option]:
        """Yield that a figure is mistaken, or that people are unaccounted for."""
        dropped = self.figures.dropped(claim)
        short = tuple(place for place in own if self.found[place].shortfall is not None)
        if short:
            yield Option(Changed(claim.id, "unaccounted", dropped), short)
        yield Option(Changed(claim.id, "mistaken", dropped), own, span)


def saying(number: int) -> Reread:
    """Return how a figure reads as another number."""
    return lambda claim: replace(claim, quantity=Quantity(number))
