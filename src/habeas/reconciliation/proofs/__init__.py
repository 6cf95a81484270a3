"""Proofs in words, as JSON values and as files that stand by themselves.

``arithmetic`` tells a proof as a sum on paper (its words are data in ``words``), ``suppositions``
what is required; ``proof_json`` and ``proof_files`` write them down; ``check_proof``, which imports
nothing of ours, verifies the files.
"""

from habeas.reconciliation.proofs.arithmetic import Teller
from habeas.reconciliation.proofs.check_proof import fault
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
    "contradiction_json",
    "ends",
    "fault",
    "proof_files",
    "reconciliation_json",
    "required_json",
    "required_told",
]
