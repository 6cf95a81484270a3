"""Drafts from the counts of a sentence: which of them measure something, alone or as parts."""

from __future__ import annotations

from dataclasses import replace

from habeas.extraction import deaths, measures, parts, places, rows, sums, totals
from habeas.extraction.candidates import Count
from habeas.extraction.decisions import Judge
from habeas.extraction.draft import Draft
from habeas.extraction.ellipsis import (
    MEMORY,
    Place,
    elliptical,
    in_list,
    of_a_total,
    said_again,
    same_or_next,
)
from habeas.extraction.negation import as_denied
from habeas.extraction.nobody import nobody_of, unsaid
from habeas.extraction.populations import set_population
from habeas.extraction.readings import PREDICATE, Reading
from habeas.extraction.text import BULLETS, Mark, Sentence, When
from habeas.vocabulary import Measure

FIRM = {
    "event": 0.0, "prisoner": 3.5, "political": 3.5, "protester": 4.5, "person": 4.5,
    "opponent": 4.5, "group": 4.5, "harm": 5.0, "unknown": 7.2, "bare": 5.4, "case": 8.0,
}  # fmt: skip
"""How firmly a measure must be tied to each sort of noun before a number is taken for a claim."""

OPENED = frozenset({"bare", "person", "unknown", "political", "prisoner"})
"""Nouns that are parts of the count before where words open a breakdown in front of them."""

SHARING = frozenset({"person", "prisoner", "group"})
"""Nouns that count nobody behind "per" ("per 100,000 people")."""

REFUSED = "told otherwise"
"""Why no weight makes a count of a number: its sentence tells that nothing of the sort is so."""

NEAR_LIST = 6
"""Words between "one" and the number before it in a list."""

CLAUSE = 12
"""Words before a number that fell in which it may be said that arrests did."""

CLOSE = 4
"""Words between a bare number and the participle that is said of it."""


def drafts(
    here: Place,
    found: list[Count],
    others: list[Count],
    told: list[Mark],
    whens: list[When],
    judge: Judge,
) -> list[Draft]:
    """Return the counts of a sentence that measure something, in order.

    here: the sentence and what stood before it. others: numbers that the rules set aside. told: the
    words that tell a population. whens: the sentence's days. judge: who decides what a number
    measures, if anything.
    """
    sentence = here.sentence
    whole = sums.adds_up(found, here.index, here.before)
    here.summed = None if whole is None else here.number_of(whole)
    here.whole = sums.whole_in(sentence, found)
    shared = rows.reading(sentence, found, whens)
    places = {count.number.first: place for place, count in enumerate(found)}
    for count in sorted([*found, *others], key=lambda one: one.number.first):
        place = places.get(count.number.first)
        left, right, draft = 0, sentence.size, None
        if place is not None:
            left, right = found[place - 1].last if place else 0, bound(sentence, found, place)
            draft = drafted(here, count, left, right)
            if draft is None and shared and count.first in shared:
                draft = draft_at(here, count, shared[count.first], None)
        draft = decided(here, count, draft, judge)
        if draft:
            set_population(sentence, draft, told, left, right)
            here.made.append(draft)
    return here.made


def decided(here: Place, count: Count, draft: Draft | None, judge: Judge) -> Draft | None:
    """Return the draft of a number as the weights have it.

    draft: what the rules make of it. What a sentence tells of 12 out of 90 it does not tell of the
    90: where weights and rules differ on such a whole, nothing is asserted of it.
    """
    if draft is not None and draft.reading.measure is Measure.REGISTERED:
        return draft
    if draft is None and (count.number.single or count.number.zero or count.aside == REFUSED):
        return None
    verdict = judge.number(here, count, draft)
    if verdict.measure is None:
        return None
    ruled = None if draft is None else draft.reading.measure
    contested = ruled is not verdict.measure and told_of_part(here, count, verdict.measure)
    if contested and draft is None:
        return None
    if draft is None or not (contested or ruled is verdict.measure):
        parent = None if draft is None else draft.parent
        read = Reading(verdict.measure, PREDICATE, sentence_words(here, count), count.noun)
        draft = draft_at(here, count, read, parent)
    draft.reading = as_stock(here.sentence, count, draft.reading)
    draft.unread, draft.probability = verdict.unread or contested, verdict.probability
    draft.weighed = verdict.why
    return draft


def as_stock(sentence: Sentence, count: Count, read: Reading) -> Reading:
    """Return a reading of people held where a number of them fell: those taken only grow more.

    Arrests may be fewer than the year before.
    """
    if not count.number.fallen or read.measure is not Measure.DETAINED:
        return read
    if any(sentence.at(word, "event") for word in range(max(0, count.first - CLAUSE), count.last)):
        return read
    return replace(read, measure=Measure.HELD)


def told_of_part(here: Place, count: Count, measure: Measure) -> bool:
    """Whether a measure that a whole would have is what the sentence tells of a part of it."""
    if not count.whole:
        return False
    parts_before = [made for made in here.made if made.count.first < count.first < made.count.last]
    return not parts_before or any(made.reading.measure is measure for made in parts_before)


def sentence_words(here: Place, count: Count) -> str:
    """Return the words of a number whose measure the weights tell."""
    return " ".join(here.sentence.words[count.first : count.last])


def bound(sentence: Sentence, found: list[Count], position: int) -> int:
    """Return the word up to which a count's predicate may stand: past the list that it is in."""
    for after in range(position + 1, len(found)):
        if found[after].first < found[position].last:
            continue
        if in_brackets(sentence, found[position], found[after]):
            continue
        between = range(found[after - 1].last, found[after].first)
        coordinated = (
            found[after].head != "bare"
            and len(between) <= 2
            and all(
                sentence.words[word] == "," or sentence.at(word, "conjunction") for word in between
            )
        )
        if not coordinated and not aside(sentence, found[after]):
            return found[after].first
    return sentence.size


def in_brackets(sentence: Sentence, count: Count, other: Count) -> bool:
    """Whether brackets right behind a count hold another ("300 (40 women) were freed")."""
    if sentence.words[count.last : count.last + 1] != ["("]:
        return False
    return ")" not in sentence.words[count.last : other.first]


def aside(sentence: Sentence, count: Count) -> bool:
    """Whether a count stands in an aside: "were among thousands pardoned", ", including 42 …,"."""
    word = count.first - 1
    part = sentence.at(word, "part")
    inserted = part is not None and part.first > 0 and sentence.words[part.first - 1] == ","
    inserted = inserted or (sentence.words[word] == "," and followed_by_part(sentence, count))
    closed = "," in sentence.words[count.last : count.last + 8]
    return sentence.at(word, "among") is not None or (inserted and closed)


def followed_by_part(sentence: Sentence, count: Count) -> bool:
    """Whether "of them" follows a number at once."""
    part = sentence.at(count.number.last, "part")
    return part is not None and part.first == count.number.last


def drafted(here: Place, count: Count, left: int, right: int) -> Draft | None:
    """Return a draft if a count measures something, by itself or as a part of another."""
    sentence = here.sentence
    read = governed(here, count, left, right)
    harmed = deaths.harmed(sentence, count, read)
    if harmed:
        read = deaths.custody_death(sentence, count, here.index, here.before)
    if harmed and read is None:
        here.harmed = count.last
        return None
    if of_the_harmed(here, count):
        return None
    if rejected(here, count, read):
        count.aside = REFUSED
        return None
    if count.shared:
        count.aside = REFUSED
    if read is not None:
        read = as_denied(sentence, count, read)
        if read is None or told_otherwise(sentence, count, read, right):
            count.aside = REFUSED
            return None
    elif count.head == "bare":
        read = said_again(here, count)
    return whole_or_part(here, count, read)


def governed(here: Place, count: Count, left: int, right: int) -> Reading | None:
    """Return what the words around a count say that it measures."""
    sentence = here.sentence
    read = measures.reading(sentence, count, left, right)
    if nobody_of(here, count):
        read = Reading(Measure.HELD, PREDICATE, sentence.words[count.noun - 1], count.noun)
    read = told_by_trait(sentence, count, left, right, read)
    weak = read is None or read.firmness < PREDICATE - 2
    if weak and count.head not in {"event", "group"}:
        read = totals.by_total(sentence, count, left, right) or read
    return read


def whole_or_part(here: Place, count: Count, read: Reading | None) -> Draft | None:
    """Return the draft of a count that stands alone, beside another, or as a part of it."""
    beside = rows.beside(here, count) if read is None else None
    if beside is not None:
        return draft_at(here, count, beside, None)
    parent = parent_of(here, count, read)
    if parent is not None:
        return as_part(here, count, read, parent)
    if read is None or read.firmness < firmness_needed(count, read):
        read = elliptical(here, count) or in_list(here, count) or of_a_total(here, count)
    return draft_at(here, count, read, None) if read else None


def told_otherwise(sentence: Sentence, count: Count, read: Reading, right: int) -> bool:
    """Whether a sentence tells something else of the people counted: of a share, or of their case.

    "35 prisoners were transferred" counts none that were taken, freed or held that day.
    """
    if count.shared and read.trigger != count.noun:
        return True
    if "other_fate" not in sentence.marks:
        return False
    if sentence.near("other_fate", count.first - 1, count.first) and read.trigger >= count.noun:
        return True
    fate = sentence.of_kind("other_fate", count.last, right)
    noun = read.trigger == count.noun and read.firmness < PREDICATE
    covered = any(mark.first <= read.trigger < mark.last for mark in fate)
    return bool(fate) and (noun or covered) and fate[0].first - count.last < CLOSE


def told_by_trait(
    sentence: Sentence, count: Count, left: int, right: int, read: Reading | None
) -> Reading | None:
    """Read a count again where a trait makes it a part ("505 are civilians")."""
    trait = None if says_itself(sentence, count, read) else parts.trait_follows(sentence, count)
    if not trait or not (count.partitive or count.head in {"bare", "unknown"}):
        return read
    count.copula, count.last = True, max(trait, count.last)
    count.head = count.head if count.partitive else "group"
    return measures.reading(sentence, count, left, right)


def of_the_harmed(here: Place, count: Count) -> bool:
    """Whether a count is of some of those killed ("416 were killed, 51 of them children")."""
    if not here.harmed or count.first - here.harmed >= parts.REACH:
        return False
    nearer = any(one.count.last > here.harmed for one in here.made)
    return not nearer and (count.partitive or followed_by_part(here.sentence, count))


def firmness_needed(count: Count, read: Reading) -> float:
    """Return how firmly a count's measure must be tied; "thousands pardoned" says enough."""
    adjacent = read.trigger == count.last and count.number.vague != ""
    return FIRM["person"] if adjacent else FIRM[count.head]


def says_itself(sentence: Sentence, count: Count, read: Reading | None) -> bool:
    """Whether a count's own predicate tells its measure ("three are under house arrest")."""
    if read is None or read.firmness < PREDICATE - 1:
        return False
    told = sentence.tags[read.trigger] or {}
    return "predicate" in told or ("participle" in told and 0 <= read.trigger - count.last < CLOSE)


def as_part(here: Place, count: Count, read: Reading | None, parent: int) -> Draft:
    """Return a draft for a part; it measures what its whole does unless its own verb says more."""
    whole = here.before[parent]
    firm = read is not None and read.firmness >= PREDICATE - 1
    if read is not None and read.measure is Measure.DETAINED and earlier_than(here, count, read):
        firm = False
    if firm and count.copula and read is not None:
        firm = here.sentence.at(read.trigger, "predicate") is not None
    if read is None or not firm:
        read = Reading(whole.reading.measure, 6.0, f"part of {whole.words}", count.noun)
    return draft_at(here, count, read, here.number_of(parent))


def earlier_than(here: Place, count: Count, read: Reading) -> bool:
    """Whether a part is told by what befell it before ("of whom 19 had been arrested in May")."""
    near = range(count.last, read.trigger + 1)
    return any(here.sentence.at(word, "pluperfect") for word in near)


def follows_list(here: Place, count: Count) -> bool:
    """Whether "one" goes on with a list of numbers ("110 men, four women and one girl")."""
    before = here.made[-1].count if here.made else None
    return before is not None and (
        count.first - before.last < NEAR_LIST and parts.listed(here.sentence, count, before)
    )


def rejected(here: Place, count: Count, read: Reading | None) -> bool:
    """Whether a number surely is no claim: "one", a difference, a zero of nothing said."""
    sentence, after = here.sentence, count.number.last
    if "per" in sentence.marks and sentence.at(count.first - 1, "per") and count.head in SHARING:
        return True
    if count.number.single:
        return count.head != "group" or not follows_list(here, count)
    needed = PREDICATE - (3 if count.head == "political" else 1)
    nobody = count.head in {"unknown", "harm"} or read is None or read.firmness < needed
    dead = read is not None and read.measure is Measure.DIED
    if count.number.zero and (dead or nobody or read is None or unsaid(sentence, count, read)):
        return True
    tags = sentence.tags[after] or {} if after < sentence.size else {}
    difference = tags.get("less") or tags.get("more")
    fewer = sentence.at(count.last, "less") if "less" in sentence.marks else None
    if fewer is not None and fewer.first == count.last:
        return True
    return difference is not None and difference.first == after


def parent_of(here: Place, count: Count, read: Reading | None) -> int | None:
    """Return the place among the drafts before of the whole of which a count is a part."""
    if here.summed is not None and count.head in sums.PARTS:
        return here.summed - len(here.earlier) + len(here.earlier[-MEMORY:])
    if here.whole is not None and count.head in sums.PARTS and sums.larger(here.whole, count):
        place = next((at for at, one in enumerate(here.made) if one.count is here.whole), None)
        if place is not None:
            return len(here.before) - len(here.made) + place
    placed = read is None and count.head == "bare" and same_or_next(here)
    if placed and totals.placed_bare(here.sentence, count):
        return whole_of(here, count)
    return part_of(here, count)


def part_of(here: Place, count: Count) -> int | None:
    """Return the place of the whole where words open a breakdown or go on with one."""
    opened = parts.opening(here.sentence, count) is not None
    marked = count.head == "person" and parts.trait_near(here.sentence, count)
    compared = here.sentence.at(count.first - 1, "compared") is not None
    partitive = count.partitive and count.head != "unknown" and not compared
    partitive = partitive and not owned(here.sentence, count)
    grouped = count.head == "group" or partitive
    words, first = here.sentence.words, count.first
    colon = first > 0 and words[first - 1] == ":" and words[0] not in BULLETS
    colon = colon and not here.made
    beside = opened and not colon and count.head in OPENED and same_or_next(here)
    if parts.the_rest(here.sentence, count) and same_or_next(here):
        return None if here.before[-1].count.partitive else whole_of(here, count)
    if not (grouped or marked or beside):
        return None
    part = opened or marked or count.copula or partitive or goes_on(here, count)
    return whole_of(here, count) if part else None


def owned(sentence: Sentence, count: Count) -> bool:
    """Whether "their" or "its" stands before the noun of a count ("two of their members")."""
    return any(sentence.at(word, "possessive") for word in range(count.number.last, count.noun))


def goes_on(here: Place, count: Count) -> bool:
    """Whether a group goes on with a breakdown: in its list, with "also", or counted on."""
    if not here.before or not same_or_next(here):
        return False
    made, last = here.made, here.before[-1]
    if made and made[-1].parent is not None and parts.listed(here.sentence, count, made[-1].count):
        return True
    also = bool(here.sentence.of_kind("also", 0, 3))
    verb = here.sentence.at(count.first - 1, "speech")
    return last.parent is not None and (also or (verb is not None and verb.value == "verify"))


def whole_of(here: Place, count: Count) -> int | None:
    """Return the place of the latest larger draft that is no part itself.

    "Of those still held, 12 …" goes on with a count of the held.
    """
    measure = parts.measure_of_whole(here.sentence, count)
    for position in range(len(here.before) - 1, -1, -1):
        whole = here.before[position]
        loose = whole.count.head == "group" and whole.reading.firmness < PREDICATE - 2
        if whole.parent is not None or loose:
            continue
        if measure and whole.reading.measure is not measure and here.measured(measure):
            continue
        known = whole.count.value is not None and count.value is not None
        larger = not known or (whole.count.value or 0) > (count.value or 0)
        if larger and here.sentence.paragraph - whole.paragraph <= 3:
            return position
    return None


def draft_at(here: Place, count: Count, read: Reading, parent: int | None) -> Draft:
    """Build a draft with its exact place in the text."""
    start, end = here.sentence.starts[count.first], here.sentence.ends[count.last - 1]
    paragraph = here.sentence.paragraph
    words = here.text[start:end]
    draft = Draft(count, read, start, end, paragraph, here.index, parent=parent, words=words)
    if "prison" in here.sentence.marks:
        draft.prison = places.prison(here.sentence, here.text, count)
    return draft
