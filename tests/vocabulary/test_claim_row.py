"""A claim survives being written down and read again, and a bad row is refused in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.vocabulary import (
    AlternativeReading,
    Claim,
    ClaimantKind,
    Evidence,
    InputError,
    Measure,
    Modality,
    PartialDate,
    Period,
    Qualifier,
    Quantity,
    ReadingStatus,
    claim_from_row,
    claim_to_row,
    refuse_broken_references,
    refuse_unreadable_columns,
)

ROW = {"id": "a1", "measure": "held", "value": "900", "population_kind": "political_prisoners"}

words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), max_size=12)
keys = words.filter(bool)
counts = st.integers(0, 100_000)
days = st.dates().map(lambda day: PartialDate(day.isoformat()))
quotes = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    quote = draw(quotes)
    start = draw(counts)
    return Evidence(
        draw(words), start, start + len(quote), quote, draw(words), "2026-01", draw(words)
    )


alternatives = st.builds(
    AlternativeReading,
    words,
    st.dictionaries(st.sampled_from(["measure", "value", "claimant"]), words | counts | st.none()),
    st.none() | st.floats(0, 1),
    st.lists(keys.filter(lambda word: "|" not in word), max_size=2).map(tuple),
)
claims = st.builds(
    Claim,
    id=keys,
    measure=st.sampled_from(Measure),
    quantity=st.builds(
        Quantity,
        counts,
        st.sampled_from([each for each in Qualifier if each.names_a_number]),
        st.none(),
        st.none(),
    ),
    population_kind=keys,
    population=words,
    place=words,
    period=st.builds(Period, end=st.none() | days),
    cumulative=st.booleans(),
    modality=st.sampled_from(Modality),
    claimant=words,
    claimant_kind=st.none() | st.sampled_from(ClaimantKind),
    evidence=evidences(),
    note=words,
    confidence=st.none() | st.floats(0, 1),
    reasons=st.lists(keys.filter(lambda word: "|" not in word), max_size=3).map(tuple),
    status=st.sampled_from(ReadingStatus),
    alternatives=st.lists(alternatives, max_size=2).map(tuple),
    reader=words,
)


@given(claims)
def test_a_claim_written_as_a_row_and_read_again_is_the_same_claim(claim: Claim):
    assert claim_from_row(claim_to_row(claim)) == claim


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("value", "1.306", "Write 1306"),
        ("value", "-5", "not a number of people"),
        ("measure", "freed", "detained, released, died, held"),
        ("period_end", "2026-13", "not a day of the calendar"),
        ("cumulative", "perhaps", "true or false"),
        ("low", "1000000000000000000000000", "not a whole number"),
        ("population_kind", "", "is empty"),
        ("confidence", "7", "between 0 and 1"),
        ("status", "perhaps", "read, unread, decided"),
        ("alternatives", "rules", "list of readings"),
        ("alternatives", '["rules"]', "no reading"),
        ("alternatives", '[{"reader": "rules", "fields": {"shoe": 4}}]', "no field of a claim"),
    ],
)
def test_a_bad_cell_is_named_with_its_column_and_the_remedy(column: str, value: str, said: str):
    with pytest.raises(InputError) as caught:
        claim_from_row(ROW | {column: value})
    assert f"column {column}" in str(caught.value)
    assert said in str(caught.value)


def test_low_above_high_is_refused():
    with pytest.raises(InputError, match=r"column low: \"9\" is above high \(3\)"):
        claim_from_row(ROW | {"low": "9", "high": "3"})


def test_an_end_before_its_start_is_refused():
    with pytest.raises(InputError, match="ends before it starts"):
        claim_from_row(ROW | {"period_start": "2026-02-01", "period_end": "2026-01"})


def test_a_number_without_a_value_needs_a_word_that_stands_for_one():
    with pytest.raises(InputError, match="needs a number"):
        claim_from_row(ROW | {"value": ""})
    assert claim_from_row(ROW | {"value": "", "qualifier": "dozens"}).quantity.value is None


def test_a_column_of_someone_elses_is_carried_along():
    row = claim_to_row(claim_from_row(ROW | {"archive_box": "17"}))
    assert row["archive_box"] == "17"


def test_a_mistyped_column_is_refused_and_the_right_one_named():
    with pytest.raises(InputError, match="Did you mean qualifier"):
        refuse_unreadable_columns([*ROW, "qualifer"])


def test_a_heading_without_the_needed_columns_is_refused():
    with pytest.raises(InputError, match="lacks id, measure, population_kind, value"):
        refuse_unreadable_columns(["name", "amount"])


def test_a_part_must_name_a_claim_of_the_set_and_never_itself_in_a_circle():
    whole = claim_from_row(ROW)
    part = claim_from_row(ROW | {"id": "a2", "part_of": "a1"})
    refuse_broken_references([whole, part])
    with pytest.raises(InputError, match="names no claim"):
        refuse_broken_references([part])
    circle = claim_from_row(ROW | {"part_of": "a2"})
    with pytest.raises(InputError, match="circle"):
        refuse_broken_references([circle, part])


def test_a_quote_must_be_as_long_as_its_place():
    with pytest.raises(InputError, match="column quote"):
        claim_from_row(ROW | {"start": "5", "end": "9", "quote": "88 people"})


def test_a_number_that_nobody_could_read_binds_nothing():
    read = claim_from_row(ROW)
    assert read.binds
    assert not replace(read, status=ReadingStatus.UNREAD).binds
    assert not replace(read, modality=Modality.PROMISED).binds
