"""Figures that cannot be true together: the list, and a page for each with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.dossier.case import SEARCH_LIMIT, is_within
from habeas.dossier.page_context import ClaimLine, Derivation, Page, PageContext
from habeas.dossier.pages.proof_documents import CHECKER, contradiction_file
from habeas.dossier.words import number_as_said
from habeas.reconciliation import (
    Contradiction,
    Strength,
    conditions,
    dissolved_told,
    evidence_told,
    heading,
    question_told,
    taken_for,
)


@dataclass(frozen=True)
class ContradictionCard:
    """A contradiction as lists show it: heading, claims in words, proof.

    copies: the claims that repeat one of them, as other documents that tell the same story do.
    """

    found: Contradiction
    path: str
    number: int
    title: str
    verdict: str
    unless: str
    readings: tuple[str, ...]
    lines: tuple[ClaimLine, ...]
    copies: tuple[ClaimLine, ...]
    proof: Derivation

    @property
    def is_hard(self) -> bool:
        """Whether it holds whatever the words mean and whoever is unaccounted for."""
        return self.found.is_impossible

    @property
    def mark(self) -> str:
        """The key of the word that marks its sort."""
        if self.found.shortfall is not None:
            return "contradiction.shortfall_mark"
        return "contradiction.hard_mark" if self.is_hard else "contradiction.soft_mark"

    @property
    def is_within(self) -> bool:
        """Whether one source alone is contradictory."""
        return is_within(self.found)


def contradiction_cards(edition: PageContext) -> list[ContradictionCard]:
    """Return all contradictions in words, in the order of the findings."""
    return [_card(edition, found) for found in edition.findings.contradictions]


def used_in(cards: Iterable[ContradictionCard]) -> dict[str, list[ContradictionCard]]:
    """Return the contradictions that each claim is part of, or repeats a part of, by its id."""
    used: dict[str, list[ContradictionCard]] = {}
    for card in cards:
        for claim in (*card.found.claims, *card.found.copies):
            used.setdefault(claim, []).append(card)
    return used


def _card(edition: PageContext, found: Contradiction) -> ContradictionCard:
    number = edition.findings.numbered[found]
    lines = tuple(edition.lines[claim] for claim in found.claims)
    return ContradictionCard(
        found=found,
        path=edition.addresses.contradiction(number),
        number=number,
        title=_title(edition, lines),
        verdict=_verdict(edition, found),
        unless=_unless(edition, found),
        readings=tuple(_reading(edition, reading) for reading in found.readings),
        lines=lines,
        copies=tuple(edition.lines[claim] for claim in found.copies),
        proof=edition.contradiction(found),
    )


def _title(edition: PageContext, lines: tuple[ClaimLine, ...]) -> str:
    names = list(dict.fromkeys(line.claimant for line in lines))
    if len(names) == 1:
        return edition.words("contradiction.title_one", name=names[0])
    return edition.words("contradiction.title_many", names=edition.words.listed(names))


def _verdict(edition: PageContext, found: Contradiction) -> str:
    taken = conditions(found.proof, edition.teller)
    people = edition.words.number(found.shortfall or 0)
    return edition.words(f"contradiction.{heading(found)}", taken=taken, people=people)


def _unless(edition: PageContext, found: Contradiction) -> str:
    """Say how far words would have to stretch for a soft contradiction to square."""
    if found.strength is Strength.HARD:
        return ""
    reasons = [
        edition.words(
            "contradiction.unless_word",
            words=number_as_said(claim.quantity, edition.words),
            range=edition.lines[claim.id].read_as,
        )
        for claim in taken_for(found.proof, edition.case.by_id)
    ]
    if not reasons:
        return ""
    told = edition.words.alternatives(list(dict.fromkeys(reasons)))
    return edition.words("contradiction.unless", reasons=told)


def _reading(edition: PageContext, reading: str) -> str:
    sort, _, name = reading.partition(":")
    if sort == "kind":
        name = edition.words(f"kind.{name}")
    elif sort == "claimant":
        name = edition.case.scopes.called(name, edition.language)
    return edition.words(f"contradiction.reading_{sort}", name=name)


@dataclass(frozen=True)
class CauseCard:
    """A cause as the list shows it: a question, what speaks for it, and what it would dissolve.

    path: the page of the figure. hard: how many of its contradictions are hard.
    """

    path: str
    question: str
    dissolved: str
    evidence: str
    hard: int
    cards: tuple[ContradictionCard, ...]


def cause_cards(edition: PageContext, cards: Sequence[ContradictionCard]) -> list[CauseCard]:
    """Return few causes of all contradictions, those of the most first."""
    found = edition.findings.contradictions
    return [
        CauseCard(
            path=edition.lines[cause.claims[0]].path,
            question=question_told(cause, edition.teller, found),
            dissolved=dissolved_told(cause, edition.teller),
            evidence=evidence_told(cause, edition.teller),
            hard=sum(cards[place].is_hard for place in cause.contradictions),
            cards=tuple(cards[place] for place in cause.contradictions),
        )
        for cause in edition.findings.causes
    ]


def contradictions_page(edition: PageContext, everything: Sequence[ContradictionCard]) -> Page:
    """Build the list of all contradictions by their causes, folded."""
    hard = sum(card.is_hard for card in everything)
    causes = cause_cards(edition, everything)
    return Page(
        edition.addresses.contradictions,
        "contradictions.html",
        edition.words("page.contradictions"),
        {
            "causes": causes,
            "behind": edition.words.counted("cause.behind", len(causes)),
            "count": edition.words(
                "contradiction.count",
                hard=edition.words.counted("count.hard", hard),
                soft=edition.words.counted("count.soft", len(everything) - hard),
            ),
            "limited": len(everything) >= SEARCH_LIMIT,
            "limit": SEARCH_LIMIT,
        },
    )


def contradiction_pages(cards: Sequence[ContradictionCard]) -> Iterator[Page]:
    """Build a page for each contradiction: its figures, arithmetic and exact proof."""
    for card in cards:
        yield Page(
            card.path,
            "contradiction.html",
            f"{card.title} · {card.verdict}",
            {
                "card": card,
                "proof": card.proof,
                "file": contradiction_file(card.number),
                "checker": CHECKER,
            },
        )
