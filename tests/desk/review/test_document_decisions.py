"""All claims of a document that wait are accepted at once, as they were seen, or share a field."""

from __future__ import annotations

import re
from typing import Any

import pytest

PAGE = "/desk/norte/documents/{}/"


@pytest.fixture
def document(case: Any, add_text: Any) -> Any:
    made = add_text(case)
    assert made.claims.filter(standing="waiting").count() == 2
    return made


@pytest.fixture
def send(document: Any, member: Any) -> Any:
    client = member(document.case, "reviewer")

    def decide(do: str, seen: list[str] | None = None, **typed: str) -> Any:
        page = PAGE.format(document.pk)
        shown = seen if seen is not None else seen_on(client, document)
        return client.post(f"{page}decide", {"do": do, "seen": shown, **typed}, follow=True)

    return decide


def seen_on(client: Any, document: Any) -> list[str]:
    body = client.get(PAGE.format(document.pk)).content.decode()
    return re.findall(r'name="seen" value="([\d:]+)"', body)


def standings(document: Any) -> set[str]:
    return set(document.claims.values_list("standing", flat=True))


def test_the_rest_of_a_document_is_accepted_at_once(document, send):
    assert "2 claims were accepted." in send("accept").content.decode()
    assert standings(document) == {"accepted"}


def test_each_of_them_can_be_taken_back_alone(document, send, member):
    send("accept")
    entries = document.case.activities.filter(what="claim.accepted")
    assert entries.count() == 2
    client = member(document.case, "reviewer", "second")
    client.post(f"/desk/norte/activity/{entries.first().number}/undo")
    assert sorted(document.claims.values_list("standing", flat=True)) == ["accepted", "waiting"]


def test_what_was_decided_or_read_since_the_page_was_shown_is_left_alone(
    document, send, member, actor
):
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    seen = seen_on(member(document.case, "reviewer", "second"), document)
    first, second = document.claims.all()
    decide_claim(first, actor, Standing.REJECTED)
    said = send("accept", seen).content.decode()
    assert "1 claim was accepted." in said
    assert "1 claim was decided by somebody else meanwhile" in said
    assert standings(document) == {"rejected", "accepted"}
    decide_claim(second, actor, Standing.WAITING)
    send("accept", seen)
    second.refresh_from_db()
    assert second.standing == "waiting"


def test_a_field_that_they_share_is_set_once_and_they_wait_on(document, send):
    said = send("set", place="Sur", period_end="2026-01-02").content.decode()
    assert "2 claims were changed; they wait on." in said
    assert standings(document) == {"waiting"}
    rows = document.claims.values_list("current", flat=True)
    assert {(row["place"], row["period_end"]) for row in rows} == {("Sur", "2026-01-02")}


def test_a_new_reading_overrules_nothing_that_was_set(document, send, work, member):
    send("set", place="Sur")
    member(document.case, "documenter").post(
        f"{PAGE.format(document.pk)}change", {"published": "2026-02-01"}
    )
    work()
    assert {row["place"] for row in document.claims.values_list("current", flat=True)} == {"Sur"}


def test_a_field_that_cannot_be_set_changes_no_claim_and_stays_typed(document, send):
    before = list(document.claims.values_list("current", flat=True))
    answer = send("set", place="Sur", period_end="8 Jan")
    assert answer.status_code == 400
    assert 'value="8 Jan"' in answer.content.decode()
    assert list(document.claims.values_list("current", flat=True)) == before


def test_accepting_never_drops_what_was_typed_and_not_set(document, send):
    answer = send("accept", place="Sur")
    assert answer.status_code == 400
    assert 'value="Sur"' in answer.content.decode()
    assert standings(document) == {"waiting"}


def test_enter_in_a_field_sets_and_does_not_accept(document, member):
    client = member(document.case, "reviewer")
    body = client.get(PAGE.format(document.pk)).content.decode()
    form = body[body.index(f"{PAGE.format(document.pk)}decide") :]
    first = re.search(r"<button[^>]*>", form)
    assert first
    assert 'value="set"' in first[0]


@pytest.mark.parametrize("seen", [[], ["x:1"], ["1"], [f"{'9' * 40}:0"], ["²:0"]])
def test_what_no_page_showed_is_not_accepted(document, send, seen):
    send("accept", seen)
    assert standings(document) == {"waiting"}


def test_a_claim_of_another_document_is_not_reached(document, send, add_text):
    other = add_text(document.case, "The ministry said that 7 prisoners were freed.", "Other")
    send("accept", [f"{claim.pk}:0" for claim in other.claims.all()])
    assert standings(other) <= {"waiting"}
