"""The table of a run: ways, found and missed, by tradition and by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from torture.hostile_names.publication import Became, Outcome
from torture.hostile_names.ways import Expected

SHOWN = 60
"""Signs of a text that the table shows."""


def share(part: int, whole: int) -> str:
    """Return a share in percent."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def by(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    """Group outcomes."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[key(outcome)].append(outcome)
    return groups


def grouped(
    title: str, outcomes: Sequence[Outcome], key: Callable[[Outcome], str]
) -> Iterator[str]:
    """Write a table a group a line."""
    yield ""
    yield f"| {title} | ways | covered | asked | refused | missed | broken |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name, some in sorted(by(outcomes, key).items()):
        met = Counter(outcome.became for outcome in some)
        cells = " | ".join(str(met[became]) for became in Became)
        yield f"| {name} | {len(some)} | {cells} |"


def one_line(text: str) -> str:
    """Return the beginning of a text on one line, signs that cannot be seen written out."""
    seen = "".join(sign if sign.isprintable() else f"[U+{ord(sign):04X}]" for sign in text)
    return seen if len(seen) <= SHOWN else f"{seen[:SHOWN]}…"


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Write a run as Markdown."""
    yield "# Hostile names"
    yield ""
    yield from summary(outcomes)
    must = [one for one in outcomes if one.way.expected is Expected.FOUND]
    yield from grouped("kind", must, lambda one: one.way.kind)
    near = [one for one in outcomes if one.way.expected is Expected.CLEAR]
    yield from ("", "## Near misses that were not published as they are", "")
    yield from (
        f"- {one.way.key} ({one.became}): {one_line(one.way.written)} → {one_line(one.shown)}"
        for one in near
        if one.became is not Became.MISSED
    )


def summary(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Write what became of the ways by tradition, and every way that got out."""
    must = [one for one in outcomes if one.way.expected is Expected.FOUND]
    near = [one for one in outcomes if one.way.expected is Expected.CLEAR]
    unsure = [one for one in outcomes if one.way.expected is Expected.OPEN]
    missed = [one for one in must if one.became is Became.MISSED]
    broken = [one for one in outcomes if one.became is Became.BROKEN]
    met = Counter(one.became for one in must)
    yield (
        f"{len(must)} ways to write withheld names: {sum(one.is_found for one in must)} found "
        f"({met[Became.COVERED]} covered, {met[Became.ASKED]} asked, {met[Became.REFUSED]} refused"
        f"), {len(missed)} missed ({share(len(missed), len(must))}), "
        f"{met[Became.BROKEN]} broken."
    )
    wrong = sum(one.became is Became.COVERED or one.became is Became.REFUSED for one in near)
    asked = sum(one.became is Became.ASKED for one in near)
    yield (
        f"{len(near)} near misses: {wrong} covered or refused though nobody is named, "
        f"{asked} asked."
    )
    yield (
        f"{len(unsure)} ways from which a reader too can only guess: "
        f"{sum(one.is_found for one in unsure)} found."
    )
    yield from grouped("tradition", must, lambda one: one.way.tradition)
    for title, some in (("Missed", missed), ("Broken", broken)):
        yield from ("", f"### {title}", "")
        yield from (
            f"- {one.way.key} ({one.way.place}): {one_line(one.way.written)} → "
            f"{one_line(one.shown)}"
            for one in some
        )
