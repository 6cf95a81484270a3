"""A whole store as one thing: begun, backed up, restored, sealed; each whole or not at all.

``unfinished`` (what a store is until its mark is there) with ``half_filled`` (the same of a
PostgreSQL database) → ``migration`` (tables, all or nothing) → ``creation`` · ``read_only`` (a
store on a medium that cannot be written).

A backup: ``moment`` (one transaction, of which all that follows is) → ``snapshot`` (the rows, the
public pages and the evidence of that moment) → ``bundle`` (one file of it) → ``encryption`` →
``backup`` → ``read_back``.

Back: ``bundle`` → ``source`` (decrypted where need be) → ``restore`` → ``verification`` (all that
can be checked of a store).

On a day of danger: ``sealed`` (the mark of it) · ``running`` (the desk ends) → ``removal`` →
``seal``.
"""
