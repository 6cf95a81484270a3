"""The words of the desk: the same in every language, and none missing."""

from __future__ import annotations

import re
from pathlib import Path

import habeas.desk

ROOM = Path(habeas.desk.__file__).parent
FIELDS = re.compile(r"\{(\w+)\}")


def test_every_language_has_the_same_words_with_the_same_values(store):
    from habeas.desk.wording import LANGUAGES, words_in

    english = words_in("en").texts
    for language in LANGUAGES:
        texts = words_in(language).texts
        assert {key: list(texts[key]) for key in texts} == {
            key: list(english[key]) for key in english
        }
        for section, named in texts.items():
            for name, text in named.items():
                assert text.strip()
                values = set(FIELDS.findall(text))
                assert values == set(FIELDS.findall(english[section][name]))


def test_every_word_that_a_page_asks_for_is_there(store):
    from habeas.desk.wording import words_in

    words = words_in("en")
    asked = set()
    for template in (ROOM / "templates").rglob("*.html"):
        asked |= set(re.findall(r"""\{% t ["']([\w.]+)["']""", template.read_text()))
        asked |= set(re.findall(r'label="(menu\.\w+)"', template.read_text()))
    for file in ROOM.rglob("*.py"):
        asked |= set(re.findall(r'words\(\)\("([\w.]+)"', file.read_text()))
    assert len(asked) > 100
    assert [key for key in sorted(asked) if not words.has(key)] == []


def test_every_kind_and_deed_has_a_name(store):
    from habeas.desk.models import JobState, Standing
    from habeas.desk.roles import Role
    from habeas.desk.views.claims import EDITED
    from habeas.desk.wording import words_in
    from habeas.desk.work import WORK
    from habeas.vocabulary import ClaimantKind, Field, Measure, Modality, Qualifier

    words = words_in("es")
    named = {
        "measure": Measure, "modality": Modality, "qualifier": Qualifier, "record": Field,
        "claimant_kind": ClaimantKind, "role": Role, "standing": Standing.values,
        "field": EDITED, "jobs": [*WORK, *JobState.values],
    }  # fmt: skip
    missing = [
        f"{s}.{key}" for s, keys in named.items() for key in keys if not words.has(f"{s}.{key}")
    ]
    deeds = set()
    for file in ROOM.rglob("*.py"):
        deeds |= set(re.findall(r'note\(\s*[\w.()]+,\s*"([\w.]+)"', file.read_text()))
    missing += [deed for deed in deeds if not deed.startswith("account.")
                and not words.has(f"what.{deed}")]  # fmt: skip
    assert len(deeds) > 8
    assert missing == []
