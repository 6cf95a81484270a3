"""What headings mean.

``heading_surroundings`` (brackets, groups, plans) → ``heading_ideas`` (one heading by its words) →
``heading_fields`` (all of a list together) →
``heading_rows`` (which rows of a table are its headings, one, two or three).
"""

from habeas.formats.lists.headings.heading_fields import (
    STRANGE,
    YEARLESS,
    Headings,
    custody_headings,
    fields_of_headings,
    recognised,
)
from habeas.formats.lists.headings.heading_ideas import (
    Meant,
    Sureness,
    heading_meaning,
    languages_of,
    words_left_out,
)
from habeas.formats.lists.headings.heading_rows import HeadingRows, find_headings, known_headings

__all__ = [
    "STRANGE",
    "YEARLESS",
    "HeadingRows",
    "Headings",
    "Meant",
    "Sureness",
    "custody_headings",
    "fields_of_headings",
    "find_headings",
    "heading_meaning",
    "known_headings",
    "languages_of",
    "recognised",
    "words_left_out",
]
