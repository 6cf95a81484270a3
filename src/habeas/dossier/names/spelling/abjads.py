"""Whether a word in Arabic or Hebrew letters may be a word in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from habeas.dossier.names.spelling.knowledge import table
from habeas.dossier.names.spelling.sounds import expanded

SHORT_VOWELS = "[aeiou]{0,2}"
"""What may stand between two letters and is not written."""


SERVANT, SERVANT_OF, ANY_ARTICLE = "عبد", "عبدال", "*"
"""Abd, Abd al-, and a sign for the article whose l turns into the letter behind it."""


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    held: dict[str, str] = table("scripts")["abjad"]
    return held


@lru_cache(maxsize=50_000)
def latin_spellings(word: str) -> re.Pattern[str] | None:
    """Return the pattern of a word's spellings in Latin letters, None for other scripts."""
    known = _letters()
    plain = unicodedata.normalize("NFC", word).replace(SERVANT_OF, SERVANT + ANY_ARTICLE)
    letters = [sign for sign in plain if unicodedata.category(sign) == "Lo" or sign == ANY_ARTICLE]
    if not letters or any(sign not in known and sign != ANY_ARTICLE for sign in letters):
        return None
    signs = (
        "[lrszdtn]{0,2}" if sign == ANY_ARTICLE else f"(?:(?:{known[sign]}){{1,2}})"
        for sign in letters
    )
    return re.compile(SHORT_VOWELS + SHORT_VOWELS.join(signs) + SHORT_VOWELS)


@lru_cache(maxsize=50_000)
def consonants(word: str) -> frozenset[str]:
    """Return the consonant keys of a word in Arabic or Hebrew letters, as `sounds.bones` has them.

    Letters that may be vowels are left out: in Latin letters v and w are, too.
    """
    known = table("scripts")["abjad_consonants"]
    plain = unicodedata.normalize("NFC", word).replace(SERVANT_OF, SERVANT)
    return expanded(tuple(known.get(sign, "").split("|")) for sign in plain)


def may_be(word: str, letters: str) -> bool:
    """Whether a word of an abjad may be written in Latin letters like this."""
    pattern = latin_spellings(word)
    return pattern is not None and pattern.fullmatch(letters) is not None
