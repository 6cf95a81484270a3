"""What is printed for people, without signs that would steer their terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable


def harmless(text: str) -> str:
    """Return a text on one line and without signs that would steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def harmless_lines(text: str) -> str:
    """Return a text without signs that would steer a terminal, its lines kept."""
    return "\n".join(map(harmless, text.split("\n")))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines on standard output, whatever stood in the files that they tell of."""
    sys.stdout.write("".join(f"{harmless(line)}\n" for line in lines))


def tell_lines(lines: Iterable[str]) -> None:
    """Print lines on standard error, beside whatever goes into a pipe."""
    sys.stderr.write("".join(f"{harmless(line)}\n" for line in lines))
