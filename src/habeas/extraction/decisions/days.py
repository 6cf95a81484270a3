"""The last day that each number covers, decided front to back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.extraction.decisions.day_features import Barred, Option, day_features, day_options
from habeas.extraction.text import NOT_UNDERSTOOD
from habeas.vocabulary import Measure

if TYPE_CHECKING:
    from habeas.extraction.decisions.claimant_setting import Setting
    from habeas.extraction.decisions.judge import Judge
    from habeas.extraction.draft import Draft

SURE = 0.6
"""How sure the weights must be to overrule the day that the rules found."""


def settle_days(judge: Judge, drafts: list[Draft], setting: Setting, barred: Barred) -> None:
    """Give each draft the last day that most speaks for.

    barred: whether a day of a number's own sentence cannot be its last, as that of an arrest.
    """
    for place, draft in enumerate(drafts):
        if draft.count.former or draft.period_why == NOT_UNDERSTOOD:
            continue
        before, today = drafts[:place], setting.scenes[draft.index].today
        options = day_options(draft, before, setting, today, barred)
        shares = judge.weigh_days(
            draft, [(one, day_features(draft, one, before, setting, today)) for one in options]
        )
        if not shares:
            return
        best = max(range(len(shares)), key=shares.__getitem__)
        if options[best].end != draft.period[1] and shares[best] >= SURE:
            take(draft, options[best])


def take(draft: Draft, option: Option) -> None:
    """Give a draft another last day; what began later than that began on no day that is known."""
    end, start = option.end, draft.period[0]
    alone = draft.period[0] == draft.period[1] or not draft.period[0]
    draft.period_why = "the day that most speaks for"
    if draft.reading.measure is Measure.HELD or not end:
        draft.period = ("", end)
        return
    told = next((when for _, when in option.places if when.end == end and when.role == "on"), None)
    if alone and told is not None:
        draft.period, draft.cumulative = (told.start, end), False
        return
    draft.period = ("", end) if start[: len(end)] > end[: len(start)] else (start, end)
