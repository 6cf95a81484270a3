"""Which pages the head of every page leads to."""

from __future__ import annotations

from habeas.dossier.page_context import PageContext
from habeas.dossier.pages.timeline_pages import drawn_scopes


def menu(edition: PageContext) -> list[tuple[str, str]]:
    """Return the key of each title in the wordings, and the page's path."""
    at = edition.addresses
    scopes = drawn_scopes(edition)[:1]
    return [
        ("page.answers", at.front),
        ("page.contradictions", at.contradictions),
        *(("page.timeline", at.timeline(scope)) for scope in scopes),
        ("page.sources", at.sources),
        ("page.claims", at.claims),
        *([("page.people", at.people)] if edition.case.people else []),
        ("page.methods", at.methods),
        ("page.downloads", at.downloads),
    ]
