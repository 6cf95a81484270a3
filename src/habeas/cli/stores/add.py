"""``habeas add``: documents, tables of claims and lists of people into a case of a store."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli.console import BAD_INPUT, progress, tell
from habeas.cli.stores.store import STORE, CaseName, Store, at_the_command_line, case_of_store
from habeas.formats.text_lines import refuse_unreadable_file
from habeas.vocabulary import HabeasError, InputError

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
    from habeas.desk.lifecycle import open_store  # noqa: PLC0415  (Django is slow to load)

    open_store(store)
    if kind is Kind.DOCUMENTS:
        add_documents(case, paths, published, lang)
        return
    held = case_of_store(case)
    files = OneByOne(held)
    for path in paths:
        with files.one(str(path)):
            add_claims(held, path) if kind is Kind.CLAIMS else add_people(held, path)
    if kind is Kind.LIST and len(files.refused) < len(paths):
        link_lists(held)
    files.leave()


@dataclass
class OneByOne:
    """Files of which each has an outcome of its own: what is refused keeps no other out."""

    case: Case
    refused: list[str] = field(default_factory=list)

    @contextlib.contextmanager
    def one(self, name: str) -> Iterator[None]:
        """Take in one file; an error on it is told, and the block after it goes on."""
        try:
            yield
        except HabeasError as error:
            self.refuse(name, error)

    def refuse(self, name: str, error: HabeasError) -> None:
        """Tell that a file was not taken in, here and in the log of the case."""
        from habeas.desk.audit_log import note_refused  # noqa: PLC0415  (once a store is open)

        told = error.at(file=name) if isinstance(error, InputError) else error
        self.refused.append(name)
        tell(f"{told} It was not taken in.")
        note_refused(self.case, at_the_command_line(), name, told)

    def leave(self) -> None:
        """Exit with the code for bad input where anything was refused."""
        if self.refused:
            tell(f"{len(self.refused)} of what was named was not taken in; the rest was.")
            raise typer.Exit(BAD_INPUT)


def add_claims(case: Case, path: Path) -> None:
    """Take in a table of claims."""
    from habeas.desk.intake import add_claims_file  # noqa: PLC0415  (only once a store is open)

    typer.echo(f"{path}: {add_claims_file(case, path, at_the_command_line())} claims")


def add_people(case: Case, path: Path) -> None:
    """Take in a list of people."""
    from habeas.desk.people import add_list  # noqa: PLC0415  (only once a store is open)

    refuse_unreadable_file(path)
    taken = add_list(case, path.name, path.read_bytes(), at_the_command_line())
    held = ", held already" if taken.again else ""
    typer.echo(f"{path}: {taken.held.records.count()} rows{held}")
    for each in taken.notes:
        tell(str(each))


def link_lists(case: Case) -> None:
    """Compare the rows of all lists of a case."""
    from habeas.desk.people import link_case  # noqa: PLC0415  (only once a store is open)

    made = link_case(case, at_the_command_line())
    typer.echo(f"{made.rows} rows are {made.people} people; {made.pairs} pairs wait at the desk.")


def add_documents(case: str, paths: list[Path], published: str, language: str) -> None:
    """Keep documents and read their claims into the queue."""
    from habeas.desk.cases import sources_of  # noqa: PLC0415  (only once a store is open)
    from habeas.desk.intake import Arrival, keep_document, read_into_queue  # noqa: PLC0415
    from habeas.formats.documents import find_documents  # noqa: PLC0415

    held, actor = case_of_store(case), at_the_command_line()
    arrival, sources = Arrival(actor, published, language), sources_of(held)
    kept = fresh = claims = 0
    files = OneByOne(held)

    def fail(error: InputError) -> None:
        files.refuse(error.file or "", error)

    for found in progress(find_documents(paths, note=tell, fail=fail), "Adding"):
        with files.one(found.place):
            document, new = keep_document(held, found, arrival)
            kept, fresh = kept + 1, fresh + new
            claims += read_into_queue(held, document, sources, actor)
    typer.echo(f"{kept} documents, {fresh} of them new; {claims} claims wait in the queue.")
    files.leave()
