"""``habeas seal``: a store into one encrypted file, and no plain store any more."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.console import tell
from habeas.cli.stores.backup import To, ToFile
from habeas.cli.stores.store import STORE, Store

EXAMPLES = """
habeas seal /media/usb/habeas.age --to age1ql3z7hjy…
habeas seal /media/usb/habeas.age --to-file board.txt --store /srv/habeas
"""


def seal(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file, .age, elsewhere.")],
    store: Store = STORE,
    to: To = None,
    to_file: ToFile = None,
) -> None:
    """Put a store into one encrypted file, verify that, and remove the plain store.

    For the day when danger is near. The desk ends and opens no more, sessions end; nothing is
    removed before the encrypted file was read back. Then keys go first, written over; on SSDs and
    memory cards, and in a database server's own copies, the old bytes may stay: only encryption of
    the whole disk helps there. Cut off, it is run again with the same words. The private key must
    not lie on this machine: try beforehand that a backup for it can be restored.
    """
    from habeas.desk.lifecycle import (  # noqa: PLC0415
        open_to_seal,
        recipients_of,
    )

    recipients = recipients_of(to or [], to_file or [])
    place = open_to_seal(store)
    from habeas.desk.lifecycle import seal as seal_store  # noqa: PLC0415  (only once one is open)

    sha256 = seal_store(place, file, recipients)
    typer.echo(f"{file} holds the store of {store}, which is gone. SHA-256: {sha256}")
    tell(
        "what was written over may still be on an SSD or a memory card, in snapshots and in other "
        "backups; copies of published pages elsewhere stay."
    )
