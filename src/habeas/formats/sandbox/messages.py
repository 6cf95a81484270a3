"""Messages between a child and its parent: bounded, length-prefixed, plain values.

A message is a header (JSON of a table) and bytes; a job's input follows its message in pieces, the
last of which is empty. Nothing that a child says is ever evaluated.
"""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Callable, Iterable
from typing import Any

LENGTHS = struct.Struct(">IQ")
PIECE = struct.Struct(">I")
LARGEST_HEADER = 64_000_000
LARGEST_PIECE = 1 << 20

Receive = Callable[[int], bytes]
"""Returns exactly so many bytes, or raises EOFError."""

Send = Callable[[bytes], None]


class BadMessage(Exception):
    """What came is no message, or a larger one than was allowed."""


def send_message(send: Send, header: dict[str, Any], body: bytes = b"") -> None:
    """Send one message."""
    head = json.dumps(header).encode()
    send(LENGTHS.pack(len(head), len(body)) + head)
    if body:
        send(body)


def receive_message(receive: Receive, most: int) -> tuple[dict[str, Any], bytes]:
    """Receive a message of at most ``most`` bytes. Raises BadMessage, and EOFError at the end."""
    head, body = LENGTHS.unpack(receive(LENGTHS.size))
    if head + body > most or head > LARGEST_HEADER:
        raise BadMessage("too large")
    try:
        header = json.loads(receive(head))
    except (ValueError, RecursionError):
        raise BadMessage("not JSON") from None
    if not isinstance(header, dict):
        raise BadMessage("not a table")
    return header, receive(body) if body else b""


def send_pieces(send: Send, pieces: Iterable[bytes]) -> None:
    """Send a job's input."""
    for piece in pieces:
        for start in range(0, len(piece), LARGEST_PIECE):
            part = piece[start : start + LARGEST_PIECE]
            send(PIECE.pack(len(part)) + part)
    send(PIECE.pack(0))


class Pieces(io.RawIOBase):
    """A job's input as a stream, for the child that reads it."""

    def __init__(self, receive: Receive) -> None:
        super().__init__()
        self.receive = receive
        self.held = memoryview(b"")
        self.ended = False

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower
        """Fill a part of the buffer; 0 at the end."""
        if not self.held and not self.ended:
            (length,) = PIECE.unpack(self.receive(PIECE.size))
            self.held = memoryview(self.receive(length)) if length else self.held
            self.ended = not length
        count = min(len(buffer), len(self.held))
        buffer[:count] = self.held[:count]
        self.held = self.held[count:]
        return count

    def drain(self) -> None:
        """Read on to the end, so that the next job begins where this one ends."""
        while not self.ended:
            (length,) = PIECE.unpack(self.receive(PIECE.size))
            self.ended = not length
            if length:
                self.receive(length)
