"""Which documents were kept and never read, so that what was stopped in between is read later."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Django's."""

    dependencies = (("desk", "0006_access"),)
    operations = (migrations.AddField("document", "unread", models.BooleanField(default=False)),)
