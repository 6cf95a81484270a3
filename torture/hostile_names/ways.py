"""Every way to write a withheld name, made of the people, the rules and the places."""

from __future__ import annotations

import random
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Any

from torture.hostile_names.people import HERE, Invented, in_a_sentence, invented_people
from torture.hostile_names.places import MARKUP_PLACES, PLACES, TEXT_PLACES
from torture.hostile_names.rules.list_columns import ALIASES, HEADINGS
from torture.hostile_names.rules.markup import CODES, FIELDS
from torture.hostile_names.rules.numbers_written import EVERY
from torture.hostile_names.rules.spelling import JOINED, ORDERS, SIGNS, each


class Expected(StrEnum):
    """What must become of a way."""

    FOUND = "found"  # covered, asked about, or the publication refused
    OPEN = "open"  # names nobody for sure (Wojciech Z.); counted apart
    CLEAR = "clear"  # a near miss: published as it is, nothing asked


@dataclass(frozen=True)
class Way:
    """One way to write a withheld name, in one place of a case of its own.

    text: the whole of what stands in the place; written: the part of it that is the name.
    row: the person's cells in the list.
    """

    key: str
    tradition: str
    kind: str
    text: str
    written: str
    row: dict[str, str] = field(hash=False)
    place: str
    expected: Expected = Expected.FOUND


NOT_SURELY = frozenset(
    {"initials_alone", "initial_surname", "surname_masked", "patronymic_only", "telex"}
)
"""Kinds that a reader too can only guess from; the press masks names so."""

PEOPLE_A_RULE, DISGUISES_A_PERSON, PEOPLE_A_PLACE = 2, 2, 2
"""How many people each rule is tried on, how many disguises of a name in its own script, how many
people in each place; all of them where every way is asked for."""
MANY = 5


@cache
def romaniser() -> Callable[[str], str]:
    """Return uroman's reading of a text in Latin letters; five seconds to load."""
    import uroman  # noqa: PLC0415  (slow, and for developers only)

    read: Callable[[str], str] = uroman.Uroman().romanize_string
    return read


def by_hand(person: Invented, number: int, in_full: bool) -> Iterator[tuple[str, str, str, bool]]:
    """Go through kind, language, text and whether the list is in Latin letters."""
    yield from ((kind, language, text, False) for kind, language, text in person.by_hand)
    if person.has_own_script:
        latin = " ".join(person.latin).strip()
        yield "list_latin_text_own", person.language, person.native, True
        yield "list_own_text_latin", "en", latin, False
        yield "list_own_text_latin", "en", f"{person.latin[1]} {person.latin[0]}".strip(), False
        yield "machine_transliteration", "en", romaniser()(person.native).title(), False
        disguises = list(own_script(person))
        turned = disguises[number % len(disguises) :] + disguises[: number % len(disguises)]
        yield from turned if in_full else turned[:DISGUISES_A_PERSON]


def own_script(person: Invented) -> Iterator[tuple[str, str, str, bool]]:
    """Go through disguises of a name in its own script."""
    name, language = person.native, person.language
    yield "own_whole", language, name, False
    yield "own_decomposed", language, unicodedata.normalize("NFD", name), False
    yield "own_zero_width", language, each("\u200b")(name, ""), False
    yield "own_percent", language, "https://example.org/" + percent(name), False
    yield "own_entities", language, "".join(f"&#{ord(sign)};" for sign in name), False
    yield "own_run_together", language, f"#{name.replace(' ', '')}", False


def percent(name: str) -> str:
    """Return a name as an address holds it."""
    return "".join(f"%{byte:02X}" for byte in name.encode())


def hand_ways(in_full: bool) -> Iterator[Way]:
    """Go through the ways of each tradition; the places take turns."""
    for turn, person in enumerate(invented_people()):
        made = by_hand(person, turn, in_full)
        for number, (kind, language, text, in_latin) in enumerate(made):
            whole, written = in_a_sentence(language, text)
            place = TEXT_PLACES[number % len(TEXT_PLACES)]
            expected = Expected.OPEN if kind in NOT_SURELY else Expected.FOUND
            yield Way(f"{person.key}-{number:02}-{kind}", person.tradition, kind, whole, written,
                      person.row(in_latin), place, expected)  # fmt: skip


def rule_ways(in_full: bool) -> Iterator[Way]:
    """Go through the ways that rules make of names in Latin letters; the people take turns."""
    people = invented_people()
    turn = 0
    rules = chain(ORDERS.items(), JOINED.items(), SIGNS.items(), CODES.items(), FIELDS.items())
    for kind, rule in rules:
        done = 0
        for _ in range(len(people)):
            person = people[turn % len(people)]
            turn += 1
            given, surnames = person.latin
            if person.language == "vi":  # the word that stands last is the given name
                given = given.split()[-1]
            plain = f"{given} {surnames}".strip()
            written = rule(given, surnames).strip()
            if not given or (written == plain and kind != "whole"):
                continue
            language = "en" if person.has_own_script else person.language
            whole, written = in_a_sentence(language, written)
            places = MARKUP_PLACES if kind in CODES or kind in FIELDS else TEXT_PLACES
            yield Way(f"{kind}-{person.key}", person.tradition, kind, whole, written,
                      person.row(in_latin=True), places[done % len(places)])  # fmt: skip
            done += 1
            if done == (MANY if in_full else PEOPLE_A_RULE):
                break


def place_ways(in_full: bool) -> Iterator[Way]:
    """Go through every place that becomes public, with names of a few people in each."""
    dice = random.Random(11)  # noqa: S311  (made up, not secret)
    several = [person for person in invented_people() if not person.full]
    for place in PLACES:
        for person in dice.sample(several, MANY if in_full else PEOPLE_A_PLACE):
            name = person.native
            yield Way(f"place-{place}-{person.key}", person.tradition, f"place_{place}", name, name,
                      person.row(), place)  # fmt: skip


def plain_person() -> Invented:
    """Return the person whose other cells the ways of columns and numbers are about."""
    return next(person for person in invented_people() if person.key == "es1")


def column_ways() -> Iterator[Way]:
    """Go through the columns of a list that name others, and the headings lists have."""
    person = plain_person()
    for heading, cell, written in ALIASES:
        whole, name = in_a_sentence("es", written)
        row = person.row() | {heading: cell}
        yield Way(f"column-{heading}-{name}", "columns", f"column_{heading}", whole, name, row,
                  "quote")  # fmt: skip
    for number, (language, row, written) in enumerate(HEADINGS):
        whole, name = in_a_sentence(language, written)
        kind = f"headings_{language}"
        yield Way(f"{kind}-{number}", "headings", kind, whole, name, dict(row), "quote")


def number_ways() -> Iterator[Way]:
    """Go through the ways to write a person's numbers."""
    for heading, listed, ways in EVERY:
        for number, (kind, written) in enumerate(ways.items()):
            whole, name = in_a_sentence("en", written)
            row = plain_person().row() | {heading: listed}
            place = TEXT_PLACES[number % len(TEXT_PLACES)]
            yield Way(f"{heading}-{kind}", "numbers", f"{heading}_{kind}", whole, name, row, place)


def near_misses() -> Iterator[Way]:
    """Go through texts that name nobody of the list."""
    read: dict[str, Any] = tomllib.loads((HERE / "near_misses.toml").read_text(encoding="utf-8"))
    people = {person.key: person for person in invented_people()}
    listed = {heading: number for heading, number, _ in EVERY}
    for number, (key, language, text) in enumerate(read["words"]):
        whole, words = in_a_sentence(language, text)
        person = people[key]
        place = TEXT_PLACES[number % len(TEXT_PLACES)]
        yield Way(f"near-{number:02}-{key}", person.tradition, "near_miss", whole, words,
                  person.row(), place, Expected.CLEAR)  # fmt: skip
    for number, (heading, text) in enumerate(read["numbers"]):
        whole, words = in_a_sentence("en", text)
        row = people["es1"].row() | {heading: listed[heading]}
        yield Way(f"near-number-{number}", "numbers", "near_miss", whole, words, row, "quote",
                  Expected.CLEAR)  # fmt: skip


def every_way(in_full: bool = False) -> list[Way]:
    """Return all ways, none twice; in full: each rule and each place with more people."""
    made = chain(
        hand_ways(in_full), rule_ways(in_full), place_ways(in_full), column_ways(), number_ways()
    )
    found: dict[str, Way] = {}
    for way in made:
        found.setdefault(way.key, way)
    return list(found.values())
