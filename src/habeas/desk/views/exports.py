"""Tables for other programs; what a spreadsheet would run as a formula is made harmless."""

from __future__ import annotations

import csv
import io

from django.http import HttpResponse

from habeas.desk.activity import Actor, note
from habeas.desk.case_values import claim_values
from habeas.desk.doorkeeper import DeskRequest
from habeas.desk.models import Record
from habeas.desk.roles import Action
from habeas.desk.rules import members
from habeas.formats.claims_csv import FORMULA, NUMBER, write_claims_csv
from habeas.vocabulary import Field


@members(Action.READ)
def claims(request: DeskRequest, case: str) -> HttpResponse:
    """Hand out the claims that count."""
    table = io.StringIO()
    write_claims_csv(claim_values(request.case), table)
    return _table(request, "claims", table.getvalue())


@members(Action.REVIEW)
def people(request: DeskRequest, case: str) -> HttpResponse:
    """Hand out the rows of all lists with the person each is held to be."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("list", "row", "person_id", *Field))
    found = Record.objects.filter(list__case=request.case).select_related("list", "person")
    for record in found.iterator():
        person = record.person.key if record.person else ""
        cells = (record.list.name, record.row, person, *(record.values.get(f, "") for f in Field))
        writer.writerow(harmless(str(cell)) for cell in cells)
    return _table(request, "people", table.getvalue())


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs: a formula gets an apostrophe in front."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def _table(request: DeskRequest, name: str, content: str) -> HttpResponse:
    note(Actor.of(request.user), f"export.{name}", case=request.case)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = (
        f'attachment; filename="{request.case.key}-{name}.csv"'
    )
    return response
