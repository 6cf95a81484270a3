"""``python -m torture.hostile_lists.reading LIST``: one list read as the desk does."""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from pathlib import Path

from habeas.formats.lists import OF_AN_UPLOAD, read_list
from habeas.formats.lists.cells.list_sandbox import parquet_sandbox, sandbox
from habeas.vocabulary import HabeasError
from torture.hostile_lists.opening import MEMORY, SECONDS

SHORT = 300


def said_of(path: Path) -> str:
    """Return how many people a list has, or the sentence that refuses it."""
    try:
        return f"{len(read_list(path, bounds=OF_AN_UPLOAD).numbers)} people"
    except HabeasError as error:
        said = str(error)
        if str(path) not in said:
            return f"raised without the name of the file: {said}"
        return said.replace(str(path), path.name)
    except BaseException as error:  # noqa: BLE001 - whatever comes is the finding
        return f"raised {error!r}"
    finally:
        for box in (sandbox(), parquet_sandbox()):
            box.close()  # so that its time is counted


def most_memory() -> int:
    """Return how many bytes this process, or the largest of its children, ever held.

    Not what the system tells whoever started it: that counts what the starter held itself.
    """
    own = Path("/proc/self/status").read_text("ascii", "replace")
    held = next((line for line in own.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(int(held.split()[1]), children) * 1024


if __name__ == "__main__":
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (2 * MEMORY, 2 * MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))
    said = said_of(Path(sys.argv[1]))[:SHORT]
    print(most_memory(), said)
