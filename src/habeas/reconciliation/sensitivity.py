"""How answers move: with what "about" is taken to mean, and with each claim left out in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from habeas.reconciliation.bounds import Bound
from habeas.reconciliation.contradictions import Kept
from habeas.reconciliation.reconcile import Reconciliation
from habeas.reconciliation.system import Case, Policy, Viewpoint
from habeas.reconciliation.view import outlook
from habeas.vocabulary import Claim, Qualifier

ABOUT = (2, 5, 10)
"""By how many hundredths about may differ."""


@dataclass(frozen=True)
class Shift:
    """The answers to all questions after one change, in the order asked.

    about: how many hundredths about may differ, None where the policy stands. without: the id of
    the claim that was left out, "" where none was.
    """

    answers: tuple[Bound, ...]
    about: int | None = None
    without: str = ""


def sensitivity(
    result: Reconciliation,
    claims: Sequence[Claim],
    weights: Mapping[str, float] | None = None,
    turn: Iterable[str] | None = None,
) -> Iterator[Shift]:
    """Yield the answers of a reconciliation after one change at a time.

    First with other meanings of about, where claims say it; then without one claim after another.
    claims: those that were reconciled. turn: the ids of the claims to leave out; those that can
    move an answer (`movers`) if not given.
    """
    viewpoint, case = result.view.viewpoint, result.case
    questions = [bound.question for bound in result.view.bounds]
    kept = Kept()
    trusted = [claim for claim in claims if viewpoint.trusts(claim)]
    if any(each.quantity.qualifier is Qualifier.ABOUT for each in trusted):
        for about in ABOUT:
            on = case.under(about_within(result.policy, about))
            yield Shift(
                outlook(on, trusted, viewpoint, weights, kept).answer(questions).bounds, about
            )
    for claim in movers(result) if turn is None else turn:
        left = [each for each in trusted if each.id != claim]
        on = Case.of(left, case.placement, case.policy)
        view = outlook(on, left, viewpoint_without(viewpoint, claim), weights, kept)
        yield Shift(view.answer(questions).bounds, None, claim)


def movers(result: Reconciliation) -> list[str]:
    """Return the claims without which an answer may move.

    Those that a proof rests on; and those of contradictions, since without one of them what was
    set aside may come back. Without any other claim every answer stays.
    """
    found = {claim for each in result.contradictions for claim in each.claims}
    for bound in result.view.bounds:
        for proof in (
            bound.low_proof,
            bound.high_proof,
            *bound.low_otherwise,
            *bound.high_otherwise,
        ):
            found |= {*proof.claims} if proof else set()
    return sorted(found)


def about_within(policy: Policy, hundredths: int) -> Policy:
    """Return a policy with another meaning of about."""
    share = Fraction(hundredths, 100)
    ends = {Qualifier.ABOUT: (1 - share, 1 + share)}
    return replace(
        policy, name=f"{policy.name}, about ±{hundredths} %", shares={**policy.shares, **ends}
    )


def viewpoint_without(viewpoint: Viewpoint, claim: str) -> Viewpoint:
    """Return a viewpoint that does not name a claim among those to use."""
    return replace(viewpoint, only=viewpoint.only - {claim})
