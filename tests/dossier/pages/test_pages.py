"""Every page of a dossier can be read by anybody, checked by anybody, and runs nothing."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import pytest

from habeas.dossier import DossierCase, Findings, dossier

Pages = dict[str, Any]


def target(origin: str, href: str) -> tuple[str, str]:
    path, _, place = unquote(href).partition("#")
    folder = posixpath.dirname(origin)
    return (posixpath.normpath(posixpath.join(folder, path)) if path else origin, place)


def test_every_page_stands_in_both_languages_and_says_which(pages: Pages):
    for path, page in pages.items():
        language = "es" if path.startswith("es/") else "en"
        assert page.all("html")[0]["lang"] == language
        switch = [found for found in page.all("link") if found.get("hreflang")]
        assert len(switch) == 1
        assert target(path, switch[0]["href"])[0] in pages


def test_every_link_inside_the_dossier_leads_to_a_place_that_is_there(
    pages: Pages, files: dict[str, bytes]
):
    for path, page in pages.items():
        for href in page.values("href"):
            assert "://" not in href
            file, place = target(path, href)
            assert file in files, f"{path} links to {href}"
            if place:
                assert place in pages[file].values("id"), f"{path} links to {href}"


def test_ids_are_unique_and_landmarks_headings_and_skip_link_are_there(pages: Pages):
    for path, page in pages.items():
        ids = page.values("id")
        assert len(ids) == len(set(ids)), path
        assert page.open == [], path
        for landmark in ("header", "main", "footer", "h1", "title"):
            assert len(page.all(landmark)) == 1, f"{landmark} of {path}"
        assert page.all("a")[0] == {"class": "skip", "href": "#content"}
        levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3", "h4")]
        steps = pairwise(levels)
        assert all(later - earlier <= 1 for earlier, later in steps), path


def test_tables_say_what_their_rows_and_columns_are(pages: Pages):
    for page in pages.values():
        for heading in page.all("th"):
            assert heading["scope"] in ("col", "row")
        for navigation in page.all("nav"):
            assert navigation["aria-label"]


def test_drawings_are_named_and_their_numbers_stand_in_a_table(pages: Pages):
    chart = pages["en/over-time/protest_detainees.html"]
    # No "img": the points are links, which an image may not hold.
    drawings = [found for found in chart.all("div") if "drawing" in (found.get("class") or "")]
    assert len(drawings) == 2
    assert all("January 2026" in (found["aria-label"] or "") for found in drawings)
    assert chart.all("table")
    for page in pages.values():
        assert not page.all("img")
        assert all(found.get("aria-hidden") == "true" for found in page.all("svg"))


def test_nothing_runs_but_the_readers_tools_and_nothing_comes_from_elsewhere(pages: Pages):
    for path, page in pages.items():
        policy = next(
            found["content"]
            for found in page.all("meta")
            if found.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy is not None
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in policy
        scripts = [
            attributes
            for tag, attributes in page.elements
            if tag == "script" and attributes != {"type": "application/ld+json"}
        ]
        assert len(scripts) == 1
        assert scripts[0].keys() == {"src", "defer"}
        assert str(scripts[0]["src"]).replace("../", "") == "reader.js"
        tags = {tag for tag, _ in page.elements}
        assert not tags & {"iframe", "object", "embed", "form", "base", "style"}, path
        names = {name for _, attributes in page.elements for name in attributes}
        assert not {name for name in names if name.startswith("on") or name == "style"}, path


def test_hostile_words_are_shown_as_words(pages: Pages):
    page = pages["en/figures/g1.html"]
    words = "".join(page.words)
    assert "<script>alert(1)</script>" in words
    assert "[U+202E]held[U+202C]" in words
    assert "\u202e" not in words


def test_an_address_that_is_not_of_the_web_is_no_link(pages: Pages):
    for page in pages.values():
        assert not any(href.startswith("javascript:") for href in page.values("href"))


def test_a_figures_page_marks_its_words_in_the_archived_document(
    pages: Pages, small_case: DossierCase
):
    held = next(iter(small_case.documents.values()))
    path = next(path for path in pages if path.startswith("en/figures/a-1-"))
    page = pages[path]
    assert page.marked == "100 people were arrested"
    assert held.sha256 in "".join(page.words)
    assert f"../../documents/{held.sha256}.bin" in page.values("href")


@pytest.mark.parametrize("front", ["index.html", "es/index.html"])
def test_every_number_of_the_front_page_leads_to_its_proof(
    pages: Pages, findings: Findings, front: str
):
    language = "es" if front.startswith("es/") else "en"
    led = {target(front, href)[0] for href in pages[front].values("href")}
    proofs = {path for path in pages if path.startswith(f"{language}/proofs/held-")}
    proofs |= {path for path in pages if path.startswith(f"{language}/proofs/released-")}
    assert len(proofs) == 3 * len(findings.views)
    assert proofs <= led


def test_every_proof_leads_to_the_claims_that_it_rests_on(pages: Pages, findings: Findings):
    path = "en/proofs/held-protest_detainees-2026-01-02-government.html"
    led = {target(path, href)[0] for href in pages[path].values("href")}
    rests_on = findings.views[0][1].bounds[0].high_proof
    assert rests_on is not None
    assert len(rests_on.claims) == 2
    assert len({file for file in led if "/figures/" in file and "index" not in file}) >= 2


def test_a_headline_whose_sources_disagree_shows_each_side(pages: Pages):
    words = " ".join("".join(pages["index.html"].words).split())
    assert "Only the government’s figures" in words
    assert "These do not square, as a careful reader takes the words" in words
    assert "cannot all be true." not in words


def test_the_printed_page_carries_its_address_its_day_and_a_hash(pages: Pages):
    for path, page in pages.items():
        words = "".join(page.words)
        assert path in words
        assert "2026" in words
        assert "SHA-256" in words


def test_a_quotation_stands_in_its_sentence_with_the_quoted_words_marked(files: dict[str, bytes]):
    page = files["en/contradictions/001.html"].decode()
    assert "Officials said <b>100 people were arrested</b>." in page


def test_every_source_has_a_page_with_its_figures_and_its_contradictions(
    pages: Pages, small_case: DossierCase
):
    path = next(path for path in pages if path.startswith("en/sources/ministry"))
    led = {target(path, href)[0] for href in pages[path].values("href")}
    mine = [claim for claim in small_case.claims if claim.claimant == "Ministry"]
    assert len({file for file in led if "/figures/" in file} - {"en/figures/index.html"}) == len(
        mine
    )
    counted = {target("en/sources.html", href) for href in pages["en/sources.html"].values("href")}
    assert (path, "figures") in counted


def test_what_every_page_must_say_of_a_case_stands_on_every_page(
    small_case: DossierCase, findings: Findings
):
    noticed = replace(
        small_case, notice={"en": "Words <i>of ours</i>.", "es": "Palabras nuestras."}
    )
    for path, content in dossier(noticed, findings).items():
        if path.endswith(".html"):
            language = "es" if path.startswith("es/") else "en"
            said = {"en": "Words &lt;i&gt;of ours&lt;/i&gt;.", "es": "Palabras nuestras."}
            assert said[language] in content.decode(), path


def test_contradictions_stand_under_their_causes_folded(
    pages: Pages, findings: Findings, files: dict[str, bytes]
):
    for language, question in (("en", "perhaps"), ("es", "¿quizá")):
        path = f"{language}/contradictions/index.html"
        led = {target(path, href)[0] for href in pages[path].values("href")}
        assert {f"{language}/contradictions/001.html"} <= led
        assert question in " ".join(pages[path].words)
        assert files[path].decode().count("<details") >= len(findings.causes) > 0
