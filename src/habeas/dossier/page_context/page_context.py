"""One language of a dossier: what its pages are written with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from habeas.dossier.case import ArchivedDocument, DossierCase, Findings
from habeas.dossier.page_context.addresses import Addresses
from habeas.dossier.page_context.quoting import MarkedText, marked, within_sentence
from habeas.dossier.words import LANGUAGES, Wording, claim_words, wording
from habeas.reconciliation import (
    Bound,
    ClaimSide,
    Contradiction,
    Proof,
    Row,
    Step,
    Teller,
    Viewpoint,
)
from habeas.vocabulary import Claim


@dataclass(frozen=True)
class Page:
    """One page before it is written: its path from the root, its template, what goes into it."""

    path: str
    template: str
    title: str
    values: dict[str, object]


@dataclass(frozen=True)
class ClaimLine:
    """A claim as lists and cards show it, in words.

    scope: whom it counts, where that is declared; group: as its source names them. words: the
    quoted ones within their sentence; None where no document is held that has them. claimant,
    outlet, place, note: as the case calls them in this language.
    """

    claim: Claim
    path: str
    figure: str
    claimant: str
    outlet: str
    place: str
    note: str
    kind: str
    period: str
    scope: str
    group: str
    read_as: str
    quote_language: str
    words: MarkedText | None

    @property
    def kind_key(self) -> str:
        """The kind of claimant as style sheets know it."""
        return self.claim.claimant_kind.value if self.claim.claimant_kind else "other"


@dataclass(frozen=True)
class StepLine:
    """One line of an exact proof: how many times, the inequality, why it holds (at ``path``)."""

    times: str
    inequality: str
    why: str
    path: str


@dataclass(frozen=True)
class Derivation:
    """A proof as pages show it: lines of arithmetic, the claims it rests on, the exact steps."""

    arithmetic: tuple[str, ...]
    claims: tuple[ClaimLine, ...]
    steps: tuple[StepLine, ...]


@dataclass(frozen=True)
class PageContext:
    """One language of a dossier.

    data_hash: the SHA-256 of the file of claims, printed on every page.
    """

    case: DossierCase
    findings: Findings
    language: str
    data_hash: str

    @cached_property
    def words(self) -> Wording:
        """The words of the language."""
        return wording(self.language)

    @cached_property
    def addresses(self) -> Addresses:
        """Where the pages of this language lie."""
        return self.addresses_in(self.language)

    def addresses_in(self, language: str) -> Addresses:
        """Return where the pages of a language lie."""
        return Addresses.of(language, self.case.language, self.case.claims)

    def counterpart(self, path: str, language: str) -> str:
        """Return the path of the same page in another language."""
        other = self.addresses_in(language)
        return other.front if path == self.addresses.front else language + path[2:]

    @property
    def languages(self) -> Sequence[str]:
        """The languages of the dossier, the first one first."""
        return sorted(LANGUAGES, key=lambda language: language != self.case.language)

    @cached_property
    def lines(self) -> dict[str, ClaimLine]:
        """Every claim in words, by id."""
        return {claim.id: self._line(claim) for claim in self.case.claims}

    def _line(self, claim: Claim) -> ClaimLine:
        words = self.words
        held, text = self.document(claim), self.text_with_quote(claim)
        return ClaimLine(
            claim=claim,
            path=self.addresses.claim(claim.id),
            figure=claim_words.figure(claim, words),
            claimant=claim_words.claimant(claim, self.case.scopes, words),
            kind=claim_words.kind(claim, words),
            outlet=self.case.scopes.called(claim.evidence.reported_by, self.language),
            place=self.case.scopes.called(claim.place, self.language),
            note=self.case.scopes.called(claim.note, self.language),
            period=claim_words.period(claim, words),
            scope=claim_words.population(claim, self.case.scopes, words),
            group=claim_words.group(claim, self.case.scopes, words),
            read_as=claim_words.range_as_read(claim, self.case.policy, words),
            quote_language=held.document.language if held else "",
            words=within_sentence(text) if text else None,
        )

    def document(self, claim: Claim) -> ArchivedDocument | None:
        """Return the document that a claim quotes, where the dossier holds it."""
        return self.case.documents.get(claim.evidence.document)

    def text_with_quote(self, claim: Claim) -> MarkedText | None:
        """Return the document's text around a claim's words; None where they do not stand there.

        Words that are not what the text holds at their place are never shown as if they were.
        """
        held, proof = self.document(claim), claim.evidence
        if held is None or proof.start is None or proof.end is None or not proof.quote:
            return None
        found = marked(held.document.text, proof.start, proof.end)
        return found if found.quote == proof.quote else None

    @cached_property
    def teller(self) -> Teller:
        """Who tells proofs in this language."""
        return Teller(self.case.by_id, self.case.scopes, self.language)

    def end(self, bound: Bound, end: str) -> Derivation | None:
        """Tell the proof of one end ("low", "high") of a bound; None where it has no limit."""
        proof = bound.low_proof if end == "low" else bound.high_proof
        return self._derivation(proof, self.teller.bound(bound, end)) if proof else None

    def contradiction(self, found: Contradiction) -> Derivation:
        """Tell the proof of a contradiction."""
        told = self.teller.contradiction(found.proof, found.shortfall)
        return self._derivation(found.proof, told)

    def _derivation(self, proof: Proof, told: str) -> Derivation:
        return Derivation(
            arithmetic=tuple(line for line in told.splitlines() if line.strip()),
            claims=tuple(self.lines[claim] for claim in proof.claims),
            steps=tuple(self._step(step) for step in proof.steps),
        )

    def _step(self, step: Step) -> StepLine:
        origin = step.row.origin
        if isinstance(origin, ClaimSide):
            line = self.lines[origin.claim]
            why, path = f"{line.claimant}: {line.figure}, {line.period}", line.path
        else:
            why, path = self.teller.rule(origin), ""
        return StepLine(str(step.multiplier), inequality(step.row), why, path)

    def viewpoint(self, viewpoint: Viewpoint, *, short: bool = False) -> str:
        """Name a viewpoint; one that has no words of its own goes by its name."""
        key = f"viewpoint.{'short_' if short else ''}{viewpoint.name}"
        return self.words(key) if self.words.has(key) else viewpoint.name


def inequality(row: Row) -> str:
    """Write a row of the system: "released A 2025-12-25 − released A 2025-12-24 ≥ 99"."""
    terms = "".join(
        f" {'−' if sign < 0 else '+'} {'' if abs(sign) == 1 else f'{abs(sign)} × '}{variable.key}"
        for variable, sign in row.terms
    )
    return f"{terms.removeprefix(' + ').strip() or 0} ≥ {row.least}".replace("≥ -", "≥ −")
