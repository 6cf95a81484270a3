"""Whoever runs a case sees which limits hold where documents are opened."""

from __future__ import annotations

import time
from typing import Any

import pytest

from habeas.formats.sandbox.limits import Limits
from habeas.formats.sandbox.platform_limits import LIMITS
from habeas.formats.sandbox.unreadable import (
    ALONE,
    Unreadable,
    of_status,
    reader_failed,
    too_large,
    too_long,
)


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch, store: Any) -> Any:
    """Have a trial of the limits find what is given."""

    def found(answer: Any) -> None:
        monkeypatch.setattr("habeas.desk.administration.team_pages.limits_here", lambda: answer)

    return found


def shown(client: Any, language: str = "en") -> str:
    from django.utils import translation

    with translation.override("en"):  # a page leaves its reader's language behind
        page = client.get("/desk/norte/team/", HTTP_ACCEPT_LANGUAGE=language)
    return page.content.decode()


def test_all_limits_that_hold_are_told_by_name(case, member, limits):
    limits(dict.fromkeys(LIMITS, True))
    page = shown(member(case, "administrator"))
    assert page.count("<td>holds</td>") == len(LIMITS)
    assert "Not all limits hold" not in page


@pytest.mark.parametrize("absent", LIMITS)
def test_a_limit_that_does_not_hold_is_told_with_what_to_do(case, member, limits, absent):
    limits({name: name != absent for name in LIMITS})
    page = shown(member(case, "administrator"))
    assert page.count("<strong>does not hold</strong>") == 1
    assert "Not all limits hold" in page


def test_no_page_waits_for_the_trial(case, member, limits):
    limits(None)
    assert "being tried out" in shown(member(case, "administrator"))


def test_the_limits_are_told_in_spanish(case, member, limits):
    limits({name: name != "socket" for name in LIMITS})
    page = shown(member(case, "administrator"), "es")
    assert "Sin acceso a la red" in page
    assert "<strong>no se cumple</strong>" in page


def test_the_trial_is_begun_by_whoever_asks_first(store, monkeypatch):
    from habeas.desk.administration import sandbox_limits as limits_here

    told = {"memory": True}
    monkeypatch.setattr(limits_here, "limits_of_this_platform", lambda: told)
    limits_here._trial.cache_clear()
    until = time.monotonic() + 10
    while (found := limits_here.limits_here()) is None and time.monotonic() < until:
        time.sleep(0.01)
    limits_here._trial.cache_clear()
    assert found == told


@pytest.mark.parametrize(
    "error",
    [
        too_long(Limits()),
        too_large(Limits()),
        of_status(9, Limits()),
        of_status(11, Limits()),
        reader_failed("KeyError"),
        Unreadable("says more than a document can, or nonsense", ALONE),
    ],
    ids=lambda error: error.problem[:20],
)
def test_why_a_reader_was_ended_is_told_in_spanish(store, error):
    from django.utils import translation

    from habeas.desk.error_messages import told

    with translation.override("es"):
        said = told(error)
    assert "en inglés" not in said
    assert "Guarde solo sus palabras" in said
