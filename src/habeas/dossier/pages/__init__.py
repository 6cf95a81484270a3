"""The pages, one kind a file.

``proof_documents`` (proofs as files) · ``charts`` → ``timeline_pages`` → ``contradiction_pages`` →
``linked_data`` (for other programs) → ``claim_pages`` → ``source_page`` · ``people_pages`` ·
``methods_page`` · ``reader_tools`` → ``answer_pages`` (front page and proofs of its answers) →
``menu`` → ``rendering`` (to HTML, by ``templates``).
"""

from habeas.dossier.pages.answer_pages import front_page, proof_pages
from habeas.dossier.pages.claim_pages import claim_pages, claims_page
from habeas.dossier.pages.contradiction_pages import (
    contradiction_cards,
    contradiction_pages,
    contradictions_page,
    used_in,
)
from habeas.dossier.pages.linked_data import linked_data_files
from habeas.dossier.pages.methods_page import downloads_page, methods_page
from habeas.dossier.pages.people_pages import people_pages
from habeas.dossier.pages.proof_documents import proof_documents
from habeas.dossier.pages.reader_tools import read_later_page, scripts
from habeas.dossier.pages.rendering import render
from habeas.dossier.pages.source_page import source_page, source_pages
from habeas.dossier.pages.timeline_pages import timeline_pages

__all__ = [
    "claim_pages",
    "claims_page",
    "contradiction_cards",
    "contradiction_pages",
    "contradictions_page",
    "downloads_page",
    "front_page",
    "linked_data_files",
    "methods_page",
    "people_pages",
    "proof_documents",
    "proof_pages",
    "read_later_page",
    "render",
    "scripts",
    "source_page",
    "source_pages",
    "timeline_pages",
    "used_in",
]
