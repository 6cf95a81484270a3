"""The desk: a case in a store, and the pages on which people decide.

Django stands under it; only this room knows Django.

The store: ``place`` (where a store lies) → ``settings`` · ``opening`` (Django made ready for a
store) → ``models`` → ``activity`` (the append-only log) → ``case_values`` (a case as the values
that engines take) · ``incoming`` (documents, tables and lists into a case) with ``stories`` ·
``claim_decisions`` · ``pair_decisions`` · ``consents`` · ``undoing`` (what people decide, and
taking it back) · ``jobs`` (long work beside the pages) · ``work`` and its ``worker`` · ``lists``
and ``linking`` with ``link_weights`` (lists to people) · ``results`` (what the engines found) ·
``store/`` (a store as one thing: begun, backed up, restored, sealed).

Verification: ``state`` (what a case holds, which entries of the log tell) → ``sealing`` (of cases
from before) → ``replay``, with ``decision_rows`` and ``published_pages``.

Access: ``roles`` (who may do what) → ``rules`` (what each page asks for) → ``doorkeeper`` (the
one place where it is enforced).

Pages: ``wording`` (``words/en.toml``, ``words/es.toml``) · ``problems`` · ``asked`` ·
``addresses`` → ``views/``, ``templates/`` and ``static/``. Public: ``withholding`` (names that
must not be public) → ``covered_claims`` → ``publication`` → ``public_pages``, ``view_counts`` and
``reading_api``.
"""
