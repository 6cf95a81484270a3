"""Dates of a sentence, resolved against the day of publication, and what each stands for there."""

from __future__ import annotations

import re
from datetime import date, timedelta

from habeas.extraction.text.date_roles import ORDINAL, RECALLED, When, ranges, role
from habeas.extraction.text.names import called_so
from habeas.extraction.text.numeric_days import numeric_day
from habeas.extraction.text.sentences import Sentence
from habeas.extraction.text.spans_of_time import long_ago, over_past

BACK = "date of the year before: "
"""Rule of a date without a year that is none of the year of publication."""

ABROAD = 2
"""Days by which a tally may be ahead of publication, which is dated elsewhere."""

LONG_AGO = 270
"""Days after which a day without a year is one to come rather than one gone by."""

LONGEST_LINE = 12
"""Words of a line that holds a day and perhaps an hour."""

CLOCK = 3
"""Numbers of an hour, and letters of what stands beside it ("GMT", "h")."""

YEAR = re.compile(r"(?:19|20)\d\d")


def dates(sentence: Sentence, published: date | None) -> list[When]:
    """Return the dates of a sentence, in order; relative ones only where ``published`` is known."""
    found: list[When] = []
    for word in sentence.dates_at:
        if found and word < found[-1].last:
            continue
        when = date_at(sentence, word, published)
        if when:
            when.role = role(sentence, when, found)
            if published and when.role in {"on", "until"} and ahead(when, published):
                when.role = "later"
            found.append(when)
    return ranges(sentence, found) if found else found


def day_alone(sentence: Sentence) -> date | None:
    """Return the day of a line that holds nothing else ("2 March 2026, 18:00"), as a post's does.

    It must be told in full; what follows is told as of that day.
    """
    if sentence.size > LONGEST_LINE or not sentence.dates_at:
        return None
    if sentence.words[-1] in {".", "?", "!"} or not sentence.alone:
        return None
    found = [one for word in sentence.dates_at if (one := date_at(sentence, word, None))]
    told = [one for one in found if one.start == one.end and len(one.end) == len("2026-03-02")]
    if not told:
        return None
    rest = [*range(told[0].first), *range(told[0].last, sentence.size)]
    clock = all(
        not sentence.words[word][0].isalpha() or sentence.at(word, "unit")
        or sentence.at(word, "weekday") or len(sentence.words[word]) <= CLOCK
        for word in rest
    )  # fmt: skip
    numbers = sum(sentence.words[word][0].isdecimal() for word in rest)
    return date.fromisoformat(told[0].end) if clock and numbers <= CLOCK else None


def ahead(when: When, published: date) -> bool:
    """Whether a date lies after publication, or would if the text gave its year.

    "Until 30 July", printed on 24 July, is no day of the year before.
    """
    soon = (shifted(published, ABROAD) or published).isoformat()
    if when.end > soon[: len(when.end)]:
        return True
    if len(when.end) < len(soon) or not when.rule.startswith(BACK):
        return False
    gone = (published - date.fromisoformat(when.end)).days
    return gone > (LONG_AGO if when.role == "on" else LONG_AGO // 2)


def date_at(sentence: Sentence, word: int, published: date | None) -> When | None:
    """Return the date that starts at a word: the longest reading first."""
    tags = sentence.tags[word] or {}
    if "over_past" in tags or "ago" in tags:
        span = over_past(sentence, word, published) or long_ago(sentence, word, published)
        if span:
            return span
    if "weekday" in tags or "month" in tags:
        named = weekday if "weekday" in tags else month_first
        return named(sentence, word, published)
    if "holiday" in tags and tags["holiday"].first == word:
        mark = tags["holiday"]
        month, day = map(int, mark.value.split("-"))
        return resolved(word, mark.last, None, month, day, published, mark.value)
    if "relative" in tags and tags["relative"].first == word:
        return relative(sentence, word, published)
    if sentence.words[word][0].isdecimal():
        return numeric_day(sentence, word) or figures_first(sentence, word, published)
    return None


def small_word(sentence: Sentence, word: int) -> int:
    """Return the next word that is no article or joining word ("8 de enero de 2026")."""
    steps = 0
    while (
        word < sentence.size
        and steps < 2
        and (sentence.at(word, "date_joiner") or sentence.words[word] in {",", "."})
    ):
        word, steps = word + 1, steps + 1
    return word


def year_at(sentence: Sentence, word: int) -> tuple[int | None, int]:
    """Return the year that stands at or shortly after a word, and the word after it."""
    here = small_word(sentence, word)
    if here < sentence.size and YEAR.fullmatch(sentence.words[here]):
        follows = sentence.at(here + 1, "people") or sentence.at(here + 1, "event")
        if not follows:
            return int(sentence.words[here]), here + 1
    return None, word


def year_told(sentence: Sentence, word: int, published: date) -> tuple[int | None, int]:
    """Return the year of "September last year", and the word after it; None where none is told."""
    here = small_word(sentence, word)
    here += sentence.at(here, "of") is not None
    mark = sentence.at(here, "relative")
    if mark is None or mark.first > here or mark.value not in {"last_year", "this_year"}:
        return None, word
    return published.year - (mark.value == "last_year"), mark.last


def figures_first(sentence: Sentence, word: int, published: date | None) -> When | None:
    """Read "8 de enero de 2026", "28 July", "2014"."""
    text = sentence.words[word]
    day = ORDINAL.fullmatch(text)
    if day and 1 <= int(day[1]) <= 31:
        here = small_word(sentence, word + 1)
        mark = sentence.at(here, "month")
        if mark and sentence.words[word + 1] not in {",", "."}:
            year, last = year_at(sentence, mark.last)
            return resolved(word, last, year, int(mark.value), int(day[1]), published, text)
        return None
    if YEAR.fullmatch(text):
        before = sentence.tags[word - 1] or {} if word else {}
        people = sentence.at(word + 1, "people") or sentence.at(word + 1, "event")
        if before.keys() & {"since", "link", "until", "between", "locative"}:
            return None if people else When(word, word + 1, text, text, "on", "year")
    return None


def month_first(sentence: Sentence, word: int, published: date | None) -> When | None:
    """Read "July 28, 2024", "December", "diciembre de 2025"."""
    mark = sentence.at(word, "month")
    if (
        mark is None
        or called_so(sentence, word)
        or (
            sentence.words[word] in sentence.language.capital_months
            and not sentence.raw[word][0].isupper()
        )
    ):
        return None
    here = (
        mark.last + 1
        if sentence.at(mark.last, "month") is None
        and mark.last < sentence.size
        and sentence.words[mark.last] == "."
        else mark.last
    )
    day = ORDINAL.fullmatch(sentence.words[here]) if here < sentence.size else None
    counts_people = any(sentence.at(here + 1, kind) for kind in ("people", "event", "aux"))
    if day and 1 <= int(day[1]) <= 31 and not counts_people:
        year, last = year_at(sentence, here + 1)
        return resolved(
            word, last, year, int(mark.value), int(day[1]), published, sentence.words[word]
        )
    year, last = year_at(sentence, mark.last)
    if year is None and published:
        year, last = year_told(sentence, mark.last, published)
    return resolved(word, last, year, int(mark.value), None, published, sentence.words[word])


def resolved(
    first: int,
    last: int,
    year: int | None,
    month: int,
    day: int | None,
    published: date | None,
    rule: str,
) -> When | None:
    """Build a date; without a year it is the latest such day not after publication."""
    why = "date: "
    if year is None:
        if published is None:
            return None
        year = published.year
        if (month, day or 1) > (published.month, published.day):
            year, why = year - 1, BACK
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    text = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
    return When(first, last, text, text, "on", why + rule)


def weekday(sentence: Sentence, word: int, published: date | None) -> When | None:
    """Read "Thursday", "lunes 3", "martes 4 de febrero", "Friday the 15th"."""
    mark = sentence.at(word, "weekday")
    if mark is None or published is None:
        return None
    here = small_word(sentence, mark.last)
    if here < sentence.size:
        exact = (
            date_at(sentence, here, published)
            if sentence.tags[here] is None or "weekday" not in (sentence.tags[here] or {})
            else None
        )
        if (
            exact
            and exact.first == here
            and len(exact.start) == 10
            and (sentence.words[here][0].isdecimal() or "month" in (sentence.tags[here] or {}))
        ):
            return When(word, exact.last, exact.start, exact.end, "on", exact.rule)
        day = ORDINAL.fullmatch(sentence.words[here])
        unit = here + 1 < sentence.size and (
            sentence.at(here + 1, "people") or sentence.at(here + 1, "event")
        )
        if day and not unit and 1 <= int(day[1]) <= 31:
            near = latest_with_day(published, int(day[1]))
            if near and near.weekday() == int(mark.value):
                return When(
                    word, here + 1, near.isoformat(), near.isoformat(), "on", "weekday and day"
                )
    back = (published.weekday() - int(mark.value)) % 7
    if back == 0 and (sentence.at(word - 1, "gone") or sentence.at(mark.last, "gone")):
        back = 7
    day_then = shifted(published, -back)
    return (
        None
        if day_then is None
        else When(word, mark.last, day_then.isoformat(), day_then.isoformat(), "on", "weekday")
    )


def latest_with_day(published: date, day: int) -> date | None:
    """Return the latest date not after publication whose day of the month is ``day``."""
    for back in range(62):
        near = shifted(published, -back)
        if near and near.day == day:
            return near
    return None


def shifted(day: date, by: int) -> date | None:
    """Return a date some days away, None where the calendar ends."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def relative(sentence: Sentence, word: int, published: date | None) -> When | None:
    """Read "today", "yesterday", "last week", "this month"."""
    mark = sentence.at(word, "relative")
    if mark is None or published is None:
        return None
    spans = {
        "today": (0, 0), "yesterday": (-1, -1), "now": (0, 0),
        "this_week": (-published.weekday(), 0),
        "last_week": (-published.weekday() - 7, -published.weekday() - 1),
    }  # fmt: skip
    if mark.value in spans:
        start, end = (shifted(published, by) for by in spans[mark.value])
        if start is None or end is None:
            return None
        return When(
            word,
            mark.last,
            start.isoformat(),
            end.isoformat(),
            "now" if mark.value == "now" else "on",
            mark.value,
        )
    if mark.value in RECALLED:
        return When(word, mark.last, "", "", "on", mark.value)
    running = {"this_month": published.isoformat()[:7], "this_year": published.isoformat()[:4]}
    if mark.value in running:
        return When(word, mark.last, running[mark.value], published.isoformat(), "on", mark.value)
    months = published.year * 12 + published.month - 2
    values = {
        "last_month": f"{months // 12:04d}-{months % 12 + 1:02d}",
        "last_year": f"{published.year - 1:04d}",
    }
    text = values.get(mark.value)
    return (
        When(word, mark.last, text, text, "on", mark.value) if text and text[:4] > "0000" else None
    )
