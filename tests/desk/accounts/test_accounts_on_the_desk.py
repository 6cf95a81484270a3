"""Announcements against names, the unlisted, the account and exports: as the command line's."""

from __future__ import annotations

import html
import json
import random
from typing import Any

import pytest

HOME = "/desk/norte/account/"
HEAD = (
    "id,measure,value,population_kind,period_start,period_end,cumulative,claimant,claimant_kind\n"
)
CLAIMS = HEAD + (
    "told,released,3,protest_detainees,2026-01-08,2026-01-10,false,Ministry,government\n"
    "held,held,40,protest_detainees,,2026-01-10,false,House,ngo\n"
)
LIST = (
    "full_name,detained_on,released_on\n"
    "Ana Ejemplo,2025-12-01,2026-01-09\n"
    "Luz Muestra,2025-12-02,2026-01-20\n"
    "Eva Prueba,2025-12-03,\n"
)


@pytest.fixture
def filled(case: Any, actor: Any, add_list: Any, tmp_path: Any, work: Any) -> Any:
    """Return what fills a case with claims and a list, and links it."""
    from habeas.desk.audit_log.job_queue import ask_for
    from habeas.desk.intake.incoming import add_claims_file

    def fill(claims: str = CLAIMS, *lists: str) -> Any:
        if claims:
            table = tmp_path / "claims.csv"
            table.write_text(claims)
            add_claims_file(case, table, actor)
        for number, text in enumerate(lists):
            add_list(case, text, f"list{number}.csv")
        if lists:
            ask_for(case, "link", actor)
        work()
        return case

    return fill


def text_of(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    return html.unescape(answer.content.decode())


def worked_out(client: Any, work: Any, page: str, **sent: str) -> str:
    """Ask for what a page shows, as its button does, and return the page when it is there."""
    client.post(HOME + page, sent)
    work()
    return text_of(client.get(HOME + page))


def confide(case: Any, name: str, actor: Any) -> None:
    from habeas.desk.models import Record
    from habeas.desk.people.consents import record_consent

    rows = list(Record.objects.filter(list__case=case, name=name))
    record_consent(case, rows, actor, publish=False, confidential=True)


def test_an_announcement_stands_beside_those_whose_release_is_documented(filled, member, work):
    case = filled(CLAIMS, LIST)
    client = member(case, "documenter")
    page = worked_out(client, work, "announced/")
    assert "Ministry" in page
    claim = case.claims.get(key="told")
    own = text_of(client.get(f"{HOME}announced/{claim.pk}/"))
    assert "Documented by name: 1" in own
    assert "Ana Ejemplo" in own
    assert "Of 2 of those announced no list documents the release" in own
    assert "Luz Muestra" not in own
    assert "Luz Muestra" in page  # released, and never announced


def test_what_the_desk_hands_out_is_what_the_command_line_writes(filled, member, work, tmp_path):
    from typer.testing import CliRunner

    from habeas.cli.application import application

    case = filled(CLAIMS, LIST)
    client = member(case, "reviewer")
    worked_out(client, work, "announced/")
    told = json.loads(client.get("/desk/norte/export/result/announced.json").content)
    for name in ("claims", "people"):
        (tmp_path / f"{name}.csv").write_bytes(client.get(f"/desk/norte/export/{name}.csv").content)
    (tmp_path / "scopes.toml").write_text(case.scopes_toml)
    words = ["verify", str(tmp_path / "claims.csv"), str(tmp_path / "people.csv"),
             "--scopes", str(tmp_path / "scopes.toml"), "--json"]  # fmt: skip
    assert json.loads(CliRunner().invoke(application(words), words).stdout) == told


def test_who_is_confidential_is_counted_and_not_named_to_who_only_reads(
    filled, member, work, actor
):
    case = filled(CLAIMS, LIST)
    confide(case, "Ana Ejemplo", actor)
    worked_out(member(case, "documenter"), work, "announced/")
    page = f"{HOME}announced/{case.claims.get(key='told').pk}/"
    read = text_of(member(case, "reader").get(page))
    assert "Ana Ejemplo" not in read
    assert "and 1 more" in read
    assert "Ana Ejemplo" in text_of(member(case, "reviewer").get(page))


def test_where_nothing_is_announced_the_page_says_what_belongs_there(filled, member, work):
    case = filled(HEAD + "held,held,40,protest_detainees,,2026-01-10,false,House,ngo\n", LIST)
    page = worked_out(member(case, "documenter"), work, "announced/")
    assert "No claim that counts announces releases" in page


def overlapping(lists: int, people: int = 120) -> list[str]:
    """Lists on which each of some people stands with a chance, each under a name of its own."""
    chance = random.Random(7)  # noqa: S311  (drawn lists, not secrets)
    syllables = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "ro", "su")
    names = [
        "".join(syllables[int(digit)] for digit in f"{n:03}").title()
        + " " + "".join(syllables[9 - int(digit)] for digit in f"{n * 7 % 1000:03}").title()
        for n in range(people)
    ]  # fmt: skip
    return [
        "full_name,birth_date\n" + "".join(
            f"{name},19{50 + n % 50}-0{1 + n % 9}-1{n % 10}\n"
            for n, name in enumerate(names) if chance.random() < 0.6
        )
        for _ in range(lists)
    ]  # fmt: skip


def test_the_unlisted_are_estimated_with_their_overlaps_and_drawn(filled, member, work):
    case = filled("", *overlapping(2))
    client = member(case, "documenter")
    page = worked_out(client, work, "unlisted/")
    assert "list0.csv · list1.csv" in page
    assert "seed 1" in page
    drawn = client.get(f"{HOME}unlisted.svg")
    assert drawn["Content-Type"] == "image/svg+xml"
    assert b"<svg" in drawn.content
    assert len(drawn.content) > 1000


def test_where_the_overlaps_cannot_tell_no_number_is_given_and_it_is_said_why(filled, member, work):
    page = worked_out(member(filled("", LIST), "documenter"), work, "unlisted/")
    assert "cannot tell how many people" in page
    assert "seed" not in page


def test_the_account_puts_side_by_side_what_is_said_and_what_is_documented(filled, member, work):
    case = filled(CLAIMS, LIST)
    client = member(case, "documenter")
    page = worked_out(client, work, "")
    assert "House" in page
    assert "by name" in page
    earlier = worked_out(client, work, "", day="2026-01-09")
    assert "9 January 2026" in earlier


@pytest.mark.parametrize("page", ["", "announced/", "unlisted/", "tables/"])
@pytest.mark.parametrize(("language", "said"), [("en", "Side by side"), ("es", "Lado a lado")])
def test_the_pages_speak_the_readers_language(filled, member, work, page, language, said):
    case = filled(CLAIMS, LIST)
    client = member(case, "documenter")
    client.post("/language/", {"language": language, "next": "/desk/"})
    if page != "tables/":
        client.post(HOME + page)
        work()
    assert said in text_of(client.get(HOME + page))


def test_the_case_changed_since_is_said_and_nothing_is_worked_out_by_itself(
    filled, member, work, actor
):
    case = filled(CLAIMS, LIST)
    client = member(case, "documenter")
    worked_out(client, work, "announced/")
    confide(case, "Luz Muestra", actor)
    assert "has changed since" in text_of(client.get(f"{HOME}announced/"))


def test_only_who_reviews_takes_names_along(filled, member, work):
    case = filled(CLAIMS, LIST)
    worked_out(member(case, "documenter"), work, "announced/")
    reader = member(case, "reader")
    assert "decisions.csv" not in text_of(reader.get(f"{HOME}tables/"))
    for address in ("decisions.csv", "claim-decisions.json", "result/announced.json"):
        assert reader.get(f"/desk/norte/export/{address}").status_code == 403
    assert reader.post(f"{HOME}announced/").status_code == 403


def test_decisions_are_handed_out_as_linkage_reads_them(filled, member, actor, tmp_path):
    from habeas.desk.models import Pair, Record
    from habeas.desk.people.pair_decisions import decide_pair
    from habeas.formats.tables import read_decisions
    from habeas.vocabulary import Judgement

    case = filled("", LIST)
    left, right = Record.objects.filter(list__case=case)[:2]
    pair = Pair.objects.create(case=case, left=left, right=right, probability=0.5)
    decide_pair(pair, actor, Judgement.DIFFERENT)
    answer = member(case, "reviewer").get("/desk/norte/export/decisions.csv")
    file = tmp_path / "decisions.csv"
    file.write_bytes(answer.content)
    (decision,) = read_decisions(file)
    assert decision.judgement is Judgement.DIFFERENT
    assert case.activities.filter(what="export.decisions").exists()


def test_every_decision_on_a_claim_is_handed_out_with_who_and_why(filled, member, actor):
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    case = filled(CLAIMS)
    decide_claim(case.claims.get(key="told"), actor, Standing.REJECTED, reason="A promise")
    answer = member(case, "reviewer").get("/desk/norte/export/claim-decisions.json")
    last = json.loads(answer.content)[-1]
    assert (last["claim"], last["standing"], last["by"], last["reason"]) == (
        "told", "rejected", "Ana", "A promise",
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["findings", "causes", "announced", "x"])
def test_nothing_else_that_is_kept_is_handed_out(filled, member, kind):
    case = filled(CLAIMS)
    answer = member(case, "reviewer").get(f"/desk/norte/export/result/{kind}.json")
    assert answer.status_code == 404
