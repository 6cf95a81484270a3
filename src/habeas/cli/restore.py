"""``habeas restore``: a store anew from the file that ``habeas backup`` wrote."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.store import STORE, Store

EXAMPLES = """
habeas restore habeas-2026-01-08.tar.gz --store restored
habeas restore habeas.tar.gz --store /srv/habeas --database postgresql://habeas@localhost/habeas
"""


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What “habeas backup” wrote.")],
    store: Store = STORE,
    database: Annotated[
        str, typer.Option(help="postgresql://…, empty; else a SQLite file in the store.")
    ] = "",
) -> None:
    """Make a new store from a backup, and check that its log holds.

    Everybody signs in anew. Nothing is left where the backup turns out to be damaged.
    """
    from habeas.desk.opening import create_store  # noqa: PLC0415  (Django is slow to load)
    from habeas.desk.place import StorePlace  # noqa: PLC0415

    StorePlace.refuse_taken(store)
    try:
        place = create_store(store, database)
        from habeas.desk import backups  # noqa: PLC0415  (only once a store is open)

        backups.refuse_other_file(file)
        backups.restore(place, file)
    except BaseException:
        shutil.rmtree(store, ignore_errors=True)
        raise
    typer.echo(f"The store of {file} is now in {store}.")
