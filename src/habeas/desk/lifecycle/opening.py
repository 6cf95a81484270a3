"""Django made ready for one store; a process opens one store and no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from habeas.desk.store import StoreLocation, make_ready, refuse_not_open


def open_store(root: str | Path) -> StoreLocation:
    """Open a store that is there, its tables brought up to this version.

    Raises InputError where there is none, where it cannot be written, or where the process has
    opened another already.
    """
    return _opened(StoreLocation.read(root))


def open_to_seal(root: str | Path) -> StoreLocation:
    """Open a store that is to be sealed, or whose sealing was cut off. Raises as ``open_store``."""
    place = StoreLocation.read(root, to_seal=True)
    from habeas.desk.store import DONE, SealMark  # noqa: PLC0415

    mark = SealMark.read(place.root)
    if mark is None or mark.is_whole:
        return _opened(place)
    if mark.state == DONE:
        refuse_not_open(place.root)
    make_ready(place)
    return place


def _opened(place: StoreLocation) -> StoreLocation:
    make_ready(place)
    from habeas.desk.store import half_filled, migrate, read_only, unfinished  # noqa: PLC0415

    read_only.refuse_read_only(place)
    migrate()
    if unfinished.has_remains(place):
        half_filled.clear_remains()
        unfinished.clear_remains(place)
    seal_older_cases()
    settle()
    return place


def open_to_read(root: str | Path) -> StoreLocation:
    """Open a store to look at it, verify it, back it up; its medium may be one that is read only.

    Raises InputError as ``open_store`` does, and where tables of an older version lie on a medium
    that cannot be written.
    """
    place = StoreLocation.read(root)
    from habeas.desk.store import is_read_only  # noqa: PLC0415

    if not is_read_only(place):
        return open_store(root)
    place = replace(place, read_only=True)
    make_ready(place)
    from habeas.desk.store import refuse_older_tables  # noqa: PLC0415  (Django first)

    refuse_older_tables(place)
    return place


def create_store(root: str | Path, database: str = "", *, anew: bool = False) -> StoreLocation:
    """Begin a store; whatever moment it is cut off at, it can be begun again.

    anew: whether to empty a database that an unfinished attempt in another folder has left.
    Raises InputError where something is there already.
    """
    from habeas.desk.lifecycle.creation import making  # noqa: PLC0415

    with making("init", root, database, anew=anew):
        pass
    return StoreLocation.read(root)


def restore_store(
    root: str | Path,
    source: Path,
    *,
    database: str = "",
    identities: Sequence[Any] = (),
    despite_findings: bool = False,
    anew: bool = False,
) -> list[str]:
    """Make a store from a backup; return what does not verify in it, where it is made all the same.

    Raises InputError where the backup is damaged or something is there already; HabeasError where
    it does not verify, unless ``despite_findings``. Then no store is made.
    """
    from habeas.desk.lifecycle.creation import making  # noqa: PLC0415

    with making("restore", root, database, anew=anew) as place:
        from habeas.desk.lifecycle.restore import fill, refuse_findings  # noqa: PLC0415

        findings = fill(place, source, identities)
        if not despite_findings:
            refuse_findings(source, findings)
    return findings


def seal_older_cases() -> None:
    """Have the log tell what cases hold that were begun before it did."""
    from habeas.desk.history import seal_older_cases as seal  # noqa: PLC0415  (Django first)

    seal()


def settle() -> None:
    """Finish or clear away what runs that were stopped have left."""
    from habeas.desk.publication import settle as finish  # noqa: PLC0415  (Django first)

    finish()
