"""The words of a text or of a name, whatever signs they are written with.

``decoding`` (escapes, entities, elements written out) → ``folded_words`` (tokenisation) →
``transliteration`` → ``sounds`` (phonetic keys) · ``abjads`` (scripts without vowels) ·
``inflection`` (stemming) · ``east_asia`` (Chinese and Korean names) · ``everyday_words`` ·
``spelled_letters``. What is known of scripts and languages comes from ``knowledge``.
"""

from habeas.dossier.names.spelling.abjads import consonants, may_be
from habeas.dossier.names.spelling.decoding import forms, page_says
from habeas.dossier.names.spelling.east_asia import (
    is_chinese,
    is_chinese_surname,
    korean_sound,
    korean_surnames,
    parted_han,
    parted_hangul,
    pinyin_of,
    romanised_surnames,
    southern,
    syllables_of,
    wade_giles,
)
from habeas.dossier.names.spelling.everyday_words import is_everyday
from habeas.dossier.names.spelling.folded_words import (
    Word,
    is_unseen,
    key_of,
    readings,
    surfaces_in,
    without_unseen,
    words_in,
)
from habeas.dossier.names.spelling.inflection import (
    Stems,
    stems_in_list,
    stems_in_text,
    whole_stems_in_text,
)
from habeas.dossier.names.spelling.knowledge import table, words
from habeas.dossier.names.spelling.sounds import DOUBLED, as_french, bones, skeletons, sounds
from habeas.dossier.names.spelling.spelled_letters import SPELLS_LETTERS, letters_named
from habeas.dossier.names.spelling.transliteration import (
    ARABIC,
    CASED,
    HAN,
    HANGUL,
    HEBREW,
    LATIN,
    UNSPACED,
    VOWELLESS,
    latin,
    romanised,
    script_of,
)

__all__ = [
    "ARABIC",
    "CASED",
    "DOUBLED",
    "HAN",
    "HANGUL",
    "HEBREW",
    "LATIN",
    "SPELLS_LETTERS",
    "UNSPACED",
    "VOWELLESS",
    "Stems",
    "Word",
    "as_french",
    "bones",
    "consonants",
    "forms",
    "is_chinese",
    "is_chinese_surname",
    "is_everyday",
    "is_unseen",
    "key_of",
    "korean_sound",
    "korean_surnames",
    "latin",
    "letters_named",
    "may_be",
    "page_says",
    "parted_han",
    "parted_hangul",
    "pinyin_of",
    "readings",
    "romanised",
    "romanised_surnames",
    "script_of",
    "skeletons",
    "sounds",
    "southern",
    "stems_in_list",
    "stems_in_text",
    "surfaces_in",
    "syllables_of",
    "table",
    "wade_giles",
    "whole_stems_in_text",
    "without_unseen",
    "words",
    "words_in",
]
