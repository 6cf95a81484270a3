"""Files that could not be taken in: each is told by its name, and the others go on."""

from __future__ import annotations

from habeas.desk.audit_log.activity import Actor, note
from habeas.desk.models import Case
from habeas.vocabulary import HabeasError


def note_refused(case: Case, actor: Actor, name: str, error: HabeasError) -> None:
    """Have the log tell that a file was not taken in, and why."""
    details = {"said": str(error)[:1_000]}
    note(actor, "file.refused", case=case, subject=name[:300], details=details)
