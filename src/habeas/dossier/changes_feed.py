"""What was published when, and what changed, as a feed (Atom, RFC 4287) beside the pages."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from hashlib import sha256

from habeas.dossier.case import Answer
from habeas.dossier.page_context import PageContext
from habeas.dossier.previous_publication import ATOM, FEED, PreviousPublication, Publication
from habeas.dossier.words import claim_words
from habeas.reconciliation import Question

KEPT = 50
"""How many publications the feed goes back."""


def changes_feed(edition: PageContext, earlier: PreviousPublication) -> bytes:
    """Return the feed with this publication first.

    Publishing the same on the same day again is no change, and adds no entry.
    """
    now = this_publication(edition, earlier)
    before = earlier.publications
    if before and before[0].id == now.id:
        now, before = before[0], before[1:]
    return atom((now, *before)[:KEPT], edition)


def this_publication(edition: PageContext, earlier: PreviousPublication) -> Publication:
    """Return what the dossier says now, and what of it is new."""
    case, words = edition.case, edition.words
    said = [_answered(edition, question, earlier) for question in dict.fromkeys(case.questions)]
    known = {claim.id for claim in case.claims}
    counts = words(
        "feed.later" if earlier.publications else "feed.first",
        claims=words.counted("count.figures", len(known)),
        added=words.number(len(known - earlier.claims)),
        removed=words.number(len(earlier.claims - known)),
        contradictions=words.counted("count.contradictions", len(edition.findings.contradictions)),
    )
    day = case.published.isoformat()
    key = "\n".join((day, edition.data_hash, case.policy.name, *map(str, case.questions)))
    return Publication(
        f"urn:sha256:{sha256(key.encode()).hexdigest()}",
        f"{case.titled(edition.language)} · {words.day(case.published)}",
        f"{day}T00:00:00Z",
        " ".join((counts, *said)),
    )


def _answered(edition: PageContext, question: Question, earlier: PreviousPublication) -> str:
    words = edition.words
    told = [_told(edition, answer, earlier) for answer in edition.findings.answers(question)]
    scope = claim_words.scope_title(question, edition.case.scopes, words)
    return f"{scope}, {claim_words.answer_text(question, words)}: {'; '.join(told)}."


def _told(edition: PageContext, answer: Answer, earlier: PreviousPublication) -> str:
    words, bound = edition.words, answer.bound
    viewpoint = edition.viewpoint(answer.viewpoint, short=True)
    said = f"{viewpoint} {words.range(bound.low, bound.high)}"
    before = earlier.answers.get((answer.viewpoint.name, str(bound.question)))
    if before is None or before == (bound.low, bound.high):
        return said
    return f"{said} {words('feed.before', range=words.range(*before))}"


def atom(publications: Sequence[Publication], edition: PageContext) -> bytes:
    """Write publications, the newest first, as a feed."""
    address, title = edition.case.address, edition.case.titled(edition.language)
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": edition.language})
    _add(feed, "id", address or f"urn:sha256:{sha256(title.encode()).hexdigest()}")
    _add(feed, "title", title)
    _add(feed, "updated", publications[0].updated)
    ET.SubElement(feed, "link", rel="self", href=f"{address}{FEED}")
    ET.SubElement(feed, "link", rel="alternate", href=f"{address}index.html")
    _add(ET.SubElement(feed, "author"), "name", edition.case.publisher or "Habeas")
    for publication in publications:
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", publication.id)
        _add(entry, "title", publication.title)
        _add(entry, "updated", publication.updated)
        ET.SubElement(entry, "link", rel="alternate", href=f"{address}index.html")
        _add(entry, "summary", publication.summary)
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = "".join(
        sign for sign in text if sign.isprintable() or sign in "\n\t"
    )
