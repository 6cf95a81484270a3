"""The options with which a language model is asked to read, checked and put together."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from habeas.cli.console import tell
from habeas.formats.kept_answers import usual_folder
from habeas.formats.model_endpoint import Endpoint
from habeas.reading import ModelReader, kept_in
from habeas.vocabulary import InputError, Record, RecordKey

MOST_AT_ONCE = 64


class ReaderChoice(StrEnum):
    """Who reads: the offline reader, a language model, or both beside one another."""

    RULES = "rules"
    MODEL = "model"
    BOTH = "both"


@dataclass(frozen=True)
class ModelOptions:
    """What was said of the model; "" and None where nothing was.

    withhold: lists of people whose names are covered before anything is sent.
    """

    reader: ReaderChoice | None = None
    url: str = ""
    model: str = ""
    at_once: int = 4
    answers: Path | None = None
    withhold: tuple[Path, ...] = ()

    @property
    def choice(self) -> ReaderChoice:
        """Return who reads: whom the option names, else the model where one is named."""
        return self.reader or (ReaderChoice.MODEL if self.url else ReaderChoice.RULES)


def model_reader(options: ModelOptions) -> ModelReader | None:
    """Return the model's reader, None where the offline reader reads alone. Raises InputError."""
    named = endpoint(options.url, options.model)
    if options.choice is ReaderChoice.RULES:
        if named or options.withhold:
            raise InputError(
                "asks no model", "Leave out the options of a model, or write --reader both.",
                column="--reader", value=ReaderChoice.RULES.value,
            )  # fmt: skip
        return None
    if named is None:
        raise InputError(
            "needs a model", "Say where one answers: --model-url http://… --model NAME.",
            column="--reader", value=options.choice.value,
        )  # fmt: skip
    if not 1 <= options.at_once <= MOST_AT_ONCE:
        raise InputError(
            f"is not from 1 to {MOST_AT_ONCE}", "Say how many questions may be asked together.",
            column="--model-at-once", value=str(options.at_once),
        )  # fmt: skip
    cover = covering(options.withhold) if options.withhold else None
    tell(f"Documents are sent to {named.host}{told_of(named)}.")
    folder = options.answers or usual_folder()
    return ModelReader(named, kept_in(folder, named), options.at_once, cover)


def told_of(named: Endpoint) -> str:
    """Return what to know of a host: this machine, or another, perhaps without encryption."""
    if named.is_here:
        return ", which is this machine"
    return "" if named.url.startswith("https://") else ", and not encrypted"


def endpoint(url: str, model: str) -> Endpoint | None:
    """Return where a language model answers, if one was named. Raises InputError for half of it."""
    if bool(url) != bool(model):
        raise InputError(
            "needs the other", "Give --model-url and --model together.",
            column="--model-url" if url else "--model", value=url or model,
        )  # fmt: skip
    return Endpoint(url, model, os.environ.get("HABEAS_MODEL_KEY", "")) if url else None


def covering(lists: tuple[Path, ...]) -> Callable[[str], str]:
    """Return what covers every name and number of some lists in a text.

    Raises InputError where a list's names, or a column that may hold some, are not understood.
    """
    from habeas.dossier import gathered, listed, strange_told  # noqa: PLC0415  (slow to load)
    from habeas.formats.lists import read_lists  # noqa: PLC0415

    records = [
        Record(RecordKey(one.name, place), cells=dict(zip(one.cells.headings, row, strict=True)))
        for one in read_lists(lists)
        for place, (_, row) in enumerate(one.cells.rows, 1)
    ]
    found = listed(records, lambda _: False)
    if found.without_names or found.strange:
        told = "; ".join((*found.without_names, *strange_told(found.strange)))
        raise InputError(
            "holds columns that were not understood and may hold names; nothing was sent",
            "Leave them out of the list, or head them as docs/lists.md says.",
            column="--withhold", value=told,
        )  # fmt: skip
    return gathered(found.names).covered
