"""Cases begun before the log told what each entry wrote: from here on it does.

The state in which such a case is found is told by one entry. What was changed behind the log's back
before that entry cannot be noticed any more; what is changed after it is.
"""

from __future__ import annotations

from habeas.desk.audit_log import ITSELF, note, one_change, state_of
from habeas.desk.models import Activity, Case
from habeas.desk.publication import page_facts

SEALED = "case.sealed"


def seal_older_cases() -> int:
    """Tell the state of each case whose beginning does not tell it; return how many there were."""
    sealed = 0
    for case in Case.objects.all():
        begun = Activity.objects.filter(case=case, what__in=("case.begun", SEALED))
        if not any("wrote" in entry.details for entry in begun):
            with one_change():
                state = state_of(case) | page_facts(case)
                note(ITSELF, SEALED, case=case, subject=case.key, details={"wrote": state})
            sealed += 1
    return sealed
