"""Habeas from Python: the engines called with values, data frames or files; results to look at.

``frames`` (data frames of any library as rows) → ``inputs`` (claims, scopes, lists and people from
whatever they are given as) → a file a verb with its result: ``claims`` (read), ``reconciled``
(reconcile), ``people`` (link), ``announcements`` (verify), ``estimates`` (estimate), ``accounts``
(account). Every result shows itself as a table in a notebook,
gives a data frame (``to_frame``) and, where there is something to see, a picture (``plot``).
Under them ``shown`` (tables as HTML) and ``chart`` (pictures), ``pictures`` (what they show).

``import habeas`` shows the verbs, so that nobody needs the name of this room.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.notebook.accounts import Accounts, account
    from habeas.notebook.announcements import Announcements, verify
    from habeas.notebook.chart import Chart
    from habeas.notebook.claims import Claims, read
    from habeas.notebook.estimates import Estimates, estimate
    from habeas.notebook.people import People, link
    from habeas.notebook.reconciled import Reconciled, reconcile

FILES = {
    "Accounts": "accounts", "Announcements": "announcements", "Chart": "chart", "Claims": "claims",
    "Estimates": "estimates", "People": "people", "Reconciled": "reconciled", "account": "accounts",
    "estimate": "estimates", "link": "people", "read": "claims", "reconcile": "reconciled",
    "verify": "announcements",
}  # fmt: skip

__all__ = [
    "Accounts",
    "Announcements",
    "Chart",
    "Claims",
    "Estimates",
    "People",
    "Reconciled",
    "account",
    "estimate",
    "link",
    "read",
    "reconcile",
    "verify",
]

__getattr__ = lazy_face(__name__, FILES)
