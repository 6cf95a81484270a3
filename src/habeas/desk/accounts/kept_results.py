"""What was worked out of people, kept until it is worked out anew."""

from __future__ import annotations

from typing import Any

from habeas.desk.models import Case, Result

ANNOUNCED, ESTIMATED, ACCOUNT = "announced", "estimated", "account"


def keep(case: Case, kind: str, revision: int, content: dict[str, Any]) -> Result:
    """Keep what was found of a case as it was at a revision."""
    result, _ = Result.objects.update_or_create(
        case=case, kind=kind, defaults={"revision": revision, "content": content}
    )
    return result


def kept(case: Case, kind: str) -> Result | None:
    """Return what was found last, be it of an earlier revision; None before the first time."""
    return Result.objects.filter(case=case, kind=kind).first()


def stale(case: Case, result: Result | None) -> bool:
    """Whether the case has changed since something was found."""
    return result is not None and result.revision < case.revision
