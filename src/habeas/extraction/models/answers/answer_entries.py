"""The entries of a model's answer: JSON, mended where a model spoils it in ways that are known."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from habeas.vocabulary import InputError

FENCE = re.compile(r"```[a-zA-Z]*\s*(.*?)(?:```|\Z)", re.DOTALL)
THOUGHT_OUT = "</think>"
"""Behind its last one stands what a model answers after thinking aloud."""

SPARE_COMMA = re.compile(r",(?=\s*[\]}])")
LONGEST_ANSWER = 2_000_000
DECODER = json.JSONDecoder()


@dataclass(frozen=True)
class Entries:
    """What an answer lists. cut: whether it broke off, so that what stood behind is lost."""

    items: list[Any]
    cut: bool = False


def entries(answer: str) -> Entries:
    """Return the entries of an answer: a list, or an object with the list ``claims``.

    It may stand in a fence or among words, have spare commas, or break off. Raises InputError where
    there is no list.
    """
    told = answer[:LONGEST_ANSWER].rpartition(THOUGHT_OUT)[2]
    for text in (told, *FENCE.findall(told)[:3]):
        whole = _whole(text.strip())
        if whole is not None:
            return Entries(whole)
    partial = _entry_by_entry(told)
    if partial is not None:
        return partial
    raise InputError(
        "is no list of claims in JSON", "Ask again, or use another model.",
        column="answer", value=answer[:200],
    )  # fmt: skip


def _whole(text: str) -> list[Any] | None:
    for attempt in (text, SPARE_COMMA.sub("", text)):
        try:
            found = json.loads(attempt)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            found = found.get("claims")
        return found if isinstance(found, list) else None
    return None


def _entry_by_entry(text: str) -> Entries | None:
    """Read the objects of the first list of objects, as far as they are whole."""
    opening = re.search(r"\[\s*(?=\{|\])", text)
    if not opening:
        return None
    place = opening.end()
    found: list[Any] = []
    while True:
        place = _skip(text, place)
        if place >= len(text):
            return Entries(found, cut=True) if found else None
        if text[place] == "]":
            return Entries(found)
        try:
            item, place = DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            return Entries(found, cut=True) if found else None
        found.append(item)


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\r\n,":
        place += 1
    return place
