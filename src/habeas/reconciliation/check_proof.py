"""Check a proof that ``habeas reconcile --proofs`` wrote, with whole numbers and fractions alone.

By itself (``python check_proof.py FILE...``) it builds each row anew and looks what they add up to.
"""

import hashlib
import json
import sys
from calendar import monthrange
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Moment = tuple[int, int, str]  # after one day's end, until another's (ordinals); "" if at the end
Row = dict[tuple[str, str, Moment], Fraction]  # (count, scope, moment): how many times
# The least and the greatest that a word stands for, in hundredths of the number beside it.
BOTH = {"exact": (100, 100), "at_least": (100, None), "at_most": (0, 100), "less_than": (0, 100)}
PLAIN = BOTH | {"about": (95, 105), "nearly": (95, 100), "more_than": (100, 110)}
STRICT = BOTH | {"about": (0, None), "nearly": (0, 100), "more_than": (100, None)}
CROWDS = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2000, 9999)}
FLOWS, STOCK = ("detained", "released", "died"), ("held",)
BINDING = ["verified", "asserted", "estimated", "reported"]
RULES = {  # form: the rule's name, whether its sum cannot fall (1) or rise (-1), of which counts
    "never falls": ("R1", 1, FLOWS), "registered": ("R1", 1, ()), "opens": ("R1", -1, FLOWS[:1]),
    "closes": ("R1", -1, FLOWS[:1]), "no deaths reported": ("R2", -1, FLOWS[2:]),
    "never negative": ("R2", 1, STOCK), "stock within": ("R3", 1, STOCK),
    "flows within": ("R3", 1, FLOWS), "parts": ("R4", 1, STOCK + FLOWS), "whole": ("R4", -1, FLOWS),
}  # fmt: skip


def need(holds: object, otherwise: str) -> None:
    """Raise ValueError unless something holds."""
    if not holds:
        raise ValueError(otherwise)


def days(text: str) -> tuple[int, int]:
    """Return the first and the last day that a date known to the day, month or year may be."""
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    last = day or monthrange(year, month or 12)[1]
    return date(year, month or 1, day or 1).toordinal(), date(year, month or 12, last).toordinal()


def total(*parts: tuple[int | Fraction, Row]) -> Row:
    """Add rows, each taken so many times, leaving out what cancels."""
    found: Row = Counter()  # type: ignore[assignment]  # absent counts are 0
    for times, row in parts:
        for count, value in row.items():
            found[count] += times * value
    return {count: value for count, value in found.items() if value}


def counted(proof: Json, measure: str, scope: str, at: Moment) -> Row:
    """Return a count since a scope began, or those held: detained − released (− dead, if any)."""
    if measure != "held":
        return {(measure, scope, at): Fraction(1)}
    gone = FLOWS[1:] if proof["scopes"][scope]["deaths_counted"] else FLOWS[1:2]
    return counted(proof, "detained", scope, at) | {(c, scope, at): Fraction(-1) for c in gone}


def range_of(claim: Json, policy: str) -> list[int | None]:
    """Return the least and the greatest number that a figure stands for under a policy."""
    value, said = claim["value"], claim["qualifier"]
    if claim["low"] is not None:
        return [claim["low"], claim["high"]]
    if value is None:
        return [CROWDS[said][0], CROWDS[said][1] if policy == "plain" else None]
    least, most = {"plain": PLAIN, "strict": STRICT}[policy][said]
    low = -(-value * least // 100) + (said == "more_than")
    high, below = None if most is None else max(value * most // 100, low), max(value - 1, 0)
    return [min(low, below), below] if said in ("nearly", "less_than") else [low, high]


def sums_of(proof: Json, claim: Json) -> tuple[Row, Row]:
    """Return the sum that is at least the claim's low, and the one at most its high (or none)."""
    measure, scope, start = claim["measure"], claim["scope"], claim["period_start"]
    about, running, ended = proof["scopes"][scope], claim["cumulative"], claim["period_end"]
    day, dated = ended or claim["published"], ended or running
    by_days = proof["policy"] == "plain" or (measure in FLOWS and not running)
    (early, late), paper = days(day), claim["document"] or claim["url"] or claim["published"]
    paper = (paper if early == late else "") or f"claim {claim['part_of'] or claim['id']}"
    tag = f"{claim['claimant']}|{paper}|{day}"
    at = (early if by_days else early - 1), late, "" if by_days and early == late else tag
    until = counted(proof, measure, scope, at if dated else (late, late, ""))
    if measure == "held":
        return until, until
    first, last = days(start) if start else (0, 0)
    opens, since = (days(about[key])[0] if about[key] else 0 for key in ("opens", "counted_since"))
    month = proof["policy"] == "plain" and running and len(start or "") == 7  # "since July"
    last = opens if month and first <= opens <= last else last
    wide, narrow = first - 1 if first > opens else 0, min(last - 1, at[1]) if last > opens else 0
    entered = running and (opens or since) and first - (opens or since) <= 1  # all a register took
    verified = proof["reading"]["exact"] and claim["modality"] == "verified" and not entered
    capped = dated and (start or running)
    if verified and capped and measure == "detained" and wide == narrow > 0:
        until = counted(proof, f"registered since {start}", scope, at)
    before = [counted(proof, measure, scope, (b, b, "")) if b else {} for b in (wide, narrow)]
    least, most = (total((1, until), (-1, row)) for row in before)
    return least, most if capped else {}


def check_claim(proof: Json, step: Json, row: Row) -> None:
    """Refuse a step unless it is what its claim says, taken by the proof's policy and reading."""
    [claim] = (each for each in proof["claims"] if each["id"] == step["claim"])
    low, high = range_of(claim, proof["policy"])
    need(claim["range"] == [low, high], f"the figure of {claim['id']} has another range")
    need(claim["modality"] in BINDING, f"{claim['id']} binds nothing")
    said, most = sums_of(proof, claim)
    if {"low": False, "high": True}[step["side"]]:
        binds = proof["reading"]["exact"] or claim["modality"] != "verified"
        need(binds and most and high is not None, f"{claim['id']} sets no upper limit")
        said, low = total((-1, most)), -(high or 0)
    need(row == said and step["at_least"] == low, f"{claim['id']} does not say what is printed")


def base_of(proof: Json, step: Json, at: Moment) -> Row:
    """Return the sum that a rule speaks of, at a moment: a count, or a whole less what is in it."""
    form, outer, inside = step["form"], step["scope"], step["other"]
    if form in ("flows within", "stock within"):
        [outer], inside = inside, [outer]
        need([*inside, outer] in proof["containment"], f"{inside} does not lie within {outer}")
    elif inside:
        own = [p for p in proof["partitions"] if p["whole"] == outer and {*inside} <= {*p["parts"]}]
        full = [p for p in own if p["complete"] and {*inside} == {*p["parts"]}]
        need(own if form == "parts" else full, f"{inside} do not part {outer} like that")
    parts = ((-1, counted(proof, step["count"], part, at)) for part in {*inside})
    return total((1, counted(proof, step["count"], outer, at)), *parts)


def check_rule(proof: Json, step: Json, row: Row) -> None:
    """Refuse a step unless it is an instance of a rule of counting, which sets the least at 0."""
    form, count, about = step["form"], step["count"], proof["scopes"][step["scope"]]
    (name, sign, counts), moments = RULES[form], sorted({at for _, _, at in row})
    first, last, alone = moments[0], moments[-1], len(moments) == 1
    ordered = alone or (len(moments) == 2 and first[1] <= last[0] and count != "held")
    need(name == step["rule"] and step["at_least"] == 0 and ordered, f"no rule is like {form} here")
    if form == "registered":  # entered before ≤ registered then ≤ registered later ≤ entered later
        [upper], [lower] = ([key for key in row if row[key] == times] for times in (1, -1))
        eve = days(count.removeprefix("registered since "))[0] - 1
        same = {*upper[:2], *lower[:2]} <= {step["scope"], count, "detained"} and lower[2] == first
        began = upper[0] == "detained" or lower[0] == count or lower[2] == (eve, eve, "")
        return need(same and upper[1] == lower[1] and began, f"{count} does not lag like that")
    since = {} if alone else base_of(proof, step, first)
    fits = row == total((sign, base_of(proof, step, last)), (-sign, since)) and count in counts
    fits &= form != "opens" or (alone and last[1] < days(about["opens"])[0])
    fits &= form != "closes" or (not alone and first[0] >= days(about["closes"])[1])
    for start, end in about["deaths_counted"] if form == "no deaths reported" else ():
        fits &= days(start or "0001")[0] > last[1] or (not alone and days(end)[1] <= first[0])
    return need(fits, f"{form} does not say what is printed of {step['scope']}")


def check_conclusion(proof: Json, rest: Row, least: Fraction) -> None:
    """Refuse a proof unless its steps, which add up to ``rest ≥ least``, say what it concludes."""
    said, asked = proof["conclusion"], list[tuple[int, Row]]()
    need(str(least) == said["exactly"], f"its steps add up to {least}")
    if said["proves"] == "contradiction":
        used = sorted({step["claim"] for step in proof["steps"] if "claim" in step})
        need(not rest and least > 0 and used == said["claims"], "its steps contradict nothing")
        return
    sign = {"at least": 1, "at most": -1}[said["proves"]]
    for scope, turn in ((said["scope"], sign), (said["minus"], -sign)):
        for day, times in ((said["end"], turn), (said["start"], -turn)) if scope else ():
            at = days(day)[0] - (times != turn) if day else 0
            asked.append((times * bool(day), counted(proof, said["measure"], scope, (at, at, ""))))
    need(rest == total(*asked), "its steps say nothing of what was asked")
    need(said["people"] == sign * -(-least // 1), "it is rounded the wrong way")


def check(proof: Json) -> None:
    """Raise an error that says why, unless a proof shows what it concludes."""
    rows, least = [], Fraction(0)
    for step in proof["steps"]:
        times = Fraction(step["multiplier"])
        need(times > 0 and str(times) == step["multiplier"], "a multiplier is no positive fraction")
        row = {(c, s, (days(a)[0], days(b)[0], t)): Fraction(n) for n, c, s, a, b, t in step["row"]}
        (check_claim if "claim" in step else check_rule)(proof, step, row)
        rows.append((times, row))
        least += times * step["at_least"]
    check_conclusion(proof, total(*rows), least)
    rest = hashlib.sha256(json.dumps(proof | {"sha256": ""}, sort_keys=True).encode())
    need(proof["sha256"] == rest.hexdigest(), "it was changed afterwards")


def fault(text: str) -> str:
    """Return why a file's text proves nothing, or "" where it proves what it concludes."""
    try:
        check(json.loads(text, parse_float=Fraction))
    except Exception as e:  # noqa: BLE001  (whatever goes wrong, nothing is proved)
        return str(e) or "it is not a proof"
    return ""


if __name__ == "__main__":
    found = {name: fault(Path(name).read_text("utf-8")) for name in sys.argv[1:]}
    sys.stdout.writelines(f"{name}: {said or 'proved'}\n" for name, said in found.items())
    sys.exit(any(found.values()))
