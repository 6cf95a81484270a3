"""Proofs in words, as JSON values and as files that stand by themselves.

``as_said`` (figures in their own words) → ``arithmetic`` tells a proof as a sum on paper (its words
are data in ``words``), ``conditions`` under which words figures do not square, ``suppositions``
what is required, ``empty_answers`` why a policy leaves nothing,
``cause_records`` (the rows that a cause would change), ``causes_told`` what may be behind
contradictions; ``proof_json`` and ``proof_files``
write them down, ``lp_file`` the whole system for other solvers; ``check_proof``, which imports
nothing of ours, verifies the files.
"""

from habeas.reconciliation.proofs.arithmetic import Teller
from habeas.reconciliation.proofs.cause_records import records
from habeas.reconciliation.proofs.causes_told import (
    cause_told,
    dissolved_told,
    doubt_told,
    evidence_told,
    question_told,
)
from habeas.reconciliation.proofs.check_proof import fault
from habeas.reconciliation.proofs.conditions import conditions, heading, taken_for
from habeas.reconciliation.proofs.empty_answers import why_empty
from habeas.reconciliation.proofs.lp_file import lp_file
from habeas.reconciliation.proofs.proof_files import ends, proof_files
from habeas.reconciliation.proofs.proof_json import (
    bound_json,
    contradiction_json,
    reconciliation_json,
)
from habeas.reconciliation.proofs.suppositions import required_json, required_told

__all__ = [
    "Teller",
    "bound_json",
    "cause_told",
    "conditions",
    "contradiction_json",
    "dissolved_told",
    "doubt_told",
    "ends",
    "evidence_told",
    "fault",
    "heading",
    "lp_file",
    "proof_files",
    "question_told",
    "reconciliation_json",
    "records",
    "required_json",
    "required_told",
    "taken_for",
    "why_empty",
]
