"""What a person has typed into a claim is never thrown away, and never accepted by accident."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.desk.review.test_overtaken import form_of


@pytest.fixture
def reviewed(case: Any, add_text: Any, member: Any) -> Any:
    """A claim of 88 released, with the page and the fields of whoever reviews it."""
    add_text(case)
    claim = case.claims.get(current__value=88)
    client = member(case, "reviewer")
    page = f"/desk/norte/claims/{claim.pk}/"

    def send(decision: str, **typed: str) -> Any:
        form = form_of(client.get(page))
        answer = client.post(f"{page}decide", {**form, **typed, "decision": decision})
        claim.refresh_from_db()
        return answer

    return claim, client, page, send


@pytest.mark.parametrize("decision", ["accepted", "corrected", "save"])
def test_whatever_key_decides_what_was_typed_is_saved(reviewed, decision):
    claim, _, _, send = reviewed
    send(decision, place="Sur", note="two places")
    assert (claim.standing, claim.current["place"]) == ("corrected", "Sur")
    assert claim.current["note"] == "two places"


def test_rejecting_keeps_what_was_typed_on_record(reviewed):
    claim, _, _, send = reviewed
    send("rejected", note="a headline of another year")
    assert (claim.standing, claim.current["note"]) == ("rejected", "a headline of another year")


def test_accepting_what_stands_there_accepts_it(reviewed):
    claim, _, _, send = reviewed
    send("accepted")
    assert (claim.standing, claim.current) == ("accepted", claim.row)


@pytest.mark.parametrize("decision", ["save", "corrected"])
def test_enter_where_nothing_was_changed_decides_nothing(reviewed, decision):
    claim, _, _, send = reviewed
    answer = send(decision, reason="still thinking")
    assert (answer.status_code, claim.standing) == (200, "waiting")
    body = answer.content.decode()
    assert "Nothing was changed" in body
    assert "still thinking" in body


def test_the_first_button_of_the_form_which_enter_presses_saves(reviewed):
    _, client, page, _ = reviewed
    body = client.get(page).content.decode()
    form = body[body.index("data-keep") :]
    first = re.search(r"<button[^>]*>", form)
    assert first
    assert 'value="save"' in first[0]


@pytest.mark.parametrize(
    ("typed", "low", "high", "qualifier"),
    [
        ({"value": "12"}, 12, 12, "exact"),
        ({"value": "12", "qualifier": "about"}, None, None, "about"),
        ({"qualifier": "more_than"}, None, None, "more_than"),
        ({"value": "12", "low": "10", "high": "15"}, 10, 15, "exact"),
        ({"low": "80"}, 80, 88, "exact"),
        ({"qualifier": "dozens"}, None, None, "dozens"),
        ({"place": "Sur"}, 88, 88, "exact"),
    ],
)
def test_a_changed_number_takes_its_limits_along(reviewed, typed, low, high, qualifier):
    claim, _, _, send = reviewed
    assert send("save", **typed).status_code == 302
    now = claim.current
    assert (now["low"], now["high"], now["qualifier"]) == (low, high, qualifier)


def test_a_number_typed_beside_dozens_was_said_as_it_is(reviewed):
    claim, _, _, send = reviewed
    send("save", qualifier="dozens")
    assert claim.current["value"] is None
    send("save", value="24")
    assert (claim.current["value"], claim.current["qualifier"]) == (24, "exact")


def test_what_went_along_is_told_and_history_shows_each_field_from_and_to(reviewed):
    _, client, page, send = reviewed
    told = client.get(send("save", value="12").url).content.decode()
    assert "Lowest: 88 → 12." in told
    history = told[told.index('<ul class="rows">') :]
    assert re.search(r"Number as said: <del>88</del> → <ins>12</ins>", history)
    client.post("/language/", {"language": "es", "next": "/desk/"})
    assert "Número dicho: <del>88</del>" in client.get(page).content.decode()


@pytest.mark.parametrize("queued", ["0", "1"])
def test_undo_returns_to_what_was_undone(reviewed, case, queued):
    claim, client, page, send = reviewed
    then = send("accepted", queued=queued).url
    undo = re.search(r'action="(/desk/norte/activity/\d+/undo)"', client.get(then).content.decode())
    assert undo
    answer = client.post(undo[1], {"back": then})
    assert answer.url == page + ("?queued=1" if queued == "1" else "")
    assert f'name="queued" value="{queued}"' in client.get(answer.url).content.decode()
    claim.refresh_from_db()
    assert claim.standing == "waiting"


def test_an_empty_field_of_a_pair_differs_from_nothing(case, add_list, member):
    from habeas.desk.models import Pair, Record

    add_list(case, "full_name,age,sex\nRosa Ejemplo,31,\nRosa Egemplo,,F\n")
    left, right = Record.objects.filter(list__case=case)
    pair = Pair.objects.create(case=case, left=left, right=right, probability=0.5)
    body = member(case, "reviewer").get(f"/desk/norte/pairs/{pair.pk}/").content.decode()
    assert body.count('class="differs"') == 1


def test_enter_in_the_reason_for_a_pair_or_a_name_decides_nothing(case, add_list, member):
    from habeas.desk.models import Pair, Record

    add_list(case, "full_name\nRosa Ejemplo\nRosa Egemplo\n")
    left, right = Record.objects.filter(list__case=case)
    pair = Pair.objects.create(case=case, left=left, right=right, probability=0.5)
    body = member(case, "reviewer").get(f"/desk/norte/pairs/{pair.pk}/").content.decode()
    first = re.search(r"<button[^>]*>", body[body.index("data-keep") :])
    assert first
    assert " disabled" in first[0]
