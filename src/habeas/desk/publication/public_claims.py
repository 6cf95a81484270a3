"""Which claims of a document are public now, by the pages as they lie on the disk."""

from __future__ import annotations

import json

from habeas.desk.models import Document
from habeas.desk.publication.published_pages import folder_of


def public_claims_of(document: Document) -> list[str]:
    """Return the ids of the claims of a document that stand on public pages now."""
    file = folder_of(document.case) / "data/claims.json"
    if document.case.published_at is None or not file.is_file():
        return []
    rows = json.loads(file.read_bytes())["claims"]
    return [str(row["id"]) for row in rows if row["document"] == document.key]
