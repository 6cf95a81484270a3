"""The front page and the proofs of its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from habeas.dossier.case import Answer, have_nothing_in_common
from habeas.dossier.page_context import Page, PageContext
from habeas.dossier.pages.contradiction_pages import ContradictionCard
from habeas.dossier.pages.methods_page import check_command
from habeas.dossier.pages.proof_documents import CHECKER, answer_file
from habeas.dossier.pages.source_page import source_rows
from habeas.dossier.pages.timeline_pages import chart_of, drawn_scopes, title_of
from habeas.dossier.words import claim_words
from habeas.reconciliation import STRICT, Bound, Question, Viewpoint

SHOWN_CONTRADICTIONS = {(True, True): 2, (True, False): 2, (False, True): 1, (False, False): 1}
"""How many contradictions the front page shows of each sort: (hard, within one source)."""

SHOWN_SOURCES = 6


@dataclass(frozen=True)
class AnswerRow:
    """An answer as a table row and a bar: ``left`` and ``width`` in thousandths of the scale."""

    viewpoint: str
    key: str
    bound: Bound
    path: str
    set_aside: int
    left: int
    width: int


@dataclass(frozen=True)
class AnswerBlock:
    """One question and its answers, the widest trust last."""

    question: Question
    scope: str
    counted: str
    rows: tuple[AnswerRow, ...]
    strictly_apart: bool = False

    @property
    def together(self) -> AnswerRow:
        """The answer of the last viewpoint: of all figures together."""
        return self.rows[-1]

    @property
    def divided(self) -> bool:
        """Whether the figures contradict one another, so that no one range speaks for them all."""
        return self.together.set_aside > 0 and len(self.parts) > 1

    @property
    def parts(self) -> tuple[AnswerRow, ...]:
        """The answers of single kinds of sources that say anything."""
        return tuple(row for row in self.rows[:-1] if row.bound.low or row.bound.high is not None)

    @property
    def apart(self) -> bool:
        """Whether some of the parts' ranges have no number in common."""
        return have_nothing_in_common([row.bound for row in self.parts])

    @property
    def apart_key(self) -> str:
        """The key of what is said of ranges without a number in common, and no bolder one."""
        return "front.apart" if self.strictly_apart else "front.apart_if"


def answer_blocks(edition: PageContext) -> list[AnswerBlock]:
    """Return the case's questions with their answers, in the order asked."""
    return [_block(edition, question) for question in dict.fromkeys(edition.case.questions)]


def _block(edition: PageContext, question: Question) -> AnswerBlock:
    answers = edition.findings.answers(question)
    ends = [answer.bound.low for answer in answers]
    ends += [answer.bound.high for answer in answers if answer.bound.high is not None]
    scale = max([*ends, 1]) * 1.12
    return AnswerBlock(
        question,
        claim_words.scope_title(question, edition.case.scopes, edition.words),
        claim_words.answer_text(question, edition.words),
        tuple(_row(edition, answer, scale) for answer in answers),
        _strictly_apart(edition, question),
    )


def _strictly_apart(edition: PageContext, question: Question) -> bool:
    """Whether the viewpoints' ranges have no number in common under the strict policy either.

    Nor may one of them suppose that nobody is unaccounted for, which is said where its proof is.
    """
    if edition.case.policy is STRICT:
        views = edition.findings.views[:-1]
    else:
        views = edition.findings.strictly
    seen = [bound for _, view in views for bound in view.bounds if bound.question == question]
    told = [bound for bound in seen if bound.low or bound.high is not None]
    return have_nothing_in_common(told) and not any(
        edition.teller.supposes(bound, end) for bound in told for end in ("low", "high")
    )


def _row(edition: PageContext, answer: Answer, scale: float) -> AnswerRow:
    low, high = answer.bound.low, answer.bound.high
    left = round(1000 * low / scale)
    right = 1000 if high is None else round(1000 * high / scale)
    return AnswerRow(
        edition.viewpoint(answer.viewpoint),
        answer.viewpoint.name,
        answer.bound,
        edition.addresses.proof(answer.viewpoint, answer.bound.question),
        len(edition.findings.set_aside(answer.viewpoint)),
        left,
        max(right - left, 6),
    )


def front_page(edition: PageContext, cards: Sequence[ContradictionCard]) -> Page:
    """Build the front page: the headline, its range per viewpoint, and what contradicts what."""
    case, findings, words = edition.case, edition.findings, edition.words
    return Page(
        edition.addresses.front,
        "front.html",
        case.titled(edition.language),
        {
            "blocks": answer_blocks(edition),
            **_chart_values(edition),
            "command": check_command(edition),
            "cards": chosen(cards),
            "sources": source_rows(edition)[:SHOWN_SOURCES],
            "set_aside": [
                (edition.viewpoint(viewpoint), [edition.lines[claim] for claim in seen.set_aside])
                for viewpoint, seen in findings.views
                if seen.set_aside
            ],
            "disputed": [
                (
                    edition.viewpoint(viewpoint),
                    source,
                    [edition.lines[claim] for claim in sorted({*chain(*sets)})],
                )
                for viewpoint, seen in findings.views
                for source, sets in seen.disputed.items()
            ],
            "claims_found": words(
                "front.claims_found",
                claims=words.counted("count.figures", len(case.claims)),
                sources=words.counted(
                    "count.sources", len({claim.claimant for claim in case.claims})
                ),
            ),
            "contradictions_found": words(
                "front.contradictions_found",
                count=words.counted("count.contradictions", len(findings.contradictions)),
            ),
        },
    )


def _chart_values(edition: PageContext) -> dict[str, object]:
    """Return the headline's chart, and where every scope is drawn over time."""
    scopes, at = drawn_scopes(edition), edition.addresses
    return {
        "chart_title": title_of(edition, scopes[0]) if scopes else "",
        "chart": chart_of(edition, scopes[0], at.front) if scopes else None,
        "timelines": [(title_of(edition, each), at.timeline(each)) for each in scopes],
    }


def chosen(cards: Sequence[ContradictionCard]) -> list[ContradictionCard]:
    """Choose a few contradictions of each sort: those whose words can be shown, else the first."""
    sorts: dict[tuple[bool, bool], list[ContradictionCard]] = {
        key: [] for key in SHOWN_CONTRADICTIONS
    }
    for card in sorted(cards, key=lambda card: not all(line.words for line in card.lines)):
        found = sorts[card.is_hard, card.is_within]
        if len(found) < SHOWN_CONTRADICTIONS[card.is_hard, card.is_within]:
            found.append(card)
    return [card for found in sorts.values() for card in found]


def proof_pages(edition: PageContext) -> Iterator[Page]:
    """Build a page for each answer that proves both of its ends."""
    for viewpoint, seen in edition.findings.views:
        for bound in {bound.question: bound for bound in seen.bounds}.values():
            yield _proof_page(edition, viewpoint, bound)


def _proof_page(edition: PageContext, viewpoint: Viewpoint, bound: Bound) -> Page:
    words = edition.words
    told = words("proof.title", answer=words.range(bound.low, bound.high))
    question = claim_words.question_text(bound.question, edition.case.scopes, words)
    return Page(
        edition.addresses.proof(viewpoint, bound.question),
        "proof.html",
        f"{told} · {question}",
        {
            "heading": told,
            "question": question,
            "viewpoint": edition.viewpoint(viewpoint),
            "bound": bound,
            "low": edition.end(bound, "low"),
            "high": edition.end(bound, "high"),
            "set_aside": [edition.lines[claim] for claim in edition.findings.set_aside(viewpoint)],
            "ask": str(bound.question),
            "files": {
                end: answer_file(edition.findings, viewpoint, bound, end) for end in ("low", "high")
            },
            "checker": CHECKER,
            "trust": sorted(viewpoint.trust),
        },
    )
