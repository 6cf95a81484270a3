"""A cause's change made: one decision, however many claims it changes."""

from __future__ import annotations

from typing import Any

from habeas.desk.audit_log import Actor, Overtaken, note, one_change
from habeas.desk.contradictions.cached_causes import causes_of
from habeas.desk.models import Activity, Case, Standing
from habeas.desk.review import decide_claim


@one_change()
def decide_cause(case: Case, actor: Actor, mark: str, language: str = "en") -> Activity:
    """Make the change of a cause, and write it down; taking that entry back takes back all of it.

    mark: of the cause, as the page showed it. language: of the reason that is written down.
    Raises Overtaken where the causes were worked out anew, or somebody has decided of a claim
    since; then nothing is changed.
    """
    found = causes_of(case)
    causes = found.content["causes"] if found else []
    cause = next((each for each in causes if each["mark"] == mark and each["rows"]), None)
    if cause is None:
        raise Overtaken("was worked out anew meanwhile", "Look again, and decide anew.")
    reason = cause["question"].get(language) or cause["question"]["en"]
    entries = [_changed(case, actor, row, reason) for row in cause["rows"]]
    return note(
        actor,
        "cause.decided",
        case=case,
        subject=cause["claims"][0],
        details={"change": cause["change"], "entries": [entry.number for entry in entries]},
    )


def _changed(case: Case, actor: Actor, row: dict[str, Any], reason: str) -> Activity:
    claim = case.claims.counting().filter(key=row["key"]).first()
    if claim is None:
        raise Overtaken("was decided by somebody else meanwhile", "Look again, and decide anew.")
    now = {**claim.current, **{name: after for name, (_, after) in row["fields"].items()}}
    return decide_claim(claim, actor, Standing.CORRECTED, now, reason, seen=row["seen"])
