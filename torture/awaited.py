"""Faults that the bench finds today and that are being mended: ONE list, to be emptied.

An entry names the item of the issue, the part of the bench, where it is met (a verb, a reader, a
race) and of which kind it is. What is listed does not fail the bench; a fault that is not listed
does, and so does an entry that is met no longer where its part was run: take it out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple


class Awaited(NamedTuple):
    """A fault that somebody is mending. where, kind: as the bench names them."""

    item: str
    part: str
    where: str
    kind: str


AWAITED: tuple[Awaited, ...] = (
    Awaited("5", "kills", "list, while its name is public", "a withheld name stays public"),
    Awaited("5", "kills", "list, while its name is public", "cannot be run again"),
    Awaited("6", "kills", "list, while its name is public", "a file is left over"),
    Awaited("6", "kills", "backup", "a file with names is left over"),
    Awaited("6", "kills", "backup", "a file is left over"),
    Awaited("6", "kills", "link -o", "a file is left over"),
    Awaited("6", "kills", "publish (command line), again", "a file is left over"),
    Awaited(
        "8", "kills", "restore an older backup", "half made, and verification says that all is well"
    ),
    Awaited("8", "kills", "restore an older backup", "cannot be run again"),
    Awaited(
        "9", "kills", "publish (command line), again", "readers meet no dossier, or a broken one"
    ),
    Awaited("10", "kills", "init", "cannot be run again"),
    Awaited("11", "kills", "consent taken back", "verification finds a difference"),
)


def held_against(part: str, met: Iterable[tuple[str, str]], ran: Collection[str]) -> list[str]:
    """Return, as sentences, faults that are not awaited, and entries that are met no longer.

    met: (where, kind) of the faults of a part. ran: where it was looked.
    """
    found = set(met)
    listed = {(each.where, each.kind): each.item for each in AWAITED if each.part == part}
    fresh = [f"{where}: {kind}." for where, kind in sorted(found - listed.keys())]
    mended = [
        f"{where}: “{kind}” (item {listed[where, kind]}) is met no longer; take it out of "
        "torture/awaited.py."
        for where, kind in sorted(listed.keys() - found)
        if where in ran
    ]
    return fresh + mended
