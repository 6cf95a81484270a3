"""No file may be opened and no connection made, where the kernel has Landlock (Linux 5.13).

The system calls' filter refuses the same; this holds on machines for which there is no filter, and
where a filter has a hole. Source: landlock(7).
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys
from functools import cache

from habeas.formats.sandbox.system_calls import LIBC

CREATE_RULESET, RESTRICT_SELF = 444, 446
"""The numbers are the same on all machines."""

ASK_VERSION = 1
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many rights on files each version knows; all of them are taken."""

CONNECTIONS, SCOPES = 0b11, 0b11
PR_SET_NO_NEW_PRIVS = 38


@cache
def version() -> int:
    """Return the version of Landlock that the kernel has, 0 where there is none."""
    if sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"):
        return 0
    found: int = LIBC.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ASK_VERSION)
    return max(0, found)


def rights_taken(known: int) -> bytes:
    """Return the kernel's table of all that is taken, as long as its version of Landlock reads it.

    Three words of 64 bits: rights on files, on connections (version 4), scopes (version 6). A table
    with words that the kernel does not know would be refused, and nothing be taken.
    """
    files = (1 << FILE_RIGHTS[min(known, 5)]) - 1
    words = [files, *([CONNECTIONS] if known >= 4 else []), *([SCOPES] if known >= 6 else [])]
    return struct.pack(f"={len(words)}Q", *words)


def shut_files_and_network() -> bool:
    """Take from this process every right on files, and on connections where the kernel can."""
    known = version()
    if not known:
        return False
    table = rights_taken(known)
    rules = LIBC.syscall(CREATE_RULESET, table, ctypes.c_size_t(len(table)), 0)
    if rules < 0:
        return False
    none = ctypes.c_ulong(0)
    if LIBC.prctl(PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), none, none, none):
        return False
    return not LIBC.syscall(RESTRICT_SELF, rules, 0)
