"""The pages of the desk: documents come in, people decide, and nothing runs that should not."""

from __future__ import annotations

import re
from typing import Any

import pytest

EVIL = "<script>alert(1)</script>"


def text_of(response: Any) -> str:
    return response.content.decode()


def test_pasted_text_becomes_a_document_whose_claims_wait(case, member, work):
    client = member(case, "documenter")
    text = "On 3 January 2026 the ministry said that 88 people were released."
    given = {"title": "Note", "text": text, "published": "2026-01-03", "language": "en"}
    client.post("/desk/norte/inbox/", given)
    work()
    claim = case.claims.get()
    page = text_of(client.get("/desk/norte/claims/"))
    assert f'<mark id="said">{claim.current["quote"]}</mark>' in page
    assert "claim" in text_of(client.get("/desk/norte/"))


def test_dropped_files_are_kept_byte_for_byte(case, member, work):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from habeas.desk.store.evidence import evidence

    raw = b"\xef\xbb\xbfThe ministry said 12 people were released on 3 January 2026.\r\n"
    client = member(case, "documenter")
    client.post("/desk/norte/inbox/", {"files": SimpleUploadedFile("../../evil.txt", raw)})
    assert "it waits to be read" in text_of(client.get("/desk/norte/inbox/"))
    assert not case.documents.exists()
    work()
    document = case.documents.get()
    assert evidence().read(document.sha256) == raw
    assert document.origin == "evil.txt"
    answer = client.get(f"/desk/norte/documents/{document.pk}/original")
    assert answer.content == raw
    assert answer["Content-Disposition"].startswith("attachment")


def test_what_cannot_be_read_is_refused_with_a_sentence(case, member, work):
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = member(case, "documenter")
    given = {"files": SimpleUploadedFile("broken.pdf", b"%PDF-1.4 nothing")}
    client.post("/desk/norte/inbox/", given)
    work()
    page = text_of(client.get("/desk/norte/inbox/"))
    assert '<span class="problem">broken.pdf: is not a PDF that can be read' in page
    assert not case.documents.exists()


def test_of_several_files_one_that_fails_is_told_by_name_and_the_others_are_read(
    case, member, work
):
    from django.core.files.uploadedfile import SimpleUploadedFile

    words = "The ministry said 12 people were released on 3 January 2026."
    bomb = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><rss>&b;</rss>"
    files = {"a.txt": words.encode(), "b.pdf": b"%PDF-1.4 no", "c.rss": bomb, "d.txt": b"Words."}
    dropped = [SimpleUploadedFile(name, raw) for name, raw in files.items()]
    client = member(case, "documenter")
    client.post("/desk/norte/inbox/", {"files": dropped})
    work()
    page = text_of(client.get("/desk/norte/inbox/"))
    assert {document.origin for document in case.documents.all()} == {"a.txt", "d.txt"}
    assert "Documents read: 2; claims found: 1." in page
    assert "b.pdf: is not a PDF that can be read" in page
    assert "c.rss: defines entities of its own" in page


def test_no_document_is_opened_while_a_page_is_served(case, member, monkeypatch):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from habeas.formats.sandbox import Sandbox

    def opened(*_given: object) -> None:
        raise AssertionError("a page opened a document")

    monkeypatch.setattr(Sandbox, "answers", opened)
    files = [SimpleUploadedFile(f"a.{end}", b"x") for end in ("html", "pdf", "eml", "rss", "warc")]
    client = member(case, "documenter")
    client.post("/desk/norte/inbox/", {"files": files})
    client.post("/desk/norte/inbox/", {"text": "Words."})
    assert "5 files were kept; they wait to be read." in text_of(client.get("/desk/norte/inbox/"))


def test_a_table_of_claims_counts_at_once(case, member):
    from django.core.files.uploadedfile import SimpleUploadedFile

    table = b"id,measure,value,population_kind\na,held,5,all_prisoners\n"
    client = member(case, "reviewer")
    client.post("/desk/norte/inbox/", {"files": SimpleUploadedFile("claims.csv", table)})
    assert case.claims.get().standing == "accepted"


def test_a_table_of_one_who_may_not_judge_waits(case, member):
    from django.core.files.uploadedfile import SimpleUploadedFile

    table = b"id,measure,value,population_kind\na,held,5,all_prisoners\n"
    client = member(case, "documenter")
    client.post("/desk/norte/inbox/", {"files": SimpleUploadedFile("claims.csv", table)})
    assert case.claims.get().standing == "waiting"


def test_accepting_a_claim_changes_what_the_figures_allow(case, add_text, member, work):
    add_text(case)
    client = member(case, "reviewer")
    claim = case.claims.first()
    address = f"/desk/norte/claims/{claim.pk}/decide"
    answer = client.post(address, {"decision": "accepted", "queued": "1"})
    assert answer.url == f"/desk/norte/claims/?after={claim.pk}"
    page = text_of(client.get(answer.url))
    work()
    assert re.search(r'class="number low">\s*\d', text_of(client.get("/desk/norte/")))
    undo = re.search(r'action="(/desk/norte/activity/\d+/undo)"', page)
    assert undo
    client.post(undo.group(1), {"back": "https://evil.example/"})
    claim.refresh_from_db()
    assert claim.standing == "waiting"


def test_the_log_offers_to_take_back_what_can_be_and_was_not_yet(case, add_text, member):
    add_text(case)
    client = member(case, "reviewer")
    first, second, *_ = case.claims.all()
    for claim in (first, second):
        client.post(f"/desk/norte/claims/{claim.pk}/decide", {"decision": "accepted"})
    earlier, later = case.activities.filter(what="claim.accepted").order_by("number")

    def log() -> str:
        client.get("/desk/norte/activity/")  # what was done just now is offered too, once
        return text_of(client.get("/desk/norte/activity/"))

    offered = re.compile(r'action="/desk/norte/activity/(\d+)/undo"')
    assert offered.findall(log()) == [str(later.number), str(earlier.number)]
    client.post(f"/desk/norte/activity/{later.number}/undo")
    taken_back = case.activities.get(undoes=later.number)  # and this can be taken back in turn
    assert offered.findall(log()) == [str(taken_back.number), str(earlier.number)]
    assert log().count('class="undone"') == 1


def test_the_queue_begins_with_the_greatest_doubt(case, add_text, member):
    add_text(case)
    claims = list(case.claims.all())
    for doubt, claim in enumerate(claims):
        claim.doubt = doubt / 10
        claim.save()
    page = text_of(member(case, "reviewer").get("/desk/norte/claims/"))
    assert claims[-1].key in page


def test_a_wrong_correction_is_shown_beside_its_field_and_nothing_is_lost(case, add_text, member):
    add_text(case)
    claim = case.claims.first()
    client = member(case, "reviewer")
    given = {"decision": "corrected", "value": "ninety", "note": "typed with care"}
    answer = client.post(f"/desk/norte/claims/{claim.pk}/decide", given)
    assert answer.status_code == 400
    assert "whole number" in text_of(answer)
    assert "typed with care" in text_of(answer)


def test_a_judged_pair_leaves_the_queue_and_reaches_linkage(case, add_list, member):
    from habeas.desk.cases.case_values import decision_values
    from habeas.desk.models import Pair, Record

    add_list(case, "full_name,age\nRosa Ejemplo,31\nRosa Egemplo,32\nR. Ejemplo,31\n")
    first, second, third = Record.objects.filter(list__case=case)
    weights = {"full_name": 6.5, "age": -1.5}
    pair = Pair.objects.create(
        case=case, left=first, right=second, probability=0.6, weights=weights
    )
    Pair.objects.create(case=case, left=first, right=third, probability=0.5, order=1)
    client = member(case, "reviewer")
    page = text_of(client.get("/desk/norte/pairs/"))
    assert 'class="against"' in page
    assert "Rosa Egemplo" in page
    client.post(f"/desk/norte/pairs/{pair.pk}/decide", {"decision": "same"})
    (decision,) = decision_values(case)
    assert decision.judgement == "same"
    assert decision.pair == (("list.csv", 1), ("list.csv", 2))
    assert "R. Ejemplo" in text_of(client.get("/desk/norte/pairs/"))
    client.post(f"/desk/norte/activity/{case.activities.first().number}/undo")
    assert [each.judgement for each in decision_values(case)] == ["same", "undecided"]
    pair.refresh_from_db()
    assert pair.standing == "waiting"


def test_confidential_people_are_hidden_from_those_who_only_read(case, add_list, member):
    add_list(case, "full_name\nRosa Ejemplo\nLuis Muestra\n")
    person = case.people.get(label="Rosa Ejemplo")
    reviewer, reader = member(case, "reviewer"), member(case, "reader")
    assert "Rosa Ejemplo" in text_of(reader.get("/desk/norte/people/"))
    given = {"confidential": "1", "publish": "1", "reason": "the family asked",
             "seen": person.records.get().pk}  # fmt: skip
    reviewer.post(f"/desk/norte/people/{person.pk}/consent", given)
    for address in ("people/", "search/?q=rosa", "activity/"):
        assert "Rosa Ejemplo" not in text_of(reader.get(f"/desk/norte/{address}"))
    assert reader.get(f"/desk/norte/people/{person.pk}/").status_code == 404
    assert "Rosa Ejemplo" in text_of(reviewer.get("/desk/norte/people/"))
    assert not person.records.get().publish


def test_no_page_holds_script_or_style_of_its_own(case, add_text, add_list, member):
    add_text(case, f"{EVIL} 88 people were released on 3 January 2026, said {EVIL}.", EVIL)
    add_list(case, f"full_name\n{EVIL}\n")
    client = member(case, "administrator")
    pages = [
        "", "inbox/", "claims/", "claims/all/", "contradictions/", "people/", "sources/",
        "activity/", "search/?q=script", "team/", "declarations/", "publish/",
        f"documents/{case.documents.get().pk}/", f"people/{case.people.get().pk}/",
    ]  # fmt: skip
    for page in pages:
        answer = client.get(f"/desk/norte/{page}")
        body = text_of(answer)
        assert answer.status_code == 200
        assert EVIL not in body
        assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=", body), page
        policy = answer["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Frame-Options"] == "DENY"


def test_exports_run_nothing_in_a_spreadsheet(case, add_list, member, actor, tmp_path):
    from habeas.desk.intake.incoming import add_claims_file

    table = tmp_path / "claims.csv"
    table.write_text(
        'id,measure,value,population_kind,note\na,held,5,all_prisoners,"=HYPERLINK(1)"\n'
    )
    add_claims_file(case, table, actor)
    add_list(case, "full_name\n=cmd()\n@sum\n")
    client = member(case, "administrator")
    for name in ("claims", "people"):
        body = text_of(client.get(f"/desk/norte/export/{name}.csv"))
        assert not re.search(r'(^|,)"?[=@+]', body, re.MULTILINE)


def test_a_form_from_elsewhere_is_refused(case, add_text, account):
    from django.test import Client

    client = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    client.force_login(account("ana"), backend="django.contrib.auth.backends.ModelBackend")
    assert client.post("/sign-out/").status_code == 403


def test_no_page_takes_the_place_of_what_the_head_of_every_page_shows(case, add_text, member):
    document = add_text(case)
    client = member(case, "reviewer")
    for place in ("inbox/", f"documents/{document.pk}/", "claims/", "people/"):
        head = text_of(client.get(f"/desk/norte/{place}")).split("</header>")[0]
        assert head.count('name="language" value="') == 1
        assert 'data-key="/" value=""' in head


def test_declarations_that_are_wrong_are_shown_with_their_line(case, member):
    client = member(case, "administrator")
    scopes = '[scope.x]\nwithin = ["nowhere"]\n'
    answer = client.post("/desk/norte/declarations/", {"scopes": scopes})
    assert answer.status_code == 400
    assert "nowhere" in text_of(answer)
    case.refresh_from_db()
    assert "nowhere" not in case.scopes_toml


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_speaks_the_readers_language(case, add_text, member, language):
    add_text(case)
    client = member(case, "administrator")
    client.post("/language/", {"language": language, "next": "/desk/"})
    page = text_of(client.get("/desk/norte/claims/"))
    assert f'<html lang="{language}">' in page
    assert ("Aceptar" in page) == (language == "es")


def test_contradictions_show_their_arithmetic_and_quotes(case, member, actor, tmp_path, work):
    from habeas.desk.audit_log.job_queue import ask_for
    from habeas.desk.intake.incoming import add_claims_file

    table = tmp_path / "claims.csv"
    table.write_text(
        "id,measure,value,population_kind,period_end,claimant,claimant_kind\n"
        "a,held,5,political_prisoners,2026-01-01,X,ngo\n"
        "b,held,9,political_prisoners,2026-01-01,X,ngo\n"
    )
    add_claims_file(case, table, actor)
    ask_for(case, "reconcile", actor)
    work()
    page = text_of(member(case, "reader").get("/desk/norte/contradictions/"))
    assert 'class="card soft"' in page
    told = re.search(r'class="arithmetic"><p>([^<]*)', page)
    assert told
    assert {"5", "9"} <= set(re.findall(r"\d+", told.group(1)))


def test_findings_say_that_the_case_has_changed_since_only_where_it_has(
    case, member, actor, add_text, work
):
    from habeas.desk.audit_log.job_queue import ask_for
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    reader, changed = member(case, "reader"), "has changed since"
    ask_for(case, "reconcile", actor)
    work()
    pages = ("/desk/norte/contradictions/", "/desk/norte/")
    assert [changed in text_of(reader.get(page)) for page in pages] == [False, False]
    add_text(case)
    decide_claim(case.claims.first(), actor, Standing.ACCEPTED)
    assert [changed in text_of(reader.get(page)) for page in pages] == [True, True]


def test_work_that_fails_says_so_and_takes_nothing_with_it(case, member, work):
    client = member(case, "documenter")
    client.post("/desk/norte/inbox/", {"address": "http://127.0.0.1/secret"})
    work()
    job = case.jobs.get(kind="fetch")
    assert job.state == "failed"
    assert "private network" in text_of(client.get("/desk/norte/inbox/"))
    answer = client.get(f"/desk/norte/jobs/{job.pk}/").json()
    assert answer["ended"]


@pytest.mark.parametrize(("crashed", "state"), [(False, "waiting"), (True, "failed")])
def test_work_left_half_done_is_done_anew_unless_the_worker_went_down_over_it(
    case, actor, crashed, state
):
    from habeas.desk.audit_log.job_queue import ask_for, take_up
    from habeas.desk.models import Job

    job = ask_for(case, "reconcile", actor)
    Job.objects.filter(pk=job.pk).update(state="running")
    take_up(crashed=crashed)
    job.refresh_from_db()
    assert job.state == state


def ended_meanwhile(monkeypatch, work, module, name):
    """Have the work end while a page is being made, right after it has asked for something."""
    asked = getattr(module, name)

    def with_work(*given: Any, **named: Any) -> Any:
        answer = asked(*given, **named)
        work()
        return answer

    monkeypatch.setattr(module, name, with_work)


def test_a_page_on_which_work_ends_while_it_is_made_still_watches_it(
    case, member, work, monkeypatch
):
    from habeas.desk.cases import overview_page as overview

    client = member(case, "documenter")
    client.post("/desk/norte/contradictions/")
    ended_meanwhile(monkeypatch, work, overview, "findings")
    assert "data-job" in text_of(client.get("/desk/norte/"))
    assert not case.jobs.filter(state="waiting").exists()


def test_a_page_that_says_published_work_is_done_also_says_that_it_is_public(
    case, member, work, monkeypatch
):
    from habeas.desk.publication import publish_page as publishing

    client = member(case, "publisher")
    client.post("/desk/norte/publish/", {"title-en": "Norte"})
    asked = publishing.latest
    monkeypatch.setattr(publishing, "latest", lambda *given: [work(), asked(*given)][1])
    page = text_of(client.get("/desk/norte/publish/"))
    assert 'class="job done"' in page
    assert 'id="public"' in page


def test_a_job_that_is_done_says_what_came_of_it_in_the_readers_words(case, add_list, member, work):
    from habeas.desk.administration.job_types import WORK
    from habeas.desk.audit_log.activity import Actor
    from habeas.desk.audit_log.job_queue import ask_for
    from habeas.desk.wording import LANGUAGES, words_in

    add_list(case, "full_name\nAna Ejemplo\nLuz Muestra\n")
    ask_for(case, "link", Actor("Ana"))
    work()
    client = member(case, "reviewer")
    assert "Rows: 2; people: 2; pairs that wait: 0." in text_of(client.get("/desk/norte/"))
    client.cookies["django_language"] = "es"
    assert "Filas: 2; personas: 2; pares en espera: 0." in text_of(client.get("/desk/norte/"))
    said = {
        "read", "reread", "taken", "reconciled", "explained", "linked", "published", "searched",
        "verified", "estimated", "accounted",
    }  # fmt: skip
    assert len(said) == len(set(WORK) - {"fetch", "effect"})  # said by none
    for language in LANGUAGES:
        assert all(words_in(language).has(f"jobs.said_{each}") for each in said)


def test_a_table_of_claims_larger_than_any_is_refused_unread(case, member, monkeypatch):
    from io import BytesIO

    from habeas.desk.intake import inbox_page as inbox

    monkeypatch.setattr(inbox, "LARGEST_TABLE", 100)
    table = BytesIO(b"id,measure,value,population_kind\n" + b"a,held,5,all_prisoners\n" * 9)
    table.name = "claims.csv"
    said = text_of(
        member(case, "reviewer").post("/desk/norte/inbox/", {"files": table}, follow=True)
    )
    assert "claims.csv" in said
    assert "larger than 100 bytes, the limit for a table of claims" in said
    assert not case.claims.exists()


def test_a_list_that_would_unfold_to_gigabytes_is_refused_on_its_page(case, member):
    import zipfile
    from io import BytesIO

    name = "urn:oasis:names:tc:opendocument:xmlns"
    cell = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'office:value-type="string" table:number-columns-repeated="9"><text:p>Ana</text:p>'
        "</table:table-cell></table:table-row>"
    )
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{name}:office:1.0" '
            f'xmlns:table="{name}:table:1.0" xmlns:text="{name}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="A">{cell}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    bomb.seek(0)
    bomb.name = "register.ods"
    assert len(bomb.getvalue()) < 1_000
    client = member(case, "documenter")
    said = text_of(client.post("/desk/norte/lists/add", {"list": bomb}, follow=True))
    assert "register.ods: has more than 6,000,000 cells" in said
    assert not case.lists.exists()
