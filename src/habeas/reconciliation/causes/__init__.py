"""Few statements behind many contradictions, and the change that explains each best.

``figures`` (which figures are alike) → ways in which one may be read otherwise: ``measures``,
``dates``, ``digits``, ``populations``, ``announcements`` → ``candidates`` → ``trial`` (solved anew,
what does a change dissolve) and ``rest`` (what the rest of the case leaves) → ``options`` →
``causes``. Beside them ``doubts``: figures to ask about before anything is concluded.
"""

from habeas.reconciliation.causes.causes import Cause, Explained, explained
from habeas.reconciliation.causes.doubts import Doubt, doubts

__all__ = ["Cause", "Doubt", "Explained", "doubts", "explained"]
