"""A store made from nothing: its folder, its database, and at the end its mark."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from django.db import DatabaseError, connections

from habeas.desk.store import StoreLocation, half_filled, make_ready, migrate, unfinished


@contextlib.contextmanager
def making(
    what: str, root: str | Path, database: str = "", *, anew: bool = False
) -> Iterator[StoreLocation]:
    """Within the block, fill a new store with empty tables; it is one when the block ends well.

    what: "init" or "restore". anew: whether to empty a database that an unfinished attempt in
    another folder has left. Raises InputError where something is there already.
    """
    with unfinished.construction(what, root, database) as held:
        make_ready(held.place)
        try:
            half_filled.claim(held, anew=anew)
            migrate()
            yield held.place
        except BaseException:
            with contextlib.suppress(DatabaseError):
                half_filled.abandon(held)
            connections.close_all()
            raise
        held.finish()
        half_filled.release()
