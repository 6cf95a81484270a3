"""Sentences of a text that speak to a language model instead of to readers."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from habeas.extraction.models.answers.quotes import plain


@cache
def steering_phrases() -> tuple[str, ...]:
    """Return the phrases, in small letters."""
    file = resources.files(__package__) / "steering.toml"
    return tuple(tomllib.loads(file.read_text("utf-8"))["phrases"])


def steers(text: str) -> str:
    """Return the first phrase of a text that speaks to a model, "" where none does."""
    small, _ = plain(text)
    return next((phrase for phrase in steering_phrases() if phrase in small), "")
