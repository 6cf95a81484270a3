"""How well the offline reader reads what its weights were not fitted on."""

from __future__ import annotations

import runpy
from typing import Any

from habeas.extraction.decisions import Calibration
from reader_examples import SHARED, Article, Read, Row
from results import markdown_table

LANGUAGES = ("en", "es", "pt", "fr", "ru")
BINS = 10


def section(
    articles: list[Article],
    read: list[Read],
    place: list[int],
    curve: list[tuple[int, list[Read]]],
) -> str:
    """Return the section of RESULTS.md.

    curve: what was read with weights fitted on (four fifths of) so many articles.
    """
    rows = [row for one in read for row in one.rows]
    table = markdown_table(
        ("language", "articles", "numbers of people found", "precision of claims", "unread",
         "of them people", "strict F1", "whole F1"),
        [line(articles, rows, code) for code in ("all", *LANGUAGES)],
    )  # fmt: skip
    confident = markdown_table(
        ("said at", "claims", "right in number, measure and kind"),
        reliability(articles, read, place),
    )
    learning = markdown_table(
        ("articles", "numbers of people found", "precision of claims", "strict F1", "whole F1"),
        [[many, *(line(articles, [row for one in told for row in one.rows], "all")[at]
                  for at in (2, 3, 6, 7))] for many, told in curve],
    )  # fmt: skip
    fields = scored(articles, [row for row in rows if row["status"] == "read"])
    told = markdown_table(
        ("field", "right where the number is found"), sorted(fields["fields_on_matched"].items())
    )
    return (
        "Read with weights fitted on the other four of five folds; no country is in two folds. "
        f"Unread: numbers of people whose measure cannot be told.\n\n{table}\n\n{told}\n\n"
        f"Confidence, out of fold:\n\n{confident}\n\n"
        f"Learning curve (each fold's weights see four fifths of the articles):\n\n{learning}"
    )


def scored(articles: list[Article], rows: list[Row]) -> dict[str, Any]:
    """Return what the shared scorer says."""
    result: dict[str, Any] = runpy.run_path(str(SHARED / "score.py"))["score"](articles, rows)
    return result


def line(articles: list[Article], rows: list[Row], code: str) -> list[object]:
    """Return one language's line."""
    gold = [one for one in articles if code in ("all", one["lang"])]
    ids = {one["id"] for one in gold}
    own = [row for row in rows if row["document"] in ids]
    claims = [row for row in own if row["status"] == "read"]
    unread = [row for row in own if row["status"] == "unread"]
    found, said = scored(gold, own), scored(gold, claims)
    people = scored(gold, unread)["detection"]["precision"]
    return [code, len(gold), found["detection"]["recall"], said["detection"]["precision"],
            len(unread), people, said["strict"]["f1"], said["whole"]["f1"]]  # fmt: skip


def verdicts(articles: list[Article], rows: list[Row]) -> list[tuple[Row, bool]]:
    """Return the claims that the annotators do not pass over, and whether each is right."""
    module = runpy.run_path(str(SHARED / "score.py"))
    fields = module["FIELDS"]
    found: list[tuple[Row, bool]] = []
    for article in articles:
        own = [row for row in rows if row["document"] == article["id"] and row["status"] == "read"]
        gold = article["claims"]
        pairs = {j: gold[i] for i, j in module["match"](gold, own)}
        for place, row in enumerate(own):
            one = pairs.get(place)
            if one is None or not one.get("again"):
                right = one is not None and all(fields[name](one, row) for name in module["STRICT"])
                found.append((row, right))
    return found


def calibrated(articles: list[Article], read: list[Read]) -> list[list[float]]:
    """Return the points (probability, share of right claims) of an increasing line through them."""
    chance = chances(read)
    told = verdicts(articles, [row for one in read for row in one.rows])
    pairs = sorted((chance[row["id"]], float(right)) for row, right in told)
    blocks: list[list[float]] = []  # sum of probabilities, right ones, number
    for score, right in pairs:
        blocks.append([score, right, 1.0])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    # a share of few claims is drawn towards the half, so that nothing is said for certain
    return [[round(total / many, 3), round((right + 1) / (many + 2), 3)]
            for total, right, many in blocks]  # fmt: skip


def reliability(articles: list[Article], read: list[Read], place: list[int]) -> list[list[object]]:
    """Return, for each tenth of confidence, how many claims are said with it and how many right.

    place: the fold of each article; its claims are told by the points of the other folds.
    """
    told: list[tuple[float, bool]] = []
    for fold in sorted(set(place)):
        others = [at != fold for at in place]
        points = calibrated(
            [one for one, other in zip(articles, others, strict=True) if other],
            [one for one, other in zip(read, others, strict=True) if other],
        )
        line = Calibration(points)
        mine = [one for one, other in zip(read, others, strict=True) if not other]
        here = [one for one, other in zip(articles, others, strict=True) if not other]
        chance = chances(mine)
        told += [
            (line.confidence(chance[row["id"]]), right)
            for row, right in verdicts(here, [row for one in mine for row in one.rows])
        ]
    lines: list[list[object]] = []
    for step in range(BINS):
        inside = [one for one in told if step / BINS <= one[0] < (step + 1) / BINS]
        if inside:
            said, right = (sum(part) / len(inside) for part in zip(*inside, strict=True))
            lines.append([f"{said:.2f}", len(inside), f"{right:.2f}"])
    return lines


def chances(read: list[Read]) -> dict[str, float]:
    """Return the probability of each claim by its id."""
    return {
        row["id"]: one for each in read for row, one in zip(each.rows, each.chances, strict=True)
    }
