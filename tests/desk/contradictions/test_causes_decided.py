"""Contradictions stand under what may be behind them, and a cause's change is one decision."""

from __future__ import annotations

import html
from typing import Any

import pytest

PAGE = "/desk/norte/contradictions/"
HEAD = (
    "id,measure,value,population_kind,period_start,period_end,cumulative,claimant,claimant_kind\n"
)
HELD_AS_RELEASED = HEAD + "".join(
    [
        "right,held,711,protest_detainees,,2026-01-29,false,House,ngo\n",
        "wrong,released,711,protest_detainees,2024-07-28,2026-01-29,true,House,ngo\n",
        *(
            f"later{n},released,34{n},protest_detainees,2024-07-28,2026-02-0{n},true,House,ngo\n"
            for n in (1, 2, 3)
        ),
    ]
)
TWICE = HEAD + (
    "one,released,99,protest_detainees,2025-12-25,2025-12-25,false,House,ngo\n"
    "two,released,99,protest_detainees,2025-12-26,2025-12-26,false,House,ngo\n"
    "all,released,187,protest_detainees,2025-12-18,2025-12-31,false,House,ngo\n"
    "more,detained,300,protest_detainees,2025-01-01,2025-12-31,true,House,ngo\n"
)


@pytest.fixture
def counted(case: Any, actor: Any, tmp_path: Any, work: Any) -> Any:
    """Return what has a table of claims count and be reconciled."""
    from habeas.desk.audit_log.job_queue import ask_for
    from habeas.desk.intake.incoming import add_claims_file

    def count(text: str) -> Any:
        table = tmp_path / "claims.csv"
        table.write_text(text)
        add_claims_file(case, table, actor)
        ask_for(case, "reconcile", actor)
        work()
        return case

    return count


def text_of(answer: Any) -> str:
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def causes(case: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = case.results.get(kind="causes").content["causes"]
    return found


def current(case: Any, key: str) -> dict[str, Any]:
    row: dict[str, Any] = case.claims.get(key=key).current
    return row


def test_contradictions_are_listed_by_cause_with_its_change_on_a_button(counted, member):
    case = counted(HELD_AS_RELEASED)
    page = text_of(member(case, "reviewer").get(PAGE))
    assert "One likely cause of 3 contradictions" in page
    assert "held, not released" in page
    assert page.count('<article class="card cause"') == 1


@pytest.mark.parametrize(("language", "called"), [("en", "held, not"), ("es", "presas, no exc")])
def test_a_cause_speaks_the_readers_language(counted, member, language, called):
    case = counted(HELD_AS_RELEASED)
    client = member(case, "reviewer")
    client.post("/language/", {"language": language, "next": "/desk/"})
    page = text_of(client.get(PAGE))
    assert called in page
    assert (("perhaps" in page), ("quizá" in page)) == (language == "en", language == "es")


def test_a_readers_page_names_the_cause_and_offers_no_change(counted, member):
    case = counted(HELD_AS_RELEASED)
    client = member(case, "reader")
    page = text_of(client.get(PAGE))
    assert "perhaps held" in page
    assert "contradictions/decide" not in page
    mark = causes(case)[0]["mark"]
    assert client.post(f"{PAGE}decide", {"cause": mark}).status_code == 403


def test_one_press_makes_the_change_and_its_contradictions_end(counted, member, work):
    case = counted(HELD_AS_RELEASED)
    client = member(case, "reviewer")
    client.post(f"{PAGE}decide", {"cause": causes(case)[0]["mark"]})
    row = current(case, "wrong")
    assert (row["measure"], row["period_start"], row["cumulative"]) == ("held", None, False)
    assert case.claims.get(key="wrong").standing == "corrected"
    work()
    assert "0 sets of claims" in text_of(client.get(PAGE))


def test_of_one_announcement_the_other_telling_is_recorded_as_a_correction(counted, member, work):
    case = counted(TWICE)
    (cause,) = causes(case)
    assert cause["change"] == "one_announcement"
    client = member(case, "reviewer")
    assert "One announcement" in text_of(client.get(PAGE))
    client.post(f"{PAGE}decide", {"cause": cause["mark"]})
    first, other = cause["claims"]
    assert current(case, other)["corrects"] == first
    assert case.claims.get(key=first).standing == "accepted"
    work()
    assert case.results.get(kind="findings").content["contradictions"] == []


def test_the_reason_that_is_written_down_is_the_question_that_was_answered(counted, member):
    case = counted(HELD_AS_RELEASED)
    member(case, "reviewer").post(f"{PAGE}decide", {"cause": causes(case)[0]["mark"]})
    entry = case.activities.get(what="claim.corrected")
    assert "perhaps held, not released" in entry.details["reason"]


def test_taking_the_decision_back_takes_back_all_that_it_changed(counted, member):
    case = counted(TWICE)
    before = {claim.key: (claim.standing, claim.current) for claim in case.claims.all()}
    client = member(case, "reviewer")
    client.post(f"{PAGE}decide", {"cause": causes(case)[0]["mark"]})
    entry = case.activities.get(what="cause.decided")
    client.post(f"/desk/norte/activity/{entry.number}/undo")
    after = {claim.key: (claim.standing, claim.current) for claim in case.claims.all()}
    assert after == before
    from habeas.desk.history.replay import findings

    assert [each for each in findings() if "the member" not in each] == []


def test_what_was_decided_since_by_somebody_else_is_not_overruled(counted, member, actor):
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    case = counted(HELD_AS_RELEASED)
    wrong = case.claims.get(key="wrong")
    decide_claim(wrong, actor, Standing.CORRECTED, {**wrong.current, "note": "Seen by me"})
    client = member(case, "reviewer")
    assert "Somebody has decided of this since" in text_of(client.get(PAGE))
    answer = client.post(f"{PAGE}decide", {"cause": causes(case)[0]["mark"]}, follow=True)
    assert "decided by somebody else meanwhile" in text_of(answer)
    assert current(case, "wrong")["measure"] == "released"


def test_a_rejected_claim_is_not_brought_back_by_a_cause(counted, member, actor):
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    case = counted(HELD_AS_RELEASED)
    decide_claim(case.claims.get(key="wrong"), actor, Standing.REJECTED)
    member(case, "reviewer").post(f"{PAGE}decide", {"cause": causes(case)[0]["mark"]})
    assert case.claims.get(key="wrong").standing == "rejected"


@pytest.mark.parametrize("mark", ["", "0" * 16, "²"])
def test_a_cause_that_no_page_showed_changes_nothing(counted, member, mark):
    case = counted(HELD_AS_RELEASED)
    answer = member(case, "reviewer").post(f"{PAGE}decide", {"cause": mark}, follow=True)
    assert "worked out anew" in text_of(answer)
    assert not case.activities.filter(what="cause.decided").exists()


def test_a_cause_that_no_fields_would_say_sends_to_the_figure(counted, member):
    case = counted(
        HEAD
        + "a,held,10,protest_detainees,,2026-01-01,false,House,ngo\n"
        + "b,held,20,protest_detainees,,2026-01-01,false,Mothers,ngo\n"
    )
    page = text_of(member(case, "reviewer").get(PAGE))
    assert "look at the figure and its words" in page
    assert "contradictions/decide" not in page


def test_all_contradictions_of_a_cause_stand_on_a_page_of_their_own(counted, member):
    case = counted(HELD_AS_RELEASED)
    page = text_of(member(case, "reader").get(f"{PAGE}?cause=1"))
    assert page.count('class="arithmetic"') == 3
    assert "All causes" in page
    for odd in ("0", "2", "x", "9" * 40):
        assert text_of(member(case, "reader", f"r{odd}").get(f"{PAGE}?cause={odd}"))


def test_causes_are_not_looked_for_while_figures_wait_to_be_worked_out(case, actor):
    from habeas.desk.administration.job_types import explain
    from habeas.desk.audit_log.job_queue import ask_for

    job = ask_for(case, "explain", actor)
    ask_for(case, "reconcile", actor)
    assert explain(job) == []
    assert not case.results.filter(kind="causes").exists()
