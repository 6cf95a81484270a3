"""The words of a case, for full-text search."""

from __future__ import annotations

from django.db import models

from habeas.desk.models.case import Case


class SearchEntry(models.Model):
    """What one thing of a case says.

    kind: document, claim, record. object: its number. shown: what to show of it. folded: its
    words without accents and in small letters; the index of the database lies over them.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="search_entries")
    kind = models.CharField(max_length=10)
    object = models.PositiveBigIntegerField()
    shown = models.TextField()
    folded = models.TextField()

    class Meta:
        """Django's: one entry a thing."""

        constraints = (models.UniqueConstraint("case", "kind", "object", name="one_entry_a_thing"),)
