"""Habeas: what published counts of prisoners can be true together, and the proof of it.

Rooms, in the order in which data passes through them: ``vocabulary`` (the words every room
speaks), ``archive`` (evidence), ``formats`` (files in and out), ``extraction`` (text to claims),
``reconciliation`` (claims to bounds, contradictions and proofs), ``accounts`` (what several engines say together),
``dossier`` (the public pages), ``cli`` (one verb a file).
"""

__version__ = "0.1.0"
