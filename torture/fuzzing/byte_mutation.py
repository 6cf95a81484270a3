"""Files changed at random: bytes turned, cut, doubled and put in, also within what is packed."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

TOKENS = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        "2024-07-28¹", "12345678901234567890", "0000-00-00", "0001-01-01", "9999-12-31", "-1", "²",
        "1000000000", "1e400", "NaN", "inf", "\0", "\ud800", "\u202e", "\ufeff", "٣٤", "①②", "Ⅻ",
        "一千", "'", '"', '""', ",,,,", "\r", "\r\n", "\n\n", "<", "<![CDATA[", "]]>", "&#0;",
        "&x;",
        "{", "}" * 40, "[" * 60, "true", "null", "{}", "[]", "=1+1", "1/2/3", "31/02/2026", "29 de",
        "February 30, 2026", "99 99 9999", "12:61", "Z", "+99:00", "1.306", "1,306", "1 306", "½",
        "dozens", "about", "held", "released", "%PDF", "PK\x03\x04", "PAR1", "WARC/1.1",
        "Content-Length: -1", "Content-Length: 99999999999", "charset=x-unknown", 'encoding="x"',
    )
)  # fmt: skip
"""Things that have been trouble somewhere, or mean something to a reader."""

LARGEST = 200_000


def mutated(raw: bytes, others: tuple[bytes, ...], dice: random.Random) -> bytes:
    """Return a file changed in one to six places."""
    if raw.startswith(b"PK") and dice.random() < 0.7:
        return _within_a_zip(raw, dice)
    for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
        raw = _changed(raw, others, dice)
    return raw[:LARGEST]


def _changed(  # noqa: PLR0911  (one return a way)
    raw: bytes, others: tuple[bytes, ...], dice: random.Random
) -> bytes:
    at = dice.randrange(len(raw) + 1)
    to = min(len(raw), at + dice.choice((1, 2, 4, 8, 40, 400)))
    way = dice.randrange(8)
    if way == 0 and at < len(raw):
        return raw[:at] + bytes([raw[at] ^ 1 << dice.randrange(8)]) + raw[at + 1 :]
    if way == 1:
        return raw[:at] + raw[to:]
    if way == 2:
        return raw[:to] + raw[at:to] * dice.choice((1, 2, 50)) + raw[to:]
    if way == 3:
        return raw[:at]
    if way == 4 and others:
        other = dice.choice(others)
        return raw[:at] + other[dice.randrange(len(other) + 1) :]
    if way == 5:
        return raw[:at] + bytes(dice.randrange(256) for _ in range(to - at)) + raw[to:]
    token = dice.choice(TOKENS)
    return raw[:at] + token + raw[at if way == 6 else to :]


def _within_a_zip(raw: bytes, dice: random.Random) -> bytes:
    """Change one part of an archive, so that what lies below the packing is reached."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as source:
            parts = {name: source.read(name) for name in source.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, zlib.error, EOFError, NotImplementedError):
        return _changed(raw, (), dice)
    chosen = dice.choice(sorted(parts))
    for _ in range(dice.choice((1, 2, 5))):
        parts[chosen] = _changed(parts[chosen], (), dice)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return stream.getvalue()
