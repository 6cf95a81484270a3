"""``habeas extract --reader model`` and ``both``: a model reads, and what it costs is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

TEXT = "The ministry said on Thursday that 88 people were released.\n"
TRUE = {"n": 1, "quote": "88 people were released", "measure": "released", "value": 88,
        "qualifier": "exact", "population_kind": "all_prisoners", "claimant": "ministry",
        "claimant_kind": "government", "modality": "asserted"}  # fmt: skip
MADE_UP = TRUE | {"quote": "99 people were released", "value": 99}


class FakeModel:
    """A server that answers every question in the same way, and remembers what it heard."""

    def __init__(self) -> None:
        self.answer: str | Callable[[str], str] = json.dumps({"claims": [TRUE, MADE_UP]})
        self.status = 200
        self.heard: list[str] = []
        self.url = ""

    def reply(self, body: bytes) -> bytes:
        article = json.loads(body)["messages"][1]["content"]
        self.heard.append(article)
        said = self.answer(article) if callable(self.answer) else self.answer
        used = {"prompt_tokens": 100, "completion_tokens": 10}
        return json.dumps({"choices": [{"message": {"content": said}}], "usage": used}).encode()


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeModel]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    held = FakeModel()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = held.reply(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(held.status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    held.url = f"http://127.0.0.1:{running.server_port}/v1"
    yield held
    running.shutdown()
    running.server_close()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(TEXT)
    return file


def claims_of(ran: Any) -> list[dict[str, Any]]:
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_a_claim_whose_words_are_not_in_the_text_is_refused_and_all_is_told(
    habeas_process: Any, article: Path, model: FakeModel
):
    ran = habeas_process("extract", article, "--model-url", model.url, "--model", "small")
    [claim] = claims_of(ran)
    assert claim["quote"] == "88 people were released"
    assert claim["reader"].startswith("model small, prompt ")
    told = " ".join(ran.stderr.split())
    assert "is not in the text" in told
    assert "sent to 127.0.0.1, which is this machine" in told
    assert "1 questions; 100 tokens asked and 10 answered" in told
    assert "1 entries refused (1 quote is not in the text)" in told


def test_nothing_is_asked_twice(habeas_process: Any, article: Path, model: FakeModel):
    once = habeas_process("extract", article, "--model-url", model.url, "--model", "small")
    again = habeas_process("extract", article, "--model-url", model.url, "--model", "small")
    assert claims_of(once) == claims_of(again)
    assert len(model.heard) == 1
    assert "1 of them kept from before; 0 tokens" in " ".join(again.stderr.split())
    habeas_process("extract", article, "--model-url", model.url, "--model", "large")
    assert len(model.heard) == 2


def test_an_answer_that_is_none_is_asked_for_once_more_and_then_that_documents_failure(
    habeas_process: Any, tmp_path: Path, model: FakeModel
):
    lines = [{"id": key, "text": f"{key}: {TEXT}", "lang": "en"} for key in ("good", "bad")]
    articles = tmp_path / "articles.jsonl"
    articles.write_text("".join(json.dumps(line) + "\n" for line in lines))
    good = json.dumps({"claims": [TRUE]})
    model.answer = lambda article: "I would rather not." if "bad:" in article else good
    ran = habeas_process("extract", articles, "--model-url", model.url, "--model", "small")
    assert [claim["document"] for claim in claims_of(ran)] == ["good"]
    assert len(model.heard) == 3
    assert "no list of claims" in ran.stderr


def test_both_readers_stand_beside_one_another(
    habeas_process: Any, article: Path, model: FakeModel
):
    model.answer = json.dumps({"claims": [TRUE | {"measure": "held"}]})
    options = ("--reader", "both", "--model-url", model.url, "--model", "small")
    day = ("--published", "2026-01-02")
    [claim] = claims_of(habeas_process("extract", article, *options, *day, "--lang", "en"))
    assert claim["measure"] == "held"
    [other] = claim["alternatives"]
    assert other["fields"]["measure"] == "released"
    assert other["reasons"]


def test_a_language_that_has_no_lexicon_is_read_by_the_model(
    habeas_process: Any, tmp_path: Path, model: FakeModel
):
    article = tmp_path / "article.jsonl"
    text = "Gözaltına alınan 88 kişi serbest bırakıldı."
    article.write_text(json.dumps({"id": "t1", "lang": "tr", "text": text}) + "\n")
    model.answer = json.dumps({"claims": [TRUE | {"quote": "88 kişi", "claimant": ""}]})
    for reader in ("model", "both"):
        ran = habeas_process("extract", article, "--reader", reader, "--model-url", model.url,
                             "--model", "small")  # fmt: skip
        assert [claim["value"] for claim in claims_of(ran)] == [88]
    assert "by the model alone" in " ".join(ran.stderr.split())


def test_names_of_a_list_are_covered_before_a_text_is_sent_and_quotes_are_the_texts_own(
    habeas_process: Any, tmp_path: Path, model: FakeModel
):
    people = tmp_path / "people.csv"
    people.write_text("full name\nRosalinda Quintanar Ejemplo\n")
    article = tmp_path / "article.txt"
    article.write_text("Police freed Rosalinda Quintanar Ejemplo and 88 people.\n")

    def answer(shown: str) -> str:
        inside = shown.rpartition("<article>")[2]
        quote = inside[inside.index("freed") : inside.index("people") + 6]
        return json.dumps({"claims": [TRUE | {"quote": quote, "claimant": "Police"}]})

    model.answer = answer
    ran = habeas_process("extract", article, "--model-url", model.url, "--model", "small",
                         "--withhold", people)  # fmt: skip
    assert "Quintanar" not in "".join(model.heard)
    assert claims_of(ran)[0]["quote"] == "freed Rosalinda Quintanar Ejemplo and 88 people"


def test_a_list_whose_columns_may_hide_names_stops_before_anything_is_sent(
    habeas_process: Any, tmp_path: Path, article: Path, model: FakeModel
):
    people = tmp_path / "people.csv"
    people.write_text("full name,gribble\nRosalinda Quintanar Ejemplo,Ana Ejemplo\n")
    ran = habeas_process("extract", article, "--model-url", model.url, "--model", "small",
                         "--withhold", people)  # fmt: skip
    assert ran.returncode == 2
    assert "gribble" in ran.stderr
    assert not model.heard


def test_a_model_that_refuses_everybody_ends_the_run_with_a_sentence(
    habeas_process: Any, article: Path, model: FakeModel
):
    model.status = 401
    ran = habeas_process("extract", article, "--model-url", model.url, "--model", "small")
    assert ran.returncode == 1
    assert "gave no answer" in ran.stderr
    assert not ran.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--model-url", "http://127.0.0.1:9/v1"), "--model together"),
        (("--reader", "model"), "needs a model"),
        (("--reader", "both"), "needs a model"),
        (("--reader", "rules", "--model-url", "http://127.0.0.1:9/v1", "--model", "x"), "no model"),
        (("--model-url", "http://127.0.0.1:9", "--model", "x", "--model-at-once", "0"), "1 to 64"),
        (("--reader", "guess"), "guess"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    habeas_process: Any, article: Path, options: tuple[str, ...], said: str
):
    ran = habeas_process("extract", article, *options)
    assert ran.returncode == 2
    assert said in " ".join(ran.stderr.split())
