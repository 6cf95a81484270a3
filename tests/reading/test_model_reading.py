"""A model is asked as many questions together as was said, and no more."""

from __future__ import annotations

import time
from threading import Lock
from typing import Any

import pytest

from habeas.extraction import ModelReading
from habeas.formats.model_endpoint import Endpoint, Reply
from habeas.reading import ModelReader
from habeas.vocabulary import Document, PartialDate


class SlowModel:
    """Answers that nothing is claimed, and notes how many questions it had at one time."""

    def __init__(self, wanted: int) -> None:
        self.wanted, self.now, self.most, self.lock = wanted, 0, 0, Lock()

    def ask(self, _messages: Any) -> Reply:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        until = time.monotonic() + 20
        while self.most < self.wanted and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(0.01)
        with self.lock:
            self.now -= 1
        return Reply('{"claims": []}')


@pytest.mark.parametrize(("at_once", "most"), [(0, 1), (1, 1), (3, 3)])
def test_so_many_questions_are_asked_together(at_once: int, most: int):
    model: Any = SlowModel(most)
    reader = ModelReader(Endpoint("http://localhost/v1", "small"), at_once=at_once, client=model)
    day = PartialDate("2026-01-03")
    found = reader.read(Document(f"d{each}", "88 were freed.", day, "en") for each in range(6))
    reader.close()
    assert [len(read.claims) for read in found if isinstance(read, ModelReading)] == [0] * 6
    assert model.most == most
