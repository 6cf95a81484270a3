"""Full-text search within a case, whatever the accents and the size of letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import connection

from habeas.desk.models import Case, Claim, Document, Record, SearchEntry

INDEXED = 400_000
"""Characters of one thing that are searched: some 150 pages; databases bound an entry."""

WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Return a text in small letters and without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).replace("\0", " ")


def entry(case: Case, kind: str, number: int, *texts: str) -> SearchEntry:
    """Return the entry of one thing, not yet kept."""
    shown = "\n".join(text for text in texts if text)[:INDEXED].replace("\0", " ")
    return SearchEntry(case=case, kind=kind, object=number, shown=shown, folded=folded(shown))


def document_entry(document: Document) -> SearchEntry:
    """Return what a document is found by."""
    texts = (document.name, document.outlet, document.text)
    return entry(document.case, "document", document.pk, *texts)


def claim_entry(claim: Claim) -> SearchEntry:
    """Return what a claim is found by."""
    row = claim.current
    parts = (row["claimant"], row["population"], row["place"], row["quote"], row["note"])
    value = "" if row["value"] is None else str(row["value"])
    return entry(claim.case, "claim", claim.pk, value, *map(str, parts), claim.key)


def record_entry(record: Record) -> SearchEntry:
    """Return what a row of a list is found by."""
    cells = (str(text) for text in record.cells_in_order.values())
    return entry(record.list.case, "record", record.pk, record.name, *cells)


def index(entries: Sequence[SearchEntry]) -> None:
    """Keep entries, in place of earlier ones of the same things."""
    for each in entries:
        SearchEntry.objects.filter(case=each.case, kind=each.kind, object=each.object).delete()
    index_new(entries)


def index_new(entries: Iterable[SearchEntry]) -> None:
    """Keep entries of things that have none yet."""
    SearchEntry.objects.bulk_create(entries, batch_size=500)


def search(case: Case, words: str, limit: int = 50, kind: str = "") -> list[SearchEntry]:
    """Return what holds every one of some words, or words that begin like them; best first.

    kind: of one kind alone: document, claim, record.
    """
    terms = WORD.findall(folded(words))[:20]
    if not terms:
        return []
    if connection.vendor == "sqlite":
        asked = " ".join(f'"{term}"*' for term in terms)
        statement = (
            "SELECT e.* FROM desk_words w JOIN desk_searchentry e ON e.id = w.rowid "
            "WHERE w.folded MATCH %s AND e.case_id = %s AND e.kind LIKE %s ORDER BY rank LIMIT %s"
        )
    else:
        asked = " & ".join(f"{term}:*" for term in terms)
        statement = (
            "SELECT e.* FROM desk_searchentry e, to_tsquery('simple', %s) q "
            "WHERE to_tsvector('simple', e.folded) @@ q AND e.case_id = %s "
            "AND e.kind LIKE %s "
            "ORDER BY ts_rank(to_tsvector('simple', e.folded), q) DESC LIMIT %s"
        )
    return list(SearchEntry.objects.raw(statement, [asked, case.pk, kind or "%", limit]))


def excerpt(entry: SearchEntry, words: str, width: int = 160) -> str:
    """Return the piece of a text around the first word that was searched for."""
    terms = WORD.findall(folded(words))
    # Folding may change a text's length a little; the place found is near enough to show.
    places = [entry.folded.find(term) for term in terms]
    first = max(0, min((place for place in places if place >= 0), default=0) - width // 2)
    piece = entry.shown[first : first + width].replace("\n", " · ")
    return ("… " if first else "") + piece + (" …" if first + width < len(entry.shown) else "")


def reindex() -> None:
    """Make the index of words anew from what the store holds."""
    SearchEntry.objects.all().delete()
    entries = _everything()
    while batch := list(islice(entries, 500)):
        SearchEntry.objects.bulk_create(batch)


def _everything() -> Iterator[SearchEntry]:
    yield from map(document_entry, Document.objects.select_related("case").iterator())
    yield from map(claim_entry, Claim.objects.select_related("case").iterator())
    yield from map(record_entry, Record.objects.select_related("list__case").iterator())
