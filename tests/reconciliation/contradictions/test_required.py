"""What would have to be true for two sources both to be right."""

from __future__ import annotations

import json

import pytest
from case import SCOPES, claim

from habeas.reconciliation import PLAIN, Case, Teller, Viewpoint, check, place_claims
from habeas.reconciliation.proofs.suppositions import required_json, required_told
from habeas.reconciliation.required import Required, required
from habeas.vocabulary import Claim, InputError

NGO = {"claimant": "Group", "kind": "ngo", "scope": "political_prisoners"}
STORY = [
    claim("arrested", "detained", 2400, "2026-01-01", qualifier="about"),
    claim("freed", "released", 2000, "2026-01-01", qualifier="nearly"),
    claim("counted", "held", 900, "2026-01-01", qualifier="about", modality="estimated", **NGO),
]
SINCE_DECEMBER = [
    claim("boast", "released", 600, "2026-01-23", "2025-12-01", scope="case_review"),
    claim("verified", "released", 380, "2026-01-26", "2025-12-01", modality="verified", **NGO),
]


def supposing(claims: list[Claim]) -> Required:
    case = Case.of(claims, place_claims(claims, SCOPES), PLAIN)
    sources = [Viewpoint(name, frozenset({name})) for name in ("government", "Group")]
    return required(case, claims, sources)


def told(claims: list[Claim], language: str = "en") -> str:
    teller = Teller({each.id: each for each in claims}, SCOPES, language)
    return "\n".join(required_told(supposing(claims), teller))


def test_so_many_must_have_been_arrested_outside_the_protests():
    outside = next(each for each in supposing(STORY).forced if each.bound.question.minus)
    assert (outside.bound.low, outside.bound.high) == (235, 664)
    assert outside.apart == (("government", 0, None), ("Group", 0, 945))
    check(outside.bound.low_proof)


def test_what_one_source_forces_alone_is_not_repeated():
    within = {each.bound.question.scope for each in supposing(STORY).forced}
    assert "protest_detainees" not in within


def test_so_many_freed_must_be_missing_from_the_register():
    [missing] = supposing(SINCE_DECEMBER).unrecorded
    assert (missing.claim, missing.register) == ("boast", "Group")
    assert (missing.said, missing.recorded, missing.people) == (600, 380, 220)


def test_a_register_of_fewer_days_leaves_open_what_it_has_of_the_others():
    short = claim("short", "released", 66, "2026-01-26", "2026-01-08", modality="verified", **NGO)
    assert supposing([SINCE_DECEMBER[0], short]).unrecorded == ()


def test_sources_that_contradict_one_another_cannot_both_be_right_and_nothing_follows():
    more = claim("more", "held", 700, "2026-01-01", qualifier="more_than", claimant="Group")
    found = supposing([*STORY[:2], more])
    assert [each.claims for each in found.contradictions] == [("arrested", "freed", "more")]
    assert (found.forced, found.unrecorded) == ((), ())
    assert told([*STORY[:2], more]).startswith("government and Group cannot all be right:")


def test_sources_that_speak_of_different_things_force_nothing_together():
    assert supposing([STORY[1], STORY[2]]).forced == ()
    assert "force no number" in told([STORY[1], STORY[2]])


def test_it_is_told_in_both_languages():
    assert "235 to 664 (alone: government, 0 or more; Group, 0 to 945)" in told(STORY)
    assert "So it lacks at least 220 people." in told(SINCE_DECEMBER)
    assert "de 235 a 664 (por separado: government, 0 o más; Group, de 0 a 945)" in told(
        STORY, "es"
    )
    assert "Le faltan, pues, al menos 220 personas." in told(SINCE_DECEMBER, "es")


def test_it_is_json_too():
    teller = Teller({each.id: each for each in STORY}, SCOPES)
    value = json.loads(json.dumps(required_json(supposing(STORY), teller)))
    assert value["possible"] is True
    assert (value["forced"][0]["low"], value["forced"][0]["high"]) == (235, 664)


def test_a_source_that_contradicts_itself_cannot_be_right_beside_another():
    register = {"claimant": "Group", "kind": "ngo", "modality": "verified"}
    claims = [
        claim("few", "held", 100, "2026-01-01", **register),
        claim("many", "held", 120, "2026-01-01", **register),
        claim("said", "held", 300, "2026-01-01"),
    ]
    assert [each.claims for each in supposing(claims).contradictions] == [("few", "many")]
    assert "cannot" in told(claims)


def test_a_source_of_whose_figures_none_is_used_is_refused():
    with pytest.raises(InputError, match="no figure that binds"):
        supposing([claim("said", "held", 300, "2026-01-01")])
