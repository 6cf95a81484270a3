"""A language model is believed only where the text bears it out."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from habeas.extraction.models.model_reader import believed, question, read_with_model
from habeas.formats.model_endpoint import Endpoint, EndpointError, asker
from habeas.vocabulary import Document, InputError, Measure, PartialDate

TEXT = "The ministry said 88 people were freed. Later 88 people were freed again, and dozens held."
DOCUMENT = Document("f" * 64, TEXT, PartialDate("2026-01-02"), "en")
FREED = {"quote": "88 people were freed", "measure": "released", "value": 88,
         "population_kind": "other", "claimant": "the ministry",
         "claimant_kind": "government"}  # fmt: skip


def answering(*found: object) -> str:
    return json.dumps(list(found))


def test_a_quote_that_is_in_the_text_becomes_a_claim_at_its_exact_place():
    claims, refused = believed(DOCUMENT, answering(FREED))
    (claim,) = claims
    assert TEXT[claim.evidence.start : claim.evidence.end] == "88 people were freed"
    assert (claim.measure, claim.quantity.value) == (Measure.RELEASED, 88)
    assert not refused


def test_the_same_quote_twice_is_found_at_both_places():
    claims, _ = believed(DOCUMENT, answering(FREED, FREED))
    assert claims[0].evidence.start != claims[1].evidence.start
    assert len({claim.id for claim in claims}) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "99 people were freed", "value": 99},
        {"quote": ""},
        {"value": 87},
        {"value": None},
        {"value": True},
        {"value": "88"},
        {"measure": "vanished"},
        {"period_end": "tomorrow"},
        {"population_kind": ""},
    ],
)
def test_what_the_text_does_not_bear_out_is_refused_with_a_reason(change: dict[str, Any]):
    claims, refused = believed(DOCUMENT, answering(FREED | change))
    assert not claims
    assert refused[0].reason


def test_an_answer_in_a_fence_is_read_and_any_other_is_refused():
    assert believed(DOCUMENT, f"```json\n{answering(FREED)}\n```")[0]
    for nonsense in ("I cannot help.", "{}", "[" * 100_000):
        with pytest.raises(InputError, match="no JSON array"):
            believed(DOCUMENT, nonsense)


def test_the_question_shows_the_article_and_the_day():
    system, user = question(DOCUMENT)
    assert TEXT in user["content"]
    assert "2026-01-02" in user["content"]
    assert "quote" in system["content"]


class FakeModel(BaseHTTPRequestHandler):
    """A server on this machine that answers as an endpoint would."""

    reply: bytes = b""
    heard: dict[str, Any] = {}  # noqa: RUF012  (the handler's class is the test's own)

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        type(self).heard = json.loads(self.rfile.read(length)) | {"path": self.path}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.reply)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), FakeModel)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/v1"
    running.shutdown()
    running.server_close()


def test_a_document_is_read_over_an_endpoint(server: str):
    message = {"choices": [{"message": {"content": answering(FREED)}}]}
    FakeModel.reply = json.dumps(message).encode()
    claims, _ = read_with_model(DOCUMENT, asker(Endpoint(server, "small")))
    assert [claim.quantity.value for claim in claims] == [88]
    assert FakeModel.heard["path"] == "/v1/chat/completions"
    assert FakeModel.heard["model"] == "small"


@pytest.mark.parametrize("reply", [b"", b"not json", b"[]", b'{"choices": []}'])
def test_a_reply_that_is_none_is_an_error_in_words(server: str, reply: bytes):
    FakeModel.reply = reply
    with pytest.raises(EndpointError):
        read_with_model(DOCUMENT, asker(Endpoint(server, "small")))


def test_an_endpoint_that_is_not_there_is_an_error_in_words():
    with pytest.raises(EndpointError, match="gave no answer"):
        read_with_model(DOCUMENT, asker(Endpoint("http://127.0.0.1:9", "small", timeout=2)))


def test_only_web_addresses_are_asked():
    with pytest.raises(InputError, match="no address"):
        Endpoint("file:///etc/passwd", "small")
