"""Who is not signed in sends no more than a form holds: more is refused while it is on its way."""

from __future__ import annotations

import socket
import threading
from typing import Any

import pytest
from waitress.adjustments import Adjustments

LENGTH = "Content-Length: 200000000"


@pytest.fixture(autouse=True)
def one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the connection whose changes the test takes back; the server closes its own."""
    from habeas.desk.administration import request_bodies

    monkeypatch.setattr(request_bodies, "close_old_connections", lambda: None)


def refusal(lines: tuple[str, ...], sent: bytes = b"") -> int:
    """Return the status with which a request is refused by its headers, 0 where it is not."""
    from habeas.desk.administration.request_bodies import FILES, BoundedParser

    parser = BoundedParser(Adjustments(max_request_body_size=FILES + 1))
    parser.received("\r\n".join((*lines, "Host: x", "", "")).encode())
    if sent and not parser.completed:
        parser.received(sent)
    return parser.error.code if parser.error else 0


@pytest.mark.parametrize(
    "lines",
    [
        ("POST /sign-in/ HTTP/1.1", LENGTH),
        ("POST /sign-in/ HTTP/1.1", "Content-Length: 1000000"),
        ("POST /language/ HTTP/1.1", LENGTH),
        ("POST /norte/ HTTP/1.1", LENGTH),
        ("GET / HTTP/1.1", LENGTH),
        ("PUT /desk/norte/inbox/ HTTP/1.1", LENGTH),
        ("POST /desk/norte/inbox/ HTTP/1.1", LENGTH),
        (
            "POST /desk/norte/inbox/ HTTP/1.1",
            LENGTH,
            "Cookie: sessionid=invented0invented",
        ),
        ("POST /desk/norte/inbox/ HTTP/1.1", LENGTH, "Cookie: =;;sessionid"),
    ],
)
def test_a_long_body_of_nobody_is_refused_before_it_is_read(store: Any, lines):
    assert refusal(lines) == 413


def test_a_long_body_that_does_not_say_how_long_it_is_is_refused_on_its_way(store: Any):
    lines = ("POST /sign-in/ HTTP/1.1", "Transfer-Encoding: chunked")
    assert refusal(lines, b"10\r\n" + b"a" * 16 + b"\r\n") == 0
    assert refusal(lines, b"f4240\r\n" + b"a" * 1_000_000) == 413


def test_nobody_is_invited_to_send_what_will_be_refused(store: Any):
    from habeas.desk.administration.request_bodies import FILES, BoundedParser

    parser = BoundedParser(Adjustments(max_request_body_size=FILES))
    lines = ("POST /sign-in/ HTTP/1.1", LENGTH, "Expect: 100-continue", "Host: x", "", "")
    parser.received("\r\n".join(lines).encode())
    assert not parser.expect_continue


def test_a_short_form_is_taken_from_anybody(store: Any):
    assert refusal(("POST /sign-in/ HTTP/1.1", "Content-Length: 999999")) == 0


def test_a_member_may_send_files_to_a_case_and_nowhere_else(case: Any, member: Any):
    key = member(case, "reviewer").session.session_key
    cookie = f"Cookie: sessionid={key}"
    assert refusal(("POST /desk/norte/inbox/ HTTP/1.1", LENGTH, cookie)) == 0
    assert refusal(("POST /desk/norte/lists/add HTTP/1.1", LENGTH, cookie)) == 0
    assert refusal(("POST /sign-in/ HTTP/1.1", LENGTH, cookie)) == 413
    assert refusal(("POST /desk/norte/inbox/ HTTP/1.1", "Content-Length: 200000001", cookie)) == 413


def test_who_gave_a_password_only_may_send_no_files(case: Any, account: Any, browser: Any):
    client = browser(account("ana"), second=False)
    cookie = f"Cookie: sessionid={client.session.session_key}"
    assert refusal(("POST /desk/norte/inbox/ HTTP/1.1", LENGTH, cookie)) == 413


def test_the_server_answers_before_the_body_has_come(store: Any):
    from habeas.desk.administration.request_bodies import bounded_server

    def application(_environ: Any, start: Any) -> list[bytes]:
        start("200 OK", [])
        return [b"read"]

    server = bounded_server(application, host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    with socket.create_connection(("127.0.0.1", server.effective_port), timeout=60) as line:
        line.sendall(f"POST /sign-in/ HTTP/1.1\r\nHost: x\r\n{LENGTH}\r\n\r\n".encode())
        answer = line.recv(100)
    server.close()
    assert b"413" in answer.splitlines()[0]
