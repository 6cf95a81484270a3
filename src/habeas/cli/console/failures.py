"""What went wrong, as a sentence on standard error and an exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from habeas.cli.console.terminal import harmless_lines
from habeas.formats.replacement import no_room
from habeas.vocabulary import HabeasError, InputError

BAD_INPUT = 2
"""The exit code where the input, or the command line, cannot be taken."""

FAILURE = 1
"""The exit code where the input was good and the work failed all the same."""


@contextlib.contextmanager
def failures_as_sentences() -> Iterator[None]:
    """Exit with a sentence instead of a traceback, whatever the block raises.

    HABEAS_TRACEBACK=1 in the environment shows the traceback of an error of Habeas itself.
    """
    try:
        yield
    except InputError as error:
        leave(str(error), BAD_INPUT)
    except HabeasError as error:
        leave(str(error), FAILURE)
    except KeyboardInterrupt:
        leave("stopped; nothing half-written is left.", 130)
    except BrokenPipeError:
        # Whoever read our output has had enough; there is nobody left to tell.
        sys.stdout = None  # keeps Python from flushing into the pipe
        os._exit(FAILURE)
    except OSError as error:
        leave(_refused_by_the_system(error), FAILURE)
    except MemoryError:
        leave("the memory is not enough for this input. Try a part of it.", FAILURE)
    except Exception as error:  # the last place where it can become a sentence
        full = no_room(error)
        if not full and os.environ.get("HABEAS_TRACEBACK"):
            raise
        leave(str(full or _own_error(error)), FAILURE)


def _refused_by_the_system(error: OSError) -> str:
    if error.filename:
        return f"{error.filename}: {(error.strerror or str(error)).lower()}."
    return str(no_room(error) or f"{(error.strerror or str(error)).lower()}.")


def _own_error(error: Exception) -> str:
    return (
        f"an error in Habeas itself ({type(error).__name__}: {error}). "
        "Please report it; with HABEAS_TRACEBACK=1 it shows where."
    )


def leave(sentence: str, code: int) -> None:
    """Say a sentence on standard error and exit."""
    tell(sentence)
    sys.exit(code)


def tell(sentence: str) -> None:
    """Say something beside the results: a warning, a note, what is being done."""
    sys.stderr.write(f"habeas: {harmless_lines(sentence)}\n")
