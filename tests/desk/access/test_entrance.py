"""Signing in: two factors, few attempts, sessions that end."""

from __future__ import annotations

import re
from typing import Any

import pytest


def code_of(user: Any, *, offset: int = 0) -> str:
    from django_otp.oath import totp
    from django_otp.plugins.otp_totp.models import TOTPDevice

    device = TOTPDevice.objects.get(user=user)
    return f"{totp(device.bin_key, device.step, device.t0, device.digits, offset):06d}"


def sign_in(client: Any, name: str, password: str = "correct horse battery") -> Any:
    return client.post("/sign-in/", {"username": name, "password": password})


def test_a_password_alone_opens_nothing(account, browser):
    account("ana")
    client = browser()
    assert sign_in(client, "ana").status_code == 302
    assert client.get("/desk/").url.startswith("/sign-in/second/")


def test_both_factors_open_the_desk_and_each_code_is_good_once(account, browser):
    user = account("ana")
    client = browser()
    sign_in(client, "ana")
    code = code_of(user)
    assert client.post("/sign-in/second/", {"code": code}).url == "/desk/"
    assert client.get("/desk/").status_code == 200
    again = browser()
    sign_in(again, "ana")
    assert again.post("/sign-in/second/", {"code": code}).status_code == 200
    assert again.get("/desk/").status_code == 302


def test_wrong_codes_are_throttled(account, browser):
    user = account("ana")
    client = browser()
    sign_in(client, "ana")
    for _ in range(3):
        client.post("/sign-in/second/", {"code": "000000"})
    client.post("/sign-in/second/", {"code": code_of(user)})
    assert client.get("/desk/").status_code == 302


def test_wrong_passwords_lock_the_account_at_that_address_only(account, browser):
    account("ana")
    client = browser()
    for _ in range(5):
        sign_in(client, "ana", "wrong")
    assert sign_in(client, "ana").status_code == 429
    elsewhere = client.post(
        "/sign-in/",
        {"username": "ana", "password": "correct horse battery"},
        REMOTE_ADDR="203.0.113.9",
    )
    assert elsewhere.status_code == 302


def test_an_invitation_is_good_once_and_sets_up_both_factors(store, actor, browser):
    from django.contrib.auth.models import User

    from habeas.desk.access import accounts

    user = accounts.account("nueva", actor)
    address = accounts.invitation(user)
    client = browser()
    weak = client.post(address, {"new_password1": "short", "new_password2": "short"})
    assert weak.status_code == 200
    chosen = "a long enough phrase"
    given = {"new_password1": chosen, "new_password2": chosen}
    assert client.post(address, given).url == "/sign-in/second/"
    page = client.get("/sign-in/second/").content.decode()
    assert "<svg" in page
    done = client.post("/sign-in/second/", {"code": code_of(user)}).content.decode()
    spare = re.findall(r"<code>([0-9a-f]{10})</code>", done)
    assert len(spare) == 10
    assert client.get("/desk/").status_code == 200
    assert browser().get(address).status_code == 410
    other = browser()
    other.force_login(User.objects.get(), backend="django.contrib.auth.backends.ModelBackend")
    assert other.post("/sign-in/second/", {"code": spare[0]}).url == "/desk/"


@pytest.mark.parametrize("address", ["/enter/MQ/x-y/", "/enter/zzz/x-y/", "/enter/OTk5OTk/x-y/"])
def test_an_invitation_that_nobody_gave_opens_nothing(store, browser, address):
    assert browser().get(address).status_code == 410


def test_signing_in_leads_to_no_other_site(account, browser):
    user = account("ana")
    client = browser()
    sign_in(client, "ana")
    given = {"code": code_of(user), "next": "https://evil.example/"}
    assert client.post("/sign-in/second/", given).url == "/desk/"


def test_sessions_end_and_their_cookies_are_kept_from_scripts(account, browser):
    from django.conf import settings

    account("ana")
    client = browser()
    sign_in(client, "ana")
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["expires"]
    assert settings.SESSION_COOKIE_AGE <= 3600


def test_signing_out_ends_the_session_on_the_server(account, browser):
    client = browser(account("ana"))
    kept = client.cookies["sessionid"].value
    client.post("/sign-out/")
    client.cookies["sessionid"] = kept
    assert client.get("/desk/").status_code == 302


def test_a_lost_second_factor_is_only_renewed_by_whoever_runs_all_the_persons_cases(
    case, actor, account, member, browser
):
    from habeas.desk.access import accounts
    from habeas.desk.cases import declarations as cases
    from habeas.desk.models import Membership

    user = account("elsewhere too")
    other = cases.begin_case(actor, "sur", "Sur")
    Membership.objects.create(case=case, user=user, role="reader")
    Membership.objects.create(case=other, user=user, role="reader")
    boss = member(case, "administrator")
    boss.post(f"/desk/norte/team/{user.pk}/invite")
    assert accounts.has_second_factor(user)
    Membership.objects.get(case=other, user=user).delete()
    page = boss.post(f"/desk/norte/team/{user.pk}/invite").content.decode()
    assert "/enter/" in page
    assert not accounts.has_second_factor(user)


def test_naming_somebodys_unfinished_account_in_another_case_yields_no_invitation(
    case, actor, member
):
    from habeas.desk.access import accounts
    from habeas.desk.cases import declarations as cases
    from habeas.desk.models import Membership

    other = cases.begin_case(actor, "sur", "Sur")
    theirs = accounts.account("invited.there", actor)
    Membership.objects.create(case=other, user=theirs, role="administrator")
    boss = member(case, "administrator")
    page = boss.post("/desk/norte/team/", {"name": "invited.there", "role": "reader"}, follow=True)
    assert "/enter/" not in page.content.decode()


def test_the_last_administrator_cannot_be_taken_away(case, member):
    from habeas.desk.models import Membership

    boss = member(case, "administrator", "ana")
    boss.post("/desk/norte/team/", {"name": "ana", "role": "reader"})
    assert Membership.objects.get(case=case).role == "administrator"
