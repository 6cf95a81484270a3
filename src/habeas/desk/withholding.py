"""Whose names must not be public of a case: everybody's on a list, until consent is recorded."""

from __future__ import annotations

from habeas.desk.models import Case, Record
from habeas.dossier.names import Withheld, gathered, listed, speakers


def withheld(case: Case) -> Withheld:
    """Return what must not be public of a case."""
    hidden = Record.objects.filter(list__case=case).exclude(publish=True, confidential=False)
    spoken = speakers(source.name for source in case.sources.all())
    return gathered((listed(record.values) for record in hidden.iterator()), spoken)
