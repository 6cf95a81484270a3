"""Whether the overlaps of lists can say anything about the people on no list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from habeas.estimation.caution import Caution
from habeas.estimation.overlaps import Overlaps


@dataclass(frozen=True)
class Grounds:
    """What a table leaves to estimate from.

    table: without the lists that tell nothing. cautions: which were set aside, and why. refusal:
    why no number can be defended, None where one can.
    """

    table: Overlaps
    cautions: tuple[Caution, ...] = ()
    refusal: Caution | None = None


def grounds(table: Overlaps) -> Grounds:
    """Set aside lists that tell nothing of the hidden, and say where too little is left.

    A list that holds nobody tells nothing. A list whose people all stand on one other list too is
    no independent look at the population, but a copy or a part of that list.
    """
    left, cautions = table, []
    while caution := next(worthless(left), None):
        cautions.append(caution)
        left = left.without(caution.values["list"])
    return Grounds(left, tuple(cautions), refusal(left, bool(cautions)))


def worthless(table: Overlaps) -> Iterator[Caution]:
    """Go through the lists that tell nothing, the smallest first."""
    sizes = np.diag(table.shared)
    for i in np.argsort(sizes, kind="stable"):
        name = table.lists[i]
        if sizes[i] == 0:
            yield Caution("list_empty", {"list": name})
        for j, other in enumerate(table.lists):
            if i != j and sizes[i] and table.shared[i, j] == sizes[i]:
                yield Caution("list_contained", {"list": name, "other": other})


def refusal(table: Overlaps, reduced: bool = False) -> Caution | None:
    """Say why the lists' overlaps cannot say how many people are on none, None if they can."""
    if len(table.lists) < 2:
        return Caution(
            "one_list_left" if reduced else "one_list", {"lists": ", ".join(table.lists)}
        )
    groups = groups_that_share(table)
    if len(groups) == len(table.lists):
        return Caution("no_overlap", {"lists": ", ".join(table.lists)})
    if len(groups) > 1:
        named = "; ".join(", ".join(group) for group in groups)
        return Caution("lists_apart", {"groups": named})
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
