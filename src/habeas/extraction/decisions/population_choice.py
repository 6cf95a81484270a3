"""The population of each number, decided from the first to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.extraction.decisions.population_features import population_features

if TYPE_CHECKING:
    from collections import Counter

    from habeas.extraction.decisions.claimant_setting import Setting
    from habeas.extraction.decisions.judge import Judge
    from habeas.extraction.draft import Draft


def settle_populations(
    judge: Judge, drafts: list[Draft], setting: Setting, seen: Counter[str]
) -> None:
    """Give each draft the population that most speaks for. seen: what the text's words tell."""
    for place, draft in enumerate(drafts):
        features = population_features(draft, drafts[:place], setting, seen)
        told = judge.decide("population", draft, features)
        if told and told != draft.population:
            draft.population, draft.population_why = told, "what most speaks for"
