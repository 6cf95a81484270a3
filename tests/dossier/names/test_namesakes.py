"""Mentions of somebody who was answered to be another name nobody, nor do the words between."""

from __future__ import annotations

import pytest

from habeas.dossier.names import Answer, ListedName, gathered, questions, speakers, text_key

ROWS = [ListedName("Zulma Ejémplez")]


@pytest.mark.parametrize(
    "text",
    ["Zulma Ejémplez, Zulma Ejémplez", 'x,Zulma Ejémplez,ngo,,"so Zulma Ejémplez"',
     "Zulma Ejémplez zulma-ejemplez", "Ejémplez, Zulma Ejémplez"],
)  # fmt: skip
def test_a_namesake_who_was_answered_is_shown_in_all_that_is_made_of_the_text(text: str):
    answer = Answer("zulma ejemplez", text_key("Zulma Ejémplez"), False, "Ana", "why", "2026")
    hidden = gathered(ROWS, speakers(["Zulma Ejémplez"]), {}, [answer])
    assert hidden.answered_for(["Zulma Ejémplez"]).covered(text) == text


def test_the_name_turned_round_beside_an_answered_namesake_is_covered():
    text = "Ejémplez, Zulma; the minister is Zulma Ejémplez"
    answer = Answer("zulma ejemplez", text_key("Zulma Ejémplez"), False, "Ana", "why", "2026")
    hidden = gathered(ROWS, speakers(["Zulma Ejémplez"]), {}, [answer])
    seen = hidden.answered_for(["Zulma Ejémplez"])
    assert seen.covered(text) == "███████████████; the minister is Zulma Ejémplez"


def test_who_was_answered_to_be_the_withheld_person_is_covered_and_asks_no_more():
    text = "so Zulma Ejémplez, the minister"
    answer = Answer("zulma ejemplez", text_key(text), True, "Ana", "why", "2026")
    spoken = speakers(["Zulma Ejémplez"])
    assert len(questions([("a", text)], gathered(ROWS, spoken))) == 1
    hidden = gathered(ROWS, spoken, {}, [answer])
    assert questions([("a", text)], hidden) == []
    assert "Ejémplez" not in hidden.covered(text)
    assert len(questions([("a", f"{text}!")], hidden)) == 1
