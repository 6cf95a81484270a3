"""Every number that a stretch of text states, in any language and script.

More liberal than the offline reader: it only has to tell whether a number that somebody else read
there can stand there, so that it names each value that the same signs may have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.extraction.models.answers.number_words import number_words
from habeas.extraction.text import language_for, languages, numbers, sentences, spelled
from habeas.vocabulary.quantity import LARGEST_COUNT

BLANK = " \u00a0\u202f\u2009"
MARKS = ".,'’٬،٫"
GROUPS = re.compile(
    rf"\d{{1,3}}(?:[{BLANK}{MARKS}]\d{{3}})+(?!\d)|\d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)"
)
FIGURES = re.compile(rf"{GROUPS.pattern}|\d+(?:[.,٫]\d{{1,2}}(?!\d))?")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
DECIMAL = re.compile(r"(\d+)[.,٫](\d{1,2})")
NEXT_WORD = re.compile(rf"[{BLANK}\n]*-?([^\W\d_]+)")
REST = re.compile(rf"[{BLANK}\n]+(\d{{1,3}})(?!\d)")
WORD_BEFORE = re.compile(rf"([^\W\d_]+)\.?[{BLANK}]+$")
LONGEST_RUN = 8
LONGEST_FIGURES = 20
LONGEST_TEXT = 4_000


@dataclass(frozen=True)
class StatedNumber:
    """A number that characters start to end state.

    values: what they may stand for. vague: "dozens", "hundreds" or "thousands", without a value.
    """

    start: int
    end: int
    values: frozenset[int]
    vague: str = ""


def stated_numbers(text: str, language: str) -> list[StatedNumber]:
    """Return the numbers that a text states, in order; language: its code, "" where unknown."""
    text = text[:LONGEST_TEXT]
    found = [*_figures(text), *_ideographs(text), *_words(text, language)]
    found += _lexicon(text, language) if language in languages() else []
    found += list(_inverted(text, found)) if language in number_words().inverting else []
    merged: dict[tuple[int, int, str], frozenset[int]] = {}
    for one in found:
        key = (one.start, one.end, one.vague)
        merged[key] = merged.get(key, frozenset()) | one.values
    listed = [StatedNumber(start, end, values, vague)
              for (start, end, vague), values in merged.items()]  # fmt: skip
    return _longest(listed)


def _longest(found: list[StatedNumber]) -> list[StatedNumber]:
    """Leave out what is only a piece of a longer number: 886 of "199 mil 886"."""
    kept: list[StatedNumber] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        around = kept[-1] if kept else None
        same = around is not None and (around.start, around.end) == (one.start, one.end)
        if around is None or one.end > around.end or same:
            kept.append(one)
    return kept


def digits_of(text: str) -> str:
    """Return a text's decimal digits, of whatever script, as those of ASCII."""
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())


def _figures(text: str) -> Iterator[StatedNumber]:
    for found in FIGURES.finditer(text):
        figures = found[0]
        if len(figures) > LONGEST_FIGURES:
            continue
        times, end = _times_after(text, found.end())
        values: set[int] = set()
        decimal = DECIMAL.fullmatch(figures)
        if GROUPS.fullmatch(figures):
            values.add(int(digits_of(figures)) * times)
        elif decimal and times > 1:
            whole, part = digits_of(decimal[1]), digits_of(decimal[2])
            values.add(int(whole + part) * times // 10 ** len(part))
        elif not decimal:
            values.add(int(digits_of(figures)) * times)
        rest = REST.match(text, end) if times == 1000 else None
        if rest and len(rest[1]) == 3:
            values, end = {value + int(digits_of(rest[1])) for value in values}, rest.end()
        yield StatedNumber(found.start(), end, frozenset(_possible(values)))


def _inverted(text: str, found: list[StatedNumber]) -> Iterator[StatedNumber]:
    for one in found:
        before = WORD_BEFORE.search(text, max(0, one.start - 20), one.start)
        times = number_words().times.find(before[1].lower()) if before else None
        if before and isinstance(times, int) and times >= 1000 and one.values:
            values = frozenset(_possible({value * times for value in one.values}))
            yield StatedNumber(before.start(), one.end, values)


def _possible(values: set[int]) -> Iterator[int]:
    return (value for value in values if 0 <= value <= LARGEST_COUNT)


def _times_after(text: str, place: int) -> tuple[int, int]:
    after = NEXT_WORD.match(text, place)
    if not after:
        return 1, place
    word = after[1].lower()
    for length in (len(word), 2, 1):
        times = number_words().times.find(word[:length]) if length <= len(word) else None
        wide = word[:1] > "\u2fff"
        if isinstance(times, int) and (length == len(word) or wide):
            return times, after.start(1) + length
    return 1, place


def _ideographs(text: str) -> Iterator[StatedNumber]:
    """Read numbers in Chinese characters: 三百二十 and 三二〇."""
    signs = number_words().ideographs
    for found in re.finditer(rf"[{signs}十百千万萬両两兩]+", text):
        total = part = digit = 0
        for sign in found[0]:
            if sign in signs:
                digit = signs.index(sign)
            elif sign in "两兩両":
                digit = 2
            elif sign in "万萬":
                total, part, digit = (total + part + digit or 1) * 10_000, 0, 0
            else:
                part, digit = part + (digit or 1) * {"十": 10, "百": 100, "千": 1000}[sign], 0
        values = {total + part + digit}
        if all(sign in signs for sign in found[0]) and len(found[0]) <= LONGEST_FIGURES:
            values = {int("".join(str(signs.index(sign)) for sign in found[0]))}
        yield StatedNumber(found.start(), found.end(), frozenset(_possible(values)))


def _words(text: str, language: str) -> Iterator[StatedNumber]:
    words = [(found.start(), found.end(), found[0].lower()) for found in WORD.finditer(text)]
    spelled = number_words().spelled
    codes = (language,) if language in spelled else spelled if not language else ()
    table = number_words()
    for place, (start, end, word) in enumerate(words):
        vague, named = table.vague.find(word), table.named.find(word)
        if isinstance(vague, str):
            yield StatedNumber(start, end, frozenset(), vague)
        if isinstance(named, int):
            yield StatedNumber(start, end, frozenset((named,)))
        yield from _added_up(words, place)
        for code in codes if vague is None else ():
            yield from _spelled_at(words, place, code)


def _added_up(words: list[tuple[int, int, str]], place: int) -> Iterator[StatedNumber]:
    """Read a run of words that add up to a number ("сто двадцать пять тысяч двести")."""
    table, total, part, last = number_words(), 0, 0, place
    smallest = LARGEST_COUNT
    for _, _, word in words[place : place + LONGEST_RUN]:
        value = table.words.find(word)
        times = table.times.find(word) if part else None
        if isinstance(value, int) and value < smallest:
            part, smallest = part + value, value
        elif isinstance(times, int) and times >= 1000:
            total, part, smallest = total + part * times, 0, LARGEST_COUNT
        else:
            break
        last += 1
    if last > place:
        yield StatedNumber(words[place][0], words[last - 1][1], frozenset((total + part,)))


def _spelled_at(words: list[tuple[int, int, str]], place: int, code: str) -> Iterator[StatedNumber]:
    """Read the longest run of words from ``place`` on that the number reader understands."""
    if spelled(words[place][2], code) is None:
        return
    for last in range(min(len(words), place + LONGEST_RUN), place, -1):
        run = " ".join(word for _, _, word in words[place:last])
        value = spelled(run, code)
        if value is not None:
            yield StatedNumber(words[place][0], words[last - 1][1], frozenset((value,)))
            return


def _lexicon(text: str, language: str) -> Iterator[StatedNumber]:
    """Read what the offline reader reads, so that the two never disagree on what stands there."""
    for sentence in sentences(text, language_for(text, language)):
        for number in numbers(sentence, sentence.language):
            start, end = sentence.starts[number.first], sentence.ends[number.last - 1]
            values = frozenset() if number.value is None else frozenset((number.value,))
            yield StatedNumber(start, end, values, number.vague)
