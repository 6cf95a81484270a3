"""A claim is reviewed beside its document, by choices, and the next comes without a page load."""

from __future__ import annotations

import re
from typing import Any

import pytest

FRAGMENT = {"X-Habeas-Fragment": "1"}


@pytest.fixture
def document(case: Any, add_text: Any) -> Any:
    return add_text(case)


@pytest.fixture
def client(document: Any, member: Any) -> Any:
    return member(document.case, "reviewer")


def page_of(client: Any, claim: Any, **headers: str) -> str:
    return client.get(f"/desk/norte/claims/{claim.pk}/", **headers).content.decode()


def claim_of(case: Any, value: int) -> Any:
    return case.claims.get(current__value=value)


def test_all_claims_of_the_document_are_marked_and_lead_to_one_another(case, client):
    first, other = claim_of(case, 88), claim_of(case, 41)
    page = page_of(client, first)
    assert f'<mark id="said">{first.current["quote"]}</mark>' in page
    assert re.search(rf'<a class="other waiting"[^>]+claims/{other.pk}/[^>]*>', page)


def test_claims_whose_words_overlap_are_marked_once(case, client):
    from habeas.desk.models import Claim

    first = claim_of(case, 88)
    inner = {**first.current, "id": "inner", "start": first.current["start"] + 1}
    inner["quote"] = first.current["quote"][1:]
    Claim.objects.create(
        case=case, document=first.document, key="inner", row=inner, current=inner, doubt=0.1
    )
    page = page_of(client, first)
    assert f'<mark id="said">{first.current["quote"]}</mark>' in page
    assert page.count('class="other') == 1


def test_scopes_places_sources_and_other_claims_are_choices(case, client):
    first, other = claim_of(case, 88), claim_of(case, 41)
    page = page_of(client, first)
    assert (
        '<option value="protest_detainees" selected>People arrested in the protests</option>'
        in page
    )
    assert '<option value="Casa de Derechos"></option>' in page
    assert f'<option value="{other.key}" lang="en">{other.current["quote"]}' in page


def test_what_stands_in_a_field_is_always_one_of_its_choices(case, client):
    first = claim_of(case, 88)
    first.current = {**first.current, "population_kind": "a_key_of_nobody"}
    first.save()
    assert '<option value="a_key_of_nobody" selected>' in page_of(client, first)


def test_where_another_reading_differs_the_field_is_in_doubt_and_a_key_takes_it(case, client):
    first = claim_of(case, 88)
    other = {"reader": "model abc", "fields": {"measure": "detained"}, "confidence": 0.4,
             "reasons": []}  # fmt: skip
    first.current = {**first.current, "alternatives": [other]}
    first.save()
    page = page_of(client, first)
    assert re.search(r'data-fill="field-measure" data-value="detained" data-key="1"', page)
    assert 'class="field doubted"' in page


@pytest.mark.parametrize(
    ("typed", "day"),
    [("8 Jan", "2026-01-08"), ("30 de diciembre", "2025-12-30"), ("2 January 2025", "2025-01-02"),
     ("2026-01", "2026-01"), ("", "")],
)  # fmt: skip
def test_a_day_is_typed_as_people_write_it(typed, day):
    from habeas.desk.review.typed_days import day_typed

    assert day_typed(typed, "2026-01-20") == day


@pytest.mark.parametrize("typed", ["8/1", "03/04/2026", "Friday", "32 Jan"])
def test_a_day_that_is_not_certain_stays_as_typed(typed):
    from habeas.desk.review.typed_days import day_typed

    assert day_typed(typed, "2026-01-20") == typed


def test_a_typed_day_is_saved_and_told(case, client, document):
    first = claim_of(case, 88)
    sent = {"decision": "save", "seen": "0", "period_end": "3 Jan", "queued": "0"}
    page = client.post(f"/desk/norte/claims/{first.pk}/decide", sent, follow=True)
    assert "Until: 2026-01-02 → 2026-01-03" in page.content.decode()


def test_a_page_can_ask_for_the_next_claim_alone(case, client):
    first = claim_of(case, 88)
    whole, part = page_of(client, first), page_of(client, first, headers=FRAGMENT)
    assert "<header" in whole
    assert "<header" not in part
    assert 'id="said"' in part
    sent = {"decision": "accepted", "seen": "0", "queued": "1"}
    there = f"/desk/norte/claims/{first.pk}/decide"
    answer = client.post(there, sent, follow=True, headers=FRAGMENT)
    assert answer.headers["X-Habeas-Fragment"] == "1"
    assert "was accepted" in answer.content.decode()
    assert "<header" not in answer.content.decode()


def test_the_last_claim_is_followed_by_the_word_that_none_waits(case, client, actor):
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    for claim in case.claims.all():
        decide_claim(claim, actor, Standing.ACCEPTED)
    for headers in ({}, FRAGMENT):
        page = client.get("/desk/norte/claims/", headers=headers).content.decode()
        assert "No claim waits" in page
