"""Habeas: what published counts of prisoners can be true together, and the proof of it.

Rooms, in the order in which data passes through them: ``vocabulary`` (the words every room
speaks), ``archive`` (evidence), ``formats`` (files in and out), ``extraction`` (text to claims),
``reconciliation`` (claims to bounds, contradictions and proofs), ``linkage`` (rows of lists to
people), ``custody`` (people to who was held when), ``estimation`` (how many are on no list),
``accounts`` (what several engines say together), ``dossier`` (the public pages), ``desk`` (where
people decide), ``cli`` (one verb a file), ``notebook`` (the same verbs from Python).

From Python: ``habeas.read``, ``reconcile``, ``link``, ``verify``, ``estimate`` and ``account`` take
values, data frames or files; a verb is loaded when it is called for.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face
from habeas.version import __version__

if TYPE_CHECKING:
    from habeas.notebook import account, estimate, link, read, reconcile, verify

__all__ = ["__version__", "account", "estimate", "link", "read", "reconcile", "verify"]

__getattr__ = lazy_face(__name__, dict.fromkeys(__all__[1:], "notebook"))
