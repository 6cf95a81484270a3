"""The words of the desk: the same in every language, and none missing."""

from __future__ import annotations

import ast
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
    for template in ROOM.rglob("*.html"):
        asked |= set(re.findall(r"""\{% t ["']([\w.]+)["']""", template.read_text()))
        asked |= set(re.findall(r'label="(menu\.\w+)"', template.read_text()))
    for file in ROOM.rglob("*.py"):
        asked |= set(re.findall(r'words\(\)\("([\w.]+)"', file.read_text()))
    assert len(asked) > 100
    assert [key for key in sorted(asked) if not words.has(key)] == []


def test_every_kind_and_deed_has_a_name(store):
    from habeas.desk.administration.job_types import WORK
    from habeas.desk.models import JobState, Standing
    from habeas.desk.review.claim_pages import EDITED
    from habeas.desk.roles import Role
    from habeas.desk.wording import words_in
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


def test_every_reason_and_limit_of_the_search_for_names_is_told_in_words(store):
    from habeas.desk.wording import LANGUAGES, words_in

    reasons, limits = machine_words()
    assert {"whole_name", "namesake_in_office", "joined", "number", "everyday_words"} <= reasons
    assert {"frequent_words", "short_number"} <= limits
    for language in LANGUAGES:
        words = words_in(language)
        asked = [
            *(f"names.why_{why}" for why in reasons),
            *(f"names.limit_{one}" for one in limits),
        ]
        assert [key for key in sorted(asked) if not words.has(key)] == []


def machine_words() -> tuple[set[str], set[str]]:
    """The machine words that the search gives as reasons, and as limits, read from its source.

    They stand last in a call or a tuple, or are constants of a module.
    """
    import habeas.dossier.names

    reasons, limits = set(), set()
    for file in Path(habeas.dossier.names.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if called in ("Meeting", "Judgement", "next"):
                reasons |= machine_word(node.args[-1])
            elif called == "Limit":
                limits |= machine_word(node.args[-1])
            elif (
                isinstance(node, ast.Tuple)
                and node.elts
                and file.name in ("evidence.py", "unspaced.py")
            ):
                reasons |= machine_word(node.elts[-1])
            elif isinstance(node, ast.Assign) and file.name in ("plausibility.py", "settlement.py"):
                for value in getattr(node.value, "elts", [node.value]):
                    reasons |= machine_word(value)
    return reasons, limits


def machine_word(node: ast.expr) -> set[str]:
    value = node.value if isinstance(node, ast.Constant) else None
    return {value} if isinstance(value, str) and re.fullmatch("[a-z]+(_[a-z]+)*", value) else set()
