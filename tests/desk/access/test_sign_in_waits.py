"""Guessing passwords and codes: invented addresses, many addresses, and the owner meanwhile."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_network
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

RIGHT = "correct horse battery"


@pytest.fixture
def settings(store: Any) -> Any:
    """Django's settings, each put back at the end."""
    from django.test import override_settings

    with override_settings():
        from django.conf import settings

        yield settings


def code_of(user: Any) -> str:
    from django_otp.oath import totp
    from django_otp.plugins.otp_totp.models import TOTPDevice

    device = TOTPDevice.objects.get(user=user)
    return f"{totp(device.bin_key, device.step, device.t0, device.digits):06d}"


def sign_in(client: Any, name: str) -> Any:
    return client.post("/sign-in/", {"username": name, "password": RIGHT})


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Move the clock of all waits forward."""
    from django.utils import timezone

    true, moved = timezone.now, [timedelta(0)]
    monkeypatch.setattr(timezone, "now", lambda: true() + moved[0])

    def move(**much: float) -> None:
        moved[0] += timedelta(**much)

    return move


def attempt(client: Any, password: str, address: str, **headers: str) -> Any:
    return client.post(
        "/sign-in/", {"username": "ana", "password": password}, REMOTE_ADDR=address, **headers
    )


@pytest.mark.parametrize(
    "header",
    ["HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_TRUE_CLIENT_IP"],
)
def test_an_invented_address_does_not_pass_the_lock(account, browser, header):
    account("ana")
    client = browser()
    for number in range(5):
        attempt(client, "wrong", "127.0.0.1", **{header: f"198.51.100.{number}"})
    locked = attempt(client, RIGHT, "127.0.0.1", **{header: "198.51.100.99"})
    assert locked.status_code == 429


def test_one_address_of_a_network_of_version_six_is_all_of_them(account, browser):
    account("ana")
    client = browser()
    for number in range(5):
        attempt(client, "wrong", f"2001:db8::{number:x}")
    assert attempt(client, RIGHT, "2001:db8::ffff:1").status_code == 429
    assert attempt(client, RIGHT, "2001:db8:0:1::1").status_code == 302


def seen_by(settings: Any, proxies: list[str], peer: str, **headers: str) -> Any:
    from django.test import RequestFactory

    from habeas.desk.access.peer_address import PeerAddress

    settings.TRUSTED_PROXIES = tuple(map(ip_network, proxies))
    request = RequestFactory().get("/", REMOTE_ADDR=peer, **headers)
    PeerAddress(lambda request: request)(request)  # type: ignore[arg-type, return-value]
    return request


@pytest.mark.parametrize(
    ("proxies", "peer", "forwarded", "client"),
    [
        ([], "127.0.0.1", "203.0.113.7", "127.0.0.1"),
        (["127.0.0.1"], "127.0.0.1", "203.0.113.7", "203.0.113.7"),
        (["127.0.0.1"], "127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (["127.0.0.1"], "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        (["127.0.0.1", "10.0.0.0/8"], "127.0.0.1", "1.2.3.4, 203.0.113.7, 10.1.1.1", "203.0.113.7"),
        (["10.0.0.0/8"], "10.0.0.1", "10.0.0.2, 10.0.0.3", "10.0.0.2"),
        (["127.0.0.1"], "127.0.0.1", "198.51.100.1, unknown", "127.0.0.1"),
        (["127.0.0.1"], "127.0.0.1", "", "127.0.0.1"),
        (["127.0.0.1"], "127.0.0.1", "203.0.113.7:50123", "203.0.113.7"),
        (["::1"], "::1", "[2001:db8::7]:443", "2001:db8::7"),
        (["127.0.0.1"], "::ffff:127.0.0.1", "203.0.113.7", "203.0.113.7"),
    ],
)
def test_the_client_is_the_rightmost_hop_that_is_no_declared_proxy(
    store, settings, proxies, peer, forwarded, client
):
    request = seen_by(settings, proxies, peer, HTTP_X_FORWARDED_FOR=forwarded)
    assert request.META["REMOTE_ADDR"] == client
    assert "HTTP_X_FORWARDED_FOR" not in request.META


@given(st.text(max_size=60))
def test_whatever_a_client_writes_before_a_proxy_does_changes_nothing(written):
    from habeas.desk.access.peer_address import client, parsed

    proxies = (ip_network("127.0.0.1"),)
    peer = parsed("127.0.0.1")
    assert str(client(peer, f"{written}, 203.0.113.7", proxies)) == "203.0.113.7"


def test_only_a_declared_proxy_says_that_a_page_came_over_https(store, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    said = {"HTTP_X_FORWARDED_PROTO": "https"}
    assert seen_by(settings, ["127.0.0.1"], "127.0.0.1", **said).is_secure()
    assert not seen_by(settings, ["127.0.0.1"], "203.0.113.7", **said).is_secure()
    assert not seen_by(settings, [], "127.0.0.1", **said).is_secure()


@pytest.mark.parametrize("written", ['"127.0.0.1"', '["nobody"]', "[1.5]", '["10.0.0.1/8"]'])
def test_proxies_that_are_no_addresses_are_refused_in_a_sentence(tmp_path, written):
    from habeas.desk.store.location import StoreLocation, mark_of
    from habeas.vocabulary import InputError

    (tmp_path / "store.toml").write_text(mark_of().replace("proxies = []", f"proxies = {written}"))
    with pytest.raises(InputError, match=r"store\.toml.* is not a list of addresses of proxies"):
        StoreLocation.read(tmp_path)


def test_a_new_store_believes_no_proxy(tmp_path):
    from habeas.desk.store.location import StoreLocation, mark_of

    (tmp_path / "store.toml").write_text(mark_of())
    assert "proxies = []" in mark_of()
    assert StoreLocation.read(tmp_path).proxies == ()


def test_https_without_a_declared_proxy_is_refused_before_every_page_leads_to_itself(store):
    from dataclasses import replace

    from habeas.desk.administration.serving import serve
    from habeas.vocabulary import InputError

    with pytest.raises(InputError, match="names no proxy"):
        serve(replace(store, https=True), "127.0.0.1", 0)


def test_the_server_itself_believes_no_header(store, monkeypatch):
    from habeas.desk.administration import request_bodies, serving

    given: dict[str, Any] = {}

    class Asked(Exception):
        """The server was to be made."""

    def create(_application: Any, **named: Any) -> None:
        given.update(named)
        raise Asked

    monkeypatch.setattr(request_bodies, "create_server", create)
    with pytest.raises(Asked):
        serving.serve(store, "127.0.0.1", 0)
    assert not given.get("trusted_proxy")


def test_many_addresses_are_slowed_down_by_the_account(account, browser):
    account("ana")
    for number in range(10):
        attempt(browser(), "wrong", f"198.51.100.{number}")
    refused = attempt(browser(), RIGHT, "203.0.113.5")
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) >= 1


def test_attempts_at_the_same_moment_are_counted_before_their_passwords_are_looked_at(
    account, browser, monkeypatch
):
    from django.contrib.auth import backends

    from habeas.desk.models import SignInWait

    account("ana")
    counted: list[int] = []

    def look(*_given: Any, **_named: Any) -> None:
        counted.append(SignInWait.objects.get().failures)

    monkeypatch.setattr(backends.ModelBackend, "authenticate", look)
    attempt(browser(), "wrong", "198.51.100.1")
    assert counted == [1]


def test_a_name_that_is_no_account_waits_as_an_account_does(account, browser):
    account("ana")
    answers = {}
    for name in ("ana", "nobody"):
        answers[name] = [
            browser()
            .post(
                "/sign-in/",
                {"username": name, "password": "wrong"},
                REMOTE_ADDR=f"198.51.100.{number}",
            )
            .status_code
            for number in range(12)
        ]
    assert answers["ana"] == answers["nobody"]
    assert 429 in answers["ana"]


def test_waits_double_end_at_a_quarter_of_an_hour_and_are_forgotten(account, browser, later):
    from habeas.desk.access.throttling import LONGEST, PASSWORDS, take_turn

    waits = [PASSWORDS.wait(failures).total_seconds() for failures in range(10, 16)]
    assert waits == [1, 2, 4, 8, 16, 32]
    assert PASSWORDS.wait(10_000) == LONGEST == timedelta(minutes=15)
    for _ in range(40):
        take_turn("somebody", PASSWORDS)
        later(minutes=16)
    later(hours=2)
    assert all(take_turn("somebody", PASSWORDS) is None for _ in range(10))


def test_an_owner_comes_in_on_a_device_that_has_signed_in_before(account, browser, later):
    user = account("ana")
    known = browser()
    sign_in(known, "ana")
    known.post("/sign-in/second/", {"code": code_of(user)})
    known.post("/sign-out/")
    for number in range(12):
        attempt(browser(), "wrong", f"198.51.100.{number}")
    assert attempt(browser(), RIGHT, "203.0.113.5").status_code == 429
    assert attempt(known, RIGHT, "203.0.113.6").status_code == 302


def test_a_known_device_is_slowed_down_by_its_own_attempts(account, browser):
    user = account("ana")
    known = browser()
    sign_in(known, "ana")
    known.post("/sign-in/second/", {"code": code_of(user)})
    known.post("/sign-out/")
    for number in range(10):
        attempt(known, "wrong", f"198.51.100.{number}")
    assert attempt(known, RIGHT, "203.0.113.6").status_code == 429
    assert attempt(browser(), RIGHT, "203.0.113.7").status_code == 302


def test_whoever_is_signed_in_waits_too_when_trying_anothers_password(account, browser):
    account("ana")
    inside = browser(account("berta"))
    for number in range(10):
        attempt(inside, "wrong", f"198.51.100.{number}")
    assert attempt(inside, RIGHT, "203.0.113.6").status_code == 429


def test_a_device_is_known_to_one_account_until_its_password_ends(account, browser):
    from django.test import RequestFactory

    from habeas.desk.access.known_devices import COOKIE, device_of

    ana, berta = account("ana"), account("berta")
    client = browser()
    sign_in(client, "ana")
    client.post("/sign-in/second/", {"code": code_of(ana)})
    kept = client.cookies[COOKIE]
    assert kept["httponly"]
    assert kept["samesite"] == "Lax"
    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = kept.value
    assert device_of(request, ana)
    assert not device_of(request, berta)
    assert not device_of(request, None)
    request.COOKIES[COOKIE] = kept.value[:-1] + ("A" if kept.value[-1] != "A" else "B")
    assert not device_of(request, ana)
    request.COOKIES[COOKIE] = kept.value
    ana.set_password("another long phrase")
    assert not device_of(request, ana)


def test_an_invitation_opens_past_the_waits_that_others_caused(account, browser, actor):
    from habeas.desk.access import accounts

    user = account("ana")
    for number in range(12):
        attempt(browser(), "wrong", f"198.51.100.{number}")
    accounts.forget_second_factor(user, actor)
    chosen = {"new_password1": "seven blue rivers", "new_password2": "seven blue rivers"}
    answer = browser().post(accounts.invitation(user), chosen)
    assert answer.url == "/sign-in/second/"
    assert attempt(browser(), "seven blue rivers", "203.0.113.5").status_code == 302


def test_codes_are_slowed_down_wherever_they_come_from_and_never_for_days(account, browser, later):
    user = account("ana")
    for number in range(8):
        client = browser()
        attempt(client, RIGHT, f"198.51.100.{number}")
        client.post("/sign-in/second/", {"code": "000000"})
    client = browser()
    attempt(client, RIGHT, "203.0.113.5")
    assert client.post("/sign-in/second/", {"code": code_of(user)}).status_code == 429
    later(minutes=16)
    assert client.post("/sign-in/second/", {"code": code_of(user)}).status_code == 302


@pytest.mark.parametrize(
    "password",
    [
        "123456789012",
        "314159265358979323846",
        "0034-612-345-678",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "abcdefghijklmn",
        "98765432fedcba",
        "qwertyuiop12",
        "1q2w3e4r5t6y",
        "qazwsxedcrfv",
        "azertyuiopqs",
        "password2026",
        "P@ssw0rd2026",
        "Contraseña2026",
        "ana.lopez2026",
        "norte-norte-1",
        "Habeas!Habeas!",
        "gkq!mbt78901234",
    ],
)
def test_a_password_that_is_guessed_first_is_refused(case, password):
    from django.contrib.auth.models import User
    from django.core.exceptions import ValidationError

    from habeas.desk.access.passwords import GuessablePattern

    with pytest.raises(ValidationError):
        GuessablePattern().validate(password, User(username="ana.lopez"))


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "tres sillas verdes",
        "Mi perro come lunas",
        "tr7Gkq02!mbz",
        "reloj-tortuga-1987-mar",
        "молоко и велосипед",
        "the norte wind sings low",
    ],
)
def test_a_phrase_of_a_few_words_is_taken(case, password):
    from django.contrib.auth.models import User
    from django.contrib.auth.password_validation import validate_password

    validate_password(password, User(username="ana.lopez"))


@pytest.mark.parametrize(("language", "said"), [("en", "Digits alone"), ("es", "Las cifras solas")])
def test_why_a_password_is_refused_is_said_in_the_readers_language(
    store, actor, browser, language, said
):
    from habeas.desk.access import accounts

    address = accounts.invitation(accounts.account("nueva", actor))
    given = {"new_password1": "123456789012", "new_password2": "123456789012"}
    page = browser().post(address, given, HTTP_ACCEPT_LANGUAGE=language).content.decode()
    assert said in page
