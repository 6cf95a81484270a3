"""A first store: begun in answer to a few questions, or with an example to be thrown away."""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

import typer
from anyascii import anyascii

from habeas.cli.publishing import BundledCase, bundled_case
from habeas.cli.stores.add import add_claims
from habeas.cli.stores.init import begin, invite
from habeas.cli.stores.store import at_the_command_line, case_of_store
from habeas.vocabulary import InputError

EXAMPLE = Path("habeas-example")
"""Where the example lies unless a folder is named: beside no case of anybody's own."""

TO_REVIEW = 3
"""So many documents of the example wait for somebody to review them."""


def begin_by_asking(store: Path) -> None:
    """Begin a store where there is none, with a case and who runs it, as whoever types answers.

    Raises InputError where nobody can be asked.
    """
    if not sys.stdin.isatty():
        raise InputError(
            "there is no store here",
            "Begin one: habeas init --case NAME --admin YOU; or look at an example first: habeas "
            "serve --example.",
            file=str(store),
        )
    typer.confirm(f"There is no store in {store} yet. Begin one there?", default=True, abort=True)
    title = typer.prompt("What is your case called")
    key = typer.prompt("Its name in addresses", default=in_addresses(title))
    language = typer.prompt("The language it is published in first, en or es", default="en")
    name = typer.prompt("Your name at the desk")
    make(store)
    begin(key, title, language, None, [])
    invite(key, name)


def in_addresses(title: str) -> str:
    """Return a title as it may stand in an address: "Norte 2026" is norte-2026."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(title).lower()).strip("-")[:60] or "case"


def begin_example(store: Path, name: str) -> None:
    """Begin a store with the example case, whose figures count and three documents wait."""
    example = bundled_case()
    make(store)
    questions = [str(question) for question in example.questions]
    begin(example.name, example.title["en"], "en", example.folder / "scopes.toml", questions)
    held = case_of_store(example.name)
    add_claims(held, example.folder / "claims.csv")
    wait_for_review(example)
    from habeas.desk.audit_log import ask_for  # noqa: PLC0415  (only once a store is open)

    ask_for(held, "reconcile", at_the_command_line())
    invite(example.name, name)
    typer.echo(f"When you have seen enough, delete the folder {store}: nothing else is kept.")


def wait_for_review(example: BundledCase) -> None:
    """Take in a few documents of the example, each with its day and language."""
    from habeas.desk.cases import sources_of  # noqa: PLC0415  (only once a store is open)
    from habeas.desk.intake import Arrival, keep_document, read_into_queue  # noqa: PLC0415
    from habeas.formats.documents import find_documents  # noqa: PLC0415

    held, actor = case_of_store(example.name), at_the_command_line()
    with (example.folder / "documents.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))[:TO_REVIEW]
    for row in rows:
        arrival = Arrival(actor, row["published"], row["language"])
        for found in find_documents([example.folder / "documents" / row["file"]]):
            document, _ = keep_document(held, found, arrival)
            read_into_queue(held, document, sources_of(held), actor)


def make(store: Path) -> None:
    """Begin a store of its own, of one file of SQLite."""
    from habeas.desk.lifecycle import create_store  # noqa: PLC0415  (Django is slow to load)

    create_store(store, "")
