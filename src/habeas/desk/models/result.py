"""What the engines found, kept until the case changes."""

from __future__ import annotations

from django.db import models

from habeas.desk.models.case import Case


class Result(models.Model):
    """The findings of one kind for one revision of a case; only the latest is kept."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="results")
    kind = models.CharField(max_length=20)
    revision = models.PositiveBigIntegerField()
    content = models.JSONField()
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """Django's: one of each kind."""

        constraints = (models.UniqueConstraint("case", "kind", name="one_result_a_kind"),)
