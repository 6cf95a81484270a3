"""What would have to be true, in words and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from habeas.reconciliation.proofs.arithmetic import Teller, capitalised
from habeas.reconciliation.proofs.proof_json import bound_json
from habeas.reconciliation.required import Forced, Required, Unrecorded


def required_told(found: Required, teller: Teller) -> list[str]:
    """Tell what would have to be true for the sources to be right, one paragraph a number."""
    words = teller.words["required"]
    sources = f" {teller.words['and']} ".join(found.sources)
    if found.contradictions:
        told = [words["impossible"].format(sources=sources)]
        return told + [f"  {teller.contradiction(each.proof)}" for each in found.contradictions]
    lines = [forced_told(each, teller) for each in found.forced]
    lines += [unrecorded_told(each, teller) for each in found.unrecorded]
    if not lines:
        return [words["nothing"].format(sources=sources)]
    return [words["heading"].format(sources=sources), *lines]


def forced_told(forced: Forced, teller: Teller) -> str:
    """Tell a number that only the sources together force, and what each allows alone."""
    bound, words = forced.bound, teller.words["required"]
    what = teller.question(bound.question)
    apart = "; ".join(
        words["alone"].format(source=teller.named(source), range=range_told(low, high, teller))
        for source, low, high in forced.apart
    )
    text = words["forced"].format(
        what=what, range=range_told(bound.low, bound.high, teller), apart=apart
    )
    return "\n  ".join([capitalised(text), *proofs_told(forced, teller)])


def proofs_told(forced: Forced, teller: Teller) -> Iterator[str]:
    """Tell what forces each end that is more than no source's figures would do."""
    if forced.bound.low > max(low for _, low, _ in forced.apart):
        yield teller.bound(forced.bound, "low")
    if forced.bound.high_proof:
        yield teller.bound(forced.bound, "high")


def unrecorded_told(found: Unrecorded, teller: Teller) -> str:
    """Tell how many people of a claim a register cannot hold, and the share it may."""
    words = teller.words["required"]
    share = -(-100 * found.recorded // found.said)  # at most, so rounded up
    question = teller.question(found.bound.question)
    text = words["unrecorded"].format(
        question=question[:1].lower() + question[1:],
        people=teller.number(found.people),
        said=teller.number(found.said),
        claim=found.claim,
        claimant=teller.named(teller.claims[found.claim].claimant) or teller.words["anonymous"],
        register=teller.named(found.register),
        recorded=teller.number(found.recorded),
        share=share,
    )
    return "\n  ".join([capitalised(text), teller.bound(found.bound, "high")])


def range_told(low: int, high: int | None, teller: Teller) -> str:
    """Tell a range of numbers."""
    words = teller.words["required"]
    if high is None:
        return str(words["no_limit"].format(low=teller.number(low)))
    if low == high:
        return str(words["exactly"].format(low=teller.number(low)))
    return str(words["range"].format(low=teller.number(low), high=teller.number(high)))


def required_json(found: Required, teller: Teller) -> Mapping[str, Any]:
    """Return what would have to be true."""
    return {
        "suppose": list(found.sources),
        "possible": not found.contradictions,
        "contradictions": [list(each.claims) for each in found.contradictions],
        "forced": [
            {
                **bound_json(each.bound, teller),
                "alone": [
                    {"source": source, "low": low, "high": high} for source, low, high in each.apart
                ],
            }
            for each in found.forced
        ],
        "unrecorded": [
            {
                "claim": each.claim,
                "register": each.register,
                "people": each.people,
                "said": each.said,
                "recorded": each.recorded,
                **{
                    f"register_{key}": value
                    for key, value in bound_json(each.bound, teller).items()
                },
            }
            for each in found.unrecorded
        ],
        "told": required_told(found, teller),
    }
