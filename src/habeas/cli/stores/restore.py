"""``habeas restore``: a store anew from the file that ``habeas backup`` wrote."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.console import FAILURE, tell
from habeas.cli.stores.store import STORE, Store
from habeas.vocabulary import InputError

EXAMPLES = """
habeas restore habeas-2026-01-08.tar.gz --store restored
habeas restore habeas.age --identity key.txt --store restored
habeas restore habeas.tar.gz --store /srv/habeas --database postgresql://habeas@localhost/habeas
"""


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What “habeas backup” wrote.")],
    store: Store = STORE,
    database: Annotated[
        str, typer.Option(help="postgresql://…, empty; else a SQLite file in the store.")
    ] = "",
    identity: Annotated[
        list[Path] | None,
        typer.Option("--identity", metavar="KEYFILE", help="A key that opens an encrypted backup."),
    ] = None,
    passphrase_file: Annotated[
        Path | None,
        typer.Option(help="The file of the passphrase of KEYFILE; else it is asked for."),
    ] = None,
    despite_findings: Annotated[
        bool, typer.Option("--despite-findings", help="Restore it where it does not verify.")
    ] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Empty a database that an unfinished attempt left.")
    ] = False,
) -> None:
    """Make a new store from a backup, and verify all of it.

    Until everything was verified the folder says that it is an unfinished restore; what a restore
    that was cut off left there is cleared by the next. Everybody signs in anew.
    """
    from habeas.desk.lifecycle import (  # noqa: PLC0415
        identities_of,
        refuse_other_file,
        restore_store,
    )
    from habeas.desk.store import refuse_taken  # noqa: PLC0415

    refuse_taken(store)
    identities = identities_of(identity or [], passphrase_from(passphrase_file))
    refuse_other_file(file, identities)
    findings = restore_store(
        store,
        file,
        database=database,
        identities=identities,
        despite_findings=despite_findings,
        anew=anew,
    )
    typer.echo(f"The store of {file} is now in {store}.")
    for finding in findings:
        typer.echo(finding)
    if findings:
        tell("it was restored although it does not verify.")
        raise typer.Exit(FAILURE)


def passphrase_from(file: Path | None) -> Callable[[str], str]:
    """Return what answers for a passphrase: a file's first line, or whoever sits at the terminal.

    Never the command line, which others on the machine can see.
    """

    def answer(opens: str) -> str:
        if file is not None:
            try:
                return file.read_text("utf-8").splitlines()[0]
            except (OSError, UnicodeDecodeError, IndexError):
                raise InputError(
                    "holds no passphrase", "Write it into its first line.", file=str(file)
                ) from None
        if not sys.stdin.isatty():
            raise InputError(
                "is protected by a passphrase, and there is no terminal to ask at",
                "Name the file of it with --passphrase-file.",
                file=opens,
            )
        return getpass.getpass(f"Passphrase of {opens}: ")

    return answer
