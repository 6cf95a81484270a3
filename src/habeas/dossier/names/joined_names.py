"""Names written as one word: rosaejemplo, and #libertadpararosaejemplo."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set

Neighbours = Mapping[tuple[str, str], Collection[str]]
"""For two words of a name side by side, all the words of names that hold both."""

SHORTEST = 7
"""Letters of two words of a name that are met written as one word; fewer are in other words."""

LONGEST = 40
"""Letters; no longer word is looked at for names written as one."""

SHORTEST_ALONE = 5
"""Letters of a name of one word that is looked for within a hashtag."""


def is_joined(letters: str, neighbours: Neighbours, of_names: Set[str]) -> bool:
    """Whether letters are two words of one name, or three, in a row."""
    if not SHORTEST <= len(letters) <= LONGEST:
        return False
    for cut in range(2, len(letters) - 1):
        if letters[:cut] not in of_names:
            continue
        for end in range(cut + 2, len(letters) + 1):
            held = neighbours.get((letters[:cut], letters[cut:end]))
            if held is not None and (end == len(letters) or letters[end:] in held):
                return True
    return False


def is_within(
    letters: str, neighbours: Neighbours, of_names: Set[str], alone: Iterable[str]
) -> bool:
    """Whether two words of one name stand in a row anywhere in a hashtag, or a name of one word."""
    tag = letters[:LONGEST]
    if any(len(word) >= SHORTEST_ALONE and word in tag for word in alone):
        return True
    return any(
        tag[first:cut] in of_names
        and any(
            (tag[first:cut], tag[cut:last]) in neighbours
            for last in range(max(cut + 2, first + SHORTEST), len(tag) + 1)
        )
        for first in range(len(tag) - SHORTEST + 1)
        for cut in range(first + 2, len(tag) - 1)
    )
