"""Few statements behind many contradictions, and the change that explains each best.

``figures`` (which figures are alike) → ways in which one may be read otherwise: ``measures``,
``dates``, ``digits``, ``populations``, ``announcements`` → ``candidates`` → ``trial`` (solved anew,
what does a change dissolve) and ``rest`` (does the rest of the case allow it) → ``causes``.
"""

from habeas.reconciliation.causes.causes import Cause, Explained, explained

__all__ = ["Cause", "Explained", "explained"]
