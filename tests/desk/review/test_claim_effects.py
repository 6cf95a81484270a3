"""What a claim would change is told before it is accepted, worked out beside the pages."""

from __future__ import annotations

import html
from typing import Any

import pytest

PAGE = "/desk/norte/claims/{}/effect"
HEAD = "id,measure,value,population_kind,period_end,claimant,claimant_kind,corrects,modality\n"
COUNTED = HEAD + (
    "a,held,5,protest_detainees,2026-01-01,House,ngo,,asserted\n"
    "b,held,9,protest_detainees,2026-01-01,House,ngo,,asserted\n"
)


@pytest.fixture
def waiting(case: Any, actor: Any, tmp_path: Any) -> Any:
    """Return what adds claims to a case, of which one, ``b`` if no other is named, waits."""
    from habeas.desk.intake.incoming import add_claims_file
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    def add(text: str = COUNTED, key: str = "b") -> Any:
        table = tmp_path / "claims.csv"
        table.write_text(text)
        add_claims_file(case, table, actor)
        claim = case.claims.get(key=key)
        decide_claim(claim, actor, Standing.WAITING)
        return case.claims.get(key=key)

    return add


def text_of(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    return html.unescape(answer.content.decode())


def test_nothing_is_worked_out_by_the_page_itself(case, waiting, member, work):
    claim = waiting()
    client, page = member(case, "reviewer"), PAGE.format(claim.pk)
    assert "being worked out" in text_of(client.post(page), 202)
    assert "being worked out" in text_of(client.post(page), 202)
    assert case.jobs.filter(kind="effect").count() == 1
    work()
    assert "1 contradiction would begin" in text_of(client.post(page))
    assert claim.standing == "waiting"


def test_the_answers_that_would_move_are_told_from_and_to(case, waiting, member, work):
    claim = waiting(HEAD + "b,held,9,protest_detainees,2026-01-01,House,ngo,,asserted\n")
    client, page = member(case, "reviewer"), PAGE.format(claim.pk)
    client.post(page)
    work()
    told = text_of(client.post(page))
    assert "<del>0–no limit</del> → <ins>9–9</ins>" in told
    assert "No contradiction would begin or end" in told


def test_a_correction_ends_contradictions(case, waiting, member, work):
    claim = waiting(COUNTED + "c,held,9,protest_detainees,2026-01-01,House,ngo,a,asserted\n", "c")
    client, page = member(case, "reviewer"), PAGE.format(claim.pk)
    client.post(page)
    work()
    assert "1 contradiction would end" in text_of(client.post(page))


def test_it_is_of_the_fields_as_they_were_typed(case, waiting, member, work):
    claim = waiting()
    client, page = member(case, "reviewer"), PAGE.format(claim.pk)
    typed = {"value": "5"}
    client.post(page, typed)
    work()
    assert "No contradiction would begin" in text_of(client.post(page, typed))
    assert "being worked out" in text_of(client.post(page), 202)


def test_what_was_found_before_another_decision_is_not_told_any_more(
    case, waiting, member, work, actor
):
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    claim = waiting()
    client, page = member(case, "reviewer"), PAGE.format(claim.pk)
    client.post(page)
    work()
    decide_claim(case.claims.get(key="a"), actor, Standing.REJECTED)
    client.post(page)
    work()
    assert "No contradiction would begin" in text_of(client.post(page))
    assert case.results.filter(kind__startswith="effect").count() == 1


def test_a_promise_changes_nothing(case, waiting, member, work):
    claim = waiting(HEAD + "b,released,9,protest_detainees,2026-01-01,House,ngo,,promised\n")
    client, page = member(case, "reviewer"), PAGE.format(claim.pk)
    client.post(page)
    work()
    assert "binds nothing" in text_of(client.post(page))


def test_what_cannot_be_worked_out_is_said_once_and_not_asked_for_ever(case, waiting, member, work):
    claim = waiting()
    client, page = member(case, "reviewer"), PAGE.format(claim.pk)
    typed = {"period_end": "someday"}
    client.post(page, typed)
    work()
    assert "could not be worked out" in text_of(client.post(page, typed))
    assert not case.jobs.filter(kind="effect").exists()


def test_of_claims_left_behind_only_the_last_is_worked_out(case, waiting, member, work):
    first = waiting()
    from habeas.desk.models import Claim

    second = case.claims.get(key="a")
    Claim.objects.filter(pk=second.pk).update(standing="waiting")
    client = member(case, "reviewer")
    client.post(PAGE.format(first.pk))
    client.post(PAGE.format(second.pk))
    work()
    kinds = case.results.filter(kind__startswith="effect").values_list("kind", flat=True)
    assert list(kinds) == [f"effect-{second.pk}"]


def test_the_page_of_a_claim_that_waits_offers_it_to_whoever_decides(case, waiting, member):
    claim = waiting()
    page = f"/desk/norte/claims/{claim.pk}/"
    assert "What would it change?" in text_of(member(case, "reviewer").get(page))
    assert "What would it change?" not in text_of(member(case, "reader").get(page))


def test_of_a_decided_claim_it_is_said_that_it_is_decided(case, waiting, member):
    waiting()
    decided = case.claims.get(key="a")
    told = text_of(member(case, "reviewer").post(PAGE.format(decided.pk)))
    assert "decided meanwhile" in told


def test_such_work_is_not_listed_among_what_goes_on(case, waiting, member, work):
    claim = waiting()
    client = member(case, "reviewer")
    client.post(PAGE.format(claim.pk))
    assert "what a claim would change" not in text_of(client.get("/desk/norte/"))
