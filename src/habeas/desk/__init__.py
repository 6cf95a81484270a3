"""The desk: a case in a store, and the pages on which people decide.

Django stands under it; only this room knows Django. Its rooms are entered each by its own face,
and only once Django is ready for a store (``lifecycle.opening``), but for ``store``.

In the order in which a case passes through them: ``store`` (where one lies) → ``settings`` ·
``models`` (the tables) → ``audit_log`` (what was done, and long work) → ``access`` (who may) →
``cases`` → ``withholding`` (names that must not be public) → ``publication`` → ``people`` (lists,
pairs, consents) → ``review`` (claims) → ``contradictions`` (by cause, each with its change) →
``accounts`` (announced, documented, estimated) → ``intake`` (documents and tables come in) →
``history`` (taken back, and verified) → ``lifecycle`` (a whole store: begun, opened, backed up,
restored, sealed) → ``administration`` (the worker, the server, the team) → ``addresses``.

Each room holds its rules, views and templates side by side. The tables stay together in ``models``:
they are one schema, whose foreign keys cross every room. Words: ``wording`` (``words/en.toml``,
``words/es.toml``) and ``error_messages``.
"""

from habeas.extras import require

require("desk", "The desk")

__all__ = []
