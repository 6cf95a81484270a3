"""Claims as JSON: an object a line, or one list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, TextIO

from habeas.formats.text_lines import text_lines
from habeas.vocabulary import CLAIM_COLUMNS, Claim, InputError, claim_from_row, claim_to_row

LARGEST_LIST = 500_000_000
"""Bytes of a JSON list, which must be read at once; JSON lines have no such limit."""


def read_claim_lines(stream: BinaryIO, file: str) -> Iterator[tuple[int, Claim]]:
    """Go through (line, claim) of JSON lines, passing over lines of another ``kind``.

    Raises InputError with line, column and value.
    """
    for line, row in json_lines(stream, file):
        if row.get("kind", "claim") == "claim":
            yield line, _claim(row, file, line)


def read_claim_list(stream: BinaryIO, file: str) -> Iterator[tuple[int, Claim]]:
    """Go through (place in the list, claim) of one JSON list. Raises InputError."""
    raw = stream.read(LARGEST_LIST + 1)
    if len(raw) > LARGEST_LIST:
        raise InputError("is too large for one JSON list", "Write JSON lines.", file=file)
    try:
        rows = parsed(raw.decode("utf-8-sig"), file)
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", "Save it with the encoding UTF-8.", file=file) from None
    if not isinstance(rows, list):
        raise InputError("is not a list of claims", "Put the claims between [ and ].", file=file)
    for place, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise InputError(
                f"item {place} of the list is not a claim",
                'Write an object such as {"id": "a1", …}.',
                file=file,
            )
        yield place, _claim(row, f"{file}, item {place} of the list", None)


def write_claim_lines(claims: Iterable[Claim], stream: TextIO) -> None:
    """Write a claim a line."""
    for claim in claims:
        stream.write(json.dumps(claim_to_row(claim), ensure_ascii=False) + "\n")


def write_claim_list(claims: Iterable[Claim], stream: TextIO) -> None:
    """Write one JSON list with a claim a line."""
    rows = (json.dumps(claim_to_row(claim), ensure_ascii=False) for claim in claims)
    stream.write("[\n" + ",\n".join(rows) + "\n]\n")


def json_lines(
    stream: BinaryIO, file: str, longest: int | None = None
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Go through (line, object) of JSON lines; blank lines are passed over. Raises InputError."""
    lines = text_lines(stream, file, longest) if longest else text_lines(stream, file)
    for number, text in lines:
        if not text.strip():
            continue
        row = parsed(text, file, number)
        if not isinstance(row, dict):
            raise InputError(
                "is not a JSON object",
                'Each line must be an object such as {"id": "a1", …}.',
                file=file,
                line=number,
                value=text,
            )
        yield number, row


def parsed(text: str, file: str, line: int | None = None) -> object:
    """Read one JSON value. Raises InputError on what is not JSON, or not writable as UTF-8."""
    try:
        value: object = json.loads(text, parse_constant=_refuse_constant)
        json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        problem = f"is not JSON ({error.msg} at character {error.colno})"
        line = line if line is not None else error.lineno
    except UnicodeEncodeError:
        problem = "holds half of a character (a lone surrogate)"
    except (ValueError, RecursionError):
        problem = "is not JSON that can be read (absurd numbers or nesting)"
    else:
        return value
    raise InputError(
        problem, "Check the line, or the program that wrote it.", file=file, line=line
    ) from None


def _claim(row: dict[str, Any], file: str, line: int | None) -> Claim:
    fields = {
        name: value if name in CLAIM_COLUMNS or isinstance(value, str) or value is None
        else json.dumps(value, ensure_ascii=False)
        for name, value in row.items()
        if name != "kind"
    }  # fmt: skip
    try:
        return claim_from_row(fields)
    except InputError as error:
        raise error.at(file=file, line=line) from None


def _refuse_constant(name: str) -> None:
    raise ValueError(name)
