"""Passwords that are long and still guessed first: rows of keys, sequences, repetitions, own words.

A password is taken apart into pieces; a piece that follows a pattern counts as two characters
whatever its length, an everyday password inside it as four. What is left must be worth ten.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from habeas.desk.wording import words

ENOUGH = 10
"""What the pieces of a password must be worth together, in characters."""

FEWEST_SIGNS = 6
"""Fewer different signs make a pattern, whatever their order."""

PATTERN, EVERYDAY = 2, 4
SHORTEST_RUN, SHORTEST_WORD, LONGEST_WORD = 3, 4, 24
YEAR = re.compile(r"(?:19|20)\d\d")
ROWS = (
    ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"),  # English, Spanish, Portuguese
    ("1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm"),  # German
    ("1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"),  # French
)
"""Keyboards, row by row; each row lies half a key to the right of the one above."""

SPANISH = ("contrasena", "habeas", "secreto", "clave", "acceso", "libertad", "administrador")
"""Words that people make passwords of, and that Django's list does not have."""

LOOKALIKES = str.maketrans("@013457$!", "aoieastsi")


class GuessablePattern:
    """Django's password validator that refuses what follows a pattern."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raise ValidationError where a password would be among the first to be tried."""
        said = words()
        plain = folded(password)
        if re.sub(r"[\W_]", "", plain).isdigit():
            raise ValidationError(said("password.digits"), code="password_digits")
        if (
            any(word in plain for word in own_words(user))
            and worth(plain, own_words(user)) < ENOUGH
        ):
            raise ValidationError(said("password.own_words"), code="password_own_words")
        if len(set(plain)) < FEWEST_SIGNS or worth(plain, own_words(user)) < ENOUGH:
            raise ValidationError(said("password.pattern"), code="password_pattern")

    def get_help_text(self) -> str:
        """Say what is asked of a password."""
        return words()("password.pattern")


def folded(text: str) -> str:
    """Return a text in small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def own_words(user: AbstractBaseUser | None) -> frozenset[str]:
    """Return the words that an attacker knows: the account's, its cases', the desk's own."""
    from habeas.desk.models import Case  # noqa: PLC0415  (Django must be ready first)

    told: list[str] = [*settings.ALLOWED_HOSTS]
    if user is not None:
        told.append(user.get_username())
    for case in Case.objects.only("key", "titles"):
        told += [case.key, *map(str, case.titles.values())]
    found = {word for text in told for word in re.split(r"[\W_]+", folded(text))}
    return frozenset(word for word in found if len(word) >= SHORTEST_RUN)


def worth(plain: str, own: Iterable[str] = ()) -> int:
    """Return what a folded password is worth, in characters that follow no pattern."""
    once = _without_repetition(plain)
    names = frozenset(own)
    total, start = 0, 0
    while start < len(once):
        length, value = max(_pieces(once, start, names), key=lambda piece: piece[0] - piece[1])
        total, start = total + value, start + length
    return total


def _pieces(text: str, start: int, names: frozenset[str]) -> Iterable[tuple[int, int]]:
    """Go through the pieces that may begin at a place: their length and what they are worth."""
    yield 1, 1
    if YEAR.match(text, start):
        yield 4, PATTERN
    run = max(_run(text, start, step) for step in (_same, _up, _down, _beside))
    if run >= SHORTEST_RUN:
        yield run, PATTERN
    for end in range(start + SHORTEST_RUN, min(len(text), start + LONGEST_WORD) + 1):
        piece = text[start:end]
        if piece in names:
            yield len(piece), PATTERN
        elif len(piece) > SHORTEST_WORD and _everyday(piece):
            yield len(piece), EVERYDAY


def _run(text: str, start: int, step: object) -> int:
    """Return how many signs from a place on follow one another by a step."""
    assert callable(step)  # noqa: S101  (one of the four below)
    end = start + 1
    while end < len(text) and step(text[end - 1], text[end]):
        end += 1
    return end - start


def _same(before: str, after: str) -> bool:
    return before == after


def _up(before: str, after: str) -> bool:
    return ord(after) - ord(before) == 1 or before + after == "90"


def _down(before: str, after: str) -> bool:
    return _up(after, before)


def _beside(before: str, after: str) -> bool:
    return after in _neighbours().get(before, ())


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    """Return for each key those that touch it, on any of the keyboards."""
    found: dict[str, set[str]] = {}
    for keyboard in ROWS:
        places = {
            key: (2 * column + row, row)
            for row, keys in enumerate(keyboard)
            for column, key in enumerate(keys)
        }
        for key, (across, down) in places.items():
            near = {
                other
                for other, (far, low) in places.items()
                if other != key and abs(far - across) <= 2 and abs(low - down) <= 1
            }
            found.setdefault(key, set()).update(near)
    return {key: frozenset(near) for key, near in found.items()}


def _everyday(piece: str) -> bool:
    known = _everyday_passwords()
    return piece in known or piece.translate(LOOKALIKES) in known


@cache
def _everyday_passwords() -> frozenset[str]:
    """Return Django's twenty thousand most used passwords, and some Spanish words."""
    return frozenset(CommonPasswordValidator().passwords) | frozenset(SPANISH)


def _without_repetition(text: str) -> str:
    """Return a text once that is one piece over and over; else the text."""
    for length in range(1, len(text) // 2 + 1):
        piece = text[:length]
        times = -(-len(text) // length)
        if (piece * times).startswith(text):
            return piece
    return text
