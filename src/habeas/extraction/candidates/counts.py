"""Numbers that may count people: each with its qualifier and the noun that it counts."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.extraction.candidates.ranges import merged_ranges
from habeas.extraction.candidates.set_aside import (
    former,
    fronted,
    of_share,
    set_aside,
    unasserted,
)
from habeas.extraction.text import Mark, Number, Sentence, is_label, is_year
from habeas.vocabulary import Qualifier

MODIFIERS = 4
"""Words that may stand between a number and its noun ("88 more freed political prisoners")."""

QUOTES = frozenset("\"'“”‘’«»[]")


@dataclass(slots=True)
class Count:
    """A number with what it counts; positions are words of its sentence, last is exclusive.

    head: event, or the value of a people mark (prisoner, political, protester, person, group,
    case), or unknown (a noun that the lexicon lacks), or bare (no noun at all).
    first, last: the whole phrase, qualifier and noun with it. noun: the word where the noun starts.
    partitive: said of a part ("two of the women", "55 of them"). former: what a figure was before
    it changed ("up from 777"). shared: of the whole, where only a share is spoken of. whole: only
    that of which another number is told ("12 of 90").
    unbound: former, and of no day that is known. aside: why the rules take it for no count, ""
    where they may take it for one.
    """

    value: int | None
    qualifier: Qualifier
    first: int
    last: int
    number: Number
    head: str
    noun: int
    partitive: bool = False
    copula: bool = False
    former: bool = False
    shared: bool = False
    unbound: bool = False
    whole: bool = False
    aside: str = ""


def counts(sentence: Sentence, numbers: list[Number], dated: frozenset[int]) -> list[Count]:
    """Return the numbers that may count people, in order.

    dated: the words that belong to dates. Left out is what nobody asserts as a number of its own;
    labels, units of time, money and things are marked as set aside.
    """
    found: list[Count] = []
    taken: list[Count] = []
    spans = unasserted(sentence) if numbers else []
    for number in merged_ranges(sentence, numbers):
        if number.first in dated or is_year(sentence, number):
            continue
        if set_aside(sentence, number, spans):
            continue
        count, why = counted(sentence, number, taken)
        count.former, count.shared = former(sentence, number), of_share(sentence, number)
        count.aside = why
        found.append(with_qualifier(sentence, count))
        if not why:
            taken.append(count)
    for count in found:
        count.whole = is_whole(sentence, count, found)
    return found


def is_whole(sentence: Sentence, count: Count, found: list[Count]) -> bool:
    """Whether a number is only that of which another is told: 12 of 90; of 90 prisoners, 12."""
    if any(each.partitive and each.first < count.first < each.last for each in found):
        return True
    return fronted(sentence, count.number) and any(each.first > count.last for each in found)


def counted(sentence: Sentence, number: Number, taken: list[Count]) -> tuple[Count, str]:
    """Return a number with its noun, and why the rules set it aside if they do.

    taken: the counts of the sentence before it.
    """
    plain = Count(
        number.value, Qualifier.EXACT, number.first, number.last, number, "bare", number.last
    )
    if is_label(sentence, number):
        return plain, "a label"
    count = with_noun(sentence, number)
    if count is None:
        plain.head = "unit"
        return plain, "a unit"
    return count, "idle" if idle(count, taken) else ""


def idle(count: Count, found: list[Count]) -> bool:
    """Whether a number only helps another ("eight of the nine") or is an article ("una huelga")."""
    if count.number.single:
        return count.head != "group" or count.noun > count.number.last
    inside = bool(found) and count.number.first < found[-1].last and not found[-1].number.zero
    return count.head == "bare" and inside


def with_noun(sentence: Sentence, number: Number) -> Count | None:
    """Find the noun that a number counts; None if it surely counts no people."""
    counted = Count(
        number.value, Qualifier.EXACT, number.first, number.last, number, "bare", number.last
    )
    word, linked = number.last, False
    of = sentence.at(word, "of")
    if of:
        whole = number.value is not None and not number.vague
        counted.partitive = (whole and not is_measure_word(sentence, number)) or (
            sentence.at(of.last, "pronoun_of_people") is not None
        )
        word, linked = of.last, True
    return noun_from(sentence, counted, word, linked)


def is_measure_word(sentence: Sentence, number: Number) -> bool:
    """Whether a number is a noun itself ("a dozen of", "una docena de"), followed by "of"."""
    return sentence.at(number.first, "named") is not None


def noun_from(sentence: Sentence, count: Count, word: int, linked: bool) -> Count | None:
    """Walk right from a number, over what may modify a noun, to its noun if there is one."""
    unknown = -1
    for here in range(word, min(word + MODIFIERS + 1, sentence.size)):
        noun = noun_at(sentence, here, linked)
        if noun:
            count.head, count.noun, count.last = noun.value, noun.first, noun.last
            return None if noun.value == "unit" else later_noun(sentence, count)
        if linked and count.partitive and is_number(sentence, here):
            count.last = here + 1
        elif not modifies(sentence, here, linked):
            if ends_phrase(sentence, here):
                break
            unknown = here if unknown < 0 else unknown
    if word == number_end(count) and sentence.at(word, "who"):
        count.head = "person"
    if unknown >= 0 and linked and count.partitive:
        count.head = "unknown"
    if unknown >= 0 and not linked:
        count.head, count.noun, count.last = "unknown", unknown, unknown + 1
    return count


def modifies(sentence: Sentence, word: int, linked: bool) -> bool:
    """Whether a word is passed over on the way from a number to its noun; "190 a week" ends it."""
    tags = sentence.tags[word] or {}
    article = ("indefinite" in tags and not linked) or "relative" in tags
    return sentence.words[word] in QUOTES or bool(
        tags.keys() & {"determiner", "participle"} and not article
    )


def number_end(count: Count) -> int:
    """Return the word behind a count's number."""
    return count.number.last


def noun_at(sentence: Sentence, word: int, linked: bool) -> Mark | None:
    """Return the noun at a word as a mark whose value is the head that it makes, if there is one.

    The value "unit" is of nouns that are no people: years, money, things.
    """
    tags = sentence.tags[word] or {}
    event = tags.get("event")
    if event and sentence.at(word - 1, "aux") is None:
        return Mark("event", "event", event.first, event.last)
    people, unit = tags.get("people"), tags.get("unit")
    if people and not (unit and unit.first == word and unit.last > people.last):
        return people
    if "harm" in tags:
        return Mark("harm", "harm", word, word + 1)
    if "unit" in tags and not tells_of_people(sentence, tags["unit"]):
        return Mark("unit", "unit", word, word + 1)
    if "pronoun_of_people" in tags and linked:
        return Mark("pronoun_of_people", "bare", word, word + 1)
    return None


def tells_of_people(sentence: Sentence, unit: Mark) -> bool:
    """Whether a thing only tells which people follow it at once ("48 university students")."""
    follows = sentence.at(unit.last, "people")
    return unit.value == "thing" and follows is not None and follows.first == unit.last


def is_number(sentence: Sentence, word: int) -> bool:
    """Whether a word is a number in figures or in words."""
    text = sentence.words[word]
    return text[0].isdigit() or text in sentence.language.number_words


def later_noun(sentence: Sentence, count: Count) -> Count:
    """Take a people noun that follows at once in place of the first ("opposition activists")."""
    inner = inner_noun(sentence, count)
    if inner:
        event = inner.kind == "event"
        count.head, count.noun, count.last = (
            "event" if event else inner.value,
            inner.first,
            inner.last,
        )
        return count
    after = sentence.at(count.last, "people")
    if (
        after
        and not sentence.at(count.last, "participle")
        and after.value in {"political", "prisoner"}
        and after.first == count.last
        and count.head != "event"
    ):
        count.head, count.last = after.value, after.last
    return count


def inner_noun(sentence: Sentence, count: Count) -> Mark | None:
    """Return the noun behind "cases of" and "names of", which is what is counted."""
    if not sentence.at(count.noun, "naming"):
        return None
    for word in range(count.last, min(count.last + 4, sentence.size)):
        mark = sentence.at(word, "event") or sentence.at(word, "people")
        if mark:
            return mark
    return None


def ends_phrase(sentence: Sentence, word: int) -> bool:
    """Whether a word cannot stand between a number and its noun."""
    text, tags = sentence.words[word], sentence.tags[word] or {}
    if not text[0].isalpha():
        return True
    if sentence.raw[word][0].isupper() and "people" not in tags:
        return "population" not in tags and not sentence.raw[word].isalpha()
    return bool(tags.keys() & STOPPING) or text in sentence.language.function_words


STOPPING = frozenset(
    {"aux", "link", "relative_pronoun", "conjunction", "since", "until", "speech", "finite",
     "predicate", "copula", "continuing", "named", "vague", "month", "weekday", "relative",
     "total", "totalverb", "part", "cumulative", "also", "pronoun", "indefinite"}
)  # fmt: skip


def inside_verb(sentence: Sentence, mark: Mark) -> bool:
    """Whether a qualifier is only the end of a verb ("owned up to 500")."""
    verb = sentence.at(mark.first, "speech")
    return verb is not None and verb.first < mark.first and verb.last >= mark.last


def with_qualifier(sentence: Sentence, count: Count) -> Count:
    """Look left (and right after the number) for how the number is said."""
    if count.number.vague == "range":
        count.qualifier = Qualifier.ABOUT
    elif count.number.said or count.number.vague:
        count.qualifier = Qualifier(count.number.said or count.number.vague)
    after = sentence.at(count.number.last, "qualifier")
    if after and after.first == count.number.last and after.value == "at_least":
        count.qualifier = Qualifier.AT_LEAST
    word = count.first - 1
    while word >= 0:
        tags = sentence.tags[word] or {}
        mark = tags.get("qualifier")
        if mark and mark.last == word + 1 and not inside_verb(sentence, mark):
            if mark.value != "exact" and count.value is not None:
                count.qualifier = Qualifier(mark.value)
            count.first = mark.first
            word = mark.first - 1
            if mark.value != "exact":
                break
            continue
        skipped = tags.get("determiner") or tags.get("range")
        if not skipped or count.first - word > 3:
            break
        word = skipped.first - 1
    return count
