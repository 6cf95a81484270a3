"""How well a language model reads by our prompt, alone and beside the offline reader.

Run ``python benchmarks/model_reader.py`` with the package installed; it writes its section of
RESULTS.md and asks no model. It needs the shared annotated articles (``../shared`` or
HABEAS_SHARED). ``model_answers.jsonl`` keeps answers to the prompt by where their quotes stand in
those articles, without the words; they pass through the same checks as a model's.
"""

from __future__ import annotations

import json
import os
import runpy
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from habeas.extraction import (
    ModelReading,
    both_readings,
    languages,
    prompt_digest,
    questions,
    read_answers,
    read_claims,
)
from habeas.vocabulary import Claim, Document, PartialDate, claim_to_row
from results import markdown_table, write_section

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("HABEAS_SHARED", HERE.parents[1] / "shared")) / "data" / "reading"
HEADING = "A language model as a reader"
ROW_FIELDS = ("measure", "value", "low", "high", "qualifier", "population_kind", "part_of",
              "period_start", "period_end", "cumulative", "claimant", "claimant_kind",
              "modality")  # fmt: skip
SETS = {
    "first": "first 20 of the 40, first edition of the prompt",
    "second": "second 20 of the 40, mended edition",
    "third": "20 fresh ones, edition mended again",
}
Article = dict[str, Any]


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def document_of(article: Article) -> Document:
    """Return an annotated article as a document."""
    day = PartialDate(article["published"]) if article["published"] else None
    return Document(article["id"], article["text"], day, article["lang"],
                    outlet=article["outlet"])  # fmt: skip


def kept_answer(article: Article, entries: Sequence[Mapping[str, Any]]) -> str:
    """Return a kept answer with its quotes put back."""
    text = article["text"]
    filled = [
        {"n": each["n"], "quote": text[each["start"] : each["end"]], "population": "", "place": ""}
        | {name: each.get(name) for name in ROW_FIELDS}
        for each in entries
    ]
    return json.dumps({"claims": filled})


def read(article: Article, answer: str) -> ModelReading:
    """Pass an answer through the checks."""
    document = document_of(article)
    return read_answers(document, questions(document), [answer], "recorded")


def rows(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Return claims as the scorer takes them."""
    return [claim_to_row(claim) for claim in claims]


def by_language(
    score: Callable[..., dict[str, Any]], gold: list[Article], said: list[dict[str, Any]]
) -> list[list[object]]:
    """Return a row of scores for all articles and for those of each language."""
    table: list[list[object]] = []
    for code in ("", *sorted({article["lang"] for article in gold})):
        some = [article for article in gold if code in ("", article["lang"])]
        ids = {article["id"] for article in some}
        held = score(some, [one for one in said if one["document"] in ids])
        table.append(
            [
                code or "all",
                len(some),
                held["claims"],
                *(f"{held[name]['f1']:.3f}" for name in ("detection", "strict", "whole")),
            ]
        )
    return table


def scores_of(
    score: Callable[..., dict[str, Any]],
    articles: Mapping[str, Article],
    answers: Mapping[str, str],
) -> tuple[list[list[object]], Counter[str], dict[str, ModelReading]]:
    """Return scores by language, what was refused and why, and the readings."""
    readings = {key: read(articles[key], answer) for key, answer in answers.items()}
    refused: Counter[str] = Counter()
    for key, reading in readings.items():
        refused.update(f"{articles[key]['lang']}: {one.kind}" for one in reading.refused)
    said = [row for reading in readings.values() for row in rows(reading.claims)]
    return by_language(score, [articles[key] for key in answers], said), refused, readings


def agreement(
    scorer: Mapping[str, Any],
    articles: Mapping[str, Article],
    readings: Mapping[str, ModelReading],
) -> tuple[list[list[object]], list[list[object]]]:
    """Return how often fields are right where both readers agree and where not; and by confidence.

    Only languages that the offline reader has a lexicon for.
    """
    fields, right = scorer["FIELDS"], defaultdict(Counter)
    sure: dict[float, Counter[str]] = defaultdict(Counter)
    for key, reading in readings.items():
        article = articles[key]
        if article["lang"] not in languages():
            continue
        offline = read_claims(document_of(article))
        both = both_readings(offline, reading.claims, article["lang"])
        said = rows(both)
        matches = {j: i for i, j in scorer["match"](article["claims"], said)}
        for place, row in enumerate(said):
            gold = article["claims"][matches[place]] if place in matches else None
            if gold and gold.get("again"):
                continue
            told = {name: gold is not None and held(gold, row) for name, held in fields.items()}
            level = sure[row["confidence"]]
            level["claims"] += 1
            level["strict"] += all(told[name] for name in scorer["STRICT"])
            level["whole"] += all(told[name] for name in scorer["WHOLE"])
            other = row["alternatives"]
            if (other and not other[0]["fields"]) or gold is None:
                continue
            differing = set(other[0]["fields"]) if other else set()
            for name in fields:
                kind = "differ" if name in differing else "agree"
                right[name][kind] += 1
                right[name][f"{kind} right"] += told[name]
    shares = [
        [name, *(cell for kind in ("agree", "differ")
                 for cell in (counts[kind], share(counts[f"{kind} right"], counts[kind])))]
        for name, counts in right.items()
    ]  # fmt: skip
    levels = [
        [f"{level:.2f}", counts["claims"], share(counts["strict"], counts["claims"]),
         share(counts["whole"], counts["claims"])]
        for level, counts in sorted(sure.items(), reverse=True)
    ]  # fmt: skip
    return shares, levels


def share(part: int, whole: int) -> str:
    """Return a share, a dash of nothing."""
    return f"{part / whole:.3f}" if whole else "–"


def main() -> None:
    """Score the kept and the recorded answers and write the section."""
    scorer = runpy.run_path(str(SHARED / "score.py"))
    score = scorer["score"]
    articles = {article["id"]: article for article in lines(SHARED / "train.jsonl")}
    kept = lines(HERE / "model_answers.jsonl")
    text: list[str] = [HOW.format(digest=prompt_digest())]
    heads = ("language", "articles", "claims", "detection", "strict", "whole")
    every: dict[str, ModelReading] = {}
    parts = [*SETS, "the forty", "all sixty"]
    for name in parts:
        wanted = {"the forty": ("first", "second"), "all sixty": tuple(SETS)}.get(name, (name,))
        answers = {one["id"]: kept_answer(articles[one["id"]], one["entries"])
                   for one in kept if one["set"] in wanted}  # fmt: skip
        table, refused, readings = scores_of(score, articles, answers)
        every |= readings
        if name in ("first", "second"):
            table = table[:1]
        text += [f"### {SETS.get(name, name)}", markdown_table(heads, table), told(refused)]
    recorded = {one["id"]: one["answer"] for one in lines(SHARED / "model_answers.jsonl")}
    table, refused, old = scores_of(score, articles, recorded)
    text += ["### 34 recorded answers of a strong model to the prompt before",
             markdown_table(heads, table), told(refused), OLD_PROMPT]  # fmt: skip
    for name, readings in (("our prompt, 60 articles", every), ("recorded answers", old)):
        shares, levels = agreement(scorer, articles, readings)
        text += [f"### Both readers: {name}, English, Spanish and Portuguese",
                 markdown_table(("field", "agree", "right", "differ", "model right"), shares),
                 markdown_table(("confidence", "claims", "strict", "whole"), levels)]  # fmt: skip
    write_section(HEADING, "\n\n".join(text), ("habeas", "text2num"))


def told(refused: Counter[str]) -> str:
    """Return what was refused, in words."""
    kinds = "; ".join(f"{kind} ({number})" for kind, number in refused.most_common())
    return f"Refused: {kinds or 'nothing'}."


OLD_PROMPT = """The check before this one threw away every answer about a Russian article: it looked
for the quote's numbers with the offline reader's lexicon, and there was none. Now none of the 140
entries is refused: each has its quote and its number in the text. Seven of them count what the
annotators do not (shorter sentences, prisoners beyond capacity, the difference of two tallies),
which no check of quotes can tell; the prompt now names these. What is wrong with the others is
footing (the prompt before did not say what verified and reported mean), parts (it did not ask) and
claimants."""

HOW = """The prompt is `src/habeas/extraction/models/questions/prompt.md` (digest today `{digest}`).
Forty articles, eight a language, were drawn by a seed (20261127) before the prompt was written, and
their texts alone were answered, entry by entry, in the model's place by somebody who wrote the
prompt, had read the annotators' guidelines and annotations of *other* articles, and had not seen
those of the forty. The first twenty were answered with the first edition, scored, and the prompt's
general wording mended; then the second twenty, and mended again; then twenty fresh articles (four
a language, seed 20261128). No answer was changed after its scoring. Whoever answers knew the
guidelines, so that the figures are those of a careful reader more than of any model. After the last
set two lines were added to the prompt (parts by cause of death keep the kind of their whole;
prisoners beyond capacity and shorter sentences are no counts); nothing was answered with them."""


if __name__ == "__main__":
    main()
