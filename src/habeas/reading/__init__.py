"""Documents to claims, in one child of the sandbox: formats and extraction behind one door.

``plain_sources`` (what a case knows of its sources, as plain values) → ``tasks`` (what the child
does) → ``claims`` (what is asked of it, and how its answers are checked).
"""

from habeas.reading.claims import Asked, Told, claims_in, claims_of_text, reader

__all__ = ["Asked", "Told", "claims_in", "claims_of_text", "reader"]
