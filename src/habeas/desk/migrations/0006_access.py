"""What is remembered of attempts to sign in."""

from __future__ import annotations

from django.db import migrations, models

KEY = models.BigAutoField(
    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
)  # fmt: skip


class Migration(migrations.Migration):
    """Django's."""

    dependencies = (("desk", "0005_name_decisions"),)
    operations = (
        migrations.CreateModel(
            name="SignInWait",
            fields=[
                ("id", KEY),
                ("key", models.CharField(max_length=64, unique=True)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("until", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="AccessTally",
            fields=[
                ("id", KEY.clone()),
                ("name", models.CharField(max_length=150)),
                ("what", models.CharField(max_length=60)),
                ("count", models.PositiveIntegerField(default=0)),
                ("seen_from", models.CharField(blank=True, default="", max_length=60)),
                ("noted_at", models.DateTimeField()),
            ],
            options={
                "constraints": (
                    models.UniqueConstraint(
                        models.F("name"), models.F("what"), name="one_tally_an_event"
                    ),
                )
            },
        ),
    )
