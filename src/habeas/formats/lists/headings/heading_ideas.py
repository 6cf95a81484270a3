"""What the words of one heading mean: ideas, and the field that exactly these ideas make."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from habeas.formats.lists.column_kinds import is_of_kin
from habeas.formats.lists.headings.heading_surroundings import (
    brackets_say_another,
    group_says_another,
    is_ahead,
    is_no,
    strange_brackets,
    without_brackets,
)
from habeas.formats.lists.list_words import (
    LANGUAGES,
    by_phrase,
    folded,
    language_words,
    phrases,
    phrases_by_language,
    small_words,
)
from habeas.vocabulary import Field

LONGEST = 6
NUMBERED = re.compile(r"\s*[(]\d+[)]$")
GROUP = re.compile(r"(?<! )/(?! )")
"""What parts a group of KoboToolbox from its question; " / " parts rows of headings."""
UNNAMED = re.compile(r"column \d+")
OF_ANY_GROUP = frozenset(
    {
        Field.BIRTH_DATE, Field.DETAINED_ON, Field.RELEASED_ON, Field.DIED_ON, Field.STATUS,
        Field.SEX, Field.AGE, Field.NATIONALITY, Field.CHARGES, Field.FACILITY,
    }
)  # fmt: skip
"""Fields that a heading tells whatever stands over it."""


AHEAD = frozenset({Field.RELEASED_ON, Field.TRANSFERRED_ON, Field.SENTENCED_ON})
"""What may be planned, and is no fact then."""
HAPPENED = AHEAD | {Field.DETAINED_ON, Field.DIED_ON}


class Sureness(StrEnum):
    """How sure it is what a heading means: told by a person, said, settled by cells, a guess."""

    TOLD = "told"
    SAID = "said"
    CELLS = "cells"
    GUESS = "guess"


@dataclass(frozen=True)
class Meant:
    """What a heading means.

    field: of a person. part: "day", "month" or "year" where the column holds a part of a date.
    rank: which of several columns of one field comes first. ideas: what its words name.
    """

    field: Field
    sure: Sureness = Sureness.SAID
    part: str = ""
    rank: int = 0
    ideas: frozenset[str] = frozenset()


def heading_meaning(heading: str) -> Meant | None:
    """Return what a heading means by its own words, None where they make no field.

    Of "datos/Nombres", as KoboToolbox writes groups, the last part counts where the whole means
    nothing; brackets are left out where it means nothing with them. Neither is where they speak of
    other people: "Full name (mother)". A release that is expected is none.
    """
    own, found = _own().get(folded(heading)), _by_words(heading) or _under_group(heading)
    if found and ((found.field in AHEAD and is_ahead(heading)) or (
        found.field in HAPPENED and is_no(heading)
    )):  # fmt: skip
        found = None
    # Our own names mean our own fields; "birth year" may be a part of a date as well.
    return found if not own or (found and found.part) else Meant(own)


def _by_words(heading: str) -> Meant | None:
    for text in _spellings(heading):
        for ideas in heading_ideas(text):
            if found := _meanings().get(ideas):
                return found
    return None


def _under_group(heading: str) -> Meant | None:
    """Return what a heading of two rows means by its lowest, where the group over it adds nothing.

    Under "personal data" that is any field; under another group only a field that says itself whose
    it is, and nothing under one of a relative or a lawyer.
    """
    group, leaf = _parted(heading)
    meant = _by_words(leaf) if leaf else None
    if not meant or is_person_group(group):
        return meant
    strange = not any(heading_ideas(group)) and not is_of_kin(group)
    return (
        meant if strange and meant.sure is Sureness.SAID and meant.field in OF_ANY_GROUP else None
    )


def _parted(heading: str) -> tuple[str, str]:
    group, _, leaf = heading.rpartition(" / ")
    return group, leaf if group else ""


def is_person_group(text: str) -> bool:
    """Say whether a heading over others says that these are of the person: "Identité"."""
    return folded(text) in _person_groups()


@functools.cache
def _person_groups() -> frozenset[str]:
    return phrases("groups", "person")


def words_left_out(heading: str) -> tuple[str, ...]:
    """Return what stands in brackets of a heading, is not understood and was left out."""
    if any(heading_ideas(heading)):
        return ()
    plain = _small() | _in_brackets()
    return tuple(
        inside for inside in strange_brackets(heading)
        if not all(word in plain or _known(word) for word in folded(inside).split())
    )  # fmt: skip


def undecided_idea(heading: str) -> str:
    """Return "name" or "nom" where a heading says just that, which other columns decide."""
    group, leaf = _parted(heading)
    for text in (*_spellings(heading), *(_spellings(leaf) if is_person_group(group) else ())):
        for ideas in heading_ideas(text):
            if ideas in (frozenset({"name"}), frozenset({"nom"})):
                return next(iter(ideas))
    return ""


def heading_ideas(text: str) -> Iterator[frozenset[str]]:
    """Go through what the words of a text may name together; nothing where one is not known."""
    words = folded(text).split()
    found = _segments(words) or _segments([word for word in words if word not in _small()])
    if found:
        for chosen in itertools.product(*found):
            yield frozenset(chosen)


def languages_of(headings: Sequence[str]) -> frozenset[str]:
    """Return the languages whose words some headings use, as far as one alone has them."""
    found = set()
    for heading in headings:
        words = set(folded(heading).split())
        own = {language for language, text in _every_phrase() if text in words}
        if len(own) == 1:
            found |= own
    return frozenset(found)


def _spellings(heading: str) -> Iterator[str]:
    bare = NUMBERED.sub("", heading)
    if not UNNAMED.fullmatch(bare):
        short = bare if brackets_say_another(bare) else without_brackets(bare)
        yield bare
        yield short
        for text in (bare, short):
            group, leaf = _of_group(text)
            if not group_says_another(group):
                yield leaf


def _of_group(text: str) -> tuple[str, str]:
    parts = GROUP.split(text)
    return " ".join(parts[:-1]), parts[-1]


def _segments(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Part words into known phrases, the longest first; empty where a word is not known."""
    found, at = [], 0
    while at < len(words):
        for end in range(min(len(words), at + LONGEST), at, -1):
            if ideas := _known(" ".join(words[at:end])):
                found.append(ideas)
                at = end
                break
        else:
            if words[at] not in _small():
                return []
            at += 1
    return found


@functools.lru_cache(maxsize=8192)
def _known(text: str) -> tuple[str, ...]:
    return tuple(sorted(_ideas().get(text) or _ideas().get(_singular(text)) or ()))


def _singular(text: str) -> str:
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") and word.isascii() else word
                    for word in text.split())  # fmt: skip


@functools.cache
def _ideas() -> dict[str, set[str]]:
    known: dict[str, set[str]] = defaultdict(set)
    small = _small()
    for language in LANGUAGES:
        for idea, texts in language_words(language)["ideas"].items():
            for text in map(folded, texts):
                known[text].add(idea)
                short = [word for word in text.split() if word not in small]
                if len(short) > 1:
                    known[" ".join(short)].add(idea)
    for text in list(known):
        if (one := _singular(text)) not in known:
            known[one] = known[text]
    return known


@functools.cache
def _every_phrase() -> frozenset[tuple[str, str]]:
    ideas = {idea for language in LANGUAGES for idea in language_words(language)["ideas"]}
    told = (pair for idea in ideas for pair in phrases_by_language("ideas", idea))
    return frozenset((language, text) for language, text in told if " " not in text)


@functools.cache
def _small() -> frozenset[str]:
    return small_words()


@functools.cache
def _in_brackets() -> frozenset[str]:
    return phrases("brackets", "words") | phrases("ages", "years") | set(by_phrase("sexes"))


@functools.cache
def _own() -> dict[str, Field]:
    return {folded(field.value): field for field in Field}


@functools.cache
def _meanings() -> dict[frozenset[str], Meant]:
    return {
        ideas: Meant(Field(one["field"]), Sureness(one.get("sure", "said")), one.get("part", ""),
                     one.get("rank", 0), ideas)
        for one in language_words("meanings")["meaning"]
        for ideas in (frozenset(text.split()) for text in one["ideas"])
    }  # fmt: skip
