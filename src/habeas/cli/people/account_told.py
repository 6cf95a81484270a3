"""An account of one scope on one day, printed as a table and sentences."""

from __future__ import annotations

from habeas.accounts import Account, account_table, records_told
from habeas.cli.console import print_lines, print_table
from habeas.custody import words
from habeas.estimation import estimates_told, sentence
from habeas.reconciliation import Teller


def show(found: Account, teller: Teller, lang: str) -> None:
    """Print one account."""
    say = words(lang)["account"]
    print_lines([f"{teller.scope(found.scope)}, {teller.day(found.day)}", ""])
    rows = [dict(zip(say["columns"], cells, strict=True)) for cells in account_table(found, lang)]
    print_table(say["columns"], rows)
    if found.set_aside:
        print_lines(["", say["set_aside"].format(claims=", ".join(found.set_aside))])
    if found.estimated:
        print_lines(["", *"\n".join(estimates_told(found.estimated, lang)).split("\n")])
    if found.not_estimated:
        reason = sentence(found.not_estimated, lang)
        print_lines(["", say["not_estimated"].format(reason=reason)])
    for place, each in enumerate(found.contradictions, 1):
        strength = say["strengths"][each.strength.value]
        arithmetic = teller.contradiction(each.proof, each.shortfall)
        print_lines(["", f"{place}. [{strength}] {arithmetic}"])
    told = records_told(found.people, lang)
    print_lines([*([""] if told else []), *told, ""])
