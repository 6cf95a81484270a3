"""Claims as rows of the linear system: low ≤ a difference of counts ≤ high."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.reconciliation.rows import (
    DETAINED,
    ENTERED,
    ClaimSide,
    Moment,
    Row,
    Terms,
    Variable,
    add,
    held,
    row,
)
from habeas.reconciliation.system.policy import Policy
from habeas.reconciliation.system.viewpoint import Reading, binds_from_above
from habeas.vocabulary import Claim, Measure, Modality, PartialDate, Scope


@dataclass(frozen=True)
class Window:
    """The moments that a flow's count lies between, widest and narrowest.

    end: the tally's moment. widest: the last moment before the earliest day that may be counted,
    None for the beginning of the scope. narrowest: the same for the latest day that may be the
    first, None for the beginning; ``capped`` is False where the narrowest window is not known.
    """

    end: Moment
    widest: Moment | None
    narrowest: Moment | None
    capped: bool = True


def claim_rows(
    claim: Claim, scope_key: str, scope: Scope, policy: Policy, reading: Reading
) -> list[Row]:
    """Return the rows that a claim lays on the counts of its scope: none, one or two."""
    low, high = policy.range_of(claim.quantity)
    if not binds_from_above(claim, reading):
        high = None
    least, most = expressions(claim, scope_key, scope, policy, reading)
    rows = []
    if least and low > 0:
        rows.append(row(least, low, ClaimSide(claim.id, "low")))
    if most and high is not None:
        turned = {variable: -sign for variable, sign in most.items()}
        rows.append(row(turned, -high, ClaimSide(claim.id, "high")))
    return rows


def expressions(
    claim: Claim, scope_key: str, scope: Scope, policy: Policy, reading: Reading
) -> tuple[Terms | None, Terms | None]:
    """Return the sums that are at least ``low`` and at most ``high``; None where unknown."""
    if claim.measure is Measure.HELD:
        if claim.period.end is None:
            return None, None
        stock = held(scope_key, tally_moment(claim, claim.period.end, policy))
        return stock, stock
    window = flow_window(claim, scope, policy)
    if window is None:
        return None, None
    count = claim.measure.value
    if claim.measure is Measure.REGISTERED:
        count = f"{ENTERED}{keeper(claim, scope)}"
    if reading.exact and is_register_window(claim, window, scope):
        return registered(claim, scope_key, window)
    least = difference(count, scope_key, window.end, window.widest)
    most = difference(count, scope_key, window.end, window.narrowest)
    return least, most if window.capped else None


def keeper(claim: Claim, scope: Scope) -> str:
    """Return whose register a claim of entries is of: the claimant's own, if it has counted them.

    Whoever else speaks of entries into a scope that is somebody's register speaks of that one.
    """
    return (
        claim.claimant
        if claim.modality is Modality.VERIFIED
        else scope.register_of or claim.claimant
    )


def difference(count: str, scope: str, end: Moment, before: Moment | None) -> Terms:
    """Return the count at ``end`` less the count at ``before`` (from the beginning: nothing)."""
    counted = {Variable(count, scope, end): 1}
    return counted if before is None else add(counted, {Variable(count, scope, before): -1})


def tally_moment(claim: Claim, day: PartialDate, policy: Policy) -> Moment:
    """Return when the people were counted: the end of a day, or a moment of a longer time.

    A stock and a running total are tallies, taken at some moment of their day under the strict
    policy; what happened on a day, and no more, is counted over the whole of it. Figures of one
    claimant in one document share the hour of their day, but of a month or a year, and where
    either is not known, only a figure and its parts do.
    """
    earliest, latest = day.earliest.toordinal(), day.latest.toordinal()
    whole_days = policy.day_end or (claim.measure.is_flow and not claim.cumulative)
    if whole_days and day.exact:
        return Moment.end_of(latest)
    document = claim.evidence.document or claim.evidence.url
    shared = day.exact and claim.claimant
    source = (document if shared else "") or f"claim {claim.part_of or claim.id}"
    return Moment(
        earliest if whole_days else earliest - 1, latest, f"{claim.claimant}|{source}|{day}"
    )


def flow_window(claim: Claim, scope: Scope, policy: Policy) -> Window | None:
    """Return the window of a flow, or None where nothing is known of its end.

    A running total without an end stands on the day of its publication. Under the plain policy one
    that is dated from the month in which its scope opened counts from the opening: nobody who says
    "since July" of protests that began in July means to leave their first days out.
    """
    start, end = claim.period.start, claim.period.end
    published = publication_day(claim)
    if end is None and not claim.cumulative:
        if published is None:
            return None
        end_moment, capped = Moment.end_of(published.latest), False
    else:
        tally = end or published
        if tally is None:
            return None
        end_moment, capped = tally_moment(claim, tally, policy), True
    if start is None:
        return Window(end_moment, None, None, capped and claim.cumulative)
    first, last = start.earliest.toordinal() - 1, start.latest.toordinal() - 1
    eve = scope.opens.toordinal() - 1 if scope.opens else 0
    widest = Moment.end_of(first) if first > eve else None
    opening_month = len(start.text) == len("2024-07") and first <= eve <= last
    if policy.day_end and claim.cumulative and opening_month:
        last = eve
    narrowest = Moment.end_of(min(last, end_moment.latest)) if last > eve else None
    return Window(end_moment, widest, narrowest, capped)


def publication_day(claim: Claim) -> PartialDate | None:
    """Return the day of publication, where it is known."""
    return PartialDate(claim.evidence.published) if claim.evidence.published else None


def is_register_window(claim: Claim, window: Window, scope: Scope) -> bool:
    """Whether a claim counts arrests of one period as a register has them.

    A register grows by arrests *and* by older cases entered late. A running total since the day
    from which it counts is everybody entered; a count of a later period is arrests only.
    """
    if claim.measure is not Measure.DETAINED or claim.modality is not Modality.VERIFIED:
        return False
    if window.widest is None or window.widest != window.narrowest or not window.capped:
        return False
    since = scope.opens or scope.counted_since
    start = claim.period.start
    return not (claim.cumulative and since and start and (start.earliest - since).days <= 1)


def registered(claim: Claim, scope_key: str, window: Window) -> tuple[Terms, Terms]:
    """Return the sum for arrests of a period in a register: a count of its own, from its start."""
    assert window.widest is not None  # noqa: S101  (is_register_window has seen to it)
    count = f"registered since {claim.period.start}"
    terms = add(
        {Variable(count, scope_key, window.end): 1},
        {Variable(DETAINED, scope_key, window.widest): -1},
    )
    return terms, terms
