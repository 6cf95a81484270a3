"""Doubtful pairs put before a reviewer: in a file, or one after the other in the terminal."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

import polars as pl
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from habeas.formats.tables import append_decision
from habeas.linkage import DoubtfulPair, Linkage, doubtful_pairs, row_of
from habeas.vocabulary import Decision, Field, InputError, Judgement, RecordKey

KEYS = {"s": Judgement.SAME, "d": Judgement.DIFFERENT, "u": Judgement.UNDECIDED}
QUESTION = "[s]ame person, [d]ifferent, [u]ndecided, [n]ext, [q]uit? "


def review_rows(found: Linkage, pairs: Sequence[DoubtfulPair]) -> list[dict[str, object]]:
    """Return pairs as rows to fill in: ``judgement``, ``reviewer``, ``decided``, ``reason``."""
    return [review_row(found, pair) for pair in pairs]


def review_row(found: Linkage, pair: DoubtfulPair) -> dict[str, object]:
    """Return one pair: its probability, what both rows say, the weight of each comparison."""
    why = pair.explanation
    return {
        "left_list": why.left.list_name,
        "left_row": why.left.row,
        "right_list": why.right.list_name,
        "right_row": why.right.row,
        "probability": why.probability,
        "linked": "yes" if pair.joined else "no",
        "pairs_changed": pair.change,
        "left": " | ".join(said(found.rows, row_of(found, why.left)).values()),
        "right": " | ".join(said(found.rows, row_of(found, why.right)).values()),
        **{f"weight of {one.respect}": one.bits for one in why.weights},
        "weight of kin": why.kin,
        "weight at the start": why.start,
    }


def said(rows: pl.DataFrame, place: int) -> dict[str, str]:
    """Return what a row says, field by field, empty ones left out."""
    row = rows.row(place, named=True)
    return {name: str(row[name]) for name in Field if row.get(name)}


def review_in_terminal(
    found: Linkage, rows: pl.DataFrame, decisions: Path, reviewer: str, limit: int
) -> None:
    """Ask about doubtful pairs until there are no more or the reviewer stops.

    Each answer is added to ``decisions`` at once. Raises InputError where nobody can answer.
    """
    reviewer = reviewer.strip() or ask("Who reviews? ")
    if not reviewer:
        raise InputError("is empty", "Say who decides.", column="--reviewer")
    pairs = doubtful_pairs(found, limit)
    for number, pair in enumerate(pairs, 1):
        show_pair(found, rows, pair, f"Pair {number} of {len(pairs)}")
        while (answer := ask(QUESTION).lower()) not in {*KEYS, "n", "q", ""}:
            pass
        if answer == "q":
            return
        if answer in KEYS:
            reason = ask("Why? ")
            moment = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
            left, right = pair.explanation.left, pair.explanation.right
            decision = Decision(left, right, KEYS[answer], reviewer, moment, reason)
            append_decision(decisions, decision)


def ask(question: str) -> str:
    """Ask on standard error and read the answer; at the end of the input it is q."""
    sys.stderr.write(question)
    sys.stderr.flush()
    answer = sys.stdin.readline()
    return answer.strip() if answer else "q"


def show_pair(found: Linkage, rows: pl.DataFrame, pair: DoubtfulPair, title: str) -> None:
    """Show two records beside one another, and the weights of their comparison."""
    why = pair.explanation
    table = Table("", told(why.left), told(why.right), box=SIMPLE, title=title)
    one, other = (said(rows, row_of(found, key)) for key in (why.left, why.right))
    for name in [name for name in Field if name in one or name in other]:
        table.add_row(name.replace("_", " "), one.get(name, ""), other.get(name, ""))
    console = Console(stderr=True)
    console.print(table, markup=False)
    console.print(why.told(), markup=False, highlight=False)
    held = "one person" if pair.joined else "two people"
    console.print(f"Held to be {held}; the contrary changes {pair.change} pairs of rows.")


def told(key: RecordKey) -> str:
    """Write where a record stands."""
    return f"{key.list_name} row {key.row}"
