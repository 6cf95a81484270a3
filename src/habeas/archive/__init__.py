"""Evidence: every document byte for byte, with where it came from and when.

``layout`` (which file is where) · ``durable_steps`` (writing that outlives a loss of power) ·
``entry`` (one line of the log, chained to the one before) → ``log`` (reading it, and checking the
chain) → ``recovery`` (what an interrupted import leaves is finished or taken back) → ``archive``
(adding and reading) → ``prefix`` (what it held at one moment) → ``verification`` (any changed,
missing or added byte).
"""

from habeas.archive.archive import Archive
from habeas.archive.entry import Entry
from habeas.archive.prefix import Prefix
from habeas.archive.verification import Finding

__all__ = ["Archive", "Entry", "Finding", "Prefix"]
