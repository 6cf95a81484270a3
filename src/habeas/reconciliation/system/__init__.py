"""Claims and the rules of counting as one linear system.

``policy`` (words to ranges), ``placement`` (claims to scopes), ``viewpoint`` (whose claims bind,
and how), ``question``, ``calendars`` (which moments are compared), ``claim_rows``, ``deaths`` (how
many are counted), ``balance`` (how stocks follow from flows), ``case`` and ``counting_rules`` (R1
to R4; ``register_rules``) → ``linear_system`` → ``solver`` (HiGHS behind one face).
"""

from habeas.reconciliation.system.balance import Balance, Basis, is_of_stocks
from habeas.reconciliation.system.case import Case
from habeas.reconciliation.system.counting_rules import negative
from habeas.reconciliation.system.deaths import CountedDeaths
from habeas.reconciliation.system.linear_system import (
    LinearSystem,
    claim_of,
    laid_rows,
    linear_system,
    scope_of,
)
from habeas.reconciliation.system.placement import LOOSE_KINDS, Placement, place_claims
from habeas.reconciliation.system.policy import PLAIN, POLICIES, STRICT, Policy
from habeas.reconciliation.system.question import Derived, Question
from habeas.reconciliation.system.solver import (
    TOLERANCE,
    Answer,
    Ending,
    Program,
    SolverError,
    silent_solver,
)
from habeas.reconciliation.system.viewpoint import (
    EVERYBODY,
    TOGETHER,
    Reading,
    Viewpoint,
    alone,
    binding,
    of_kind,
)

__all__ = [
    "EVERYBODY",
    "LOOSE_KINDS",
    "PLAIN",
    "POLICIES",
    "STRICT",
    "TOGETHER",
    "TOLERANCE",
    "Answer",
    "Balance",
    "Basis",
    "Case",
    "CountedDeaths",
    "Derived",
    "Ending",
    "LinearSystem",
    "Placement",
    "Policy",
    "Program",
    "Question",
    "Reading",
    "SolverError",
    "Viewpoint",
    "alone",
    "binding",
    "claim_of",
    "is_of_stocks",
    "laid_rows",
    "linear_system",
    "negative",
    "of_kind",
    "place_claims",
    "scope_of",
    "silent_solver",
]
