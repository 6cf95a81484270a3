"""What a child gives up before it reads a byte that is not trusted."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

from habeas.formats.sandbox.landlock import shut_files_and_network, version
from habeas.formats.sandbox.limits import Limits
from habeas.formats.sandbox.system_calls import LIBC, allow_only_answers, filter_of_machine

if os.name == "posix":
    import resource

PR_SET_PDEATHSIG, PR_SET_DUMPABLE = 1, 4
DATA_PAGES = 5
"""The place in ``/proc/self/statm`` of the pages that RLIMIT_DATA counts."""


def confine(limits: Limits, *, keep: tuple[int, ...] | None = ()) -> None:
    """Take from this process all that a reader does not need; it can never be taken back.

    keep: file descriptors that stay open, None for all. What a platform cannot take stays, and is
    told by ``platform_limits``.
    """
    if sys.platform == "linux":
        die_with_parent()
    if keep is not None:
        close_all_but(keep)
    if os.name == "posix":
        limit_resources(limits)
    if sys.platform == "linux":
        shut_files_and_network()
        allow_only_answers()


def prepare() -> None:
    """Work out once, before children are forked, what each of them would work out anew."""
    data_in_use()
    if sys.platform == "linux":
        version()
        filter_of_machine()


def die_with_parent() -> None:
    """Have the system end this process with the one that began it, and hide its memory."""
    LIBC.prctl(PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL))
    LIBC.prctl(PR_SET_DUMPABLE, ctypes.c_ulong(0))


def close_all_but(keep: tuple[int, ...]) -> None:
    """Close all file descriptors but some."""
    most = os.sysconf("SC_OPEN_MAX") if os.name == "posix" else 1024
    edges = [-1, *sorted(keep), max(most, *keep) + 1]
    for before, after in pairwise(edges):
        if after - before > 1:  # an empty range would be taken for one without an end
            os.closerange(before + 1, after)


def limit_resources(limits: Limits) -> None:
    """Set the limits that the operating system keeps for every process."""
    # The limit on data counts private writable memory, and not address space that is merely
    # reserved, as many libraries do.
    limit(resource.RLIMIT_DATA, data_in_use() + limits.memory)
    # A signal that tells why at the first limit, and the end a second later in any case.
    limit(resource.RLIMIT_CPU, limits.processor, spare=1)
    limit(resource.RLIMIT_FSIZE, 0)
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_NPROC, 0)
    # Those that are open stay; no other can be opened.
    limit(resource.RLIMIT_NOFILE, 0)


def limit(kind: int, most: int, spare: int = 0) -> None:
    """Set one limit, for good, where it may be set; never above what holds already.

    spare: by how much the hard limit is higher.
    """
    held = resource.getrlimit(kind)[1]
    most = most if held == resource.RLIM_INFINITY else min(most, held - spare)
    try:
        resource.setrlimit(kind, (most, most + spare))
    except (OSError, ValueError):
        return


@cache
def data_in_use() -> int:
    """Return the bytes that RLIMIT_DATA counts already, as measured when this is first asked."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[DATA_PAGES])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
