"""The figures, answers and contradictions of a dossier as CSV and JSON."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from habeas.dossier.case.dossier_case import DossierCase
from habeas.dossier.case.findings import Findings
from habeas.formats.tables import write_claims_csv, write_rows
from habeas.reconciliation import Contradiction, Teller, bound_json, contradiction_json
from habeas.vocabulary import claim_to_row


def claim_files(case: DossierCase) -> dict[str, bytes]:
    """Return the figures as tables, and the scopes they count in."""
    table = io.StringIO()
    write_claims_csv(case.claims, table)
    rows = [claim_to_row(claim) for claim in case.claims]
    files = {
        "data/claims.csv": table.getvalue().encode(),
        "data/claims.json": as_json({"claims": rows}),
    }
    if case.scopes_file:
        files["data/scopes.toml"] = case.scopes_file.encode()
    return files


def finding_files(case: DossierCase, findings: Findings) -> dict[str, bytes]:
    """Return the answers and contradictions as tables and with their proofs."""
    answers = list(answer_rows(case, findings))
    found = [contradiction_row(case, each) for each in findings.contradictions]
    head = {"policy": case.policy.name}
    return {
        "data/answers.csv": as_csv(("viewpoint", "ask", "low", "high", "set_aside"), answers),
        "data/answers.json": as_json({**head, "answers": answers}),
        "data/contradictions.csv": as_csv(("claims", "strength", "readings", "arithmetic"), found),
        "data/contradictions.json": as_json({**head, "contradictions": found}),
    }


def people_files(case: DossierCase) -> dict[str, bytes]:
    """Return who may be named, and what happened to them, as a table; none without people."""
    columns = ("person", "name", "event", "day", "list", "row")
    rows = [
        {"person": person.key, "name": person.name, "event": event.kind.value,
         "day": event.day.text if event.day else "", "list": event.record.list_name,
         "row": event.record.row}
        for person in case.people
        for event in person.events
    ]  # fmt: skip
    return {"data/people.csv": as_csv(columns, rows)} if case.people else {}


def answer_rows(case: DossierCase, findings: Findings) -> Iterable[dict[str, Any]]:
    """Go through every answer of every viewpoint, those over time included."""
    teller = Teller(case.by_id, case.scopes)
    for viewpoint, seen in findings.views:
        over_time = [bound for band in findings.bands.values() for bound in band[viewpoint.name]]
        for bound in {each.question: each for each in (*over_time, *seen.bounds)}.values():
            yield {
                "viewpoint": viewpoint.name,
                "set_aside": list(seen.set_aside),
                **bound_json(bound, teller),
            }


def contradiction_row(case: DossierCase, found: Contradiction) -> dict[str, Any]:
    """Return a contradiction as JSON values, named as `habeas reconcile --json` names them."""
    teller = Teller(case.by_id, case.scopes)
    row = contradiction_json(found, found.readings[0], teller)
    return {**row, "readings": list(found.readings)}


def as_json(value: object) -> bytes:
    """Write a value as indented JSON."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Write rows as CSV, none of whose cells a spreadsheet would run as a formula."""
    table = io.StringIO()
    write_rows((columns, *([cell(row[name]) for name in columns] for row in rows)), table)
    return table.getvalue().encode()


def cell(value: object) -> str:
    """Return a cell's text, the items of a list side by side."""
    if value is None:
        return ""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
