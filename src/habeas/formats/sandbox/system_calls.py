"""The system calls that a child may make: those that take memory, tell the time, and answer.

A list of what is allowed, so that a call which nobody thought of is refused: no file can be opened,
to be read or written, no socket made, no process or thread begun, none signalled, no limit raised.
Needs Linux, and no privilege. Source: seccomp(2) and ``linux/filter.h``.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys
from collections.abc import Mapping
from functools import cache

ARCHITECTURES: Mapping[str, int] = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
ALLOWED: Mapping[str, tuple[int, ...]] = {
    # read write close fstat poll lseek mprotect munmap brk rt_sigaction rt_sigprocmask
    # rt_sigreturn readv writev select sched_yield mremap mincore madvise nanosleep getpid sendto
    # recvfrom exit uname gettimeofday getrlimit getrusage sysinfo times getuid getgid geteuid
    # getegid sigaltstack gettid time futex sched_getaffinity restart_syscall clock_gettime
    # clock_getres clock_nanosleep exit_group epoll_wait epoll_ctl ppoll set_robust_list epoll_pwait
    # getrandom membarrier rseq; threads of libraries sleep in epoll on files that are open already
    "x86_64": (
        0, 1, 3, 5, 7, 8, 10, 11, 12, 13, 14, 15, 19, 20, 23, 24, 25, 27, 28, 35, 39, 44, 45, 60,
        63, 96, 97, 98, 99, 100, 102, 104, 107, 108, 131, 186, 201, 202, 204, 219, 228, 229, 230,
        231, 232, 233, 271, 273, 281, 318, 324, 334,
    ),
    "aarch64": (
        63, 64, 57, 80, 62, 226, 215, 214, 134, 135, 139, 65, 66, 72, 124, 216, 232, 233, 101, 172,
        206, 207, 93, 160, 169, 163, 165, 179, 153, 174, 176, 175, 177, 132, 178, 98, 123, 128, 113,
        114, 115, 94, 21, 73, 99, 22, 278, 283, 293,
    ),
}  # fmt: skip
SECCOMP: Mapping[str, int] = {"x86_64": 317, "aarch64": 277}
SET_FILTER, ALL_THREADS = 1, 1
MMAP: Mapping[str, int] = {"x86_64": 9, "aarch64": 222}
UNCOUNTED = 0x101
"""MAP_SHARED and MAP_GROWSDOWN: memory that the limit on data would not count."""

LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else ctypes.CDLL("msvcrt")

LOAD, EQUAL, ANY_SET, RETURN = 0x20, 0x15, 0x45, 0x06
ALLOW, REFUSE = 0x7FFF0000, 0x00050000
KILL = 0x80000000
NUMBER, ARCHITECTURE, FLAGS = 0, 4, 16 + 3 * 8
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, MODE_FILTER = 38, 22, 2


def allow_only_answers() -> bool:
    """Refuse this process all other system calls for ever; return whether that could be done.

    It holds for all threads that the process has.
    """
    program = filter_of_machine()
    if not program:
        return False
    code = ctypes.create_string_buffer(program)
    head = ctypes.create_string_buffer(
        struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    )
    given = [ctypes.c_ulong(part) for part in (1, 0, 0, 0)]
    if LIBC.prctl(PR_SET_NO_NEW_PRIVS, *given):
        return False
    if LIBC.syscall(SECCOMP[platform.machine()], SET_FILTER, ALL_THREADS, head) == 0:
        return True
    # Kernels before 3.17, for this thread alone.
    return not LIBC.prctl(PR_SET_SECCOMP, ctypes.c_ulong(MODE_FILTER), head, *given[1:3])


@cache
def filter_of_machine() -> bytes:
    """Return the filter for the machine that this is, b"" where there is none for it."""
    machine = platform.machine()
    known = sys.platform == "linux" and machine in ARCHITECTURES and sys.maxsize > 2**32
    return filter_program(machine) if known else b""


def filter_program(machine: str) -> bytes:
    """Return the filter of a machine, as the kernel reads it: instructions of eight bytes each."""
    allowed = ALLOWED[machine]
    steps = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, ARCHITECTURES[machine]),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (EQUAL, 0, 4, MMAP[machine]),
        (LOAD, 0, 0, FLAGS),
        (ANY_SET, 0, 1, UNCOUNTED),
        (RETURN, 0, 0, REFUSE | errno.EPERM),
        (RETURN, 0, 0, ALLOW),
    ]
    for place, number in enumerate(allowed):
        # Two instructions remain at the end, the second of which allows.
        steps.append((EQUAL, len(allowed) - place, 0, number))
    steps += [(RETURN, 0, 0, REFUSE | errno.EACCES), (RETURN, 0, 0, ALLOW)]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
