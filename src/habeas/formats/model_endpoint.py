"""Questions to a language model over an OpenAI-compatible endpoint; off unless one is named."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

from habeas.vocabulary import HabeasError, InputError

LARGEST_ANSWER = 4_000_000


class EndpointError(HabeasError):
    """Raised when a model's endpoint cannot be reached or gives no usable answer."""


@dataclass(frozen=True)
class Endpoint:
    """Where a model answers: the address up to and without ``/chat/completions``, and its name.

    key: sent as a bearer token where one is given. timeout: seconds.
    Raises InputError if the address is neither http nor https.
    """

    url: str
    model: str
    key: str = ""
    timeout: float = 120.0

    def __post_init__(self) -> None:
        """Refuse addresses of other schemes, such as files."""
        if not self.url.startswith(("http://", "https://")):
            raise InputError(
                "is no address of an endpoint", "Start it with https:// or http://.",
                column="url", value=self.url,
            )  # fmt: skip


def asker(endpoint: Endpoint) -> Callable[[list[dict[str, str]]], str]:
    """Return a function that carries messages to a model and returns its answer's text."""
    return lambda messages: answer(endpoint, messages)


def answer(endpoint: Endpoint, messages: list[dict[str, str]]) -> str:
    """Return what a model answers to messages. Raises EndpointError."""
    body = {"model": endpoint.model, "messages": messages, "temperature": 0}
    request = urllib.request.Request(  # noqa: S310  (the scheme is checked by Endpoint)
        f"{endpoint.url.rstrip('/')}/chat/completions",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"}
        | ({"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}),
    )
    try:
        with urllib.request.urlopen(request, timeout=endpoint.timeout) as response:  # noqa: S310
            return content(json.loads(response.read(LARGEST_ANSWER)))
    except (OSError, ValueError, urllib.error.URLError) as error:
        raise EndpointError(f"The model at {endpoint.url} gave no answer: {error}.") from error


def content(reply: object) -> str:
    """Return the text of the first choice of a reply. Raises EndpointError where it has none."""
    try:
        text = reply["choices"][0]["message"]["content"]  # type: ignore[index]  # checked by running
    except (KeyError, IndexError, TypeError):
        text = None
    if not isinstance(text, str):
        raise EndpointError("The model's reply holds no text. Is the endpoint OpenAI-compatible?")
    return text
