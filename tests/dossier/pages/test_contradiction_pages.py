"""What the page of a contradiction says of how sure it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from habeas.dossier import dossier, find
from habeas.vocabulary import Measure, Qualifier

Told = Callable[..., str]
Made = Callable[..., Any]


@pytest.fixture
def page(make_case: Made) -> Told:
    """Return the page of the only contradiction of some figures."""

    def of(*claims: Any) -> str:
        case = make_case(claims=claims, documents={}, questions=())
        (found,) = (
            content
            for path, content in dossier(case, find(case)).items()
            if path.startswith("en/contradictions/0")
        )
        return found.decode()

    return of


@pytest.fixture
def unless(page: Told) -> Told:
    """Return what the page of the only contradiction of some figures says it rests on."""

    def of(*claims: Any) -> str:
        return unescape("".join(re.findall(r'class="unless">([^<]*)<', page(*claims))))

    return of


def test_a_hard_contradiction_rests_on_nothing(unless: Told, make_claim: Made):
    later = make_claim("b", Measure.RELEASED, 40, "2026-01-02")
    assert unless(make_claim("a", Measure.RELEASED, 50, "2026-01-01"), later) == ""


def test_a_soft_one_names_the_word_that_would_have_to_be_stretched(unless: Told, make_claim: Made):
    earlier = make_claim("a", Measure.RELEASED, 60, "2026-01-01", qualifier=Qualifier.ABOUT)
    said = unless(earlier, make_claim("b", Measure.RELEASED, 40, "2026-01-02"))
    assert said == "unless “about 60” stretches beyond 57 to 63"


def test_a_soft_one_of_one_day_names_its_hours(page: Told, unless: Told, make_claim: Made):
    one, other = (make_claim(key, Measure.RELEASED, value, "2026-01-02", claimant=key)
                  for key, value in (("a", 50), ("b", 40)))  # fmt: skip
    text = unescape(re.sub(r"<[^>]+>", " ", page(one, other)))
    assert "Do not square, if counts of one day stand at its end" in text
    assert not unless(one, other)  # no word stretches
