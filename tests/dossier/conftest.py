"""A small case with hostile words in it, and a reader of pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from habeas.dossier import ArchivedDocument, DossierCase, Findings, dossier, find
from habeas.reconciliation import Question
from habeas.vocabulary import (
    GENERAL_SCOPES,
    Claim,
    ClaimantKind,
    Document,
    Evidence,
    Measure,
    Modality,
    PartialDate,
    Period,
    Qualifier,
    Quantity,
)

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"
TEXT = f"Officials said 100 people were arrested. {HOSTILE}\nA group says 12 are \u202eheld\u202c."


def document() -> ArchivedDocument:
    raw = TEXT.encode()
    name = sha256(raw).hexdigest()
    read = Document(name, TEXT, PartialDate("2026-01-02"), "en", title=f"Title {HOSTILE}")
    return ArchivedDocument(read, name, raw, "text/plain", source="wire.txt", at="2026-01-03")


def claim(key: str, measure: Measure, value: int, day: str, **fields: object) -> Claim:
    given: dict[str, object] = {
        "claimant": "Ministry",
        "claimant_kind": ClaimantKind.GOVERNMENT,
        "period": Period.read("", day),
        "cumulative": measure is not Measure.HELD,
    }
    quantity = Quantity(value, fields.pop("qualifier", Qualifier.EXACT))
    return Claim(key, measure, quantity, "protest_detainees", **(given | fields))


def quoted(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(
        document().sha256, start, start + len(quote), quote, reported_by=HOSTILE,
        published="2026-01-02", url="javascript:alert(1)",
    )  # fmt: skip


def claims() -> tuple[Claim, ...]:
    group = {"claimant": f"Group {HOSTILE}", "claimant_kind": ClaimantKind.NGO}
    return (
        claim("a/1", Measure.DETAINED, 100, "2026-01-02",
              evidence=quoted("100 people were arrested")),
        claim("a 2", Measure.RELEASED, 40, "2026-01-01", qualifier=Qualifier.ABOUT),
        claim("a3", Measure.RELEASED, 50, "2026-01-02", note="=HYPERLINK(1)"),
        claim("g1", Measure.HELD, 80, "2026-01-02", modality=Modality.VERIFIED,
              evidence=quoted("12 are \u202eheld\u202c"), **group),
        claim("g2", Measure.HELD, 12, "2026-01-01", modality=Modality.PROMISED, **group),
    )  # fmt: skip


def case(**fields: object) -> DossierCase:
    held = document()
    given: dict[str, object] = {
        "title": {"en": "A small case", "es": "Un caso pequeño"},
        "claims": claims(),
        "scopes": GENERAL_SCOPES,
        "questions": (
            Question.parse("held protest_detainees 2026-01-02"),
            Question.parse("released protest_detainees 2026-01-01..2026-01-02"),
            Question.parse("held political_prisoners-protest_detainees 2026-01-02"),
        ),
        "published": date(2026, 1, 5),
        "documents": {held.sha256: held},
        "scopes_file": 'place = "Somewhere"\n',
    }
    return DossierCase(**(given | fields))


class PageReader(HTMLParser):
    """What a page is made of: its elements with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.marked = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br", "img", "rect"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if "mark" in self.open:
            self.marked += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def values(self, attribute: str) -> list[str]:
        return [found[attribute] or "" for _, found in self.elements if attribute in found]


@pytest.fixture(scope="session")
def make_case() -> Callable[..., DossierCase]:
    """Make a case like the small one, with other fields."""
    return case


@pytest.fixture(scope="session")
def make_claim() -> Callable[..., Claim]:
    """Make a figure from its id, measure, number and day, with other fields."""
    return claim


@pytest.fixture(scope="session")
def small_case() -> DossierCase:
    return case()


@pytest.fixture(scope="session")
def findings(small_case: DossierCase) -> Findings:
    return find(small_case)


@pytest.fixture(scope="session")
def files(small_case: DossierCase, findings: Findings) -> dict[str, bytes]:
    return dossier(small_case, findings)


@pytest.fixture(scope="session")
def pages(files: dict[str, bytes]) -> dict[str, PageReader]:
    return {
        path: PageReader(content.decode())
        for path, content in files.items()
        if path.endswith(".html")
    }
