"""Two folders change places in one step, where the system can do that.

Linux: renameat2(2) with RENAME_EXCHANGE, since 3.15. macOS: renamex_np(2) with RENAME_SWAP. Python
offers neither, so that they are called in the C library.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2

UNKNOWN = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What a system or a file system answers that cannot exchange names."""


def exchange(left: Path, right: Path) -> bool:
    """Let two folders change their names; return False where the system cannot do it in one step.

    Raises OSError where it can, and refuses.
    """
    try:
        failed = _call(os.fsencode(left), os.fsencode(right))
    except (OSError, AttributeError):  # no such library, or no such call in it
        return False
    if failed in UNKNOWN:
        return False
    if failed:
        raise OSError(failed, os.strerror(failed), str(right))
    return True


def _call(left: bytes, right: bytes) -> int:
    """Exchange two names; return 0, or the number of the error."""
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux":
        done = library.renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE)
    elif sys.platform == "darwin":
        done = library.renamex_np(left, right, RENAME_SWAP)
    else:
        return errno.ENOSYS
    return ctypes.get_errno() if done else 0
