"""Fits the weights of the offline reader and says how well it reads articles it was not fitted on.

Run ``make reader`` (``python benchmarks/reader_fit.py``). It needs the shared annotated articles
(``../shared`` or HABEAS_SHARED). The articles are split into five folds, no country in two of them;
what is printed, and written to RESULTS.md, was read with weights fitted on the other four. The
weights that the package ships are fitted on all five. The sentences of ``tests/extraction`` are
examples too, in every fold, so that weights do not undo what the rules know exactly.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from habeas.extraction.decisions import WEIGHTS, judge_from
from reader_examples import SHARED, Article, Read, read_all, sentences_of_tests, shared_articles
from reader_models import fitted
from reader_scores import calibrated, section
from results import write_section

FOLDS = 5
ROUNDS = 2
"""Each round reads with the weights of the one before, so that they meet what they will lead to."""

OURS = 4
"""How often each sentence of our tests is an example."""

THRESHOLDS = {"people": 0.4, "ruled": 0.1, "measure": 0.5, "agreed": 0.3}
"""From which probability a number is told for a count of people (by the rules too, or by weights
alone), and its measure for known."""


def folds(articles: list[Article]) -> list[int]:
    """Return the fold of each article; a country, and so an event, is in one fold alone."""
    counts = Counter(one["country"] for one in articles)
    load, place = [0] * FOLDS, dict[str, int]()
    for country, number in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        place[country] = load.index(min(load))
        load[place[country]] += number
    return [place[one["country"]] for one in articles]


def weights(read: list[Read], points: list[list[float]]) -> dict[str, Any]:
    """Return the weights fitted on what was read, as the file holds them."""
    models = fitted(read)
    return {"thresholds": THRESHOLDS, "calibration": points, **models}


def cross_validated(
    articles: list[Article], place: list[int], ours: list[Article], step: int = 1
) -> tuple[list[Read], list[Read]]:
    """Return what was read of each article with weights fitted on the other folds, and of ours.

    step: of how many articles of those folds one is fitted on.
    """
    nothing = {"classes": {}, "rankings": {}, "thresholds": {}, "calibration": []}
    judges = [nothing] * FOLDS
    read = read_all(articles, [judges[one] for one in place])
    mine = read_all(ours, [nothing] * len(ours))
    for _ in range(ROUNDS):
        known = list(zip(read, place, strict=True))[::step]
        judges = [
            weights([*(one for one, at in known if at != fold), *mine * OURS], [])
            for fold in range(FOLDS)
        ]
        read = read_all(articles, [judges[one] for one in place])
    return read, mine * OURS


def main() -> None:
    """Fit, cross-validate, write the weights and the section of RESULTS.md."""
    if not SHARED.exists():
        sys.exit(f"The annotated articles are not in {SHARED}. Set HABEAS_SHARED to their folder.")
    articles, ours = shared_articles(), sentences_of_tests()
    place = folds(articles)
    read, mine = cross_validated(articles, place, ours)
    points = calibrated(articles, read)
    data = weights([*read, *mine], points)
    lines = json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True)
    Path(str(WEIGHTS)).write_text(lines + "\n", "utf-8")
    judge_from(data)
    curve = [(len(articles) // step, cross_validated(articles, place, ours, step)[0])
             for step in (4, 2)]  # fmt: skip
    text = section(articles, read, place, [*curve, (len(articles), read)])
    print(text)
    write_section("The offline reader", text, ("scipy", "numpy"))


if __name__ == "__main__":
    main()
