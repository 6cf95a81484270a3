"""The characters of a list in CSV or JSON, whatever encoding it is in, and what was put right."""

from __future__ import annotations

import html
import re
import unicodedata

import charset_normalizer

from habeas.formats.documents import decoded

EIGHT_BIT = ("cp1251", "koi8_r", "cp866", "iso8859_5", "cp1256", "cp1250", "cp1254", "cp1253")
"""Encodings tried beside Windows-1252, for words made of letters that it has as signs."""

NAMES = {
    "cp1251": "Windows-1251 (Cyrillic)", "koi8_r": "KOI8-R (Cyrillic)", "cp866": "CP866 (Cyrillic)",
    "iso8859_5": "ISO 8859-5 (Cyrillic)", "cp1256": "Windows-1256 (Arabic)",
    "cp1250": "Windows-1250",
    "cp1254": "Windows-1254", "cp1253": "Windows-1253 (Greek)",
    "utf_16_le": "UTF-16 without its mark", "utf_16_be": "UTF-16 without its mark",
}  # fmt: skip
FOREIGN_WORD = re.compile(rb"[\x80-\xff]{3,}")
HIGH = re.compile(rb"[\x80-\xff]+")
ENTITY = re.compile(r"&(?:[a-zA-Z]{3,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
"""A letter or sign as pages of the web write it."""
TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]"
    "|[\u0402-\u045f\u0410-\u044f]"
    "[\u0402-\u040f\u0452-\u045f\u2013-\u2122\u00a0-\u00bf\u0404]"
)
"""What two bytes of UTF-8 look like where each was read as a letter of Windows-1252 or 1251."""


def list_text(raw: bytes) -> tuple[str, list[str]]:
    """Return the characters of a file, and sentences on what was found out or put right.

    A byte order mark decides, then UTF-8, then the nought bytes of UTF-16, then the words that are
    there. Raises InputError on binary data.
    """
    if encoding := _wide(raw):
        return raw.decode(encoding, "replace"), [f"its encoding was taken for {NAMES[encoding]}"]
    encoding = _foreign(raw)
    if encoding:
        text = raw.decode(encoding, "replace")
        return text, [
            f"is not UTF-8; its encoding was taken for {NAMES[encoding]}; check the names"
        ]
    text, warning = decoded(raw)
    if not warning and (encoding := _misread(text)):
        return text.encode("cp1252").decode(encoding, "replace"), [
            f"had been read as Latin letters and written anew; its encoding was taken for "
            f"{NAMES[encoding]}; check the names"
        ]
    return text, [warning] if warning else []


def mended(text: str) -> str:
    """Return a text that was encoded twice as it was before, any other as it is.

    "PeÃ±a" is "Peña": its bytes of UTF-8 were read as Windows-1252 and written again. "Pe&ntilde;a"
    is "Peña" too.
    """
    if "&" in text and ENTITY.search(text):
        text = html.unescape(text)
    if text.isascii() or not TWICE.search(text):
        return text
    for encoding in ("cp1252", "cp1251"):
        try:
            once = b"".join(_byte(sign, encoding) for sign in text).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        return mended(once) if TWICE.search(once) else once
    return text


def _byte(sign: str, encoding: str) -> bytes:
    """Return the byte that an encoding has for a sign; its five gaps stand for themselves."""
    return bytes([ord(sign)]) if 0x80 <= ord(sign) < 0xA0 else sign.encode(encoding)


def _wide(raw: bytes) -> str:
    """Return the sort of UTF-16 that bytes without a mark are, "" where they are not."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in raw[:4000] or len(raw) % 2:
        return ""
    best = max(("utf_16_le", "utf_16_be"), key=lambda name: _usual(raw, name))
    return best if _usual(raw, best) > USUAL else ""


USUAL = 0.9
"""Share of the signs of a text that are of Latin, Cyrillic, Arabic and other near alphabets."""


def _usual(raw: bytes, encoding: str) -> float:
    """Return the share of usual signs that bytes have in an encoding, 0 where it cannot be."""
    try:
        text = raw.decode(encoding)[:4000]
    except UnicodeDecodeError:
        return 0.0
    if not text or "\0" in text:
        return 0.0
    usual = sum(sign < "\u0700" and (sign.isprintable() or sign.isspace()) for sign in text)
    return usual / len(text)


def _foreign(raw: bytes) -> str:
    """Return the encoding of bytes whose words no Windows-1252 makes, "" where it does."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return ""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw:
        return ""
    high = sum(len(run) for run in HIGH.findall(raw))
    if sum(len(run) for run in FOREIGN_WORD.findall(raw)) < high / 2:
        return ""
    sample = b"\n".join(HIGH.findall(raw)[:4000])
    best = max(EIGHT_BIT, key=lambda name: _likelihood(sample, name))
    guess = charset_normalizer.from_bytes(raw[:200_000], cp_isolation=list(EIGHT_BIT)).best()
    if _likelihood(sample, best) <= 0:
        return str(guess.encoding) if guess and guess.encoding in NAMES else ""
    return best


FEWEST = 10
"""Letters with accents in a text that may be of another alphabet."""


def _misread(text: str) -> str:
    """Return the encoding of a text whose letters somebody took for Latin ones, "" where none is.

    "Èâàíöîâ" is "Иванцов" of Windows-1251, read as Windows-1252.
    """
    if text.isascii():
        return ""
    strange = sum(sign.isalpha() and not sign.isascii() for sign in text)
    plain = sum(sign.isalpha() and sign.isascii() for sign in text)
    # In Latin languages accents are few among letters, and what is short tells nothing.
    if strange < FEWEST or strange * 4 < plain:
        return ""
    try:
        raw = text.encode("cp1252")
    except UnicodeEncodeError:
        return ""
    found = _foreign(raw)
    return found if found in NAMES else ""


FREQUENT = frozenset("оеаинтсрвлкмдпуОЕАИНТСРВЛКМДПУاليمنرتبةدعسحأαιοετσηνρ")


def _likelihood(sample: bytes, encoding: str) -> float:
    """Return how much bytes look like words in an encoding: frequent letters, capitals in front."""
    try:
        words = sample.decode(encoding).split()
    except UnicodeDecodeError:
        return -1.0
    worth = 0.0
    for word in words:
        kinds = {unicodedata.name(sign, "?").split()[0] for sign in word}
        if len(kinds) > 1 or kinds <= {"LATIN", "BOX", "NO-BREAK", "?"}:
            worth -= len(word)
            continue
        cased = word.islower() or word.isupper() or word.istitle() or kinds == {"ARABIC"}
        worth += sum(sign in FREQUENT for sign in word) + (1 if cased else -2 * len(word))
        # Written by a typist, "иВАНОВ" is no word, and few are all in capitals where some are not.
        worth += 0.5 * len(word) if word.istitle() else 0
    return worth / max(1, len(words))
