"""A language is a file of words: no line of code knows one by its name."""

import re
import shutil
from pathlib import Path

import pytest

from habeas.extraction import languages, read_claims
from habeas.extraction.text import language as lexicons
from habeas.vocabulary import Document, PartialDate

CODE = Path(lexicons.__file__).parents[1]
MANUAL = Path(__file__).parents[2] / "docs" / "extraction.md"
SENTENCE = "A ONG Foro Norte registra 806 presos políticos, dos quais 105 são mulheres."


def test_no_code_of_the_reader_names_a_language():
    named = re.compile(rf"[\"']({'|'.join(languages())})[\"']")
    for file in CODE.rglob("*.py"):
        assert not named.search(file.read_text("utf-8")), file.name


def test_every_lexicon_has_the_same_settings():
    settings = [set(lexicons.tables(code)["language"]) for code in languages()]
    assert all(one == settings[0] for one in settings)


def test_a_lexicon_that_is_put_beside_the_others_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shutil.copy(CODE / "text" / "lexicon" / "pt.toml", tmp_path / "xx.toml")
    monkeypatch.setattr(lexicons, "LEXICON", tmp_path)
    lexicons.languages.cache_clear()
    lexicons.language.cache_clear()
    try:
        claims = read_claims(Document("d", SENTENCE, PartialDate("2026-01-30"), "xx"))
    finally:
        monkeypatch.undo()
        lexicons.languages.cache_clear()
        lexicons.language.cache_clear()
    assert [claim.quantity.value for claim in claims] == [806, 105]


def test_the_manual_says_what_each_table_of_a_lexicon_is_for():
    told = set(re.findall(r"`([a-z_]+)`", MANUAL.read_text("utf-8")))
    for code in languages():
        assert set(lexicons.tables(code)) <= told, code
