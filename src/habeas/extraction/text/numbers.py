"""Numbers of a sentence: digits with either thousands separator, number words, "dozens"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from text_to_num import text2num  # type: ignore[import-untyped]  # has no stubs

from habeas.extraction.text.language import Language
from habeas.extraction.text.marks import Mark
from habeas.extraction.text.sentences import Sentence
from habeas.vocabulary.quantity import LARGEST_COUNT

GROUPED = re.compile(r"\d{1,3}(?:[.,'’ \u00a0\u202f\u2009]\d{3})+")
DECIMAL = re.compile(r"\d+[.,]\d{1,2}")
SEPARATORS = re.compile(r"[.,'’ \u00a0\u202f\u2009]")
LONGEST_DIGITS = 16
LONGEST_WORDS = 8
THOUSAND = 1000
TWENTY = 20


@dataclass(slots=True)
class Number:
    """A number at words first to last (exclusive).

    value: None for "dozens", whose name ``vague`` has then. digits: written in figures.
    plain: in figures without a separator, as years are. single: a word such as "one" or "una".
    zero: the word "no". high: the other end of a range ("50 to 60"). said: the qualifier of a sign
    or a word that is tied to it ("~90", "90+", "90-odd"). fallen: what a figure fell to, which no
    running total does.
    """

    first: int
    last: int
    value: int | None
    vague: str = ""
    digits: bool = False
    plain: bool = False
    single: bool = False
    zero: bool = False
    high: int | None = None
    said: str = ""
    fallen: bool = False


SIGNED = {"~": "about", "≈": "about", "±": "about", ">": "more_than", "<": "less_than",
          "≥": "at_least", "≤": "at_most"}  # fmt: skip
"""Signs before a number that say how it is meant."""


def numbers(sentence: Sentence, language: Language) -> list[Number]:
    """Return the numbers of a sentence in order; clock times, dates and decimals are left out."""
    found: list[Number] = []
    for word in sentence.numbers_at:
        if found and word < found[-1].last:
            continue
        number = number_at(sentence, word, language)
        if number:
            found.append(with_signs(sentence, number))
    return found


def with_signs(sentence: Sentence, number: Number) -> Number:
    """Take in the sign before a number, and the "+" or the words of a tail ("odd") behind it."""
    before = sentence.words[number.first - 1] if number.first else ""
    if before in SIGNED:
        number.first, number.said = number.first - 1, SIGNED[before]
    if number.last >= sentence.size:
        return number
    if sentence.words[number.last] == "+" and not in_sum(sentence, number.last):
        number.last, number.said = number.last + 1, "at_least"
        return number
    dash = sentence.words[number.last] == "-" and number.digits
    tail = sentence.at(number.last + dash, "tail")
    if tail and tail.first == number.last + dash:
        number.last, number.said, number.plain = tail.last, tail.value, False
    return number


def in_sum(sentence: Sentence, word: int) -> bool:
    """Whether a number follows a sign, as in "12 + 3"."""
    return word + 1 < sentence.size and sentence.words[word + 1][0].isdecimal()


def number_at(sentence: Sentence, word: int, language: Language) -> Number | None:
    """Return the number that starts at a word, if one does."""
    if sentence.words[word][0].isdecimal():
        return digits_at(sentence, word, language)
    tags = sentence.tags[word]
    if language.number_values:
        added = added_at(sentence, word, language)
        if added is not None:
            return added
    if tags:
        if "vague" in tags and tags["vague"].first == word and spelled_so(sentence, tags["vague"]):
            return Number(word, tags["vague"].last, None, vague=tags["vague"].value)
        if "named" in tags and tags["named"].first == word and spelled_so(sentence, tags["named"]):
            return Number(word, tags["named"].last, int(tags["named"].value))
        if "zero" in tags and tags["zero"].first == word and "qualifier" not in tags:
            return nobody_at(sentence, word, tags["zero"].last)
    return words_at(sentence, word, language)


def spelled_so(sentence: Sentence, mark: Mark) -> bool:
    """Whether words are a number in just this form ("сотня" is a hundred, "сотни" hundreds)."""
    language = sentence.language
    if language.stem is None:
        return True
    return " ".join(sentence.words[mark.first : mark.last]) in language.number_phrases


def added_at(sentence: Sentence, word: int, language: Language) -> Number | None:
    """Read number words that add up ("двадцать одна тысяча триста"); each is less than the last."""
    values, times = language.number_values, language.multipliers
    total, part, least, last = 0, 0, LARGEST_COUNT, word
    while last < sentence.size:
        text = sentence.words[last]
        value = values.get(text)
        if value is not None and value < THOUSAND and value < least:
            part, least = part + value, magnitude(value)
        elif (factor := times.get(text) or (value or 0)) >= THOUSAND and (part or value):
            total, part, least = total + max(part, 1) * factor, 0, LARGEST_COUNT
        else:
            break
        last += 1
    if last == word:
        return None
    single = last == word + 1 and sentence.words[word] in language.single
    return Number(word, last, total + part, single=single)


def magnitude(value: int) -> int:
    """Return what a number word behind a value is less than: tens behind hundreds, and so on."""
    return next(size for size in (100, 10, 1) if value >= size) if value >= TWENTY else 1


def nobody_at(sentence: Sentence, first: int, last: int) -> Number | None:
    """Return the number of "none" or "no"; before a comma it only answers ("No, they were not")."""
    answers = last < sentence.size and sentence.words[last] in {",", "!", ":"}
    return None if answers else Number(first, last, 0, zero=True)


def digits_at(sentence: Sentence, word: int, language: Language) -> Number | None:
    """Read figures, and a multiplying word after them ("5 mil", "2.5 million")."""
    text = sentence.words[word]
    if len(text) > LONGEST_DIGITS or in_clock_or_date(sentence, word) or mixed_scripts(text):
        return None
    after = sentence.words[word + 1] if word + 1 < sentence.size else ""
    times = language.multipliers.get(after)
    rest = below_thousand(sentence, word + 2) if times == THOUSAND else None
    if times and DECIMAL.fullmatch(text):
        value = round(float(text.replace(",", ".")) * times)
    elif text.isdecimal():
        value = int(text) * (times or 1)
    elif GROUPED.fullmatch(text):
        value = int(SEPARATORS.sub("", text)) * (times or 1)
    else:
        return None
    if " " in text and two_numbers(sentence, word):
        return None
    last = word + 2 if times else word + 1
    if rest is not None:
        value, last = value + rest, last + 1
    if value > LARGEST_COUNT:
        return None
    return Number(word, last, value, digits=True, plain=text.isdecimal() and not times)


def two_numbers(sentence: Sentence, word: int) -> bool:
    """Whether figures parted by a blank may be two numbers ("Of 300 120 were freed").

    So they may behind a word that wants a number of its own, and which is meant cannot be told; but
    no whole is smaller than its part.
    """
    before = sentence.tags[word - 1] or {} if word else {}
    of = before.get("of")
    opens = of is not None and (of.first == 0 or not sentence.words[of.first - 1][0].isalnum())
    whole, _, part = sentence.words[word].partition(" ")
    if opens:
        return part.isdecimal() and whole.isdecimal() and int(whole) > int(part)
    return bool(before.keys() & {"unit", "reference", "month"})


def below_thousand(sentence: Sentence, word: int) -> int | None:
    """Return the figures after "mil" in "2 mil 400", None if none stand there."""
    if word >= sentence.size or not sentence.words[word].isdecimal():
        return None
    value = int(sentence.words[word][:4])
    return value if len(sentence.words[word]) == 3 else None


def in_clock_or_date(sentence: Sentence, word: int) -> bool:
    """Whether the figures are part of "20:00", "28/07/2024" or "2024-07-28"."""
    for here, there in ((word - 1, word), (word, word + 1)):
        if here < 0 or there >= sentence.size or sentence.ends[here] != sentence.starts[there]:
            continue
        mark = sentence.words[here if here != word else there]
        beyond = here - 1 if here != word else there + 1
        if mark in ":/" and 0 <= beyond < sentence.size and sentence.words[beyond][0].isdecimal():
            return True
    return False


def mixed_scripts(text: str) -> bool:
    """Whether digits of more than one script stand together, as no honest number has them."""
    return not text.isascii() and len({ord(sign) // 16 for sign in text if sign.isdecimal()}) > 1


def words_at(sentence: Sentence, word: int, language: Language) -> Number | None:
    """Read the longest number that the words from ``word`` on spell ("mil 849" ends in figures)."""
    if sentence.words[word].split("-")[0] not in language.number_words:
        return None
    rest = below_thousand(sentence, word + 1)
    if rest is not None and language.multipliers.get(sentence.words[word]) == THOUSAND:
        return Number(word, word + 2, THOUSAND + rest)
    run: list[str] = []
    last = word
    while last < sentence.size and len(run) < LONGEST_WORDS:
        parts = [language.number_words.get(part) for part in sentence.words[last].split("-")]
        joins = bool(run) and sentence.words[last] in language.joiners
        if not joins and not all(parts):
            break
        run.append(sentence.words[last] if joins else " ".join(filter(None, parts)))
        last += 1
    while run:
        value = spelled(" ".join(run), language.code)
        if value is not None and run[-1] not in language.joiners:
            single = len(run) == 1 and sentence.words[word] in language.single
            return Number(word, word + len(run), value, single=single)
        run.pop()
    return None


@lru_cache(maxsize=4096)
def spelled(words: str, code: str) -> int | None:
    """Return the number that words spell in a language, None if they spell none."""
    try:
        value = int(text2num(words, code))
    except ValueError:
        return None
    return value if value <= LARGEST_COUNT else None
