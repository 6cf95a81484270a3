"""``python -m torture.hostile_names``: every way through ``habeas publish``, and its table."""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from multiprocessing import get_context
from pathlib import Path

from benchmarks.results import write_section
from torture.hostile_names.publication import Controls, Outcome, judged
from torture.hostile_names.table import report, summary
from torture.hostile_names.vacuous import is_vacuous
from torture.hostile_names.ways import Expected, Way, every_way, near_misses, romaniser

PACKAGES = ("habeas", "polars", "uroman")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m torture.hostile_names", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the order of the ways")
    parser.add_argument("--full", action="store_true", help="each rule with more people")
    parser.add_argument("--jobs", type=int, default=1, help="processes at once")
    parser.add_argument("--sample", type=int, default=0, help="only so many ways, by chance")
    parser.add_argument("--only", default="", help="only ways whose key fits this expression")
    parser.add_argument("--out", type=Path, help="the table, as Markdown")
    parser.add_argument("--json", type=Path, help="every way and what became of it")
    parser.add_argument("--desk", type=int, default=0, help="so many ways by the desk as well")
    parser.add_argument("--ordinary", type=int, default=0, help="so many pages of ordinary text")
    parser.add_argument("--write", action="store_true", help="write benchmarks/RESULTS.md")
    parser.add_argument("--fail-above", type=float, help="exit 1 if more percent are missed")
    parser.add_argument(
        "--prove", action="store_true",
        help="publish each covered way with a stranger's list too: would it have been readable?",
    )  # fmt: skip
    return parser.parse_args()


def chosen(wanted: argparse.Namespace) -> list[Way]:
    """Return the ways to try, in an order by chance."""
    ways = [w for w in (*every_way(wanted.full), *near_misses()) if re.search(wanted.only, w.key)]
    random.Random(wanted.seed).shuffle(ways)  # noqa: S311  (made up, not secret)
    return ways[: wanted.sample] if wanted.sample else ways


CONTROLS = Controls()
"""Of this process."""


def tried(way: Way) -> Outcome:
    """Try a way, with the controls of this process."""
    return judged(way, CONTROLS)


def run(ways: list[Way], jobs: int, kept: Path | None) -> list[Outcome]:
    """Try each way; keep each outcome as a line of JSON as it comes."""
    outcomes = []
    romaniser()  # once, before processes part
    with get_context("fork").Pool(jobs) as pool:
        for outcome in pool.imap_unordered(tried, ways, chunksize=4):
            outcomes.append(outcome)
            if kept:
                with kept.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(as_json(outcome), ensure_ascii=False) + "\n")
            if sys.stderr.isatty():
                print(f"\r{len(outcomes)} of {len(ways)}", end="", file=sys.stderr)
    return sorted(outcomes, key=lambda outcome: outcome.way.key)


def as_json(outcome: Outcome) -> dict[str, str]:
    """Return an outcome as plain values."""
    way = outcome.way
    return {"id": way.key, "tradition": way.tradition, "kind": way.kind, "place": way.place,
            "written": way.written, "text": way.text, "listed": " ".join(way.row.values()),
            "expected": way.expected, "became": outcome.became,
            "shown": outcome.shown}  # fmt: skip


def main() -> int:
    """Run what was asked for; print the table. Returns 1 where more are missed than allowed."""
    wanted = arguments()
    if wanted.json:
        wanted.json.unlink(missing_ok=True)
    outcomes = run(chosen(wanted), wanted.jobs, wanted.json)
    lines = list(report(outcomes))
    if wanted.write and outcomes:
        write_section("Withheld names written in every way", "\n".join(summary(outcomes)), PACKAGES)
    if wanted.prove:
        covered = [o.way for o in outcomes if o.became == "covered"]
        lines += ["", "## Covered, but readable nowhere even if nobody is withheld", ""]
        lines += [f"- {way.key} ({way.place})" for way in covered if is_vacuous(way)]
    if wanted.desk:
        from torture.hostile_names.desk_publication import desk_report  # noqa: PLC0415

        lines += desk_report(chosen(wanted), wanted.desk)
    if wanted.ordinary:
        from torture.hostile_names.ordinary import ordinary_report  # noqa: PLC0415

        searched = ordinary_report(wanted.ordinary, wanted.seed)
        lines += ["", "## Ordinary text", "", *searched]
        if wanted.write:
            write_section("Withheld names in ordinary text", "\n".join(searched), PACKAGES)
    text = "\n".join(lines) + "\n"
    print(text)
    if wanted.out:
        wanted.out.write_text(text, encoding="utf-8")
    must = [one for one in outcomes if one.way.expected is Expected.FOUND]
    missed = 100 * sum(not one.is_found for one in must) / max(len(must), 1)
    return int(wanted.fail_above is not None and missed > wanted.fail_above)


if __name__ == "__main__":
    sys.exit(main())
