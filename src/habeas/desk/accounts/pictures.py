"""A picture that was drawn when something was worked out, handed out as an image."""

from __future__ import annotations

from django.http import HttpResponse

from habeas.desk.models import Result
from habeas.desk.wording import words

NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def picture_of(found: Result | None, name: str) -> HttpResponse:
    """Return the picture of a result in the reader's language, an empty one where there is none."""
    drawn = found.content.get(name, {}).get(words().language) if found else None
    return HttpResponse(drawn or NOTHING, content_type="image/svg+xml")
