"""Whoever changes what the log tells of takes the log's lock first, so that nobody deadlocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from habeas.desk.roles import Role

DERIVED = "desk_result"
"""What engines and searches found: kept in a transaction of its own, and told by no entry."""


@contextmanager
def transactions() -> Iterator[list[list[str]]]:
    """Within the block, note what is asked of the database within each transaction."""
    from django.db import connection

    said: list[list[str]] = [[]]
    around = len(connection.savepoint_ids)  # the test's own

    def heard(execute: Any, sql: str, *rest: Any) -> Any:
        if len(connection.savepoint_ids) > around:
            said[-1].append(sql)
        else:
            said.append([])
        return execute(sql, *rest)

    with connection.execute_wrapper(heard):
        yield said


def writes_before_the_log_is_held(said: list[str]) -> list[str]:
    """Return what wrote, or locked rows, before the head of the log was looked at."""
    found = []
    for sql in said:
        if "desk_activityhead" in sql:
            return found
        if DERIVED in sql:
            continue
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) or "FOR UPDATE" in sql:
            found.append(sql[:120])
    return found


def changes(case: Any, actor: Any, account: Any, add_text: Any) -> Iterator[Callable[[], object]]:
    from habeas.desk.cases import declarations as cases
    from habeas.desk.history import undoing
    from habeas.desk.intake import incoming
    from habeas.desk.models import Activity, Case, Person, Standing
    from habeas.desk.people import linking, lists
    from habeas.desk.people.consents import record_persons_consent
    from habeas.desk.publication import hold_back, publication
    from habeas.desk.review import claim_decisions

    yield lambda: cases.begin_case(actor, "sur", "Sur")
    yield lambda: cases.declare(case, actor, "")
    yield lambda: cases.ask(case, actor, "held all_prisoners 2026-01-01", "plain")
    yield lambda: cases.give_titles(case, actor, {"en": "North"})
    yield lambda: cases.name_source(case, actor, "Casa", "the House")
    user = account("eva")
    yield lambda: cases.set_role(case, actor, user, Role.REVIEWER)
    document = add_text(case)
    document.claims.all().delete()
    yield lambda: incoming.read_into_queue(case, document)
    claim = document.claims.first()
    yield lambda: claim_decisions.decide_claim(claim, actor, Standing.ACCEPTED)
    yield lambda: lists.add_list(case, "l.csv", b"full_name\nRosa Ejemplo Muestra\n", actor)
    person = Person.objects.get(case=case)
    rows = list(person.records.values_list("pk", flat=True))
    yield lambda: record_persons_consent(person, rows, actor, publish=True, confidential=False)
    yield lambda: undoing.undo(case, Activity.objects.get(what="consent.recorded"), actor)
    yield lambda: linking.link_case(case, actor)
    held = Case.objects.get(pk=case.pk)
    yield lambda: publication.publish(held, actor)
    yield lambda: hold_back(held, actor)
    yield lambda: publication.unpublish(held, actor)


def test_every_change_takes_the_log_first(case, actor, account, add_text):
    for number, change in enumerate(changes(case, actor, account, add_text)):
        with transactions() as all_said:
            change()
        told = [said for said in all_said if any("desk_activityhead" in sql for sql in said)]
        assert told, f"change {number} is not told"
        for said in told:
            assert writes_before_the_log_is_held(said) == [], f"change {number}"


@pytest.mark.parametrize("first", ["UPDATE desk_case", "SELECT 1 FROM desk_claim FOR UPDATE"])
def test_a_change_that_takes_another_row_first_would_be_met(first):
    assert writes_before_the_log_is_held(["SELECT 1", first, "SELECT desk_activityhead"]) == [first]
