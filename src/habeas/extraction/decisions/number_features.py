"""What is known of a number: features by which a count of people, and its measure, is told.

Names of features are words of the lexicon's kinds, not of a language, but for the words right
beside the number, which carry the language's code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.extraction.predicates import only_of_whom
from habeas.extraction.text import Sentence

if TYPE_CHECKING:
    from habeas.extraction.candidates import Count
    from habeas.extraction.draft import Draft
    from habeas.extraction.ellipsis import Place

REACH = 14
"""Words on either side of a number that may tell what it counts."""

NEAR = (1, 3, 6, REACH)
"""The farthest word of each ring of distance."""

RING = tuple(next((far for far in NEAR if step <= far), REACH) for step in range(2 * REACH))
"""By how many words away, the ring of distance."""

VALUED = frozenset(
    {"event", "participle", "predicate", "finite", "gerund", "people", "harm", "unit", "state",
     "speech", "aux", "splitting", "splitting_end", "other_fate", "share", "institution", "role"}
)  # fmt: skip
"""Kinds of mark whose value matters."""

PLAIN = frozenset(
    {"continuing", "negation", "custodial", "prison", "reference", "age", "part", "total",
     "totalverb", "cumulative", "since", "until", "promising", "denying", "unreal", "month",
     "weekday", "relative", "less", "more", "changing", "former_value", "by_amount", "conditional",
     "refusing", "covering", "naming", "population", "occasion", "among", "lasting", "rest",
     "locative", "of", "definite", "indefinite", "determiner", "conjunction", "relative_pronoun",
     "pronoun_of_people", "trait", "fresh", "verifying", "counting", "ratio", "multiple", "per",
     "compared", "respectively", "copula", "link", "giving", "by", "country", "known"}
)  # fmt: skip
"""Kinds of mark that matter by themselves."""

TELLING = ("event", "participle", "predicate", "finite", "gerund", "harm", "people", "custodial")
"""Kinds of mark that tell what a sentence is about."""

ENDS = frozenset(".;:!?")
LAST_DRAFTS = 3
SMALL, TENS, HUNDREDS, THOUSANDS = 3, 20, 300, 3000


def number_features(here: Place, count: Count, ruled: Draft | None, why: str) -> list[str]:
    """Return the features of a number.

    ruled: the draft that the rules make of it, if they make one. why: for what they set it aside.
    """
    sentence = here.sentence
    features = ["bias", f"head {count.head}", *shape(count), *by_rule(count, ruled, why)]
    features += around(sentence, count)
    features += words_beside(sentence, count)
    features += sentence_features(here, count)
    return features


def shape(count: Count) -> list[str]:
    """Return how the number itself is written."""
    number, value = count.number, count.value
    size = "vague" if value is None else next(
        (name for most, name in ((SMALL, "to 3"), (TENS, "to 20"), (HUNDREDS, "to 300"),
                                 (THOUSANDS, "to 3000")) if value <= most), "more")  # fmt: skip
    said = [f"size {size}", f"qualifier {count.qualifier}"]
    flags = {"in figures": number.digits, "plain": number.plain, "one": number.single,
             "zero": number.zero, "partitive": count.partitive, "former": count.former,
             "shared": count.shared, "range": number.high is not None}  # fmt: skip
    said += [name for name, holds in flags.items() if holds]
    if count.partitive or count.head in {"bare", "unknown"}:
        said.append(f"head {count.head} size {size}")
    return said


def by_rule(count: Count, ruled: Draft | None, why: str) -> list[str]:
    """Return what the rules say of the number."""
    if ruled is None:
        return ["rule none", f"rule none of {count.head}", f"set aside {why or 'as unclear'}"]
    read = ruled.reading
    firm = "firm" if read.firmness >= 8 else "middling" if read.firmness >= 6 else "weak"
    part = ["rule part"] if ruled.parent is not None else []
    return [f"rule {read.measure}", f"rule {read.measure} {firm}", "rule any", *part]


def around(sentence: Sentence, count: Count) -> list[str]:
    """Return the marks on either side of a number, by how far away they are."""
    found: set[str] = set()
    told = {side: beside(sentence, count, side, found) for side in ("before", "behind")}
    for side, name in told.items():
        found.update((f"nearest {side}: {name}", f"nearest {side}: {name}, head {count.head}"))
    found.add(f"between {told['before']} and {told['behind']}")
    return sorted(found)


def beside(sentence: Sentence, count: Count, side: str, found: set[str]) -> str:
    """Add the marks on one side of a number; return the nearest that tells of custody or harm."""
    number = count.number
    words = (
        range(number.first - 1, max(-1, number.first - 1 - REACH), -1)
        if side == "before"
        else range(number.last, min(sentence.size, end_behind(sentence, count)))
    )
    crossed, numbers, nearest = "", 0, "nothing"
    for step, word in enumerate(words, 1):
        text = sentence.words[word]
        if text in ENDS:
            crossed = " beyond a stop"
        elif text == "," and not crossed:
            crossed = " beyond a comma"
        numbers += text[0].isdecimal()
        tags = sentence.tags[word]
        if not tags:
            continue
        ring = RING[step]
        for kind, mark in tags.items():
            if kind in VALUED:
                name = f"{kind} {mark.value}"
                found.add(f"{side} {ring}: {name}")
                found.add(f"{side}{crossed}: {name}{' past a number' if numbers else ''}")
                if (
                    nearest == "nothing"
                    and kind in TELLING
                    and not (kind == "people" and ring == 1)
                ):
                    nearest = f"{name}{crossed}"
            elif ring <= NEAR[1] and kind in PLAIN:
                found.add(f"{side} {ring}: {kind}")
    return nearest


def end_behind(sentence: Sentence, count: Count) -> int:
    """Return the word behind a number at which what may tell of it ends."""
    if only_of_whom(sentence, count):
        return count.last + (sentence.at(count.last, "participle") is not None)
    return count.number.last + REACH


def words_beside(sentence: Sentence, count: Count) -> list[str]:
    """Return the words next to a number, with their language."""
    code = sentence.language.code
    roots = sentence.language.roots
    found = []
    for side, word in (
        ("before", count.number.first - 1),
        ("before 2", count.number.first - 2),
        ("behind", count.number.last),
        ("behind 2", count.number.last + 1),
        ("noun", count.noun),
        ("after", count.last),
    ):
        text = roots([sentence.words[word]])[0] if 0 <= word < sentence.size else "-"
        text = "0" if text[0].isdecimal() else text
        found.append(f"{code} {side}: {text}")
        if not text[0].isalnum():
            found.append(f"{side} {text}")
    if count.head == "unknown" and count.noun < sentence.size:
        noun = sentence.words[count.noun]
        found += [f"{code} noun ends in {noun[-3:]}", f"{code} noun ends in {noun[-2:]}"]
    return found


def sentence_features(here: Place, count: Count) -> list[str]:
    """Return what the sentence and the claims before are about."""
    sentence = here.sentence
    about = here.about
    found = [f"sentence: {name}" for name in sorted(about)]
    found += [f"sentence before: {name}" for name in sorted(here.told)]
    custody = any(not name.startswith(("harm", "people person", "people group")) for name in about)
    found.append("sentence of custody" if custody else f"silent sentence, head {count.head}")
    numbers = len(sentence.numbers_at)
    found.append(f"{'many' if numbers > 4 else 'some' if numbers > 2 else 'few'} numbers")
    if count.first <= 1:
        found.append("opens the sentence")
    if sentence.words[count.number.first - 1 : count.number.first] == ["("]:
        closed = sentence.words[count.number.last : count.number.last + 1] == [")"]
        found.append("alone in brackets" if closed else "in brackets")
    found += history(here, count)
    found.append("first paragraph" if sentence.paragraph == 0 else "later paragraph")
    return found


def subjects(sentence: Sentence) -> frozenset[str]:
    """Return the marks of a sentence that tell what it is about."""
    return frozenset(
        f"{kind} {tags[kind].value}"
        for tags in sentence.tags
        if tags
        for kind in TELLING
        if kind in tags
    )


def history(here: Place, count: Count) -> list[str]:
    """Return what the claims before a number measure, and how near they are."""
    found: list[str] = []
    for place, draft in enumerate(reversed(here.before[-LAST_DRAFTS:])):
        gap = here.index - draft.index
        near = "here" if gap == 0 else "just before" if gap <= 2 else "far"
        found.append(f"claim {place} before {near}: {draft.reading.measure}")
        if place == 0:
            found.append(f"claim before of {draft.reading.measure}, head {count.head}, {near}")
            if near == "here":
                between = here.sentence.words[draft.count.last : count.first]
                found.append(f"{min(len(between), 6)} words behind a claim of {draft.count.head}")
                if between and len(between) <= 3:
                    found.append(f"behind a claim and {' '.join(between)}")
    if not here.before:
        found.append("no claim before")
    if here.harmed:
        found.append("behind people harmed")
    return found
