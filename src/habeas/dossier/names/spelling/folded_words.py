"""The words of a text as eyes read them, whatever signs they are written with.

Invisible signs, accents, strokes, letters that only look Latin, digits of other scripts and words
cut at a line's end make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii

PARTICLES = frozenset(
    ("de", "del", "la", "las", "los", "y", "e", "da", "das", "do", "dos", "di", "van", "von",
     "der", "den", "el", "al")
)  # fmt: skip

Word = tuple[int, int, str]
"""Where a word begins and ends in its text, and its key: what is compared."""

LOOK_ALIKES = str.maketrans(
    "авекмнорстухіјѕһԁԛԝӏαβεζηικμνορτυχىیکةھہ",
    "abekmhopctyxijshdqwlabezhikmnoptyxييكههه",
)
"""Cyrillic and Greek letters to the Latin ones they look like; spellings of one Arabic letter."""

UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u2065\u3164\uffa0\u0640"
"""Signs without ink, or that only lengthen a word, which no category tells."""

CAMEL = re.compile(r"(?<=[^\W\d_])(?=[A-ZÀ-ÖØ-Þ][a-zß-ÿ])|(?<=[a-zß-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
"""Where words that are written as one begin: LikeThis."""

HAS_CAMEL = re.compile(r"[A-ZÀ-ÖØ-Þ](?:(?<=[a-zß-ÿ][A-ZÀ-ÖØ-Þ])|(?<=[^\W\d_][A-ZÀ-ÖØ-Þ])[a-zß-ÿ])")
"""Whether there is such a place, looked for by capitals: most texts have none."""

SPREAD = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,6}[^\W_](?![^\W_])){2}")
"""Letters set apart, l i k e  t h i s, with room for marks between them."""

HYPHENATED = r"[-\u2010\u2011\u00ad\u00ac][ \t\r]*\n\s*"
"""A word cut at a line's end."""

HYPHEN_END = re.compile(rf"{HYPHENATED}|[\x00-\x08\x0e-\x1b\x7f]")
PLAIN = re.compile(r"[^\W_]+")
"""What cuts words of a text of ASCII; words of a text in which nothing unseen stands."""

MAY_BE_MARK = re.compile(
    r"[^\x00-\x7f\xa0-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20cf]"
)
"""Signs that may be marks: all but those of plain Latin, Greek, Cyrillic and Armenian texts."""

PLANES = (*range(0x20000), *range(0xE0000, 0xE1000))
"""Code points among which invisible signs are."""

OF_WORDS, TAGS = ("Mn", "Me", "Mc"), "\U000e0000"
"""Categories of marks that belong to letters; where the plane of invisible tags begins."""


def is_unseen(sign: str) -> bool:
    """Whether a sign may stand within a word and change nothing of how it is read."""
    if sign.isspace():
        return False
    return sign in UNSEEN or unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return how words are found: joined over all that is unseen in them, joined over marks only.

    The third tells that the two differ.
    """
    kinds = {chr(code): unicodedata.category(chr(code)) for code in PLANES}
    # Vowel signs that take room (Mc) are of the word, though no pattern's word holds them.
    unseen = [sign for sign, kind in kinds.items()
              if kind in OF_WORDS or sign in UNSEEN or sign >= TAGS
              or (kind in ("Cf", "Cc") and not sign.isspace())]  # fmt: skip
    marks = [sign for sign in unseen if kinds[sign] in OF_WORDS]
    inside, mark = (f"[{_ranges(signs)}]" for signs in (unseen, marks))
    apart = _ranges([sign for sign in unseen if kinds[sign] not in OF_WORDS])
    return (
        re.compile(rf"[^\W_]+(?:(?:{HYPHENATED}|{inside})+[^\W_]+)*(?:{inside}*{mark})?"),
        re.compile(rf"[^\W_]+(?:{mark}+[^\W_]+)*{mark}*"),
        re.compile(rf"{HYPHENATED}|[{apart}]"),
    )


def _ranges(signs: list[str]) -> str:
    """Write signs in code order as the inside of a regular expression's class."""
    runs: list[list[int]] = []
    for code in map(ord, signs):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in runs)


def readings(text: str) -> Iterator[list[Word]]:
    """Go through the ways in which a text may fall into words; nearly always there is one.

    Words cut by invisible signs or at a line's end are read whole and in their parts, and
    WordsLikeThese too; letters set apart l i k e  t h i s are read as a word. The first reading is
    of the whole text, the others of what stands around words that are not in it.
    """
    joined, parted, doubt = _patterns()
    cut = HYPHEN_END.search(text) if text.isascii() else doubt.search(text)
    plain = not cut and not MAY_BE_MARK.search(text)
    words = _found(PLAIN if plain else joined, text)
    yield words
    if cut:
        yield _around_others(_found(parted, text), words)
    if HAS_CAMEL.search(text):
        yield _around_others(list(_humps(words, text)), words)
    if SPREAD.search(text):
        yield _around_others(list(_spread(words)), words)


def _around_others(words: list[Word], known: list[Word]) -> list[Word]:
    """Return the words that are not known, with those that may be of one name with them."""
    held = set(known)
    kept: set[int] = set()
    for at, word in enumerate(words):
        if word not in held:
            kept.update(range(max(0, at - AROUND), min(len(words), at + AROUND + 1)))
    return [words[at] for at in sorted(kept)]


def _found(pattern: re.Pattern[str], text: str) -> list[Word]:
    return [(*word.span(), key) for word in pattern.finditer(text) if (key := key_of(word.group()))]


def _humps(words: list[Word], text: str) -> Iterator[Word]:
    for start, end, key in words:
        written = text[start:end]
        cuts = [cut.start() for cut in CAMEL.finditer(written)]
        if not cuts:
            yield start, end, key
            continue
        for first, last in zip([0, *cuts], [*cuts, len(written)], strict=True):
            if part := key_of(written[first:last]):
                yield start + first, start + last, part


def _spread(words: list[Word]) -> Iterator[Word]:
    run: list[Word] = []
    for word in [*words, (0, 0, "")]:
        near = not run or word[0] - run[-1][1] <= MOST_SPREAD
        if len(word[2]) == 1 and near:
            run.append(word)
            continue
        if len(run) >= LEAST_SPREAD:
            yield run[0][0], run[-1][1], "".join(each[2] for each in run)
        else:
            yield from run
        run = [word] if len(word[2]) == 1 else []
        if len(word[2]) > 1:
            yield word


AROUND = 12
"""Words on either side of one that is read otherwise; no name is longer."""

LEAST_SPREAD, MOST_SPREAD = 3, 3
"""Letters set apart that make a word; signs between two of them."""


def words_in(name: str) -> list[str]:
    """Return all folded words of a text, in order."""
    joined, _, _ = _patterns()
    return [word[2] for word in _found(joined, name)]


def surfaces_in(text: str) -> list[str]:
    """Return the words of a text as written, in order, without signs that nobody sees."""
    joined, _, _ = _patterns()
    return [
        without_unseen(found.group()) for found in joined.finditer(text) if key_of(found.group())
    ]


def without_unseen(word: str) -> str:
    """Return a word without signs that nobody sees, marks that belong to its letters kept."""
    if word.isascii():
        return word
    composed = unicodedata.normalize("NFKC", word)
    return "".join(
        sign for sign in composed
        if not is_unseen(sign) or (unicodedata.category(sign) == "Mn" and sign not in UNSEEN)
    )  # fmt: skip


def words_of(name: str) -> list[str]:
    """Return the words of a name, without the small ones where two others remain."""
    joined, _, _ = _patterns()
    keys = [word[2] for word in _found(joined, name)]
    telling = [key for key in keys if key not in PARTICLES]
    return telling if len(telling) > 1 else keys


@lru_cache(maxsize=200_000)
def key_of(word: str) -> str:
    """Return a word as it is compared: its letters and digits without accents or size."""
    if word.isascii():
        return "".join(sign for sign in word.lower() if sign.isalnum())
    # Marks go first: without capitals the iota below a letter would become a letter of its own.
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not is_unseen(sign))
    signs = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(map(_folded, unicodedata.normalize("NFKD", signs.casefold())))


@lru_cache(maxsize=10_000)
def _folded(sign: str) -> str:
    if is_unseen(sign):
        return ""
    if sign.isdigit():
        return str(unicodedata.digit(sign))
    if not sign.isalnum():
        return sign if unicodedata.category(sign) == "Mc" else ""
    if not sign.isascii() and unicodedata.name(sign, "").startswith("LATIN"):
        return "".join(letter for letter in anyascii(sign).lower() if letter.isalnum())
    return sign.translate(LOOK_ALIKES)
