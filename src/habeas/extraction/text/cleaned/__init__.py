"""A text without what is no text of it, every character at its place.

``reference_marks`` (marks of notes are blanks) · ``wrapped_lines`` (so are the ends of full lines).
"""

from habeas.extraction.text.cleaned.reference_marks import without_marks
from habeas.extraction.text.cleaned.wrapped_lines import unwrapped

__all__ = ["unwrapped", "without_marks"]
