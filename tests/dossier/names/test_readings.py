"""A text falls into words in one way, and around what is written otherwise in others too."""

from __future__ import annotations

from habeas.dossier.names.spelling import readings


def keys(text: str) -> list[list[str]]:
    return [[word[2] for word in reading] for reading in readings(text)]


def test_ordinary_text_has_one_reading():
    assert keys("Rosa Ejemplo vino ayer") == [["rosa", "ejemplo", "vino", "ayer"]]


def test_words_run_together_are_read_apart_too_with_what_stands_around_them():
    first, *others = keys("vino RosaEjemplo ayer")
    assert first == ["vino", "rosaejemplo", "ayer"]
    assert any([key for key in each if key in ("rosa", "ejemplo")] == ["rosa", "ejemplo"]
               for each in others)  # fmt: skip


def test_what_is_far_from_such_words_is_not_read_again():
    far = " ".join(["lejos"] * 200)
    _, *others = keys(f"RosaEjemplo {far}")
    assert all(each.count("lejos") < 100 for each in others)
