"""Proofs as documents that stand by themselves: claims, rules, steps and conclusion in one file.

`check_proof` verifies them and shares no code with what writes them.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.reconciliation.bounds import Bound
from habeas.reconciliation.contradictions import Contradiction
from habeas.reconciliation.proofs.arithmetic import Teller, otherwise
from habeas.reconciliation.proofs.check_proof import fault
from habeas.reconciliation.proofs.proof_json import why_json
from habeas.reconciliation.reconcile import Reconciliation
from habeas.reconciliation.rows import Proof, Row, Rule, Step
from habeas.reconciliation.system import TOGETHER, Case, Question, Reading, alone, binding
from habeas.reconciliation.view import basis_of
from habeas.vocabulary import Claim, Measure, ProofError

Json = Mapping[str, Any]
FORMAT = "habeas proof 1"


def proof_files(
    result: Reconciliation, claims: Sequence[Claim], teller: Teller
) -> Mapping[str, str]:
    """Return the text of one file for each proof of a reconciliation, by the file's name.

    Both ends of each answered bound, and each contradiction. Where a source contradicts itself, an
    end may have several: whichever of its figures is wrong, one of them stands. claims: those that
    were reconciled.
    Raises ProofError where a proof does not pass `check_proof`: then it must not be handed out.
    """
    by_id = {claim.id: claim for claim in claims}
    viewpoint = result.view.viewpoint
    reading = viewpoint.reading(binding(claim for claim in claims if viewpoint.trusts(claim)))
    found = {}
    for number, bound in enumerate(result.view.bounds, 1):
        for end, proof in ends(bound):
            written = Writer(result.case.on(basis_of(bound.question)), by_id, reading)
            told = teller.bound(bound, end)
            text = written.text(proof, bound_conclusion(bound, end, proof), told)
            found[f"answer-{number:03}-{end}.json"] = text
            for other, more in enumerate(otherwise(bound, end), 2):
                text = written.text(more, bound_conclusion(bound, end, more), told)
                found[f"answer-{number:03}-{end}-{other}.json"] = text
    for number, each in enumerate(result.contradictions, 1):
        written = Writer(result.case, by_id, reading_of(each))
        text = written.text(
            each.proof,
            contradiction_conclusion(each),
            teller.contradiction(each.proof, each.shortfall),
        )
        found[f"contradiction-{number:04}.json"] = text
    return found


def ends(bound: Bound) -> Iterator[tuple[str, Proof]]:
    """Yield the ends of a bound that have a proof; a sum of nothing needs none."""
    for end, proof in (("low", bound.low_proof), ("high", bound.high_proof)):
        if proof is not None and proof.terms:
            yield end, proof


def reading_of(contradiction: Contradiction) -> Reading:
    """Return the reading that a contradiction's proof belongs to: the widest it holds in."""
    if TOGETHER.name in contradiction.readings:
        return TOGETHER
    return alone(contradiction.readings[0].removeprefix("claimant:"))


def bound_conclusion(bound: Bound, end: str, proof: Proof) -> Json:
    """Return what one end of a bound says."""
    question = bound.question
    return {
        "proves": "at least" if end == "low" else "at most",
        "people": abs(math.ceil(proof.least)),
        "exactly": str(proof.least),
        "measure": measured(question, proof),
        "scope": question.scope,
        "minus": question.minus,
        "start": str(question.start or ""),
        "end": str(question.end),
    }


def measured(question: Question, proof: Proof) -> str:
    """Return what is counted: of entries, in whose register."""
    entered = question.measure is Measure.REGISTERED
    return proof.terms[0][0].measure if entered else question.measure.value


def contradiction_conclusion(contradiction: Contradiction) -> Json:
    """Return what a contradiction says: 0 people are at least so many."""
    return {
        "proves": "contradiction",
        "claims": sorted(contradiction.claims),
        "exactly": str(contradiction.proof.least),
    }


@dataclass(frozen=True)
class Writer:
    """Writes proofs of one case, its claims read in one way.

    claims: the case's claims by id.
    """

    case: Case
    claims: Mapping[str, Claim]
    reading: Reading

    def text(self, proof: Proof, conclusion: Json, told: str) -> str:
        """Return the file of a proof. Raises ProofError where it does not pass `check_proof`."""
        content = {**self.document(proof, conclusion, told), "sha256": ""}
        plain = json.dumps(content, sort_keys=True)
        content["sha256"] = hashlib.sha256(plain.encode()).hexdigest()
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        if wrong := fault(text):
            raise ProofError(f"A proof did not pass its check, so it is not written: {wrong}.")
        return text

    def document(self, proof: Proof, conclusion: Json, told: str) -> Json:
        """Return everything that a proof rests on."""
        return {
            "format": FORMAT,
            "told": told,
            "conclusion": conclusion,
            "policy": self.case.policy.name,
            "reading": {"name": self.reading.name, "exact": self.reading.exact},
            "basis": self.case.basis.value,
            "claims": [self.claim(each) for each in sorted(proof.claims)],
            "scopes": {key: self.scope(key) for key in sorted(scopes_of(proof))},
            **self.declared(proof),
            "steps": [step_json(step) for step in proof.steps],
        }

    def declared(self, proof: Proof) -> Json:
        """Return which of the case's containments and partitions a proof makes use of."""
        rules = {step.row.origin for step in proof.steps if isinstance(step.row.origin, Rule)}
        within = {(rule.scope, *rule.other) for rule in rules if rule.name == "R3"}
        parted = [(rule.scope, set(rule.other)) for rule in rules if rule.name == "R4"]
        partitions = [
            {"whole": each.whole, "parts": list(each.parts), "complete": each.complete}
            for each in self.case.placement.partitions
            if any(each.whole == whole and parts <= {*each.parts} for whole, parts in parted)
        ]
        pairs = [list(pair) for pair in sorted(self.case.placement.inside) if pair in within]
        return {"containment": pairs, "partitions": partitions}

    def scope(self, key: str) -> Json:
        """Return what holds of a scope, of its own or taken over from the scopes around it."""
        scope = self.case.placement.scopes[key]
        counted = bool(self.case.counts.get(self.case.placement.component_of[key]))
        spans = self.case.deaths([key])[key] if counted else ()
        return {
            "opens": str(scope.opens or ""),
            "closes": str(scope.closes or ""),
            "counted_since": str(scope.counted_since or ""),
            "register_of": scope.register_of,
            "balanced": key not in self.case.balance.apart,
            "deaths_counted": [[iso(each.first), iso(each.last), each.people] for each in spans]
            or [["", "0001-01-01", 0]] * counted,
        }

    def claim(self, key: str) -> Json:
        """Return a claim: what of it binds, and where its words stand."""
        claim = self.claims[key]
        evidence = claim.evidence
        quantity = claim.quantity
        return {
            "id": claim.id,
            "measure": claim.measure.value,
            "value": quantity.value,
            "qualifier": quantity.qualifier.value,
            "low": quantity.low,
            "high": quantity.high,
            "range": list(self.case.policy.range_of(quantity)),
            "scope": self.case.placement.scope_of[key],
            "population": claim.population,
            "place": claim.place,
            "part_of": claim.part_of,
            "period_start": str(claim.period.start or ""),
            "period_end": str(claim.period.end or ""),
            "cumulative": claim.cumulative,
            "modality": claim.modality.value,
            "claimant": claim.claimant,
            "document": evidence.document,
            "quote": evidence.quote,
            "published": evidence.published,
            "url": evidence.url,
        }


def scopes_of(proof: Proof) -> set[str]:
    """Return the scopes that a proof speaks of."""
    rows = (variable for step in proof.steps for variable, _ in step.row.terms)
    return {variable.scope for variable in (*rows, *(one for one, _ in proof.terms))}


def step_json(step: Step) -> Json:
    """Return one row of a proof, how often it is taken, and why it holds."""
    origin = step.row.origin
    why = why_json(origin)
    if isinstance(origin, Rule):
        why |= {"other": related(origin)}
    return {
        "multiplier": str(step.multiplier),
        **why,
        "row": terms_json(step.row),
        "at_least": step.row.least,
    }


def related(rule: Rule) -> list[str]:
    """Return the other scopes that a rule speaks of; its dates stand with the scope."""
    return [] if rule.what in ("opens", "closes") else list(rule.other)


def terms_json(row: Row) -> list[list[int | str]]:
    """Return the terms of a row: times, count, scope, and the moment's first day, last day, tag."""
    return [
        [
            times,
            variable.measure,
            variable.scope,
            iso(variable.moment.earliest),
            iso(variable.moment.latest),
            variable.moment.tag,
        ]
        for variable, times in row.terms
    ]


def iso(ordinal: int) -> str:
    """Return a day by its ordinal; "" for 0, the beginning."""
    return date.fromordinal(ordinal).isoformat() if ordinal else ""
