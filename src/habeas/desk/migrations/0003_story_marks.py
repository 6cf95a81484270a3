"""The marks by which documents that tell one story are found."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Django's."""

    dependencies = (("desk", "0002_guards"),)
    operations = (
        migrations.AddField(
            model_name="document",
            name="marks",
            field=models.BinaryField(blank=True, null=True),
        ),
    )
