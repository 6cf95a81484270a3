"""Questions to a language model over an OpenAI-compatible endpoint; off unless one is named.

Nothing is sent anywhere but to the host that was named: redirects are refused, and a model on this
machine is asked without a proxy.
"""

from __future__ import annotations

import ipaddress
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from habeas.vocabulary import HabeasError, InputError

LARGEST_ANSWER = 4_000_000
LONGEST_ANSWER = 16_000
"""Bytes of a reply that are read, and tokens of an answer: some hundred claims."""

Messages = list[dict[str, str]]

TRIES = 5
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
"""Seconds before the second try, doubled for each that follows, and the most that is waited."""

BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
NOT_SUPPORTED = frozenset({400, 404, 415, 422, 501})


class EndpointError(HabeasError):
    """Raised when a model's endpoint cannot be reached or gives no usable answer."""


class QuestionRefused(InputError):
    """Raised when an endpoint takes no question of this kind, though it answers others."""


@dataclass(frozen=True)
class Endpoint:
    """Where a model answers: the address up to and without ``/chat/completions``, and its name.

    key: sent as a bearer token where one is given. timeout: seconds.
    Raises InputError if the address is neither http nor https, or names no host.
    """

    url: str
    model: str
    key: str = ""
    timeout: float = 300.0

    def __post_init__(self) -> None:
        """Refuse addresses of other schemes, such as files."""
        if not self.url.startswith(("http://", "https://")) or not self.host:
            raise InputError(
                "is no address of an endpoint", "Start it with https:// or http://.",
                column="url", value=self.url,
            )  # fmt: skip

    @property
    def host(self) -> str:
        """Return the host that is asked."""
        try:
            return (urlsplit(self.url).hostname or "").lower()
        except ValueError:
            return ""

    @property
    def is_here(self) -> bool:
        """Whether that host is this machine, so that nothing leaves it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost" or self.host.endswith(".localhost")


@dataclass(frozen=True)
class Reply:
    """What a model answered, the tokens of question and answer as the server counts them, and time.

    seconds: from the question to the answer, waits between tries left out.
    """

    text: str
    asked_tokens: int = 0
    answered_tokens: int = 0
    seconds: float = 0.0


class ModelClient:
    """Asks one model, again where it is busy, and less strictly where it cannot bind its answer.

    schema: the JSON schema to which answers are bound where the server can. wait: called with the
    seconds to wait between tries. longest: tokens after which a model on this machine is stopped,
    because small ones repeat themselves without end; hosted ones have limits of their own, under
    various names. Several threads may ask at once.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        schema: Mapping[str, Any] | None = None,
        wait: Callable[[float], None] = time.sleep,
        longest: int = LONGEST_ANSWER,
    ) -> None:
        """Ask at ``endpoint``."""
        self.endpoint = endpoint
        self.wait = wait
        self.always = {"max_tokens": longest} if endpoint.is_here else {}
        self.forms = _forms(schema)
        self.form = 0
        own: list[urllib.request.BaseHandler] = [_NoRedirects()]
        if endpoint.is_here:
            own.append(urllib.request.ProxyHandler({}))
        self.opener = urllib.request.build_opener(*own)

    def ask(self, messages: Messages) -> Reply:
        """Return what the model answers. Raises EndpointError, and QuestionRefused."""
        seconds = FIRST_WAIT
        tries = 1
        while True:
            form = self.form
            try:
                return self._once(messages, self.forms[form])
            except urllib.error.HTTPError as error:
                told = _told(error)
                if error.code in NOT_SUPPORTED and form + 1 < len(self.forms):
                    self.form = max(self.form, form + 1)
                    continue
                if error.code not in BUSY:
                    self._refuse(error.code, told)
                if tries == TRIES:
                    raise self._silent(f"{error.code} {told}") from None
                pause = _asked_to_wait(error) or seconds
            except (OSError, ValueError) as error:
                gone = isinstance(getattr(error, "reason", error), ConnectionRefusedError)
                if tries == TRIES or gone:
                    raise self._silent(str(error)) from error
                pause = seconds
            self.wait(min(pause, LONGEST_WAIT))
            seconds, tries = seconds * 2, tries + 1

    def _once(self, messages: Messages, form: Mapping[str, Any]) -> Reply:
        body = {"model": self.endpoint.model, "messages": messages, **self.always, **form}
        key = self.endpoint.key
        request = urllib.request.Request(  # noqa: S310  (the scheme is checked by Endpoint)
            f"{self.endpoint.url.rstrip('/')}/chat/completions",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"}
            | ({"Authorization": f"Bearer {key}"} if key else {}),
        )
        started = time.monotonic()
        with self.opener.open(request, timeout=self.endpoint.timeout) as response:
            reply = json.loads(response.read(LARGEST_ANSWER))
        used = reply.get("usage") if isinstance(reply, dict) else None
        return Reply(
            content(reply),
            _count(used, "prompt_tokens"),
            _count(used, "completion_tokens"),
            time.monotonic() - started,
        )

    def _refuse(self, code: int, told: str) -> None:
        if code in (400, 413, 422):
            raise QuestionRefused(
                f"is refused by the model at {self.endpoint.host} ({code} {told})",
                "The document may be too long for it.",
            )
        raise self._silent(f"{code} {told}")

    def _silent(self, why: str) -> EndpointError:
        return EndpointError(f"The model at {self.endpoint.url} gave no answer: {why}.")


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it would send a document to a host that nobody named."""

    def redirect_request(self, *_args: object, **_named: object) -> None:
        """Return no new request, so that the redirect is an error."""


def _forms(schema: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """Return what a request adds to model and messages, from the strictest form to the plainest."""
    calm = {"temperature": 0}
    plain = [calm, {}]
    if schema is None:
        return plain
    bound = {"name": "claims", "schema": dict(schema), "strict": True}
    return [
        {**calm, "response_format": {"type": "json_schema", "json_schema": bound}},
        {**calm, "response_format": {"type": "json_object"}},
        *plain,
    ]


def _told(error: urllib.error.HTTPError) -> str:
    try:
        said = error.read(2_000).decode("utf-8", "replace")
    except OSError:
        said = ""
    return " ".join((said or str(error.reason)).split())[:200]


def _asked_to_wait(error: urllib.error.HTTPError) -> float | None:
    try:
        seconds = float(error.headers.get("Retry-After", ""))
    except (TypeError, ValueError):
        return None
    return seconds if 0 < seconds < float("inf") else None


def _count(used: object, name: str) -> int:
    value = used.get(name) if isinstance(used, dict) else None
    return value if isinstance(value, int) and value >= 0 else 0


def content(reply: object) -> str:
    """Return the text of the first choice of a reply. Raises EndpointError where it has none."""
    try:
        text = reply["choices"][0]["message"]["content"]  # type: ignore[index]  # checked by running
    except (KeyError, IndexError, TypeError):
        text = None
    if not isinstance(text, str):
        raise EndpointError("The model's reply holds no text. Is the endpoint OpenAI-compatible?")
    return text
