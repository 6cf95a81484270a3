"""Two readers of one document are laid beside one another, number by number."""

from __future__ import annotations

from typing import Any

from habeas.extraction.models import both_readings
from habeas.vocabulary import Claim, claim_from_row

TEXT = "Police took 88 people on Monday; 12 of them are held, the group said, and dozens more."


def claim(key: str, quote: str, value: int | None, **fields: Any) -> Claim:
    start = TEXT.index(quote)
    row = {"id": key, "measure": "detained", "value": value, "population_kind": "other",
           "document": "d1", "start": start, "end": start + len(quote), "quote": quote,
           "confidence": 0.5, "reasons": [f"because of {key}"]}  # fmt: skip
    return claim_from_row(row | fields)


def test_where_both_read_the_same_there_is_one_surer_claim():
    (both,) = both_readings(
        [claim("r1", "took 88", 88)], [claim("m1", "88 people on Monday", 88)], "en"
    )
    assert both.id == "m1"
    assert both.confidence is not None
    assert both.confidence > 0.5
    assert not both.alternatives


def test_where_they_differ_the_other_reading_stands_beside_with_its_reasons():
    offline = claim("r1", "took 88", 88, claimant="Police", claimant_kind="government")
    (both,) = both_readings([offline], [claim("m1", "88 people", 88, measure="held")], "en")
    (other,) = both.alternatives
    assert both.measure == "held"
    assert other.reader == "rules"
    assert other.fields == {
        "measure": "detained", "claimant": "Police", "claimant_kind": "government",
    }  # fmt: skip
    assert other.reasons == ("because of r1",)
    assert both.confidence is not None
    assert both.confidence <= 0.5


def test_a_number_that_only_one_reads_says_that_the_other_does_not():
    offline = [claim("r1", "88 people", 88)]
    model = [claim("m1", "12 of them", 12, reader="model small, prompt 1")]
    first, second = both_readings(offline, model, "en")
    assert (first.id, first.reader, first.alternatives[0].reader) == (
        "r1",
        "rules",
        model[0].reader,
    )
    assert (second.id, second.alternatives[0].reader) == ("m1", "rules")
    assert not first.alternatives[0].fields


def test_numbers_are_matched_by_where_they_stand_and_not_by_quotes_that_touch():
    sentence = "88 people on Monday; 12 of them are held"
    offline = [claim("r1", sentence, 88), claim("r2", sentence, 12)]
    model = [claim("m1", "12 of them", 12), claim("m2", "took 88", 88)]
    both = both_readings(offline, model, "en")
    assert [one.quantity.value for one in both] == [88, 12]
    assert not any(one.alternatives for one in both)


def test_one_end_of_a_number_that_is_read_otherwise_is_an_alternative_value():
    offline = [claim("r1", "dozens more", None, qualifier="dozens")]
    (both,) = both_readings(offline, [claim("m1", "and dozens more", None, qualifier="hundreds")],
                            "en")  # fmt: skip
    assert both.alternatives[0].fields == {"qualifier": "dozens"}


def test_a_part_that_only_the_offline_reader_sees_keeps_its_whole():
    offline = [claim("r1", "took 88", 88), claim("r2", "12 of them", 12, part_of="r1")]
    both = both_readings(offline, [claim("m1", "88 people", 88)], "en")
    assert both[1].part_of == "m1"
