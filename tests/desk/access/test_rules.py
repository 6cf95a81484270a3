"""Who may see and do what: every page, every role; no case shows itself to strangers."""

from __future__ import annotations

import re
from typing import Any

import pytest

ROLES = ("reader", "documenter", "reviewer", "publisher", "administrator")
MAY = {
    "read": set(ROLES),
    "add": {"documenter", "reviewer", "administrator"},
    "review": {"reviewer", "administrator"},
    "publish": {"publisher", "administrator"},
    "administer": {"administrator"},
}
PUBLIC = ("public", None, None)
PAGES = {
    "sign-in": PUBLIC,
    "second-factor": ("password", None, None),
    "sign-out": PUBLIC,
    "enter": PUBLIC,
    "language": PUBLIC,
    "cases": ("signed_in", None, None),
    "overview": ("member", "read", None),
    "job": ("member", "read", None),
    "inbox": ("member", "read", "add"),
    "document": ("member", "read", None),
    "change-document": ("member", "add", None),
    "decide-document": ("member", "review", None),
    "withdraw-document": ("member", "review", None),
    "confirm-documents": ("member", "add", None),
    "original": ("member", "read", None),
    "claims-queue": ("member", "read", None),
    "claims": ("member", "read", None),
    "claim": ("member", "read", None),
    "decide-claim": ("member", "review", None),
    "claim-effect": ("member", "review", None),
    "pairs": ("member", "review", None),
    "pair": ("member", "review", None),
    "decide-pair": ("member", "review", None),
    "contradictions": ("member", "read", "add"),
    "decide-cause": ("member", "review", None),
    "people": ("member", "read", None),
    "person": ("member", "read", None),
    "consent": ("member", "review", None),
    "add-list": ("member", "add", None),
    "list": ("member", "read", None),
    "settle-list": ("member", "add", None),
    "renew-list": ("member", "add", None),
    "withdraw-list": ("member", "review", None),
    "account": ("member", "read", "add"),
    "announced": ("member", "read", "add"),
    "announcement": ("member", "read", None),
    "announced-chart": ("member", "read", None),
    "estimated": ("member", "read", "add"),
    "estimated-picture": ("member", "read", None),
    "tables": ("member", "read", None),
    "export-decisions": ("member", "review", None),
    "export-claim-decisions": ("member", "review", None),
    "export-result": ("member", "review", None),
    "sources": ("member", "read", "review"),
    "activities": ("member", "read", None),
    "undo": ("member", "review", None),
    "finding": ("member", "read", None),
    "team": ("member", "administer", None),
    "invite-again": ("member", "administer", None),
    "declarations": ("member", "administer", None),
    "publishing": ("member", "publish", None),
    "dossier-copy": ("member", "publish", None),
    "export-claims": ("member", "read", None),
    "export-people": ("member", "review", None),
    "api": PUBLIC,
    "api-cases": PUBLIC,
    "api-case": PUBLIC,
    "api-listing": PUBLIC,
    "icon": PUBLIC,
    "front": PUBLIC,
    "public": PUBLIC,
    "public-page": PUBLIC,
}
"""What each page must ask for: the door, what reading it needs, what sending it needs."""


def patterns() -> list[Any]:
    from django.urls import get_resolver

    return list(get_resolver("habeas.desk.addresses").url_patterns)


def numbers_of(case: Any) -> dict[str, int]:
    """A number of each page that has one, of an object of this case."""
    return {
        "job": case.jobs.first().pk,
        "document": case.documents.first().pk,
        "change-document": case.documents.first().pk,
        "decide-document": case.documents.first().pk,
        "withdraw-document": case.documents.first().pk,
        "original": case.documents.first().pk,
        "claim": case.claims.first().pk,
        "decide-claim": case.claims.first().pk,
        "claim-effect": case.claims.first().pk,
        "announcement": case.claims.first().pk,
        **dict.fromkeys(
            ("list", "settle-list", "renew-list", "withdraw-list"), case.lists.first().pk
        ),
        "pair": case.pairs.first().pk,
        "decide-pair": case.pairs.first().pk,
        "person": case.people.first().pk,
        "consent": case.people.first().pk,
        "undo": case.activities.filter(what="claim.accepted").first().number,
        "invite-again": case.memberships.order_by("-pk").first().user_id,
    }


def address(pattern: Any, case: str, numbers: dict[str, int]) -> str:
    from django.urls import reverse

    values: dict[str, Any] = {
        "case": case, "number": numbers.get(pattern.name, 0), "uid": "MQ", "token": "x-y",
        "kind": "claims", "path": "index.html",
    }  # fmt: skip
    names = re.findall(r"<\w+:(\w+)>", str(pattern.pattern))
    return reverse(pattern.name, kwargs={name: values[name] for name in names})


@pytest.fixture
def full_case(case: Any, add_text: Any, add_list: Any, actor: Any, account: Any) -> Any:
    return filled(case, add_text, add_list, actor, account, "one")


def filled(case: Any, add_text: Any, add_list: Any, actor: Any, account: Any, who: str) -> Any:
    """Give a case one of everything."""
    from habeas.desk.audit_log.job_queue import ask_for
    from habeas.desk.models import Membership, Pair, Record, Standing
    from habeas.desk.review.claim_decisions import decide_claim

    add_text(case)
    decide_claim(case.claims.first(), actor, Standing.ACCEPTED)
    add_list(case, "full_name,detained_on\nRosa Ejemplo,2026-01-01\nR. Ejemplo,2026-01-01\n")
    left, right = Record.objects.filter(list__case=case)
    Pair.objects.create(case=case, left=left, right=right, probability=0.5)
    ask_for(case, "reconcile", actor)
    Membership.objects.create(case=case, user=account(f"somebody {who}"), role="reader")
    return case


def test_every_page_declares_the_rule_that_it_ought_to_have(store):
    from habeas.desk.access.rules import rule_of

    declared = {}
    for pattern in patterns():
        rule = rule_of(pattern.callback)
        assert rule is not None, f"{pattern.name} declares no rule"
        parts = (rule.door, rule.action, rule.post_action)
        declared[pattern.name] = tuple(part and part.value for part in parts)
    assert declared == PAGES


def test_a_page_without_a_rule_lets_nobody_pass(store, rf):
    from django.core.exceptions import ImproperlyConfigured

    from habeas.desk.access.permission_middleware import PermissionMiddleware

    def open_page(_request: Any) -> None:
        """Declare no rule."""

    with pytest.raises(ImproperlyConfigured):
        PermissionMiddleware(lambda _request: None).process_view(rf.get("/"), open_page, (), {})


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_do_what_it_may_and_nothing_else(role, full_case, member):
    client = member(full_case, role)
    for pattern in patterns():
        door, action, post_action = PAGES[pattern.name]
        if door != "member":
            continue
        for method, needed in (("get", action), ("post", post_action or action)):
            there = address(pattern, full_case.key, numbers_of(full_case))
            status = getattr(client, method)(there).status_code
            allowed = role in MAY[needed]
            said = f"{role} {method} {pattern.name}: {status}"
            assert (status != 403) == allowed, said
            assert status < 500, said
            assert status != 404 or pattern.name in ("dossier-copy", "export-result"), said


def test_who_is_no_member_learns_nothing_of_a_case(full_case, account, browser):
    stranger = browser(account("stranger"))
    nobody, half = browser(), browser(account("half"), second=False)
    for pattern in patterns():
        if PAGES[pattern.name][0] != "member":
            continue
        there = address(pattern, full_case.key, numbers_of(full_case))
        missing = there.replace(f"/{full_case.key}/", "/no-such-case/")
        for method in ("get", "post"):
            answer = getattr(stranger, method)(there)
            assert answer.status_code == 404
            # What is hidden and what is not there look the same, but for the address itself.
            other = getattr(stranger, method)(missing).content.decode()
            assert plain(answer.content.decode(), there) == plain(other, missing)
            assert getattr(nobody, method)(there).url.startswith("/sign-in/")
            assert getattr(half, method)(there).url.startswith("/sign-in/second/")


def plain(page: str, there: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.replace(there, ""))


def test_no_object_of_another_case_is_reached_by_changing_a_number(
    full_case, member, add_text, add_list, actor, account
):
    from habeas.desk.cases import declarations as cases

    other = filled(cases.begin_case(actor, "sur", "Sur"), add_text, add_list, actor, account, "two")
    client = member(full_case, "administrator")
    theirs = numbers_of(other)
    numbered = [pattern for pattern in patterns() if "number" in str(pattern.pattern)]
    assert {pattern.name for pattern in numbered} == set(theirs)
    before = other.activities.count()
    for pattern in numbered:
        there = address(pattern, full_case.key, theirs)
        for method in ("get", "post"):
            status = getattr(client, method)(there).status_code
            assert status == (405 if method == "get" and pattern.name in POSTED else 404), there
    assert other.activities.count() == before


POSTED = (
    "change-document",
    "decide-document",
    "decide-claim",
    "decide-pair",
    "consent",
    "undo",
    "invite-again",
    "withdraw-document",
    "settle-list",
    "renew-list",
    "withdraw-list",
)
"""Pages that are only ever sent to."""


@pytest.fixture
def rf() -> Any:
    from django.test import RequestFactory

    return RequestFactory(SERVER_NAME="localhost")
