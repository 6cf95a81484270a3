"""What a message quotes of older ones: their days are not its own."""

from __future__ import annotations

import re

QUOTED = re.compile(r"\s*(?:[>|]|&gt;)")
INTRODUCED = re.compile(
    r"\s*(?:on|el|em|le|am|в)\b.{5,200}\b(?:wrote|escribió|escreveu|a écrit|schrieb|написал\w*)"
    r"\s*:\s*",
    re.I,
)
"""The line that opens a quoted message: "On …, Ana wrote:"."""

SEPARATOR = re.compile(
    r"\s*[-_*=]{2,}\s*(?:original message|mensaje original|mensagem original|message d'origine"
    r"|исходное сообщение)\s*[-_*=]{2,}\s*|\s*_{20,}\s*",
    re.I,
)
"""The line behind which a program puts the whole older message."""

HEADER = re.compile(r"\s*\*?(?:from|de|von|от)\*?\s*:\s*\S", re.I)
DATED = re.compile(r"\s*\*?(?:sent|date|enviado(?: el| em)?|fecha|data|envoyé|дата)\*?\s*:", re.I)
FORWARDED = re.compile(
    r"\s*[-_*=]{2,}\s*(?:forwarded message|mensaje reenviado|mensagem encaminhada)", re.I
)
"""What is forwarded is the message; it stays."""


def without_quoted(body: str) -> tuple[str, int]:
    """Return a message's own words, and how many lines of older messages were left out."""
    lines = body.splitlines()
    end = next((at for at, _ in enumerate(lines) if _older_begins(lines, at)), len(lines))
    own: list[str] = []
    left = sum(bool(line.strip()) for line in lines[end:])
    for line in lines[:end]:
        if QUOTED.match(line):
            left += 1
        else:
            own.append(line)
    words = [line for line in own if not INTRODUCED.fullmatch(line)] if left else own
    return "\n".join(words).strip(), left


def _older_begins(lines: list[str], at: int) -> bool:
    """Whether a whole older message stands behind a line."""
    if FORWARDED.match(lines[at]):
        return False
    if SEPARATOR.fullmatch(lines[at]) and at:
        return not any(FORWARDED.match(line) for line in lines[max(0, at - 1) : at + 2])
    head = at > 0 and HEADER.match(lines[at]) is not None
    forwarded = any(FORWARDED.match(line) for line in lines[max(0, at - 2) : at])
    return head and not forwarded and any(DATED.match(line) for line in lines[at + 1 : at + 3])
