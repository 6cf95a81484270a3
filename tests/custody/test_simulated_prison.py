"""A simulated prison, end to end: lists, counts by name, announcements, bounds, the truth."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from prison import OPENED, REACH, SCOPE, Prison, lists_of, prison, tallies, weekly

from habeas.custody import Timeline, as_claims, documented, timeline
from habeas.estimation import Method, estimates, overlaps_of
from habeas.formats.tables import read_people, write_claims
from habeas.reconciliation import STRICT, Question, reconcile
from habeas.vocabulary import Measure

INFLATED = {7: 2.2, 13: 2.0, 20: 2.5}
DAYS = [OPENED + timedelta(days=days) for days in (30, 90, 150, 210, 270, 330, 364)]


@pytest.fixture(scope="module")
def truth() -> Prison:
    return prison(4000, seed=11)


@pytest.fixture(scope="module")
def folder(truth: Prison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case's folder: people.csv, claims.csv, scopes.toml."""
    path = tmp_path_factory.mktemp("prison")
    (path / "people.csv").write_text(lists_of(truth, seed=12), encoding="utf-8")
    write_claims(weekly(truth, INFLATED) + tallies(truth), path / "claims.csv")
    (path / "scopes.toml").write_text(f"[scope.{SCOPE}]\nopens = {OPENED}\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def timelines(folder: Path) -> list[Timeline]:
    return [timeline(person) for person in read_people(folder / "people.csv")]


def habeas(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the real program."""
    return subprocess.run(
        [sys.executable, "-m", "habeas", *words], capture_output=True, text=True, check=False
    )


def test_what_is_documented_never_exceeds_the_truth(truth: Prison, timelines: list[Timeline]):
    for found in documented(timelines, DAYS, SCOPE):
        for measure in Measure:
            assert found.count(measure) <= truth.count(measure, found.day), (found, measure)


def test_much_is_documented(truth: Prison, timelines: list[Timeline]):
    last = documented(timelines, [DAYS[-1]], SCOPE, by_list=False)[0]
    assert last.detained > 0.8 * truth.count(Measure.DETAINED, DAYS[-1])
    assert last.released > 0.7 * truth.count(Measure.RELEASED, DAYS[-1])


def test_bounds_from_true_claims_and_names_contain_the_truth(
    truth: Prison, timelines: list[Timeline]
):
    named = as_claims(documented(timelines, DAYS, SCOPE, by_list=False))
    claims = weekly(truth, {}) + tallies(truth) + named
    asked = [Question(measure, SCOPE, day) for measure in Measure for day in DAYS]
    found = reconcile(claims, policy=STRICT, questions=asked)
    assert found.contradictions == ()
    for bound in found.view.bounds:
        real = truth.count(bound.question.measure, bound.question.end)
        assert bound.low <= real
        assert bound.high is None or real <= bound.high


def test_names_tighten_what_claims_alone_allow(truth: Prison, timelines: list[Timeline]):
    question = Question(Measure.DETAINED, SCOPE, DAYS[1])
    claims = tallies(truth)
    named = as_claims(documented(timelines, DAYS, SCOPE, by_list=False))
    (alone,) = reconcile(claims, questions=[question]).view.bounds
    (together,) = reconcile(claims + named, questions=[question]).view.bounds
    assert alone.low < together.low <= truth.count(Measure.DETAINED, DAYS[1])


def test_the_inflated_announcements_are_the_ones_flagged(folder: Path):
    done = habeas("verify", str(folder / "claims.csv"), str(folder / "people.csv"), "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["announcements"]
    flagged = {each["claim"] for each in found if each["finding"] == "too_few_named"}
    assert flagged == {f"fortnight-{number}" for number in INFLATED}


def test_confirmed_shares_hold_the_truth(truth: Prison, folder: Path):
    done = habeas("verify", str(folder / "claims.csv"), str(folder / "people.csv"), "--json")
    for each in json.loads(done.stdout)["announcements"]:
        first, last = date.fromisoformat(each["from"]), date.fromisoformat(each["to"])
        assert each["documented"]["low"] <= truth.released_within(first, last)


def test_the_estimate_holds_everybody_ever_detained(truth: Prison, timelines: list[Timeline]):
    pairs = [(person.person, name) for person in timelines for name in person.lists]
    table = overlaps_of(pairs, sorted(REACH))
    (found,) = estimates(table, [Method.DGA], sensitivity=False)
    assert found.low <= len(truth.detained) <= found.high


def test_the_account_shows_every_side_and_where_they_cannot_all_hold(folder: Path, truth: Prison):
    done = habeas("account", str(folder), "--scope", SCOPE, "--day", "2025-12-27", "--json")
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)
    assert {each["claimant"] for each in found["says"]} == {"Ministry", "Observer"}
    assert found["documented"]["held"] <= truth.count(Measure.HELD, date(2025, 12, 27))
    assert {each["method"] for each in found["estimated"]} == {"dga", "loglinear"}
    # More were announced as released than were ever inside and are inside no more.
    inflated = {f"fortnight-{number}" for number in INFLATED}
    assert found["contradictions"]
    assert all(inflated & set(each["claims"]) for each in found["contradictions"])
    assert "Ministry" in done.stdout


def test_the_account_is_printed_for_people(folder: Path):
    done = habeas("account", str(folder), "--scope", SCOPE, "--lang", "es")
    assert done.returncode == 0, done.stderr
    assert "documentadas con nombre" in done.stdout
    assert "documented by name" not in done.stdout
    assert "puede ser cierto" in done.stdout
