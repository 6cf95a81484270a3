"""Laws of reconciliation, held against every history of a few people over a few days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np
from case import claim
from histories import FIRST, Atoms, Said, Times, World, possible, restricted, world
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from habeas.reconciliation import (
    PLAIN,
    STRICT,
    TOGETHER,
    Bound,
    Case,
    Policy,
    Question,
    bounds,
    check,
    contradictions,
    place_claims,
)
from habeas.vocabulary import Claim, Measure, PartialDate, Partition, Period, Scope, Scopes

PEOPLE = 3


@dataclass(frozen=True)
class Shape:
    """Scopes, and the disjoint groups of people that each is made of."""

    atoms: Atoms
    within: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    partition: Partition | None = None

    def scopes(self, opens: Mapping[str, date], closes: Mapping[str, date]) -> Scopes:
        declared = tuple(
            Scope(key, self.within.get(key, ()), opens.get(key), closes.get(key))
            for key, _ in self.atoms
        )
        return Scopes(declared, (self.partition,) if self.partition else (), place="Venezuela")


SHAPES = [
    Shape((("b", ("x",)),)),
    Shape((("a", ("x",)), ("b", ("x", "y"))), {"a": ("b",)}),
    Shape((("a", ("x",)), ("b", ("x", "y")), ("c", ("x", "y", "z"))), {"a": ("b",), "b": ("c",)}),
    Shape(
        (("a", ("x",)), ("m", ("y",)), ("b", ("x", "y"))),
        {"a": ("b",), "m": ("b",)},
        Partition("b", ("a", "m")),
    ),
    Shape(
        (("a", ("x",)), ("m", ("y",)), ("b", ("x", "y", "z"))),
        {"a": ("b",), "m": ("b",)},
        Partition("b", ("a", "m"), complete=False),
    ),
    Shape(
        (
            ("a", ("x",)),
            ("b", ("x", "y", "w")),
            ("d", ("x", "z", "w")),
            ("e", ("x", "y", "z", "w", "v")),
        ),
        {"a": ("b", "d"), "b": ("e",), "d": ("e",)},
    ),
]


@dataclass(frozen=True, repr=False)
class Small:
    """A small case and every history of it."""

    scopes: Scopes
    claims: tuple[Claim, ...]
    policy: Policy
    histories: World

    def __repr__(self) -> str:
        told = [str(list(self.scopes)), *map(str, self.scopes.partitions)]
        for each in self.claims:
            number = each.quantity
            told.append(
                f"{each.id}: {each.measure} {each.population_kind} {each.period.start}.."
                f"{each.period.end} {number.low}-{number.high} cumulative={each.cumulative} "
                f"{each.claimant}/{each.evidence.document} {each.modality}"
            )
        return f"Small({self.policy.name})\n  " + "\n  ".join(told)

    def said(self, claims: Sequence[Claim]) -> list[Said]:
        found = []
        for each in claims:
            low, high = self.policy.range_of(each.quantity)
            tally = not each.measure.is_flow or each.cumulative
            read = self.since_the_opening(each) if self.policy.day_end else each
            found.append(Said(read, low, high, tally and not self.policy.day_end))
        return found

    def since_the_opening(self, each: Claim) -> Claim:
        """A total dated from the month of the opening counts from the opening, plainly read."""
        start = each.period.start
        around = [
            key for key in self.scopes.by_key if self.scopes.contains(key, each.population_kind)
        ]
        opens = [self.scopes.by_key[key].opens for key in around if self.scopes.by_key[key].opens]
        opened = max(opens, default=None)
        if not (each.cumulative and start and not start.exact and opened):
            return each
        end = each.period.end
        if not start.earliest <= opened <= start.latest or (end and end.latest < opened):
            return each
        return replace(each, period=Period(PartialDate(str(opened)), end))

    def possible(self, claims: Sequence[Claim]) -> np.ndarray:
        scope_of = {each.id: each.population_kind for each in claims}
        return possible(self.histories, self.said(claims), scope_of)

    def bounds(self, claims: Sequence[Claim], *questions: Question) -> list[Bound]:
        case = Case.of(claims, place_claims(claims, self.scopes), self.policy)
        return bounds(case, claims, TOGETHER, questions)


def contradictions_of(small: Small) -> list[tuple[str, ...]]:
    found = contradictions(small.claims, small.scopes, small.policy)
    for each in found:
        check(each.proof)
    return [each.claims for each in found]


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@st.composite
def figures(draw: st.DrawFn, name: str, keys: Sequence[str], days: int, partial: bool) -> Claim:
    measure = draw(st.sampled_from(["held", "detained", "released"]))
    last = draw(st.integers(0, days - 1))
    end, start = str(day(last)), ""
    if measure != "held" and draw(st.booleans()):
        start = str(day(draw(st.integers(0, last))))
    if partial:
        end = draw(st.sampled_from([end, end, end[:7]]))
        start = draw(st.sampled_from([start, start, start[:7]]))
    low = draw(st.integers(0, 2))
    high = draw(st.sampled_from([low, low, low + 1, None]))
    cumulative = measure != "held" and (not start or draw(st.booleans()))
    return claim(
        name, measure, None, end, start, scope=draw(st.sampled_from(keys)), low=low, high=high,
        cumulative=cumulative, document=draw(st.sampled_from(["one", "other", ""])),
        claimant=draw(st.sampled_from(["Ministry", "Group"])),
    )  # fmt: skip


@st.composite
def small_cases(
    draw: st.DrawFn, policy: Policy = PLAIN, partial: bool = False, shapes: int = len(SHAPES)
) -> Small:
    shape = draw(st.sampled_from(SHAPES[:shapes]))
    times = Times(days=3, pieces=1) if policy.day_end else Times(days=2, pieces=3)
    keys = [key for key, _ in shape.atoms]
    opens, closes = {}, {}
    if draw(st.booleans()):
        opens[draw(st.sampled_from(keys))] = day(draw(st.integers(0, 1)))
    if draw(st.booleans()):
        closes[draw(st.sampled_from(keys))] = day(draw(st.integers(1, 2)))
    names = "pqrs"[: draw(st.integers(2, 4))]
    claims = tuple(draw(figures(name, keys, times.days, partial)) for name in names)
    assume(sum(each.quantity.low or 0 for each in claims) <= PEOPLE)
    histories = restricted(world(times, shape.atoms, PEOPLE), opens, closes)
    return Small(shape.scopes(opens, closes), claims, policy, histories)


def capped(small: Small) -> tuple[Claim, ...]:
    """Add that no more people were ever taken than the histories have."""
    last = str(day(small.histories.times.days))
    keys = [scope.key for scope in small.scopes]
    caps = [
        claim(f"cap {key}", "detained", None, last, scope=key, low=0, high=PEOPLE, document=key)
        for key in keys
        if not small.scopes.by_key[key].within
    ]
    return (*small.claims, *caps)


@st.composite
def asked_of(draw: st.DrawFn, cases: st.SearchStrategy[Small]) -> tuple[Small, Question]:
    small = draw(cases)
    assume(small.possible(small.claims).any())
    keys = [scope.key for scope in small.scopes]
    days = small.histories.times.days
    measure = draw(st.sampled_from([Measure.HELD, Measure.DETAINED, Measure.RELEASED]))
    scope = draw(st.sampled_from(keys))
    last = draw(st.integers(0, days - 1))
    first = draw(st.sampled_from([None, *range(last + 1)])) if measure.is_flow else None
    around = [key for key in keys if small.scopes.contains(key, scope) and key != scope]
    if around and draw(st.booleans()):
        start = None if first is None else day(first)
        return small, Question(measure, draw(st.sampled_from(around)), day(last), start, scope)
    return small, Question(measure, scope, day(last), None if first is None else day(first))


def counted(small: Small, question: Question) -> np.ndarray:
    """Count in every history what a question asks for."""
    of = small.histories
    end = of.times.end_of(question.end)
    found = of.so_far(question.measure, question.scope, end)
    if question.start:
        before = of.times.end_of(question.start - timedelta(days=1))
        found = found - of.so_far(question.measure, question.scope, before)
    if question.minus:
        found = found - counted(small, replace(question, scope=question.minus, minus=""))
    return found


def ends(bound: Bound) -> tuple[int, float]:
    check(bound.low_proof)
    if bound.high_proof:
        check(bound.high_proof)
    return bound.low, float("inf") if bound.high is None else bound.high


@settings(max_examples=200, deadline=None)
@given(asked_of(st.one_of(small_cases(), small_cases(STRICT, shapes=2))))
def test_a_bound_is_exactly_what_some_history_reaches(asked: tuple[Small, Question]):
    small, question = asked
    claims = capped(small)
    [bound] = small.bounds(claims, question)
    reached = counted(small, question)[small.possible(claims)]
    assert ends(bound) == (reached.min(), reached.max()), f"{question} in {small!r}"


PARTIAL = st.one_of(small_cases(partial=True), small_cases(STRICT, partial=True, shapes=2))


@settings(max_examples=150, deadline=None)
@given(asked_of(PARTIAL))
def test_no_history_lies_outside_a_bound_whatever_day_a_month_means(asked: tuple[Small, Question]):
    small, question = asked
    [bound] = small.bounds(small.claims, question)
    reached = counted(small, question)[small.possible(small.claims)]
    low, high = ends(bound)
    assert low <= reached.min(), f"{question} in {small!r}"
    assert reached.max() <= high, f"{question} in {small!r}"


@settings(max_examples=150, deadline=None)
@given(st.one_of(small_cases(PLAIN), small_cases(STRICT, shapes=2)))
def test_claims_contradict_one_another_exactly_where_no_history_has_them_all(small: Small):
    found = contradictions_of(small)
    by_id = {each.id: each for each in small.claims}
    assert bool(found) == (not small.possible(small.claims).any()), repr(small)
    for subset in found:
        assert not small.possible([by_id[key] for key in subset]).any(), repr(small)
        for left_out in subset:
            rest = [by_id[key] for key in subset if key != left_out]
            assert small.possible(rest).any(), repr(small)


@settings(max_examples=150, deadline=None)
@given(PARTIAL)
def test_what_some_history_has_is_never_called_a_contradiction(small: Small):
    assume(small.possible(small.claims).any())
    assert contradictions_of(small) == [], repr(small)


def all_questions(small: Small) -> list[Question]:
    keys = [scope.key for scope in small.scopes]
    days = [day(number) for number in range(small.histories.times.days)]
    measures = (Measure.HELD, Measure.DETAINED, Measure.RELEASED)
    asked = [Question(measure, key, end) for key in keys for measure in measures for end in days]
    asked += [Question(Measure.RELEASED, key, days[-1], start) for key in keys for start in days]
    return asked


@settings(max_examples=80, deadline=None)
@given(st.one_of(small_cases(), small_cases(STRICT, shapes=2)))
def test_a_whole_timeline_is_exactly_what_histories_reach_day_by_day(small: Small):
    claims = capped(small)
    fits = small.possible(claims)
    assume(fits.any())
    for bound in small.bounds(claims, *all_questions(small)):
        reached = counted(small, bound.question)[fits]
        told = f"{bound.question} in {small!r}"
        assert ends(bound) == (reached.min(), reached.max()), told
