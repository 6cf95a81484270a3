"""Deaths in custody, told from people hurt or killed outside it, who are left out."""

from __future__ import annotations

from habeas.extraction.candidates import Count
from habeas.extraction.draft import Draft
from habeas.extraction.readings import GOVERNOR, PREDICATE, Reading
from habeas.extraction.text import Mark, Sentence
from habeas.vocabulary import Measure

REACH = 14
"""Words from a count within which words of custody make its dead die in custody."""

CLOSE = 6
"""Words of custody nearer than this make those die in custody whom violence killed."""

MEMORY = 3
"""Sentences for which a text that told of deaths in custody goes on with them."""


def harm_at(sentence: Sentence, word: int) -> Mark | None:
    """Return the mark of harm at a word; a sentence to death has killed nobody yet."""
    mark = sentence.at(word, "harm")
    return None if mark is not None and mark.value == "penalty" else mark


def harmed(sentence: Sentence, count: Count, best: Reading | None) -> bool:
    """Whether the count is of people hurt, killed or dead rather than taken or freed."""
    if count.head == "harm" or beside(sentence, count) or dying(sentence, count) is not None:
        return True
    if "harm" not in sentence.marks or (best and best.firmness >= GOVERNOR - 1):
        return False
    near = [*range(max(0, count.first - 4), count.first), *range(count.last, count.last + 6)]
    for word in near:
        if harm_at(sentence, word):
            return best is None or abs(best.trigger - count.noun) > abs(word - count.noun) - 1
        if word >= count.last and word < sentence.size and sentence.words[word] in {",", ";"}:
            break
    return False


def beside(sentence: Sentence, count: Count) -> bool:
    """Whether the count's own verb or noun is of harm ("14 inmates died", "the deaths of 139")."""
    if "harm" not in sentence.marks:
        return False
    word = count.first - 1
    while word > 0 and not harm_at(sentence, word):
        tags = sentence.tags[word] or {}
        if not tags.keys() & {"link", "determiner", "qualifier"}:
            break
        word -= 1
    if harm_at(sentence, word) and count.first - word < 5:
        return True
    after = count.last + (sentence.at(count.last, "aux") is not None)
    return harm_at(sentence, after) is not None


def custody_death(
    sentence: Sentence, count: Count, index: int, before: list[Draft]
) -> Reading | None:
    """Read the dead as dead in custody where the sentence says so, or where the text just did.

    index: the sentence's number; before: the drafts before, the latest last.
    """
    word = dying(sentence, count)
    if word is not None:
        return Reading(Measure.DIED, PREDICATE, sentence.words[word], word)
    word = dead_by(sentence, count)
    for mark in sentence.of_kind("custodial"):
        if abs(mark.first - count.last) < (REACH if word is not None else CLOSE):
            return Reading(Measure.DIED, PREDICATE, sentence.words[mark.first], mark.first)
    if word is None:
        return None
    taken = sentence.at(count.last, "participle")
    if taken and taken.value in {"detained", "held"} and word < count.first:
        return Reading(Measure.DIED, PREDICATE, sentence.words[word], word)
    near = [one for one in before if index - one.index <= MEMORY]
    for draft in reversed([one for one in near if one.paragraph == sentence.paragraph]):
        if draft.reading.measure is Measure.DIED:
            why = f"{sentence.words[word]}, as in {draft.words}"
            return Reading(Measure.DIED, PREDICATE, why, word)
    return None


def dying(sentence: Sentence, count: Count) -> int | None:
    """Return the word by which prisoners died, whom only a prison can have held."""
    if "harm" not in sentence.marks or not imprisoned(sentence, count):
        return None
    word = count.first - 1
    while sentence.at(word, "of") or sentence.at(word, "definite"):
        word -= 1
    before = harm_at(sentence, word)
    if (
        before
        and before.value == "dead"
        and (sentence.language.passive_first or word < count.first - 1)
    ):
        return word
    first = died_first(sentence, count)
    if first is not None:
        return first
    for word in range(count.last, min(count.last + REACH, sentence.size)):
        mark = harm_at(sentence, word)
        if mark:
            return word if mark.value == "dead" else None
        if sentence.words[word] in {",", ";", ":"}:
            return None
    return None


def died_first(sentence: Sentence, count: Count) -> int | None:
    """Return the verb of dying that stands before its subject, a time between them.

    "Fallecieron durante septiembre tres presos políticos".
    """
    if not sentence.language.passive_first:
        return None
    for word in range(count.first - 1, max(-1, count.first - CLOSE), -1):
        mark = harm_at(sentence, word)
        if mark:
            return word if mark.value == "dead" else None
        tags = sentence.tags[word] or {}
        if not sentence.words[word][0].isalnum() or tags.keys() & BREAKING:
            return None
    return None


BREAKING = frozenset({"people", "event", "finite", "predicate", "conjunction", "relative_pronoun"})
"""Kinds of mark between a verb and a count that part the two."""


def imprisoned(sentence: Sentence, count: Count) -> bool:
    """Whether those counted are prisoners by their noun or by a word right behind it."""
    if count.head in {"prisoner", "political"}:
        return True
    mark = sentence.at(count.last, "participle")
    return mark is not None and mark.first == count.last and mark.value != "released"


def dead_by(sentence: Sentence, count: Count) -> int | None:
    """Return the word by which the people counted are dead, if no word says by whose violence."""
    near = range(max(0, count.first - 4), min(count.last + 6, sentence.size))
    marks = [(word, mark) for word in near if (mark := harm_at(sentence, word))]
    if not marks or any(mark.value != "dead" for _, mark in marks):
        return None
    return marks[0][0]
