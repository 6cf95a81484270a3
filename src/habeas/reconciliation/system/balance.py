"""Rule R2 opened: stocks of people who leave otherwise, and people who are unaccounted for.

Who is held is detained − released − died. That holds of populations that people leave in no other
way alive: a whole country's, those of a lasting trait. Minors come of age, the untried are
sentenced, prisons and states hand people on: of these a stock is a number of its own, tied to
other stocks alone (R3, R4). And where people may be unaccounted for, they too are missing from
the stock.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from habeas.reconciliation.rows import (
    DETAINED,
    ENTERED,
    HELD,
    UNACCOUNTED,
    ClaimSide,
    Row,
    Terms,
)
from habeas.vocabulary import Scope


class Basis(StrEnum):
    """What is assumed of people whom the figures do not show as released, dead or held.

    BALANCE: there are none. UNACCOUNTED: there may be, and who is counted among them stays.
    REAPPEARING: there may be, and they may come to light again. DEATHS: nothing, since nothing
    but claims of deaths is looked at.
    """

    BALANCE = "balance"
    UNACCOUNTED = "unaccounted"
    REAPPEARING = "reappearing"
    DEATHS = "deaths"

    @property
    def opens(self) -> bool:
        """Whether people may be unaccounted for."""
        return self in (Basis.UNACCOUNTED, Basis.REAPPEARING)


@dataclass(frozen=True)
class Balance:
    """How the stocks of a system follow from its flows.

    apart: the scopes that people leave alive otherwise. basis: what else is assumed.
    """

    apart: frozenset[str] = frozenset()
    basis: Basis = Basis.BALANCE

    def stock(self, terms: Terms) -> Terms:
        """Return a sum of stocks, given as detained − released − died, as this system counts it."""
        found: Terms = {}
        for variable, sign in terms.items():
            if variable.scope not in self.apart:
                found[variable] = sign
                if self.basis.opens and variable.measure == DETAINED:
                    found[variable._replace(measure=UNACCOUNTED)] = -sign
            elif variable.measure == DETAINED:
                found[variable._replace(measure=HELD)] = sign
            elif variable.measure.startswith(ENTERED):
                found[variable] = sign
        return found

    def row(self, each: Row, held: Container[str]) -> Row:
        """Return a row as this system counts it. held: the ids of claims of stocks."""
        if not self.apart and not self.basis.opens:
            return each
        if not is_of_stocks(each, held):
            return each
        return Row(tuple(self.stock(dict(each.terms)).items()), each.least, each.origin)


def is_of_stocks(each: Row, held: Container[str]) -> bool:
    """Whether a row speaks of who is held. held: the ids of claims that do."""
    if isinstance(each.origin, ClaimSide):
        return each.origin.claim in held
    return each.origin.count == HELD


def left_otherwise(keys: Iterable[str], declared: Mapping[str, Scope], home: str) -> frozenset[str]:
    """Return the scopes that people leave alive otherwise than by being released.

    A scope for which the case says so (``balanced``) is what it says. Without that: places within
    the case's own, and groups of ages, legal status or single prisons; of parts of a claim, all
    but those named by a lasting trait.
    """
    return frozenset(key for key in keys if is_left(key, declared, home))


def is_left(key: str, declared: Mapping[str, Scope], home: str) -> bool:
    """Whether people leave a scope alive otherwise than by being released."""
    if (own := declared.get(key)) and own.balanced is not None:
        return not own.balanced
    outer, _, part = key.partition("/")
    if part:
        group, _, place = part.partition("@")
        lasting = all(word in traits()["lasting"] for word in words_in(group))
        return bool(place) or not lasting or is_left(outer, declared, home)
    kind, _, place = outer.partition("@")
    above = declared.get(kind)
    if above and above.balanced is False:
        return True
    if place and place != home and not is_a_country(place):
        return True
    return any(word in traits()["passing"] for word in words_in(kind.replace("_", " ")))


def words_in(text: str) -> list[str]:
    """Return the words of a name, in small letters."""
    return re.findall(r"[^\W\d_]+", text.casefold())


def is_a_country(place: str) -> bool:
    """Whether a place is a country by name."""
    return place.casefold() in traits()["countries"]


@cache
def traits() -> Mapping[str, frozenset[str]]:
    """Return the words of lasting and of passing traits, and the names of countries."""
    data = files("habeas.reconciliation.system").joinpath("traits.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(data).items()}
