"""Bare numbers of those still held, or of all there are ("twelve remain", "they are nine")."""

from __future__ import annotations

from habeas.extraction.candidates import Count
from habeas.extraction.draft import Draft
from habeas.extraction.readings import Reading
from habeas.extraction.text import Sentence
from habeas.extraction.totals import ends_clause, linked
from habeas.vocabulary import Measure

KNOWN = 6.0
"""How firmly the claim before ties its measure to a number that only goes on with it."""

PRISONERS = frozenset({Measure.HELD, Measure.RELEASED})
"""Measures of counts after which "twelve remain" is of prisoners."""


def reading(sentence: Sentence, count: Count, last: Draft) -> Reading | None:
    """Return the measure of a bare number that goes on with the draft before it, if it does."""
    measure = last.reading.measure
    if measure in PRISONERS and (remain(sentence, count) or there_were(sentence, count, measure)):
        return Reading(Measure.HELD, KNOWN, f"left of {last.words}", count.noun)
    if in_all(sentence, count) and (measure is Measure.DIED or not sentence.marks.get("harm")):
        return Reading(measure, KNOWN, f"in all, of {last.words}", count.noun)
    return None


def remain(sentence: Sentence, count: Count) -> bool:
    """Whether a number is of those who remain ("faltan todavía doce", "twelve remain")."""
    if "continuing" not in sentence.marks:
        return False
    if sentence.at(count.first - 1, "continuing") and ends_clause(sentence, count.last):
        return True
    mark = sentence.at(count.last, "continuing")
    return mark is not None and ends_clause(sentence, mark.last)


def there_were(sentence: Sentence, count: Count, measure: Measure) -> bool:
    """Whether a number is of prisoners at another time ("in June there were only 14")."""
    verb = sentence.at(count.first - 1, "finite")
    has = verb is not None and verb.value == "has" and measure is Measure.HELD
    return has and ends_clause(sentence, count.last)


def in_all(sentence: Sentence, count: Count) -> bool:
    """Whether a clause says no more than how many there are ("I note them all: they are nine")."""
    verb = count.first - 1
    if not linked(sentence, verb) or not ends_clause(sentence, count.last):
        return False
    if sentence.marks.get("harm"):
        return sentence.at(0, "definite") is not None and sentence.at(1, "harm") is not None
    begin = verb - 1
    while begin >= 0 and (sentence.at(begin, "pronoun") or sentence.at(begin, "aux")):
        begin -= 1
    dated = any(sentence.at(begin, kind) for kind in ("relative", "month", "weekday"))
    return begin < 0 or dated or sentence.words[begin] == ":"
