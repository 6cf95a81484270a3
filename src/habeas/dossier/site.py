"""A case to a dossier: every file of it, by its path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from habeas.dossier.case import DossierCase, Findings, claim_files, finding_files, people_files
from habeas.dossier.changes_feed import changes_feed
from habeas.dossier.known_files import MARK, SUMS
from habeas.dossier.page_context import Page, PageContext
from habeas.dossier.pages import (
    claim_pages,
    claims_page,
    contradiction_cards,
    contradiction_pages,
    contradictions_page,
    downloads_page,
    front_page,
    linked_data_files,
    methods_page,
    people_pages,
    proof_documents,
    proof_pages,
    read_later_page,
    render,
    scripts,
    source_page,
    source_pages,
    timeline_pages,
    used_in,
)
from habeas.dossier.previous_publication import FEED, NOTHING, PreviousPublication
from habeas.dossier.words import LANGUAGES
from habeas.version import __version__


def dossier(
    case: DossierCase, findings: Findings, earlier: PreviousPublication = NOTHING
) -> dict[str, bytes]:
    """Return every file of a dossier by its path; the same input gives the same bytes.

    earlier: what was published before in the same place, for the feed of changes.
    """
    contents = claim_files(case)
    data_hash = sha256(contents["data/claims.csv"]).hexdigest()
    contents |= finding_files(case, findings)
    contents |= proof_documents(case, findings)
    opened = (held for held in case.documents.values() if held.is_open)
    contents |= {f"documents/{held.sha256}.bin": held.raw for held in opened}
    contents["style.css"] = (files("habeas.dossier") / "templates/style.css").read_bytes()
    contents |= scripts()
    contents[MARK] = mark(case)
    contents |= people_files(case)
    for language in LANGUAGES:
        edition = PageContext(case, findings, language, data_hash)
        for page in pages(edition):
            contents[page.path] = render(edition, page).encode()
    first = PageContext(case, findings, case.language, data_hash)
    contents |= linked_data_files(first, used_in(contradiction_cards(first)))
    contents[FEED] = changes_feed(first, earlier)
    contents[SUMS] = sums(contents)
    return contents


def pages(edition: PageContext) -> Iterator[Page]:
    """Go through the pages of one language."""
    cards = contradiction_cards(edition)
    yield front_page(edition, cards)
    yield contradictions_page(edition, cards)
    yield claims_page(edition)
    yield source_page(edition)
    yield methods_page(edition)
    yield read_later_page(edition)
    yield downloads_page(edition)
    yield from proof_pages(edition)
    yield from timeline_pages(edition)
    yield from contradiction_pages(cards)
    yield from claim_pages(edition, used_in(cards))
    yield from source_pages(edition, cards)
    yield from people_pages(edition)


def mark(case: DossierCase) -> bytes:
    """Return the file that says what this folder is."""
    about = {
        "habeas": __version__,
        "title": dict(case.title),
        "published": case.published.isoformat(),
        "policy": case.policy.name,
    }
    return (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()


def sums(contents: dict[str, bytes]) -> bytes:
    """List the SHA-256 of every file, as ``sha256sum --check`` reads it."""
    lines = (f"{sha256(contents[path]).hexdigest()}  {path}\n" for path in sorted(contents))
    return "".join(lines).encode()
