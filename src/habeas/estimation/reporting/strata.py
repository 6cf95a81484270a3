"""Strata for which nobody can defend a number: which they are, and how many people they hold."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.estimation.overlaps import Estimate
from habeas.estimation.reporting.sentences import number, words


def strata_told(found: Sequence[Estimate], language: str = "en") -> list[str]:
    """Tell the strata without a number by any method, and how many of all people are in them.

    Empty where every stratum has one. Whoever adds up strata leaves these people out.
    """
    people = {each.stratum: each.observed for each in found}
    answered = {each.stratum for each in found if each.estimate is not None}
    without = {name: count for name, count in people.items() if name not in answered}
    if not without:
        return []
    say = words(language)["strata"]
    listed = "; ".join(
        say["one"].format(stratum=name, people=number(count, language))
        for name, count in sorted(without.items(), key=lambda each: (-each[1], each[0]))
    )
    numbers = {
        "without": number(len(without), language), "strata": number(len(people), language),
        "people": number(sum(without.values()), language),
        "all": number(sum(people.values()), language),
    }  # fmt: skip
    return [say["dropped"].format(**numbers, listed=listed)]
