"""Evidence added up: what the weights do, and that a number left in doubt is kept as unread."""

import time

from hypothesis import given
from hypothesis import strategies as st

from habeas.extraction import read_claims
from habeas.extraction.decisions import Calibration, LogLinear, Ranking, judge
from habeas.vocabulary import Document, PartialDate, ReadingStatus

MODEL = LogLinear(("none", "held"), {"people": (-1.0, 1.0), "years": (2.0, -2.0)})


def test_features_add_up_and_those_that_are_unknown_weigh_nothing():
    told = MODEL.probabilities(["people", "never seen"])
    assert told["held"] > 0.8
    assert MODEL.probabilities(["people", "years"])["none"] > 0.8


def test_the_reasons_are_the_features_that_speak_most_for_what_was_chosen():
    assert MODEL.reasons(["years", "people"], "held") == ["people"]


@given(st.lists(st.lists(st.sampled_from("abcd")), min_size=1, max_size=6))
def test_the_chances_of_candidates_add_up_to_one(options: list[list[str]]):
    chances = Ranking({"a": 1.5, "b": -2.0}).probabilities(options)
    assert abs(sum(chances) - 1) < 1e-9


def test_confidence_is_the_share_that_turned_out_right():
    line = Calibration([[0.2, 0.1], [0.6, 0.5]])
    assert abs(line.confidence(0.4) - 0.3) < 1e-9
    assert line.confidence(0.9) == 0.5
    assert line.confidence(0.0) == 0.1


def test_a_claim_names_its_reader_and_the_digest_of_its_weights():
    claim = read_claims(Document("x", "Police arrested 40 people.", None, "en"))[0]
    assert claim.reader.startswith("rules ")
    assert claim.status is ReadingStatus.READ


def test_a_number_of_people_whose_measure_cannot_be_told_binds_nothing():
    weights = judge()
    unsure = dict(weights.thresholds) | {"measure": 1.1, "agreed": 1.1}
    before, weights.thresholds = weights.thresholds, unsure
    try:
        claims = read_claims(
            Document("x", "Police arrested 40 people.", PartialDate("2026-01-02"), "en")
        )
    finally:
        weights.thresholds = before
    assert [(one.status, one.binds) for one in claims] == [(ReadingStatus.UNREAD, False)]


def test_a_text_of_one_phrase_over_and_over_is_read_in_a_time_that_grows_with_its_length():
    def took(times: int) -> float:
        start = time.process_time()
        read_claims(Document("x", "from 45 to 60 " * times, PartialDate("2026-01-02"), "en"))
        return time.process_time() - start

    took(100)
    short, long = took(500), took(5_000)
    assert long < 40 * max(short, 0.01)
