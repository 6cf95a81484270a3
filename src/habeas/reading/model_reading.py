"""Documents read by a language model, several questions at once, what it costs counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from habeas.extraction import (
    ModelReading,
    Question,
    answer_schema,
    entries,
    prompt_digest,
    questions,
    read_answers,
)
from habeas.formats.kept_answers import KeptAnswers
from habeas.formats.model_endpoint import Endpoint, Messages, ModelClient, Reply
from habeas.vocabulary import Document, HabeasError, InputError

AT_ONCE = 4
AGAIN = (
    "Your answer is not the JSON object that was asked for. Answer again with "
    '{"claims": [...]} and nothing else.'
)


@dataclass
class ModelTally:
    """What was asked of a model, and what came of it.

    tokens as the server counts them, of answers that were asked for now. refused: by kind.
    """

    questions: int = 0
    kept: int = 0
    asked_tokens: int = 0
    answered_tokens: int = 0
    seconds: float = 0.0
    claims: int = 0
    refused: Counter[str] = field(default_factory=Counter)

    def sentence(self, model: str) -> str:
        """Return it in words, for whoever pays."""
        kept = f", {self.kept} of them kept from before" if self.kept else ""
        told = (
            f"{model}: {self.questions} questions{kept}; {self.asked_tokens} tokens asked and "
            f"{self.answered_tokens} answered in {self.seconds:.0f} seconds of its time; "
            f"{self.claims} claims"
        )
        total = sum(self.refused.values())
        why = ", ".join(f"{number} {kind}" for kind, number in self.refused.most_common())
        return f"{told}, {total} entries refused ({why})." if total else f"{told}, none refused."


class ModelReader:
    """Reads documents by a model.

    kept: answers of before; None keeps none. cover: returns a text with names covered, character by
    character as long as it was; what it leaves is all that is sent.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        kept: KeptAnswers | None = None,
        at_once: int = AT_ONCE,
        cover: Callable[[str], str] | None = None,
        client: ModelClient | None = None,
    ) -> None:
        """Ask at ``endpoint``, up to ``at_once`` questions together."""
        self.endpoint = endpoint
        self.client = client or ModelClient(endpoint, answer_schema())
        self.kept = kept
        self.cover = cover
        self.tally = ModelTally()
        self.lock = Lock()
        self.pool = ThreadPoolExecutor(max(1, at_once))

    def read(self, documents: Iterable[Document]) -> list[ModelReading | HabeasError]:
        """Return what the model reads in each document, or why it cannot be read.

        An error of the endpoint is that of every document that was still to be asked about.
        """
        asked = [self._asked(document) for document in documents]
        return [self._read(*each) for each in asked]

    def close(self) -> None:
        """Ask nothing more."""
        self.pool.shutdown(wait=False, cancel_futures=True)

    def _asked(
        self, document: Document
    ) -> tuple[Document, str, list[Question], list[Future[Reply]]]:
        shown = self.cover(document.text) if self.cover else document.text
        if len(shown) != len(document.text):
            raise ValueError("a covered text must be as long as it was")
        covered = [
            self.cover(value) if self.cover else value
            for value in (document.title, document.outlet)
        ]
        held = Document(document.id, document.text, document.published, document.language, *covered)
        parts = questions(held, shown)
        futures = [self.pool.submit(self._answer, each, document.id) for each in parts]
        return document, shown, parts, futures

    def _read(
        self,
        document: Document,
        shown: str,
        parts: Sequence[Question],
        futures: Sequence[Future[Reply]],
    ) -> ModelReading | HabeasError:
        try:
            answers = [future.result().text for future in futures]
            read = read_answers(document, parts, answers, self.endpoint.model, shown)
        except HabeasError as error:
            return error
        with self.lock:
            self.tally.claims += len(read.claims)
            self.tally.refused.update(one.kind for one in read.refused)
        return read

    def _answer(self, question: Question, document: str) -> Reply:
        """Return an answer that can be read: kept from before, or asked for, twice if need be."""
        kept = self.kept.find(question.messages) if self.kept else None
        if kept is not None and _is_read(kept):
            self._count(kept, is_kept=True)
            return kept
        reply = self._ask(question.messages)
        if not _is_read(reply):
            said = {"role": "assistant", "content": reply.text}
            reply = self._ask([*question.messages, said, {"role": "user", "content": AGAIN}])
        entries(reply.text)
        if self.kept:
            self.kept.keep(question.messages, document, reply)
        return reply

    def _ask(self, messages: Messages) -> Reply:
        reply = self.client.ask(messages)
        self._count(reply, is_kept=False)
        return reply

    def _count(self, reply: Reply, *, is_kept: bool) -> None:
        with self.lock:
            tally = self.tally
            tally.questions += 1
            if is_kept:
                tally.kept += 1
                return
            tally.asked_tokens += reply.asked_tokens
            tally.answered_tokens += reply.answered_tokens
            tally.seconds += reply.seconds


def _is_read(reply: Reply) -> bool:
    try:
        entries(reply.text)
    except InputError:
        return False
    return True


def kept_in(folder: Path, endpoint: Endpoint) -> KeptAnswers:
    """Return the answers of a model to today's prompt that a folder keeps."""
    return KeptAnswers(folder, endpoint, prompt_digest())
