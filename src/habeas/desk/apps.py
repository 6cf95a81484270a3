"""The desk as an application of Django."""

from __future__ import annotations

from django.apps import AppConfig


class Desk(AppConfig):
    """The one application of Habeas."""

    name = "habeas.desk"
    label = "desk"
