"""Everybody × every address × every method × a case's own object and another's.

What must come of each is worked out from the rules that the pages declare; an address without a
rule, or of which this file does not know how to name an object, fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import pytest

METHODS = ("get", "head", "options", "post", "put", "patch", "delete")
ROLES = ("reader", "documenter", "reviewer", "publisher", "administrator")
PEOPLE = ("nobody", "first factor only", "account of no case", "former member", "other case")
ONLY_SENT_TO = {
    "sign-out", "decide-claim", "decide-pair", "consent", "undo", "invite-again", "add-list",
    "change-document", "decide-document", "withdraw-document", "confirm-documents",
    "settle-list", "renew-list", "withdraw-list", "decide-cause",
}  # fmt: skip
ONLY_READ = {
    "api", "api-cases", "api-case", "api-listing", "icon", "front", "public", "public-page",
}  # fmt: skip
NUMBERED: dict[str, Callable[[Any], int]] = {
    "job": lambda case: case.jobs.first().pk,
    "document": lambda case: case.documents.first().pk,
    "change-document": lambda case: case.documents.first().pk,
    "decide-document": lambda case: case.documents.first().pk,
    "withdraw-document": lambda case: case.documents.first().pk,
    "list": lambda case: case.lists.first().pk,
    "settle-list": lambda case: case.lists.first().pk,
    "renew-list": lambda case: case.lists.first().pk,
    "withdraw-list": lambda case: case.lists.first().pk,
    "original": lambda case: case.documents.first().pk,
    "claim": lambda case: case.claims.first().pk,
    "decide-claim": lambda case: case.claims.first().pk,
    "claim-effect": lambda case: case.claims.first().pk,
    "announcement": lambda case: case.claims.first().pk,
    "pair": lambda case: case.pairs.first().pk,
    "decide-pair": lambda case: case.pairs.first().pk,
    "person": lambda case: case.people.first().pk,
    "consent": lambda case: case.people.first().pk,
    "undo": lambda case: case.activities.filter(what="claim.accepted").first().number,
    "invite-again": lambda case: case.memberships.get(user__username__startswith="hired").user_id,
}
"""The addresses that name an object by a number, and which object of a case they name."""

OTHER_WORDS = {"uid": "MQ", "token": "x-y", "kind": "claims", "path": "index.html"}
"""What else stands in addresses."""

SECRET = "Secreta Ajena"
"""What stands in every object of the other case, and in no answer to anybody here."""


@dataclass(frozen=True)
class Cases:
    """Two cases with one of everything, of which one is whose members are tried."""

    own: Any
    other: Any


@pytest.fixture(scope="module")
def filled(makers: Any) -> Iterator[None]:
    """Have two cases, for all tests of this file."""
    from habeas.desk.cases.declarations import begin_case

    with makers.taken_back():
        own, other = makers.case(), begin_case(makers.actor, "sur", f"Sur {SECRET}")
        fill(own, "Norte Propio", makers)
        fill(other, SECRET, makers)
        yield


@pytest.fixture
def cases(filled: None, store: Any) -> Cases:
    """The two cases; what a test changes in them is taken back."""
    from habeas.desk.models import Case

    return Cases(Case.objects.get(key="norte"), Case.objects.get(key="sur"))


def fill(case: Any, word: str, makers: Any) -> None:
    from habeas.desk.audit_log.job_queue import ask_for
    from habeas.desk.models import Membership, Pair, Record, Standing
    from habeas.desk.review.claim_decisions import decide_claim

    text = f"{word} said on 2 January 2026 that 88 people arrested in the protests were released."
    makers.add_text(case, text, word)
    decide_claim(case.claims.first(), makers.actor, Standing.ACCEPTED)
    makers.add_list(case, f"full_name,detained_on\n{word},2026-01-01\nX. {word},2026-01-01\n")
    left, right = Record.objects.filter(list__case=case)
    Pair.objects.create(case=case, left=left, right=right, probability=0.5)
    ask_for(case, "reconcile", makers.actor)
    hired = makers.account(f"hired-{case.key}")
    Membership.objects.create(case=case, user=hired, role="reader")


@pytest.fixture
def come_as(cases: Cases, member: Any, account: Any, browser: Any) -> Callable[[str], Any]:
    """Return a client of whoever tries."""

    def make(who: str) -> Any:
        from habeas.desk.models import Membership

        if who == "nobody":
            return browser()
        if who == "first factor only":
            user = account("half")
            Membership.objects.create(case=cases.own, user=user, role="administrator")
            return browser(user, second=False)
        if who == "account of no case":
            return browser(account("stranger"))
        if who == "former member":
            client = member(cases.own, "administrator", "former")
            Membership.objects.get(user__username="former").delete()
            return client
        if who == "other case":
            # Runs the other case, so that nothing but the case stands between.
            return member(cases.other, "administrator")
        return member(cases.own, who)

    return make


def patterns() -> list[Any]:
    from django.urls import get_resolver

    return list(get_resolver("habeas.desk.addresses").url_patterns)


def address(pattern: Any, case: Any, objects_of: Any) -> str:
    """Return the address of a page of a case, with the number of an object of a case."""
    from django.urls import reverse

    names = re.findall(r"<\w+:(\w+)>", str(pattern.pattern))
    known: dict[str, Any] = {"case": case.key, **OTHER_WORDS}
    if "number" in names:
        assert pattern.name in NUMBERED, f"no object is named for {pattern.name}: add it here"
        known["number"] = NUMBERED[pattern.name](objects_of)
    unknown = set(names) - set(known)
    assert not unknown, f"{pattern.name} has words that are not named here: {unknown}"
    return reverse(pattern.name, kwargs={name: known[name] for name in names})


def answer(client: Any, method: str, there: str) -> Any:
    """Ask for a page, and take back whatever it did."""
    from django.db import transaction

    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    with transaction.atomic():
        found = getattr(client, method)(there)
        if found.streaming:
            found.content = b"".join(found.streaming_content)
        transaction.set_rollback(True)
    client.cookies.clear()
    for name, value in cookies.items():
        client.cookies[name] = value
    return found


def expected(pattern: Any, who: str, method: str, *, foreign: bool) -> str:
    """Return what the declared rules make of a request: where it ends."""
    from habeas.desk.access.rules import Door, rule_of

    rule = rule_of(pattern.callback)
    assert rule is not None, f"{pattern.name} declares no rule"
    if method in ("put", "patch", "delete"):
        return "no such method"
    if rule.door is Door.PUBLIC:
        return "open"
    if who == "nobody":
        return "sign in"
    if rule.door is Door.PASSWORD:
        return "open"
    if who == "first factor only":
        return "second factor"
    return expected_inside(rule, who, method, foreign=foreign)


def expected_inside(rule: Any, who: str, method: str, *, foreign: bool) -> str:
    """Return what the rules make of a request by whoever signed in with both factors."""
    from habeas.desk.access.rules import Door
    from habeas.desk.roles import Role

    if rule.door is not Door.MEMBER:
        return "open"
    if who not in ROLES:
        return "nothing here"
    needed = rule.needed(method.upper())
    if needed is not None and not Role(who).may(needed):
        return "forbidden"
    return "no such object" if foreign else "open"


def outcome(found: Any) -> str:
    """Return where a request ended."""
    if found.status_code == 302 and found.url.startswith("/sign-in/second/"):
        return "second factor"
    if found.status_code == 302 and found.url.startswith("/sign-in/"):
        return "sign in"
    named = {403: "forbidden", 404: "nothing here", 405: "no such method"}
    return named.get(found.status_code, "open" if found.status_code < 500 else "failure")


def fits(pattern: Any, method: str, wanted: str, found: str) -> bool:
    """Whether an outcome is the one wanted."""
    from habeas.desk.access.rules import Door, rule_of

    other_method = (method != "post" and pattern.name in ONLY_SENT_TO) or (
        method not in ("get", "head") and pattern.name in ONLY_READ
    )
    if wanted == "no such object":
        return found == "nothing here" or (other_method and found == "no such method")
    if wanted == "open" and other_method:
        return found == "no such method"
    if wanted == "open" and rule_of(pattern.callback).door is Door.PUBLIC:
        # Nothing is published here, and no invitation is good: to everybody alike.
        return found in ("open", "nothing here", "sign in")
    if pattern.name in ("dossier-copy", "export-result"):
        return found in (wanted, "nothing here")
    if pattern.name == "second-factor" and wanted == "open":
        return found in ("open", "second factor")
    return found == wanted


def tries() -> Iterator[tuple[Any, str]]:
    for pattern in patterns():
        for method in METHODS:
            yield pattern, method


@pytest.mark.parametrize("who", PEOPLE + ROLES)
def test_everybody_gets_what_the_rules_say_and_no_more(who, cases, come_as):
    from habeas.desk.audit_log.state import state_of
    from habeas.desk.models import Activity

    client = come_as(who)
    before = [state_of(cases.own), state_of(cases.other), Activity.objects.count()]
    for pattern, method in tries():
        for foreign in (False, True):
            numbered = "number" in str(pattern.pattern)
            if foreign and not numbered:
                continue
            there = address(pattern, cases.own, cases.other if foreign else cases.own)
            found = answer(client, method, there)
            said = f"{who} {method} {there}: {found.status_code}"
            wanted = expected(pattern, who, method, foreign=foreign)
            assert fits(pattern, method, wanted, outcome(found)), f"{said}, not “{wanted}”"
            if who != "other case":
                assert SECRET.encode() not in found.content, said
    after = [state_of(cases.own), state_of(cases.other), Activity.objects.count()]
    assert after == before


@pytest.mark.parametrize("who", PEOPLE[:-1] + ROLES)
def test_another_case_shows_itself_to_nobody_under_its_own_address(who, cases, come_as):
    client = come_as(who)
    for pattern, method in tries():
        if "<slug:case>" not in str(pattern.pattern):
            continue
        there = address(pattern, cases.other, cases.other)
        found = answer(client, method, there)
        said = f"{who} {method} {there}: {found.status_code}"
        assert outcome(found) not in ("open", "forbidden", "failure"), said
        assert SECRET.encode() not in found.content, said
        assert "Content-Disposition" not in found.headers, said


@pytest.mark.parametrize("who", PEOPLE + ROLES)
def test_the_json_interface_tells_everybody_the_same_and_only_what_is_public(
    who, cases, come_as, tmp_path, monkeypatch
):
    from dataclasses import replace

    from django.utils import timezone

    from habeas.desk.publication import public_pages
    from habeas.desk.store.evidence import place

    elsewhere = replace(place(), root=tmp_path)
    monkeypatch.setattr(public_pages, "place", lambda: elsewhere)
    for case, word in ((cases.own, "public"), (cases.other, SECRET)):
        data = tmp_path / "published" / case.key / "data"
        data.mkdir(parents=True)
        (data.parent / "dossier.json").write_text(json.dumps({"title": {"en": word}}))
        for kind in ("claims", "contradictions", "answers"):
            (data / f"{kind}.json").write_text(json.dumps({kind: [{"id": word}]}))
    cases.own.published_at = timezone.now()
    cases.own.save()
    client = come_as(who)
    paths = json.loads((files("habeas.desk") / "openapi.json").read_text())["paths"]
    for path in paths:
        for kind in ("claims", "contradictions", "answers"):
            for case, status in ((cases.own, 200), (cases.other, 404)):
                there = path.replace("{case}", case.key).replace("{kind}", kind)
                found = answer(client, "get", there)
                assert SECRET.encode() not in found.content, there
                wanted = status if "{case}" in path else 200
                assert found.status_code == wanted, f"{who} {there}"
                assert answer(client, "post", there).status_code == 405


def test_the_json_interface_describes_its_addresses_and_no_others(store):
    from habeas.desk.publication.reading_api import KINDS

    paths = json.loads((files("habeas.desk") / "openapi.json").read_text())["paths"]
    served = {
        "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(pattern.pattern))
        for pattern in patterns()
        if pattern.name.startswith("api")
    }
    (listing,) = (path for path in served if path.endswith("{kind}"))
    served |= {listing.replace("{kind}", kind) for kind in KINDS}
    assert served - set(paths) == {listing, "/api/v1/openapi.json"}
    assert set(paths) <= served


def test_the_role_counts_of_the_moment_not_of_the_sign_in(cases, come_as):
    from habeas.desk.models import Membership

    client = come_as("reviewer")
    there = f"/desk/{cases.own.key}/export/people.csv"
    assert answer(client, "get", there).status_code == 200
    membership = Membership.objects.get(case=cases.own, role="reviewer")
    membership.role = "reader"
    membership.save()
    assert answer(client, "get", there).status_code == 403
    membership.delete()
    assert answer(client, "get", there).status_code == 404


def test_an_account_that_is_closed_is_out_at_once(cases, come_as):
    from django.contrib.auth.models import User

    client = come_as("administrator")
    User.objects.filter(username__startswith="administrator").update(is_active=False)
    assert outcome(answer(client, "get", "/desk/")) == "sign in"
