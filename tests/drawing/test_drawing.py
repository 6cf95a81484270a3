"""Whatever a case's texts hold, a chart is drawn or refused; the process goes on."""

from __future__ import annotations

import re
from typing import Any

import pytest

from habeas.drawing import drawable, drawn

SIGNS = ["\x00", "\x01", "\x0b", "\x1f", "\x7f", "\x85", "\ud800", "\udfff", "\ufffe", "\uffff"]


def chart(words: str) -> dict[str, Any]:
    return {
        "title": {"text": words},
        "data": {"values": [{"who": words, "count": 3}]},
        "mark": "bar",
        "encoding": {
            "y": {"field": "who", "type": "nominal"},
            "x": {"field": "count", "type": "quantitative"},
        },
    }


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_a_sign_that_cannot_be_drawn_is_drawn_as_a_mark(sign: str):
    svg = drawn(chart(f"The Min{sign}istry"))
    assert "The Min\ufffdistry" in svg
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", svg)


def test_accents_line_ends_and_other_scripts_are_drawn_as_they_are():
    words = "Ministerio · وزارة · 法務省 · 😀"
    assert drawable(chart(words)) == chart(words)
    assert drawable("a\tb\n") == "a\tb\n"


def test_keys_and_lists_within_lists_are_cleaned_too():
    assert drawable({"a\x00": [("b\x01",), {"c": "\ud800"}], "n": 3}) == {
        "a\ufffd": [["b\ufffd"], {"c": "\ufffd"}],
        "n": 3,
    }
