"""Rows that are only ever added; the database itself refuses to change them (first migration)."""

from __future__ import annotations

from typing import Any

from django.db import models


class KeptForever(models.Model):
    """A row that is added once and never changed or taken away."""

    class Meta:
        """Django's: no table of its own."""

        abstract = True

    def save(self, *words: Any, **named: Any) -> None:
        """Add the row. Raises TypeError where it is there already."""
        if self.pk is not None and not self._state.adding:
            raise TypeError(f"a {type(self).__name__} is never changed")
        super().save(*words, **named)

    def delete(self, *_words: Any, **_named: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise TypeError(f"a {type(self).__name__} is never taken away")
