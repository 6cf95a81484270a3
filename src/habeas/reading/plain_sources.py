"""The sources of a case as plain values, on their way to a child."""

from __future__ import annotations

from habeas.vocabulary import ClaimantKind, Source, Sources

PlainSource = tuple[str, str, list[str]]


def plain_sources(sources: Sources | None) -> list[PlainSource] | None:
    """Return sources as lists of texts."""
    if sources is None:
        return None
    return [(each.name, each.kind.value, list(each.aliases)) for each in sources.sources]


def sources_from_plain(plain: list[PlainSource] | None) -> Sources | None:
    """Return the sources that a parent told of."""
    if plain is None:
        return None
    return Sources(
        tuple(Source(name, ClaimantKind(kind), tuple(others)) for name, kind, others in plain)
    )
