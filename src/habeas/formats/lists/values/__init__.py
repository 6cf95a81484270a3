"""What cells say.

``calendars`` (other reckonings of years) → ``written_dates`` (a date as it is written) →
``day_order`` (which order and calendar a whole list has) → ``list_dates`` (dates in one spelling) →
``list_values`` (ages, sexes, names, numbers; the whole of it).
"""

from habeas.formats.lists.values.day_order import NO_ORDER, DateStyle, date_style
from habeas.formats.lists.values.list_dates import NO_DAY, read_date
from habeas.formats.lists.values.list_values import (
    DATES,
    ERRORS,
    is_denial,
    is_nothing,
    read_value,
    sex_letters,
)

__all__ = [
    "DATES",
    "ERRORS",
    "NO_DAY",
    "NO_ORDER",
    "DateStyle",
    "date_style",
    "is_denial",
    "is_nothing",
    "read_date",
    "read_value",
    "sex_letters",
]
