"""What is remembered of attempts to sign in: waits, and what the log is still to tell."""

from __future__ import annotations

from django.db import models


class SignInWait(models.Model):
    """How often somebody failed to sign in, one after another, and when the next attempt is free.

    key: a keyed hash of what is counted (an account's name, a device), so that a password typed
    into the wrong field is never kept.
    """

    key = models.CharField(max_length=64, unique=True)
    failures = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)


class AccessTally(models.Model):
    """Events at the entrance that are counted, and told by the log in one entry an hour.

    name: the account's, "" where the name typed is none. what: as in the log. count: those that no
    entry tells yet. seen_from: the network of the last. noted_at: when the log last told of it.
    """

    name = models.CharField(max_length=150)
    what = models.CharField(max_length=60)
    count = models.PositiveIntegerField(default=0)
    seen_from = models.CharField(max_length=60, blank=True, default="")
    noted_at = models.DateTimeField()

    class Meta:
        """Django's: one count an account and event."""

        constraints = (models.UniqueConstraint("name", "what", name="one_tally_an_event"),)
