"""Moments left out of the system: nothing that can be is lost by it, and nothing is gained."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from unittest.mock import patch

from case import claim
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from habeas.reconciliation import (
    PLAIN,
    TOGETHER,
    Case,
    Question,
    Teller,
    bounds,
    place_claims,
    reconcile,
)
from habeas.reconciliation.bounds import two_sided_search as squeeze
from habeas.reconciliation.bounds.back_substitution import BackSubstitution
from habeas.reconciliation.bounds.elimination import ProjectedSystem, projection_of
from habeas.reconciliation.bounds.objective import Objective
from habeas.reconciliation.proofs.check_proof import fault
from habeas.reconciliation.proofs.proof_files import proof_files
from habeas.reconciliation.rows.moment import Moment
from habeas.reconciliation.rows.proof import prove
from habeas.reconciliation.rows.row import DETAINED, RELEASED, Terms, Variable
from habeas.reconciliation.system.linear_system import LinearSystem, linear_system
from habeas.reconciliation.system.solver import Program
from habeas.vocabulary import Claim, Measure, Partition, Scope, Scopes

BEGINNING = date(2026, 1, 1)
MEASURES = (Measure.HELD, Measure.DETAINED, Measure.RELEASED)


@dataclass(frozen=True)
class Told:
    """Claims that are all true of one history, in a tree of scopes, and the days of it."""

    scopes: Scopes
    claims: tuple[Claim, ...]
    days: tuple[date, ...]

    @property
    def case(self) -> Case:
        return Case.of(self.claims, place_claims(self.claims, self.scopes), PLAIN)

    @property
    def timeline(self) -> list[Question]:
        keys = [scope.key for scope in self.scopes]
        return [Question(measure, key, day) for key in keys for day in self.days
                for measure in MEASURES]  # fmt: skip

    def system(self) -> LinearSystem:
        """The rows of the whole timeline."""
        moments = {moment for question in self.timeline for moment in question.moments}
        keys = {scope.key for scope in self.scopes}
        return linear_system(self.case, self.claims, TOGETHER, keys, moments)


@st.composite
def told(draw: st.DrawFn) -> Told:
    length, size = draw(st.integers(4, 7)), draw(st.integers(2, 4))
    parents = [draw(st.integers(0, number - 1)) for number in range(1, size)]
    flows = st.lists(st.integers(0, 3), min_size=length, max_size=length)
    came = [draw(flows) for _ in range(size)]
    left = [leavers(draw, own) for own in came]
    for inner in range(size - 1, 0, -1):
        for all_flows in (came, left):
            outer = all_flows[parents[inner - 1]]
            outer[:] = [a + b for a, b in zip(outer, all_flows[inner], strict=True)]
    days = tuple(BEGINNING + timedelta(days=number) for number in range(length))
    counts = [(list(accumulate(a)), list(accumulate(b))) for a, b in zip(came, left, strict=True)]
    claims = tuple(
        figure(draw, f"c{number}", counts, days) for number in range(draw(st.integers(2, 7)))
    )
    scopes = tuple(
        Scope(f"s{number}", (f"s{parents[number - 1]}",) if number else ())
        for number in range(size)
    )
    return Told(Scopes(scopes, place="Venezuela"), claims, days)


def leavers(draw: st.DrawFn, came: list[int]) -> list[int]:
    held, left = 0, []
    for number in came:
        held += number
        left.append(draw(st.integers(0, held)))
        held -= left[-1]
    return left


def figure(
    draw: st.DrawFn, name: str, counts: list[tuple[list[int], list[int]]], days: tuple[date, ...]
) -> Claim:
    number, last = draw(st.integers(0, len(counts) - 1)), draw(st.integers(0, len(days) - 1))
    measure = draw(st.sampled_from(MEASURES))
    detained, released = counts[number]
    start = ""
    if measure is Measure.HELD:
        true = detained[last] - released[last]
    else:
        count = detained if measure is Measure.DETAINED else released
        first = draw(st.integers(0, last))
        start = draw(st.sampled_from(["", str(days[first])]))
        true = count[last] - (count[first - 1] if start and first else 0)
    slack = draw(st.sampled_from([0, 0, 1]))
    high = draw(st.sampled_from([true + slack, true, None]))
    return claim(name, measure.value, None, str(days[last]), start, scope=f"s{number}",
                 low=max(0, true - slack), high=high)  # fmt: skip


def projected(case: Told) -> tuple[LinearSystem, ProjectedSystem]:
    system = case.system()
    projection = projection_of(system, case.case.placement.inside)
    assume(projection is not None)
    assert projection is not None
    return system, projection


def sums(projection: ProjectedSystem) -> list[Terms]:
    """Return every kind of sum of counts at the moments kept, with either sign."""
    found: list[Terms] = []
    for scope, days in projection.kept.items():
        for day in days:
            came, left = (
                Variable(count, scope, Moment.end_of(day)) for count in (DETAINED, RELEASED)
            )
            found += [{came: 1}, {came: -1}, {left: 1}, {left: -1}]
            found += [{came: 1, left: -1}, {came: -1, left: 1}]
    return found


@settings(max_examples=60, deadline=None)
@given(told())
def test_what_can_be_at_the_moments_kept_can_be_at_all_of_them(case: Told):
    system, projection = projected(case)
    small, lifting = Program(projection.system), BackSubstitution(projection, system)
    for terms in sums(projection):
        answer = small.least(terms)
        if answer.value is None:
            continue
        history = lifting.history(answer.point, terms)
        for row in system.rows:
            reached = sum(sign * history[system.index[variable]] for variable, sign in row.terms)
            assert reached >= row.least - 1e-6, (row, terms)
        reached = sum(sign * history[system.index[variable]] for variable, sign in terms.items())
        assert math.isclose(reached, answer.value, abs_tol=1e-6)


@settings(max_examples=60, deadline=None)
@given(told())
def test_fewer_moments_prove_the_same_numbers_by_rows_of_all_moments(case: Told):
    system, projection = projected(case)
    whole, small = Program(system), Program(projection.system)
    rules = {row.origin for row in system.rows}
    for terms in sums(projection):
        expected, answer = whole.least(terms), small.least(terms)
        assert (expected.value is None) == (answer.value is None)
        if expected.value is None or answer.value is None:
            continue
        assert math.isclose(expected.value, answer.value, abs_tol=1e-6)
        rows = projection.system.rows
        proof = prove(terms, rows, list(answer.multipliers), projection.in_full)
        assert math.isclose(proof.least, expected.value, abs_tol=1e-6)
        assert {step.row.origin for step in proof.steps} <= rules


@settings(max_examples=60, deadline=None)
@given(told())
def test_a_timeline_is_what_one_linear_program_a_question_says(case: Told):
    system = case.system()
    alone = Program(system)
    with patch.object(squeeze, "SMALL", 0):
        found = bounds(case.case, case.claims, TOGETHER, case.timeline)
    for bound in found:
        low, high = Objective.both(bound.question, system, {})
        least, most = alone.least(dict(low.terms)), alone.least(dict(high.terms))
        assert least.value is not None
        assert bound.low == math.ceil(least.value - 1e-6), bound.question
        greatest = None if most.value is None else math.floor(-most.value + 1e-6)
        assert bound.high == greatest, bound.question


@settings(max_examples=30, deadline=None)
@given(told())
def test_proofs_that_rest_on_moments_left_out_pass_the_independent_check(case: Told):
    with patch.object(squeeze, "SMALL", 0):
        result = reconcile(case.claims, case.scopes, questions=case.timeline)
    teller = Teller({each.id: each for each in case.claims}, case.scopes)
    texts = proof_files(result, case.claims, teller)
    assert [fault(text) for text in texts.values()] == [""] * len(texts)


def test_nothing_is_left_out_of_scopes_that_share_a_whole():
    scopes = Scopes(
        (Scope("all"), Scope("women", ("all",)), Scope("men", ("all",))),
        partitions=(Partition("all", ("women", "men"), complete=True),),
        place="Venezuela",
    )
    claims = (claim("one", "held", 5, "2026-01-04", scope="women"),)
    days = tuple(BEGINNING + timedelta(days=number) for number in range(6))
    system = Told(scopes, claims, days).system()
    assert projection_of(system, place_claims(claims, scopes).inside) is None
