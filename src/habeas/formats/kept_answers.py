"""Answers of language models, kept in a folder, so that no question is paid for twice.

One file an answer, under the digest of address, model, prompt and question. Only their owner may
read them: they quote documents.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from habeas.formats.atomic_write import write_whole
from habeas.formats.model_endpoint import Endpoint, Messages, Reply
from habeas.vocabulary import InputError

LARGEST_FILE = 8_000_000


@dataclass(frozen=True)
class KeptAnswers:
    """The answers of one model to one prompt, in a folder that is made when one is kept.

    prompt: the digest of what is asked.
    """

    folder: Path
    endpoint: Endpoint
    prompt: str

    def find(self, messages: Messages) -> Reply | None:
        """Return the answer that is kept of a question, None where there is none to be read."""
        try:
            with self._file(messages).open("rb") as stream:
                held = json.loads(stream.read(LARGEST_FILE))
        except (OSError, ValueError, RecursionError):
            return None
        answer = held.get("answer") if isinstance(held, dict) else None
        if not isinstance(answer, str):
            return None
        return Reply(answer, _whole(held, "asked_tokens"), _whole(held, "answered_tokens"))

    def keep(self, messages: Messages, document: str, reply: Reply) -> None:
        """Keep the answer to a question about a document. Raises InputError."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                f"cannot be made ({error.strerror})", "Name another folder with --answers.",
                file=str(self.folder),
            ) from None  # fmt: skip
        held = {
            "document": document,
            "model": self.endpoint.model,
            "address": self.endpoint.url,
            "prompt": self.prompt,
            "answer": reply.text,
            "asked_tokens": reply.asked_tokens,
            "answered_tokens": reply.answered_tokens,
        }
        text = json.dumps(held, ensure_ascii=True, indent=1) + "\n"
        write_whole(self._file(messages), text, mode=0o600)

    def _file(self, messages: Messages) -> Path:
        asked = json.dumps([self.endpoint.url, self.endpoint.model, self.prompt, messages])
        return self.folder / f"{sha256(asked.encode()).hexdigest()}.json"


def usual_folder() -> Path:
    """Return the folder in which answers are kept where none is named: the user's cache."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(cache) if cache else Path.home() / ".cache") / "habeas" / "answers"


def _whole(held: dict[str, Any], name: str) -> int:
    value = held.get(name)
    return value if isinstance(value, int) else 0
