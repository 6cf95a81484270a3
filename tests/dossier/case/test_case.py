"""What goes into a dossier: figures beside their words, and questions nobody had to ask."""

from __future__ import annotations

from habeas.dossier import default_questions, with_words
from habeas.vocabulary import (
    GENERAL_SCOPES,
    Claim,
    ClaimantKind,
    Evidence,
    Measure,
    Modality,
    Period,
    Quantity,
)


def claim(key: str, value: int = 5, **fields: object) -> Claim:
    given = {
        "claimant": "Ministry",
        "claimant_kind": ClaimantKind.GOVERNMENT,
        "evidence": Evidence(published="2026-01-02", reported_by="Outlet", url="https://a.example"),
        "period": Period.read("", "2026-01-01"),
    }
    kind = str(fields.pop("kind", "protest_detainees"))
    return Claim(key, Measure.HELD, Quantity(value), kind, **(given | fields))


def read(key: str, value: int = 5, published: str = "2026-01-02", **fields: object) -> Claim:
    return claim(key, value, evidence=Evidence("doc", 0, 5, "words", published=published), **fields)


def test_a_figure_gets_the_words_that_it_was_read_from_and_keeps_its_outlet():
    [figure] = with_words([claim("t1")], [read("r1")])
    assert figure.id == "t1"
    assert (figure.evidence.document, figure.evidence.quote) == ("doc", "words")
    assert (figure.evidence.reported_by, figure.evidence.url) == ("Outlet", "https://a.example")


def test_another_number_day_or_claimant_is_another_figure():
    others = [read("r1", 6), read("r2", published="2026-01-03"), read("r3", claimant="Other")]
    joined = with_words([claim("t1")], others)
    assert [each.id for each in joined] == ["t1", "r1", "r2", "r3"]
    assert not joined[0].evidence.quote


def test_one_quotation_is_given_to_one_figure_only():
    joined = with_words([claim("t1"), claim("t2")], [read("r1")])
    assert [bool(each.evidence.quote) for each in joined] == [True, False]


def test_what_is_asked_by_itself_is_who_was_held_at_the_last_count_of_each_scope():
    claims = [
        claim("a", kind="political_prisoners"),
        claim("b", kind="political_prisoners", period=Period.read("", "2026-02")),
        claim("c"),
        claim("d", kind="other"),
        claim("e", period=Period.read("", "2026-09-01"), modality=Modality.PROMISED),
    ]
    asked = [str(question) for question in default_questions(claims, GENERAL_SCOPES)]
    assert asked == ["held political_prisoners 2026-02-28", "held protest_detainees 2026-01-01"]
