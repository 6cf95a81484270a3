"""Causes in words: what a figure may be, how much would vanish, and which figures speak for it."""

from __future__ import annotations

from habeas.reconciliation.contradictions import Cause
from habeas.reconciliation.proofs.arithmetic import Teller


def cause_told(cause: Cause, teller: Teller) -> str:
    """Tell a cause as a question, never as a finding."""
    words = teller.words["causes"]
    first, *joined = (teller.figure(teller.claims[claim]) for claim in cause.claims)
    change = words[cause.change].format(joined="; ".join(joined))
    told = [str(words["cause"].format(figure=first, change=change))]
    number = len(cause.contradictions)
    key = "vanish_one" if number == 1 else "vanish"
    told.append(words[key].format(n=teller.number(number)))
    if not joined:
        figures = [teller.figure(teller.claims[claim]) for claim in cause.speaks_for_it]
        form = words["speaks" if figures else "nothing_speaks"]
        told.append(form.format(figures="; ".join(figures)))
    return " ".join(told)
