"""A whole store as one thing: begun, opened, backed up, restored, sealed; each whole or not at all.

``creation`` (a store made from nothing) → ``opening`` (Django made ready for one store).

A backup: ``moment`` (one transaction, of which all that follows is) → ``snapshot`` (the rows, the
public pages and the evidence of that moment) → ``bundle`` (one file of it) → ``encryption`` →
``backup`` → ``read_back``. Back: ``source`` (decrypted where need be) → ``restore`` →
``verification`` (all that can be checked of a store). On a day of danger: ``sealing``.

The face is lazy: most of these files need Django to be ready for a store first.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.desk.lifecycle.backup import Wishes, back_up
    from habeas.desk.lifecycle.encryption import identities_of, recipients_of
    from habeas.desk.lifecycle.opening import (
        create_store,
        open_store,
        open_to_read,
        open_to_seal,
        restore_store,
    )
    from habeas.desk.lifecycle.sealing import seal
    from habeas.desk.lifecycle.source import refuse_other_file
    from habeas.desk.lifecycle.verification import store_findings

__all__ = [
    "Wishes",
    "back_up",
    "create_store",
    "identities_of",
    "open_store",
    "open_to_read",
    "open_to_seal",
    "recipients_of",
    "refuse_other_file",
    "restore_store",
    "seal",
    "store_findings",
]

__getattr__ = lazy_face(
    __name__,
    {
        "Wishes": "backup",
        "back_up": "backup",
        "create_store": "opening",
        "identities_of": "encryption",
        "open_store": "opening",
        "open_to_read": "opening",
        "open_to_seal": "opening",
        "recipients_of": "encryption",
        "refuse_other_file": "source",
        "restore_store": "opening",
        "seal": "sealing",
        "store_findings": "verification",
    },
)
