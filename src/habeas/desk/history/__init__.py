"""What was done, told, taken back and verified.

``log_backfill`` (cases from before the log told all) · ``decision_rows`` → ``replay`` (the log
against the tables) · ``undoing`` · ``activity_filter`` → ``activity_page``.

The face is lazy: each file is loaded when a name of it is wanted.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.desk.history.log_backfill import seal_older_cases

__all__ = [
    "seal_older_cases",
]

__getattr__ = lazy_face(
    __name__,
    {
        "seal_older_cases": "log_backfill",
    },
)
