"""The parts of ``habeas link``.

``link_questions`` (what is ambiguous and matters) → ``link_understood`` (what lists were taken to
say) → ``link_cells`` (cells too long to be kept) ·
``link_nameless`` (rows that name nobody) → ``link_review`` (pairs asked about in the terminal) →
``link_outputs`` (what is written beside the people).
"""

from habeas.cli.people.linking.link_cells import refuse_long_cells
from habeas.cli.people.linking.link_nameless import (
    Nameless,
    nameless_notes,
    rows_without_a_name,
    told,
)
from habeas.cli.people.linking.link_outputs import TERMINAL, Outputs
from habeas.cli.people.linking.link_questions import read_and_asked
from habeas.cli.people.linking.link_review import review_in_terminal
from habeas.cli.people.linking.link_understood import told_on_screen, write_understood

__all__ = [
    "TERMINAL",
    "Nameless",
    "Outputs",
    "nameless_notes",
    "read_and_asked",
    "refuse_long_cells",
    "review_in_terminal",
    "rows_without_a_name",
    "told",
    "told_on_screen",
    "write_understood",
]
