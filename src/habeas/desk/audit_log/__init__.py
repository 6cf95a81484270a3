"""The append-only log of what was done, and the long work that it tells of.

``state`` (what a case holds, as facts that the log can tell) · ``activity`` (entries chained by
their hashes) → ``edit_conflicts`` (optimistic locking: what somebody else has decided meanwhile) ·
``undo_tags`` (what a message offers to take back) · ``refused_files`` · ``job_queue``.
"""

from habeas.desk.audit_log.activity import ITSELF, Actor, note, one_change
from habeas.desk.audit_log.edit_conflicts import (
    Overtaken,
    carried_over,
    changes,
    refuse_overtaken,
    spelled,
)
from habeas.desk.audit_log.job_queue import Work, actor_of, ask_for, latest, progress
from habeas.desk.audit_log.refused_files import note_refused
from habeas.desk.audit_log.state import (
    Facts,
    case_facts,
    claim_facts,
    consent_fact,
    digest,
    document_facts,
    list_fact,
    member_facts,
    name_fact,
    names_in_force,
    pair_facts,
    people_fact,
    source_facts,
    state_of,
    withdrawn_facts,
)
from habeas.desk.audit_log.undo_tags import undo_address, undo_tag

__all__ = [
    "ITSELF",
    "Actor",
    "Facts",
    "Overtaken",
    "Work",
    "actor_of",
    "ask_for",
    "carried_over",
    "case_facts",
    "changes",
    "claim_facts",
    "consent_fact",
    "digest",
    "document_facts",
    "latest",
    "list_fact",
    "member_facts",
    "name_fact",
    "names_in_force",
    "note",
    "note_refused",
    "one_change",
    "pair_facts",
    "people_fact",
    "progress",
    "refuse_overtaken",
    "source_facts",
    "spelled",
    "state_of",
    "undo_address",
    "undo_tag",
    "withdrawn_facts",
]
