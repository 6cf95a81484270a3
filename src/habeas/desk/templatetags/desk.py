"""What templates call: words, numbers, and moments."""

from __future__ import annotations

from typing import Any

from django import template

from habeas.desk.audit_log import undo_address
from habeas.desk.error_messages import told, told_of_reading
from habeas.desk.wording import words
from habeas.vocabulary import HabeasError, InputError

register = template.Library()


@register.simple_tag
def t(key: str, **values: Any) -> str:
    """Return the text at "section.key" in the reader's language."""
    return words()(key, **{name: _shown(value) for name, value in values.items()})


@register.filter
def known(key: str) -> str:
    """Return the text at "section.key", or the key's last part where there is none."""
    said = words()
    return said(key) if said.has(key) else key.rpartition(".")[2].replace("_", " ")


@register.filter
def number(count: int | None) -> str:
    """Write a whole number as the reader's language does."""
    return "" if count is None else words().number(count)


@register.filter
def count(cell: object) -> str:
    """Write a cell of a table: a whole number as the reader's language does, nothing as a dash."""
    return words().number(cell) if isinstance(cell, int) else "–" if cell is None else str(cell)


@register.filter
def percent(share: float) -> str:
    """Write a share of one as a whole number of hundredths."""
    return f"{round(share * 100)} %"


@register.filter
def of(mapping: dict[str, Any], key: str) -> Any:  # noqa: ANN401  (a mapping of anything)
    """Return what a mapping holds under a key, "" where there is nothing."""
    found = mapping.get(key)
    return "" if found is None else found


@register.filter
def moment(text: str) -> str:
    """Write a moment of the log: 2026-01-08 14:30 UTC."""
    return f"{text[:10]} {text[11:16]} UTC"


register.filter(undo_address)


register.filter(told)


register.filter(told_of_reading)


@register.filter
def failure(said: list[Any]) -> str:
    """Say why a job failed: its ``said``, as ``jobs`` wrote it."""
    if len(said) > 2:
        return told(InputError(**said[2]))
    return told(HabeasError(said[1])) if len(said) > 1 else ""


@register.filter
def outcome(said: list[Any]) -> str:
    """Say what came of a job: ``said`` is a key of ``jobs`` and the values a, b, c of its text.

    Errors that it went on after are told behind it.
    """
    words_of = words()
    if not said or not words_of.has(key := f"jobs.said_{said[0]}"):
        return ""
    texts = [each for each in said[1:] if isinstance(each, str)]
    values = (words_of.number(int(each)) if each.isdecimal() else each for each in texts)
    failures = [told(InputError(**each)) for each in said[1:] if isinstance(each, dict)]
    return " ".join([words_of(key, **dict(zip("abc", values, strict=False))), *failures])


def _shown(value: Any) -> str:  # noqa: ANN401
    return words().number(value) if isinstance(value, int) else str(value)
