"""How quick the desk and the public pages are, on loopback, beside Datasette.

``python benchmarks/desk.py [--store FOLDER] [--datasette PROGRAM]`` writes its section of
RESULTS.md. The made-up case (``desk_case``) is made first, which takes some minutes; --store takes
one that was made before, and works on a copy. Datasette lives in an environment of its own:
``python -m venv E && E/bin/pip install datasette``, then ``--datasette E/bin/datasette``.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import os
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from desk_load import Connection, Tally, as_fast_as_it_goes, at_a_rate, people_at_work
from results import markdown_table, write_section

RATE, SECONDS, ROUNDS, CONNECTIONS = 100, 20, 3, 8
PUBLIC_P95, DESK_P95 = 0.050, 0.150
READER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
QUEUES = {
    "claims": "claims/",
    "pairs": "pairs/",
    "contradictions": "contradictions/",
    "people": "people/",
    "inbox": "inbox/",
    "activity": "activity/",
    "search": "search/?q=",
}
SEARCHES = ("alcorado", "people were released", "government 1", "brumiero celt", "d17")


@contextmanager
def served(command: Sequence[str], port: int, folder: Path) -> Iterator[None]:
    """Run a server until the end of the block."""
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait(20)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("the server did not start")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the server does not answer")


def free_port() -> int:
    """Return a port of loopback that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def public_paths(store: Path) -> list[str]:
    """Return what readers ask for: mostly pages of figures, the front page, what a page needs."""
    folder = store / "published" / "norte"
    figures = sorted(path.name for path in (folder / "en" / "figures").glob("*.html"))[:400]
    first = ["", "en/", "es/"]
    present = [path for path in first if (folder / path / "index.html").exists()]
    present += ["style.css", "reader.js", "en/contradictions/index.html", "feed.xml"]
    present = [
        path for path in present if path.endswith("/") or not path or (folder / path).exists()
    ]
    mixed = [path for figure in figures for path in (f"en/figures/{figure}", *present)]
    return [f"/norte/{path}" for path in mixed]


def datasette_database(store: Path, folder: Path) -> Path:
    """Make the database that Datasette serves: the published claims, the same columns."""
    with (store / "published/norte/data/claims.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    columns = list(rows[0])
    path = folder / "norte.db"
    with sqlite3.connect(path) as database:
        named = ", ".join(f'"{name}" TEXT' for name in columns)
        database.execute(f'CREATE TABLE claims ({named}, PRIMARY KEY ("id"))')
        marks = ", ".join("?" for _ in columns)
        database.executemany(
            f"INSERT INTO claims VALUES ({marks})",  # noqa: S608  (marks only)
            [[row[name] for name in columns] for row in rows],
        )
    return path


async def step(connection: Connection, turn: int, tallies: dict[str, Tally]) -> None:
    """Open a queue; on every fourth claim or pair also decide, as a reviewer would."""
    name = list(QUEUES)[turn % len(QUEUES)]
    path = f"/desk/norte/{QUEUES[name]}"
    if name == "search":
        path += urlencode({"": SEARCHES[turn // len(QUEUES) % len(SEARCHES)]})[1:]
    page = await timed(connection, path, None, tallies.setdefault(name, Tally()))
    if name in ("claims", "pairs") and turn % 2:
        await decide(connection, page, name, tallies)


async def decide(connection: Connection, page: bytes, name: str, tallies: dict[str, Tally]) -> None:
    """Press a button of a queue's page."""
    action = re.search(rb'action="([^"]+/decide)"', page)
    token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', page)
    seen = re.search(rb'name="seen" value="(\d+)"', page)
    if not action or not token or not seen:
        return
    decision = "accepted" if name == "claims" else "different"
    given = {
        "csrfmiddlewaretoken": token[1].decode(),
        "decision": decision,
        "queued": "1",
        "seen": seen[1].decode(),
    }
    tally = tallies.setdefault(f"decide on {name}", Tally())
    await timed(connection, action[1].decode(), urlencode(given).encode(), tally)


async def timed(connection: Connection, path: str, body: bytes | None, tally: Tally) -> bytes:
    """Ask and write down how long it took."""
    form = "" if body is None else "Content-Type: application/x-www-form-urlencoded\r\n"
    began = time.perf_counter()
    status, _, content = await connection.ask(path, body, form)
    tally.seconds.append(time.perf_counter() - began)
    if status != (200 if body is None else 302):
        tally.failed.append((status, path))
    return content


def measure_public(store: Path, datasette: str, folder: Path) -> str:
    """Time the public pages at a rate, then as fast as they go beside Datasette."""
    ours, theirs = free_port(), free_port()
    paths = public_paths(store)
    habeas = [sys.executable, "-m", "habeas", "serve", "--store", str(store), "--port", str(ours)]
    api = [f"/api/v1/cases/norte/claims?page={page}" for page in range(1, 11)]
    with served(habeas, ours, folder):
        asyncio.run(at_a_rate(ours, paths, RATE, 3, READER))
        tally = asyncio.run(at_a_rate(ours, paths, RATE, SECONDS, READER))
        rows: list[list[object]] = []
        if datasette:
            database = datasette_database(store, folder)
            other = [datasette, "serve", str(database), "--port", str(theirs),
                     "--setting", "suggest_facets", "off"]  # fmt: skip
            with served(other, theirs, folder):
                rows = beside_datasette(ours, theirs, paths, api)
    percentiles = ", ".join(f"p{share} {tally.percentile(share / 100) * 1000:.1f} ms"
                            for share in (50, 95, 99))  # fmt: skip
    text = (
        f"Public pages at {RATE} requests a second for {SECONDS} s: {percentiles} "
        f"(target p95 {PUBLIC_P95 * 1000:.0f} ms); {len(tally.failed)} of {len(tally.seconds)} "
        "failed. Each answer is timed from the moment at which it was due to be asked for.\n\n"
    )
    columns = ["requests a second", "Habeas", "Datasette, no facets", "times as many"]
    return text + (markdown_table(columns, rows) if rows else "Datasette was not there.")


def beside_datasette(
    ours: int, theirs: int, paths: Sequence[str], api: Sequence[str]
) -> list[list[object]]:
    """Time both in turn, a few rounds; the median of the rounds."""
    rest = [f"/norte/claims?_next={number * 100}" for number in range(10)]
    data = [f"/norte/claims.json?_size=100&_next={number * 100}" for number in range(10)]
    rows: list[list[object]] = []
    for name, mine, other in (("pages", paths, rest), ("JSON, 100 claims", api, data)):
        rates: list[tuple[float, float]] = []
        for _ in range(ROUNDS):
            rates.append(
                (
                    asyncio.run(as_fast_as_it_goes(ours, mine, CONNECTIONS, 4, READER)),
                    asyncio.run(as_fast_as_it_goes(theirs, other, CONNECTIONS, 4, READER)),
                )
            )
        one, two = (statistics.median(rate[side] for rate in rates) for side in (0, 1))
        rows.append([name, f"{one:.0f}", f"{two:.0f}", f"{one / two:.1f} (target 1)"])
    return rows


def measure_desk(store: Path, folder: Path) -> str:
    """Time the queues with ten reviewers at work."""
    port = free_port()
    keys = json.loads((store.parent / "sessions.json").read_text())
    users = [{**READER, "Cookie": f"sessionid={key}; csrftoken={'a' * 32}"} for key in keys]
    habeas = [sys.executable, "-m", "habeas", "serve", "--store", str(store), "--port", str(port)]
    with served(habeas, port, folder):
        asyncio.run(people_at_work(port, users[:2], 3, step, 0.3))
        tallies = asyncio.run(people_at_work(port, users, 40, step, 1.0))
    rows: list[list[object]] = [
        [
            name,
            len(tally.seconds),
            f"{tally.percentile(0.5) * 1000:.0f}",
            f"{tally.percentile(0.95) * 1000:.0f}",
            f"{max(tally.seconds) * 1000:.0f}",
            len(tally.failed),
        ]
        for name, tally in tallies.items()
    ]
    told = (
        f"{len(users)} reviewers at work for 40 s, each pausing a second after each page, every "
        "second claim and pair being decided on, while the worker works out anew what the figures "
        f"allow. Target: p95 {DESK_P95 * 1000:.0f} ms in each queue.\n\n"
    )
    return told + markdown_table(["queue", "answers", "p50, ms", "p95, ms", "longest, ms",
                                  "failed"], rows)  # fmt: skip


def main() -> None:
    """Make the case or copy it, measure, and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, help="a folder that desk_case.py filled")
    parser.add_argument("--datasette", default=shutil.which("datasette") or "")
    parser.add_argument("--only", choices=("public", "desk"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="habeas-benchmark-") as name:
        folder = Path(name)
        if given.store:
            shutil.copytree(given.store, folder, dirs_exist_ok=True)
        else:
            case = Path(__file__).parent / "desk_case.py"
            subprocess.run([sys.executable, str(case), name], check=True)
        store = folder / "store"
        texts = []
        if given.only != "desk":
            texts.append(measure_public(store, given.datasette, folder))
        if given.only != "public":
            texts.append(measure_desk(store, folder))
    busy, cores = os.getloadavg()[0], os.cpu_count()
    about = (
        "A made-up case: 2,000 documents, 5,000 claims, 50,000 rows of lists; SQLite; loopback; "
        f"clients and servers on the same {cores} processors, for which {busy:.1f} processes "
        "contended on average in the last minute."
    )
    text = "\n\n".join([about, *texts])
    print(text)
    if not given.only:
        write_section("Desk", text, ("habeas", "django", "waitress"))


if __name__ == "__main__":
    main()
