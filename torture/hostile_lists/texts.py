"""Hostile tables in CSV and JSON, by name."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

from torture.hostile_lists.archives import MEGABYTE
from torture.hostile_lists.sheets import bomb, xlsx
from torture.hostile_lists.workbooks import ROOT

HEADING = "Nombre,Fecha de detención\n"
Build = Callable[[], bytes]


def csv(body: str, encoding: str = "utf-8") -> bytes:
    """Make a table of an ordinary heading and this."""
    return (HEADING + body).encode(encoding)


def wide() -> bytes:
    """Make a million headings over one row."""
    return (",".join(f"c{n}" for n in range(1_000_000)) + "\n1,2").encode()


TEXTS: dict[str, Build] = {
    "lone-quote.csv": lambda: csv(
        '"Ana Ficticia,2024-01-02\n' + "Luis Ficticio,2024-01-03\n" * 200_000
    ),
    "a-million-separators.csv": lambda: csv("," * 1_000_000 + "\n" + ";" * 1_000_000),
    "a-million-columns.csv": wide,
    "a-million-quotes.csv": lambda: csv('"' * 1_000_001 + "\n"),
    "one-line-of-50-mb.csv": lambda: csv("a" * 50 * MEGABYTE),
    "nuls.csv": lambda: csv("Ana\0Ficticia,2024\0-01-02\n" + "\0" * 1_000_000),
    "carriage-returns.csv": lambda: csv("\r" * 1_000_000 + "Ana,2024-01-02\r\r\n\n\r"),
    "broken-utf-8.csv": lambda: csv("Ana,") + b"\xc3\x28\xa0\xff\xfe\xf8\x88" * 1000,
    "utf-16-without-its-mark.csv": lambda: csv("Ana Ficticia,2024-01-02\n" * 50, "utf-16-le"),
    "utf-16-cut-in-a-letter.csv": lambda: csv("Ana Ficticia,2024-01-02\n", "utf-16")[:-1],
    "utf-32.csv": lambda: csv("Ana Ficticia,2024-01-02\n", "utf-32"),
    "encoded-twice.csv": lambda: csv("Íñigo Ficticio,2024-01-02\n" * 50).decode("latin-1").encode(),
    "two-encodings.csv": lambda: csv("Íñigo,2024-01-02\n") + csv("Ñusta,2024-01-03\n", "latin-1"),
    "ragged.csv": lambda: csv("".join("a," * (n % 997) + "\n" for n in range(20_000))),
    "year-99999.csv": lambda: csv(
        "Ana,99999-12-31\nLuis,31/12/99999\nEva,0000-00-00\nJob,-1-1-1\n"
    ),
    "number-of-a-million-digits.csv": lambda: csv("Ana," + "9" * 1_000_000 + "\n"),
    "a-million-marks-on-a-letter.csv": lambda: csv("A" + "\u0301" * 1_000_000 + ",2024-01-02\n"),
    "names-turned-round.csv": lambda: csv("\u202eanA\u202c,2024-01-02\n\u2066Luis,2024-01-03\n"),
    "words-that-are-not-parted.csv": lambda: csv(" ".join(["Ana"] * 300_000) + ",2024-01-02\n"),
    "formulas.csv": lambda: csv(
        "=HYPERLINK(\"http://127.0.0.1:9\"),@SUM(A1)\n+1+cmd|' /C x'!A0,-2\n"
    ),
    "compressed-by-that-name.csv": lambda: gzip.compress(b"a," * 50 * MEGABYTE, 9, mtime=0),
    "an-archive-by-that-name.csv": lambda: xlsx(bomb(ROOT, " ", 300)),
    "lists-a-million-deep.json": lambda: b"[" * 1_000_000 + b"]" * 1_000_000,
    "objects-a-million-deep.json": lambda: b'{"a":' * 1_000_000 + b"1" + b"}" * 1_000_000,
    "number-of-a-million-digits.json": lambda: (
        b'[{"nombre": "Ana", "edad": ' + b"9" * 1_000_000 + b"}]"
    ),
    "exponent.json": lambda: b'[{"nombre": "Ana", "edad": 1e999999999, "x": -1E-999999999}]',
    "not-numbers.json": lambda: b'[{"nombre": "Ana", "edad": NaN, "x": Infinity}]',
    "keys-twice.json": lambda: b'[{"nombre": "Ana", "nombre": "Luis", "nombre": null}]',
    "a-million-keys.json": lambda: json.dumps([{f"k{n}": 0 for n in range(1_000_000)}]).encode(),
    "a-column-a-row.json": lambda: json.dumps([{f"k{n}": n} for n in range(30_000)]).encode(),
    "half-a-letter.json": lambda: b'[{"nombre": "\\ud800 Ana \\udfff"}]',
    "cut-off.json": lambda: b'[{"nombre": "Ana"}, {"nombre": "Lu',
    "rows-of-other-kinds.json": lambda: b'[1, null, "Ana", [[]], {"nombre": {"a": [1, {}]}}, true]',
    "lines-of-halves.jsonl": lambda: b'{"nombre": "Ana"}\n{"nombre":\n"Luis"}\n\0\n[]\n',
}
