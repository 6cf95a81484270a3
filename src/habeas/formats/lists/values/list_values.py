"""Cells of lists, understood: ages, sexes, names, numbers, dates; or told apart as not."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping

from habeas.formats.lists.list_words import by_phrase, folded, phrases, western_digits
from habeas.formats.lists.values.day_order import DateStyle
from habeas.formats.lists.values.list_dates import DAY, read_date
from habeas.vocabulary import Field

DATES = frozenset(
    {
        Field.BIRTH_DATE, Field.DETAINED_ON, Field.RELEASED_ON, Field.DIED_ON, Field.STATUS_ON,
        Field.LAST_SEEN_ON, Field.SEEN_HELD_ON, Field.TRANSFERRED_ON, Field.CHARGED_ON,
        Field.SENTENCED_ON, Field.REARRESTED_ON,
    }
)  # fmt: skip
ENDS = frozenset({Field.RELEASED_ON, Field.DIED_ON})
"""Where "no" says that it did not happen."""
OLDEST = 120
ERRORS = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|ERROR!?|SPILL!|CALC!)|Err:\d+")
MARKS = frozenset(
    {"-", "--", "---", "—", "–", "?", "??", "???", ".", "...", "…", "*", "/", "//", "_"}
)


def is_nothing(text: str) -> bool:
    """Say whether a cell says that nothing is known."""
    short = text.strip()
    if short in MARKS or not short:
        return True
    return len(short) < 40 and (bare := folded(short)) in _nothing() and bool(bare)


def is_ditto(text: str) -> bool:
    """Say whether a cell says that it means what stands above it: '"', "idem", "ditto"."""
    short = text.strip()
    return short in DITTO_SIGNS or (len(short) < 20 and folded(short) in _dittos() - {""})


def is_denial(text: str) -> bool:
    """Say whether a cell of releases or deaths says that there was none."""
    return folded(text) in _denials()


DITTO_SIGNS = frozenset({'"', '""', "''", "〃", "”", "“", "«", "»", "'' ''", '" "', "″"})
"""How a cell is written that means the one above it."""
LETTERS_OF_SEXES = frozenset({"m", "h", "v", "f"})


def sex_letters(heading: str, texts: Iterable[str]) -> Mapping[str, str]:
    """Return what the letters of a column of sexes mean, beyond what they mean elsewhere.

    Beside H (hombre, homem) M is mujer or mulher, beside F it is masculino; the heading tells too:
    "Sexo (H/M)". Where both are there nothing is known of M.
    """
    inside = re.search(r"[(\[]\s*([^\W\d_])\s*[/,|-]\s*([^\W\d_])\s*[)\]]", heading)
    letters = {folded(text) for text in texts} | set(map(folded, inside.groups() if inside else ()))
    if not {"m"} < letters & {"m", "h", "v", "f"}:
        return {}
    if letters & (set(_sexes()) - LETTERS_OF_SEXES):
        # Words beside letters: M may be either of them.
        return {"m": ""} if letters & {"h", "v"} else {}
    if "f" in letters:
        return {} if not {"h", "v"} & letters else {"m": ""}
    return {"m": "f"}


def read_value(field: Field, text: str, style: DateStyle = DAY) -> tuple[str, str]:
    """Return what a cell says, in one spelling, and why it is not understood, "" where it is.

    A cell that is not understood is returned as it stands, or "" where it would mislead; one that
    says nothing as "".
    """
    if is_nothing(text):
        return "", ""
    if is_ditto(text):
        return "", "means the cell above it, and is not filled in"
    if ERRORS.fullmatch(text.strip()):
        return "", "is an error of the spreadsheet and no value"
    if field in DATES:
        if field in ENDS and is_denial(text):
            return "", ""
        return read_date(text, style, is_birth=field is Field.BIRTH_DATE)
    reader = _readers().get(field)
    return reader(text) if reader else (text.strip(), "")


def _age(text: str) -> tuple[str, str]:
    words = folded(re.sub(r"(\d)([^\W\d]+)", r"\1 \2", western_digits(text))).split()
    numbers = [word for word in words if word.isdigit()]
    others = [word for word in words if not word.isdigit()]
    if (
        len(numbers) != 1
        or not set(others) <= _age_words()
        or re.search(r"[<>+≥≤]|\d\s*[.,]\s*\d", text)
    ):
        return "", "is not an age in years" if not numbers else "is no one age in years"
    if int(numbers[0][:9]) > OLDEST:
        return "", "is not an age"
    return str(int(numbers[0])), ""


def _sex(text: str) -> tuple[str, str]:
    known = _sexes().get(folded(text), "")
    return (known, "") if known else (text.strip(), "is not a sex that is known")


def _year(text: str) -> tuple[str, str]:
    shown, wrong = read_date(text, is_birth=True)
    if not wrong:
        return shown[:4], ""
    found = re.search(r"\b(1[89]|20)\d\d\b", western_digits(text))
    return (found[0], "") if found else (text.strip(), "is not a year")


def _number(text: str) -> tuple[str, str]:
    short = sum(sign.isalnum() for sign in text) < 3
    return text.strip(), "is too short for an identity number" if short else ""


def _name(text: str) -> tuple[str, str]:
    if not any(sign.isalpha() for sign in text):
        return text.strip(), "is not a name: it has no letter"
    return text.strip(), ""


@functools.cache
def _readers() -> Mapping[Field, Callable[[str], tuple[str, str]]]:
    return {
        Field.AGE: _age,
        Field.SEX: _sex,
        Field.BIRTH_YEAR: _year,
        Field.NATIONAL_ID: _number,
        Field.FULL_NAME: _name,
        Field.GIVEN_NAMES: _name,
        Field.SURNAMES: _name,
    }


@functools.cache
def _sexes() -> Mapping[str, str]:
    return by_phrase("sexes")


@functools.cache
def _nothing() -> frozenset[str]:
    return phrases("nothing", "words")


@functools.cache
def _dittos() -> frozenset[str]:
    return phrases("ditto", "words")


@functools.cache
def _denials() -> frozenset[str]:
    return phrases("denials", "words")


@functools.cache
def _age_words() -> frozenset[str]:
    return phrases("ages", "years")
