"""People sorted by their surnames; of those held already once lists are compared anew."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Django's."""

    dependencies = (("desk", "0009_lists_looked_at"),)
    operations = (
        migrations.AddField(
            "person", "filed_as", models.CharField(blank=True, default="", max_length=300)
        ),
        migrations.AddIndex(
            "person",
            models.Index(fields=["case", "filed_as", "label"], name="people_as_filed"),
        ),
    )
