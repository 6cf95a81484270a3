"""What the sandbox costs, and whether hostile documents slow the public pages.

``python benchmarks/sandbox.py --before FOLDER --texts FILE.jsonl [--store FOLDER]`` writes its
section of RESULTS.md. --before is a working tree of a revision without the sandbox, which is run
with the same packages; --texts holds lines with id, lang, published, outlet and text; --store is a
folder that ``desk_case.py`` filled, and is worked on as a copy.
"""

from __future__ import annotations

import argparse
import asyncio
import html
import itertools
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desk import READER, free_port, public_paths, served
from desk_load import Tally, at_a_rate
from results import markdown_table, write_section

PAGES, TEXTS, ROUNDS = 1_000, 10_000, 3
RATE, SECONDS = 100, 30
TARGET_RATIO, TARGET_P95 = 0.8, 0.100
SOURCES = Path(__file__).parents[1] / "src"


@dataclass(frozen=True)
class Run:
    """What one run of ``habeas extract`` took, in seconds: on the clock, and of processors."""

    wall: float
    processor: float


def page_of(text: dict[str, str], number: int) -> str:
    """Return a text as a simple page."""
    head, *rest = text["text"].split("\n\n")
    menu = "".join(f"<li><a href='/s{place}'>Section {place}</a></li>" for place in range(12))
    body = "".join(f"<p>{html.escape(part)}</p>" for part in rest or [head])
    return (
        f"<!doctype html><html lang='{text['lang']}'><head><meta charset=utf-8>"
        f"<title>{html.escape(head)}</title>"
        f"<meta property='article:published_time' content='{text['published']}'></head><body>"
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{html.escape(head)}</h1>"
        f"{body}<p>No. {number}</p></article></main><footer><p>Page {number}</p></footer>"
        "</body></html>"
    )


def write_documents(texts: list[dict[str, str]], folder: Path, count: int) -> list[tuple[str, int]]:
    """Write folders of pages and of texts, and lines of JSON; return their names and sizes."""
    for name in ("pages", "texts"):
        (folder / name).mkdir()
    for number, text in zip(range(count // 10), itertools.cycle(texts), strict=False):
        (folder / "pages" / f"{number:05}.html").write_text(page_of(text, number), "utf-8")
    with (folder / "lines.jsonl").open("w", encoding="utf-8") as lines:
        for number, text in zip(range(count), itertools.cycle(texts), strict=False):
            words = f"{text['text']}\n\nNo. {number}\n"
            (folder / "texts" / f"{number:05}.txt").write_text(words, "utf-8")
            lines.write(json.dumps({**text, "id": f"d{number}", "text": words}) + "\n")
    return [("pages", count // 10), ("texts", count), ("lines.jsonl", count)]


def extract(sources: Path, documents: Path) -> Run:
    """Run ``habeas extract`` from a tree of sources."""
    environment = {**os.environ, "PYTHONPATH": str(sources)}
    command = [sys.executable, "-m", "habeas", "extract", str(documents), "-o", "claims.jsonl",
               "--published", "2026-01-02"]  # fmt: skip
    held, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=environment, cwd=documents.parent, check=True, capture_output=True)
    wall, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime - held.ru_utime - held.ru_stime
    return Run(wall, processor)


def measure_speed(before: Path, texts: list[dict[str, str]], count: int, rounds: int) -> str:
    """Time both trees in turn on the same documents; the medians, and their ratios."""
    rows: list[list[object]] = []
    with tempfile.TemporaryDirectory(prefix="habeas-benchmark-") as name:
        for kind, size in write_documents(texts, Path(name), count):
            runs: list[tuple[Run, Run]] = []
            for _ in range(rounds):
                documents = Path(name) / kind
                runs.append((extract(before / "src", documents), extract(SOURCES, documents)))
                print(kind, runs[-1], flush=True)
            rows.append([f"{size:,} {kind}", *cells(runs)])
    columns = ["documents", "before, processor s", "now, processor s", "ratio",
               "before, clock s", "now, clock s", "ratio"]  # fmt: skip
    return markdown_table(columns, rows)


def cells(runs: list[tuple[Run, Run]]) -> Iterator[str]:
    """Go through the medians of both, and the speed now as a share of that before."""
    for measure in ("processor", "wall"):
        one, two = (statistics.median(getattr(run[side], measure) for run in runs)
                    for side in (0, 1))  # fmt: skip
        yield from (f"{one:.1f}", f"{two:.1f}")
        yield f"{one / two:.2f}" + (f" (target {TARGET_RATIO})" if measure == "processor" else "")


def hostile_documents() -> list[tuple[str, bytes]]:
    """Return eight documents that would like to keep their reader busy."""
    soup = " ".join(f"a{number}=1" for number in range(800_000))
    many = "".join(f"<p a{number}=1>" for number in range(70_000))
    words = "The ministry said that 20 people were released on 2 January 2026. "
    nested = "<b>" * 50_000 + "</b>" * 50_000
    return [
        ("soup.html", f"<html><body><p {soup}>words</body></html>".encode()),
        ("elements.html", f"<html><body>{many}words</body></html>".encode()),
        ("table.html", b"<html><body><table>" + b"<tr><td>1<td>2" * 500_000 + b"</table>"),
        ("deep.html", b"<html><body>" + b"<div>" * 1_000_000 + b"words"),
        ("long.txt", (words * 120_000).encode()),
        ("long.html", f"<html><body><p>{words * 120_000}</body></html>".encode()),
        (
            "deep.xml",
            f"<rss><channel><item><title>{nested}</title></item></channel></rss>".encode(),
        ),
        ("deep.jsonl", b'{"text": "a", "b": ' + b"[" * 2_000_000 + b"]" * 2_000_000 + b"}\n"),
    ]


def have_read(port: int, session: str) -> None:
    """Upload the eight documents at once, as somebody does who reviews the case."""
    mark, token = "parting-line", "a" * 32
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n'
             f"{token}\r\n".encode()]  # fmt: skip
    for name, content in hostile_documents():
        head = f'Content-Disposition: form-data; name="files"; filename="{name}"'
        parts.append(f"--{mark}\r\n{head}\r\n\r\n".encode() + content + b"\r\n")
    headers = {
        **READER,
        "Cookie": f"sessionid={session}; csrftoken={token}",
        "Content-Type": f"multipart/form-data; boundary={mark}",
    }
    body = b"".join(parts) + f"--{mark}--\r\n".encode()
    asked = urllib.request.Request(f"http://127.0.0.1:{port}/desk/norte/inbox/", body, headers)
    with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310 - loopback
        if answer.status != 200:
            raise RuntimeError(f"the upload was answered with {answer.status}")


def outcome_of(store: Path) -> str:
    """Return what has become of the upload by now, and wait for no more of it."""
    with sqlite3.connect(store / "habeas.sqlite3") as database:
        state, done, total = database.execute(
            "SELECT state, done, total FROM desk_job WHERE kind = 'take' ORDER BY id DESC LIMIT 1"
        ).fetchone()
    return f"{state}, {done} of {total} documents"


def measure_public(store: Path, folder: Path) -> str:
    """Time the public pages alone, then while the worker reads eight hostile documents."""
    port, paths = free_port(), public_paths(store)
    habeas = [sys.executable, "-m", "habeas", "serve", "--store", str(store), "--port", str(port)]
    session = json.loads((folder / "sessions.json").read_text())[0]
    rows: list[list[object]] = []
    with served(habeas, port, folder):
        asyncio.run(at_a_rate(port, paths, RATE, 3, READER))
        for told in ("nothing else to do", "eight hostile documents to read"):
            if rows:
                have_read(port, session)
            tally = asyncio.run(at_a_rate(port, paths, RATE, SECONDS, READER))
            rows.append([told, *percentiles(tally)])
        state = outcome_of(store)
    table = markdown_table(["the desk has", "p50, ms", "p95, ms", "p99, ms", "failed"], rows)
    return f"{table}\n\nWhen the requests ended, the reading was: {state}."


def percentiles(tally: Tally) -> Iterator[str]:
    """Go through the percentiles in milliseconds, and how many failed."""
    for share in (0.5, 0.95, 0.99):
        yield f"{tally.percentile(share) * 1000:.1f}"
    yield f"{len(tally.failed)} of {len(tally.seconds)}"


def busy() -> str:
    """Return how busy the machine is, besides what is measured."""
    return (
        f"for the {os.cpu_count()} processors {os.getloadavg()[0]:.1f} processes contended on "
        "average in the last minute"
    )


def main() -> None:
    """Measure, and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", type=Path, help="a working tree without the sandbox")
    parser.add_argument("--texts", type=Path, help="lines of JSON with texts")
    parser.add_argument("--store", type=Path, help="a folder that desk_case.py filled")
    parser.add_argument("--count", type=int, default=TEXTS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--dry", action="store_true", help="print, and write nothing")
    given = parser.parse_args()
    parts = []
    if given.before and given.texts:
        texts = list(map(json.loads, given.texts.read_text("utf-8").splitlines()))
        plain = [{key: text[key] for key in ("lang", "published", "outlet", "text")}
                 for text in texts]  # fmt: skip
        table = measure_speed(given.before, plain, given.count, given.rounds)
        parts.append(f"``habeas extract`` before there was a sandbox and now, in turn; medians of "
                     f"{given.rounds}. Meanwhile, {busy()}.\n\n{table}")  # fmt: skip
    if given.store:
        with tempfile.TemporaryDirectory(prefix="habeas-benchmark-") as name:
            shutil.copytree(given.store, name, dirs_exist_ok=True)
            table = measure_public(Path(name) / "store", Path(name))
        parts.append(f"Public pages at {RATE} requests a second for {SECONDS} s on loopback, each "
                     "answer timed from when it was due to be asked for (target: p95 "
                     f"{TARGET_P95 * 1000:.0f} ms). Meanwhile, {busy()}.\n\n{table}")  # fmt: skip
    text = "\n\n".join(parts)
    print(text)
    if not given.dry:
        write_section("Sandbox", text, ("habeas", "lxml", "trafilatura"))


if __name__ == "__main__":
    main()
