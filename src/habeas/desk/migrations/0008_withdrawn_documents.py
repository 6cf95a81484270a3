"""Documents that were withdrawn, and those whose day, outlet and language are to be looked at."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Django's."""

    dependencies = (("desk", "0007_unread_documents"),)
    operations = (
        migrations.AddField("document", "withdrawn", models.BooleanField(default=False)),
        migrations.AddField("document", "to_confirm", models.BooleanField(default=False)),
        migrations.AddField("document", "found_by", models.JSONField(default=dict, blank=True)),
    )
