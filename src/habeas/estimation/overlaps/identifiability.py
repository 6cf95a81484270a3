"""Whether the overlaps of lists can say anything about the people on no list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from habeas.estimation.overlaps.caveat import Caveat
from habeas.estimation.overlaps.overlaps import Overlaps


@dataclass(frozen=True)
class Identifiability:
    """What a table leaves to estimate from.

    table: without the lists that tell nothing. caveats: which were set aside, and why. refusal:
    why no number can be defended, None where one can.
    """

    table: Overlaps
    caveats: tuple[Caveat, ...] = ()
    refusal: Caveat | None = None


def identifiability(table: Overlaps) -> Identifiability:
    """Set aside lists that tell nothing of the hidden, and say where too little is left.

    A list that holds nobody tells nothing. A list whose people all stand on one other list too is
    no independent look at the population, but a copy or a part of that list.
    """
    left, caveats = table, []
    while caveat := next(worthless(left), None):
        caveats.append(caveat)
        left = left.without(caveat.values["list"])
    return Identifiability(left, tuple(caveats), refusal(left, bool(caveats)))


def worthless(table: Overlaps) -> Iterator[Caveat]:
    """Go through the lists that tell nothing, the smallest first."""
    sizes = np.diag(table.shared)
    for i in np.argsort(sizes, kind="stable"):
        name = table.lists[i]
        if sizes[i] == 0:
            yield Caveat("list_empty", {"list": name})
        for j, other in enumerate(table.lists):
            if i != j and sizes[i] and table.shared[i, j] == sizes[i]:
                yield Caveat("list_contained", {"list": name, "other": other})


def refusal(table: Overlaps, reduced: bool = False) -> Caveat | None:
    """Say why the lists' overlaps cannot say how many people are on none, None if they can."""
    if len(table.lists) < 2:
        return Caveat("one_list_left" if reduced else "one_list", {"lists": ", ".join(table.lists)})
    groups = groups_that_share(table)
    if len(groups) == len(table.lists):
        return Caveat("no_overlap", {"lists": ", ".join(table.lists)})
    if len(groups) > 1:
        named = "; ".join(", ".join(group) for group in groups)
        return Caveat("lists_apart", {"groups": named})
    return None


def groups_that_share(table: Overlaps) -> list[list[str]]:
    """Return the lists in groups that are joined by people whom two lists share."""
    left, groups = list(range(len(table.lists))), []
    while left:
        group = {left[0]}
        while more := {j for i in group for j in left if table.shared[i, j] > 0} - group:
            group |= more
        groups.append([table.lists[i] for i in sorted(group)])
        left = [i for i in left if i not in group]
    return groups
