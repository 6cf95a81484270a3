"""Parts of Habeas that are installed where they are wanted, and what says that one is missing.

``pip install habeas`` brings the engines and the command line. What is large, and not needed by
everybody, is an extra: ``pip install 'habeas[desk]'``.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec

from habeas.vocabulary import MissingExtra

EXTRAS: Mapping[str, tuple[str, ...]] = {
    "charts": ("vl_convert",),
    "desk": (
        "django", "axes", "csp", "django_otp", "psycopg", "pyrage", "segno", "waitress",
        "whitenoise",
    ),
    "estimation": ("numba",),
    "notebook": ("altair",),
    "spark": ("pyspark", "pandas", "pyarrow"),
}  # fmt: skip
"""The modules that each extra brings, as they are imported."""


def installed(extra: str) -> bool:
    """Whether every module of an extra can be imported here."""
    return all(find_spec(module) is not None for module in EXTRAS[extra])


def require(extra: str, what: str) -> None:
    """Raise MissingExtra where an extra is not installed.

    what: what needs it, as a sentence begins: "A picture". Nothing of the extra is imported.
    """
    if not installed(extra):
        raise MissingExtra(what, extra)
