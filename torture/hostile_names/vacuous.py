"""Whether a way would be readable at all, if nobody were withheld: else "covered" says nothing."""

from __future__ import annotations

from dataclasses import replace

from torture.hostile_names.publication import Became, attempt
from torture.hostile_names.ways import Way

STRANGER = {"full_name": "Prueba Inexistente"}


def is_vacuous(way: Way) -> bool:
    """Publish a way with a stranger's list; say whether the name is readable nowhere."""
    return attempt(replace(way, row=STRANGER)).became is not Became.MISSED
