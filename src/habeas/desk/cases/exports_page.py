"""Tables for other programs; what a spreadsheet would run as a formula is made harmless."""

from __future__ import annotations

import io
import itertools

from django.http import HttpResponse

from habeas.desk.access import DeskRequest, members
from habeas.desk.audit_log import Actor, note
from habeas.desk.cases.case_values import claim_values
from habeas.desk.models import Record
from habeas.desk.roles import Action
from habeas.formats.tables import write_claims_csv, write_rows
from habeas.vocabulary import Field


@members(Action.READ)
def claims(request: DeskRequest, case: str) -> HttpResponse:
    """Hand out the claims that count."""
    table = io.StringIO()
    write_claims_csv(claim_values(request.case), table)
    return handed_out(request, "claims", "csv", table.getvalue())


@members(Action.REVIEW)
def people(request: DeskRequest, case: str) -> HttpResponse:
    """Hand out the rows of all lists with the person each is held to be."""
    table = io.StringIO()
    found = (
        Record.objects.counting().filter(list__case=request.case).select_related("list", "person")
    )
    heading = ("list", "row", "person_id", *Field)
    write_rows(itertools.chain([heading], map(_cells, found.iterator())), table)
    return handed_out(request, "people", "csv", table.getvalue())


def _cells(record: Record) -> list[str]:
    person = record.person.key if record.person else ""
    values = (str(record.values.get(field, "")) for field in Field)
    return [record.list.name, str(record.row), person, *values]


MEDIA = {"csv": "text/csv", "json": "application/json"}


def handed_out(request: DeskRequest, name: str, kind: str, content: str) -> HttpResponse:
    """Hand out a file of a case, and write down who took it. kind: ``csv`` or ``json``."""
    note(Actor.of(request.user), f"export.{name}", case=request.case)
    response = HttpResponse(content, content_type=f"{MEDIA[kind]}; charset=utf-8")
    response.headers["Content-Disposition"] = (
        f'attachment; filename="{request.case.key}-{name}.{kind}"'
    )
    return response
