"""Questions of a case are built from choices, and nobody has to know how they are written."""

from __future__ import annotations

from typing import Any

import pytest

HELD = {"measure": "held", "scope": "protest_detainees", "until": "2026-01-20"}
FLOW = {"measure": "released", "scope": "political_prisoners", "minus": "protest_detainees",
        "from": "2026-01-06", "until": "2026-01-20"}  # fmt: skip


@pytest.fixture
def ask(case: Any, member: Any) -> Any:
    client = member(case, "administrator")

    def send(**form: str) -> Any:
        from habeas.desk.cases.question_choices import seen_as

        case.refresh_from_db()
        answer = client.post("/desk/norte/declarations/", {"seen": seen_as(case), **form})
        case.refresh_from_db()
        return answer

    send.client = client
    return send


def test_a_question_is_chosen_and_told_in_words(case, ask):
    ask(**HELD)
    ask(**FLOW)
    assert case.questions.splitlines() == [
        "held protest_detainees 2026-01-20",
        "released political_prisoners-protest_detainees 2026-01-06..2026-01-20",
    ]
    page = ask.client.get("/desk/norte/declarations/").content.decode()
    assert "headline" in page
    assert case.activities.filter(what="case.asked").count() == 2


def test_another_can_be_made_the_headline_or_asked_no_more(case, ask):
    ask(**HELD)
    ask(**FLOW)
    first, second = case.questions.splitlines()
    ask(line=second, do="first")
    assert case.questions.splitlines() == [second, first]
    ask(line=second, do="drop")
    assert case.questions.splitlines() == [first]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"until": ""}, "of which day"), ({"scope": "nobody"}, "no scope of this case"),
     ({"until": "soon"}, "question")],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_and_what_was_chosen_stays(case, ask, wrong, told):
    answer = ask(**{**FLOW, **wrong})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert told in page
    assert '<option value="released" selected>' in page
    assert case.questions == ""


def test_the_same_question_is_asked_once(case, ask):
    ask(**HELD)
    assert "is asked already" in ask(**HELD).content.decode()


def test_what_somebody_else_changed_meanwhile_is_not_written_over(case, ask, actor):
    from habeas.desk.cases.declarations import ask as declare
    from habeas.desk.cases.question_choices import seen_as

    seen = seen_as(case)
    declare(case, actor, "held political_prisoners 2026-01-01", "plain")
    answer = ask(**HELD, seen=seen)
    assert answer.status_code == 400
    assert case.questions == "held political_prisoners 2026-01-01"
