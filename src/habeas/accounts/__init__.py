"""A case from all sides: what several engines say together of the same people.

``announced`` holds announced releases against lists, and asks the overlaps of the lists how many
releases they catch. ``placing`` says which scope people are of and which scopes and days are worth
accounting for → ``account`` puts side by side what is said, what can be true, what is documented
by name and what is estimated.
"""

from habeas.accounts.account import Account, accounts, latest
from habeas.accounts.announced import Announced, announced
from habeas.accounts.placing import UNPLACED, Placed, days_asked, placed, scopes_asked

__all__ = [
    "UNPLACED",
    "Account",
    "Announced",
    "Placed",
    "accounts",
    "announced",
    "days_asked",
    "latest",
    "placed",
    "scopes_asked",
]
