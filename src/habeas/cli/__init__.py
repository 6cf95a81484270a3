"""The command line: one verb a file.

``application`` puts the verbs together, and says how to add one. ``console`` is what they share:
what went wrong as a sentence and an exit code, work and results shown. The verbs lie in rooms by
what they are about: ``documents``, ``figures``, ``people``, ``publishing``, ``stores``; ``program``
tells of the program itself.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

from habeas.cli.application import application
from habeas.cli.console import failures_as_sentences


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run ``habeas`` with these arguments (those of the process where None), and exit."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if callable(reconfigure := getattr(stream, "reconfigure", None)):
            # Names and quotes are written as they are, whatever the terminal's locale says.
            reconfigure(encoding="utf-8", errors="backslashreplace")
    with failures_as_sentences():
        application(words)(words, prog_name="habeas")
    sys.exit(0)
