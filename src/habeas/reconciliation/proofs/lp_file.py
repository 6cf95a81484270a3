"""The linear system as an LP file, for any solver: rows named by claims and rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import wrap

from habeas.reconciliation.bounds import asked_sum
from habeas.reconciliation.reconcile import Reconciliation
from habeas.reconciliation.rows import ClaimSide, Row, Terms
from habeas.reconciliation.system import LinearSystem, binding, linear_system
from habeas.reconciliation.view import basis_of
from habeas.vocabulary import Claim

ODD = re.compile(r"[^A-Za-z0-9_.]")
"""What may not stand in a name of an LP file."""
LONGEST = 400
"""Some solvers read no line that is longer than 510 signs."""


def lp_file(result: Reconciliation, claims: Sequence[Claim]) -> str:
    """Return the system behind the first answer of a reconciliation, in the LP format (CPLEX).

    Its aim is the least value of what is asked; of a result without answers it is only asked
    whether the rows can all hold. claims: those that were reconciled. What was set aside is not in
    it; what is in dispute within a source is, so that the file may have no solution where a source
    is read alone.
    """
    view, case = result.view, result.case
    trusted = binding(claim for claim in claims if view.viewpoint.trusts(claim))
    reading = view.viewpoint.reading(trusted)
    kept = [claim for claim in trusted if claim.id not in view.set_aside]
    question = view.bounds[0].question if view.bounds else None
    if question:
        case = case.on(basis_of(question))
    scopes, moments = (question.scopes, question.moments) if question else ((), ())
    system = linear_system(case, kept, reading, scopes, moments)
    heading = [
        "Habeas. A variable is how many people a scope had counted so by the end of a day.",
        f"Policy: {case.policy.name}. Reading: {reading.name}. Basis: {case.basis.value}.",
        f"Asked: the least of {question}; Maximize gives the greatest." if question
        else "Asked: whether all rows can hold.",
        f"Claims: {', '.join(system.claim_ids) or 'none'}.",
        f"Set aside: {', '.join(view.set_aside) or 'none'}.",
    ]  # fmt: skip
    asked = asked_sum(case, question, system) if question else {}
    return lp_text(system, asked, heading)


def lp_text(system: LinearSystem, asked: Terms, heading: Sequence[str]) -> str:
    """Return a system in the LP format with the least value of a sum as its aim."""
    names = {
        variable: f"x{place}.{named(variable.key)}" for variable, place in system.index.items()
    }
    lines = [f"\\ {part}" for line in heading for part in wrap(line, LONGEST)]
    aim = [(names[each], sign) for each, sign in asked.items() if each in names]
    lines += ["Minimize", *in_lines("asked:", aim), "Subject To"]
    for place, row in enumerate(system.rows):
        terms = [(names[each], sign) for each, sign in row.terms]
        if terms:
            lines += in_lines(f"r{place}.{named(reason(row))}:", terms, f">= {row.least}")
    return "\n".join([*lines, "Bounds", *(f" {name} free" for name in names.values()), "End", ""])


def reason(row: Row) -> str:
    """Name why a row holds: a claim's side, or a rule and what it speaks of."""
    origin = row.origin
    if isinstance(origin, ClaimSide):
        return f"{origin.claim} {origin.side}"
    return f"{origin.name} {origin.what} {origin.count} {origin.scope}"


def named(text: str) -> str:
    """Return a text as a name of an LP file may be; its number makes it the only one."""
    return ODD.sub("_", text)[:180]


def in_lines(start: str, terms: Sequence[tuple[str, int]], end: str = "") -> list[str]:
    """Return a sum in lines that solvers can read."""
    parts = [f"{'+' if sign > 0 else '-'} {abs(sign)} {name}" for name, sign in terms]
    text = " ".join([start, *parts, end]).strip()
    return wrap(text, LONGEST, initial_indent=" ", subsequent_indent="  ",
                break_long_words=False, break_on_hyphens=False)  # fmt: skip
