"""Announcements and contradictions in sentences that can be printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.custody.announcements.counting import Range
from habeas.custody.announcements.verification import Back, Finding, Verification
from habeas.custody.event import Event
from habeas.custody.timeline import Contradiction
from habeas.wording import words_of


def words(language: str) -> Mapping[str, Any]:
    """Return the words of a language. Raises InputError where there are none."""
    return words_of("habeas.custody.announcements", language)


def told(found: Verification, language: str = "en") -> str:
    """Tell what became of one announcement, in a few sentences."""
    say = words(language)
    claim = found.claim
    sentences = [
        say[f"announced_{'one' if found.announced_high == 1 else 'many'}"].format(
            claimant=claim.claimant or say["anonymous"],
            announced=announced_told(found, language),
            when=when(found, language),
            id=claim.id,
        )
    ]
    if found.finding is not Finding.NOT_COMPARED:
        sentences += named_told(found, language)
    expected = number(found.expected.low, language) if found.expected else ""
    sentences.append(say["findings"][found.finding.value].format(expected=expected))
    return " ".join(sentences)


def named_told(found: Verification, language: str) -> list[str]:
    """Tell how many are documented by name, together and by list."""
    say = words(language)
    kind = "confirmed_by_name" if found.share else "counted_by_name"
    told_names = say[kind].format(documented=people(found.documented, language), share=share(found))
    if not found.by_list:
        return [told_names]
    each = [f"{name} {people(count, language)}" for name, count in found.by_list.items()]
    return [told_names, say["lists"].format(lists="; ".join(each))]


def announced_told(found: Verification, language: str) -> str:
    """Write how many were announced, with the ends that there are."""
    low, high = found.announced_low, found.announced_high
    if high is None or not low < high:
        kind = "at_least" if high is None else "exactly"
        text: str = words(language)[kind].format(low=number(low, language))
        return text
    if low:
        return people(Range(low, high), language)
    most: str = words(language)["at_most"].format(high=number(high, language))
    return most


def announced_shown(found: Verification, language: str) -> str:
    """Write how many were announced, as short as a table or a chart needs it."""
    if found.announced_high is None:
        return f"{number(found.announced_low, language)}+"
    return span(Range(found.announced_low, found.announced_high), language)


def when(found: Verification, language: str) -> str:
    """Tell the days an announcement is about."""
    first, last = found.first, found.last
    kind = "ever" if last is None else "until"
    if first is not None:
        kind = "since" if last is None else "on" if first == last else "between"
    text: str = words(language)[kind].format(first=first, last=last)
    return text


def number(count: int, language: str) -> str:
    """Write a number of people."""
    return f"{count:,}".replace(",", words(language)["thousands"])


def people(count: Range, language: str) -> str:
    """Write a number, or a range of them."""
    kind = "exactly" if count.low >= count.high else "range"
    text: str = words(language)[kind].format(
        low=number(count.low, language), high=number(count.high, language)
    )
    return text


def span(count: Range, language: str = "en") -> str:
    """Write a number, or a range of them, as short as a table or a chart needs it."""
    low, high = number(count.low, language), number(count.high, language)
    return low if low == high else f"{low}–{high}"


def share(found: Verification) -> str:
    """Write the share confirmed, or its range, in whole per cent rounded down."""
    if found.share is None:
        return "–"
    low, high = (int(100 * end + 1e-9) for end in found.share)
    return f"{low} %" if low == high else f"{low}–{high} %"


def back_told(back: Back, language: str = "en") -> str:
    """Tell who is inside again."""
    text: str = words(language)["back"].format(
        person=back.person, release=back.release.day, again=back.again.day,
        list=back.again.record.list_name,
    )  # fmt: skip
    return text


def event_told(event: Event, language: str = "en") -> str:
    """Show one event with its evidence."""
    say = words(language)
    where = f"{event.record.list_name}, {say['row']} {event.record.row}"
    return f"{say['events'][event.kind.value]} {event.said} [{where}]"


def contradiction_told(found: Contradiction, language: str = "en") -> str:
    """Tell what the records of a person contradict each other on."""
    shown = [event_told(event, language) for event in found.events]
    text: str = words(language)["clashes"][found.clash.value].format(
        first=shown[0], second=shown[-1]
    )
    return text
