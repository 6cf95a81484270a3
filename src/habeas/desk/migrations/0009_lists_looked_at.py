"""What lists were taken to say and whether they count; rows that a newer version no longer has."""

from __future__ import annotations

from django.db import migrations, models

STANDINGS = [("proposed", "Proposed"), ("counting", "Counting"), ("withdrawn", "Withdrawn")]


class Migration(migrations.Migration):
    """Django's."""

    dependencies = (("desk", "0008_withdrawn_documents"),)
    operations = (
        migrations.AddField(
            "list",
            "standing",
            models.CharField(choices=STANDINGS, default="counting", max_length=10),
        ),
        migrations.AddField("list", "understanding", models.JSONField(default=dict)),
        migrations.AddField("list", "choices", models.JSONField(default=dict)),
        migrations.AddField("record", "gone", models.BooleanField(default=False)),
        migrations.AddField(
            "record", "was_person", models.CharField(blank=True, default="", max_length=100)
        ),
    )
