"""Under which readings of words figures do not square: the "if" of a soft contradiction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from habeas.reconciliation.contradictions import Contradiction, Strength
from habeas.reconciliation.proofs.arithmetic import Teller
from habeas.reconciliation.proofs.as_said import is_of_the_source
from habeas.reconciliation.rows import ClaimSide, Proof
from habeas.vocabulary import Claim, Measure, Qualifier

CROWDS = (Qualifier.DOZENS, Qualifier.HUNDREDS, Qualifier.THOUSANDS)


def heading(found: Contradiction) -> str:
    """Return the key of the sentence that a contradiction deserves, and no bolder one."""
    if found.shortfall is not None:
        return "shortfall" if found.strength is Strength.HARD else "shortfall_soft"
    if found.strength is Strength.SOFT:
        return "soft"
    return "hard_two" if len(found.claims) == 2 else "hard"


def conditions(proof: Proof, teller: Teller) -> str:
    """Tell what a soft contradiction takes words for: "about means within 5 %"."""
    words = teller.words["report"]
    told = [words[key] for key in dict.fromkeys(condition_keys(proof, teller))]
    return f" {teller.words['and']} ".join(told or [words["if_plain"]])


def condition_keys(proof: Proof, teller: Teller) -> Iterator[str]:
    """Yield the keys of what a proof takes words for."""
    for claim in taken_for(proof, teller.claims):
        qualifier = claim.quantity.qualifier
        yield "if_crowd" if qualifier in CROWDS else f"if_{qualifier.value}"
    if share_a_day([teller.claims[claim] for claim in proof.claims]):
        yield "if_hour"


def taken_for(proof: Proof, claims: Mapping[str, Claim]) -> Iterator[Claim]:
    """Yield the claims that a proof takes for what the policy says and the source does not."""
    for step in proof.steps:
        origin = step.row.origin
        if isinstance(origin, ClaimSide):
            claim = claims[origin.claim]
            said = is_of_the_source(claim.quantity, origin.side, abs(step.row.least))
            if claim.quantity.low is None and not said:
                yield claim


def share_a_day(claims: Sequence[Claim]) -> bool:
    """Whether a tally stands on a day of which another claim counts the hours before or after it.

    Tallies of one document share their hour; what happened over a day is counted to its end.
    """
    return any(
        is_tally(tally)
        and other is not tally
        and ends_alike(tally, other)
        and not (is_tally(other) and paper(tally) == paper(other))
        for tally in claims
        for other in claims
    )


def ends_alike(one: Claim, other: Claim) -> bool:
    """Whether two claims count to the same day."""
    return one.period.end is not None and one.period.end == other.period.end


def paper(claim: Claim) -> str:
    """Return what a claim was told in; itself where that is not known."""
    return claim.evidence.document or claim.evidence.url or claim.id


def is_tally(claim: Claim) -> bool:
    """Whether people were counted at some hour of a day, and not over the whole of it."""
    return claim.measure is Measure.HELD or claim.cumulative
