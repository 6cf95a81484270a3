"""Which cells of a list say that nothing is known."""

import pytest

from habeas.formats.lists.values import is_nothing


@pytest.mark.parametrize(
    "cell", ["محمد علي", "欧阳", "Светлана", "ထွန်း", "ልቦለድ", "שירה", "가상", "Иван N/A"]
)
def test_a_name_in_another_script_says_something(cell: str):
    assert not is_nothing(cell)


@pytest.mark.parametrize("cell", ["", "-", "—", "N/A", "n/d", "Désconocido"])
def test_a_dash_or_a_word_for_unknown_says_nothing(cell: str):
    assert is_nothing(cell)
