"""What a case is, and what its figures say.

``declarations`` (its scopes, sources, members) → ``case_values`` (the case as the values that
engines take) · ``asked`` (its questions in words) · ``question_choices`` (built from choices) →
``cached_findings`` (what the engines found, until the case changes) · ``full_text_search``; pages:
``overview_page`` · ``sources_page`` · ``search_page`` · ``exports_page``.

The face is lazy: each file is loaded when a name of it is wanted.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.desk.cases.asked import answered_in_words, asked_in_words, scope_choices
    from habeas.desk.cases.cached_findings import (
        contradiction_told,
        contradictions_among,
        findings,
        reconcile_case,
        tellers_of,
    )
    from habeas.desk.cases.case_values import (
        claim_values,
        claim_values_with,
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
    from habeas.desk.cases.exports_page import handed_out
    from habeas.desk.cases.full_text_search import (
        claim_entry,
        document_entry,
        folded,
        index,
        index_new,
        record_entry,
        reindex,
        search,
    )

__all__ = [
    "answered_in_words",
    "asked_in_words",
    "claim_entry",
    "claim_values",
    "claim_values_with",
    "contradiction_told",
    "contradictions_among",
    "decision_values",
    "document_entry",
    "document_value",
    "findings",
    "folded",
    "give_titles",
    "handed_out",
    "index",
    "index_new",
    "policy_of",
    "questions_of",
    "reconcile_case",
    "record_entry",
    "record_key",
    "record_value",
    "reindex",
    "scope_choices",
    "scopes_of",
    "search",
    "sources_of",
    "tellers_of",
    "waiting",
]

__getattr__ = lazy_face(
    __name__,
    {
        "answered_in_words": "asked",
        "asked_in_words": "asked",
        "claim_entry": "full_text_search",
        "claim_values": "case_values",
        "claim_values_with": "case_values",
        "contradiction_told": "cached_findings",
        "contradictions_among": "cached_findings",
        "decision_values": "case_values",
        "document_entry": "full_text_search",
        "document_value": "case_values",
        "findings": "cached_findings",
        "folded": "full_text_search",
        "give_titles": "declarations",
        "handed_out": "exports_page",
        "index": "full_text_search",
        "index_new": "full_text_search",
        "policy_of": "case_values",
        "questions_of": "case_values",
        "reconcile_case": "cached_findings",
        "record_entry": "full_text_search",
        "record_key": "case_values",
        "record_value": "case_values",
        "reindex": "full_text_search",
        "scope_choices": "asked",
        "scopes_of": "case_values",
        "search": "full_text_search",
        "sources_of": "case_values",
        "tellers_of": "cached_findings",
        "waiting": "case_values",
    },
)
