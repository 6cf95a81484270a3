"""Examples for the offline reader's weights: articles read, with what the annotators say of each.

An article is read by the reader itself, with whatever weights it has, while each of its decisions
is noted with the features it had before it and the answer that would have been right.
"""

from __future__ import annotations

import json
import os
import runpy
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from habeas.extraction.assembly import finished
from habeas.extraction.candidates import Count
from habeas.extraction.claims import read
from habeas.extraction.decisions import (
    NONE,
    Candidate,
    Judge,
    Option,
    Verdict,
    judge_from,
    number_features,
)
from habeas.extraction.draft import Draft
from habeas.extraction.ellipsis import Place
from habeas.vocabulary import Document, PartialDate, claim_to_row

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("HABEAS_SHARED", ROOT.parent / "shared")) / "data" / "reading"
SENTENCES = ROOT / "tests" / "extraction"
PUBLISHED = "2026-01-30"

Article = dict[str, Any]
Row = dict[str, Any]


@dataclass
class Read:
    """What was read of an article.

    numbers: features and the right class of each number. groups: for each claimant, the features of
    the candidates and whether each is right; days: the same for last days. fields: by the name of
    a field, features and the right value of each number. rows: the claims, as files spell them.
    chances: by claim, the probability that it is right as the weights have it.
    """

    numbers: list[tuple[list[str], str]] = field(default_factory=list)
    groups: list[list[tuple[Sequence[str], bool]]] = field(default_factory=list)
    days: list[list[tuple[Sequence[str], bool]]] = field(default_factory=list)
    fields: dict[str, list[tuple[Sequence[str], str]]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    chances: list[float] = field(default_factory=list)


@dataclass
class NotingJudge(Judge):
    """A judge who notes what lay before it: the spans of numbers and the choices of claimants."""

    article: Article = field(default_factory=dict)
    spans: list[tuple[int, int, int | None, list[str]]] = field(default_factory=list)
    choices: dict[int, list[tuple[Sequence[str], bool]]] = field(default_factory=dict)
    days: list[list[tuple[Sequence[str], bool]]] = field(default_factory=list)
    fields: dict[str, list[tuple[Sequence[str], str]]] = field(default_factory=dict)
    same_name: Any = None

    def number(self, here: Place, count: Count, ruled: Draft | None) -> Verdict:
        """Note a number and decide it."""
        features = number_features(here, count, ruled, count.aside)
        starts, ends = here.sentence.starts, here.sentence.ends
        first, last = starts[count.number.first], ends[count.number.last - 1]
        self.spans.append((first, last, count.value, features))
        return self.measured(features, ruled)

    def weigh(
        self, draft: Draft, options: Sequence[tuple[Candidate, Sequence[str]]]
    ) -> list[float]:
        """Note which candidates the annotators would take, and weigh them."""
        gold = claim_of(self.article, draft)
        if gold is not None and ("claimant" in gold or "kind" in gold):
            right = [self.right(gold, one) for one, _ in options]
            if any(right):
                self.choices[id(draft)] = [
                    (features, good) for (_, features), good in zip(options, right, strict=True)
                ]
        return super().weigh(draft, options)

    def weigh_days(
        self, draft: Draft, options: Sequence[tuple[Option, Sequence[str]]]
    ) -> list[float]:
        """Note which days the annotators would take, and weigh them."""
        gold = claim_of(self.article, draft)
        if gold is not None and "period_end" in gold:
            wanted = gold["period_end"] or ""
            right = [one.end == wanted for one, _ in options]
            if not any(right):
                right = [same_day(one.end, wanted) for one, _ in options]
            if any(right):
                self.days.append(
                    [(features, good) for (_, features), good in zip(options, right, strict=True)]
                )
        return super().weigh_days(draft, options)

    def decide(self, name: str, draft: Draft, features: Sequence[str]) -> str:
        """Note the value of a field that the annotators give, and decide it."""
        gold = claim_of(self.article, draft)
        value = None if gold is None else gold.get(FIELDS[name])
        if value:
            self.fields.setdefault(name, []).append((features, value))
        return super().decide(name, draft, features)

    def right(self, gold: Row, option: Candidate) -> bool:
        """Whether the annotators name this source."""
        if "kind" in gold:
            kind = option.speaker.kind if option.speaker else "press"
            return gold["kind"] not in {"", "."} and str(kind) == gold["kind"]
        if option.speaker is None:
            return gold["claimant"] is None
        return gold["claimant"] is not None and bool(
            self.same_name(gold["claimant"], option.speaker.name)
        )


FIELDS = {"population": "population_kind"}
"""By the name of a field, what the annotators call it."""


def same_day(one: str, other: str) -> bool:
    """Whether two days may be the same, at the precision that is known of each."""
    return one == other or bool(one and other and (one.startswith(other) or other.startswith(one)))


def claim_of(article: Article, draft: Draft) -> Row | None:
    """Return the annotated claim that a draft reads, if there is one."""
    found = [
        (overlap(one, draft), -place)
        for place, one in enumerate(article["claims"])
        if one["value"] == draft.count.value
    ]
    best = max(found, default=(0, 0))
    return article["claims"][-best[1]] if best[0] > 0 else None


def overlap(gold: Row, draft: Draft) -> int:
    """Return how many characters an annotated claim and a draft share; 1 where it has no place."""
    if gold.get("start") is None:
        return 1
    shared: int = min(gold["end"], draft.end) - max(gold["start"], draft.start)
    return shared


def classes_of(article: Article, judge: NotingJudge) -> list[str]:
    """Return what each number of an article measures by its annotators."""
    classes = [NONE] * len(judge.spans)
    for gold in article["claims"]:
        for place, (start, end, value, _) in enumerate(judge.spans):
            inside = gold.get("start") is None or (start < gold["end"] and end > gold["start"])
            if inside and value == gold["value"] and classes[place] == NONE:
                classes[place] = gold["measure"]
                break
    return classes


def read_all(articles: list[Article], weights: list[dict[str, Any]]) -> list[Read]:
    """Read articles, each with its weights, and note what its decisions went by."""
    same_name = runpy.run_path(str(SHARED / "score.py"))["same_name"]
    judges = {id(one): judge_from(one) for one in weights}
    return [
        read_one(article, judges[id(own)], same_name)
        for article, own in zip(articles, weights, strict=True)
    ]


def read_one(article: Article, judge: Judge, same_name: object) -> Read:
    """Read one article and note what its decisions went by."""
    document = Document(
        article["id"], article["text"], PartialDate(article["published"]), article["lang"],
        outlet=article["outlet"], country=article["country"],
    )  # fmt: skip
    noting = NotingJudge(
        judge.classes, judge.rankings, judge.thresholds, judge.calibration, article,
        same_name=same_name,
    )  # fmt: skip
    drafts = read(document, document.language, None, noting).drafts
    numbers = [(features, told) for (*_, features), told in zip(
        noting.spans, classes_of(article, noting), strict=True)]  # fmt: skip
    rows = [claim_to_row(one) for one in finished(document, drafts)]
    chances = [one.probability for one in drafts]
    groups = list(noting.choices.values())
    return Read(numbers, groups, noting.days, noting.fields, rows, chances)


def shared_articles() -> list[Article]:
    """Return the annotated articles."""
    lines = (SHARED / "train.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def sentences_of_tests() -> list[Article]:
    """Return the sentences of the tests as articles; their claims have no place, only numbers."""
    found: list[Article] = []
    for file in sorted((SENTENCES / "cases").glob("*.txt")):
        for block in file.read_text("utf-8").strip().split("\n\n"):
            text, *lines = block.splitlines()
            told = [
                (said[1] if len(said) > 1 else ".", said[0], *[*said[2:4], "", ""][:2])
                for line in lines
                if line != "-" and (said := line.split())
            ]
            found.append(article(file.stem[:2], PUBLISHED, text, told))
    for file in sorted((SENTENCES / "kinds").glob("*.txt")):
        for block in file.read_text("utf-8").strip().split("\n\n"):
            head, *lines = block.splitlines()
            about, _, text = head.partition(" | ")
            language, day = about.split()
            told = [(said[0], said[1], "", "") for line in lines if len(said := line.split()) > 1]
            found.append(article(language, day, text, told))
    return found


def article(language: str, day: str, text: str, told: list[tuple[str, ...]]) -> Article:
    """Return a sentence of the tests as an article.

    told: each claim's measure, number, kind of claimant and population.
    """
    claims = [
        {
            "measure": measure,
            "kind": kind,
            "population_kind": population.strip("."),
            "value": int(number.split("..")[0]) if number[0].isdigit() else None,
        }
        for measure, number, kind, population in told
    ]
    return {"id": "test", "lang": language, "published": day, "text": text.replace(" ¶ ", "\n\n"),
            "outlet": "", "country": "", "claims": claims}  # fmt: skip
