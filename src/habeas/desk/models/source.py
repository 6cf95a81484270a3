"""Who makes claims, and the names they go by."""

from __future__ import annotations

from django.db import models

from habeas.desk.models.case import Case
from habeas.vocabulary import ClaimantKind


class Source(models.Model):
    """One claimant of a case, under one name."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sources")
    name = models.CharField(max_length=300)
    kind = models.CharField(
        max_length=20, choices=[(kind.value, kind.value) for kind in ClaimantKind]
    )

    class Meta:
        """Django's: a name stands for one source."""

        constraints = (models.UniqueConstraint("case", "name", name="one_source_a_name"),)
        ordering = ("name",)


class SourceAlias(models.Model):
    """Another name that a source goes by."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)

    class Meta:
        """Django's: in the order in which they were given."""

        ordering = ("pk",)
