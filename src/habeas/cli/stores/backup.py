"""``habeas backup``: a whole store into one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.console import FAILURE, tell
from habeas.cli.stores.store import STORE, Store

EXAMPLES = """
habeas backup habeas-2026-01-08.tar.gz
habeas backup /media/usb/habeas.age --to age1ql3z7hjy… --to age1lggyhqrw…
habeas backup /media/usb/habeas.age --to-file board.txt --store /srv/habeas
"""

To = Annotated[
    list[str] | None,
    typer.Option("--to", metavar="KEY", help="Encrypt for this key (age1…); may be repeated."),
]
ToFile = Annotated[
    list[Path] | None,
    typer.Option("--to-file", metavar="FILE", help="Encrypt for the keys in a file, one a line."),
]


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file: .tar.gz, or .age.")],
    store: Store = STORE,
    to: To = None,
    to_file: ToFile = None,
    no_read_back: Annotated[
        bool, typer.Option("--no-read-back", help="Do not verify the file by restoring it.")
    ] = False,
    despite_findings: Annotated[
        bool, typer.Option("--despite-findings", help="Keep it where it does not verify.")
    ] = False,
) -> None:
    """Write everything of a store into one file, while the desk goes on being used.

    The file is of one moment. It is read back before it counts: restored into a folder inside the
    store, its log, tables, pages and evidence verified; where anything is wrong, it is removed.
    It holds names, decisions and the keys of second factors: keep it as safe as the store, or have
    it encrypted with --to, as age does. It can be restored into SQLite or PostgreSQL.
    """
    from habeas.desk.lifecycle import (  # noqa: PLC0415
        open_to_read,
        recipients_of,
    )

    recipients = recipients_of(to or [], to_file or [])
    place = open_to_read(store)
    from habeas.desk.lifecycle import Wishes, back_up  # noqa: PLC0415  (a store is open)

    wishes = Wishes(recipients, not no_read_back, despite_findings)
    done = back_up(place, file, wishes)
    head = done.about.activity_head or "none yet"
    typer.echo(f"{file} holds the store as it was at {done.about.at}. Head of its log: {head}")
    for finding in done.findings:
        typer.echo(finding)
    if no_read_back:
        tell("it was not read back: whether it can be restored was not verified.")
    if done.findings:
        tell("it was kept although it does not verify.")
        raise typer.Exit(FAILURE)
