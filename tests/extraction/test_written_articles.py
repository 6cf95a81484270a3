"""The scores on the sixty articles written apart from any reader never fall below what was reached.

They were scored once the weights stood, and no rule or weight was made after them. Their scorer is
the shared one.
"""

import json
import os
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from habeas.extraction import read_claims
from habeas.vocabulary import Document, PartialDate, ReadingStatus, claim_to_row

ARTICLES = Path(__file__).parent / "articles"
SHARED = Path(os.environ.get("HABEAS_SHARED", Path(__file__).parents[3] / "shared"))
SCORER = SHARED / "data" / "reading" / "score.py"

pytestmark = pytest.mark.skipif(
    not SCORER.exists(), reason="the shared scorer is not beside the repository"
)

FLOOR = {"found": 0.81, "precision": 0.90, "strict": 0.44, "whole": 0.155}


def rows(articles: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for article in articles:
        document = Document(article["id"], article["text"], PartialDate(article["published"]),
                            article["lang"], outlet=article["outlet"],
                            country=article["country"])  # fmt: skip
        yield from map(claim_to_row, read_claims(document))


@pytest.fixture(scope="module")
def scores() -> dict[str, float]:
    articles = [
        json.loads(line)
        for file in sorted(ARTICLES.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
    score = runpy.run_path(str(SCORER))["score"]
    read = list(rows(articles))
    claims = score(articles, [row for row in read if row["status"] == ReadingStatus.READ])
    assert claims["wrong_quotes"] == 0
    return {"found": score(articles, read)["detection"]["recall"],
            "precision": claims["detection"]["precision"],
            "strict": claims["strict"]["f1"], "whole": claims["whole"]["f1"]}  # fmt: skip


@pytest.mark.parametrize("name", FLOOR)
def test_no_score_falls_below_what_was_reached(scores: dict[str, float], name: str):
    assert scores[name] >= FLOOR[name]
