"""The log of what was done: each entry is chained to the one before by its hash."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from habeas.desk.models.case import Case
from habeas.desk.models.kept_forever import KeptForever


class Activity(KeptForever):
    """That somebody did something.

    number: from 1, over all cases. actor: the name, as it was then. what: such as
    ``claim.accepted``. subject: what it was done to. details: all that was decided. undoes: the
    number of the entry that this one takes back. previous: the hash of the entry before.
    """

    number = models.PositiveBigIntegerField(unique=True)
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="activities"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    actor = models.CharField(max_length=200)
    what = models.CharField(max_length=60)
    subject = models.CharField(max_length=300, blank=True, default="")
    details = models.JSONField(default=dict)
    undoes = models.PositiveBigIntegerField(null=True, blank=True, unique=True)
    at = models.CharField(max_length=40)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        """Django's: the newest first."""

        indexes = (models.Index(fields=["case", "-number"], name="activity_of_case"),)
        ordering = ("-number",)


class ActivityHead(models.Model):
    """How far the log goes, so that one that lost its end is noticed. There is one row."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)
