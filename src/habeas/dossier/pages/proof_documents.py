"""Proofs as files that anybody can check with the small program beside them."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from habeas.dossier.case import DossierCase, Findings
from habeas.dossier.page_context import file_name
from habeas.reconciliation import Bound, Reconciliation, Teller, Viewpoint, ends, proof_files

FOLDER = "data/proofs"
CHECKER = f"{FOLDER}/check_proof.py"
"""The program: it needs Python and nothing else, and shares no code with what found the proofs."""


def proof_documents(case: DossierCase, findings: Findings) -> dict[str, bytes]:
    """Return a file for each end of each answer and for each contradiction, and the checker.

    Raises ProofError where a proof does not pass the checker.
    """
    teller = Teller(case.by_id, case.scopes)
    written = {CHECKER: (files("habeas.reconciliation.proofs") / "check_proof.py").read_bytes()}
    for viewpoint, seen in findings.views:
        result = Reconciliation(findings.reckoned, case.policy, (), (), seen)
        for name, text in proof_files(result, case.claims, teller).items():
            written[f"{FOLDER}/{file_name(viewpoint.name)}-{name}"] = text.encode()
    if findings.views:
        nothing = replace(findings.views[0][1], bounds=())
        result = Reconciliation(
            findings.reckoned, case.policy, findings.contradictions, (), nothing
        )
        for name, text in proof_files(result, case.claims, teller).items():
            written[f"{FOLDER}/{name}"] = text.encode()
    return written


def answer_file(findings: Findings, viewpoint: Viewpoint, bound: Bound, end: str) -> str:
    """Return the path of the proof of one end of an answer, "" where it needs none."""
    if end not in dict(ends(bound)):
        return ""
    seen = next(seen for found, seen in findings.views if found == viewpoint)
    number = seen.bounds.index(bound) + 1
    return f"{FOLDER}/{file_name(viewpoint.name)}-answer-{number:03}-{end}.json"


def contradiction_file(number: int) -> str:
    """Return the path of the proof of the n-th contradiction, from 1."""
    return f"{FOLDER}/contradiction-{number:04}.json"
