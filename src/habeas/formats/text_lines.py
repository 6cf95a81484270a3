"""Lines of a UTF-8 text, numbered and bounded, so that no input can fill the memory."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from habeas.vocabulary import InputError

LONGEST_LINE = 8_000_000
"""Bytes in one line; a claim takes a few hundred, a long article fifty thousand."""

STANDARD_INPUT = "standard input"
"""How errors name what came through a pipe."""


@contextlib.contextmanager
def opened(path: str | Path) -> Iterator[BinaryIO]:
    """Open a file for reading, "-" being standard input. Raises InputError where it cannot."""
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    refuse_unreadable_file(Path(path))
    with Path(path).open("rb") as stream:
        yield stream


def refuse_unreadable_file(path: Path) -> None:
    """Raise InputError unless ``path`` is a file that can be opened."""
    if path.is_dir():
        raise InputError("is a folder", "Give the name of a file.", file=str(path))
    try:
        with path.open("rb"):
            pass
    except FileNotFoundError:
        raise InputError("there is no such file", "Check the name.", file=str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"cannot be read ({reason.lower()})", "Check its permissions.", file=str(path)
        ) from None


def shown_name(path: str | Path) -> str:
    """Return how errors name the file."""
    return STANDARD_INPUT if str(path) == "-" else str(path)


def text_lines(
    stream: BinaryIO, file: str, longest: int = LONGEST_LINE
) -> Iterator[tuple[int, str]]:
    r"""Go through (number, line) of a UTF-8 text; lines end at "\n", which they keep.

    A byte order mark is taken off. Raises InputError, with the line, on a line of more than
    ``longest`` bytes and on bytes that are not UTF-8.
    """
    number = 0
    while raw := stream.readline(longest + 1):
        number += 1
        if len(raw) > longest:
            raise InputError(
                f"is longer than {longest:,} bytes",
                "No record is that long; check that this is the right file.",
                file=file,
                line=number,
            )
        yield number, _decoded(raw, file, number)


def _decoded(raw: bytes, file: str, number: int) -> str:
    if number == 1:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise InputError(
                "is UTF-16", "Save it again with the encoding UTF-8.", file=file, line=1
            )
        raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        around = raw[max(0, error.start - 20) : error.start + 20].decode("cp1252", "replace")
        raise InputError(
            f"is not UTF-8 (byte {error.start + 1} of the line is 0x{raw[error.start]:02X})",
            "Save the file again with the encoding UTF-8 (in a spreadsheet: “CSV UTF-8”).",
            file=file,
            line=number,
            value=around,
        ) from None
