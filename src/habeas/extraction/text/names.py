"""Names in a sentence: runs of capitalised words, small joining words inside them."""

from __future__ import annotations

import re

from habeas.extraction.text.descriptions import Part
from habeas.extraction.text.sentences import Sentence

QUOTATION = frozenset({"“", "«", ":", "¿", "¡"})

PLACES = 8
"""Words back to which a name may stand in a list of places."""


NO_NAME = frozenset(
    {"weekday", "month", "holiday", "relative", "determiner", "since", "until", "per", "also",
     "qualifier", "named", "vague", "narrative", "conjunction", "link", "part", "pronoun",
     "definite", "finite", "cumulative", "negation", "copula", "continuing", "between",
     "population", "aux", "participle", "predicate", "event", "speech", "locative", "among",
     "relative_pronoun", "age", "gerund", "estimating", "contrast", "of", "first_person"}
)  # fmt: skip


def name_at(sentence: Sentence, word: int) -> Part | None:
    """Return the run of capitalised words that starts at a word, small joining words inside it."""
    if not capital(sentence, word) or (opens(sentence, word) and not opens_name(sentence, word)):
        return None
    last = word + 1
    institution = heads_body(sentence, word)
    while last < sentence.size:
        if capital(sentence, last):
            institution = institution or heads_body(sentence, last)
            known = sentence.at(last, "known")
            last = known.last if known else last + 1
            continue
        step = joiners(sentence, last, institution) or sign_inside(sentence, last)
        if not step or not capital(sentence, last + step):
            break
        last += step
    last = spelled_by_initials(sentence, word, last)
    if of_prisoners(sentence, word, last):
        return None
    if all(sentence.at(here, "country") for here in range(word, last)):
        return Part("institution", "government", word, last) if speaks(sentence, last) else None
    if not institution and in_place(sentence, word):
        return None
    thing = not institution and any(sentence.at(at, "reference") for at in (word, last - 1))
    if thing or (last == word + 1 and no_name(sentence, word)):
        return None
    return Part("name", "", word, last)


def no_name(sentence: Sentence, word: int) -> bool:
    """Whether a capital word by itself is none: a small word, or a number in Roman figures."""
    tags, raw = sentence.tags[word] or {}, sentence.raw[word]
    if len(raw) < 2:
        return True
    if tags.keys() & {"institution", "known", "cause", "country"} or word == 0:
        return False
    small = raw[1:].islower() and sentence.words[word] in sentence.language.function_words
    return (
        small
        or ROMAN.fullmatch(raw) is not None
        or bool(
            raw[1:].islower() and tags.keys() & {"since", "until", "between", "share", "qualifier"}
        )
    )


ROMAN = re.compile(r"[IVX]{1,4}")


def of_prisoners(sentence: Sentence, first: int, last: int) -> bool:
    """Whether capitals only make a headline of prisoners ("Political Prisoners Freed"), no name."""
    people = told = False
    for word in range(first, last):
        tags = sentence.tags[word] or {}
        if "institution" in tags:
            return False
        noun = tags.get("people")
        people = people or (noun is not None and noun.value in {"prisoner", "political"})
        told = told or (noun is None and bool(tags.keys() & {"participle", "finite"}))
    return people and told


def spelled_by_initials(sentence: Sentence, first: int, last: int) -> int:
    """Return where a name with commas ends that initials spell ("Truth, Memory and Law (TML)").

    last: where it ends by its capitals alone.
    """
    end = last
    while end < sentence.size and end - last <= PLACES and sentence.words[end] != "(":
        end += 1
    if end + 2 >= sentence.size or sentence.words[end] != "(" or end == last:
        return last
    initials = "".join(text[0] for text in sentence.raw[first:end] if text[0].isupper())
    return end if sentence.raw[end + 1] == initials and len(initials) > 1 else last


def opens(sentence: Sentence, word: int) -> bool:
    """Whether a word is a capital for its place: at the start of a sentence or of a quotation."""
    if word and sentence.words[word - 1][0].isalnum():
        return False
    return word == opening(sentence) or sentence.words[word - 1] in QUOTATION


def heads_body(sentence: Sentence, word: int) -> bool:
    """Whether a word shows that a name is of a body ("Committee", "Rights")."""
    tags = sentence.tags[word]
    return tags is not None and ("institution" in tags or "cause" in tags)


def joiners(sentence: Sentence, word: int, institution: bool) -> int:
    """Return how many joining words stand at a word (up to 3) that may lie inside a name."""
    values: list[str] = []
    while len(values) < 3 and (mark := sentence.at(word + len(values), "name_joiner")):
        values.append(mark.value)
    if not values:
        return 0
    last = word + len(values)
    if institution or (capital(sentence, last) and heads_body(sentence, last)):
        return len(values)
    return next((step for step, value in enumerate(values) if value != "person"), len(values))


def sign_inside(sentence: Sentence, word: int) -> int:
    """Return 1 if a sign belongs to a name: "Journalists' Union", "J. Smith"; else 0."""
    if sentence.words[word] in {"'", "’"}:
        return int(sentence.words[word - 1].endswith("s"))
    initials = sentence.raw[word - 1].isupper() and len(sentence.raw[word - 1]) != 2
    short = len(sentence.raw[word - 1]) == 1 or "." in sentence.raw[word - 1]
    return int(sentence.words[word] == "." and initials and short)


def in_place(sentence: Sentence, word: int) -> bool:
    """Whether a name is of a place: "in X", "en toda la X", "in X, Y and Z"."""
    here = word - 1
    while here > 0 and word - here < PLACES:
        tags = sentence.tags[here] or {}
        if "locative" in tags:
            return True
        listed = sentence.words[here] == "," or "conjunction" in tags
        named = sentence.raw[here][0].isupper()
        if not (named or listed or tags.keys() & {"determiner", "definite"}):
            return False
        here -= 1
    return False


def speaks(sentence: Sentence, word: int) -> bool:
    """Whether a verb of speech stands at a word, its auxiliary passed over."""
    for here in range(word, min(word + 3, sentence.size)):
        tags = sentence.tags[here]
        if tags and "speech" in tags:
            return True
        passive = sentence.at(here, "aux")
        if tags and (
            not tags.keys() & {"aux", "also", "relative"}
            or (passive and passive.value == "dynamic")
        ):
            return False
    return False


def opening(sentence: Sentence) -> int:
    """Return the first word that is no quotation mark or other sign."""
    if sentence.words[0][0].isalnum():
        return 0
    return next((word for word, text in enumerate(sentence.words) if text[0].isalnum()), 0)


def capital(sentence: Sentence, word: int) -> bool:
    """Whether a word is capitalised as names are."""
    if word >= sentence.size:
        return False
    text = sentence.words[word]
    hyphened = "-" in text and text.endswith(sentence.language.unnamed_endings)
    if hyphened or not sentence.raw[word][0].isupper():
        return False
    tags = sentence.tags[word]
    if not tags:
        return True
    if ("weekday" in tags or "month" in tags or "holiday" in tags) and not called_so(
        sentence, word
    ):
        return False
    if "speech" in tags and not tags.keys() & {"institution", "known", "cause"}:
        return False
    return "unit" not in tags or "institution" in tags or inside_name(sentence, word)


def called_so(sentence: Sentence, word: int) -> bool:
    """Whether a weekday or a month is somebody's name ("Julio Peña")."""
    if not sentence.language.small_days or word == opening(sentence):
        return False
    return sentence.raw[word + 1 : word + 2] != [] and sentence.raw[word + 1][0].isupper()


def inside_name(sentence: Sentence, word: int) -> bool:
    """Whether a capital word for a thing stands among others in a name ("Lake Region Centre")."""
    beside = sentence.raw[word - 1 : word] + sentence.raw[word + 1 : word + 2]
    return word > 1 and len(beside) == 2 and all(text[0].isupper() for text in beside)


SUBJECT_OF = frozenset({"aux", "speech", "finite"})
"""Kinds of words that stand behind whoever does something."""


def joins_body(sentence: Sentence, word: int) -> bool:
    """Whether small words join a capital to a name that is a body's or does something.

    "Casa de Derechos", in whatever language it is named: "Casa de Derechos has documented …".
    """
    after = word + 1 + joiners(sentence, word + 1, heads_body(sentence, word))
    if after == word + 1 or not capital(sentence, after):
        return False
    if heads_body(sentence, word) or heads_body(sentence, after):
        return True
    while capital(sentence, after):
        after += 1
    follows = sentence.tags[after] or {} if after < sentence.size else {}
    return bool(follows.keys() & SUBJECT_OF)


def opens_name(sentence: Sentence, word: int) -> bool:
    """Whether the first word of a sentence is a name and not merely capitalised for its place."""
    tags = sentence.tags[word] or {}
    if (
        "institution" in tags
        or "known" in tags
        or (len(sentence.raw[word]) > 1 and sentence.raw[word][:2].isupper())
    ):
        return True
    text = sentence.words[word]
    numeral = text.split("-")[0] in sentence.language.number_words
    named = capital(sentence, word + 1) and capital(sentence, word + 2) and "finite" in tags
    if not named and (tags.keys() & NO_NAME or text in sentence.language.function_words or numeral):
        return False
    if capital(sentence, word + 1) and "people" not in tags:
        return True
    if joins_body(sentence, word) and not tags.keys() & {"people", "event"}:
        return True
    after = sentence.tags[word + 1] if word + 1 < sentence.size else None
    follows = after or {}
    if "aux" in follows and sentence.at(word + 2, "speech"):
        return not tags.keys() & {"people", "event"}
    return (
        bool(follows.keys() & {"speech", "owner"}) and "people" not in tags and "event" not in tags
    )
