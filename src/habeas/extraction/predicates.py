"""What is said of the people counted: verbs, participles and states after their number."""

from __future__ import annotations

from habeas.extraction.candidates import Count
from habeas.extraction.readings import PREDICATE, REDUCED, RELATIVE, Reading
from habeas.extraction.text import Mark, Sentence
from habeas.vocabulary import Measure, Qualifier

REACH_RIGHT = 32

AFTERWARDS = 2.0
"""How much less firmly a release may be tied than the arrest before it."""

SHARED = 3
"""Words behind a share in which its own verb stands ("half of them were freed")."""

JOINED = 2
"""Words before a verb among which "and" ties it to the verb before."""

CLOSING = frozenset({";", ":", ".", "(", ")"})
OPENING = frozenset({",", ";", ":", "(", "“", "«", '"'})
"""Signs that close a clause, and that open one."""

VERBAL = frozenset({"aux", "predicate", "participle"})
"""Kinds of mark that are verbs or parts of them."""

TELLING = frozenset({"predicate", "among", "participle", "people"})
"""Kinds of mark that may say something of the people counted before them."""


def by_predicate(sentence: Sentence, count: Count, right: int) -> Reading | None:
    """Look right for what is said of the counted people ("88 people have been released").

    Where they stand behind "of" at a clause's beginning and another number follows, that is a
    participle right behind them at most.
    """
    if only_of_whom(sentence, count):
        right = min(right, count.last + 1)
    best: Reading | None = None
    relative = negated = comma = False
    verb = 0
    for word in range(count.last, min(right, count.last + REACH_RIGHT)):
        tags = sentence.tags[word]
        if ends_matter(sentence, count, word, relative):
            break
        if not tags:
            comma = comma or sentence.words[word] == ","
            relative = relative and sentence.words[word] != ","
            continue
        if "relative_pronoun" in tags and "relative" not in tags:
            relative, verb = True, 0
        if not VERBAL.isdisjoint(tags):
            relative = relative and not main_verb(sentence, verb, word)
            verb = word
        negated = negated or "negation" in tags
        found = None if TELLING.isdisjoint(tags) else predicate(sentence, count, word, relative)
        if found:
            aside = comma and found.firmness < REDUCED + 0.1
            found.firmness -= (
                0.5 if aside and found.measure is Measure.RELEASED else 2.0 if aside else 0
            )
            found.negated = negated
            best = found if best is None or outdoes(found, best) else best
            if found.firmness >= PREDICATE - 2:
                break
    return best


def only_of_whom(sentence: Sentence, count: Count) -> bool:
    """Whether a count only says of whom another number is ("of the 38 arrested 29 are free")."""
    word = count.number.first - 1
    while word > 0 and sentence.at(word, "definite"):
        word -= 1
    vague = count.qualifier in {Qualifier.DOZENS, Qualifier.HUNDREDS, Qualifier.THOUSANDS}
    if vague or not sentence.at(word, "of") or not opens_clause(sentence, word):
        return False
    for here in range(count.last, sentence.size):
        if sentence.words[here] in CLOSING:
            return False
        if here in sentence.numbers_at:
            return True
    return False


def opens_clause(sentence: Sentence, word: int) -> bool:
    """Whether a clause begins with a word."""
    if word <= 0:
        return word == 0
    before = sentence.tags[word - 1] or {}
    return sentence.words[word - 1] in OPENING or "relative_pronoun" in before


def ends_matter(sentence: Sentence, count: Count, word: int, relative: bool) -> bool:
    """Whether what is said of a count ends at a word: another clause, a share, a verb of speech."""
    tags = sentence.tags[word]
    if not tags and sentence.words[word] in {";", ":"}:
        return True
    if tags and "speech" in tags and not relative and speaks(sentence, count, word):
        return True
    return of_a_share(sentence, word)


def of_a_share(sentence: Sentence, word: int) -> bool:
    """Whether what follows is said of a share of the people alone (", 40% were released")."""
    tags = sentence.tags[word]
    share = sentence.words[word] == "%" or (tags is not None and "share" in tags)
    if not share:
        return False
    end = tags["share"].last if tags and "share" in tags else word + 1
    near = range(end, min(end + SHARED, sentence.size))
    return any(not VERBAL.isdisjoint(sentence.tags[here] or {}) for here in near)


def speaks(sentence: Sentence, count: Count, word: int) -> bool:
    """Whether a verb of speech opens another matter behind a count.

    It does not where it is said of the people ("49 persons accused of …", "were said to be") or of
    a thing ("after the disputed election").
    """
    tags = sentence.tags[word] or {}
    if "participle" in tags or passive(sentence, word):
        return False
    if word == count.last and tags["speech"].value == "allege":
        return False
    before = sentence.tags[word - 1] or {}
    return sentence.language.passive_first or not before.keys() & {"definite", "owner"}


def outdoes(later: Reading, earlier: Reading) -> bool:
    """Whether what is said later of people is what is counted: they were taken, then freed."""
    since = earlier.measure is Measure.DETAINED and later.measure is Measure.RELEASED
    loose = since and earlier.firmness < PREDICATE - 2 and not later.negated
    return later.firmness > earlier.firmness - (AFTERWARDS if loose else 0)


def main_verb(sentence: Sentence, before: int, word: int) -> bool:
    """Whether a verb behind a relative clause is the sentence's own ("who had fled were freed").

    before: the last verb of the clause, 0 where there is none yet.
    """
    if not before or word - before < 2:
        return False
    return not any(
        sentence.at(here, kind)
        for here in range(max(before + 1, word - JOINED), word)
        for kind in ("conjunction", "relative_pronoun")
    )


def predicate(sentence: Sentence, count: Count, word: int, relative: bool) -> Reading | None:
    """Return the reading that a word right of a count gives it."""
    tags = sentence.tags[word] or {}
    distance = 0.1 * (word - count.last)
    mark = tags.get("predicate")
    if mark and mark.value == "held" and sentence.at(word - 1, "harm"):
        return None
    if mark and mark.first == word:
        firmness = RELATIVE + 0.5 if relative else PREDICATE
        if not relative and mark.value == "held" and not said_of(sentence, count, mark):
            firmness = REDUCED + 0.4
        return Reading(Measure(mark.value), firmness - distance, sentence.words[word], word)
    if "among" in tags:
        return by_fellows(sentence, count, word)
    mark = tags.get("participle")
    if not mark or mark.first != word or active(sentence, word) or is_noun(sentence, word):
        return by_name(sentence, count, word) if "people" in tags else None
    measure = passive_or_state(sentence, word, mark.value)
    auxiliary = sentence.words[word].endswith(sentence.language.said_endings) or any(
        sentence.at(here, "aux") for here in range(max(count.last, word - 4), word)
    )
    firmness = RELATIVE if relative else PREDICATE if auxiliary else REDUCED
    return Reading(measure, firmness - distance, sentence.words[word], word)


def said_of(sentence: Sentence, count: Count, mark: Mark) -> bool:
    """Whether a verb ties words of imprisonment to a count, or they stand right behind it."""
    if mark.first <= count.last + 1 or not sentence.at(mark.first, "locative"):
        return True
    near = range(count.last, mark.first)
    return any(sentence.at(word, kind) for word in near for kind in ("aux", "continuing", "copula"))


def by_fellows(sentence: Sentence, count: Count, word: int) -> Reading | None:
    """Read "were among 82,656 pardons" and "among those freed" after the count."""
    if not (sentence.tags[word - 1] or {}).keys() & {"aux", "copula"}:
        return None
    for here in range(word + 1, min(word + 6, sentence.size)):
        mark = sentence.at(here, "event") or sentence.at(here, "participle")
        if mark:
            firmness = PREDICATE - 0.1 * (word - count.last)
            return Reading(Measure(mark.value), firmness, sentence.words[here], here)
    return None


def is_noun(sentence: Sentence, word: int) -> bool:
    """Whether a participle stands for people by itself here ("familiares de presos")."""
    tags = sentence.tags[word - 1] or {}
    return bool(tags.keys() & {"determiner", "definite", "of"})


def by_name(sentence: Sentence, count: Count, word: int) -> Reading | None:
    """Read "are recognised as political prisoners"."""
    mark = sentence.at(word, "people")
    if not mark or mark.value != "political" or mark.first != word or word - count.last > 8:
        return None
    before = sentence.tags[word - 1] or {}
    if not before.keys() & {"copula", "aux", "as"}:
        return None
    return Reading(Measure.HELD, REDUCED + 0.5, sentence.words[word], word)


def passive(sentence: Sentence, word: int) -> bool:
    """Whether a form that may be active is passive here ("was arrested")."""
    before = sentence.at(word - 1, "aux")
    return before is not None and before.value in {"dynamic", "stative"}


def active(sentence: Sentence, word: int) -> bool:
    """Whether a participle belongs to a perfect ("has released", "ha liberado")."""
    before = sentence.at(word - 1, "aux")
    return before is not None and before.value == "have"


def passive_or_state(sentence: Sentence, word: int, value: str) -> Measure:
    """Tell "were detained" (an event) from "are detained" and "remain detained" (a state)."""
    if value in {"released", "died"}:
        return Measure(value)
    near = range(max(0, word - 4), word)
    still = any(sentence.at(here, "continuing") for here in near)
    auxiliaries = [mark for here in near if (mark := sentence.at(here, "aux"))]
    last = auxiliaries[-1].value if auxiliaries else ""
    lasting = sentence.at(word, "lasting") is not None and not last
    if value == "held" or still or last == "stative" or lasting:
        return Measure.HELD
    return Measure.DETAINED
