"""How the search for withheld names does: ways found by naming tradition, questions, speed.

usage: python benchmarks/withheld_names.py [--list LIST.parquet] [--texts TEXTS.jsonl] [--pages N]

Ways: `withheld_ways.toml`, invented names and how each may be written. Questions: thousands of
names of a synthetic list (columns nombres, apellidos) are looked for in ordinary texts (JSON lines
with a `text`, such as articles; and the documentation of Python's own modules), a page being 400
words; first in each text once, then in pages recombined from their paragraphs.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from habeas.dossier.names import ListedName, Withheld, gathered, questions, text_key

HERE = Path(__file__).parent
WORDS_OF_A_PAGE = 400
NAMES = 5_000


def ways() -> None:
    """Print, for each tradition, how many ways of writing its names are met, and the misses."""
    held = tomllib.loads((HERE / "withheld_ways.toml").read_text("utf-8"))
    found: Counter[str] = Counter()
    certain: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    missed = defaultdict(list)
    everybody = gathered(
        ListedName(**{k: tuple(v) if isinstance(v, list) else v for k, v in each["listed"].items()})
        for each in held["name"]
    )
    for each in held["name"]:
        for way in each["ways"]:
            text = f"It was said on Monday that {way} was there."
            met = list(everybody.met(text))
            tried[each["tradition"]] += 1
            found[each["tradition"]] += bool(met)
            certain[each["tradition"]] += any(one.is_certain for one in met)
            if not met:
                missed[each["tradition"]].append(way)
    for tradition, count in tried.items():
        print(f"{tradition:24} {found[tradition]:4} of {count} ({certain[tradition]} certain)")
        for way in missed[tradition]:
            print(f"{'':28} missed: {way}")
    total = sum(tried.values())
    print(f"{'all':24} {sum(found.values()):4} of {total}, {sum(certain.values())} certain")


def listed(path: Path) -> list[ListedName]:
    """Return the first names of a synthetic list, one row a person."""
    rows = pl.read_parquet(path).unique("person_id", maintain_order=True).head(NAMES)
    return [
        ListedName(given=given or "", surnames=surnames or "")
        for given, surnames in rows.select("nombres", "apellidos").iter_rows()
    ]


def ordinary(path: Path) -> Iterator[str]:
    """Go through ordinary texts: the articles of a file, and what Python says of its modules."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]
    for place in sorted(Path(json.__file__).parent.parent.glob("*.py")):
        text = ast.get_docstring(ast.parse(place.read_bytes())) or ""
        if len(text.split()) > 50:
            yield text
    for place in sorted(Path("/usr/share/common-licenses").glob("*")):
        if place.is_file():
            yield place.read_text("utf-8", "replace")


def pages(texts: list[str], count: int, seed: int = 0) -> Iterator[str]:
    """Go through pages recombined from paragraphs of texts."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    paragraphs = [part for text in texts for part in text.split("\n") if len(part.split()) > 5]
    for _ in range(count):
        page: list[str] = []
        while sum(len(part.split()) for part in page) < WORDS_OF_A_PAGE:
            page.append(chance.choice(paragraphs))
        yield "\n\n".join(page)


def measure(texts: list[str], hidden: Withheld, what: str) -> None:
    """Print the questions and silent coverings of texts."""
    asked = questions(((text_key(text)[:8], text) for text in texts), hidden)
    silent = Counter(
        (met.words, met.why) for text in texts for met in hidden.met(text) if met.is_certain
    )
    size = sum(len(text.split()) for text in texts) / WORDS_OF_A_PAGE
    rate = 10_000 / size
    print(f"{what}: {size:.0f} pages, {len(asked)} questions ({len(asked) * rate:.1f} in 10,000),")
    print(f"  {len(silent)} names covered in silence ({len(silent) * rate:.1f} in 10,000)")
    for question in asked[:40]:
        print(f"    asked: {question.words} ({question.why}) of {question.shown}")
    for (words, why), times in silent.most_common(40):
        print(f"    covered: {words} ({why}, {times} times)")


def main() -> None:
    """Measure what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--pages", type=int, default=2_000)
    given = parser.parse_args()
    ways()
    if not given.list or not given.texts:
        return
    begun = time.perf_counter()
    hidden = gathered(listed(given.list))
    print(f"{NAMES} names gathered in {time.perf_counter() - begun:.1f} s")
    texts = list(ordinary(given.texts))
    measure(texts, hidden, "each text once")
    made = list(pages(texts, given.pages))
    begun = time.perf_counter()
    for page in made:
        for _ in hidden.met(page):
            pass
    spent = time.perf_counter() - begun
    print(f"{len(made)} pages searched in {spent:.1f} s: {len(made) / spent:.0f} a second")
    measure(made, hidden, "recombined pages")


if __name__ == "__main__":
    main()
