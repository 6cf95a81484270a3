"""What the tests of the desk share: one store a process, each test taken back when it ends.

HABEAS_TEST_DATABASE (postgresql://…/postgres) runs them on PostgreSQL, in databases of their own.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

DATABASE = os.environ.get("HABEAS_TEST_DATABASE", "")
SCOPES = """
[scope.protest_detainees]
title.en = "People arrested in the protests"
within = ["political_prisoners"]

[[source]]
name = "Casa de Derechos"
kind = "ngo"
aliases = ["the House of Rights"]
"""
BULLETIN = (
    "The ministry said on 2 January 2026 that 88 people arrested in the protests were released. "
    "Casa de Derechos has verified 41 releases of political prisoners since 1 January 2026."
)


WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")


def own_database(part: str) -> str:
    """Make a database for this process where PostgreSQL is asked for; "" for SQLite."""
    if not DATABASE:
        return ""
    import psycopg

    name = f"habeas_test_{WORKER}_{part}"
    with psycopg.connect(DATABASE, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")  # type: ignore[call-overload]
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
    return urlunsplit(urlsplit(DATABASE)._replace(path=f"/{name}"))


@pytest.fixture(scope="session", autouse=True)
def opened(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Open a store for all tests of this process."""
    from habeas.desk.lifecycle.opening import create_store

    os.environ.pop("HABEAS_STORE", None)
    place = create_store(tmp_path_factory.mktemp("desk") / "store", own_database("pages"))
    from django.conf import settings
    from django.test.utils import setup_test_environment

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    setup_test_environment()
    return place


@pytest.fixture(scope="session")
def in_a_database() -> Callable[[], list[str]]:
    """The words that have a verb begin its store in an empty database of the kind tested."""
    numbers = count()

    def words() -> list[str]:
        url = own_database(f"verbs{next(numbers)}")
        return ["--database", url] if url else []

    return words


@contextlib.contextmanager
def taken_back(place: Any) -> Iterator[None]:
    """Within the block, work on the store; what was done is taken back at its end.

    Blocks may lie within one another: what the outer one made is there in each inner one.
    """
    from django.db import connection, transaction

    from habeas.desk.publication import view_counts

    view_counts.forget()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    if not connection.in_atomic_block:
        connection.close()
    # What was published lies beside the database, and is not taken back with it.
    shutil.rmtree(place.published, ignore_errors=True)


class Makers:
    """What makes things in the store, for whoever has taken care that they are taken back."""

    def __init__(self, place: Any) -> None:
        from habeas.desk.audit_log.activity import Actor

        self.place, self.actor = place, Actor("Ana")

    def taken_back(self) -> contextlib.AbstractContextManager[None]:
        """Within the block, things may be made."""
        return taken_back(self.place)

    def case(self) -> Any:
        """Begin a case."""
        from habeas.desk.cases import declarations as cases

        held = cases.begin_case(self.actor, "norte", "Norte")
        cases.declare(held, self.actor, SCOPES)
        return held

    def add_text(
        self, case: Any, text: str = BULLETIN, title: str = "Bulletin", **named: str
    ) -> Any:
        """Add a document of some words to a case, and read its claims into the queue."""
        from habeas.desk.intake.incoming import Arrival, keep_document, read_into_queue
        from habeas.formats.documents.found_document import FoundDocument

        found = FoundDocument(text.encode(), "text/plain", title, title=title, **named)
        arrival = Arrival(self.actor, published="2026-01-03", language="en")
        document, _ = keep_document(case, found, arrival)
        read_into_queue(case, document)
        return document

    def add_list(self, case: Any, text: str, name: str = "list.csv") -> Any:
        """Add a list of people to a case."""
        from habeas.desk.people.lists import add_list

        return add_list(case, name, text.encode(), self.actor)

    def account(self, name: str, password: str = "correct horse battery") -> Any:
        """Make an account with both factors."""
        from django.contrib.auth.models import User
        from django_otp.plugins.otp_totp.models import TOTPDevice

        user = User.objects.create_user(name, password=password)
        TOTPDevice.objects.create(user=user, confirmed=True)
        return user


@pytest.fixture(scope="session")
def makers(opened: Any) -> Makers:
    """What makes things, for fixtures that many tests of a file share."""
    return Makers(opened)


@pytest.fixture
def store(opened: Any) -> Iterator[Any]:
    """Give a test the store, and take back what it did; the language of a page stays after it."""
    from django.utils import translation

    with translation.override("en"), taken_back(opened):
        yield opened


@pytest.fixture
def actor(store: Any, makers: Makers) -> Any:
    return makers.actor


@pytest.fixture
def case(store: Any, makers: Makers) -> Any:
    return makers.case()


@pytest.fixture
def add_text(store: Any, makers: Makers) -> Callable[..., Any]:
    return makers.add_text


@pytest.fixture
def add_list(store: Any, makers: Makers) -> Callable[..., Any]:
    return makers.add_list


@pytest.fixture
def account(store: Any, makers: Makers) -> Callable[..., Any]:
    return makers.account


@pytest.fixture
def browser(store: Any) -> Callable[..., Any]:
    """A client, signed in with both factors where an account is given, else with neither."""

    def make(user: Any = None, *, second: bool = True) -> Any:
        from django.test import Client
        from django_otp import DEVICE_ID_SESSION_KEY
        from django_otp.plugins.otp_totp.models import TOTPDevice

        client = Client(SERVER_NAME="localhost", raise_request_exception=True)
        if user is not None:
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
            if second:
                session = client.session
                device = TOTPDevice.objects.get(user=user)
                session[DEVICE_ID_SESSION_KEY] = device.persistent_id
                session.save()
        return client

    return make


@pytest.fixture
def member(account: Any, browser: Any) -> Callable[..., Any]:
    """A signed-in member of a case with a role."""

    def make(case: Any, role: str, name: str = "") -> Any:
        from habeas.desk.models import Membership

        user = account(name or f"{role}-{case.key}")
        Membership.objects.create(case=case, user=user, role=role)
        return browser(user)

    return make


@pytest.fixture
def work() -> Callable[[], None]:
    """Do the work that waits, as the worker of the desk would."""

    def do() -> None:
        from habeas.desk.administration.job_types import WORK
        from habeas.desk.audit_log.job_queue import do_all

        do_all(WORK)

    return do


@pytest.fixture
def unguarded() -> Callable[..., None]:
    """Change the database behind its guards, as whoever holds the file could."""

    def change(statement: str, *values: Any) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                table = statement.split()[1 if statement.startswith("UPDATE") else 2]
                for verb in ("UPDATE", "DELETE"):
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{verb}_refused")
            else:
                cursor.execute("SET session_replication_role = replica")
            cursor.execute(statement, values)

    return change
