"""Whose request it is: the address of the peer, or what a proxy that the store declares says of it.

Anybody can write ``X-Forwarded-For``; only the hops that a declared proxy added itself count. They
are read from the right, and the first that is no declared proxy is the client. From any other peer
these headers are taken off before anything else can read them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

FORWARDED_FOR, FORWARDED_PROTO = "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO"
NEVER_READ = tuple(
    f"HTTP_{name}"
    for name in (
        "FORWARDED",
        "X_FORWARDED_HOST",
        "X_FORWARDED_PORT",
        "X_FORWARDED_BY",
        "X_FORWARDED_SERVER",
        "X_REAL_IP",
        "CLIENT_IP",
        "TRUE_CLIENT_IP",
    )
)
"""What proxies are known to add besides; nothing here reads it, and nothing is to begin to."""


class PeerAddress:
    """Sets ``REMOTE_ADDR`` to the client's address before any other middleware reads it."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request whose headers say nothing that was not to be believed."""
        meta = request.META
        for name in NEVER_READ:
            meta.pop(name, None)
        proxies: Sequence[Network] = settings.TRUSTED_PROXIES
        forwarded = meta.pop(FORWARDED_FOR, "")
        peer = parsed(meta.get("REMOTE_ADDR", ""))
        if peer is None or not trusted(peer, proxies):
            meta.pop(FORWARDED_PROTO, None)
        else:
            meta["REMOTE_ADDR"] = str(client(peer, forwarded, proxies))
        return self.answer(request)


def client(peer: Address, forwarded: str, proxies: Sequence[Network]) -> Address:
    """Return the right-most hop that is no declared proxy.

    forwarded: the value of X-Forwarded-For, as it came from ``peer``, which is a declared proxy.
    What is no address ends the search at the last hop that was understood.
    """
    found = peer
    for hop in reversed(forwarded.split(",")):
        address = parsed(hop)
        if address is None:
            break
        found = address
        if not trusted(found, proxies):
            break
    return found


def trusted(address: Address, proxies: Sequence[Network]) -> bool:
    """Whether an address is that of a declared proxy."""
    return any(address in proxy for proxy in proxies)


def parsed(written: str) -> Address | None:
    """Read an address, with a port or a zone or without; None where it is none."""
    text = written.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def locked_address(request: HttpRequest) -> str:
    """Return what counts as one address where attempts are counted.

    Of IPv6 the first 64 bits: whoever has one address there has all of them. It is an address, the
    first of its network.
    """
    return _network_of(request.META.get("REMOTE_ADDR", ""), 32, 64).partition("/")[0]


def address_told(request: HttpRequest) -> str:
    """Return what the log tells of an address: enough to see that it is a strange one.

    Of IPv4 the first 24 bits, of IPv6 the first 48. The log can never be shortened, and must not
    become a list of where people live.
    """
    return _network_of(request.META.get("REMOTE_ADDR", ""), 24, 48)


def _network_of(written: str, bits: int, bits_of_six: int) -> str:
    address = parsed(written)
    if address is None:
        return ""
    kept = bits if address.version == 4 else bits_of_six
    if address.is_loopback or kept == address.max_prefixlen:
        return str(address)
    return str(ip_network((address, kept), strict=False))
