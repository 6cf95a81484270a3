"""Statements as JSON lines, which can stand among lines of claims."""

from __future__ import annotations

import json
from dataclasses import asdict

from habeas.vocabulary import Statement


def statement_line(statement: Statement) -> str:
    """Return a statement as one line of JSON, marked with ``"kind": "statement"``."""
    return json.dumps({"kind": "statement"} | asdict(statement), ensure_ascii=False) + "\n"
