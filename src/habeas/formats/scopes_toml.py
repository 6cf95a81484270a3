"""A case's own file: its scopes, partitions, places and sources, as TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from habeas.formats.text_lines import opened, shown_name, text_lines
from habeas.formats.toml_places import TomlPlaces
from habeas.vocabulary import (
    GENERAL_SCOPES,
    ClaimantKind,
    InputError,
    Partition,
    Scope,
    ScopeCycle,
    Scopes,
    Source,
    Sources,
)


@dataclass(frozen=True)
class CaseFile:
    """What a case declares of itself: its scopes, and its sources with their other names."""

    scopes: Scopes = GENERAL_SCOPES
    sources: Sources = field(default_factory=Sources)


def read_scopes(path: str | Path) -> CaseFile:
    """Read a case's TOML file.

    The general scopes (GENERAL_SCOPES) that the file does not declare itself hold beside its own,
    and an undeclared part of a partition is a scope within the whole.
    Raises InputError with the line and the remedy on anything unknown or of the wrong type,
    ScopeCycle where a scope or a place contains itself.
    """
    file = shown_name(path)
    with opened(path) as stream:
        text = "".join(line for _, line in text_lines(stream, file))
    return scopes_from_text(text, file)


def scopes_from_text(text: str, file: str) -> CaseFile:
    """Read what a case's TOML file says; ``file`` is named in errors. Raises as `read_scopes`."""
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(
            f"is not TOML: {error}",
            'Texts stand between quotes, days do not: title.en = "…", opens = 2024-07-28.',
            file=file,
        ) from None
    try:
        return _CaseReader(TomlPlaces.of(text)).case(content)
    except InputError as error:
        raise error.at(file=file) from None


@dataclass(frozen=True)
class _CaseReader:
    """Turns parsed TOML into values, naming the line of what it cannot take."""

    places: TomlPlaces

    def case(self, content: Mapping[str, Any]) -> CaseFile:
        self.refuse_unknown(content, ("place", "scope", "partition", "places", "source", "title"))
        declared = [
            self.scope(key, self.table(value, "scope", key))
            for key, value in self.table(content.get("scope", {}), "scope").items()
        ]
        partitions = tuple(self.partition(*item) for item in self.tables(content, "partition"))
        sources = tuple(self.source(*item) for item in self.tables(content, "source"))
        nesting = self.nesting(self.table(content.get("places", {}), "places"))
        scopes = self.scopes(declared, partitions, self.text(content, "place"), nesting)
        return CaseFile(replace(scopes, titles=self.titles(content)), Sources(sources))

    def titles(self, content: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        """Return what sources, groups and places are called by language, by their names."""
        found = {}
        for at, row in self.tables(content, "source"):
            titles = self.table(row.get("title", {}), at, "title")
            found[self.text(row, "name", at)] = self.by_language(titles, at, "title")
        for name, value in self.table(content.get("title", {}), "title").items():
            own = self.by_language(self.table(value, "title", name), "title", name)
            found[name] = {**found.get(name, {}), **own}
        return {name: titles for name, titles in found.items() if titles}

    def by_language(self, titles: Mapping[str, Any], *at: str) -> dict[str, str]:
        """Return titles by language."""
        return {language: self.text(titles, language, *at) for language in titles}

    def scopes(
        self,
        declared: list[Scope],
        partitions: tuple[Partition, ...],
        place: str,
        nesting: Mapping[str, str],
    ) -> Scopes:
        known = {scope.key for scope in declared}
        general = [scope for scope in GENERAL_SCOPES if scope.key not in known]
        known |= {scope.key for scope in general}
        parts = {
            part: Scope(part, within=(partition.whole,))
            for partition in partitions
            for part in partition.parts
            if part not in known
        }
        try:
            return Scopes((*general, *declared, *parts.values()), partitions, place, nesting)
        except InputError as error:
            error.line = error.line or self.line_of_scope(error)
            raise

    def line_of_scope(self, error: InputError) -> int | None:
        """Return the line of the scope that a check across scopes names in its text."""
        words = f"{error.column or ''} {error.problem}".replace(":", " ").split()
        lines = (self.places.lines.get(f"scope.{word}") for word in words)
        return next((line for line in lines if line is not None), None)

    def scope(self, key: str, table: Mapping[str, Any]) -> Scope:
        at = ("scope", key)
        self.refuse_unknown(
            table,
            ("within", "opens", "closes", "counted_since", "place", "title", "balanced",
             "register_of"),
            *at,
        )  # fmt: skip
        titles = self.table(table.get("title", {}), *at, "title")
        try:
            return Scope(
                key,
                within=self.texts(table, "within", *at),
                opens=self.day(table, "opens", *at),
                closes=self.day(table, "closes", *at),
                counted_since=self.day(table, "counted_since", *at),
                place=self.text(table, "place", *at),
                titles=self.by_language(titles, *at, "title"),
                balanced=self.truth(table, "balanced", *at),
                register_of=self.text(table, "register_of", *at),
            )
        except InputError as error:
            raise error.at(line=self.places.line(*at, error.column or "")) from None

    def truth(self, table: Mapping[str, Any], column: str, *at: str) -> bool | None:
        """Return true or false, None where nothing is said."""
        value = table.get(column)
        if value is not None and not isinstance(value, bool):
            raise self.wrong("is neither true nor false", "Write true or false.", *at, column)
        return value

    def partition(self, at: str, table: Mapping[str, Any]) -> Partition:
        self.refuse_unknown(table, ("whole", "parts", "complete"), at)
        self.require(table, ("whole", "parts"), at)
        complete = table.get("complete", True)
        if not isinstance(complete, bool):
            raise self.wrong("is neither true nor false", "Write true or false.", at, "complete")
        whole, parts = self.text(table, "whole", at), self.texts(table, "parts", at)
        if len(set(parts)) < 2 or len(set(parts)) < len(parts) or whole in parts:
            raise self.wrong(
                "does not divide the whole",
                "Name at least two different scopes, none of them the whole.",
                at,
                "parts",
            )
        return Partition(whole, parts, complete)

    def source(self, at: str, table: Mapping[str, Any]) -> Source:
        self.refuse_unknown(table, ("name", "kind", "aliases", "title"), at)
        self.require(table, ("name", "kind"), at)
        word = self.text(table, "kind", at)
        if word not in list(ClaimantKind):
            raise self.wrong(
                "is not a kind of claimant",
                f"Write one of: {', '.join(ClaimantKind)}.",
                at,
                "kind",
                value=word,
            )
        aliases = self.texts(table, "aliases", at)
        return Source(self.text(table, "name", at), ClaimantKind(word), aliases)

    def nesting(self, table: Mapping[str, Any]) -> dict[str, str]:
        nesting = {place: self.text(table, place, "places") for place in table}
        for place in nesting:
            path = [place]
            while (outer := nesting.get(path[-1])) is not None:
                if outer in path:
                    circle = " in ".join((*path[path.index(outer) :], outer))
                    raise ScopeCycle(
                        f"a place lies in itself: {circle}",
                        "Take one of these out of [places].",
                        line=self.places.line("places", place),
                    )
                path.append(outer)
        return nesting

    def table(self, value: object, *path: str) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        raise self.wrong("is not a table", f"Write it as [{'.'.join(path)}].", *path)

    def tables(self, content: Mapping[str, Any], name: str) -> Iterable[tuple[str, dict[str, Any]]]:
        rows = content.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.wrong("is not a list of tables", f"Write each as [[{name}]].", name)
        return ((f"{name}#{place}", row) for place, row in enumerate(rows))

    def text(self, table: Mapping[str, Any], key: str, *path: str) -> str:
        value = table.get(key, "")
        if isinstance(value, str):
            return value
        raise self.wrong("is not a text", "Put it between quotes.", *path, key, value=str(value))

    def texts(self, table: Mapping[str, Any], key: str, *path: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            return tuple(value)
        raise self.wrong(
            "is not a list of texts", f'Write {key} = ["…", "…"].', *path, key, value=str(value)
        )

    def day(self, table: Mapping[str, Any], key: str, *path: str) -> date | None:
        value = table.get(key)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        raise self.wrong(
            "is not a day",
            f"Write it without quotes: {key} = 2024-07-28.",
            *path,
            key,
            value=str(value),
        )

    def require(self, table: Mapping[str, Any], keys: tuple[str, ...], at: str) -> None:
        for key in keys:
            if not table.get(key):
                raise self.wrong("is missing", f"Add {key} = ….", at, key)

    def refuse_unknown(self, table: Mapping[str, Any], known: tuple[str, ...], *path: str) -> None:
        for key in table:
            if key not in known:
                raise self.wrong(
                    "is not known here", f"Known here: {', '.join(known)}.", *path, key, value=key
                )

    def wrong(self, problem: str, remedy: str, *path: str, value: str | None = None) -> InputError:
        column = ".".join(part.split("#")[0] for part in path)
        return InputError(problem, remedy, line=self.places.line(*path), column=column, value=value)
