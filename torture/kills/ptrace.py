"""Watching another process's system calls: ptrace(2) and seccomp(2), by way of ctypes.

A filter in the child has the kernel stop it before each of the calls that are asked for, and before
no other, so that a program that is watched is hardly slower. Whatever it starts is watched too.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

from torture.kills.system_calls import audit_name

TRACEME, CONT, SETOPTIONS, GET_EVENT_MESSAGE, GET_SYSCALL_INFO = 0, 7, 0x4200, 0x4201, 0x420E
TRACE_FORK, TRACE_VFORK, TRACE_CLONE, TRACE_SECCOMP, EXITKILL = 2, 4, 8, 0x80, 0x100000
SECCOMP_STOP = 7
"""The event of a stop before a call (PTRACE_EVENT_SECCOMP)."""

BIRTHS = (1, 2, 3)
"""The events of a stop after a process or a thread was begun (PTRACE_EVENT_FORK and its like)."""

NO_NEW_PRIVILEGES, SET_SECCOMP, FILTER = 38, 22, 2
ALLOW, TRACE = 0x7FFF0000, 0x7FF00000
LOAD, JUMP_EQUAL, RETURN = 0x20, 0x15, 0x06
AT_CURRENT = -100
"""What stands for the folder that the process is in (AT_FDCWD)."""

_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.restype = ctypes.c_long
_libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
_libc.prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def ask_to_be_watched() -> None:
    """Have the parent watch this process."""
    _ptrace(TRACEME, 0)


def stop_before(numbers: Iterable[int]) -> None:
    """Have the kernel stop this process, and what it starts, before each of these calls."""
    wanted = sorted(numbers)
    rules = [(LOAD, 0, 0, 4), (JUMP_EQUAL, 0, len(wanted) + 1, audit_name()), (LOAD, 0, 0, 0)]
    rules += [(JUMP_EQUAL, len(wanted) - place, 0, number) for place, number in enumerate(wanted)]
    rules += [(RETURN, 0, 0, ALLOW), (RETURN, 0, 0, TRACE)]
    code = b"".join(struct.pack("HBBI", *rule) for rule in rules)
    program = _Program(len(rules), code)
    if _libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) or _libc.prctl(
        SET_SECCOMP, FILTER, ctypes.addressof(program), 0, 0
    ):
        raise OSError(ctypes.get_errno(), "no filter of system calls can be set")


def watch(process: int) -> None:
    """Watch a process that stands still, and all that it starts; they die with the watcher."""
    options = TRACE_FORK | TRACE_VFORK | TRACE_CLONE | TRACE_SECCOMP | EXITKILL
    _ptrace(SETOPTIONS, process, options)


def go_on(process: int, signal: int = 0) -> None:
    """Let a process go on; one that is gone already is let be."""
    _libc.ptrace(CONT, process, None, signal)


def born_at(process: int) -> int:
    """Return which process or thread a process has just begun, 0 where it is gone already."""
    message = ctypes.c_ulong(0)
    with contextlib.suppress(OSError):
        _ptrace(GET_EVENT_MESSAGE, process, 0, ctypes.addressof(message))
    return message.value


def call_at(process: int) -> tuple[int, tuple[int, ...]]:
    """Return the number of the call before which a process stands, and its arguments."""
    buffer = ctypes.create_string_buffer(96)
    _ptrace(GET_SYSCALL_INFO, process, 96, ctypes.addressof(buffer))
    number, *arguments = struct.unpack_from("7Q", buffer.raw, 24)
    return number, tuple(arguments)


def path_of_handle(process: int, handle: int) -> str:
    """Return the file that a handle of a process leads to, "" where there is none."""
    folder = "cwd" if ctypes.c_int(handle).value == AT_CURRENT else f"fd/{handle}"
    try:
        return str(Path(f"/proc/{process}/{folder}").readlink())
    except OSError:
        return ""


def text_at(process: int, address: int) -> str:
    """Return a text in the memory of a process."""
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        found = b""
        while b"\0" not in found and len(found) < 8192:
            memory.seek(address + len(found))
            # Up to the next page and no further: what follows may not be there.
            part = memory.read(4096 - (address + len(found)) % 4096)
            if not part:
                break
            found += part
    return os.fsdecode(found.partition(b"\0")[0])


def _ptrace(request: int, process: int, address: int = 0, data: int = 0) -> None:
    # SETOPTIONS takes its value where others take an address of data.
    first, second = (0, address) if request == SETOPTIONS else (address, data)
    if _libc.ptrace(request, process, first, second) < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"ptrace {request:#x}: {os.strerror(number)}")
