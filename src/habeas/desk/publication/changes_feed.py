"""The feed of a case's publications, each with what it then said."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from habeas.desk.cases import answered_in_words
from habeas.desk.models import Activity, Case
from habeas.desk.wording import LANGUAGES, words_in

KEPT = 50
"""How many publications the feed goes back."""

ATOM = "http://www.w3.org/2005/Atom"


def changes_feed(case: Case, title: str) -> bytes:
    """Return the feed (Atom, RFC 4287) of what was published of a case, the newest first."""
    found = list(Activity.objects.filter(case=case, what="case.published")[:KEPT])
    feed = ET.Element("feed", xmlns=ATOM)
    _add(feed, "id", f"urn:habeas:{case.key}")
    _add(feed, "title", title)
    _add(feed, "updated", found[0].at if found else "1970-01-01T00:00:00Z")
    ET.SubElement(feed, "link", rel="alternate", href="index.html")
    ET.SubElement(feed, "link", rel="self", href="feed.xml")
    _add(ET.SubElement(feed, "author"), "name", "Habeas")
    for entry in found:
        item = ET.SubElement(feed, "entry")
        _add(item, "id", f"urn:sha256:{entry.hash}")
        _add(item, "title", f"{title}: {entry.at[:10]}")
        _add(item, "updated", entry.at)
        ET.SubElement(item, "link", rel="alternate", href="index.html")
        _add(item, "summary", summary(case, entry))
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def summary(case: Case, entry: Activity) -> str:
    """Say what a publication answered: "Political prisoners, held on … (everybody): 700 – 900"."""
    language = case.language if case.language in LANGUAGES else LANGUAGES[0]
    words = words_in(language)
    said = []
    for answer in entry.details.get("answers", []):
        low, high = words.number(answer["low"]), answer["high"]
        limit = words("overview.no_limit") if high is None else words.number(high)
        key = f"viewpoint.{answer['viewpoint']}"
        viewpoint = words(key) if words.has(key) else answer["viewpoint"]
        asked = answered_in_words(case, answer["ask"], language)
        said.append(f"{asked} ({viewpoint}): {low} – {limit}")
    return "; ".join(said)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
