"""A case from all sides: what several engines say together of the same people.

``announced`` holds announced releases against lists, and asks the overlaps of the lists how many
releases they catch. ``placing`` says which scope people are of and which scopes and days are worth
accounting for → ``account`` puts side by side what is said, what can be true, what is documented
by name and what is estimated. ``records_told`` → ``announced_told`` · ``account_told`` say each in
tables, sentences and JSON, for the command line and the desk.
"""

from habeas.accounts.account import Account, accounts, latest
from habeas.accounts.account_told import account_json, account_table
from habeas.accounts.announced import Announced, announced
from habeas.accounts.announced_told import (
    announced_json,
    announced_sentences,
    announcement_cells,
    besides_told,
)
from habeas.accounts.placing import UNPLACED, Placed, days_asked, placed, scopes_asked
from habeas.accounts.records_told import named, records_told

__all__ = [
    "UNPLACED",
    "Account",
    "Announced",
    "Placed",
    "account_json",
    "account_table",
    "accounts",
    "announced",
    "announced_json",
    "announced_sentences",
    "announcement_cells",
    "besides_told",
    "days_asked",
    "latest",
    "named",
    "placed",
    "records_told",
    "scopes_asked",
]
