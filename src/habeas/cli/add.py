"""``habeas add``: documents, tables of claims and lists of people into a case of a store."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli.failures import tell
from habeas.cli.progress import progress
from habeas.cli.store import STORE, CaseName, Store, at_the_command_line, case_of_store

if TYPE_CHECKING:
    from habeas.desk.models import Case

EXAMPLES = """
habeas add articles/ --store /srv/habeas --case belarus-2020
habeas add bulletin.txt --published 2026-01-08 --lang es
habeas add claims.csv --as claims
habeas add register.csv --as list
"""


class Kind(StrEnum):
    """What a file holds."""

    DOCUMENTS = "documents"
    CLAIMS = "claims"
    LIST = "list"


def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.")],
    store: Store = STORE,
    case: CaseName = "",
    kind: Annotated[Kind, typer.Option("--as", help="What the files hold.")] = Kind.DOCUMENTS,
    published: Annotated[str, typer.Option(help="When documents were published.")] = "",
    lang: Annotated[str, typer.Option(help="The language of documents.")] = "",
) -> None:
    """Take files into a case.

    Documents are kept as evidence and their claims wait in the desk's queue. Claims of a table
    count at once where a person wrote them down (without a confidence). A list tells
    of people; its rows are compared with those of all other lists of the case.
    """
    from habeas.desk.opening import open_store  # noqa: PLC0415  (Django is slow to load)

    open_store(store)
    if kind is Kind.DOCUMENTS:
        add_documents(case, paths, published, lang)
        return
    from habeas.desk.incoming import add_claims_file  # noqa: PLC0415
    from habeas.desk.lists import add_list  # noqa: PLC0415

    held, actor = case_of_store(case), at_the_command_line()
    for path in paths:
        if kind is Kind.CLAIMS:
            typer.echo(f"{path}: {add_claims_file(held, path, actor)} claims")
        else:
            taken = add_list(held, path.name, path.read_bytes(), actor)
            typer.echo(f"{path}: {taken.held.records.count()} rows")
            for each in taken.notes:
                tell(str(each))
    if kind is Kind.LIST:
        link_lists(held)


def link_lists(case: Case) -> None:
    """Compare the rows of all lists of a case."""
    from habeas.desk.linking import link_case  # noqa: PLC0415  (only once a store is open)

    made = link_case(case, at_the_command_line())
    typer.echo(f"{made.rows} rows are {made.people} people; {made.pairs} pairs wait at the desk.")


def add_documents(case: str, paths: list[Path], published: str, language: str) -> None:
    """Keep documents and read their claims into the queue."""
    from habeas.desk.case_values import sources_of  # noqa: PLC0415  (only once a store is open)
    from habeas.desk.incoming import Arrival, keep_document, read_into_queue  # noqa: PLC0415
    from habeas.formats.documents import find_documents  # noqa: PLC0415

    held, actor = case_of_store(case), at_the_command_line()
    arrival, sources = Arrival(actor, published, language), sources_of(held)
    kept = fresh = claims = 0
    for found in progress(find_documents(paths, note=tell), "Adding"):
        document, new = keep_document(held, found, arrival)
        claims += read_into_queue(held, document, sources, actor)
        kept, fresh = kept + 1, fresh + new
    typer.echo(f"{kept} documents, {fresh} of them new; {claims} claims wait in the queue.")
