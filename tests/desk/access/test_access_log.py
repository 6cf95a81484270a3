"""What the log tells of the entrance, of downloads and of fetches, and whom it tells it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

RIGHT = "correct horse battery"
FROM = "203.0.113.77"


def code_of(user: Any) -> str:
    from django_otp.oath import totp
    from django_otp.plugins.otp_totp.models import TOTPDevice

    device = TOTPDevice.objects.get(user=user)
    return f"{totp(device.bin_key, device.step, device.t0, device.digits):06d}"


def told(what: str = "account.") -> list[tuple[str, str, dict[str, Any]]]:
    """The entries of the log of a kind, the oldest first."""
    from habeas.desk.models import Activity

    found = Activity.objects.filter(what__startswith=what).order_by("number")
    return [(entry.what, entry.subject, entry.details) for entry in found]


def attempt(client: Any, name: str, password: str = "wrong", address: str = FROM) -> Any:
    given = {"username": name, "password": password}
    return client.post("/sign-in/", given, REMOTE_ADDR=address)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    from django.utils import timezone

    true, moved = timezone.now, [timedelta(0)]
    monkeypatch.setattr(timezone, "now", lambda: true() + moved[0])

    def move(**much: float) -> None:
        moved[0] += timedelta(**much)

    return move


def test_coming_in_and_going_out_are_told_with_the_network_and_no_more(account, browser):
    user = account("ana")
    client = browser()
    attempt(client, "ana", RIGHT)
    client.post("/sign-in/second/", {"code": code_of(user)}, REMOTE_ADDR="2001:db8:1:2::3")
    client.post("/sign-out/", REMOTE_ADDR="127.0.0.1")
    assert told() == [
        ("account.signed_in", "ana", {"from": "2001:db8:1::/48"}),
        ("account.signed_out", "ana", {"from": "127.0.0.1"}),
    ]


def test_the_first_wrong_password_is_told_at_once_and_without_it(account, browser):
    account("ana")
    attempt(browser(), "ana", "my secret phrase")
    assert told() == [("account.wrong_password", "ana", {"from": "203.0.113.0/24", "times": 1})]
    from habeas.desk.models import Activity

    assert "my secret phrase" not in str(list(Activity.objects.values()))


def test_a_thousand_attempts_make_few_entries_and_every_one_is_counted(account, browser, later):
    user = account("ana")
    for number in range(200):
        attempt(browser(), "ana", address=f"198.51.{number % 7}.{number}")
    kinds = [what for what, _, _ in told()]
    assert sorted(kinds) == ["account.slowed", "account.wrong_password"]
    later(hours=2)
    client = browser()
    attempt(client, "ana", RIGHT, "203.0.113.5")
    client.post("/sign-in/second/", {"code": code_of(user)}, REMOTE_ADDR="203.0.113.5")
    entries = told()
    assert entries[-1][0] == "account.signed_in"
    assert sum(details.get("times", 0) for _, _, details in entries) == 200


def test_names_that_are_none_share_one_count_and_are_not_kept(account, browser):
    from habeas.desk.models import AccessTally, SignInWait

    for number in range(30):
        attempt(browser(), f"typed-my-password-{number}", address=f"198.51.100.{number}")
    assert told() == [("account.wrong_password", "", {"from": "198.51.100.0/24", "times": 1})]
    assert AccessTally.objects.get().count == 29
    kept = str(list(SignInWait.objects.values())) + str(list(AccessTally.objects.values()))
    assert "typed-my-password" not in kept


def test_counts_that_nobody_came_in_after_are_told_within_the_hour_by_the_next_attempt(
    account, browser, later
):
    account("ana")
    account("berta")
    for number in range(4):
        attempt(browser(), "ana", address=f"198.51.100.{number}")
    later(hours=1, minutes=1)
    attempt(browser(), "berta")
    assert ("account.wrong_password", "ana", {"from": "198.51.100.0/24", "times": 3}) in told()


def test_a_locked_address_and_a_wrong_code_are_told(account, browser):
    user = account("ana")
    client = browser()
    for _ in range(6):
        attempt(client, "ana")
    assert ("account.locked", "ana", {"from": "203.0.113.0/24", "times": 1}) in told()
    other = browser()
    attempt(other, "ana", RIGHT, "192.0.2.1")
    other.post("/sign-in/second/", {"code": "000000"}, REMOTE_ADDR="192.0.2.1")
    assert ("account.wrong_code", "ana", {"from": "192.0.2.0/24", "times": 1}) in told()
    assert user.pk


def test_an_invitation_is_told_when_it_is_written_used_and_wrong(case, member, browser):
    boss = member(case, "administrator")
    page = boss.post("/desk/norte/team/", {"name": "nueva", "role": "reader"})
    path = "/" + page.context["invitation"].split("/", 3)[3]
    chosen = {"new_password1": "seven blue rivers", "new_password2": "seven blue rivers"}
    browser().post(path, chosen)
    browser().get(path)
    kinds = [(what, subject) for what, subject, _ in told()]
    assert kinds == [
        ("account.made", "nueva"),
        ("account.invited", "nueva"),
        ("account.password", "nueva"),
        ("account.wrong_invitation", ""),
    ]


def test_a_second_factor_that_is_set_up_or_reset_is_told(case, member, account, browser):
    from habeas.desk.models import Membership

    user = account("ana")
    Membership.objects.create(case=case, user=user, role="reader")
    boss = member(case, "administrator")
    page = boss.post(f"/desk/norte/team/{user.pk}/invite")
    path = "/" + page.context["invitation"].split("/", 3)[3]
    client = browser()
    client.post(path, {"new_password1": "seven blue rivers", "new_password2": "seven blue rivers"})
    client.get("/sign-in/second/")
    client.post("/sign-in/second/", {"code": code_of(user)})
    assert [what for what, subject, _ in told() if subject == "ana"] == [
        "account.reset",
        "account.invited",
        "account.password",
        "account.second_factor",
        "account.signed_in",
    ]


def test_downloads_are_told_of_originals_tables_and_the_public_copy(
    case, add_text, member, work, monkeypatch
):
    from django.utils import timezone

    from habeas.desk.store.evidence import place

    document = add_text(case)
    client = member(case, "administrator")
    client.get(f"/desk/norte/documents/{document.pk}/original")
    client.get("/desk/norte/export/claims.csv")
    client.get("/desk/norte/export/people.csv")
    assert told("document.downloaded") == [
        ("document.downloaded", "Bulletin", {"document": document.pk, "sha256": document.sha256})
    ]
    case.published_at = timezone.now()
    case.save()
    folder = place().published / case.key
    folder.mkdir(parents=True)
    try:
        client.get("/desk/norte/publish/copy")
    finally:
        folder.rmdir()
    kinds = [what for what, _, _ in told("export.")]
    assert kinds == ["export.claims", "export.people", "export.dossier"]


def test_a_fetch_that_failed_is_told_without_what_may_be_a_key(case, member, work):
    client = member(case, "documenter")
    address = "http://127.0.0.1/secret/page?token=abc"
    client.post("/desk/norte/inbox/", {"address": address})
    work()
    assert told("fetch.") == [
        ("fetch.failed", "http://127.0.0.1/secret/page", {"why": "leads into a private network"})
    ]


def entries_shown(client: Any, query: str = "") -> list[tuple[str, str]]:
    rows = client.get(f"/desk/norte/activity/{query}").context["rows"]
    return [(entry.what, entry.subject) for entry, _, _ in rows]


def test_members_see_their_own_entrance_and_administrators_that_of_their_members(
    case, actor, member, account, browser
):
    from habeas.desk.cases import declarations as cases

    other = cases.begin_case(actor, "sur", "Sur")
    reader, boss = member(case, "reader", "lectora"), member(case, "administrator", "jefa")
    member(other, "reader", "ajena")
    for name in ("lectora", "jefa", "ajena", "no-such-name"):
        attempt(browser(), name)
    wrong = "account.wrong_password"
    assert entries_shown(reader, "?kind=access") == [(wrong, "lectora")]
    seen = entries_shown(boss, "?kind=access")
    assert seen == [(wrong, ""), (wrong, "jefa"), (wrong, "lectora")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_entry_of_the_entrance_has_its_words(language):
    from habeas.desk.access import access_log
    from habeas.desk.wording import words_in

    said = words_in(language)
    kinds = [value for value in vars(access_log).values() if str(value).startswith("account.")]
    assert len(kinds) > 6
    more = ["account.made", "account.invited", "account.password", "account.second_factor",
            "account.reset", "document.downloaded", "export.dossier", "fetch.failed"]  # fmt: skip
    assert all(said.has(f"what.{kind}") for kind in [*kinds, *more])


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "refused a wrong password:"), ("es", "rechazó una contraseña incorrecta:")],
)
def test_the_activity_page_tells_it_in_the_readers_language(case, member, browser, language, said):
    boss = member(case, "administrator", "jefa")
    attempt(browser(), "jefa")
    page = boss.get("/desk/norte/activity/", HTTP_ACCEPT_LANGUAGE=language).content.decode()
    assert said in page
    assert "203.0.113.0/24" in page


def test_the_log_is_chosen_from_by_kind_and_by_name(case, add_text, member, browser):
    add_text(case)
    boss = member(case, "administrator", "jefa")
    attempt(browser(), "jefa")
    everything = entries_shown(boss)
    documents = entries_shown(boss, "?kind=documents")
    assert documents
    assert set(documents) < set(everything)
    assert all(not what.startswith("account.") for what, _ in documents)
    assert entries_shown(boss, "?who=JEFA") == [("account.wrong_password", "jefa")]
    assert entries_shown(boss, "?kind=nonsense") == everything


def test_entries_of_the_entrance_hold_in_the_chain_and_cannot_be_changed_unseen(
    case, account, browser, unguarded
):
    from habeas.desk.audit_log import activity
    from habeas.desk.history import replay

    user = account("ana")
    client = browser()
    attempt(client, "ana")
    attempt(client, "ana", RIGHT)
    client.post("/sign-in/second/", {"code": code_of(user)})
    assert [*activity.findings(), *replay.findings()] == []
    unguarded("UPDATE desk_activity SET subject = 'berta' WHERE what = 'account.wrong_password'")
    assert any("was changed" in finding for finding in activity.findings())


def test_no_list_of_addresses_is_kept_beside_the_log(account, browser):
    from axes.models import AccessLog

    user = account("ana")
    client = browser()
    attempt(client, "ana", RIGHT)
    client.post("/sign-in/second/", {"code": code_of(user)})
    assert not AccessLog.objects.exists()
