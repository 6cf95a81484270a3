"""A model is asked at the address that was named, patiently, and nowhere else."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from habeas.formats.kept_answers import KeptAnswers
from habeas.formats.model_endpoint import (
    TRIES,
    Endpoint,
    EndpointError,
    ModelClient,
    QuestionRefused,
    Reply,
)
from habeas.vocabulary import InputError

SCHEMA = {"type": "object"}
ASKED = [{"role": "user", "content": "How many?"}]


class Server:
    """What a fake endpoint answers, one (status, headers, body) a question, the last for ever."""

    def __init__(self) -> None:
        self.replies: list[tuple[int, dict[str, str], bytes]] = []
        self.heard: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.url = ""

    def answers(self, *replies: tuple[int, dict[str, str], bytes]) -> None:
        self.replies = list(replies)


def saying(text: str, **usage: int) -> tuple[int, dict[str, str], bytes]:
    body = {"choices": [{"message": {"content": text}}], "usage": usage}
    return 200, {}, json.dumps(body).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    held = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            held.heard.append(json.loads(self.rfile.read(length)) | {"path": self.path})
            held.headers.append(dict(self.headers))
            status, headers, body = (
                held.replies.pop(0) if len(held.replies) > 1 else held.replies[0]
            )
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            held.heard.append({"path": self.path})
            self.send_response(200)
            self.end_headers()
            self.wfile.write(saying("[]")[2])

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    held.url = f"http://127.0.0.1:{running.server_port}/v1"
    yield held
    running.shutdown()
    running.server_close()


def client(server: Server, waits: list[float] | None = None, **named: Any) -> ModelClient:
    told = [] if waits is None else waits
    return ModelClient(Endpoint(server.url, "small", **named), SCHEMA, told.append)


def test_a_question_names_its_model_and_binds_the_answer_to_the_schema(server: Server):
    server.answers(saying("[]", prompt_tokens=7, completion_tokens=3))
    reply = client(server, key="secret").ask(ASKED)
    assert (reply.text, reply.asked_tokens, reply.answered_tokens) == ("[]", 7, 3)
    heard = server.heard[0]
    assert heard["path"] == "/v1/chat/completions"
    assert heard["model"] == "small"
    assert heard["response_format"]["json_schema"]["schema"] == SCHEMA
    assert server.headers[0]["Authorization"] == "Bearer secret"


def test_a_model_on_this_machine_is_stopped_where_it_would_go_on_without_end(server: Server):
    server.answers(saying("[]"))
    client(server).ask(ASKED)
    assert server.heard[0]["max_tokens"] == 16_000
    elsewhere = ModelClient(Endpoint("https://models.example.org/v1", "small"), SCHEMA)
    assert not elsewhere.always


def test_a_server_that_cannot_bind_answers_is_asked_more_plainly_and_remembered(server: Server):
    server.answers((400, {}, b"no schema"), (400, {}, b"no format"), saying("[]"))
    asking = client(server)
    assert asking.ask(ASKED).text == "[]"
    asking.ask(ASKED)
    formats = [heard.get("response_format", {}).get("type") for heard in server.heard]
    assert formats == ["json_schema", "json_object", None, None]


def test_a_busy_server_is_asked_again_after_longer_and_longer_waits(server: Server):
    waits: list[float] = []
    server.answers((429, {"Retry-After": "7"}, b""), (503, {}, b""), (500, {}, b""), saying("[]"))
    assert client(server, waits).ask(ASKED).text == "[]"
    assert waits == [7.0, 2.0, 4.0]


@pytest.mark.parametrize("asked", ["Fri, 31 Dec 1999 23:59:59 GMT", "nan", "inf", "-5", "1e9"])
def test_an_absurd_wait_is_not_waited(server: Server, asked: str):
    waits: list[float] = []
    server.answers((429, {"Retry-After": asked}, b""), saying("[]"))
    client(server, waits).ask(ASKED)
    assert 0 < waits[0] <= 60


def test_a_server_that_stays_busy_is_an_error_in_words(server: Server):
    server.answers((503, {}, b"try later"))
    with pytest.raises(EndpointError, match="gave no answer: 503 try later"):
        client(server).ask(ASKED)
    assert len(server.heard) == TRIES


def test_a_wrong_key_is_not_tried_twice(server: Server):
    server.answers((401, {}, b"who are you"))
    with pytest.raises(EndpointError, match="401"):
        client(server).ask(ASKED)
    assert len(server.heard) == 1


def test_a_question_that_is_too_long_is_that_documents_failure(server: Server):
    server.answers((413, {}, b"context length exceeded"))
    with pytest.raises(QuestionRefused, match="context length"):
        client(server).ask(ASKED)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(server: Server, status: int):
    server.answers((status, {"Location": f"{server.url}/elsewhere"}, b""))
    with pytest.raises(EndpointError, match=str(status)):
        client(server).ask(ASKED)
    assert len(server.heard) == 1


def test_a_model_on_this_machine_is_asked_without_a_proxy(
    server: Server, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    server.answers(saying("[]"))
    assert client(server).ask(ASKED).text == "[]"


@pytest.mark.parametrize("body", [b"", b"not json", b"[]", b'{"choices": []}', b"\xff" * 9])
def test_a_reply_that_is_none_is_an_error_in_words(server: Server, body: bytes):
    server.answers((200, {}, body))
    with pytest.raises(EndpointError):
        client(server).ask(ASKED)


def test_an_endpoint_that_is_not_there_is_an_error_at_once():
    waits: list[float] = []
    absent = ModelClient(Endpoint("http://127.0.0.1:9", "small", timeout=2), SCHEMA, waits.append)
    with pytest.raises(EndpointError, match="gave no answer"):
        absent.ask(ASKED)
    assert not waits


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://host", "http://", "https:///v1", ""])
def test_only_web_addresses_are_asked(url: str):
    with pytest.raises(InputError, match="no address"):
        Endpoint(url, "small")


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://127.0.0.1.example.org/v1", False),
        ("http://localhost.example.org/v1", False),
        ("http://127.0.0.1@example.org/v1", False),
        ("https://api.example.org/v1", False),
        ("http://10.0.0.5/v1", False),
    ],
)
def test_only_this_machine_counts_as_here(url: str, here: bool):
    assert Endpoint(url, "small").is_here is here


def test_an_answer_is_kept_for_its_owner_and_found_again(tmp_path: Path):
    endpoint = Endpoint("http://127.0.0.1/v1", "small")
    kept = KeptAnswers(tmp_path / "answers", endpoint, "prompt1")
    assert kept.find(ASKED) is None
    kept.keep(ASKED, "d1", Reply("[]", 7, 3))
    assert kept.find(ASKED) == Reply("[]", 7, 3)
    [file] = (tmp_path / "answers").iterdir()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "other",
    [
        KeptAnswers(Path("x"), Endpoint("http://127.0.0.1/v1", "large"), "prompt1"),
        KeptAnswers(Path("x"), Endpoint("http://127.0.0.2/v1", "small"), "prompt1"),
        KeptAnswers(Path("x"), Endpoint("http://127.0.0.1/v1", "small"), "prompt2"),
    ],
)
def test_an_answer_is_that_of_one_model_and_one_prompt(tmp_path: Path, other: KeptAnswers):
    kept = KeptAnswers(tmp_path, Endpoint("http://127.0.0.1/v1", "small"), "prompt1")
    kept.keep(ASKED, "d1", Reply("[]"))
    assert KeptAnswers(tmp_path, other.endpoint, other.prompt).find(ASKED) is None
    assert kept.find([*ASKED, *ASKED]) is None


@pytest.mark.parametrize("spoiled", [b"", b"\xff", b"[]", b"{}", b'{"answer": 5}', b"[" * 100_000])
def test_a_kept_answer_that_is_spoiled_is_asked_for_again(tmp_path: Path, spoiled: bytes):
    kept = KeptAnswers(tmp_path, Endpoint("http://127.0.0.1/v1", "small"), "prompt1")
    kept.keep(ASKED, "d1", Reply("[]"))
    [file] = tmp_path.iterdir()
    file.write_bytes(spoiled)
    assert kept.find(ASKED) is None
