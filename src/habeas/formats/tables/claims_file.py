"""Claims in and out of files, by suffix."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, TextIO, TypeVar, cast

from habeas.formats.atomic_write import atomic_write
from habeas.formats.tables.claims_csv import read_claims_csv, write_claims_csv
from habeas.formats.tables.claims_json import (
    read_claim_lines,
    read_claim_list,
    write_claim_lines,
    write_claim_list,
)
from habeas.formats.text_lines import opened, shown_name
from habeas.vocabulary import Claim, InputError, refuse_broken_references

Choice = TypeVar("Choice")
Reader = Callable[[BinaryIO, str], Iterator[tuple[int, Claim]]]
Writer = Callable[[Iterable[Claim], TextIO], None]

READERS: dict[str, Reader] = {
    ".csv": read_claims_csv,
    ".jsonl": read_claim_lines,
    ".ndjson": read_claim_lines,
    ".json": read_claim_list,
}
WRITERS: dict[str, Writer] = {
    ".csv": write_claims_csv,
    ".jsonl": write_claim_lines,
    ".ndjson": write_claim_lines,
    ".json": write_claim_list,
}
REMEDY = "Name it .csv, .jsonl (an object a line) or .json (one list)."


def read_claims_file(path: str | Path) -> list[Claim]:
    """Read the claims of a .csv, .jsonl or .json file, or of standard input ("-").

    Raises InputError with file, line, column and value, and the remedy: on a row that is no
    claim, on an id used twice, on a part of a claim that is not there.
    """
    file = shown_name(path)
    reader = None if str(path) == "-" else _by_suffix(READERS, path)
    with opened(path) as stream:
        claims = _refuse_ids_used_twice((reader or _read_sniffed)(stream, file), file)
    return _whole(claims, file)


def _whole(claims: list[Claim], file: str) -> list[Claim]:
    """Return claims, none of them a part of one that is not there. Raises InputError."""
    try:
        refuse_broken_references(claims)
    except InputError as error:
        raise error.at(file=file) from None
    return claims


def claims_in_csv(text: str, file: str) -> list[Claim]:
    """Read claims from a table's text; ``file`` names it in messages. Raises InputError."""
    claims = _refuse_ids_used_twice(read_claims_csv(io.BytesIO(text.encode()), file), file)
    return _whole(claims, file)


def write_claims(claims: Iterable[Claim], path: str | Path | None) -> None:
    """Write claims to a .csv, .jsonl or .json file, whole or not at all.

    None or "-": JSON lines to standard output. Raises InputError.
    """
    if path is None or str(path) == "-":
        write_claim_lines(claims, sys.stdout)
        return
    writer = _by_suffix(WRITERS, path)
    with atomic_write(path) as stream:
        writer(claims, stream)


def _by_suffix(choices: Mapping[str, Choice], path: str | Path) -> Choice:
    try:
        return choices[Path(path).suffix.lower()]
    except KeyError:
        raise InputError("is not a table of claims by its name", REMEDY, file=str(path)) from None


def _read_sniffed(stream: BinaryIO, file: str) -> Iterator[tuple[int, Claim]]:
    """Read what has no name by its first sign: { JSON lines, [ a JSON list, else CSV."""
    buffered = io.BufferedReader(cast("io.RawIOBase", stream))
    first = buffered.peek(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    suffix = {b"{": ".jsonl", b"[": ".json"}.get(first, ".csv")
    try:
        yield from READERS[suffix](buffered, file)
    finally:
        buffered.detach()


def _refuse_ids_used_twice(numbered: Iterator[tuple[int, Claim]], file: str) -> list[Claim]:
    first_use: dict[str, int] = {}
    claims = []
    for line, claim in numbered:
        if claim.id in first_use:
            raise InputError(
                f"is the id of two claims (the other stands in line {first_use[claim.id]})",
                "Give each claim an id of its own.",
                file=file,
                line=line,
                column="id",
                value=claim.id,
            )
        first_use[claim.id] = line
        claims.append(claim)
    return claims
