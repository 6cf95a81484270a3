"""What else decides whether words that fit a listed name are taken for it: capitals, speakers."""

from __future__ import annotations

from itertools import pairwise

from habeas.dossier.names.index import How, Name
from habeas.dossier.names.search.candidates import Likeness
from habeas.dossier.names.search.evidence import Judgement
from habeas.dossier.names.search.meetings import Certainty
from habeas.dossier.names.search.name_search import Found, neighbours
from habeas.dossier.names.search.spots import TextWords
from habeas.dossier.names.spelling import is_everyday

NAMESAKE = "namesake_in_office"

CLOSE = (Likeness.EXACT, Likeness.OTHER_SCRIPT)


def plausible(
    words: TextWords,
    found: Found,
    name: Name,
    how: How | None,
    shown: frozenset[tuple[str, str]],
) -> Judgement | None:
    """Return the judgement of what was found, None where the words are not taken for a name.

    how: as what a name of everyday words is looked for. shown: pairs of words in the names of those
    who speak in public; whoever has the whole name of one is asked about.
    """
    if how is not How.ANYWHERE and not _as_a_name(words, found, strictly=how is not None):
        side_by_side = not any(
            words.foreign(a.spot.last, b.spot.first) for a, b in pairwise(found.run)
        )
        exact = all(each.likeness in CLOSE for each in found.run)
        if how is None and exact and side_by_side:
            return Judgement(Certainty.DOUBTFUL, "everyday_words")
        return None
    pairs = list(neighbours(words, found.first, found.last))
    if shown and any(pair in shown for pair in pairs):
        met = {place for element in found.run for place in element.places}
        apart = (words.foreign(a.spot.last, b.spot.first) for a, b in pairwise(found.run))
        whole = len(met) == len(name.words) and not any(apart)
        if whole and not all(pair in shown for pair in pairs):
            return found.judgement  # of more words than the name that speaks in public
        return Judgement(Certainty.DOUBTFUL, NAMESAKE) if whole else None
    return found.judgement


def _as_a_name(words: TextWords, found: Found, *, strictly: bool) -> bool:
    """Whether words are written as names are; plain ones need it only if they say something else.

    strictly: each word must be written as a name is.
    """
    # What stands within words read as one is a particle: Abd ar-Rahman.
    places = [at for each in found.run for at in dict.fromkeys((each.spot.first, each.spot.last))]
    low = [at for at in places if words.tells(at) and not words.is_named(at)]
    if not low or _of_one_run(words, found):
        return True
    if strictly or any(each.likeness not in CLOSE for each in found.run):
        return False
    return not all(is_everyday(words.surface(at)) for at in low)


def _of_one_run(words: TextWords, found: Found) -> bool:
    """Whether the words are written as one: rosa-ejemplo.pdf, rosa_ejemplo, rosaejemplo."""
    start, end = words.words[found.first][0], words.words[found.last][1]
    return not any(sign.isspace() for sign in words.text[start:end])
