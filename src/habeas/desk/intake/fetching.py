"""Fetching a page that a member named, from the public Internet and from nowhere else.

Every address is resolved once, checked, and the connection is made to the very address that was
checked, so that a name that changes between the two leads nowhere. Redirects are followed one by
one under the same rule.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from habeas.formats.documents import (
    FEED,
    HTML,
    LARGEST_DOCUMENT,
    LINES,
    MAIL,
    PDF,
    TEXT,
    WARC,
    FoundDocument,
    type_by_beginning,
    type_by_name,
)
from habeas.vocabulary import InputError

Resolve = Callable[[str, int], Sequence[str]]
Connect = Callable[[str, int], socket.socket]

PORTS = {"http": 80, "https": 443}
REDIRECTS = 5
PATIENCE = 30.0
"""Seconds to wait for a server to go on."""

LONGEST = 180.0
"""Seconds for one whole answer: a server that drips bytes must not hold the worker."""

AGENT = "Habeas (evidence archiving at a person's request)"
KEPT_HEADERS = 100


@dataclass(frozen=True)
class Fetched:
    """A page as it came, and what the server said with it."""

    found: FoundDocument
    headers: dict[str, str]


@dataclass(frozen=True)
class Answer:
    """One answer of a server."""

    status: int
    headers: dict[str, str]
    content: bytes


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the addresses that a name stands for."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def connect(address: str, port: int) -> socket.socket:
    """Open a connection."""
    return socket.create_connection((address, port), timeout=PATIENCE)


def fetch(url: str, resolve: Resolve = resolve, connect: Connect = connect) -> Fetched:
    """Fetch a page. Raises InputError where it cannot be had, or must not be asked for."""
    place = in_ascii(url.strip())
    for _ in range(REDIRECTS + 1):
        answer = ask(place, resolve, connect)
        if answer.status in (301, 302, 303, 307, 308) and "location" in answer.headers:
            place = in_ascii(urljoin(place, from_header(answer.headers["location"])))
            continue
        if answer.status != 200:
            raise refused(place, f"was answered with the status {answer.status}")
        kind = answer.headers.get("content-type", "").split(";")[0].strip().lower()
        named = type_by_name(urlsplit(place).path)
        found = FoundDocument(
            raw=answer.content,
            media_type=KINDS.get(kind) or named or type_by_beginning(answer.content[:1000]),
            place=place,
            url=place,
            charset=charset(answer.headers.get("content-type", "")),
        )
        return Fetched(found, {"status": str(answer.status), **answer.headers})
    raise refused(url, "redirects too often")


KINDS = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "text/plain": TEXT,
    "application/pdf": PDF,
    "application/rss+xml": FEED,
    "application/atom+xml": FEED,
    "application/warc": WARC,
    "application/x-ndjson": LINES,
    "application/jsonl": LINES,
    "message/rfc822": MAIL,
}
"""What a server's word for a kind of document is taken for; else its name or beginning tells."""


def in_ascii(url: str) -> str:
    """Return an address as it goes over the wire: "é" as "%C3%A9", a host's name in its own code.

    Raises InputError where a host's name has no such code.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode() if not url.isascii() else ""
    except (ValueError, UnicodeError):
        raise refused(url, "is no address") from None
    if not host or parts.username or any(sign <= " " for sign in url):
        return url  # plain, or refused as it stands
    port = f":{parts.port}" if parts.port else ""
    path, query = quote(parts.path, safe=WRITTEN), quote(parts.query, safe=WRITTEN)
    return urlunsplit((parts.scheme, f"{host}{port}", path, query, ""))


WRITTEN = "%/:@!$&'()*+,;=?~-._"
"""Signs that stay as they are in an address."""


def from_header(text: str) -> str:
    """Return a header's text, which comes as Latin-1, as the UTF-8 that most servers mean."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def ask(url: str, resolve: Resolve, connect: Connect) -> Answer:
    """Ask one server for one page, at an address that was checked. Raises InputError."""
    parts, host, port = checked(url)
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError):
        raise refused(url, "names no server that can be found") from None
    if not addresses or not all(map(is_public, addresses)):
        raise refused(url, "leads into a private network")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        wire = connect(addresses[0], port)
        if parts.scheme == "https":
            wire = ssl.create_default_context().wrap_socket(wire, server_hostname=host)
        answer = exchanged(wire, host, port, path)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise refused(url, f"could not be fetched ({type(error).__name__})") from None
    if len(answer.content) > LARGEST_DOCUMENT:
        raise refused(url, "is larger than any document")
    return answer


def exchanged(wire: socket.socket, host: str, port: int, path: str) -> Answer:
    """Ask over a connection and read the answer. Raises OSError and HTTPException."""
    request = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    request.sock = wire
    ending = threading.Timer(LONGEST, wire.shutdown, (socket.SHUT_RDWR,))
    ending.daemon = True
    ending.start()
    try:
        request.request("GET", path, headers={"User-Agent": AGENT, "Accept": "*/*"})
        response = request.getresponse()
        content = response.read(LARGEST_DOCUMENT + 1)
        if response.length and len(content) <= LARGEST_DOCUMENT:
            # What broke off must not be kept as if it were the whole page.
            raise http.client.IncompleteRead(content, response.length)
        headers = {key.lower(): value for key, value in response.getheaders()[:KEPT_HEADERS]}
        return Answer(response.status, headers, content)
    finally:
        ending.cancel()
        request.close()


def checked(url: str) -> tuple[SplitResult, str, int]:
    """Take an address apart. Raises InputError on anything but plain http and https."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        raise refused(url, "is no address") from None
    if parts.scheme not in PORTS or not host or any(sign <= " " for sign in url):
        raise refused(url, "is no address that begins with http:// or https://")
    if port != PORTS[parts.scheme] or parts.username or parts.password:
        raise refused(url, "names a port or a password")
    return parts, host, port


def is_public(address: str) -> bool:
    """Whether an address lies in the public Internet."""
    try:
        found = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.is_site_local:  # fec0::/10: given up in 2004, and still used within some houses
            return False
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if inner is not None:
            return is_public(str(inner))
        # 64:ff9b::/96 carries an IPv4 address through a translator.
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
    return found.is_global and not (found.is_multicast or found.is_reserved)


def charset(content_type: str) -> str:
    """Return the encoding that a server names, "" where it names none."""
    _, _, named = content_type.lower().partition("charset=")
    return named.split(";")[0].strip(" \"'")


def refused(url: str, problem: str) -> InputError:
    """Return the error to raise about an address."""
    return InputError(problem, "Save the page yourself and add the file.", value=url)
