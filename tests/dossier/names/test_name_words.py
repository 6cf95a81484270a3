"""Which words of a name in one cell are surnames."""

from __future__ import annotations

import pytest

from habeas.dossier.names import ListedName
from habeas.dossier.names.index import names_of
from habeas.dossier.names.index.name_words import EITHER, GIVEN, SURNAME


@pytest.mark.parametrize(
    ("full", "roles"),
    [
        ("Maria Muestrez", [GIVEN, SURNAME]),
        ("Muestrez Maria", [SURNAME, GIVEN]),
        ("Maria Rosa", [GIVEN, SURNAME]),  # all are given names: the last is a surname too
        ("Maria", [GIVEN]),
        ("Probandez Muestrez", [EITHER, EITHER]),  # nobody knows
        ("Rosa, Maria", [SURNAME, GIVEN]),
    ],
)
def test_a_word_that_is_known_as_a_given_name_is_one(full: str, roles: list[str]):
    (name,) = names_of([ListedName(full=full)])
    assert [word.role for word in name.words] == roles


@pytest.mark.parametrize(
    ("full", "parts"),
    [("가상민", ["가", "상민"]), ("例文字", ["例", "文字"]), ("欧阳例", ["欧阳", "例"])],
)
def test_a_name_without_spaces_is_a_surname_and_all_the_rest(full: str, parts: list[str]):
    (name,) = names_of([ListedName(full=full)])
    assert [(word.written, word.role) for word in name.words] == [
        (parts[0], SURNAME), (parts[1], GIVEN)]  # fmt: skip
