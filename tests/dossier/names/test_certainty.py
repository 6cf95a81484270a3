"""A meeting is certain, doubtful or none by what its words tell."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.dossier.names import (
    Answer,
    How,
    ListedName,
    gathered,
    questions,
    speakers,
    text_key,
    to_settle,
)

ROW = ListedName(given="Rosína Elena", surnames="Ejémplez Muestrano")
OTHER = ListedName(full="Светлана Примеровская")
HIDDEN = gathered([ROW, OTHER])


@pytest.mark.parametrize(
    "text",
    [
        "Svetlana Primerovskaya spoke", "Свидание со Светланой Примеровской", "Rosína Ejémplez",
        "nombre: Rosína; apellido: Ejémplez", "Rosína\t34\tF\tEjémplez", "EJEMPLEZ, Rosina",
    ],
)  # fmt: skip
def test_rare_words_of_a_name_are_certain_in_any_script_form_and_order(text: str):
    assert any(met.is_certain for met in HIDDEN.met(text))


MANY = gathered(
    [
        ListedName(given="Martinela", surnames="Anton Silva"),
        *(ListedName(given=f"Nombre{each}", surnames=f"Apell{each} Silva") for each in range(300)),
    ]
)


@pytest.mark.parametrize("text", ["O ministro Antônio Silva falou.", "Antonio Silva habló hoy."])
def test_a_frequent_name_is_not_another_name_with_an_ending(text: str):
    assert not list(MANY.met(text))


@pytest.mark.parametrize(
    "text", ["Anton Silva spoke.", "with Martinela Antons Silva", "ANTON SILVA"]
)
def test_a_name_with_an_ending_that_is_none_itself_is_met(text: str):
    assert list(MANY.met(text))


FREQUENT = gathered(
    [
        ListedName(given="Juan", surnames="González Ramírez"),
        *(
            ListedName(given=given, surnames=f"{first} {second}")
            for given in ("Ana", "Luis", "Pedro", "Juan")
            for first, second in pairwise(("Ramírez", "Pérez", "López", "González", "Rojas"))
        ),
        *(ListedName(given=f"Nombre{each}", surnames=f"Apell{each}") for each in range(300)),
    ]
)


def words_met(text: str) -> set[str]:
    return {met.words for met in FREQUENT.met(text) if "gonzalez" in met.name.split()}


@pytest.mark.parametrize(
    "text",
    [
        "The march went to Plaza González. Juan Ramírez, the minister, gave no figures.",
        "Caminaron hasta la calle González.\n\nJuan Ramírez, portavoz, no dio cifras.",
    ],
)
def test_a_word_that_ends_a_sentence_is_no_surname_of_who_is_named_in_the_next(text: str):
    assert "gonzalez juan ramirez" not in words_met(text)


@pytest.mark.parametrize(
    "text",
    [
        "Was freed: González, Juan Ramírez",
        "Juan González.\n\nRamírez was freed.",
        "González\n\nJuan\n\nRamírez",
        "apellido: González. nombre: Juan. segundo apellido: Ramírez.",
        "Juan González Ramírez. Ana spoke.",
    ],
)
def test_cells_labels_and_commas_part_no_name(text: str):
    assert any({"gonzalez", "juan", "ramirez"} <= set(words.split()) for words in words_met(text))


@pytest.mark.parametrize(
    "text",
    ["Rosina Elena spoke", "the rosina colour", "Ejémplez street", "Rosína Otrez", "Elena, Rosína"],
)
def test_given_names_alone_or_one_word_name_nobody(text: str):
    assert not HIDDEN.gives_away(text)


def test_a_namesake_who_speaks_in_office_is_a_question_until_it_is_answered():
    rows = [ListedName("Rosína Ejémplez")]
    text = "The minister, Rosína Ejémplez, spoke."
    hidden = gathered(rows, speakers(["Rosína Ejémplez"]))
    (question,) = questions([("article", text)], hidden)
    assert question.why == "namesake_in_office"
    answer = Answer(question.name, text_key(text), them=False, who="A", why="in office", at="")
    known = gathered(rows, speakers(["Rosína Ejémplez"]), answers=[answer])
    assert not known.gives_away(text)
    assert known.gives_away(f"{text} Again.")
    assert not known.answered_for([text]).gives_away(f"{text} Again.")


def test_names_of_one_word_and_of_everyday_words_are_settled_first():
    rows = [ListedName("Cruzeta"), ListedName("Paz Flores"), ROW]
    assert [(each.why, each.suggested) for each in to_settle(rows)] == [
        ("one_word", How.ANYWHERE),
        ("everyday_words", How.AS_A_NAME),
    ]
    assert [met.why for met in gathered(rows).met("una paz, flores")] == ["everyday_words"]
    as_a_name = gathered(rows, settled={"paz flores": How.AS_A_NAME})
    assert not as_a_name.gives_away("una paz, flores")
    assert as_a_name.gives_away("habló Paz Flores")
    assert gathered(rows).gives_away("habló Paz Flores")
    unsearched = gathered(rows, settled={"paz flores": How.NOT_SEARCHED})
    assert not unsearched.gives_away("habló Paz Flores")


@given(st.text(max_size=30), st.booleans())
def test_nothing_certain_remains_after_covering(around: str, upper: bool):
    name = "Rosína Ejémplez".upper() if upper else "Rosína Ejémplez"
    covered = HIDDEN.covered(f"{around} {name} {around}")
    assert not any(met.is_certain for met in HIDDEN.met(covered))


@given(st.sampled_from(["Ana Muéstrez", "Rosína Otrano", "Cruzeta", "李样本"]))
def test_another_name_on_the_list_loses_no_meeting(name: str):
    text = "Rosína Ejémplez and Светланой Примеровской"
    spans = {(met.start, met.end) for met in HIDDEN.met(text)}
    more = gathered([ROW, OTHER, ListedName(name)])
    assert spans <= {(met.start, met.end) for met in more.met(text)}
