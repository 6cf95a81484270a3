"""Long work that runs beside the pages."""

from __future__ import annotations

from django.db import models

from habeas.desk.models.case import Case


class JobState(models.TextChoices):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(models.Model):
    """One piece of long work: what, with what, how far; ``said`` is its outcome in words."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=20)
    given = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    said = models.JSONField(default=list)
    actor = models.CharField(max_length=200)
    user_id = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Django's: the newest first."""

        indexes = (models.Index(fields=["state", "id"], name="jobs_waiting"),)
        ordering = ("-pk",)
