"""What was done, told, taken back and verified.

``log_backfill`` (cases from before the log told all) · ``decision_rows`` → ``replay`` (the log
against the tables) · ``undoing`` · ``activity_filter`` → ``activity_page``.
"""

from habeas.desk.history.log_backfill import seal_older_cases

__all__ = [
    "seal_older_cases",
]
