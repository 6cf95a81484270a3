"""How many were held over time: a chart, the same as a table, and every number's proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from habeas.dossier.page_context import Page, PageContext, link
from habeas.dossier.pages.charts import BandChart, Point
from habeas.reconciliation import Bound, Viewpoint
from habeas.vocabulary import Measure

WIDE, NARROW = (880, 380), (340, 300)
"""Width and height of the chart on a desk and on a phone."""


@dataclass(frozen=True)
class Chart:
    """A chart in two widths, what it says in words, whose figures it marks, and what it leaves out.

    notes: what a reader would wonder at.
    """

    wide: Markup
    narrow: Markup
    words: str
    kinds: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """One range in the table, and where each end is proved."""

    bound: Bound | None
    low: str = ""
    high: str = ""


def drawn_scopes(edition: PageContext) -> list[str]:
    """Return the scopes whose bands say something, the headline's first."""
    bands = edition.findings.bands
    asked = [question.scope for question in edition.case.questions]
    return [scope for scope in dict.fromkeys((*asked, *bands))
            if any(map(_informative, bands.get(scope, {}).values()))]  # fmt: skip


def _informative(band: tuple[Bound, ...]) -> bool:
    return any(bound.low or bound.high is not None for bound in band)


def chart_of(edition: PageContext, scope: str, origin: str) -> Chart:
    """Draw a scope's bands for a page."""
    drawing = BandChart(
        edition.findings.bands[scope],
        _points(edition, scope),
        edition.words("timeline.people_held"),
        edition.language,
    )
    folder = link(origin, f"{edition.language}/figures/x").removesuffix("x")
    wide, narrow = (Markup(drawing.svg(*size, folder)) for size in (WIDE, NARROW))  # noqa: S704 - our own drawing
    words = _in_words(edition, scope, drawing.days)
    return Chart(wide, narrow, words, drawing.kinds, tuple(_notes(edition, drawing)))


def _notes(edition: PageContext, drawing: BandChart) -> Iterator[str]:
    """Tell why a band lies above every mark, and of limits above the top of the chart."""
    words = edition.words
    for viewpoint in edition.case.viewpoints:
        for first, last in drawing.above_all(viewpoint.name):
            days = {"first": words.day(first), "last": words.day(last)}
            yield words("timeline.above_all", viewpoint=edition.viewpoint(viewpoint), **days)
    if drawing.beyond is not None:
        yield words("timeline.beyond", n=words.number(drawing.beyond))


def _points(edition: PageContext, scope: str) -> list[Point]:
    return [
        Point(
            claim.period.end.latest,
            edition.case.policy.range_of(claim.quantity)[0]
            if claim.quantity.value is None
            else claim.quantity.value,
            claim.claimant_kind.value if claim.claimant_kind else "other",
            f"{edition.addresses.claim_names[claim.id]}.html",
        )
        for claim in edition.case.claims
        if claim.measure is Measure.HELD
        and claim.population_kind == scope
        and claim.period.end
        and claim.place in ("", edition.case.scopes.place)
        and not claim.part_of
    ]


def _in_words(edition: PageContext, scope: str, days: list[date]) -> str:
    words = edition.words
    if not days:
        return ""
    last = [
        words(
            "timeline.alt_band",
            viewpoint=edition.viewpoint(viewpoint),
            range=words.range(band[-1].low, band[-1].high),
            end=words.day(band[-1].question.end),
        )
        for viewpoint in edition.case.viewpoints
        if (band := edition.findings.bands[scope][viewpoint.name])
    ]
    return words(
        "timeline.alt",
        scope=title_of(edition, scope),
        start=words.day(days[0]),
        end=words.day(days[-1]),
        bands=" ".join(last),
    )


def title_of(edition: PageContext, scope: str) -> str:
    """Name a scope for readers."""
    return edition.case.scopes.by_key[scope].title(edition.language)


def timeline_pages(edition: PageContext) -> Iterator[Page]:
    """Build a page per scope with its chart and table, and the sheets of its proofs."""
    for scope in drawn_scopes(edition):
        yield _timeline_page(edition, scope)
        for viewpoint in edition.case.viewpoints:
            if edition.findings.bands[scope][viewpoint.name]:
                yield _sheet(edition, viewpoint, scope)


def _timeline_page(edition: PageContext, scope: str) -> Page:
    path = edition.addresses.timeline(scope)
    title = edition.words("timeline.title", scope=title_of(edition, scope))
    return Page(
        path,
        "timeline.html",
        title,
        {
            "chart": chart_of(edition, scope, path),
            "rows": _rows(edition, scope),
            "viewpoints": [edition.viewpoint(each) for each in edition.case.viewpoints],
            "scope": title_of(edition, scope),
            "others": [
                (title_of(edition, other), edition.addresses.timeline(other))
                for other in drawn_scopes(edition)
            ],
        },
    )


def _rows(edition: PageContext, scope: str) -> list[tuple[date, list[Cell]]]:
    """List the days on which some band changes, with what then holds in all of them."""
    bands = edition.findings.bands[scope]
    days = sorted({bound.question.end for band in bands.values() for bound in band})
    return [
        (day, [_cell(edition, each, scope, day) for each in edition.case.viewpoints])
        for day in days
    ]


def _cell(edition: PageContext, viewpoint: Viewpoint, scope: str, day: date) -> Cell:
    band = edition.findings.bands[scope][viewpoint.name]
    until = [bound for bound in band if bound.question.end <= day]
    if not until:
        return Cell(None)
    place = f"{edition.addresses.sheet(viewpoint, scope)}#d{until[-1].question.end}"
    return Cell(until[-1], f"{place}-low", f"{place}-high")


def _sheet(edition: PageContext, viewpoint: Viewpoint, scope: str) -> Page:
    band = edition.findings.bands[scope][viewpoint.name]
    title = edition.words("proof.sheet_title", scope=title_of(edition, scope))
    return Page(
        edition.addresses.sheet(viewpoint, scope),
        "sheet.html",
        title,
        {
            "viewpoint": edition.viewpoint(viewpoint),
            "timeline": edition.addresses.timeline(scope),
            "entries": [
                (bound, edition.end(bound, "low"), edition.end(bound, "high")) for bound in band
            ],
            "set_aside": [edition.lines[claim] for claim in edition.findings.set_aside(viewpoint)],
        },
    )
