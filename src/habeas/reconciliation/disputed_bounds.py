"""Bounds from claims of which some are in dispute within their own source.

Each end is what holds in every least repair of the sources that contradict themselves. One repair
after another is tried: always one that takes a claim out of every proof found so far; when there
is none, whichever repair is right leaves one of these proofs whole, and the weakest of them tells
what holds in any case (implicit hitting sets, as for the repairs themselves).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from habeas.reconciliation.bounds import Bound, bound_of
from habeas.reconciliation.contradictions import Disputes, Subset
from habeas.reconciliation.rows import Proof
from habeas.reconciliation.system import Question

ROUNDS = 12
"""After so many repairs, what is not settled is answered without any claim in dispute."""
End = tuple[int, str]
Answering = Callable[[Subset, Sequence[Question]], Sequence[Bound]]
"""Answers questions without some claims."""


@dataclass
class Search:
    """The ends of some questions, and the proofs found of each: one for each repair tried.

    An end without a limit in one repair has none at all, and no proofs.
    """

    questions: Sequence[Question]
    disputes: Disputes
    proofs: dict[End, list[Proof]] = field(default_factory=dict)
    tried: dict[frozenset[Subset], Subset | None] = field(default_factory=dict)

    def take(self, places: Sequence[int], found: Sequence[Bound], ends: set[End]) -> set[End]:
        """Add what was found of some ends; return those that still have a limit."""
        limited = set()
        for place, bound in zip(places, found, strict=True):
            for name, proof in (("low", bound.low_proof), ("high", bound.high_proof)):
                end = (place, name)
                if end in ends and proof is None:
                    self.proofs[end] = []
                elif end in ends and proof is not None:
                    self.proofs.setdefault(end, []).append(proof)
                    limited.add(end)
        return limited

    def next_repairs(self, ends: set[End]) -> Mapping[Subset, set[End]]:
        """Return the repairs to be tried next, with the ends of which none of the proofs stands."""
        found: dict[Subset, set[End]] = defaultdict(set)
        for end in ends:
            bases = frozenset(
                frozenset(proof.claims) & self.disputes.claims for proof in self.proofs[end]
            )
            if bases not in self.tried:
                self.tried[bases] = self.disputes.repair_against(bases)
            if (repair := self.tried[bases]) is not None:
                found[repair].add(end)
        return found

    def bounds(self) -> Iterator[Bound]:
        """Yield each question's bound: at each end the weakest proof, and then the others."""
        for place, question in enumerate(self.questions):
            low, high = (ranked(self.proofs[place, name]) for name in ("low", "high"))
            found = bound_of(question, *(next(iter(each), None) for each in (low, high)))
            yield replace(found, low_otherwise=tuple(low[1:]), high_otherwise=tuple(high[1:]))


def ranked(proofs: Sequence[Proof]) -> list[Proof]:
    """Return proofs of one end, the weakest first; of those that rest on the same, one."""
    by_claims: dict[Subset, Proof] = {}
    for proof in sorted(proofs, key=lambda each: (each.least, len(each.steps), each.claims)):
        by_claims.setdefault(frozenset(proof.claims), proof)
    return list(by_claims.values())


def disputed_bounds(
    questions: Sequence[Question], disputes: Disputes, answer: Answering
) -> list[Bound]:
    """Answer questions by what holds in every least repair of the sources that are in dispute.

    answer: answers some questions without some claims.
    """
    search = Search(questions, disputes)
    everything = list(range(len(questions)))
    ends = {(place, name) for place in everything for name in ("low", "high")}
    ends = search.take(everything, answer(disputes.first, questions), ends)
    for _ in range(ROUNDS):
        repairs = search.next_repairs(ends)
        if not repairs:
            break
        ends = set()
        for repair, mine in sorted(repairs.items(), key=lambda item: sorted(item[0])):
            ends |= ask(search, repair, mine, answer)
    else:
        left = search.next_repairs(ends)
        ask(search, disputes.claims, set(chain(*left.values())), answer)
    return list(search.bounds())


def ask(search: Search, repair: Subset, ends: set[End], answer: Answering) -> set[End]:
    """Find proofs of some ends without some claims; return the ends that have a limit."""
    places = sorted({place for place, _ in ends})
    found = answer(repair, [search.questions[place] for place in places])
    return search.take(places, found, ends)
