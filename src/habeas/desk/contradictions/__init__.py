"""What cannot be true together, listed by what may be behind it.

``cached_causes`` (what the engine found, until the case changes) → ``cause_decisions`` (a cause's
change made, as one decision) · ``cause_words`` (what it is called) →
``contradictions_shown`` → ``contradictions_page``.

The face is lazy: each file is loaded when a name of it is wanted.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.desk.contradictions.cached_causes import explain_case
    from habeas.desk.contradictions.cause_decisions import decide_cause

__all__ = ["decide_cause", "explain_case"]

__getattr__ = lazy_face(
    __name__, {"decide_cause": "cause_decisions", "explain_case": "cached_causes"}
)
