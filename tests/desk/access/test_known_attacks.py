"""Attacks that every web application meets, each tried here: most held before, and are to hold."""

from __future__ import annotations

import csv
import io
import threading
from typing import Any

import pytest

RIGHT = "correct horse battery"
ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "https:evil.example",
    "javascript:alert(1)",
    "http://localhost@evil.example/",
    "\t//evil.example/",
)


def code_of(user: Any) -> str:
    from django_otp.oath import totp
    from django_otp.plugins.otp_totp.models import TOTPDevice

    device = TOTPDevice.objects.get(user=user)
    return f"{totp(device.bin_key, device.step, device.t0, device.digits):06d}"


def first_step(client: Any, name: str, **more: str) -> Any:
    return client.post("/sign-in/", {"username": name, "password": RIGHT, **more})


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_no_page_leads_to_another_site(wanted, case, account, browser, member, add_text, actor):
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    user = account("ana")
    client = browser()
    assert first_step(client, "ana", next=wanted).url == "/desk/"
    code = {"code": code_of(user), "next": wanted}
    assert client.post("/sign-in/second/", code).url == "/desk/"
    answer = client.post("/language/", {"language": "es", "next": wanted})
    assert answer.url.startswith("/")
    assert not answer.url.startswith(("//", "/\\"))
    add_text(case)
    decide_claim(case.claims.first(), actor, Standing.ACCEPTED)
    number = case.activities.filter(what="claim.accepted").first().number
    undone = member(case, "reviewer").post(f"/desk/norte/activity/{number}/undo", {"back": wanted})
    assert undone.url == "/desk/norte/activity/"


def test_a_session_known_before_signing_in_is_worth_nothing_after(account, browser):
    user = account("ana")
    client = browser()
    first_step(client, "ana")
    after_first = client.cookies["sessionid"].value
    client.post("/sign-in/second/", {"code": code_of(user)})
    after_second = client.cookies["sessionid"].value
    planted = browser()
    planted.cookies["sessionid"] = "a" * 32
    first_step(planted, "ana")
    assert len({"a" * 32, after_first, after_second, planted.cookies["sessionid"].value}) == 4
    thief = browser()
    thief.cookies["sessionid"] = after_first
    assert thief.get("/desk/").status_code == 302


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:80@evil"])
def test_a_host_that_is_not_the_desks_is_answered_nothing(store, browser, host):
    page = browser().get("/sign-in/", SERVER_NAME="localhost", HTTP_HOST=host)
    assert page.status_code == 400


def test_an_invitation_bears_no_host_that_a_header_named(case, member):
    boss = member(case, "administrator")
    page = boss.post(
        "/desk/norte/team/",
        {"name": "nueva", "role": "reader"},
        HTTP_X_FORWARDED_HOST="evil.example",
    )
    assert page.context["invitation"].startswith("http://localhost/enter/")


@pytest.mark.parametrize(
    "address", ["/sign-out/", "/sign-in/", "/language/", "/desk/norte/team/", "/desk/norte/inbox/"]
)
def test_no_other_site_sends_a_form_in_a_members_name(case, member, address):
    boss = member(case, "administrator")
    boss.handler.enforce_csrf_checks = True
    assert boss.post(address, {}).status_code == 403
    assert boss.get("/desk/").status_code == 200


def test_signing_out_is_no_link(account, browser):
    client = browser(account("ana"))
    assert client.get("/sign-out/").status_code == 405
    assert client.get("/desk/").status_code == 200


def test_an_invitation_ends_with_its_first_use_and_with_a_new_one_being_needed(
    store, actor, browser
):
    from habeas.desk.access import accounts

    address = accounts.invitation(accounts.account("nueva", actor))
    chosen = {"new_password1": "seven blue rivers", "new_password2": "seven blue rivers"}
    assert browser().post(address, chosen).status_code == 302
    other = {"new_password1": "nine green towers", "new_password2": "nine green towers"}
    assert browser().post(address, other).status_code == 410
    assert first_step_with(browser(), "nueva", "seven blue rivers").status_code == 302


def first_step_with(client: Any, name: str, password: str) -> Any:
    return client.post("/sign-in/", {"username": name, "password": password})


def test_the_account_of_an_invitation_is_held_while_it_is_used(store, actor, monkeypatch):
    from django.db import connection
    from django.db.models.query import QuerySet

    from habeas.desk.access import accounts

    held: list[str] = []
    lock = QuerySet.select_for_update

    def look(query: Any, *given: Any, **named: Any) -> Any:
        held.append(query.model.__name__)
        assert connection.in_atomic_block
        return lock(query, *given, **named)

    monkeypatch.setattr(QuerySet, "select_for_update", look)
    uid, token = accounts.invitation(accounts.account("nueva", actor)).strip("/").split("/")[1:]
    held.clear()
    assert accounts.invited(uid, token)
    assert held == ["User"]


def test_an_invitation_used_elsewhere_ends_the_sessions_of_the_account(account, actor, browser):
    from habeas.desk.access import accounts

    user = account("ana")
    inside = browser(user)
    assert inside.get("/desk/").status_code == 200
    address = accounts.invitation(user)
    chosen = {"new_password1": "seven blue rivers", "new_password2": "seven blue rivers"}
    browser().post(address, chosen)
    assert inside.get("/desk/").status_code == 302


def test_a_name_costs_as_much_work_as_no_name(account, browser, monkeypatch):
    """What takes time is the hash of the password: one, whoever is named."""
    from django.contrib.auth.hashers import MD5PasswordHasher
    from django.contrib.auth.models import User

    account("ana")
    User.objects.create(username="invited", password="!unusable")
    User.objects.create_user("gone", password=RIGHT, is_active=False)
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher,
        "encode",
        lambda self, password, salt: hashed.append(password) or encode(self, password, salt),
    )
    costs = {}
    for name in ("ana", "nobody", "invited", "gone"):
        hashed.clear()
        page = first_step_with(browser(), name, "wrong")
        costs[name] = (len(hashed), page.status_code)
    assert set(costs.values()) == {(1, 200)}


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("page.html", b"<!doctype html><script>alert(1)</script><p>88 were released."),
        ('x".html\r\nX-Evil: 1', b"<p>88 were released."),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    ],
)
def test_an_original_is_never_a_page_of_the_desk(case, actor, member, title, content):
    from habeas.desk.intake.incoming import Arrival, keep_document
    from habeas.formats.documents.found_document import FoundDocument

    found = FoundDocument(content, "text/plain", title, title=title)
    document, _ = keep_document(case, found, Arrival(actor, language="en", origin=title))
    answer = member(case, "reader").get(f"/desk/norte/documents/{document.pk}/original")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="{document.sha256[:16]}.bin"'
    )
    assert "X-Evil" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def test_every_answer_forbids_scripts_of_others_frames_and_guessed_types(case, member, browser):
    for client, address in ((member(case, "reader"), "/desk/norte/"), (browser(), "/sign-in/")):
        headers = client.get(address).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_table_of_people_is_a_formula(case, add_list, member, formula):
    table = io.StringIO()
    csv.writer(table).writerows([["full_name", "facility"], ["Rosa Ejemplo", formula]])
    add_list(case, table.getvalue(), "=cmd.csv")
    answer = member(case, "administrator").get("/desk/norte/export/people.csv")
    cells = [cell for row in csv.reader(io.StringIO(answer.content.decode())) for cell in row]
    assert any("Rosa" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@＝"))]


@pytest.mark.parametrize(
    "name",
    ["ana\nEntry 9 was changed.", "ana\x1b[2J", "ana\u202e", "ana boss", "", "a" * 151, "x;y"],
)
def test_no_account_has_a_name_that_writes_in_the_log(case, member, name):
    from django.contrib.auth.models import User

    before = User.objects.count()
    boss = member(case, "administrator")
    boss.post("/desk/norte/team/", {"name": name, "role": "reader"})
    assert User.objects.count() == before + 1


def test_a_name_typed_with_control_signs_is_shown_harmlessly(store, browser):
    page = browser().post("/sign-in/", {"username": '"><script>', "password": "wrong"})
    assert b"<script>" not in page.content.replace(b'<script src="/static/desk/desk.js"', b"")


@pytest.mark.parametrize(
    ("method", "address", "given"),
    [
        ("post", "/sign-in/", {"username": "ana\0", "password": "wrong"}),
        ("post", "/sign-in/", {"username": "ana", "password": "wrong\0"}),
        ("get", "/desk/norte/search/", {"q": "rosa\0"}),
        ("get", "/desk/norte/activity/", {"who": "\0"}),
        ("get", "/desk/norte/claims/all/", {"standing": "\0"}),
        ("post", "/desk/norte/inbox/", {"text": "88\0were released", "title": "x"}),
        ("post", "/desk/norte/sources/", {"name": "a\0", "kind": "ngo", "alias": "b"}),
        ("post", "/desk/norte/team/", {"name": "a\0", "role": "reader"}),
        ("get", "/desk/norte/documents/1/%00", {}),
    ],
)
def test_a_zero_that_is_sent_is_refused_on_every_database(case, member, method, address, given):
    answer = getattr(member(case, "administrator"), method)(address, given)
    assert answer.status_code in (400, 404)


@pytest.mark.parametrize("code", ["", "９９９９９９", "1" * 5000, "' OR 1=1 --"])
def test_a_strange_code_is_a_wrong_code(account, browser, code):
    account("ana")
    client = browser()
    first_step(client, "ana")
    assert client.post("/sign-in/second/", {"code": code}).status_code == 200
    assert client.get("/desk/").status_code == 302


def test_waits_are_counted_once_each_when_many_try_at_the_same_time(tmp_path):
    """Threads with connections of their own, so outside any transaction of the test."""
    from django.db import connection

    from habeas.desk.access.throttling import CODES, key_of, take_turn
    from habeas.desk.models import SignInWait

    key = key_of("code", f"at once {tmp_path}")
    turns: list[object] = []

    def attempt() -> None:
        try:
            turns.append(take_turn(key, CODES))
        finally:
            connection.close()

    try:
        threads = [threading.Thread(target=attempt) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(turns) == 8
        assert turns.count(None) == CODES.free
    finally:
        SignInWait.objects.filter(key=key).delete()
        connection.close()
