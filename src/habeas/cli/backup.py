"""``habeas backup``: a whole store into one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.store import STORE, Store

EXAMPLES = """
habeas backup habeas-2026-01-08.tar.gz
habeas backup /media/usb/habeas.tar.gz --store /srv/habeas
"""


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file, .tar.gz.")],
    store: Store = STORE,
) -> None:
    """Write everything of a store into one file, while the desk goes on being used.

    The file holds names, decisions and the keys of second factors: keep it as safe as the store.
    It can be restored into SQLite or PostgreSQL, whichever it came from.
    """
    from habeas.desk.opening import open_store  # noqa: PLC0415  (Django is slow to load)

    place = open_store(store)
    from habeas.desk.backups import back_up  # noqa: PLC0415  (only once a store is open)

    about = back_up(place, file)
    typer.echo(f"{file} holds the store. Head of its log: {about['activity_head'] or 'none yet'}")
