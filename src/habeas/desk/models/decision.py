"""What people decided; each decision is only ever added, and a later one overrules an earlier."""

from __future__ import annotations

from django.db import models

from habeas.desk.models.activity import Activity
from habeas.desk.models.case import Case
from habeas.desk.models.claim import Claim
from habeas.desk.models.kept_forever import KeptForever
from habeas.desk.models.people import Record


class ClaimDecision(KeptForever):
    """That a claim is right, wrong, or to be corrected to ``row``; ``waiting`` takes it back."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="decisions")
    standing = models.CharField(max_length=10)
    row = models.JSONField()
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Django's: in the order in which they were taken."""

        ordering = ("pk",)


class PairDecision(KeptForever):
    """That two records are one person or are not; ``undecided`` takes back what was decided."""

    left = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    right = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    judgement = models.CharField(max_length=10)
    reviewer = models.CharField(max_length=200)
    decided = models.CharField(max_length=40)
    reason = models.TextField(blank=True, default="")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Django's: in the order in which they were taken."""

        ordering = ("pk",)


class Consent(KeptForever):
    """What the person of a record, or who may speak for them, agreed to.

    publish: whether the name, as this record writes it, may be public. confidential: whether even
    members of the case who only read must not see it.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="consents")
    publish = models.BooleanField()
    confidential = models.BooleanField()
    note = models.TextField(blank=True, default="")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Django's: in the order in which they were recorded."""

        ordering = ("pk",)


class NameDecision(KeptForever):
    """What somebody decided of the names that a case keeps from the public.

    kind: ``columns`` (what a column of a list holds), ``nameless`` (that rows which name nobody
    were looked at), ``settled`` (how a name of one word is looked for), ``answered`` (whether a
    text names somebody withheld). about: of what: list and heading, the rows, the name, name and
    text. value: None takes back what was decided.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="name_decisions")
    kind = models.CharField(max_length=10)
    about = models.TextField()
    value = models.JSONField(null=True)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Django's: in the order in which they were taken."""

        ordering = ("pk",)
