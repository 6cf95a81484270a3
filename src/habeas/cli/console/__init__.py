"""What every verb shares with the terminal.

``terminal`` (nothing printed steers it) → ``failures`` (a sentence and an exit code) · ``progress``
(of long work) · ``tables`` (results for readers, or as JSON) · ``shared_options`` (declared once).
"""

from habeas.cli.console.failures import BAD_INPUT, FAILURE, failures_as_sentences, tell
from habeas.cli.console.progress import progress, working
from habeas.cli.console.shared_options import Json, Language, PeopleColumns, Policy
from habeas.cli.console.tables import print_json, print_table, shown
from habeas.cli.console.terminal import harmless, harmless_lines, print_lines, tell_lines

__all__ = [
    "BAD_INPUT",
    "FAILURE",
    "Json",
    "Language",
    "PeopleColumns",
    "Policy",
    "failures_as_sentences",
    "harmless",
    "harmless_lines",
    "print_json",
    "print_lines",
    "print_table",
    "progress",
    "shown",
    "tell",
    "tell_lines",
    "working",
]
