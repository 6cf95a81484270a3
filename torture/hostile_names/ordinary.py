"""How many questions ordinary text asks: pages in which nobody withheld is named.

Pages are put together at run time from paragraphs of annotated articles (shared data, not part of
the project) and from sentences on officials, streets and months made here. The list has five
thousand names: synthetic people of shared data, frequent names of fifteen traditions put together
by chance, so that many are the names of others too, and the invented people of the bench.
"""

from __future__ import annotations

import json
import os
import random
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from habeas.dossier.names import Certainty, ListedName, Withheld, gathered, questions, to_settle
from torture.hostile_names.people import HERE, invented_people

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("HABEAS_SHARED") or ROOT.parent / "shared") / "data"
ARTICLES = SHARED / "reading" / "train.jsonl"
SYNTHETIC = SHARED / "linkage" / "synth_10k_dev.parquet"
WITHHELD = 5_000
OF_OTHER_TRADITIONS = 1_500
DRAWS = 200
OFFICE = ("Zaldumbidea", "Urdapilletar", "Echandiola", "Oropesarte", "Arrechedero", "Ynfantino")
"""Surnames of officials where every frequent pair of names is withheld."""
PAGES_A_QUESTION = 500
"""At most one question in so many pages."""

TEMPLATES = {
    "es": ("El ministro {name} habló en {month} en la avenida {street}.",
           "{name}, portavoz del Ministerio de Justicia, no dio cifras.",
           "La marcha salió de la plaza {street} y pasó por la calle {second}."),
    "en": ("{name}, the minister, spoke in {month} near {street} Street.",
           "Judge {name} adjourned the hearing until {month}.",
           "The march went from {street} Square to {second} Avenue."),
    "fr": ("Le ministre {name} a parlé en {month}, rue {street}.",
           "Selon {name}, porte-parole, la place {second} est fermée."),
    "pt": ("O ministro {name} falou em {month} na rua {street}.",
           "A marcha saiu da praça {second}, disse {name}."),
    "ru": ("Министр {name} выступил на улице {street}.",
           "Судья {name} перенёс заседание на {month}."),
}  # fmt: skip
MONTHS = {
    "es": ("enero", "abril", "agosto"), "en": ("April", "May", "August", "June"),
    "fr": ("avril", "mai", "août"), "pt": ("abril", "maio", "agosto"),
    "ru": ("апрель", "май", "август"),
}  # fmt: skip


@cache
def common_names() -> dict[str, dict[str, list[str]]]:
    """Read frequent names by language."""
    return tomllib.loads((HERE / "common_names.toml").read_text(encoding="utf-8"))


def withheld_rows(dice: random.Random) -> list[dict[str, str]]:
    """Return the rows of a long list: synthetic, of many traditions, and the invented people."""
    import polars as pl  # noqa: PLC0415

    frame = pl.read_parquet(SYNTHETIC).unique("person_id", keep="first", maintain_order=True)
    invented = [
        {"full": person.full}
        if person.full
        else {"given": person.given, "surnames": person.surnames}
        for person in invented_people()
    ]
    rows = [
        {"given": given, "surnames": surnames}
        for given, surnames in frame.select("nombres", "apellidos").rows()
        if given and surnames
    ][: WITHHELD - OF_OTHER_TRADITIONS - len(invented)]
    names = common_names()
    for _ in range(OF_OTHER_TRADITIONS):
        some = names[dice.choice(list(names))]
        rows.append(
            {"given": dice.choice(some["given"]), "surnames": dice.choice(some["surnames"])}
        )
    return rows + invented


@cache
def paragraphs() -> dict[str, list[str]]:
    """Return the paragraphs of the articles by language."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if article["lang"] in TEMPLATES:
            found[article["lang"]] += [p for p in article["text"].split("\n\n") if len(p) > 60]
    return dict(found)


def official(dice: random.Random, language: str, taken: set[tuple[str, str]]) -> str:
    """Return the name of somebody in office whom no row of the list may be taken for."""
    some = common_names()[language]
    for _ in range(DRAWS):
        pair = dice.choice(some["given"]), dice.choice(some["surnames"])
        if pair not in taken:
            return " ".join(pair)
    return f"{dice.choice(some['given'])} {dice.choice(OFFICE)}"


def pages(count: int, dice: random.Random, rows: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Go through pages of ordinary text, each with what it is called."""
    taken = {
        (given, word)
        for row in rows
        for given in row.get("given", "").split()
        for word in row.get("surnames", "").split()
    }
    for number in range(count):
        language = dice.choice(list(TEMPLATES))
        body = dice.sample(paragraphs()[language], min(6, len(paragraphs()[language])))
        streets = common_names()[language]["surnames"]
        for template in TEMPLATES[language]:
            body.append(
                template.format(
                    name=official(dice, language, taken), month=dice.choice(MONTHS[language]),
                    street=dice.choice(streets), second=dice.choice(streets),
                )
            )  # fmt: skip
        yield f"page {number}", "\n\n".join(body)


def absent() -> str:
    """Return why ordinary text cannot be searched here, "" if it can."""
    for path in (ARTICLES, SYNTHETIC):
        if not path.exists():
            return f"{path} is not on this machine"
    return ""


def listed(rows: list[dict[str, str]]) -> Withheld:
    """Return what must not be public, names of one word settled as it is suggested."""
    every = [
        ListedName(row.get("full", ""), row.get("given", ""), row.get("surnames", ""))
        for row in rows
    ]
    settled = {one.key: one.suggested for one in to_settle(every)}
    return gathered(every, (), settled, ())


def ordinary_report(count: int, seed: int) -> list[str]:
    """Search pages of ordinary text; write how many questions and silent coverings there are."""
    if reason := absent():
        return [f"Not searched: {reason}."]
    dice = random.Random(seed)  # noqa: S311  (made up, not secret)
    rows = withheld_rows(dice)
    hidden = listed(rows)
    texts = list(pages(count, dice, rows))
    asked = questions(texts, hidden)
    covered: dict[tuple[str, str], int] = defaultdict(int)
    for _, text in texts:
        for meeting in hidden.met(text):
            if meeting.certainty is Certainty.CERTAIN:
                covered[meeting.name, text[meeting.start : meeting.end]] += 1
    allowed = count / PAGES_A_QUESTION
    return [
        f"{count} pages, {len(rows)} withheld names: {len(asked)} questions (at most "
        f"{allowed:.0f}), {sum(covered.values())} places of {len(covered)} names covered in "
        "silence.",
        "",
        *(f"- asked: {one.shown} ← {one.words} ({one.why}; {len(one.texts)} pages)"
          for one in asked[:40]),
        *(f"- covered: {name} ← {words} ({times} times)"
          for (name, words), times in list(covered.items())[:40]),
    ]  # fmt: skip
