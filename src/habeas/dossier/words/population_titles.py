"""Names for the populations that every case knows, where it declares none of its own."""

from __future__ import annotations

from dataclasses import replace

from habeas.dossier.words.wording import LANGUAGES, wording
from habeas.vocabulary import Scope, Scopes


def with_known_titles(scopes: Scopes) -> Scopes:
    """Return scopes, those of well-known keys with a title in each language; own titles stay.

    The titles are data: ``population`` in ``words/LANGUAGE.toml``.
    """
    return replace(scopes, scopes=tuple(map(_titled, scopes.scopes)))


def _titled(scope: Scope) -> Scope:
    key = f"population.{scope.key}"
    known = {language: wording(language)(key) for language in LANGUAGES
             if wording(language).has(key)}  # fmt: skip
    titles = {**known, **{language: title for language, title in scope.titles.items() if title}}
    return replace(scope, titles=titles) if known else scope
