"""Which system calls change what is kept: their numbers by machine, and what kind each is.

Sources: Linux, arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h.
"""

from __future__ import annotations

import platform
from typing import NamedTuple


class Call(NamedTuple):
    """A system call that is a step of writing.

    path: which argument names the file: ``handle`` (a descriptor), or the place of a text.
    folder: which argument is the folder that the text starts from, None where there is none.
    """

    name: str
    kind: str
    handle: int | None = None
    path: int | None = None
    folder: int | None = None


CALLS = (
    Call("write", "write", handle=0),
    Call("pwrite64", "write", handle=0),
    Call("writev", "write", handle=0),
    Call("pwritev", "write", handle=0),
    Call("sendto", "write", handle=0),
    Call("sendfile", "write", handle=0),
    Call("copy_file_range", "write", handle=2),
    Call("ftruncate", "truncate", handle=0),
    Call("fallocate", "write", handle=0),
    Call("fsync", "fsync", handle=0),
    Call("fdatasync", "fsync", handle=0),
    Call("fchmod", "mode", handle=0),
    Call("open", "create", path=0),
    Call("openat", "create", path=1, folder=0),
    Call("rename", "rename", path=1),
    Call("renameat", "rename", path=3, folder=2),
    Call("renameat2", "rename", path=3, folder=2),
    Call("link", "link", path=1),
    Call("linkat", "link", path=3, folder=2),
    Call("symlink", "link", path=1),
    Call("symlinkat", "link", path=2, folder=1),
    Call("unlink", "unlink", path=0),
    Call("unlinkat", "unlink", path=1, folder=0),
    Call("rmdir", "unlink", path=0),
    Call("mkdir", "mkdir", path=0),
    Call("mkdirat", "mkdir", path=1, folder=0),
    Call("chmod", "mode", path=0),
    Call("fchmodat", "mode", path=1, folder=0),
    Call("truncate", "truncate", path=0),
)

X86_64 = {
    "write": 1, "open": 2, "pwrite64": 18, "writev": 20, "sendfile": 40, "sendto": 44,
    "fsync": 74, "fdatasync": 75, "truncate": 76, "ftruncate": 77, "rename": 82, "mkdir": 83,
    "rmdir": 84, "link": 86, "unlink": 87, "symlink": 88, "chmod": 90, "fchmod": 91,
    "openat": 257, "mkdirat": 258, "unlinkat": 263, "renameat": 264, "linkat": 265,
    "symlinkat": 266, "fchmodat": 268, "fallocate": 285, "pwritev": 296, "renameat2": 316,
    "copy_file_range": 326,
}  # fmt: skip
AARCH64 = {
    "mkdirat": 34, "unlinkat": 35, "symlinkat": 36, "linkat": 37, "renameat": 38, "truncate": 45,
    "ftruncate": 46, "fallocate": 47, "fchmod": 52, "fchmodat": 53, "openat": 56, "write": 64,
    "writev": 66, "pwrite64": 68, "pwritev": 70, "sendfile": 71, "fsync": 82, "fdatasync": 83,
    "sendto": 206, "renameat2": 276, "copy_file_range": 285,
}  # fmt: skip
MACHINES = {"x86_64": (0xC000003E, X86_64), "aarch64": (0xC00000B7, AARCH64)}
"""By machine: what Linux calls it in an audit (AUDIT_ARCH_…), and the numbers of its calls."""


def numbered() -> dict[int, Call]:
    """Return the calls of this machine by their numbers. Raises RuntimeError where unknown."""
    machine = platform.machine()
    if platform.system() != "Linux" or machine not in MACHINES:
        raise RuntimeError(f"Kill points are found on Linux (x86_64, aarch64), not on {machine}.")
    numbers = MACHINES[machine][1]
    return {numbers[call.name]: call for call in CALLS if call.name in numbers}


def audit_name() -> int:
    """Return what Linux calls this machine in an audit."""
    return MACHINES[platform.machine()][0]
