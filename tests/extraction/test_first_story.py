"""An article like the first: five figures, each with its number, measure, source and period."""

from habeas.extraction import read_claims, read_statements
from habeas.vocabulary import ClaimantKind, Document, Measure, PartialDate, Qualifier, Stance

STORY = (
    "The government of Ruritania on Thursday announced the release of 64 people jailed for "
    "joining protests against the June 2024 election. A similar move came at Christmas, when the "
    "government freed 71 detainees. According to official figures, around 3,100 people were "
    "arrested during the protests. Since then, nearly 2,500 detainees have been released. "
    "However, human rights groups estimate that roughly 700 political prisoners remain in "
    "detention, some of whom were arrested long before.\n"
    "The president neither confirmed nor denied the figure."
)
DOCUMENT = Document("a" * 64, STORY, PartialDate("2026-01-02"), "en", outlet="The Post")


def test_the_five_figures_come_out_with_their_numbers_and_measures():
    found = [(claim.quantity.value, claim.measure) for claim in read_claims(DOCUMENT)]
    assert found == [
        (64, Measure.RELEASED),
        (71, Measure.RELEASED),
        (3100, Measure.DETAINED),
        (2500, Measure.RELEASED),
        (700, Measure.HELD),
    ]


def test_who_says_a_number_answers_for_it_and_an_act_told_without_a_word_is_the_outlets():
    kinds = [claim.claimant_kind for claim in read_claims(DOCUMENT)]
    official, group = ClaimantKind.GOVERNMENT, ClaimantKind.NGO
    assert kinds[0] is official
    assert kinds[1] is ClaimantKind.PRESS
    assert kinds[2:] == [official, official, group]


def test_qualifiers_are_kept_and_only_plain_figures_get_a_range():
    claims = read_claims(DOCUMENT)
    assert [claim.quantity.qualifier for claim in claims] == [
        Qualifier.EXACT,
        Qualifier.EXACT,
        Qualifier.ABOUT,
        Qualifier.NEARLY,
        Qualifier.ABOUT,
    ]
    assert (claims[0].quantity.low, claims[0].quantity.high) == (64, 64)
    assert claims[2].quantity.low is None


def test_relative_days_are_resolved_against_publication():
    ends = [str(claim.period.end) for claim in read_claims(DOCUMENT)]
    assert ends[0] == "2026-01-01"
    assert ends[1] == "2025-12-25"
    assert ends[4] == "2026-01-02"


def test_populations_are_told_apart():
    kinds = [claim.population_kind for claim in read_claims(DOCUMENT)]
    assert kinds[2] == "protest_detainees"
    assert kinds[4] == "political_prisoners"


def test_every_quote_stands_at_its_place_and_carries_where_it_was_printed():
    for number, claim in enumerate(read_claims(DOCUMENT), 1):
        proof = claim.evidence
        assert STORY[proof.start : proof.end] == proof.quote
        assert (proof.document, proof.reported_by) == ("a" * 64, "The Post")
        assert claim.id == f"{'a' * 12}-{number}"
        assert claim.confidence is not None
        assert claim.reasons


def test_who_neither_confirms_nor_denies_is_on_record():
    stances = [one.stance for one in read_statements(DOCUMENT)]
    assert Stance.NEITHER in stances
