"""Habeas: what published counts of prisoners can be true together, and the proof of it.

Rooms, in the order in which data passes through them: ``vocabulary`` (the words every room
speaks), ``archive`` (evidence), ``formats`` (files in and out), ``extraction`` (text to claims),
``reconciliation`` (claims to bounds, contradictions and proofs), ``linkage`` (rows of lists to
people), ``custody`` (people to who was held when), ``estimation`` (how many are on no list),
``accounts`` (what several engines say together), ``dossier`` (the public pages), ``desk`` (where
people decide), ``cli`` (one verb a file).
"""

__version__ = "0.1.0"
