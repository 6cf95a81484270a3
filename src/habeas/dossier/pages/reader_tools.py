"""What a reader does with a page: larger text, read later, print; the scripts and their page."""

from __future__ import annotations

from importlib.resources import files

from habeas.dossier.page_context import Page, PageContext

SCRIPTS = ("reader.js", "offline.js")
"""The only scripts of a dossier; its pages are whole without them."""


def scripts() -> dict[str, bytes]:
    """Return the scripts by their path; they lie at the root, so that they serve every page."""
    room = files("habeas.dossier") / "templates"
    return {name: (room / name).read_bytes() for name in SCRIPTS}


def read_later_page(edition: PageContext) -> Page:
    """Build the page that lists what the reader has kept in the browser."""
    words = edition.words
    return Page(edition.addresses.read_later, "read_later.html", words("tools.list_title"), {})
