"""What is said of a source that stands in the sentence of a number."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from habeas.extraction.decisions.claimant_features import FAR, in_sentence


def features(words: str, number: int, *mentions: tuple[int, int]) -> list[str]:
    """Return what is said of a source that is named on some words of a sentence, and is silent."""
    parts = words.split()
    sentence = SimpleNamespace(words=parts, size=len(parts), tags=[None] * len(parts))
    own: Any = SimpleNamespace(sentence=sentence, spoken=[])
    draft: Any = SimpleNamespace(count=SimpleNamespace(first=number, last=number + 1))
    here: Any = [
        (own, SimpleNamespace(first=first, last=last, parts=())) for first, last in mentions
    ]
    candidate: Any = SimpleNamespace(speaker=None)
    return in_sentence(draft, here, own, candidate)


TWICE = "casa , which nobody asked , wrote much , but casa freed 30 people with casa"


@pytest.mark.parametrize(
    ("mentions", "side", "parted"),
    [
        ([(0, 1), (10, 11)], "before", "nothing"),
        ([(10, 11), (0, 1)], "before", "nothing"),
        ([(10, 11), (15, 16)], "before", "nothing"),
        ([(0, 1), (15, 16)], "behind", "nothing"),
    ],
)
def test_of_a_source_that_is_named_twice_the_nearer_place_counts(
    mentions: list[tuple[int, int]], side: str, parted: str
):
    found = features(TWICE, 12, *mentions)
    assert f"here {side} {FAR[0]}" in found
    assert f"here {side} over {parted}" in found


def test_a_source_far_before_is_far():
    found = features(TWICE, 12, (0, 1))
    assert f"here before {FAR[0]}" not in found
    assert "here before over ," in found
