"""Spanish pages are Spanish, and one of anything is told in the singular in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from habeas.dossier import DossierCase, dossier, find
from habeas.dossier.page_context.page_context import PageContext
from habeas.dossier.pages.source_page import source_rows
from habeas.dossier.words.wording import LANGUAGES, wording
from habeas.formats.scopes_toml import scopes_from_text
from habeas.reconciliation import Question
from habeas.vocabulary import Evidence, Measure

ES = "es/index.html"
ENGLISH = re.compile(
    r"\b(political|prisoners?|detainees|people|arrested|released|held|figures?|sources?|the|of|and"
    r"|claims?|contradictions?|with|from|by|documents?|page)\b",
    re.IGNORECASE,
)


def visible(page: str) -> str:
    """Return the words of a page that a reader sees, without what is quoted or is code."""
    body = page.split("<body", 1)[1]
    body = body.replace("data/claims.csv", "")
    for tag in ("script", "style", "code", "blockquote", "bdi", "title"):
        body = re.sub(rf"<{tag}\b.*?</{tag}>", " ", body, flags=re.DOTALL)
    body = re.sub(r'<a [^>]*lang="en".*?</a>', " ", body, flags=re.DOTALL)
    labels = " ".join(re.findall(r'(?:aria-label|title|alt)="([^"]*)"', body))
    return re.sub(r"<[^>]+>", " ", body) + labels


@pytest.fixture
def plain(make_case: Any, make_claim: Any) -> DossierCase:
    """A case that declares nothing, whose sources are Spanish."""
    spanish: dict[str, Any] = {"claimant": "Ministerio"}
    claims = (
        make_claim("c1", Measure.DETAINED, 100, "2026-01-02", **spanish),
        make_claim("c2", Measure.RELEASED, 40, "2026-01-01", **spanish),
        make_claim("c3", Measure.RELEASED, 30, "2026-01-02", **spanish),
    )
    questions = tuple(
        map(Question.parse, ("held political_prisoners 2026-01-02",
                             "released political_prisoners-protest_detainees 2026-01-02"))
    )  # fmt: skip
    return make_case(
        claims=claims, questions=questions, documents={}, title={"en": "Caso", "es": "Caso"}
    )


def pages(made: DossierCase) -> Mapping[str, bytes]:
    return dossier(made, find(made))


def test_a_scope_that_declares_no_title_has_one_in_every_language(plain: DossierCase):
    contents = pages(plain)
    assert "Presos políticos" in contents[ES].decode()
    assert "political prisoners" not in visible(contents[ES].decode())


def test_a_title_of_the_cases_own_stays_the_other_is_the_known_one(make_case: Any):
    declared = scopes_from_text('[scope.political_prisoners]\ntitle.en = "Prisoners of X"\n', "s")
    made = make_case(scopes=declared.scopes)
    scope = made.scopes.by_key["political_prisoners"]
    assert (scope.title("en"), scope.title("es")) == ("Prisoners of X", "Presos políticos")


def test_no_page_in_spanish_holds_english_words(plain: DossierCase):
    contents = pages(plain)
    spanish = [path for path in contents if path.startswith("es/") and path.endswith(".html")]
    assert len(spanish) > 10
    left = {path: sorted(set(ENGLISH.findall(visible(contents[path].decode()))))
            for path in spanish}  # fmt: skip
    assert {path: words for path, words in left.items() if words} == {}


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ("1 figure", "1 source", "0 contradictions")),
     ("es", ("1 cifra", "1 fuente", "0 contradicciones"))],
)  # fmt: skip
def test_one_figure_of_one_source_is_told_in_the_singular(
    make_case: Any, make_claim: Any, language: str, said: tuple[str, ...]
):
    alone = make_case(claims=(make_claim("c1", Measure.RELEASED, 1, "2026-01-02"),), documents={},
                 language=language)  # fmt: skip
    contents = pages(alone)
    shown = " ".join(visible(contents["index.html"].decode()).split())
    for words in said:
        assert re.search(rf"{words}\b", shown), (words, shown)
    assert not re.search(r"\b1 (figures|sources|cifras|fuentes|personas)\b", shown)


def test_every_text_for_one_stands_beside_a_text_for_many():
    for language in LANGUAGES:
        words = wording(language)
        for section, named in words.texts.items():
            for name in named if isinstance(named, dict) else ():
                if name.endswith("_one") and name != "title_one":
                    assert words.has(f"{section}.{name.removesuffix('_one')}"), name


def test_a_story_that_a_source_has_printed_twice_counts_once_among_its_figures(
    make_case: Any, make_claim: Any
):
    first = make_claim("c1", Measure.RELEASED, 40, "2026-01-02", evidence=Evidence("d1"))
    again = replace(first, id="c2", evidence=Evidence("d2"), story="d1")
    other = replace(first, id="c3", evidence=Evidence("d3"))
    made = make_case(claims=(first, again, other), documents={})
    rows = source_rows(PageContext(made, find(made), "en", ""))
    assert [(row.name, row.claims) for row in rows] == [("Ministry", 2)]


def test_the_copies_of_a_contradictory_figure_are_named_on_its_page_and_theirs(
    make_case: Any, make_claim: Any
):
    first = make_claim("c1", Measure.RELEASED, 40, "2026-01-01", evidence=Evidence("d1"))
    again = replace(first, id="c2", evidence=Evidence("d2"), story="d1")
    less = make_claim("c3", Measure.RELEASED, 30, "2026-01-02", evidence=Evidence("d3"))
    contents = pages(make_case(claims=(first, again, less), documents={}))
    (page,) = [text.decode() for path, text in contents.items()
               if re.fullmatch(r"en/contradictions/\d+\.html", path)]  # fmt: skip
    assert "The same story told again" in page
    assert "It is part of no contradiction" not in contents["en/figures/c2.html"].decode()


def test_sources_are_counted_by_figures_and_by_statements_not_by_contradictions(
    make_case: Any, make_claim: Any
):
    totals = [
        make_claim(f"t{n}", Measure.RELEASED, n, f"2026-01-{n:02}", evidence=Evidence("report"))
        for n in (1, 2, 3)
    ]
    wrong = make_claim("w", Measure.RELEASED, 40, "2025-12-31", evidence=Evidence("interview"))
    made = make_case(claims=(*totals, wrong), documents={})
    findings = find(made)
    assert len(findings.contradictions) == 3
    (row,) = source_rows(PageContext(made, findings, "en", ""))
    assert (row.tally.hard, row.claims) == (4, 4)
    assert (row.tally.disputed, row.tally.statements) == (2, 2)
