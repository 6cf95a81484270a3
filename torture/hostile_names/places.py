"""A small case in a folder, with a text put into one of its places that become public."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from pathlib import Path

from habeas.formats.documents.document_reading import find_documents, read_document

SAID = "177 people were detained in the capital."
CONSENTING = {"full_name": "Luis Muestra Prueba", "given_names": "Luis", "surnames": "Muestra"}

TEXT_PLACES = ("quote", "document_text", "note", "document_html")
"""Where a sentence may stand; ways take turns."""
MARKUP_PLACES = ("document_html_as_it_is", "quote", "document_text", "note")
"""Where marks and codes stand as they are."""


@dataclass
class CaseFiles:
    """A case before it is written: its one claim, its scopes, its documents, more options."""

    claim: dict[str, str] = field(
        default_factory=lambda: {
            "id": "c1",
            "measure": "detained",
            "value": "177",
            "qualifier": "exact",
            "population": "people",
            "population_kind": "protest_detainees",
            "place": "Norte",
            "period_start": "2024-07-29",
            "period_end": "2024-07-30",
            "cumulative": "true",
            "modality": "verified",
            "claimant": "Casa de Derechos",
            "claimant_kind": "ngo",
            "reported_by": "El Ejemplar",
            "published": "2024-07-30",
            "url": "https://example.org/a",
            "note": "",
            "quote": SAID,
        }
    )
    scopes: str = '[scope.protest_detainees]\ntitle.en = "People of the protests"\n'
    documents: dict[str, bytes] = field(default_factory=dict)
    options: list[str] = field(default_factory=list)


Put = Callable[[CaseFiles, str], None]


def in_field(name: str) -> Put:
    """Return what puts a text into a field of the claim."""

    def put(case: CaseFiles, text: str) -> None:
        case.claim[name] = text

    return put


def put_option(name: str) -> Put:
    """Return what gives a text as an option of the command line."""
    return lambda case, text: case.options.extend((name, text))


def put_document(case: CaseFiles, text: str) -> None:
    """Add a plain text."""
    case.documents["wire.txt"] = f"{text}\n\n{SAID}\n".encode()


def page(title: str, body: str) -> bytes:
    """Return a web page."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><article><h1>{title}</h1>{body}<p>{SAID}</p></article></body></html>"
    ).encode()


def put_page(case: CaseFiles, text: str) -> None:
    """Add a web page with a text in a paragraph."""
    case.documents["wire.html"] = page("Arrests", f"<p>{escape(text, quote=False)}</p>")


def put_page_as_it_is(case: CaseFiles, text: str) -> None:
    """Add a web page with a text in a paragraph, its marks and codes as they are."""
    case.documents["wire.html"] = page("Arrests", f"<p>{text}</p>")


def put_page_title(case: CaseFiles, text: str) -> None:
    """Add a web page with a text as its title."""
    case.documents["wire.html"] = page(escape(text), "")


def put_page_description(case: CaseFiles, text: str) -> None:
    """Add a web page with a text in a picture's description and a comment, which nobody reads."""
    marks = f'<img src="p.png" alt="{escape(text)}"><!-- {text} -->'
    case.documents["wire.html"] = page("Arrests", marks)


def put_file_name(case: CaseFiles, text: str) -> None:
    """Add a document whose file is named by a text."""
    stem = re.sub(r"[\s/]+", "_", text)
    case.documents[f"{stem[:60]}.txt"] = f"{SAID}\n".encode()


def put_web_address(case: CaseFiles, text: str) -> None:
    """Give the claim an address that ends in a text."""
    case.claim["url"] = "https://example.org/presos/" + re.sub(r"\s+", "-", text)


def put_scope_title(case: CaseFiles, text: str) -> None:
    """Name the scope by a text."""
    case.scopes = case.scopes.replace('"People of the protests"', json.dumps(text))


def put_scope_comment(case: CaseFiles, text: str) -> None:
    """Write a text as a comment of the scopes' file."""
    case.scopes += f"# {' '.join(text.split())}\n"


def put_partition(case: CaseFiles, text: str) -> None:
    """Name a part of a scope by a text."""
    parts = f'parts = [{json.dumps(text)}, "men"]'
    case.scopes += f'[[partition]]\nwhole = "protest_detainees"\n{parts}\ncomplete = false\n'


def put_source(case: CaseFiles, name: str, alias: str) -> None:
    """Declare a source."""
    case.scopes += f'[[source]]\nname = {json.dumps(name)}\nkind = "ngo"\n'
    case.scopes += f"aliases = [{json.dumps(alias)}]\n"


PLACES: dict[str, Put] = {
    **{
        name: in_field(name)
        for name in ("quote", "note", "claimant", "place", "population", "reported_by", "story",
                     "reasons", "id", "remarks_of_their_own")
    },
    "url": put_web_address,
    "title": put_option("--title"),
    "publisher": put_option("--publisher"),
    "document_text": put_document,
    "document_html": put_page,
    "document_html_as_it_is": put_page_as_it_is,
    "document_title": put_page_title,
    "document_hidden": put_page_description,
    "document_file_name": put_file_name,
    "scope_title": put_scope_title,
    "scope_comment": put_scope_comment,
    "partition": put_partition,
    "source_name": lambda case, text: put_source(case, text, "CDX"),
    "source_alias": lambda case, text: put_source(case, "Casa de Derechos", text),
}  # fmt: skip
"""What puts a text into each place of a case that a dossier may show."""


def quote_the_document(case: CaseFiles, folder: Path) -> None:
    """Have the claim quote its sentence in the document as Habeas reads it."""
    found = next(iter(find_documents([folder], note=lambda _: None)))
    text = read_document(found).document.text
    start = text.find(SAID)
    case.claim |= {"document": sha256(found.raw).hexdigest(), "start": str(max(start, 0)),
                   "end": str(max(start, 0) + len(SAID))}  # fmt: skip


def write_table(path: Path, rows: list[Mapping[str, str]]) -> None:
    """Write rows as CSV, with all columns that any of them has."""
    heading = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, heading, restval="")
        writer.writeheader()
        writer.writerows(rows)


def write_case(folder: Path, place: str, text: str, row: Mapping[str, str]) -> list[str]:
    """Write a case with a text in a place, and the list; return the words of ``publish``.

    row: the cells of the one withheld person; another who consents stands beside.
    """
    case = CaseFiles()
    PLACES[place](case, text)
    if case.documents:
        documents = folder / "documents"
        documents.mkdir()
        for name, raw in case.documents.items():
            (documents / name).write_bytes(raw)
        quote_the_document(case, documents)
        case.options += ["--documents", str(documents)]
    write_table(folder / "claims.csv", [case.claim])
    (folder / "scopes.toml").write_text(case.scopes, encoding="utf-8")
    agreeing = {column: CONSENTING.get(column, "") for column in row}
    if not any(agreeing.values()):
        agreeing = dict.fromkeys(row, "") | {next(iter(row)): "Luis Muestra"}
    own = {"list": "gate", "row": "1", "person_id": "p1", "consent": ""}
    other = {"list": "gate", "row": "2", "person_id": "p2", "consent": "yes"}
    write_table(folder / "people.csv", [own | dict(row), other | agreeing])
    return ["publish", str(folder / "claims.csv"), "--scopes", str(folder / "scopes.toml"),
            "--people", str(folder / "people.csv"), "--out", str(folder / "dossier"),
            "--ask", "detained protest_detainees 2024-07-30", "--date", "2024-08-01",
            *case.options]  # fmt: skip
