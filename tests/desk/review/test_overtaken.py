"""Two people decide of the same: neither overwrites the other unseen."""

from __future__ import annotations

import re
from typing import Any

import pytest


def form_of(page: Any) -> dict[str, str]:
    """The fields of a claim's page, as a browser would send them."""
    body = page.content.decode()
    given = dict(re.findall(r'<input id="field-\w+" name="(\w+)" value="([^"]*)"', body))
    for name, options in re.findall(r'<select [^>]*name="(\w+)">(.*?)</select>', body, re.DOTALL):
        chosen = re.search(r'value="(\w*)" selected', options)
        given[name] = chosen[1] if chosen else ""
    if re.search(r'name="cumulative"[^>]* checked', body):
        given["cumulative"] = "1"
    seen = re.search(r'name="seen" value="(\d+)"', body)
    assert seen
    return given | {"seen": seen[1]}


def test_a_stale_correction_is_refused_and_keeps_what_was_typed(case, add_text, member):
    add_text(case)
    claim = case.claims.first()
    first, second = member(case, "reviewer", "first"), member(case, "reviewer", "second")
    page, there = f"/desk/norte/claims/{claim.pk}/", f"/desk/norte/claims/{claim.pk}/decide"
    form, stale = form_of(first.get(page)), form_of(second.get(page))
    first.post(there, {**form, "value": "12", "decision": "corrected"})
    typed = {"place": "Sur", "reason": "seen with care", "decision": "corrected"}
    answer = second.post(there, {**stale, **typed})
    claim.refresh_from_db()
    assert answer.status_code == 409
    assert (claim.current["value"], claim.current["place"] or "") == (12, stale["place"])
    body = answer.content.decode()
    assert re.search(r"<td>88</td><td>12</td><td>88</td>", body)
    assert "first" in body
    assert "seen with care" in body
    again = form_of(answer)
    assert (again["value"], again["place"]) == ("12", "Sur")
    assert second.post(there, {**again, "decision": "corrected"}).status_code == 302
    claim.refresh_from_db()
    assert (claim.current["value"], claim.current["place"]) == (12, "Sur")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "was not taken"), ("es", "Su decisión no se tomó")]
)
def test_nobody_accepts_a_number_that_was_not_seen(case, add_text, member, language, said):
    add_text(case)
    claim = case.claims.first()
    first, second = member(case, "reviewer", "first"), member(case, "reviewer", "second")
    second.post("/language/", {"language": language, "next": "/desk/"})
    page, there = f"/desk/norte/claims/{claim.pk}/", f"/desk/norte/claims/{claim.pk}/decide"
    stale = form_of(second.get(page))
    first.post(there, {**form_of(first.get(page)), "value": "7", "decision": "corrected"})
    answer = second.post(there, {**stale, "decision": "accepted"})
    claim.refresh_from_db()
    assert answer.status_code == 409
    assert said in answer.content.decode()
    assert claim.decisions.count() == 1


def test_a_pair_judged_meanwhile_is_not_judged_again_unseen(case, add_list, member):
    from habeas.desk.models import Pair, Record

    add_list(case, "full_name\nRosa Ejemplo\nRosa Egemplo\n")
    left, right = Record.objects.filter(list__case=case)
    pair = Pair.objects.create(case=case, left=left, right=right, probability=0.5)
    first, second = member(case, "reviewer", "first"), member(case, "reviewer", "second")
    there = f"/desk/norte/pairs/{pair.pk}/decide"
    assert first.post(there, {"decision": "same", "seen": "0"}).status_code == 302
    given = {"decision": "different", "seen": "0", "reason": "other mothers"}
    answer = second.post(there, given)
    pair.refresh_from_db()
    assert (answer.status_code, pair.standing) == (409, "same")
    assert "other mothers" in answer.content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', answer.content.decode())
    assert seen
    assert second.post(there, {**given, "seen": seen[1]}).status_code == 302


@pytest.mark.parametrize("number", ["9" * 5000, "²", "-1", "x"])
@pytest.mark.parametrize("queue", ["claims", "pairs"])
def test_a_number_that_is_none_passes_nothing_over(case, add_text, member, queue, number):
    add_text(case)
    answer = member(case, "reviewer").get(f"/desk/norte/{queue}/", {"after": number})
    assert answer.status_code == 200
