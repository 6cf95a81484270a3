"""The cells of a row stand as its list has them, whichever database keeps them."""

from __future__ import annotations

import pytest

WRITTEN = "observations of the lawyer,full_name,age,id\nseen on Monday,Rosa Ejemplo,31,7\n"


@pytest.fixture
def record(case, add_list):
    from habeas.desk.models import Record

    add_list(case, WRITTEN)
    return Record.objects.get(list__case=case)


def test_cells_keep_the_order_of_their_columns(record):
    assert [*record.cells_in_order] == ["observations of the lawyer", "full_name", "age", "id"]


def test_what_a_newer_version_has_no_heading_for_comes_last(record):
    record.list.columns = ["age", "full_name"]
    assert [*record.cells_in_order] == ["age", "full_name", "id", "observations of the lawyer"]


def test_the_index_of_words_made_anew_is_what_it_was(record):
    from habeas.desk.cases.full_text_search import reindex
    from habeas.desk.models import SearchEntry

    before = list(SearchEntry.objects.values_list("kind", "object", "shown"))
    reindex()
    assert list(SearchEntry.objects.values_list("kind", "object", "shown")) == before
    assert before[0][2].endswith("seen on Monday\nRosa Ejemplo\n31\n7")
