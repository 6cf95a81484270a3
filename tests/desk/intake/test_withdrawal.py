"""A withdrawn document's claims leave the answers, and come back when that is taken back."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def document(case: Any, add_text: Any, actor: Any) -> Any:
    """A document of two claims, of which one counts and one waits."""
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    made = add_text(case)
    decide_claim(case.claims.get(current__value=88), actor, Standing.ACCEPTED)
    return made


@pytest.fixture
def withdraw(document: Any, member: Any) -> Any:
    client = member(document.case, "reviewer")

    def send(reason: str = "A forgery, says the ministry", seen: int = 0) -> Any:
        there = f"/desk/norte/documents/{document.pk}/withdraw"
        return client.post(there, {"reason": reason, "seen": seen}, follow=True)

    send.client = client
    return send


def counting(case: Any) -> list[int | None]:
    from habeas.desk.cases import claim_values

    return [claim.quantity.value for claim in claim_values(case)]


def test_its_claims_neither_count_nor_wait(case, document, withdraw):
    from habeas.desk.cases import waiting

    assert (counting(case), waiting(case)) == ([88], 1)
    page = withdraw().content.decode()
    assert (counting(case), waiting(case)) == ([], 0)
    assert "1 claim counts no longer" in page
    assert "A forgery, says the ministry" in page
    assert "Accept" not in page
    entry = case.activities.get(what="document.withdrawn")
    assert (entry.details["reason"], entry.details["claims"]) == ("A forgery, says the ministry", 1)


def test_undo_brings_them_back_and_can_be_undone(case, document, withdraw):
    withdraw()
    page = f"/desk/norte/documents/{document.pk}/"
    for wanted in ([88], [], [88]):
        last = case.activities.filter(what__startswith="document.").first()
        withdraw.client.post(f"/desk/norte/activity/{last.number}/undo", {"back": page})
        assert counting(case) == wanted
    assert "Its claims count no longer" not in withdraw.client.get(page).content.decode()


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_reason_nothing_is_withdrawn(case, document, withdraw, reason):
    answer = withdraw(reason)
    assert answer.status_code == 400
    assert "Say why it is withdrawn" in answer.content.decode()
    assert counting(case) == [88]


def test_what_was_done_meanwhile_is_not_done_over(case, document, withdraw, actor):
    from habeas.desk.intake import set_withdrawn

    set_withdrawn(document, actor, withdrawn=True, reason="one")
    set_withdrawn(document, actor, withdrawn=False)
    answer = withdraw("two", seen=0)
    assert answer.status_code == 400
    assert "two" in answer.content.decode()
    assert counting(case) == [88]


def test_what_is_public_of_it_is_named(case, document, withdraw, actor):
    from habeas.desk.publication import publish

    publish(case, actor)
    key = case.claims.get(current__value=88).key
    page = f"/desk/norte/documents/{document.pk}/"
    before = withdraw.client.get(page).content.decode()
    assert "On the public pages until they are published anew, 1 claim" in before
    withdraw()
    after = withdraw.client.get(page).content.decode()
    assert "On the public pages until they are published anew, 1 claim" in after
    assert f"<code>{key}</code>" in after
    publish(case, actor)
    assert "On the public pages" not in withdraw.client.get(page).content.decode()


def test_the_same_file_once_more_is_told_to_be_withdrawn(case, document, withdraw, actor):
    from habeas.desk.intake import Arrival, Outcome, take_document
    from habeas.formats.documents.found_document import FoundDocument

    withdraw()
    outcome = Outcome()
    found = FoundDocument(document.text.encode(), "text/plain", "Bulletin")
    take_document(case, found, Arrival(actor), outcome)
    assert outcome.documents == 0
    assert "was withdrawn from this case" in str(outcome.failures[0])


def test_nothing_is_read_or_decided_of_it(case, document, withdraw):
    withdraw()
    there = f"/desk/norte/documents/{document.pk}/"
    for address, form in (("change", {"outlet": "B"}), ("decide", {"do": "accept"})):
        answer = withdraw.client.post(there + address, form)
        assert answer.status_code == 400
        assert "was withdrawn from this case" in answer.content.decode()


def test_the_log_tells_what_the_tables_hold(case, document, withdraw, unguarded):
    from habeas.desk.history.replay import findings

    withdraw()
    assert not any("withdrawn" in told for told in findings())
    unguarded("UPDATE desk_document SET withdrawn = %s", False)
    assert any("withdrawn" in told for told in findings())
