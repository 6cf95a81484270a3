"""Functions compiled by numba, where a profile shows that loops are all the time spent.

What the compiler makes is kept in the user's cache folder, so that only the first run after a
change waits for it. The folder's name is a digest of this room's source: a compiled function holds
copies of those that it calls, and must not outlive a change to any of them.
"""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from habeas.extras import installed

Function = TypeVar("Function", bound=Callable[..., object])


def compiled(function: Function) -> Function:
    """Compile a function; dividing by zero gives infinity, as numpy does.

    Arithmetic stays strict: were sums reordered, the last digit would depend on where arrays lie
    in memory, and the same seed would not always give the same chain. Without the compiler, which
    is an extra, it stays plain Python, good for a single fit; ``estimates`` runs no long loops so.
    """
    if not installed("estimation"):
        return function
    from numba import njit  # noqa: PLC0415  (an extra)

    return _kept(njit(cache=True, error_model="numpy"), function)


def _kept(compiler: Callable[[Function], object], function: Function) -> Function:
    from numba import config  # noqa: PLC0415

    settings = cast("Any", config)
    before = settings.CACHE_DIR
    settings.CACHE_DIR = str(cache_folder())
    try:
        return cast("Function", compiler(function))
    finally:
        settings.CACHE_DIR = before


@functools.cache
def cache_folder() -> Path:
    """Return the folder for what this room's source compiles to, made where it can be."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(home) / "habeas" / f"compiled-{digest.hexdigest()[:16]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="habeas-compiled-"))
    return folder if os.access(folder, os.W_OK) else Path(tempfile.mkdtemp(prefix="habeas-"))
