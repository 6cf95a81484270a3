"""Documents: ``extract`` reads their claims, ``archive`` keeps them.

``evidence`` (files kept byte for byte) → ``model_options`` (whether a language model reads) →
``reading`` (in children of the sandbox, order kept) → ``told_stories`` (one wire story told twice).

The face is lazy: a verb loads what it needs, and no other verb's libraries.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.cli.documents.evidence import media_type

__all__ = ["media_type"]

__getattr__ = lazy_face(__name__, {"media_type": "evidence"})
