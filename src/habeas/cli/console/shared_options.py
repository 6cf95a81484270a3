"""Options that several verbs share, declared once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.vocabulary import InputError


def known_policy(policy: str) -> str:
    """Return the name of a policy. Raises InputError where there is none of that name."""
    from habeas.reconciliation import POLICIES  # noqa: PLC0415  (not paid for by other verbs)

    if policy not in POLICIES:
        raise InputError(
            "is not a policy", "Write plain or strict.", column="--policy", value=policy
        )
    return policy


PeopleColumns = Annotated[
    Path | None, typer.Option(help="What the people's columns mean (TOML), as for link.")
]
Policy = Annotated[
    str, typer.Option(callback=known_policy, help="How words become numbers: plain or strict.")
]
Language = Annotated[str, typer.Option(help="The language of the sentences: en or es.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
