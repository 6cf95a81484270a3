"""Withheld numbers: ids, telephone numbers and e-mail addresses, however they are set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from habeas.dossier.names.spelling import Word, key_of, words_in

SHORTEST_NUMBER = 5
"""Letters and digits; a shorter one is no number that tells who somebody is."""

SHORTEST_DIGITS = 6
"""Digits that are looked for whatever letters stand around them and signs between them."""

GAP = re.compile(r"[\W_]{1,4}")
"""What may stand between two parts of a number, a line's end among it."""

DIGIT, NO_DIGIT = re.compile(r"[0-9]"), re.compile(r"[^0-9]+")

MOST_PARTS = 12
"""Parts into which a number is cut: 12-34-56-78."""

MOST_LETTERS = 3
"""Letters that may stand before or after the digits of a number."""

TELEPHONE = re.compile(r"\s*(?:\+|00)[\d\s().-]{8,}")
"""A telephone number with the code of its country, which is left out at home."""

HOME_DIGITS = 8
"""Last digits of a telephone number that are looked for without what stands before them."""


@dataclass(frozen=True)
class Numbers:
    """What is looked for: squeezed numbers, and addresses as their words."""

    squeezed: frozenset[str] = frozenset()
    addresses: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.squeezed or self.addresses)

    @classmethod
    def of(cls, owned: Iterable[tuple[str, str]]) -> Numbers:
        """Gather numbers, each with the key of the name that it belongs to."""
        addresses: dict[str, list[tuple[str, ...]]] = {}
        names: dict[str, str] = {}
        for number, name in owned:
            if "@" in number:
                parts = tuple(words_in(number))
                if len(parts) > 1:
                    addresses.setdefault(parts[0], []).append(parts)
                    names.setdefault(" ".join(parts), name)
            for way in _ways(number):
                names.setdefault(way, name)
        squeezed = frozenset(way for way in names if " " not in way)
        return cls(squeezed, addresses, names)

    def met(self, words: list[Word], text: str) -> Iterator[tuple[int, int, str, str]]:
        """Go through the numbers in a text: where, as what, and whose."""
        if self.addresses:
            yield from self._addresses(words)
        for place in _with_digits(words) if self.squeezed else ():
            yield from self._number(words, place, text)
            if place and _before_number(words, place - 1, text):
                yield from self._number(words, place - 1, text)

    def _addresses(self, words: list[Word]) -> Iterator[tuple[int, int, str, str]]:
        for place, (start, _, key) in enumerate(words):
            for parts in self.addresses.get(key, ()):
                if tuple(word[2] for word in words[place : place + len(parts)]) == parts:
                    met = " ".join(parts)
                    yield start, words[place + len(parts) - 1][1], met, self.names[met]

    def _number(
        self, words: list[Word], place: int, text: str
    ) -> Iterator[tuple[int, int, str, str]]:
        start, end, key = words[place]
        for way in (key, _digits(key), *_misread(key)):
            if way in self.squeezed:
                yield start, end, key, self.names[way]
                break
        whole, until, plain = key, end, bool(_digits_of(key))
        for begin, stop, part in words[place + 1 : place + MOST_PARTS]:
            if not GAP.fullmatch(text, until, begin) or not _part_of_number(part):
                break
            # Letters stand before a number or behind it, not between its parts.
            plain = plain and whole[-1:].isdigit() and part[:1].isdigit()
            whole, until = whole + part, stop
            ways = (whole, _digits(whole) if plain else "", *_misread(whole))
            met = next((way for way in ways if way in self.squeezed), "")
            if met and len(whole) >= SHORTEST_DIGITS:
                yield start, until, whole, self.names[met]


def _ways(number: str) -> Iterator[str]:
    """Go through how an id is looked for: squeezed, and its digits alone."""
    squeezed = key_of(number)
    if len(squeezed) >= SHORTEST_NUMBER and any(sign.isdigit() for sign in squeezed):
        yield squeezed
    digits = _digits_of(squeezed)
    if len(digits) >= SHORTEST_DIGITS:
        yield digits
        if TELEPHONE.fullmatch(number) and len(digits) > HOME_DIGITS:
            yield from (digits[-size:] for size in range(HOME_DIGITS, len(digits)))
            yield from (f"0{digits[-size:]}" for size in range(HOME_DIGITS, len(digits)))


def _misread(whole: str) -> Iterator[str]:
    """Go through a number with O read as 0 and l as 1, and without zeros in front."""
    read = AMONG_DIGITS.sub(lambda found: found.group().translate(AS_DIGITS), whole)
    if read != whole:
        yield read
        yield _digits(read)
    for letters, digits in ZEROS.findall(read):
        if len(digits) >= SHORTEST_DIGITS:
            yield letters + digits
            yield digits


AMONG_DIGITS = re.compile(r"(?<=[0-9])[oil]+(?=[0-9])|(?<=[0-9]{3})[oil]$")
AS_DIGITS = str.maketrans("oil", "011")
ZEROS = re.compile(r"^([a-z]?)0+([1-9][0-9]*)$")


def _digits(word: str) -> str:
    """Return the digits of a number with a few letters around them, "" of any other word."""
    digits = _digits_of(word)
    few = len(word) - len(digits) <= MOST_LETTERS
    return digits if few and len(digits) >= SHORTEST_DIGITS else ""


def _digits_of(word: str) -> str:
    return NO_DIGIT.sub("", word)


def _part_of_number(word: str) -> bool:
    return len(word) <= MOST_LETTERS or word[-1:].isdigit() or word[:1].isdigit()


def _with_digits(words: list[Word]) -> list[int]:
    """Return the places of words that hold digits."""
    return [at for at, word in enumerate(words) if not word[2].isalpha() and DIGIT.search(word[2])]


def _before_number(words: list[Word], place: int, text: str) -> bool:
    """Whether a word is the letters in front of the digits that the next word begins with."""
    (_, end, key), (begin, _, following) = words[place : place + 2]
    if len(key) > MOST_LETTERS or DIGIT.search(key) or not DIGIT.match(following):
        return False
    return GAP.fullmatch(text, end, begin) is not None
