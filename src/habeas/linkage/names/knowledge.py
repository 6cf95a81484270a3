"""What is known of names and places, language by language, from the TOML files of ``words``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from habeas.vocabulary import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("es", "en", "ru")
"""The languages that are used together where nobody chooses; the first gives the sounds."""

UNNAMED = "unnamed"
"""The file of what stands for a name that is not known in still other languages."""


@dataclass(frozen=True)
class Knowledge:
    """What is known of names and places in some languages. All texts are folded.

    leading: words of address that begin names, where a people uses them. given, surnames: the
    frequent ones. sounds: (pattern, replacement), applied in order.
    spellings: the same, of how one name is brought into Latin letters here and there.
    patronymics, surname_endings: patterns of words that are a father's name, or a surname, by
    their end. nicknames: (short form, name).
    misread: (as misread, as meant). sexes: word → "f" or "m". nobody: what stands for a name that
    is not known. anybody: words that say what somebody is and not who. place_kinds,
    detention_words: words that do not say which place. same_place: another name → the name.
    """

    particles: frozenset[str]
    titles: frozenset[str]
    leading: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    sounds: tuple[tuple[str, str], ...]
    spellings: tuple[tuple[str, str], ...]
    patronymics: str
    surname_endings: str
    nicknames: frozenset[tuple[str, str]]
    misread: tuple[tuple[str, str], ...]
    sexes: Mapping[str, str]
    nobody: frozenset[str]
    anybody: frozenset[str]
    place_kinds: frozenset[str]
    detention_words: frozenset[str]
    same_place: Mapping[str, str]


@lru_cache
def knowledge(languages: tuple[str, ...] = LANGUAGES) -> Knowledge:
    """Return what is known in ``languages``, put together. Raises InputError for an unknown one."""
    files = [_file(language) for language in languages]
    first = files[0]
    return Knowledge(
        particles=_words(files, "particles"),
        titles=_words(files, "titles"),
        leading=frozenset(word for file in files for word in file.get("leading", ())),
        given=_words(files, "given"),
        surnames=_words(files, "surnames"),
        sounds=tuple((pattern, stands) for pattern, stands in first["sounds"]),
        spellings=tuple(
            (pattern, stands) for file in files for pattern, stands in file.get("spellings", ())
        ),
        patronymics=_either(files, "patronymics"),
        surname_endings=_either(files, "surname_endings"),
        nicknames=frozenset(
            (short, name)
            for file in files
            for name, shorts in file["nicknames"].items()
            for short in shorts
        ),
        misread=tuple(first["misread"].items()),
        sexes={word: sex for file in files for sex in "fm" for word in file["sex"][sex]},
        nobody=_words([*files, _file(UNNAMED)], "nobody"),
        anybody=_words([*files, _file(UNNAMED)], "anybody"),
        place_kinds=_words([file["places"] for file in files], "kinds"),
        detention_words=_words([file["places"] for file in files], "detention"),
        same_place={
            other: name
            for file in files
            for name, others in file["places"]["same"].items()
            for other in others
        },
    )


def _file(language: str) -> dict[str, Any]:
    path = resources.files("habeas.linkage.names") / "words" / f"{language}.toml"
    if not path.is_file():
        known = sorted(
            name.name.removesuffix(".toml")
            for name in (resources.files("habeas.linkage.names") / "words").iterdir()
            if name.name != f"{UNNAMED}.toml"
        )
        raise InputError(
            "is not a language whose names are known",
            f"Choose among {', '.join(known)}.",
            value=language,
        )
    return tomllib.loads(path.read_text("utf-8"))


def _words(files: list[dict[str, Any]], name: str) -> frozenset[str]:
    return frozenset(word for file in files for word in file[name])


NEVER = r"[^\s\S]"


def _either(files: list[dict[str, Any]], name: str) -> str:
    """Return the pattern of what any of the files has under a name; one that nothing meets else."""
    return "|".join(file[name] for file in files if name in file) or NEVER
