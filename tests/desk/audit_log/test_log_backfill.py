"""A case whose log does not tell what it holds, from a version before: sealed as it is found."""

from __future__ import annotations


def findings() -> list[str]:
    from habeas.desk.audit_log import activity
    from habeas.desk.history import replay

    return [*activity.findings(), *replay.findings()]


def test_a_case_from_before_is_sealed_once_as_it_is_found(store, actor, add_text):
    from habeas.desk.audit_log.activity import note
    from habeas.desk.history.log_backfill import seal_older_cases
    from habeas.desk.models import Case, Claim

    older = Case.objects.create(key="sur", titles={"en": "Sur"})
    note(actor, "case.begun", case=older, subject="sur")
    Claim.objects.create(case=older, key="c1", row={}, current={}, standing="accepted")
    assert findings() == ["Case sur: no entry of the log tells what it holds."]
    assert (seal_older_cases(), seal_older_cases()) == (1, 0)
    assert findings() == []
    Claim.objects.filter(case=older).update(standing="rejected")
    (told,) = findings()
    assert "claim c1 has the standing rejected" in told
