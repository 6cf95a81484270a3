"""Documents to claims, in one child of the sandbox: formats and extraction behind one door.

``plain_sources`` (what a case knows of its sources, as plain values) → ``tasks`` (what the child
does) → ``claims`` (what is asked of it, and how its answers are checked). Beside them
``model_reading``: a language model asked over a network, several questions at once.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face
from habeas.reading.claims import Asked, Told, claims_in, claims_of_text, reader

if TYPE_CHECKING:
    from habeas.reading.model_reading import ModelReader, ModelTally, kept_in

__all__ = [
    "Asked",
    "ModelReader",
    "ModelTally",
    "Told",
    "claims_in",
    "claims_of_text",
    "kept_in",
    "reader",
]

# Children of the sandbox enter by this face, and need nothing of what asks over a network.
__getattr__ = lazy_face(
    __name__, dict.fromkeys(("ModelReader", "ModelTally", "kept_in"), "model_reading")
)
