"""The scores on the shared annotated articles never fall below what was reached."""

import json
import os
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from habeas.extraction import read_claims
from habeas.vocabulary import Document, PartialDate, claim_to_row

SHARED = Path(os.environ.get("HABEAS_SHARED", Path(__file__).parents[3] / "shared"))
ARTICLES = SHARED / "data" / "reading" / "dev.jsonl"

pytestmark = pytest.mark.skipif(
    not ARTICLES.exists(), reason="the shared articles are not beside the repository"
)

FLOOR = {"strict": 0.975, "precision": 0.99, "value": 0.98, "measure": 0.98, "claimant": 0.96,
         "claimant_kind": 0.99, "population_kind": 0.91, "modality": 0.86,
         "period_end": 0.88}  # fmt: skip


def rows(articles: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for article in articles:
        document = Document(article["id"], article["text"], PartialDate(article["published"]),
                            article["lang"], country=article["country"])  # fmt: skip
        yield from map(claim_to_row, read_claims(document))


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, float]]:
    articles = [json.loads(line) for line in ARTICLES.read_text("utf-8").splitlines()]
    score = runpy.run_path(str(ARTICLES.with_name("score.py")))["score"]
    read = list(rows(articles))
    found = {}
    for language in ("all", "en", "es"):
        gold = [one for one in articles if language in ("all", one["lang"])]
        result = score(gold, [row for row in read if row["document"] in {g["id"] for g in gold}])
        assert result["wrong_quotes"] == 0
        found[language] = {"strict": result["strict"]["f1"],
                           "precision": result["detection"]["precision"],
                           **result["fields_on_matched"]}  # fmt: skip
    return found


@pytest.mark.parametrize("field", FLOOR)
def test_no_field_falls_below_what_was_reached(scores: dict[str, dict[str, float]], field: str):
    assert scores["all"][field] >= FLOOR[field]


def test_english_and_spanish_are_read_about_equally_well(scores: dict[str, dict[str, float]]):
    assert abs(scores["en"]["strict"] - scores["es"]["strict"]) <= 0.05
