"""Claims to what can be true: bounds, contradictions, repairs, each number with its proof.

The rooms in the order in which data passes through them: ``rows`` (the language of the linear
system, and proofs over its rows), ``system`` (claims and the rules of counting as rows, and the
solver), ``bounds`` (the least and the greatest number, by shortest paths where they reach),
``contradictions`` (minimal infeasible subsets, and repairs), ``causes`` (few statements behind
many contradictions), ``proofs`` (in words, as files, and
the program that checks them). Over them the questions to a whole case: ``view`` (what can be true
if only some sources are trusted), ``reconcile`` (everything at once), ``required`` (what must be
true for several sources to be right), ``sensitivity`` (how answers move), ``claim_effect`` (what a
new claim changes), ``replaced`` (what would rest on figures that the case marks as corrected).
"""

from habeas.reconciliation.bounds import Bound, bounds, refuse_unknown_scopes
from habeas.reconciliation.causes import Cause, Doubt, Explained, doubts, explained
from habeas.reconciliation.claim_effect import ClaimEffect, Moved, change_by, watched
from habeas.reconciliation.contradictions import (
    Change,
    Contradiction,
    Kept,
    Repair,
    Strength,
    breath,
    contradictions,
    contradictions_of,
)
from habeas.reconciliation.proofs import (
    Teller,
    bound_json,
    cause_told,
    conditions,
    contradiction_json,
    dissolved_told,
    doubt_told,
    ends,
    evidence_told,
    fault,
    heading,
    lp_file,
    proof_files,
    question_told,
    reconciliation_json,
    records,
    required_json,
    required_told,
    taken_for,
    why_empty,
)
from habeas.reconciliation.reconcile import (
    Reconciliation,
    answers,
    reconcile,
    with_contradictions,
)
from habeas.reconciliation.replaced import Replaced, replaced
from habeas.reconciliation.required import Required, required
from habeas.reconciliation.rows import ClaimSide, Proof, Row, Rule, Step, check
from habeas.reconciliation.sensitivity import Shift, movers, sensitivity
from habeas.reconciliation.system import (
    EVERYBODY,
    PLAIN,
    POLICIES,
    STRICT,
    TOGETHER,
    Basis,
    Case,
    Derived,
    Placement,
    Policy,
    Question,
    Reading,
    Viewpoint,
    binding,
    place_claims,
)
from habeas.reconciliation.view import Outlook, View, days_of, outlook, timeline

__all__ = [
    "EVERYBODY",
    "PLAIN",
    "POLICIES",
    "STRICT",
    "TOGETHER",
    "Basis",
    "Bound",
    "Case",
    "Cause",
    "Change",
    "ClaimEffect",
    "ClaimSide",
    "Contradiction",
    "Derived",
    "Doubt",
    "Explained",
    "Kept",
    "Moved",
    "Outlook",
    "Placement",
    "Policy",
    "Proof",
    "Question",
    "Reading",
    "Reconciliation",
    "Repair",
    "Replaced",
    "Required",
    "Row",
    "Rule",
    "Shift",
    "Step",
    "Strength",
    "Teller",
    "View",
    "Viewpoint",
    "answers",
    "binding",
    "bound_json",
    "bounds",
    "breath",
    "cause_told",
    "change_by",
    "check",
    "conditions",
    "contradiction_json",
    "contradictions",
    "contradictions_of",
    "days_of",
    "dissolved_told",
    "doubt_told",
    "doubts",
    "ends",
    "evidence_told",
    "explained",
    "fault",
    "heading",
    "lp_file",
    "movers",
    "outlook",
    "place_claims",
    "proof_files",
    "question_told",
    "reconcile",
    "reconciliation_json",
    "records",
    "refuse_unknown_scopes",
    "replaced",
    "required",
    "required_json",
    "required_told",
    "sensitivity",
    "taken_for",
    "timeline",
    "watched",
    "why_empty",
    "with_contradictions",
]
