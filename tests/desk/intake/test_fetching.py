"""Fetching a page: only from the public Internet, at the very address that was checked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

import pytest

from habeas.vocabulary import InputError

PRIVATE = [
    "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",  # noqa: S104
    "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "fe80::1%eth0",
    "ff02::1", "nonsense",
]  # fmt: skip


def server(*answers: bytes) -> tuple[Callable[[str, int], socket.socket], list[bytes]]:
    """Answer connections one by one, and write down what was asked."""
    asked: list[bytes] = []
    left = list(answers)

    def connect(address: str, _port: int) -> socket.socket:
        ours, theirs = socket.socketpair()

        def answer() -> None:
            asked.append(address.encode() + b" " + theirs.recv(65536))
            theirs.sendall(left.pop(0))
            theirs.close()

        threading.Thread(target=answer, daemon=True).start()
        return ours

    return connect, asked


def public(_host: str, _port: int) -> list[str]:
    return ["93.184.216.34"]


def page(content: bytes, status: str = "200 OK", *headers: str) -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", *headers))
    return head.encode() + b"\r\n\r\n" + content


def test_a_page_is_kept_as_it_came_with_what_the_server_said():
    from habeas.desk.intake.fetching import fetch

    connect, asked = server(page(b"<p>88</p>", "200 OK", "Content-Type: text/html; charset=utf-8"))
    fetched = fetch("http://example.org/a?b=c", public, connect)
    assert fetched.found.raw == b"<p>88</p>"
    assert fetched.found.media_type == "text/html"
    assert fetched.found.charset == "utf-8"
    assert fetched.headers["content-type"].startswith("text/html")
    assert asked[0].startswith(b"93.184.216.34 GET /a?b=c HTTP/1.1\r\nHost: example.org\r\n")


@pytest.mark.parametrize("address", PRIVATE)
def test_private_networks_are_refused_whatever_names_them(address):
    from habeas.desk.intake.fetching import fetch, is_public

    connect, asked = server(page(b""))
    assert not is_public(address)
    for found in ([address], ["93.184.216.34", address]):
        with pytest.raises(InputError, match="private network"):
            fetch("http://example.org/", lambda _host, _port, found=found: found, connect)
    assert asked == []


def test_a_redirect_into_a_private_network_is_refused():
    from habeas.desk.intake.fetching import fetch

    connect, asked = server(page(b"", "302 Found", "Location: http://inside.example/"))

    def resolve(host: str, _port: int) -> list[str]:
        return ["10.0.0.7"] if host.startswith("inside") else ["93.184.216.34"]

    with pytest.raises(InputError, match="private network"):
        fetch("http://example.org/", resolve, connect)
    assert len(asked) == 1


def test_a_name_that_changes_its_address_is_asked_once_and_connected_to_what_was_checked():
    from habeas.desk.intake.fetching import fetch

    answers = iter((["93.184.216.34"], ["127.0.0.1"]))
    connect, asked = server(page(b"fine", "200 OK", "Content-Type: text/plain"))
    fetch("http://rebinding.example/", lambda _host, _port: next(answers), connect)
    assert asked[0].startswith(b"93.184.216.34 ")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/", "http://example.org:22/", "//example.org",
     "http://user:word@example.org/", "http://", "http://[::1", "javascript:1", "http://a b/",
     "http://example.org/\r\nX: y"],
)  # fmt: skip
def test_only_plain_addresses_of_the_web_are_asked(url):
    from habeas.desk.intake.fetching import fetch

    connect, asked = server(page(b""))
    with pytest.raises(InputError):
        fetch(url, public, connect)
    assert asked == []


def test_redirects_that_never_end_are_left():
    from habeas.desk.intake.fetching import fetch

    connect, _ = server(*[page(b"", "302 Found", "Location: /again")] * 10)
    with pytest.raises(InputError, match="too often"):
        fetch("http://example.org/", public, connect)


@pytest.mark.parametrize("answer", [b"", b"nonsense\r\n\r\n", page(b"x", "404 Not Found"),
                                    page(b"the whole of it")[:-3]])  # fmt: skip
def test_what_is_no_page_is_a_sentence(answer):
    from habeas.desk.intake.fetching import fetch

    connect, _ = server(answer)
    with pytest.raises(InputError):
        fetch("http://example.org/", public, connect)


def test_a_server_that_sends_a_byte_now_and_then_is_left_after_a_while(monkeypatch):
    from habeas.desk.intake import fetching

    monkeypatch.setattr(fetching, "LONGEST", 0.3)
    ours, theirs = socket.socketpair()
    left = threading.Event()

    def drip() -> None:
        theirs.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not left.wait(0.02):
            try:
                theirs.sendall(b"x")
            except OSError:
                return

    threading.Thread(target=drip, daemon=True).start()
    try:
        with pytest.raises(InputError):
            fetching.fetch("http://slow.example/", public, lambda _address, _port: ours)
    finally:
        left.set()


def test_an_address_with_accents_goes_over_the_wire_in_ascii():
    from habeas.desk.intake.fetching import in_ascii

    assert in_ascii("https://example.org/a%20b?c=d") == "https://example.org/a%20b?c=d"
    assert in_ascii("https://periódico.example/acción?q=año&b=%41") == (
        "https://xn--peridico-y3a.example/acci%C3%B3n?q=a%C3%B1o&b=%41"
    )
