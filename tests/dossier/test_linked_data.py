"""What other programs take from a dossier: fact checks, entities, a feed of changes."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.dossier import (
    DossierCase,
    Findings,
    dossier,
    find,
    previous_publication_in,
    write_dossier,
)
from habeas.vocabulary import Quantity

ATOM = "{http://www.w3.org/2005/Atom}"


def blocks(page: bytes) -> list[Any]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.decode())
    return [json.loads(text) for text in found]


def test_every_figure_of_a_contradiction_is_reviewed_and_no_other(
    files: dict[str, bytes], findings: Findings
):
    reviews = json.loads(files["data/claim-reviews.jsonld"])["@graph"]
    reviewed = {review["itemReviewed"]["identifier"] for review in reviews}
    assert reviewed == {claim for found in findings.contradictions for claim in found.claims}
    for review in reviews:
        assert files[f"data/{review['url']}".replace("data/../", "")]


def test_a_figures_page_carries_its_review_which_no_hostile_name_can_leave(
    files: dict[str, bytes], findings: Findings
):
    hostile = next(iter(found for found in findings.contradictions if "g1" in found.claims))
    assert hostile
    [block] = blocks(files["es/figures/g1.html"])
    assert block["@context"] == "https://schema.org"
    assert block["inLanguage"] == "es"
    assert "<script>" in block["itemReviewed"]["author"]["name"]
    assert not blocks(files["en/figures/g2.html"])


def test_the_address_of_the_dossier_makes_its_reviews_addresses_whole(
    small_case: DossierCase, findings: Findings
):
    placed = replace(small_case, address="https://d.example/case/")
    files = dossier(placed, findings)
    [block] = blocks(files["en/figures/g1.html"])
    assert block["url"] == "https://d.example/case/en/figures/g1.html"
    assert b'href="https://d.example/case/feed.xml"' in files["feed.xml"]


def test_sources_documents_and_figures_are_entities_that_know_one_another(
    small_case: DossierCase, files: dict[str, bytes]
):
    lines = files["data/followthemoney.ndjson"].decode().splitlines()
    entities = {entity["id"]: entity for entity in map(json.loads, lines)}
    schemata = [entity["schema"] for entity in entities.values()]
    assert schemata.count("Event") == len(small_case.claims)
    assert schemata.count("Document") == 1
    assert schemata.count("LegalEntity") == 2
    for entity in entities.values():
        for name in ("involved", "proof"):
            assert set(entity["properties"].get(name, [])) <= set(entities)


def published(case: DossierCase, folder: Path, **fields: Any) -> list[ET.Element]:
    given = {name: getattr(case, name) for name in case.__dataclass_fields__}
    now = DossierCase(**(given | fields))
    files = dossier(now, find(now), previous_publication_in(folder))
    write_dossier(files, folder)
    return ET.fromstring(files["feed.xml"]).findall(f"{ATOM}entry")  # noqa: S314  (our own bytes)


def test_the_feed_tells_each_publication_and_what_changed(small_case: DossierCase, tmp_path: Path):
    small = replace(small_case, questions=small_case.questions[:1], documents={})
    folder = tmp_path / "out"
    assert len(published(small, folder)) == 1
    assert len(published(small, folder)) == 1, "the same on the same day is no change"
    more = replace(small.by_id["a3"], quantity=Quantity(60), id="a9")
    kept = tuple(claim for claim in small.claims if claim.id != "a3")
    entries = published(small, folder, claims=(*kept, more), published=date(2026, 1, 6))
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2026-01-06T00:00:00Z",
        "2026-01-05T00:00:00Z",
    ]
    told = entries[0].findtext(f"{ATOM}summary") or ""
    assert "5 figures (1 new, 1 taken out)" in told
    assert "Government 40 (before: 50)" in told
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2


@pytest.mark.parametrize(
    "damage", [b"", b"<feed", b"\xff", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']
)
def test_a_damaged_feed_says_nothing_and_stops_nothing(damage: bytes, tmp_path: Path):
    (tmp_path / "feed.xml").write_bytes(damage)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/claims.json").write_bytes(damage)
    (tmp_path / "data/answers.json").write_bytes(b'{"answers": [1]}')
    assert previous_publication_in(tmp_path) == previous_publication_in(tmp_path / "none")


def test_every_page_leads_to_the_feed(pages: dict[str, Any]):
    for page in pages.values():
        feeds = [found for found in page.all("link") if found.get("type") == "application/atom+xml"]
        assert len(feeds) == 1
