"""All that can be checked of a store: its log, its tables and pages against it, its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.desk.audit_log import activity
from habeas.desk.history import replay
from habeas.desk.models import Document
from habeas.desk.store import evidence


def store_findings(noted_head: str = "") -> Iterator[str]:
    """Go through what is not as it was left, as sentences; nothing where all is well.

    noted_head: the hash of an entry of the log that was noted down elsewhere.
    """
    yield from activity.findings(noted_head)
    yield from replay.findings()
    if evidence().exists:
        yield from map(str, evidence().verify())
    yield from documents_without_evidence()


def documents_without_evidence() -> Iterator[str]:
    """Go through the documents of cases whose bytes the archive has never had."""
    kept = {entry.sha256 for entry in evidence().entries()} if evidence().exists else set()
    for case, title, sha256 in Document.objects.order_by("pk").values_list(
        "case__key", "title", "sha256"
    ):
        if sha256 not in kept:
            yield f"Case {case}: the evidence of document {title or sha256} is not in the archive."
