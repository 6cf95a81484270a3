"""What a count measures: which verb, noun or state of its sentence governs it, and how firmly."""

from __future__ import annotations

from habeas.extraction.candidates import QUOTES, Count
from habeas.extraction.predicates import active, by_predicate, passive, passive_or_state
from habeas.extraction.readings import (
    ADJECTIVE,
    GOVERNOR,
    HEAD_EVENT,
    PREDICATE,
    PRISONER,
    REDUCED,
    RELATIVE,
    Reading,
)
from habeas.extraction.text import Mark, Sentence
from habeas.vocabulary import Measure

REACH_LEFT = 14


def reading(sentence: Sentence, count: Count, left: int, right: int) -> Reading | None:
    """Return the measure that the words between ``left`` and ``right`` give a count.

    left, right: the first word and the last (exclusive) that may govern it, which lie between the
    counts next to it; a count inside another's words ("none of its 40 jailed members") is read by
    its own. None where nothing says that the people were taken, freed, held or died.
    """
    head = by_head(sentence, count)
    if left > count.number.first:
        return head or reduced(sentence, count)
    if head and head.firmness > GOVERNOR:
        return head
    governed = by_governor(sentence, count, left)
    if governed and governed.firmness > PREDICATE:
        return governed
    said = [by_predicate(sentence, count, right), by_still(sentence, count, left)]
    if count.partitive and head and head.measure is Measure.RELEASED:
        said = [found for found in said if found and found.measure is not Measure.HELD]
    readings = [found for found in (head, governed, *said) if found]
    return max(readings, key=lambda found: found.firmness, default=None)


def reduced(sentence: Sentence, count: Count) -> Reading | None:
    """Read a participle right behind a noun ("63 of the 112 students arrested that night")."""
    mark = sentence.at(count.last, "participle")
    if mark is None or mark.first != count.last:
        return None
    measure = passive_or_state(sentence, mark.first, mark.value)
    return Reading(measure, REDUCED, sentence.words[mark.first], mark.first)


def by_head(sentence: Sentence, count: Count) -> Reading | None:
    """Read the counted noun itself, and participles before it ("88 freed protesters")."""
    if count.head == "event":
        event = sentence.tags[count.noun] or {}
        measure = Measure(event["event"].value)
        return Reading(measure, HEAD_EVENT, sentence.words[count.noun], count.noun)
    for word in range(count.number.last, count.noun):
        mark = sentence.at(word, "participle")
        if mark and mark.value == "released":
            return Reading(Measure.RELEASED, ADJECTIVE + 1, sentence.words[word], word)
        if mark:
            return Reading(Measure.HELD, ADJECTIVE - 1, sentence.words[word], word)
    return by_prisoners(sentence, count) if count.head in {"prisoner", "political"} else None


def by_prisoners(sentence: Sentence, count: Count) -> Reading:
    """Read a noun that means prisoners by itself: "17 new detainees" were taken, "17" are held."""
    measure, firmness = Measure.HELD, PRISONER
    mark = sentence.at(count.noun, "participle")
    if any(sentence.at(word, "fresh") for word in range(count.number.last, count.noun)):
        measure, firmness = Measure.DETAINED, ADJECTIVE
    elif mark and mark.value == "released" and mark.first == count.noun:
        measure, firmness = Measure.RELEASED, ADJECTIVE + 1.5
    elif mark and mark.value == "detained" and mark.first == count.noun:
        lasting = sentence.at(count.noun, "lasting") is not None
        measure = Measure.HELD if lasting else Measure.DETAINED
    elif count.head == "prisoner" and (adrift(sentence, count) or former(sentence, count)):
        firmness = 0.0
    return Reading(measure, firmness, sentence.words[count.noun], count.noun)


def former(sentence: Sentence, count: Count) -> bool:
    """Whether the people counted are prisoners no more ("two former detainees")."""
    return any(sentence.at(word, "former") for word in range(count.number.last, count.noun))


def adrift(sentence: Sentence, count: Count) -> bool:
    """Whether a word that says nothing of prison governs the count ("interviewed 20 prisoners")."""
    word = count.first - 1
    while word > 0 and (sentence.at(word, "determiner") or sentence.at(word, "link")):
        word -= 1
    return word >= 0 and sentence.words[word][0].isalpha() and not sentence.tags[word]


def by_governor(sentence: Sentence, count: Count, left: int) -> Reading | None:
    """Look left for a verb or noun of which the count is the object ("release of 88 people")."""
    word, unknown, passed = count.first - 1, 0, 0
    while word >= max(left, count.first - REACH_LEFT - passed, 0):
        tags = sentence.tags[word] or {}
        found = None if GOVERNING.isdisjoint(tags) else governor(sentence, word, count, unknown)
        if found:
            return found
        if sentence.words[word] in QUOTES or tags.keys() & TRANSPARENT:
            word -= 1
            continue
        if "conjunction" in tags and sentence.raw[word - 1][0].isupper():
            word = before_name(sentence, word - 1)
            continue
        before = before_aside(sentence, word)
        if before < word:
            passed, word = passed + word - before, before
            continue
        if not sentence.words[word][0].isalnum() or tags.keys() & OPAQUE:
            return None
        unknown += 1
        if unknown > 2:
            return None
        word -= 1
    return None


def pardoned(sentence: Sentence, word: int) -> bool:
    """Whether an amnesty or a pardon stands before a verb of its reach ("could reach 900 men")."""
    for here in range(word - 1, max(-1, word - REACH_LEFT), -1):
        event = sentence.at(here, "event")
        if event:
            return event.value == "released"
    return False


def before_name(sentence: Sentence, word: int) -> int:
    """Return the word before a name that ends at a word ("arrested Ana Ríos and nine others")."""
    while word > 0 and sentence.raw[word][0].isupper():
        word -= 1
    return word


def before_aside(sentence: Sentence, word: int) -> int:
    """Return the word before an aside: a source or what says no more than when and where.

    "Arrested, according to X, 40 men"; "has arrested, a day after the election, 12 leaders".
    """
    if sentence.words[word] != ",":
        return word
    for here in range(word - 1, max(0, word - ASIDE), -1):
        if sentence.words[here] == ",":
            aside = sentence.at(here + 1, "per") or not tells(sentence, here + 1, word)
            return here - 1 if aside else word
    return word


def tells(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words from first to last (exclusive) say more than when and where."""
    return any(not ANOTHER.isdisjoint(tags) for tags in sentence.tags[first:last] if tags)


ANOTHER = frozenset(
    {"speech", "finite", "people", "event", "participle", "predicate", "conjunction"}
)
"""Kinds of mark that no aside on when and where holds."""

ASIDE = 12
"""Words of an aside that may part a verb from the count that it governs."""

GOVERNING = frozenset(
    {"event", "splitting", "covering", "participle", "finite", "gerund", "predicate"}
)
"""Kinds of mark that may govern a count behind them."""

TRANSPARENT = frozenset(
    {"link", "determiner", "total", "qualifier", "month", "weekday", "relative", "totalverb"}
)
OPAQUE = frozenset({"conjunction", "relative_pronoun", "speech", "people", "per"})


def governor(sentence: Sentence, word: int, count: Count, unknown: int) -> Reading | None:
    """Return the reading that a word left of a count gives if it governs the count."""
    tags = sentence.tags[word] or {}
    firmness = GOVERNOR - unknown
    event = tags.get("event")
    if event and event.last == word + 1 and not names_place(sentence, event):
        return event_reading(sentence, event, word, firmness)
    known = "splitting" in tags and count.head != "unknown"
    end = split_off(sentence, count) if known else None
    if end:
        return Reading(Measure(end.value), firmness, sentence.words[word], word)
    if "covering" in tags and tags["covering"].last == word + 1 and pardoned(sentence, word):
        return Reading(Measure.RELEASED, firmness - 1, sentence.words[word], word)
    participle, verb = tags.get("participle"), tags.get("finite") or tags.get("gerund")
    if participle and participle.value != "held" and active(sentence, participle.first):
        return Reading(Measure(participle.value), firmness, sentence.words[word], word)
    if verb and verb.last == word + 1 and not passive(sentence, verb.first):
        return verb_reading(sentence, verb.value, verb.first, count, firmness)
    return said_first(sentence, word, firmness) if sentence.language.passive_first else None


def names_place(sentence: Sentence, event: Mark) -> bool:
    """Whether a noun only tells what sort of place it is ("centros de detención")."""
    tags = sentence.tags[event.first] or {}
    around = (tags.get("unit"), tags.get("institution"))
    return any(one is not None and one.first < event.first for one in around)


def event_reading(sentence: Sentence, event: Mark, word: int, firmness: float) -> Reading | None:
    """Read a noun of which the count is the object; whose release is demanded is held."""
    why = sentence.words[word]
    wish = unreal(sentence, event.first)
    if wish is None or (wish.value == "loose" and event.value == "detained"):
        return Reading(Measure(event.value), firmness, why, word)
    held = event.value == "released"
    return Reading(Measure.HELD, PREDICATE, why, word) if held else None


def said_first(sentence: Sentence, word: int, firmness: float) -> Reading | None:
    """Read what is said of people before they are counted ("fueron liberadas 145 personas")."""
    tags = sentence.tags[word] or {}
    said, participle, why = tags.get("predicate"), tags.get("participle"), sentence.words[word]
    if said and said.last == word + 1:
        return Reading(Measure(said.value), firmness - 1, why, word)
    if participle and participle.value != "held":
        state = passive_or_state(sentence, participle.first, participle.value)
        return Reading(state, firmness - 1.5, why, word)
    return None


def split_off(sentence: Sentence, count: Count) -> Mark | None:
    """Return the rest of a verb in two pieces behind the count, which tells what it means.

    "Let 30 prisoners go"; "sent 30 home", but "sent 30 to prison".
    """
    near = range(count.last, min(count.last + 3, sentence.size))
    return next((end for word in near if (end := sentence.at(word, "splitting_end"))), None)


def unreal(sentence: Sentence, word: int) -> Mark | None:
    """Return the words by which a release or an arrest is only demanded or ordered, if any.

    Loose ones ask for a release, but only regret an arrest ("por la").
    """
    for here in range(max(0, word - 2), word):
        mark = sentence.at(here, "unreal")
        if mark:
            return mark
    return None


def verb_reading(
    sentence: Sentence, value: str, word: int, count: Count, firmness: float
) -> Reading | None:
    """Read a verb that governs a count; "has" and "holds" only count prisoners."""
    if value == "has" and taken_since(sentence, count):
        return Reading(Measure.DETAINED, firmness - 3, sentence.words[count.last], word)
    if value == "has":
        listed = sentence.at(count.noun, "naming") is not None and count.head == "person"
        prisoners = count.head in {"prisoner", "political"} or listed
        if not prisoners and not near_state(sentence, count):
            return None
        return Reading(Measure.HELD, firmness - 3, sentence.words[word], word)
    return Reading(Measure(value), firmness, sentence.words[word], word)


def taken_since(sentence: Sentence, count: Count) -> bool:
    """Whether a running total is of arrests ("has 299 people arrested since 2020")."""
    mark = sentence.at(count.last, "participle")
    taken = mark is not None and mark.value == "detained" and not sentence.at(mark.first, "lasting")
    return taken and bool(sentence.of_kind("cumulative", count.last))


def by_still(sentence: Sentence, count: Count, left: int) -> Reading | None:
    """Read "there still remain 1,794 political prisoners", where the verb stands before."""
    prisoners = count.head in {"prisoner", "political"}
    if "continuing" not in sentence.marks:
        return None
    freed = sentence.at(count.last, "participle")
    if freed and freed.value == "released":
        return None
    if not prisoners and not (
        sentence.language.passive_first and count.head in {"person", "group", "protester"}
    ):
        return None
    for word in range(count.first - 1, max(left, count.first - 7) - 1, -1):
        if sentence.at(word, "continuing") and (prisoners or sentence.at(word, "aux")):
            firmness = PREDICATE - 1 if prisoners else RELATIVE + 1
            return Reading(Measure.HELD, firmness, sentence.words[word], word)
        if sentence.words[word] in {",", ";", ":"}:
            return None
    return None


def near_state(sentence: Sentence, count: Count) -> bool:
    """Whether words of imprisonment stand right after a count."""
    near = range(count.last, min(count.last + 4, sentence.size))
    return any(sentence.at(word, "state") or sentence.at(word, "predicate") for word in near)
