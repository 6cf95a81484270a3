"""Claims to what can be true: bounds, contradictions, repairs, each number with its proof.

In the order in which data passes through them: ``policy`` (words to ranges), ``placement`` (claims
to scopes), ``reading`` (whose claims bind, and how), ``moment`` and ``row`` (the language of the
system), ``claim_rows`` and ``rules`` (what claims and counting lay down), ``system``, ``solver``
(HiGHS), ``proof`` and ``ledger`` (exact, one by one and many together), then the questions:
``question`` → ``end`` → (``grid``, ``nested``, ``squeeze``, ``lesson``, ``chains``) → ``ends`` →
``bounds``; ``cycles`` and
``conflicts`` → ``contradictions`` → ``repairs``; ``view``; ``reconcile``; ``required`` (what must
be true for several sources to be right). ``arithmetic`` tells proofs in words, ``suppositions``
what is required; ``proof_json`` and ``proof_files`` write proofs down, and ``check_proof``, which
stands by itself, verifies the files.
"""

from habeas.reconciliation.bounds.bounds import Bound, bounds
from habeas.reconciliation.contradictions.contradictions import (
    Contradiction,
    Strength,
    contradictions,
)
from habeas.reconciliation.contradictions.repairs import Change, Repair
from habeas.reconciliation.proofs.arithmetic import Teller
from habeas.reconciliation.reconcile import Reconciliation, reconcile
from habeas.reconciliation.required import Required, required
from habeas.reconciliation.rows.proof import Proof, Step, check
from habeas.reconciliation.system.linear_system import Case
from habeas.reconciliation.system.placement import Placement, place_claims
from habeas.reconciliation.system.policy import PLAIN, POLICIES, STRICT, Policy
from habeas.reconciliation.system.question import Question
from habeas.reconciliation.system.viewpoint import EVERYBODY, TOGETHER, Reading, Viewpoint
from habeas.reconciliation.view import Outlook, View, days_of, outlook, timeline

__all__ = [
    "EVERYBODY",
    "PLAIN",
    "POLICIES",
    "STRICT",
    "TOGETHER",
    "Bound",
    "Case",
    "Change",
    "Contradiction",
    "Outlook",
    "Placement",
    "Policy",
    "Proof",
    "Question",
    "Reading",
    "Reconciliation",
    "Repair",
    "Required",
    "Step",
    "Strength",
    "Teller",
    "View",
    "Viewpoint",
    "bounds",
    "check",
    "contradictions",
    "days_of",
    "outlook",
    "place_claims",
    "reconcile",
    "required",
    "timeline",
]
