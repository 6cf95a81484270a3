"""How the numbers are made, and the files to check them with."""

from __future__ import annotations

import shlex

from habeas.dossier.page_context import Page, PageContext
from habeas.dossier.pages.linked_data import ENTITIES, REVIEWS
from habeas.dossier.previous_publication import FEED

DOWNLOADS = {
    "claims_csv": "data/claims.csv",
    "claims_json": "data/claims.json",
    "answers_csv": "data/answers.csv",
    "answers_json": "data/answers.json",
    "contradictions_csv": "data/contradictions.csv",
    "contradictions_json": "data/contradictions.json",
    "reviews": REVIEWS,
    "entities": ENTITIES,
    "people": "data/people.csv",
    "scopes": "data/scopes.toml",
    "feed": FEED,
    "sums": "SHA256SUMS",
}
"""The files of a dossier, by their key in the wordings; some cases have no people or scopes."""


def check_command(edition: PageContext) -> str:
    """Return the command that repeats the headline's reckoning on the downloaded files."""
    scopes = " --scopes scopes.toml" if edition.case.scopes_file else ""
    asked = "".join(f" --ask {shlex.quote(str(each))}" for each in edition.case.questions[:1])
    return f"habeas reconcile claims.csv{scopes} --policy {edition.case.policy.name}{asked}"


def downloads(edition: PageContext) -> dict[str, str]:
    """Return the files that this dossier offers, by their key in the wordings."""
    case = edition.case
    absent = {"scopes": not case.scopes_file, "people": not case.people}
    return {key: path for key, path in DOWNLOADS.items() if not absent.get(key)}


def methods_page(edition: PageContext) -> Page:
    """Build the page on methods, with the policy that read the words."""
    return Page(
        edition.addresses.methods,
        "methods.html",
        edition.words("methods.title"),
        {"command": check_command(edition)},
    )


def downloads_page(edition: PageContext) -> Page:
    """Build the page of files."""
    return Page(
        edition.addresses.downloads,
        "downloads.html",
        edition.words("methods.data_title"),
        {"files": downloads(edition), "command": check_command(edition)},
    )
