"""Names that are settled before anything is searched, and names that are found only in part."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from habeas.dossier.names.index import GIVEN, SURNAME, How, ListedName, Name, NameIndex, names_of
from habeas.dossier.names.search import DOUBTFUL_BITS, SHORTEST_NUMBER
from habeas.dossier.names.spelling import HAN, is_everyday, script_of

ONE_WORD, EVERYDAY_WORDS = "one_word", "everyday_words"


@dataclass(frozen=True)
class Unsettled:
    """A name of one word, or of everyday words, and how it is looked for if nobody says so."""

    key: str
    shown: str
    why: str
    suggested: How


@dataclass(frozen=True)
class Limit:
    """A name that the search finds only in part; why is a machine word.

    frequent_words: its words are so frequent that two of them on a list of this length tell
    nothing: it is met whole or by three words. chinese_characters: not met in the Japanese,
    Korean, Cantonese or Vietnamese reading of its characters. short_number: too short to search.
    one_letter: a name of one letter is not searched.
    """

    key: str
    shown: str
    why: str


def to_settle(rows: Iterable[ListedName]) -> list[Unsettled]:
    """Return the names that somebody should settle as a list before anything is searched."""
    return list({each.key: each for each in map(_unsettled, names_of(rows)) if each}.values())


def _unsettled(name: Name) -> Unsettled | None:
    if len(name.words) == 1 and len(name.words[0].key) > 1:
        how = How.AS_A_NAME if is_everyday(name.words[0].written) else How.ANYWHERE
        return Unsettled(name.key, name.shown, ONE_WORD, how)
    if len(name.words) > 1 and all(is_everyday(word.written) for word in name.words):
        return Unsettled(name.key, name.shown, EVERYDAY_WORDS, How.AS_A_NAME)
    return None


def ways_to_look(names: Iterable[Name], said: Mapping[str, How]) -> dict[str, How]:
    """Return how each name that needs settling is looked for: as somebody said, or as suggested.

    One of several everyday words of which nobody said anything is left out: it is looked for
    everywhere, and where it stands without capitals it is doubtful.
    """
    found = {}
    for name in names:
        each = _unsettled(name) if len(name.words) == 1 or name.key in said else None
        if each:
            found[each.key] = said.get(each.key, each.suggested)
    return found


def limits(rows: Iterable[ListedName]) -> list[Limit]:
    """Return the names of rows that the search finds only in part."""
    held = list(rows)
    names = list(names_of(held))
    index = NameIndex.of(names)
    found = [*_of_names(names), *_frequent(index)]
    found += [
        Limit(row.key(), row.shown(), "short_number")
        for row in held
        for number in row.numbers
        if 0 < sum(map(str.isalnum, number)) < SHORTEST_NUMBER
    ]
    return list(dict.fromkeys(found))


def _of_names(names: Iterable[Name]) -> Iterator[Limit]:
    for name in names:
        if any(script_of(word.written) == HAN for word in name.words):
            yield Limit(name.key, name.shown, "chinese_characters")
        if len(name.words) == 1 and len(name.words[0].key) < 2:
            yield Limit(name.key, name.shown, "one_letter")


def _frequent(index: NameIndex) -> Iterator[Limit]:
    chance = math.log2(len(index) + 1)
    for number, name in enumerate(index.names):
        first = {role: next((at for at, word in enumerate(name.words) if word.role == role), -1)
                 for role in (GIVEN, SURNAME)}  # fmt: skip
        if len(name.words) < 3 or min(first.values()) < 0:
            continue
        told = sum(index.bits(number, at, exact=True) for at in first.values())
        if told - chance < DOUBTFUL_BITS:
            yield Limit(name.key, name.shown, "frequent_words")
