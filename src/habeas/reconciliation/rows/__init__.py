"""The language of the linear system: moments, rows over counts, and proofs that add rows up.

``moment`` → ``row`` (a sum of counts that is at least a number, and why) → ``proof`` (rows with a
multiplier each, by Farkas' lemma) and ``integer_proofs`` (many of them, checked together) →
``moment_rules`` (rules that hold at every moment).
"""

from habeas.reconciliation.rows.integer_proofs import Flow, IntegerProofs, flow_of, flow_row
from habeas.reconciliation.rows.moment import Calendar, Moment
from habeas.reconciliation.rows.moment_rules import (
    MomentRule,
    flows_within,
    never_falls,
    never_negative,
    stays_within,
    stock_row,
    stock_within,
)
from habeas.reconciliation.rows.proof import Proof, Step, assembled_checked, check, prove
from habeas.reconciliation.rows.row import (
    DETAINED,
    DIED,
    ENTERED,
    HELD,
    RELEASED,
    UNACCOUNTED,
    ClaimSide,
    Row,
    Rule,
    Terms,
    Variable,
    add,
    held,
    row,
)

__all__ = [
    "DETAINED",
    "DIED",
    "ENTERED",
    "HELD",
    "RELEASED",
    "UNACCOUNTED",
    "Calendar",
    "ClaimSide",
    "Flow",
    "IntegerProofs",
    "Moment",
    "MomentRule",
    "Proof",
    "Row",
    "Rule",
    "Step",
    "Terms",
    "Variable",
    "add",
    "assembled_checked",
    "check",
    "flow_of",
    "flow_row",
    "flows_within",
    "held",
    "never_falls",
    "never_negative",
    "prove",
    "row",
    "stays_within",
    "stock_row",
    "stock_within",
]
