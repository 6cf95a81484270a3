"""How often public pages were read: a number a page, and nothing about who read it."""

from __future__ import annotations

from django.db import models

from habeas.desk.models.case import Case


class PageViews(models.Model):
    """The total views of one public page."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="page_views")
    path = models.CharField(max_length=400)
    total = models.PositiveBigIntegerField(default=0)

    class Meta:
        """Django's: one number a page."""

        constraints = (models.UniqueConstraint("case", "path", name="one_count_a_page"),)
