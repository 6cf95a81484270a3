"""How well and how fast claims are read from text; writes its section of RESULTS.md.

Run ``python benchmarks/extraction.py`` with the package installed. Scores need the shared annotated
articles (``../shared`` or HABEAS_SHARED). The comparison needs spaCy (``pip install spacy``); its
small English model is fetched from nowhere here, so that the rival is a *blank* pipeline with the
sentencizer and a rule matcher, which is less than the model and faster than it.
"""

from __future__ import annotations

import json
import os
import runpy
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

from habeas.extraction import read_claims
from habeas.vocabulary import Document, PartialDate, claim_to_row
from results import write_section

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("HABEAS_SHARED", ROOT.parent / "shared")) / "data" / "reading"
HEADING = "Extraction"
ARTICLE = 3_000
ROUNDS = 7

REMARKS = {
    "ve-116": "Figures strung together in one sentence, each with a day of its own: the days of "
    "three go to a neighbour, and what the government's release orders were about stays unread.",
    "ni-360": "The annotators take the group's later figures for assertions, we for its register; "
    "and a figure of the report before has no day, where we give it the day of publication.",
    "ve-laverdad": "That the group counts only verified cases is said once, in a sentence about "
    "somebody else's figure; we take its own figures for assertions.",
    "ve-225": "A rights group's undated figures were counted on the day of the minister's "
    "announcement; we date them by the day of publication. Footage is followed by a figure that we "
    "give to the group.",
    "ve-lng": 'A relative clause in broken English; "there will be 87" is not read as a promise, '
    "and its day is guessed.",
    "ve-884": "Men and women are told in full sentences of their own, so that we do not see them "
    "as parts of the total.",
    "ve-61": 'The bare "one" of a breakdown by day and by nationality is left out on purpose: '
    '"una" is an article far more often than a count.',
    "ve-426": "The speaker is named in a long office with several portfolios; his second figure is "
    "of the day before publication, which only the first speaker's sentence tells.",
    "ve-econotimes": "The release is dated by what readers knew (New Year's Day); the article "
    "itself gives no day, so that we give publication's.",
    "ve-infodelestero": "A list in bullets: the convicted among the freed are taken for a count of "
    "their own, and a child named in brackets for a figure that the group only asserts.",
    "ve-1503": "What has been added since the report before (32 more) is a difference between two "
    "tallies, which the reader leaves out on purpose; the annotators counted it here.",
    "ve-72": "The other side's figure is taken for one of all prisoners; a journalists' list is "
    "given to the man who spoke rather than to his group.",
    "ve-131": "Loaded words for the prosecutors and the jail; the official figure is taken for one "
    "of prisoners of all kinds, as governments mean it.",
}


UNSEEN = """### Articles that the reader had never seen

The 25 articles above are those that the reader was built with, so that their scores say little of
others. Others were written for it by several annotators who did not know the reader: news,
bulletins and communiqués of some thirty countries, *written or adapted for the purpose, none of
them verbatim news*, with figures as dense and as variously said as can be. None is part of the
project. A row called blind was scored before anybody who works on the reader had opened the set;
no other row is a measure of how unknown articles fare.

| set, articles, claims | reader | strict F1 | precision | recall | kind | measure | claimant | population | modality | last day |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| English A, 15, 98 | first round, blind | 0.520 | 0.960 | 0.735 | 0.764 | 0.792 | | 0.583 | 0.653 | 0.750 |
| Spanish A, 15, 106 | first round, blind | 0.396 | 0.930 | 0.755 | 0.550 | 0.875 | | 0.675 | 0.487 | 0.725 |
| English B, 20, 139 | first round, blind | 0.417 | 0.956 | 0.626 | 0.655 | 0.793 | | 0.667 | 0.483 | 0.667 |
| Spanish B, 16, 110 | first round, blind | 0.371 | 0.917 | 0.700 | 0.571 | 0.753 | | 0.649 | 0.468 | 0.844 |
| English A | after the first round, developed on it | 0.859 | 1.000 | 0.949 | 0.925 | 0.935 | | 0.688 | 0.785 | 0.806 |
| Spanish A | after the first round, developed on it | 0.831 | 0.990 | 0.962 | 0.921 | 0.931 | | 0.752 | 0.792 | 0.842 |
| English B | after the first round, developed on it | 0.610 | 0.958 | 0.827 | 0.765 | 0.861 | | 0.730 | 0.722 | 0.678 |
| Spanish B | after the first round, developed on it | 0.757 | 1.000 | 0.873 | 0.885 | 0.927 | | 0.667 | 0.760 | 0.854 |
| **English C, 18, 126** | **before the second round, blind** | **0.704** | 0.937 | 0.944 | 0.765 | 0.966 | 0.773 | 0.849 | 0.731 | 0.815 |
| **Spanish C, 18, 171** | **before the second round, blind** | **0.613** | 0.961 | 0.871 | 0.732 | 0.899 | 0.732 | 0.846 | 0.785 | 0.805 |
| English C | after the second round, developed on it | 0.976 | 0.984 | 0.984 | 0.992 | 1.000 | 0.968 | 0.927 | 0.976 | 0.887 |
| Spanish C | after the second round, developed on it | 0.922 | 0.988 | 0.959 | 0.951 | 0.982 | 0.951 | 0.909 | 0.945 | 0.902 |
| **English D, 18, 132** | **after the second round, blind** | **0.808** | 0.951 | 0.886 | 0.932 | 0.940 | 0.821 | 0.855 | 0.761 | 0.829 |
| **Spanish D, 18, 158** | **after the second round, blind** | **0.705** | 0.949 | 0.823 | 0.877 | 0.900 | 0.854 | 0.854 | 0.892 | 0.792 |
| English D | after the third round, developed on it | 0.921 | 0.977 | 0.985 | 0.954 | 0.985 | 0.838 | 0.862 | 0.938 | 0.808 |
| Spanish D | after the third round, developed on it | 0.892 | 0.975 | 0.975 | 0.948 | 0.968 | 0.929 | 0.883 | 0.903 | 0.825 |

A and B were looked at claim by claim while the reader was developed, error after error, so that the
rows "after the first round" tell how well it was fitted to them and nothing else; they were not
measured again. The same now holds of C: its errors were sorted into classes (who says "we" in a
statement; offices with portfolios; relative clauses before the main verb; days of speech and days
of events; parts that are none), rules and words were added for the classes with test sentences of
their own, and C then served to see whether they worked. The honest figures for unknown articles of
this sort are the rows called blind. D, by the same hands as C, was scored once after the second
round, by somebody else and before anybody who works on the reader had opened it: 0.81 in English
and 0.71 in Spanish, where the first reader had 0.37 to 0.52 and the second 0.61 to 0.70. That was
still short of the 0.85 that is wanted. In the third round D's errors were sorted in the same way
(figures without a noun of people beside them: parts that add up, those who remain, totals that
"pass" a number; how people are taken and freed in other words; kin, branches, parties and state
agencies that speak; whoever is said to check each case), so that D is no measure of unknown
articles any more; the rows called developed tell that the rules work where they were made. How the
reader now fares on unknown articles has not been measured since. What it still gets wrong most on
D are the days of flows and, in English, the full names of those who speak.
"""  # noqa: E501


def documents(articles: list[dict[str, Any]]) -> list[Document]:
    """Turn articles into documents."""
    return [
        Document(one["id"], one["text"], PartialDate(one["published"]), one["lang"],
                 outlet=one["outlet"], country=one["country"])
        for one in articles
    ]  # fmt: skip


def scored(articles: list[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the scores by language, and the number of wrong fields and claims by article."""
    module = runpy.run_path(str(SHARED / "score.py"))
    rows = [claim_to_row(claim) for one in documents(articles) for claim in read_claims(one)]
    found, wrong = {}, {}
    for language in ("all", "en", "es"):
        gold = [one for one in articles if language in ("all", one["lang"])]
        ids = {one["id"] for one in gold}
        found[language] = module["score"](gold, [row for row in rows if row["document"] in ids])
    for one in articles:
        mine = [row for row in rows if row["document"] == one["id"]]
        pairs = module["match"](one["claims"], mine)
        fields = sum(
            not right(one["claims"][i], mine[j])
            for i, j in pairs
            for name, right in module["FIELDS"].items()
            if name != "period_start"
        )
        unmatched = len(one["claims"]) + len(mine) - 2 * len(pairs)
        wrong[one["id"]] = fields + 3 * unmatched
    return found, wrong


def long_articles(articles: list[dict[str, Any]], language: str) -> list[str]:
    """Return texts of ARTICLE characters, made of the articles of a language end to end."""
    text = "\n\n".join(one["text"] for one in articles if one["lang"] == language)
    text *= 1 + ARTICLE * 30 // len(text)
    return [text[start : start + ARTICLE] for start in range(0, ARTICLE * 30, ARTICLE)]


def per_second(read: Callable[[str], object], texts: list[str]) -> float:
    """Return how many texts one core reads in a second, the best of ROUNDS."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - start)
    return len(texts) / best


def ours(language: str) -> Callable[[str], object]:
    """Return our reader for a language."""
    day = PartialDate("2026-01-30")
    return lambda text: read_claims(Document("x", text, day, language))


def spacy_blank() -> Callable[[str], object] | None:
    """Return a blank spaCy pipeline with sentencizer and rule matcher, None without spaCy."""
    try:
        import spacy  # noqa: PLC0415  (an extra of this benchmark)
        from spacy.matcher import Matcher  # noqa: PLC0415
    except ImportError:
        return None
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    matcher = Matcher(pipeline.vocab)
    people = ["people", "prisoners", "detainees", "women", "men", "protesters", "releases"]
    verbs = ["released", "freed", "arrested", "detained", "held", "verified"]
    number = {"LIKE_NUM": True}
    matcher.add("people", [[number, {"OP": "?"}, {"OP": "?"}, {"LOWER": {"IN": people}}]])
    matcher.add("verb", [[{"LOWER": {"IN": verbs}}, {"OP": "?"}, number]])
    matcher.add("according", [[{"LOWER": "according"}, {"LOWER": "to"}, {"IS_TITLE": True}]])

    def read(text: str) -> object:
        parsed = pipeline(text)
        return list(parsed.sents), matcher(parsed)

    return read


def section() -> str:
    """Return the section as Markdown."""
    articles = [json.loads(line) for line in (SHARED / "dev.jsonl").read_text("utf-8").splitlines()]
    found, wrong = scored(articles)
    lines = ["### Scores on the 25 annotated articles", ""]
    lines += score_table(found)
    lines += ["", *UNSEEN.splitlines()]
    lines += ["", "### Speed, one core, articles of 3,000 characters", ""]
    lines += ["The texts are the annotated articles end to end, some twenty claims in 3,000 "
              "characters, four times as dense as the article that the project began with; "
              "that one is timed by itself.", ""]  # fmt: skip
    lines += speed_table(articles)
    lines += ["", "### The ten worst articles", ""]
    worst = sorted(wrong, key=lambda name: -wrong[name])[:10]
    lines += [f"- `{name}`: {REMARKS.get(name, 'not discussed yet.')}" for name in worst]
    return "\n".join(lines) + "\n"


def score_table(found: dict[str, Any]) -> list[str]:
    """Return the scores as the lines of a table: a row a measure, a column a language."""
    rows = [("strict F1", lambda one: one["strict"]["f1"]),
            ("detection precision", lambda one: one["detection"]["precision"]),
            ("detection recall", lambda one: one["detection"]["recall"])]  # fmt: skip
    lines = ["| | all | English | Spanish |", "| --- | --- | --- | --- |"]
    for name, pick in rows:
        lines.append(
            f"| {name} | " + " | ".join(f"{pick(one):.3f}" for one in found.values()) + " |"
        )
    for field in found["all"]["fields_on_matched"]:
        cells = " | ".join(f"{one['fields_on_matched'][field]:.3f}" for one in found.values())
        lines.append(f"| {field} | {cells} |")
    return lines


def speed_table(articles: list[dict[str, Any]]) -> list[str]:
    """Return articles a second, and the ratio to spaCy's blank pipeline on the same texts."""
    english, spanish = long_articles(articles, "en"), long_articles(articles, "es")
    mine = per_second(ours("en"), english)
    lines = ["| reader | articles a second |", "| --- | --- |",
             f"| Habeas, English | {mine:.0f} |",
             f"| Habeas, Spanish | {per_second(ours('es'), spanish):.0f} |"]  # fmt: skip
    first = articles[0]["text"]
    natural = per_second(ours("en"), [first] * 10) * len(first) / ARTICLE
    size = f"{len(first)} characters, {len(articles[0]['claims'])} claims"
    lines.append(f"| Habeas, the first article ({size}) | {natural:.0f} |")
    rival = spacy_blank()
    if rival is None:
        return [*lines, "| spaCy | not installed |"]
    theirs = per_second(rival, english)
    version = metadata.version("spacy")
    name = f"spaCy {version}, blank English pipeline with sentencizer and rule matcher"
    return [*lines, f"| {name} | {theirs:.0f} |", "",
            f"Ratio, Habeas to that pipeline: {mine / theirs:.2f}. It finds no measure, claimant, "
            "period or modality; the small English model could not be had."]  # fmt: skip


if __name__ == "__main__":
    write_section(HEADING, section(), ("habeas", "text2num"))
