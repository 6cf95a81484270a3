"""What is taken back, withheld or half done when the worker dies leaves nobody public."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from habeas.vocabulary import InputError

HEADINGS = "id,measure,value,population_kind,period_end,claimant,claimant_kind,withheld\n"
USUAL = "held,5,political_prisoners,2026-01-01"


@pytest.fixture
def public(case: Any, actor: Any, tmp_path: Path) -> Any:
    """A published case of two claims; one is Ana Muestra's own."""
    from habeas.desk.intake.incoming import add_claims_file
    from habeas.desk.publication.publication import publish

    table = tmp_path / "claims.csv"
    table.write_text(f"{HEADINGS}a,{USUAL},X,ngo,\nb,{USUAL},Ana Muestra,ngo,\n")
    add_claims_file(case, table, actor)
    publish(case, actor)
    return case


def decided(case: Any, actor: Any, key: str, **changed: str) -> Any:
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    claim = case.claims.get(key=key)
    return decide_claim(claim, actor, Standing.CORRECTED, claim.current | changed)


def shown(browser: Any) -> str:
    answer = browser.get("/norte/data/claims.csv")
    return answer.content.decode() if answer.status_code == 200 else ""


def test_a_claim_that_is_withheld_is_off_the_public_pages_at_once_and_others_come_back(
    public, actor, browser, work
):
    anybody = browser()
    assert "Ana Muestra" in shown(anybody)
    decided(public, actor, "b", withheld="yes")
    assert shown(anybody) == ""
    work()
    assert "\na," in shown(anybody)
    assert "Ana Muestra" not in shown(anybody)


@pytest.mark.parametrize("kind", ["part_of", "corrects"])
def test_what_tells_of_a_withheld_claim_is_withheld_with_it(public, actor, browser, work, kind):
    decided(public, actor, "a", **{kind: "b"})
    decided(public, actor, "b", withheld="yes")
    work()
    assert "\na," not in shown(browser())


def test_withholding_that_is_taken_back_has_the_claim_public_again(public, actor, browser, work):
    from habeas.desk.history.undoing import undo

    entry = decided(public, actor, "b", withheld="yes")
    work()
    undo(public, entry, actor)
    assert "Ana Muestra" not in shown(browser())  # until the case is published anew
    from habeas.desk.publication.publication import publish

    publish(public, actor)
    assert "Ana Muestra" in shown(browser())


def test_a_claim_that_is_withheld_no_word_of_no_takes_nothing_off(public, actor, browser):
    decided(public, actor, "b", withheld="no")
    assert "Ana Muestra" in shown(browser())


def named(case: Any, actor: Any, alias: str) -> Any:
    from habeas.desk.cases.declarations import name_source

    name_source(case, actor, "Casa de Derechos", alias, "ngo")
    return case.activities.filter(what="source.named").latest("number")


def aliases(case: Any) -> set[str]:
    source = case.sources.get(name="Casa de Derechos")
    return {each.name for each in source.aliases.all()} - {"the House of Rights"}


def test_another_name_of_a_source_that_is_taken_back_is_its_name_no_longer(case, actor):
    from habeas.desk.history import replay
    from habeas.desk.history.undoing import undo

    entry = named(case, actor, "CdD")
    undo(case, entry, actor)
    assert aliases(case) == set()
    assert list(replay.findings()) == []
    with pytest.raises(InputError, match="taken back already"):
        undo(case, entry, actor)
    named(case, actor, "CdD")
    assert aliases(case) == {"CdD"}


def test_of_two_names_of_a_source_either_is_taken_back_without_the_other(case, actor):
    from habeas.desk.history import replay
    from habeas.desk.history.undoing import undo

    first, _ = named(case, actor, "CdD"), named(case, actor, "La Casa")
    undo(case, first, actor)
    assert aliases(case) == {"La Casa"}
    assert list(replay.findings()) == []


def test_a_name_that_hid_a_list_from_the_search_is_off_the_public_pages_when_taken_back(
    public, actor, add_list, browser, work
):
    from habeas.desk.history.undoing import undo
    from habeas.desk.publication.publication import publish

    entry = named(public, actor, "Ana Muestra")
    add_list(public, "full_name\nAna Muestra\n")
    work()
    publish(public, actor)
    undo(public, entry, actor)
    assert shown(browser()) == ""  # held back until searched


def held_back(case: Any, actor: Any) -> Any:
    from habeas.desk.models import JobState
    from habeas.desk.publication.held_pages import hold_back

    hold_back(case, actor)
    job = case.jobs.get(kind="search")
    job.state = JobState.RUNNING
    job.save()
    return job


def test_a_search_of_pages_that_a_crash_cut_off_is_resumed_and_the_pages_come_back(
    public, actor, browser, work
):
    from habeas.desk.audit_log import job_queue as jobs

    held_back(public, actor)
    assert shown(browser()) == ""
    jobs.take_up(crashed=True)
    work()
    assert "Ana Muestra" in shown(browser())


def test_a_search_that_crashes_twice_is_not_tried_again_and_new_pages_are_made(
    public, actor, browser, work
):
    from habeas.desk.audit_log import job_queue as jobs
    from habeas.desk.models import JobState

    job = held_back(public, actor)
    jobs.take_up(crashed=True)
    job.refresh_from_db()
    assert job.state == JobState.WAITING
    job.state = JobState.RUNNING
    job.save()
    jobs.take_up(crashed=True)
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert public.jobs.filter(kind="publish", state=JobState.WAITING).exists()
    work()
    assert "Ana Muestra" in shown(browser())


def test_a_search_that_is_resumed_finds_who_was_listed_before_the_crash(
    public, actor, browser, work
):
    from habeas.desk.audit_log import job_queue as jobs
    from habeas.desk.people import lists

    job = held_back(public, actor)
    jobs.take_up(crashed=True)
    lists.add_list(public, "list.csv", b"full_name\nAna Muestra\n", actor)
    job.refresh_from_db()
    work()
    assert "Ana Muestra" not in shown(browser())
