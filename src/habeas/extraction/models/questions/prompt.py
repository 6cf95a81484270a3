"""What a model is asked, as a file that can be read, and the digest by which claims name it."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib import resources

PROMPT_FILE = "prompt.md"


@cache
def prompt() -> str:
    """Return the text of the prompt, its guidelines and examples."""
    return (resources.files(__package__) / PROMPT_FILE).read_text("utf-8")


@cache
def prompt_digest() -> str:
    """Return the first twelve digits of the SHA-256 of the prompt."""
    return sha256(prompt().encode()).hexdigest()[:12]


def model_reader_name(model: str) -> str:
    """Return how a model that was asked with this prompt is named as a claim's reader."""
    return f"model {model}, prompt {prompt_digest()}"
