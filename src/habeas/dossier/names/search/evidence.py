"""How certain it is that words of a text are a listed name.

What each word tells is added up in bits: the rarer a word, the more. Against it stands how many
names are looked for: in a list of thousands any pair of frequent names is met by chance.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from habeas.dossier.names.index import GIVEN, SURNAME, Name, NameIndex
from habeas.dossier.names.search.candidates import Likeness
from habeas.dossier.names.search.meetings import Certainty
from habeas.dossier.names.search.spots import SENTENCE_END, Spot, TextWords, conjunctions, labels
from habeas.dossier.names.spelling import bones, latin

CERTAIN_BITS, DOUBTFUL_BITS = 8.0, 5.0
"""Bits beyond chance at which a part of a name is covered, and at which it is asked about."""

WHOLE_BITS = 6.0
"""The same for covering a name of which each word is met."""

INITIAL_BITS = 4.0
LOSS = {
    Likeness.INFLECTED: 1.0,
    Likeness.NICKNAME: 3.0,
    Likeness.SPELLED: 3.0,
    Likeness.OTHER_SCRIPT: 0.5,
    Likeness.CONSONANTS: 3.0,
}
"""What an initial tells, and what a word tells less that is not written as on the list."""

FOREIGN, CONFLICT, APART = 3.0, 6.0, 4.0
"""Bits against: a foreign word within; one instead of the list's own; a sentence's end within."""


class Element(NamedTuple):
    """A spot taken as words of a name: their places in the name."""

    spot: Spot
    places: frozenset[int]
    likeness: Likeness


@dataclass(frozen=True)
class Judgement:
    """How certain a meeting is, and why, as a machine word."""

    certainty: Certainty
    why: str


def may_be_judged(number: int, elements: list[Element], index: NameIndex) -> bool:
    """Whether words of a text can be a listed name at all, wherever they stand.

    A quick look: most pairs of frequent words on a long list are of no name that could be meant.
    """
    name = index.names[number]
    met = frozenset[int]().union(*(element.places for element in elements))
    if len(met) == len(name.words):
        return len(met) > 1
    if len(met) < 2 or all(name.words[place].role == GIVEN for place in met):
        return False
    most = sum(index.bits(number, place, exact=True) for place in met)
    return most - index.chance >= (DOUBTFUL_BITS if len(met) == 2 else 0)


def without_stray(run: list[Element], name: Name, words: TextWords) -> list[Element]:
    """Return a run without a first word that ends the sentence before the name of another person.

    In "they met in Plaza González. Juan Ramírez said" no González Ramírez is named: a given name
    and a surname follow at once, and are judged as what they are.
    """
    if len(run) < 3:
        return run
    stray, given, surname = run[:3]
    roles = [{name.words[place].role for place in each.places} for each in (given, surname)]
    if roles != [{GIVEN}, {SURNAME}] or not all(_side_by_side(a, b) for a, b in pairwise(run[:3])):
        return run
    ends = words.ends_sentence(stray.spot.last, given.spot.first)
    apart = PARTED.search(words.between(given.spot.last, surname.spot.first))
    return run[1:] if ends and not apart else run


def _side_by_side(left: Element, right: Element) -> bool:
    return left.spot.last + 1 == right.spot.first


def judged(number: int, run: list[Element], index: NameIndex, words: TextWords) -> Judgement | None:
    """Return how certain it is that words of a text are a listed name; None where they are not."""
    name = index.names[number]
    met = frozenset[int]().union(*(element.places for element in run))
    roles = {name.words[place].role for place in met}
    if len(met) < 2 or roles == {GIVEN}:
        return None
    whole = len(met) == len(name.words)
    margin = _bits(number, run, index) - index.chance - _against(number, run, met, index, words)
    likenesses = {element.likeness for element in run}
    initials = Likeness.INITIAL in likenesses
    why = _why(run, whole=whole, only_surnames=roles == {SURNAME}, words=words)
    if whole and not initials:
        over = any(
            SENTENCE_END.search(words.between(a.spot.last, b.spot.first)) for a, b in pairwise(run)
        )
        certain = margin >= WHOLE_BITS or (len(met) > 2 and margin >= 0 and not over)
        asks = certain or margin >= _least_of_whole(run, number, index, words)
        sure = Certainty.CERTAIN if certain else Certainty.DOUBTFUL
        return Judgement(sure, why) if asks else None
    loose = Likeness.SPELLED in likenesses or any(
        each.likeness is Likeness.CONSONANTS and _is_short(name, each) for each in run
    )
    unsure = Likeness.SPELLED in likenesses and not likenesses & WELL
    if unsure or (initials and loose):
        return None
    return _of_margin(margin, len(met), why, initials=initials)


def _is_short(name: Name, element: Element) -> bool:
    """Whether a word that is met by its consonants has too few of them to tell beside initials."""
    letters = "".join(latin(name.words[place].written) for place in element.places)
    return max(map(len, bones(letters)), default=0) < CONSONANTS_BESIDE_INITIALS


CONSONANTS_BESIDE_INITIALS = 5


def _of_margin(margin: float, words: int, why: str, *, initials: bool) -> Judgement | None:
    """Return how certain a part of a name is by its bits beyond chance."""
    if margin >= CERTAIN_BITS and not initials:
        return Judgement(Certainty.CERTAIN, why)
    if margin >= DOUBTFUL_BITS or (words > 2 and margin >= 0):
        return Judgement(Certainty.DOUBTFUL, why)
    return None


def _least_of_whole(run: list[Element], number: int, index: NameIndex, words: TextWords) -> float:
    """Return the bits beyond chance at which a whole name is asked about.

    A name as the list writes it always is, unless it is a part of a longer run of capitals, or
    turned round over the end of a sentence or a comma. One of frequent words that is spelled
    otherwise is not.
    """
    name = index.names[number]
    first, last = run[0].spot.first, run[-1].spot.last
    longer = _goes_on(last, words) or _goes_on(first - 1, words)
    places = [min(element.places) for element in run]
    turned = places != sorted(places) and name.words[min(run[-1].places)].role == GIVEN
    apart = any(PARTED.search(words.between(a.spot.last, b.spot.first)) for a, b in pairwise(run))
    likenesses = {element.likeness for element in run}
    if len(index) > FEW_NAMES and Likeness.EXACT not in likenesses and likenesses <= IN_ONE_SCRIPT:
        return DOUBTFUL_BITS if Likeness.NICKNAME in likenesses else 0.0
    if Likeness.SPELLED in likenesses or Likeness.NICKNAME in likenesses:
        return (3.0 if longer or turned else 0.0) if likenesses & WELL else CERTAIN_BITS - 4
    if Likeness.CONSONANTS in likenesses:
        return LEAST_ACROSS if len(index) > FEW_NAMES else -math.inf
    if turned and longer and not _patronymic(words, last + 1):
        return WHOLE_BITS
    between = any(words.foreign(a.spot.last, b.spot.first) for a, b in pairwise(run))
    if (longer and len(run) == 2) or (turned and apart) or (between and apart):
        return 0.0
    return -math.inf


def _patronymic(words: TextWords, place: int) -> bool:
    """Whether a word is a patronymic, which stands behind a surname and a given name."""
    return place < len(words.words) and PATRONYMIC.search(words.surface(place).lower()) is not None


PATRONYMIC = re.compile(r"(?:(?:ви|ьи|ми|ки)ч(?:а|у|ем|е|ам)?|вн[аыуое]й?|ични?[аыуое]й?"
                        r"|(?:vi|yi|ji)(?:ch|č|cz)|vn[aey]|o[gğ]lu|q[iı]z[iı])$")  # fmt: skip
WELL = frozenset((Likeness.EXACT, Likeness.INFLECTED, Likeness.OTHER_SCRIPT))
"""How a word is met beside which another one may be spelled otherwise."""

IN_ONE_SCRIPT = frozenset((Likeness.INFLECTED, Likeness.NICKNAME))
"""How every word of a name may be met that another name of frequent words is: Andrés Blanco."""

PARTED = re.compile(r"[.!?…,;:\n]")
"""What parts two names of a text."""

FEW_NAMES = 200
"""Names of a list that is too short for a name to be met by chance."""

LEAST_ACROSS = 2.0
"""Bits beyond chance at which a whole name is asked about that is met by its consonants."""


def _bits(number: int, run: list[Element], index: NameIndex) -> float:
    total = 0.0
    for element in run:
        for place in element.places:
            if element.likeness is Likeness.INITIAL:
                total += INITIAL_BITS
                continue
            exact = element.likeness < Likeness.OTHER_SCRIPT or (
                element.likeness is Likeness.NICKNAME
            )
            bits = index.bits(number, place, exact=exact)
            total += bits - LOSS.get(element.likeness, 0.0)
    return total


def _against(
    number: int, run: list[Element], met: frozenset[int], index: NameIndex, words: TextWords
) -> float:
    """Return the bits that speak against a meeting: foreign words, and a sentence's end within."""
    name = index.names[number]
    missing = [name.words[at].role for at in range(len(name.words)) if at not in met]
    total = 0.0
    for left, right in pairwise(run):
        foreign = [
            at for at in words.foreign(left.spot.last, right.spot.first)
            if len(words.words[at][2]) > 1 and not words.surface(at)[0].isdigit()
            and words.words[at][2] not in conjunctions()
        ]  # fmt: skip
        total += len(foreign) * (CONFLICT if GIVEN in missing else FOREIGN)
        if SENTENCE_END.search(words.between(left.spot.last, right.spot.first)):
            total += APART
    if SURNAME in missing and _goes_on(run[-1].spot.last, words):
        total += CONFLICT
    elif _goes_on(run[-1].spot.last, words) or _goes_on(run[0].spot.first - 1, words):
        total += FOREIGN
    return total


def _goes_on(place: int, words: TextWords) -> bool:
    """Whether the words at and after a place are of one run of capitals: a longer name."""
    if place < 0 or place + 1 >= len(words.words):
        return False
    both = (words.surface(at) for at in (place, place + 1))
    near = re.fullmatch(r"[ \u00a0-]", words.between(place, place + 1))
    return bool(near) and all(word[:1].isupper() and not word.isupper() for word in both)


def _why(run: list[Element], *, whole: bool, only_surnames: bool, words: TextWords) -> str:
    likenesses = {element.likeness for element in run}
    marks = (
        (any(element.likeness is Likeness.INITIAL for element in run), "initials"),
        (
            not likenesses.isdisjoint((Likeness.OTHER_SCRIPT, Likeness.CONSONANTS)),
            "other_script",
        ),
        (Likeness.SPELLED in likenesses, "other_spelling"),
        (Likeness.NICKNAME in likenesses, "nickname"),
        (Likeness.INFLECTED in likenesses, "inflected"),
        (len(run) == 1, "joined"),
        (_labelled(run, words), "labelled"),
        (whole, "whole_name"),
        (only_surnames, "two_surnames"),
    )
    return next((why for holds, why in marks if holds), "given_and_surname")


def _labelled(run: list[Element], words: TextWords) -> bool:
    known = labels()
    return any(
        words.words[at][2] in known
        for left, right in pairwise(run)
        for at in range(left.spot.last + 1, right.spot.first)
    )
