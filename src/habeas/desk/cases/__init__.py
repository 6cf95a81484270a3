"""What a case is, and what its figures say.

``declarations`` (its scopes, sources, members) → ``case_values`` (the case as the values that
engines take) · ``asked`` (its questions in words) → ``cached_findings`` (what the engines found,
until the case changes) · ``full_text_search``; pages: ``overview_page`` · ``contradictions_page`` ·
``sources_page`` · ``search_page`` · ``exports_page``.
"""

from habeas.desk.cases.asked import answered_in_words
from habeas.desk.cases.cached_findings import reconcile_case
from habeas.desk.cases.case_values import (
    claim_values,
    decision_values,
    document_value,
    policy_of,
    questions_of,
    record_key,
    record_value,
    scopes_of,
    sources_of,
    waiting,
)
from habeas.desk.cases.declarations import give_titles
from habeas.desk.cases.full_text_search import (
    claim_entry,
    document_entry,
    folded,
    index,
    index_new,
    record_entry,
    reindex,
)

__all__ = [
    "answered_in_words",
    "claim_entry",
    "claim_values",
    "decision_values",
    "document_entry",
    "document_value",
    "folded",
    "give_titles",
    "index",
    "index_new",
    "policy_of",
    "questions_of",
    "reconcile_case",
    "record_entry",
    "record_key",
    "record_value",
    "reindex",
    "scopes_of",
    "sources_of",
    "waiting",
]
