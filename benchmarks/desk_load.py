"""Requests over HTTP/1.1, on loopback only: so many a second, or as fast as they are answered."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
PATIENCE = 30.0


@dataclass
class Tally:
    """How long answers took, in seconds, and which were no answer (status, address)."""

    seconds: list[float] = field(default_factory=list)
    failed: list[tuple[int, str]] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """Return the time that this share of the answers did not exceed."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Connection:
    """One connection that is kept open."""

    def __init__(self, port: int, headers: Mapping[str, str]) -> None:
        self.port = port
        lines = {"Host": f"127.0.0.1:{port}", "Accept-Encoding": "identity", **headers}
        self.head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(
        self, path: str, body: bytes | None = None, extra: str = ""
    ) -> tuple[int, bytes, bytes]:
        """Return status, headers and content."""
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.streams
        verb = "GET" if body is None else "POST"
        length = "" if body is None else f"Content-Length: {len(body)}\r\n"
        writer.write(f"{verb} {path} HTTP/1.1\r\n{self.head}{extra}{length}\r\n".encode())
        writer.write(body or b"")
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)
        status, content = int(head[9:12]), b""
        if found := LENGTH.search(head):
            content = await reader.readexactly(int(found[1]))
        elif b"chunked" in head.lower():
            content = await self._chunks(reader)
        if b"connection: close" in head.lower():
            self.close()
        return status, head, content

    async def _chunks(self, reader: asyncio.StreamReader) -> bytes:
        parts = []
        while size := int(await reader.readline(), 16):
            parts.append(await reader.readexactly(size))
            await reader.readline()
        await reader.readline()
        return b"".join(parts)

    def close(self) -> None:
        """Close it."""
        if self.streams:
            self.streams[1].close()
            self.streams = None


async def at_a_rate(
    port: int, paths: Sequence[str], rate: int, seconds: int, headers: Mapping[str, str]
) -> Tally:
    """Ask so many times a second; each answer is timed from when it ought to have been asked."""
    tally, free = Tally(), asyncio.LifoQueue[Connection]()
    for _ in range(16):
        free.put_nowait(Connection(port, headers))
    began = time.perf_counter() + 0.1

    async def one(number: int) -> None:
        due = began + number / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        connection = await free.get()
        path = paths[number % len(paths)]
        status, _, _ = await connection.ask(path)
        tally.seconds.append(time.perf_counter() - due)
        if status != 200:
            tally.failed.append((status, path))
        free.put_nowait(connection)

    await asyncio.gather(*(one(number) for number in range(rate * seconds)))
    return tally


async def as_fast_as_it_goes(
    port: int, paths: Sequence[str], connections: int, seconds: float, headers: Mapping[str, str]
) -> float:
    """Return how many requests a second are answered over so many connections."""
    until = time.perf_counter() + seconds
    answered = 0

    async def one(place: int) -> None:
        nonlocal answered
        connection, number = Connection(port, headers), place
        while time.perf_counter() < until:
            status, _, _ = await connection.ask(paths[number % len(paths)])
            if status != 200:
                raise RuntimeError(f"{paths[number % len(paths)]} was answered with {status}")
            number += 1
            answered += 1

    began = time.perf_counter()
    await asyncio.gather(*(one(place) for place in range(connections)))
    return answered / (time.perf_counter() - began)


async def people_at_work(
    port: int,
    users: Sequence[Mapping[str, str]],
    seconds: float,
    step: Callable[[Connection, int, dict[str, Tally]], Awaitable[None]],
    pause: float,
) -> dict[str, Tally]:
    """Let each user take one step after another, pausing between; return the tallies by name."""
    tallies: dict[str, Tally] = {}
    until = time.perf_counter() + seconds

    async def one(number: int, headers: Mapping[str, str]) -> None:
        connection, turn = Connection(port, headers), number * 3
        await asyncio.sleep(pause * number / len(users))
        while time.perf_counter() < until:
            await step(connection, turn, tallies)
            turn += 1
            await asyncio.sleep(pause)

    await asyncio.gather(*(one(number, headers) for number, headers in enumerate(users)))
    return tallies
