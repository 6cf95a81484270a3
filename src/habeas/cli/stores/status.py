"""``habeas status``: what a store holds, and whether its log holds."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from habeas.cli.console import FAILURE, Json, print_json, print_table, tell
from habeas.cli.stores.store import STORE, Store

EXAMPLES = """
habeas status
habeas status --store /srv/habeas --verify
habeas status --verify --head 3f8a61…
"""

COLUMNS = ("case", "documents", "claims", "waiting", "pairs", "people", "published")


def status(
    store: Store = STORE,
    verify: Annotated[
        bool, typer.Option("--verify", help="Check the log and the evidence.")
    ] = False,
    head: Annotated[
        str, typer.Option(help="The hash of an entry of the log, noted down earlier.")
    ] = "",
    as_json: Json = False,
) -> None:
    """List the cases of a store, and what waits in each.

    --verify checks every entry of the log of what was done, what the cases hold and the published
    files against what the log says was written, and every byte of the evidence; exit code 1 where
    anything was changed. It prints the hash of the last entry. Note it down elsewhere: given to
    --head later, it shows that nobody has written the log anew.
    """
    from habeas.desk.lifecycle import open_to_read  # noqa: PLC0415  (Django is slow to load)

    place = open_to_read(store)
    from habeas.desk.audit_log import activity  # noqa: PLC0415  (only once a store is open)
    from habeas.desk.lifecycle import store_findings  # noqa: PLC0415
    from habeas.desk.models import Case  # noqa: PLC0415

    if place.read_only:
        tell(f"{store} cannot be written; it was opened as it is.")

    rows = [row_of(case) for case in Case.objects.all()]
    problems: list[str] = []
    if verify or head:
        problems = [*store_findings(head)]
    if as_json:
        print_json({"cases": rows, "head": activity.head(), "findings": problems})
    else:
        print_table(COLUMNS, rows, as_json=False)
        for problem in problems:
            typer.echo(problem)
        if not problems and (verify or head):
            typer.echo(f"All is as it was left. Head of the log: {activity.head() or 'none yet'}")
    if problems:
        raise typer.Exit(FAILURE)


def row_of(case: Any) -> dict[str, Any]:  # noqa: ANN401  (Django's models load later)
    """Return what a case holds."""
    published = case.published_at
    return {
        "case": case.key,
        "documents": case.documents.count(),
        "claims": case.claims.count(),
        "waiting": case.claims.waiting().count(),
        "pairs": case.pairs.filter(standing="waiting").count(),
        "people": case.people.count(),
        "published": published.isoformat(timespec="seconds") if published else "",
    }
