"""Every reader of Habeas, as something to be given bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from habeas.extraction import read_claims
from habeas.formats.documents.document_reading import find_documents, read_document
from habeas.formats.lists.cells.list_bounds import OF_AN_UPLOAD
from habeas.formats.lists.list_columns import read_list_columns
from habeas.formats.lists.list_reading import read_list
from habeas.formats.scopes_toml import read_scopes
from habeas.formats.tables import read_claims_file, read_overlap_table, read_people
from habeas.formats.tables.decisions_csv import read_decisions
from habeas.reconciliation.proofs.check_proof import fault
from habeas.vocabulary import InputError
from torture.fuzzing import seeds


@dataclass(frozen=True)
class Reader:
    """A reader: the suffix of its files, what reads one, and files that it can read."""

    name: str
    suffix: str
    read: Callable[[Path], object]
    seeds: tuple[bytes, ...]


def documents(path: Path) -> None:
    """Read the documents of a file, and the claims in each."""
    for found in find_documents([path], note=lambda _said: None):
        try:
            read = read_document(found, published="2026-01-03")
        except InputError:
            continue
        read_claims(read.document)


def a_list(path: Path) -> None:
    """Read a list as the desk does."""
    read_list(path, bounds=OF_AN_UPLOAD)


def a_proof(path: Path) -> None:
    """Check a proof."""
    fault(path.read_bytes().decode("utf-8", "replace"))


def a_backup(path: Path) -> None:
    """Look at what a backup says of itself."""
    from habeas.desk.lifecycle.source import refuse_other_file  # noqa: PLC0415  (Django is slow to load)

    refuse_other_file(path)


TEXTS = (seeds.TEXT.encode(), seeds.SPANISH.encode())

READERS = (
    Reader("plain text", ".txt", documents, TEXTS),
    Reader("web page", ".html", documents, (seeds.html(),)),
    Reader("PDF", ".pdf", documents, (seeds.pdf(),)),
    Reader("e-mail", ".eml", documents, (seeds.mail(),)),
    Reader("feed", ".xml", documents, (seeds.feed(), seeds.atom())),
    Reader("JSON lines of documents", ".jsonl", documents, (seeds.lines(),)),
    Reader("web archive", ".warc", documents, (seeds.warc(),)),
    Reader("list, CSV", ".csv", a_list, (seeds.LIST.encode(), seeds.LIST.encode("utf-16"))),
    Reader("list, XLSX", ".xlsx", a_list, (seeds.xlsx(),)),
    Reader("list, ODS", ".ods", a_list, (seeds.ods(),)),
    Reader("list, Parquet", ".parquet", a_list, (seeds.parquet(),)),
    Reader("claims, CSV", ".csv", read_claims_file, (seeds.CLAIMS.encode(),)),
    Reader("claims, JSON lines", ".jsonl", read_claims_file, (seeds.claim_lines(),)),
    Reader("scopes, TOML", ".toml", read_scopes, (seeds.SCOPES.encode(),)),
    Reader("columns, TOML", ".toml", read_list_columns, (seeds.COLUMNS.encode(),)),
    Reader("decisions, CSV", ".csv", read_decisions, (seeds.DECISIONS.encode(),)),
    Reader("people, CSV", ".csv", read_people, (seeds.PEOPLE.encode(),)),
    Reader("overlaps, CSV", ".csv", read_overlap_table, (seeds.OVERLAPS.encode(),)),
)
