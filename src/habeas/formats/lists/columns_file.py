"""What lists were taken to say, as a file of columns that a person edits (``link --columns``)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from habeas.formats.lists.understanding import Understanding
from habeas.vocabulary import Field


def columns_file(every: Sequence[Understanding]) -> str:
    """Return the file (TOML): read back unchanged, it means what the lists were taken to say."""
    return "\n".join(line for one in every for line in _of_list(one))


def _of_list(one: Understanding) -> Iterator[str]:
    yield f"[lists.{_text(one.name)}]"
    if one.sheet:
        sheets = one.sheet.split(", ")
        yield f"sheet = {_text(sheets[0]) if len(sheets) == 1 else _texts(sheets)}"
    orders = {column.order for column in one.columns if column.known_by}
    told = next(iter(orders)) if len(orders) == 1 else ""
    hash_sign = "" if told else "# "
    if orders:
        other = "day" if told == "month" else "month"
        yield f'{hash_sign}day_order = {_text(told or "day")}  # or "{other}"'
    yield "# without_duplicates = true"
    yield f"[lists.{_text(one.name)}.columns]"
    for field in Field:
        names = [
            column.heading for column in one.columns if column.means == field and not column.why
        ]
        if names:
            yield f"{field.value} = {_texts(names)}"
    for column in one.columns:
        if not column.means or column.why:
            example = f"  # {column.examples[0]!r}" if column.examples else ""
            kind = column.means or "FIELD"
            yield f"# {kind} = {_texts([column.heading])}{example}".replace("\n", " ")
    yield ""


def _texts(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _text(text: str) -> str:
    # A text of JSON is one of TOML, but for two signs.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
