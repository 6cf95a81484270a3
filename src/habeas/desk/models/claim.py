"""Claims, as they were read and as they stand after what was decided."""

from __future__ import annotations

from django.db import models

from habeas.desk.models.case import Case
from habeas.desk.models.document import Document


class Standing(models.TextChoices):
    """What has been decided of a claim; engines take those that were accepted or corrected."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


COUNTING = (Standing.ACCEPTED, Standing.CORRECTED)
"""The claims that engines take."""


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Claims of which some count, and some wait; those of a withdrawn document do neither."""

    def in_force(self) -> ClaimQuerySet:
        """Leave out those whose document was withdrawn."""
        return self.exclude(document__withdrawn=True)

    def counting(self) -> ClaimQuerySet:
        """Return those that engines take."""
        return self.in_force().filter(standing__in=COUNTING)

    def waiting(self) -> ClaimQuerySet:
        """Return those that somebody must still decide of."""
        return self.in_force().filter(standing=Standing.WAITING)


class Claim(models.Model):
    """A claim of a case.

    key: its id within the case. row: the claim as it was read; it changes only where its document
    is read anew while it waits. current: as it stands, named as files name its fields. doubt: from
    0 to 1, how unsure the reader was; the queue begins with the greatest. place: its place in the
    file or document that it came from.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="claims")
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="claims"
    )
    key = models.CharField(max_length=300)
    row = models.JSONField()
    current = models.JSONField()
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.WAITING)
    doubt = models.FloatField(default=0.0)
    place = models.PositiveBigIntegerField(default=0)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        """Django's: in the order in which they came."""

        constraints = (models.UniqueConstraint("case", "key", name="one_claim_a_key"),)
        indexes = (
            models.Index(fields=["case", "standing", "-doubt", "id"], name="claims_by_doubt"),
        )
        ordering = ("place", "pk")
