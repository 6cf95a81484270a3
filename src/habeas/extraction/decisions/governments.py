"""Which governments are of another country than the text's, and so no party to the matter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.extraction.decisions.claimant_setting import Setting, key
from habeas.vocabulary import ClaimantKind

if TYPE_CHECKING:
    from habeas.extraction.candidates import Speaker
    from habeas.extraction.draft import Draft

DECLARED = "alias file"
"""Why a source is of a kind that the case itself has declared."""


def settle_foreign(drafts: list[Draft], setting: Setting) -> None:
    """Tell governments of other countries than the text's from the one that holds people."""
    if not setting.country:
        return
    told: dict[str, bool] = {}
    for draft in drafts:
        who = draft.speaker
        if who is None or who.kind is not ClaimantKind.GOVERNMENT or who.why == DECLARED:
            continue
        name = key(who)
        if name not in told:
            told[name] = foreign(who, setting)
        if told[name]:
            draft.speaker = replace(who, kind=ClaimantKind.OTHER)


def foreign(who: Speaker, setting: Setting) -> bool:
    """Whether a source is named with another country than the text's, and never with the text's."""
    name, countries = key(who), set[str]()
    for scene in setting.scenes.values():
        for mention in scene.mentions:
            if key(mention.speaker) == name:
                tags = scene.sentence.tags[max(0, mention.first - 1) : mention.last + 1]
                countries.update(one["country"].value for one in tags if one and "country" in one)
    return bool(countries) and setting.country not in countries
