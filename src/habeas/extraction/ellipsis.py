"""Numbers that leave out what they count, because the text has just said it."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.extraction import leftover, parts, totals
from habeas.extraction.candidates import Count
from habeas.extraction.draft import Draft
from habeas.extraction.readings import Reading
from habeas.extraction.text import BULLETS, Sentence
from habeas.vocabulary import Measure

MEMORY = 16
"""How many drafts back a part may find its whole."""


TELLING = 10
"""The least number that, said again with "the", is of the same people ("none of the 23")."""

PEOPLE = frozenset({"group", "person", "prisoner", "political", "protester", "opponent"})


@dataclass(slots=True)
class Place:
    """Where counts are being read: the sentence, its number and text, and the drafts before it.

    summed: the draft to which the groups of the sentence add up, if they do. whole: the count of
    the sentence of which those after it are parts, if it is said to be or they add up to it.
    harmed: the word behind the last count of people hurt or killed, 0 where there is none. told:
    what the sentence before was about; about: what this one is.
    """

    sentence: Sentence
    index: int
    text: str
    earlier: list[Draft]
    made: list[Draft]
    summed: int | None = None
    whole: Count | None = None
    harmed: int = 0
    told: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()

    @property
    def before(self) -> list[Draft]:
        """The latest drafts, those of this sentence last."""
        return [*self.earlier[-MEMORY:], *self.made]

    def measured(self, measure: Measure) -> bool:
        """Whether a draft before, no part itself, has this measure."""
        return any(one.parent is None and one.reading.measure is measure for one in self.before)

    def number_of(self, position: int) -> int:
        """Turn a position in ``before`` into the draft's number in the document."""
        return len(self.earlier) - len(self.earlier[-MEMORY:]) + position


def said_again(here: Place, count: Count) -> Reading | None:
    """Read "that number stands at 57" and "none of the 57" where 57 was counted before."""
    sentence, word = here.sentence, count.number.first - 1
    recalled = sentence.at(word, "definite") and (count.value or 0) >= TELLING
    if not recalled and not totals.running_total(sentence, count, reach=6):
        return None
    again = [one for one in here.before if one.count.value == count.value]
    last = again[-1] if again else None
    return Reading(last.reading.measure, 8.0, f"again {last.words}", count.noun) if last else None


def elliptical(here: Place, count: Count) -> Reading | None:
    """Read a bare number that goes on with the claim before ("and 266 since 8 January")."""
    told = count.head == "person" and totals.reported_bare(here.sentence, count)
    if not (told or count.head in {"bare", "case"}) or not here.before or count.number.single:
        return None
    last, sentence = here.before[-1], here.sentence
    if count.head == "bare" and totals.figured(sentence, count) and here.index - last.index <= 2:
        return Reading(last.reading.measure, 6.0, f"a figure for {last.words}", count.noun)
    if count.head == "bare" and here.index - last.index <= 1:
        spared = leftover.reading(sentence, count, last)
        if spared:
            return spared
    beside = last.index == here.index
    if sentence.marks.get("harm") and last.reading.measure is not Measure.DIED:
        return None
    if beside and sentence.at(count.first - 1, "compared"):
        goes_on = True
    elif count.head == "case":
        goes_on = False
    else:
        goes_on = (
            (last.reading.measure is not Measure.HELD and totals.since_follows(sentence, count))
            or (totals.reported_bare(sentence, count) and here.index - last.index <= 1)
            or (beside and bool(here.made) and totals.dated_bare(sentence, count))
            or (beside and totals.running_total(sentence, count))
            or totals.counted_up(sentence, count)
        )
    why = f"goes on with {last.words}"
    return Reading(last.reading.measure, 6.0, why, count.noun) if goes_on else None


def in_list(here: Place, count: Count) -> Reading | None:
    """Read a count that goes on with a list of people ("18 men, 5 women and 2 boys")."""
    if not here.made or count.head not in PEOPLE:
        return None
    last = here.made[-1]
    if last.parent is not None or not parts.listed(here.sentence, count, last.count):
        return None
    return Reading(last.reading.measure, 6.0, f"in a list with {last.words}", count.noun)


def of_a_total(here: Place, count: Count) -> Reading | None:
    """Read a part whose whole has no number here ("of the detainees, 505 are civilians")."""
    if count.head != "group":
        return None
    opening = parts.opening(here.sentence, count)
    if opening is None:
        return None
    return totals.told(here.sentence, range(opening, count.first))


def same_or_next(here: Place) -> bool:
    """Whether the draft before is of this sentence or of the one before it."""
    gap = 2 if here.sentence.words[0] in BULLETS else 1
    return bool(here.before) and here.index - here.before[-1].index <= gap
