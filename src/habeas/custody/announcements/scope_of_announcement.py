"""Whom an announcement speaks of: its population, its place, the part of a whole that it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from habeas.custody.announcements.announced import Setting
from habeas.custody.list_words import heading, words
from habeas.custody.timeline import Timeline
from habeas.vocabulary import SUBGROUP, Claim

LOOSE_KINDS = (SUBGROUP, "other")
"""Population kinds that say nothing by themselves: the words of the population do."""

Test = Callable[[Timeline], bool | None]
"""Whether a person is meant; None where the person's rows do not say."""


@dataclass(frozen=True)
class Belonging:
    """The people an announcement may speak of, and among them those it surely speaks of.

    unknown: the ids of those whose rows do not say the place or the part that is announced.
    """

    sure: Sequence[Timeline]
    possible: Sequence[Timeline]
    unknown: frozenset[str] = frozenset()

    def tells_apart(self, people: Sequence[Timeline]) -> bool:
        """Whether the rows of any of some people say what is announced; of nobody, they do."""
        return not people or any(person.person not in self.unknown for person in people)


def belonging(claim: Claim, people: Sequence[Timeline], setting: Setting) -> Belonging:
    """Find the people of an announcement's population, place and part."""
    within = of_population(claim, setting)
    tests = [*of_place(claim, people, setting), *of_part(claim, people, setting)]
    answers = {
        person.person: [test(person) if test else None for test in tests] for person in people
    }
    population = {person.person: within(person) for person in people}
    return Belonging(
        [p for p in people if all(answers[p.person]) and population[p.person]],
        [p for p in people if False not in [population[p.person], *answers[p.person]]],
        frozenset(person for person, said in answers.items() if None in said),
    )


def of_population(claim: Claim, setting: Setting) -> Test:
    """Return a test of the population that is announced, of a part that of its whole."""
    kind, seen = claim.population_kind, {claim.id}
    while kind == SUBGROUP and claim.part_of in setting.claims and claim.part_of not in seen:
        claim = setting.claims[claim.part_of]
        kind = claim.population_kind
        seen.add(claim.id)

    def test(person: Timeline) -> bool | None:
        if kind in LOOSE_KINDS or person.surely_in(kind, setting.scopes):
            return True
        return None if person.possibly_in(kind, setting.scopes) else False

    return test


def of_place(claim: Claim, people: Sequence[Timeline], setting: Setting) -> list[Test | None]:
    """Return a test of the place, None where no row says it; nothing where it is the case's own."""
    target = bare_place(claim.place)
    if not target:
        return []
    # One announcement of a state makes that state no home of people of whom some live in others.
    named = {bare_place(place) for person in people for place in person.states + person.towns}
    if target == bare_place(setting.home) and target not in named:
        return []
    outer = {bare_place(one): bare_place(other) for one, other in setting.scopes.places.items()}

    def around(places: Sequence[str]) -> set[str]:
        found: set[str] = set()
        left = [bare_place(place) for place in places]
        while left:
            place = left.pop()
            if place and place not in found:
                found.add(place)
                left.append(outer.get(place, ""))
        return found

    levels = [level for level in ("states", "towns")
              if any(target in around(getattr(person, level)) for person in people)]  # fmt: skip

    def test(person: Timeline) -> bool | None:
        if target in around(person.states + person.towns):
            return True
        return False if any(getattr(person, level) for level in levels) else None

    return [test if levels else None]


def of_part(claim: Claim, people: Sequence[Timeline], setting: Setting) -> list[Test | None]:
    """Return a test of the part of a whole, None where no row says it; nothing where none is."""
    kind, label = claim.population_kind, heading(claim.population)
    if kind not in LOOSE_KINDS or kind in setting.scopes.by_key or (not label and claim.place):
        return []
    sexes = {word: sex for sex, said in words()["sexes"].items() for word in said}
    if (sex := sexes.get(label)) and any(person.sexes for person in people):
        return [lambda person: sexes_say(person, sex, sexes)]
    if label and any(label == heading(scope) for person in people for scope in person.scopes):
        return [lambda person: label in map(heading, person.scopes) if person.scopes else None]
    return [None]


def sexes_say(person: Timeline, sex: str, sexes: dict[str, str]) -> bool | None:
    """Whether a person's rows say a sex; None where they say none, or two."""
    said = {sexes.get(heading(text), "") for text in person.sexes} - {""}
    return said == {sex} if len(said) == 1 else None


def bare_place(place: str) -> str:
    """Return a place's name without accents and without words for what kind of place it is."""
    kinds = words()["places"]["kinds"]
    return "_".join(word for word in heading(place).split("_") if word not in kinds)
