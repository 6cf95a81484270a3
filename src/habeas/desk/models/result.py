"""What the engines found, kept until the case changes."""

from __future__ import annotations

from django.db import models

from habeas.desk.models.case import Case


class ResultQuerySet(models.QuerySet["Result"]):
    """Results, of each kind of a case the latest."""

    def keep(self, case: Case, kind: str, revision: int, content: object) -> Result:
        """Keep what was found of a case as it was at a revision, in place of what was before."""
        result, _ = self.update_or_create(
            case=case, kind=kind, defaults={"revision": revision, "content": content}
        )
        return result

    def latest_of(self, case: Case, kind: str) -> Result | None:
        """Return what was found last, be it of an earlier revision; None before the first time."""
        return self.filter(case=case, kind=kind).first()


class Result(models.Model):
    """The findings of one kind for one revision of a case; only the latest is kept."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="results")
    kind = models.CharField(max_length=20)
    revision = models.PositiveBigIntegerField()
    content = models.JSONField()
    at = models.DateTimeField(auto_now=True)

    objects = ResultQuerySet.as_manager()

    class Meta:
        """Django's: one of each kind."""

        constraints = (models.UniqueConstraint("case", "kind", name="one_result_a_kind"),)

    def is_stale(self, case: Case) -> bool:
        """Whether a case, as it was looked up, has changed since this was found."""
        return self.revision < case.revision
