"""Archives written by hand, so that they can say what is not so."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

MEGABYTE = 1 << 20


class Packed(NamedTuple):
    """A part of an archive that is compressed already: its bytes, checksum and true size."""

    data: bytes
    crc: int
    size: int


def packed(head: bytes, filling: bytes, megabytes: int, tail: bytes) -> Packed:
    """Make a part of so many megabytes of one filling, compressed piece by piece."""
    compress = zlib.compressobj(6, zlib.DEFLATED, -15)
    piece = filling * (MEGABYTE // len(filling))
    data, crc, size = [], 0, 0
    for chunk in (head, *[piece] * megabytes, tail):
        data.append(compress.compress(chunk))
        crc, size = zlib.crc32(chunk, crc), size + len(chunk)
    return Packed(b"".join([*data, compress.flush()]), crc, size)


def small(content: bytes) -> Packed:
    """Make a part as it stands, compressed."""
    return packed(content, b" ", 0, b"")


class Entry(NamedTuple):
    """One entry of an archive written by hand, so that it can say what is not so."""

    name: bytes
    part: Packed
    told: int | None = None  # the size that the headers tell
    method: int = 8
    flags: int = 0
    extra: bytes = b""


def local(entry: Entry) -> bytes:
    """Make the header and the bytes of an entry."""
    told = entry.part.size if entry.told is None else entry.told
    numbers = (20, entry.flags, entry.method, 0, 33, entry.part.crc, len(entry.part.data), told)
    names = (len(entry.name), len(entry.extra))
    head = b"PK\3\4" + struct.pack("<5H3I2H", *numbers, *names)
    return head + entry.name + entry.extra + entry.part.data


def central(entry: Entry, offset: int) -> bytes:
    """Make the line of an entry in the central directory."""
    told = entry.part.size if entry.told is None else entry.told
    numbers = (20, 20, entry.flags, entry.method, 0, 33, entry.part.crc, len(entry.part.data), told)
    names = (len(entry.name), len(entry.extra), 0, 0, 0, 0, offset)
    return b"PK\1\2" + struct.pack("<6H3I5H2I", *numbers, *names) + entry.name + entry.extra


def ended(body: bytes, directory: bytes, count: int, offset: int | None = None) -> bytes:
    """Make an archive of its entries, its directory and its end."""
    place = len(body) if offset is None else offset
    end = struct.pack("<4H2IH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), place, 0)
    return body + directory + b"PK\5\6" + end


def by_hand(entries: Iterable[Entry]) -> bytes:
    """Make an archive of entries, each as it says."""
    body, directory, count = io.BytesIO(), io.BytesIO(), 0
    for count, entry in enumerate(entries, 1):  # noqa: B007
        directory.write(central(entry, body.tell()))
        body.write(local(entry))
    return ended(body.getvalue(), directory.getvalue(), count)


def entries(parts: dict[str, bytes | Packed]) -> list[Entry]:
    """Make parts as entries of an archive."""
    return [
        Entry(name.encode(), part if isinstance(part, Packed) else small(part))
        for name, part in parts.items()
    ]
