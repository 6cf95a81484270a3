"""What a reconciliation found, in paragraphs for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from habeas.cli.console import harmless
from habeas.reconciliation import (
    TOGETHER,
    Bound,
    Contradiction,
    Reconciliation,
    Repair,
    Teller,
    View,
    cause_told,
    conditions,
    doubt_told,
    heading,
    why_empty,
)
from habeas.vocabulary import Measure


def report_of_answers(result: Reconciliation, teller: Teller) -> list[str]:
    """Tell what was used and the answers, one paragraph each.

    Only the ends of lines are ours: those in what sources and files say are taken out.
    """
    words = teller.words["report"]
    view = result.view
    found = [[words["used"].format(policy=result.policy.name, n=len(view.used))]]
    if view.set_aside:
        found.append([words["aside"].format(claims=", ".join(view.set_aside))])
    found += [[line] for line in disputes_told(view, teller)]
    for bound in view.bounds:
        note = why_empty(bound, result.case, view.used, teller)
        found.append([*answer_told(bound, teller), *([f"  {note}"] if note else [])])
    found += doubts_told(result, teller)
    return in_paragraphs(found)


def report_of_contradictions(result: Reconciliation, teller: Teller, limit: int) -> list[str]:
    """Tell the contradictions by their causes, and repairs, one paragraph each.

    limit: how many contradictions were looked for at most; as many as that may not be all.
    """
    found = [[count_told(len(result.listed), limit, result.may_be_more, teller)]]
    found += causes_told(result, teller)
    found += [[repair_told(each, teller)] for each in result.repairs]
    return in_paragraphs(found)


def in_paragraphs(found: Iterable[Iterable[str]]) -> list[str]:
    """Join the lines of each paragraph, without ends of lines of others' within them."""
    return ["\n".join(map(harmless, lines)) for lines in found]


def disputes_told(view: View, teller: Teller) -> Iterator[str]:
    """Tell which sources contradict themselves where it matters to an answer."""
    proofs = [
        proof
        for bound in view.bounds
        for others in (bound.low_otherwise, bound.high_otherwise)
        for proof in (*others, *((bound.low_proof, bound.high_proof) if others else ()))
        if proof
    ]
    used = {claim for proof in proofs for claim in proof.claims}
    for source, sets in view.disputed.items():
        if mattered := {claim for each in sets for claim in each if used.intersection(each)}:
            claims = ", ".join(sorted(mattered))
            yield teller.words["report"]["disputed"].format(source=source, claims=claims)


def doubts_told(result: Reconciliation, teller: Teller) -> list[list[str]]:
    """Ask about figures before anything is concluded from them."""
    if not result.doubts:
        return []
    asked = (f"- {doubt_told(doubt, teller)}" for doubt in result.doubts)
    return [[teller.words["doubts"]["heading"], *asked]]


def causes_told(result: Reconciliation, teller: Teller) -> list[list[str]]:
    """Tell the causes of the contradictions, those of the most first, and under each its own."""
    count, causes = len(result.listed), result.causes
    if count < 2 and all(each.change == "mistaken" for each in causes):
        return [contradiction_told(each, 1, teller) for each in result.listed]
    words = teller.words["causes"]
    key = "heading_one" if len(causes) == 1 else "heading"
    heading = words[key if count > 1 else "count_one"]
    fields = {"n": teller.number(count), "causes": teller.number(len(causes))}
    listed = [
        f"{letter(n)}) {cause_told(each, teller, result.listed)}" for n, each in enumerate(causes)
    ]
    told = [[heading.format(**fields), *listed]]
    for place, each in enumerate(causes):
        told.append([words["under"].format(letter=letter(place))])
        told += [
            contradiction_told(result.listed[number], number + 1, teller)
            for number in each.contradictions
        ]
    return told


def letter(place: int) -> str:
    """Return a letter for a place in a list: a, b, … z, aa and so on."""
    before, last = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("a") + last)


def contradiction_told(found: Contradiction, number: int, teller: Teller) -> list[str]:
    """Tell a contradiction: no bolder than it is, each figure by who said what when."""
    words = teller.words["report"]
    fields = {
        "number": number,
        "readings": readings_told(found.readings, teller),
        "people": teller.number(found.shortfall or 0),
        "words": conditions(found.proof, teller),
    }
    lines = [
        words["line"].format(id=claim, figure=teller.figure(teller.claims[claim]))
        for claim in found.claims
    ]
    told = f"  {teller.contradiction(found.proof, found.shortfall)}"
    return [words[heading(found)].format(**fields), *lines, told]


def answer_told(bound: Bound, teller: Teller) -> list[str]:
    """Tell the answer to a question, and what forces each of its ends, in lines."""
    words = teller.words["report"]
    if bound.question.measure is Measure.DIED and not bound.low and bound.high is None:
        return [words["nobody_counts"].format(question=bound.question)]
    question, high = str(bound.question), words["no_limit"]
    if teller.home and not all("@" in scope for scope in bound.question.scopes):
        question = words["in_place"].format(question=question, place=teller.home)
    if teller.register and bound.question.measure is Measure.DETAINED:
        question = words["entered"].format(question=question)
    if bound.high is not None:
        high = words["at_most"].format(high=teller.number(bound.high))
    fields = {"question": question, "low": teller.number(bound.low), "high": high}
    ends = ["low", "high"] if bound.high_proof else ["low"]
    proofs = [f"  {teller.bound(bound, end)}" for end in ends]
    return [words["answer"].format(**fields), *proofs]


def count_told(count: int, limit: int, more: bool, teller: Teller) -> str:
    """Tell how many contradictions there are, or that there may be more than were looked for."""
    key = "contradictions_one" if count == 1 else "contradictions"
    if more:
        key = "contradictions_more" if limit else "contradictions_unasked"
    return str(teller.words["report"][key].format(n=teller.number(count)))


def readings_told(readings: Iterable[str], teller: Teller) -> str:
    """Tell readings by name: all sources together, or one kind or claimant as it is called."""
    together = str(teller.words["report"]["together"])
    return ", ".join(together if name == TOGETHER.name else name for name in readings)


def repair_told(repair: Repair, teller: Teller) -> str:
    """Tell both ways of making one reading consistent: claims set aside, or figures moved."""
    words = teller.words["report"]
    reading = readings_told([repair.reading], teller)
    told = str(words["repair"].format(reading=reading, claims=", ".join(repair.claims)))
    if not repair.changes:
        return told
    people = amount(sum(each.people for each in repair.changes), teller)
    moves = ", ".join(
        words["moved"].format(claim=each.claim, people=amount(each.people, teller))
        for each in repair.changes
    )
    return f"{told} {words['move'].format(people=people, moves=moves)}"


def amount(people: float, teller: Teller) -> str:
    """Return a number of people that a figure moves by; the solver's may end in halves."""
    return teller.number(Fraction(people).limit_denominator(720))
