"""Numbers without a noun that take their measure from a total, a list or the claim before."""

from __future__ import annotations

from habeas.extraction.candidates import Count
from habeas.extraction.predicates import passive_or_state
from habeas.extraction.readings import GOVERNOR, PREDICATE, Reading
from habeas.extraction.text import Sentence
from habeas.vocabulary import Measure

REACH = 22

CLAUSE = 8
"""Words in which "212 los que siguen en prisión" says who is counted."""


def by_total(sentence: Sentence, count: Count, left: int, right: int) -> Reading | None:
    """Read "the number of people freed rose to 187" and "put at 884 the total of prisoners"."""
    subject = by_subject(sentence, count, left) or by_change(sentence, count, left)
    if subject:
        return subject
    if "totalverb" not in sentence.marks:
        return None
    near = range(count.first - 1, max(left - 1, count.first - 5), -1)
    if not any(sentence.at(word, "totalverb") for word in near):
        return None
    return around(sentence, count, left, right)


def around(sentence: Sentence, count: Count, left: int, right: int) -> Reading | None:
    """Read the words of a total before a number or behind it, or "los que siguen en prisión"."""
    if sentence.at(count.last, "definite") and sentence.at(count.last + 1, "relative_pronoun"):
        return told(sentence, range(count.last + 2, min(right, count.last + CLAUSE)))
    for word in range(count.first - 1, max(left - 1, count.first - REACH), -1):
        if sentence.at(word, "total"):
            return told(sentence, range(word, count.first))
    for word in range(count.last, min(right, count.last + 4)):
        if sentence.at(word, "total"):
            return told(sentence, range(word, min(right, word + 8)))
    return None


def by_subject(sentence: Sentence, count: Count, left: int) -> Reading | None:
    """Read "the political prisoners are 806" and "los detenidos habían sido más de 1.300"."""
    verb = verb_of(sentence, count)
    if count.head != "bare" or verb is None:
        return None
    for word in range(verb - 1, max(left - 1, verb - REACH), -1):
        mark = sentence.at(word, "people")
        if (
            mark
            and mark.value in {"prisoner", "political"}
            and sentence.at(mark.first - 1, "definite")
        ):
            return told(sentence, range(mark.first, verb))
        if sentence.words[word] in {",", ";", ":"}:
            return None
    return None


def by_change(sentence: Sentence, count: Count, left: int) -> Reading | None:
    """Read "arrests rose from 40 to 50" and "las detenciones subieron a 50"."""
    if count.head != "bare" or not sentence.at(count.first - 1, "range"):
        return None
    changed = False
    for word in range(count.first - 1, max(left - 1, count.first - REACH), -1):
        event = sentence.at(word, "event")
        if event and changed:
            return Reading(Measure(event.value), PREDICATE, sentence.words[word], word)
        changed = changed or sentence.at(word, "changing") is not None
        if sentence.words[word] in {",", ";", ":"}:
            return None
    return None


def verb_of(sentence: Sentence, count: Count) -> int | None:
    """Return the verb that links a subject with a number: "are 806", "pass 400" (a qualifier)."""
    return next((word for word in (count.first - 1, count.first) if linked(sentence, word)), None)


def linked(sentence: Sentence, word: int) -> bool:
    """Whether a verb that only links a subject with its number stands at a word."""
    tags = sentence.tags[word] or {} if word >= 0 else {}
    return bool(tags.keys() & {"copula", "totalverb"}) and not tags.keys() & {"link", "determiner"}


def told(sentence: Sentence, words: range) -> Reading | None:
    """Return the measure that the words of a total tell; the last verbal one counts."""
    best: Reading | None = None
    for word in words:
        tags = sentence.tags[word] or {}
        event, people = tags.get("event"), tags.get("people")
        participle = tags.get("participle") or tags.get("predicate")
        if event:
            return Reading(Measure(event.value), GOVERNOR, sentence.words[word], word)
        if participle:
            measure = passive_or_state(sentence, word, participle.value)
            best = Reading(measure, PREDICATE, sentence.words[word], word)
        elif people and people.value in {"prisoner", "political"} and best is None:
            best = Reading(Measure.HELD, PREDICATE - 1, sentence.words[word], word)
    return best


def since_follows(sentence: Sentence, count: Count) -> bool:
    """Whether "since …" follows a number at once ("and 266 since 8 January")."""
    return any(
        sentence.at(word, "since") for word in range(count.last, min(count.last + 2, sentence.size))
    )


def reported_bare(sentence: Sentence, count: Count) -> bool:
    """Whether a verb of speech or counting has a bare number for its object ("reported 76")."""
    return sentence.at(count.first - 1, "speech") is not None and ends_clause(sentence, count.last)


def dated_bare(sentence: Sentence, count: Count) -> bool:
    """Whether a bare number is set beside another with a date or a name of its own."""
    before = sentence.words[count.first - 1]
    tags = sentence.tags[count.first - 1] or {}
    beside = before == "," or bool(tags.keys() & {"conjunction", "determiner"})
    near = range(count.last, min(count.last + 4, sentence.size))
    dated = any(
        sentence.at(word, kind)
        for word in near
        for kind in ("month", "weekday", "holiday", "relative")
    )
    return beside and (dated or (before == "," and ends_clause(sentence, count.last)))


def placed_bare(sentence: Sentence, count: Count) -> bool:
    """Whether a bare number only adds a place to the count before ("and in Samara twelve").

    The place stands before it ("en Copiapó, 766"; "Mayabeque, con 100") or after it ("399, en
    Moscú").
    """
    word = count.last + (sentence.words[count.last : count.last + 1] == [","])
    place = word + 1 + (sentence.at(word + 1, "definite") is not None)
    if sentence.at(word, "locative") and place < sentence.size:
        tags = sentence.tags[place] or {}
        return sentence.raw[place][0].isupper() and not tags.keys() & {"month", "weekday"}
    word, given = count.first - 1, False
    while word > 0 and (sentence.words[word] == "," or sentence.at(word, "giving")):
        given = given or sentence.words[word] != ","
        word -= 1
    if word < 0 or not sentence.raw[word][0].isupper() or not ends_clause(sentence, count.last):
        return False
    while word > 0 and sentence.raw[word][0].isupper():
        word -= 1
    return given or sentence.at(word, "locative") is not None


def ends_clause(sentence: Sentence, word: int) -> bool:
    """Whether a clause ends at a word: a stop, a conjunction, or nothing more."""
    if word >= sentence.size or sentence.at(word, "cumulative"):
        return True
    return sentence.words[word] in {",", ".", ";", ")", "»", "”", '"'} or (
        sentence.at(word, "conjunction") is not None
    )


def counted_up(sentence: Sentence, count: Count) -> bool:
    """Whether a bare number is what a running count has come to ("con lo que ya son 19")."""
    mark = sentence.at(count.first - 1, "cumulative")
    return mark is not None and mark.last - mark.first > 1 and ends_clause(sentence, count.last)


def figured(sentence: Sentence, count: Count) -> bool:
    """Whether a bare number is a body's figure for what was counted ("put the figure at 4,000")."""
    first = count.first
    set_at = sentence.at(first - 1, "totalverb") or sentence.at(first - 1, "link")
    passes = sentence.at(first, "totalverb") is not None and first < count.number.first
    if (set_at is None and not passes) or not ends_clause(sentence, count.last):
        return False
    for word in range(count.first - 1, max(-1, count.first - 11), -1):
        tags = sentence.tags[word] or {}
        if "total" in tags:
            owner = (tags["total"].first - 1, tags["total"].first - 2)
            return any(sentence.at(here, kind) for here in owner for kind in ("definite", "owner"))
        if tags.keys() & {"people", "event", "harm", "unit"}:
            return False
    return False


def running_total(sentence: Sentence, count: Count, reach: int = 3) -> bool:
    """Whether a bare number is a total that adds to the claim before ("for a total of 1,369")."""
    return sentence.near("total", count.first - reach, count.number.first) is not None
