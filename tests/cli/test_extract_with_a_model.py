"""``habeas extract --model-url`` lets a model read, and believes it only where the text does."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

TEXT = "The ministry said on Thursday that 88 people were released.\n"
TRUE = {"quote": "88 people were released", "measure": "released", "value": 88,
        "qualifier": "exact", "population_kind": "all_prisoners", "claimant": "ministry",
        "claimant_kind": "government", "modality": "asserted"}  # fmt: skip
MADE_UP = TRUE | {"quote": "99 people were released", "value": 99}


class Model(BaseHTTPRequestHandler):
    """Answers every question with one claim of the text and one that is not in it."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        said = json.dumps([TRUE, MADE_UP])
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"choices": [{"message": {"content": said}}]}).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/v1"
    running.shutdown()
    running.server_close()


def test_a_claim_whose_words_are_not_in_the_text_is_refused_and_told(
    habeas_process: Any, tmp_path: Path, address: str
):
    article = tmp_path / "article.txt"
    article.write_text(TEXT)
    ran = habeas_process("extract", article, "--model-url", address, "--model", "small")
    claims = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [each["quote"] for each in claims] == ["88 people were released"]
    assert "refused" in ran.stderr


def test_an_address_without_a_model_is_refused(habeas_process: Any, tmp_path: Path):
    article = tmp_path / "article.txt"
    article.write_text(TEXT)
    ran = habeas_process("extract", article, "--model-url", "http://127.0.0.1:9/v1")
    assert ran.returncode == 2
    assert "--model together" in ran.stderr
