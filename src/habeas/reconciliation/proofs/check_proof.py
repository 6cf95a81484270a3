"""``python check_proof.py FILE...`` builds the rows of a proof anew and adds them up."""

import hashlib
import json
import re
import sys
from calendar import monthrange
from datetime import date
from fractions import Fraction
from math import lcm
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Row = dict[tuple[str, str, tuple[int, int, str]], Fraction]  # of counts after a day, until a day
BOTH = {"exact": (100, 100), "at_least": (100, None), "at_most": (0, 100), "less_than": (0, 100)}
POLICIES = {"plain": BOTH | {"about": (95, 105), "nearly": (95, 100), "more_than": (100, None)},
  "strict": BOTH | {"about": (0, None), "nearly": (0, 100), "more_than": (100, None)}}  # fmt: skip
CROWDS = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2000, None)}
BINDING = ("verified", "asserted", "estimated", "reported")
FLOWS, STOCK, OPEN = ("detained", "released", "died"), ("held",), ("unaccounted",)
ENTERED = "entered by "
RULES = {"never falls": ("R1", 1, FLOWS + OPEN), "opens": ("R1", -1, FLOWS[:1]),
    "closes": ("R1", -1, FLOWS[:1]), "registered": ("R1", 1, ()),
    "whole": ("R4", -1, STOCK + FLOWS), "no deaths reported": ("R2", -1, FLOWS[2:]),
    "never negative": ("R2", 1, STOCK + OPEN),
    "stock within": ("R3", 1, STOCK), "parts": ("R4", 1, STOCK + FLOWS),
    "flows within": ("R3", 1, FLOWS), "entered": ("R1", 1, ()), "register": ("R2", 1, STOCK)
    }  # fmt: skip
KINDS = {key: kinds for *kinds, keys in ((bool, "exact cumulative complete balanced"),
    (dict, "conclusion"), (int, "people at_least"), (int, type(None), "value low high"),
    (dict, "reading scopes"),
    (list, "claims containment partitions steps range deaths_counted parts row other"))
    for key in keys.split()}  # fmt: skip  # (each other key holds a text)


def need(holds: object, otherwise: str) -> None:
    """Raise ValueError unless something holds."""
    if not holds:
        raise ValueError(otherwise)


def part(pairs: list[tuple[str, Any]]) -> Json:
    """Return an object of a file; refuse a key that comes twice and a value of another kind."""
    fixed = pairs if {type(value) for _, value in pairs} != {dict} else []  # scopes have free keys
    odd = [key for key, value in fixed if type(value) not in KINDS.get(key, [str])]
    need(len(dict(pairs)) == len(pairs) and not odd, f"{odd or 'a key'} comes twice or is odd")
    return dict(pairs)


def days(text: str) -> tuple[int, int]:
    """Return the first and the last day that a date known to the day, month or year may be."""
    need(re.fullmatch(r"\d{4}(-\d\d){,2}", text, re.ASCII), f"{text} is no date")
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    last = day or monthrange(year, month or 12)[1]
    return date(year, month or 1, day or 1).toordinal(), date(year, month or 12, last).toordinal()


def total(*parts: tuple[int | Fraction, Row]) -> Row:
    """Add rows, each taken so many times, leaving out what cancels."""
    found: Row = {}
    for count, value in ((count, times * row[count]) for times, row in parts for count in row):
        found[count] = found.get(count, Fraction(0)) + value
    return {count: value for count, value in found.items() if value}


def counted(proof: Json, measure: str, scope: str, at: tuple[int, int, str]) -> Row:
    """Return a count since a scope began, or those held: detained − released (− dead, if any).

    Less the unaccounted for, if asked; of a scope not balanced, those held are counted themselves.
    """
    if measure != "held" or not proof["scopes"][scope]["balanced"]:
        return {(measure, scope, at): Fraction(1)}
    gone = [*(FLOWS[1:] if proof["scopes"][scope]["deaths_counted"] else FLOWS[1:2])]
    gone += OPEN[: proof["basis"] == "unaccounted"]
    return counted(proof, "detained", scope, at) | {(c, scope, at): Fraction(-1) for c in gone}


def sums_of(proof: Json, claim: Json) -> tuple[Row, Row]:
    """Return the sum that is at least the claim's low, and the one at most its high (or none)."""
    measure, scope, start = claim["measure"], claim["scope"], claim["period_start"]
    keeper = proof["scopes"][scope]["register_of"] if claim["modality"] != "verified" else ""
    measure = ENTERED + (keeper or claim["claimant"]) if measure == "registered" else measure
    about, running, ended = proof["scopes"][scope], claim["cumulative"], claim["period_end"]
    day, dated = ended or claim["published"], ended or running
    by_days = proof["policy"] == "plain" or (measure not in STOCK and not running)
    (early, late), paper = days(day), claim["document"] or claim["url"]
    paper = paper if early == late and claim["claimant"] else ""  # one source, in one document
    paper = paper or f"claim {claim['part_of'] or claim['id']}"
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
    """Refuse a step unless its claim says it, words taken as so many hundredths of its number."""
    [claim] = (each for each in proof["claims"] if each["id"] == step["claim"])
    low, high, word, value = (claim[key] for key in ("low", "high", "qualifier", "value"))
    least, top = POLICIES[proof["policy"]].get(word, (0, None))
    exact, name = proof["reading"]["exact"], proof["reading"]["name"]
    if low is None and value is None:
        low, high = CROWDS[word][0], CROWDS[word][1] if proof["policy"] == "plain" else None
    elif low is None:
        low = value * least // 100 + (word == "more_than")
        high, below = None if top is None else -(-value * top // 100), max(value - 1, 0)
        if word == "about" and high is not None:
            span = 1 + (value > 9)
            low, high = max(min(low, value - span), 0), max(high, value + span)
        low, high = (min(low, below), below) if word in ("nearly", "less_than") else (low, high)
    need(claim["range"] == [low, high] and claim["modality"] in BINDING, "a range is not as said")
    need(not exact or name == f"claimant:{claim['claimant']}", "a register has one claimant alone")
    said, most = sums_of(proof, claim)
    if {"low": False, "high": True}[step["side"]]:
        need(most and high is not None and (exact or claim["modality"] != "verified"), "no limit")
        said, low = total((-1, most)), -(high or 0)
    need(row == said and step["at_least"] == low, f"{claim['id']} does not say what is printed")


def base_of(proof: Json, step: Json, at: tuple[int, int, str]) -> Row:
    """Return the sum that a rule speaks of, at a moment: a count, or a whole less what is in it."""
    form, outer, inside = step["form"], step["scope"], step["other"]
    if form in ("entered", "register"):  # taken less entered; entered less held in that register
        count = step["count"] if form == "entered" else inside[0]
        need(form == "entered" or count == ENTERED + proof["reading"]["name"][9:], "not its own")
        entered, whole = counted(proof, count, outer, at), "detained" if form[0] == "e" else "held"
        sign = 1 if form == "entered" else -1
        return total((sign, counted(proof, whole, outer, at)), (-sign, entered))
    if form in ("flows within", "stock within"):
        [outer], inside = inside, [outer]
        need([*inside, outer] in proof["containment"], f"{inside} does not lie within {outer}")
    else:
        own = [p for p in proof["partitions"] if p["whole"] == outer and {*inside} <= {*p["parts"]}]
        own = [p for p in own if form == "parts" or (p["complete"] and {*inside} == {*p["parts"]})]
        need(own and inside if step["rule"] == "R4" else not inside, f"{inside} part {outer} not")
    parts = ((-1, counted(proof, step["count"], part, at)) for part in {*inside})
    return total((1, counted(proof, step["count"], outer, at)), *parts)


def check_rule(proof: Json, step: Json, row: Row) -> None:
    """Refuse a step unless it is an instance of a rule of counting, which sets the least at 0.

    Only deaths may be as many as claims count.
    """
    form, count, about = step["form"], step["count"], proof["scopes"][step["scope"]]
    (name, sign, counts), moments = RULES[form], sorted({at for _, _, at in row})
    first, last, alone = moments[0], moments[-1], len(moments) == 1
    ordered = alone or (len(moments) == 2 and first[1] <= last[0]
      and (count != "held" or form == "register"))  # fmt: skip
    dead = sum(people for start, end, people in about["deaths_counted"] if form[:2] == "no"
      and days(start or "0001")[0] <= last[1] and (alone or days(end)[1] > first[0]))  # fmt: skip
    fits = step["at_least"] == -dead and (count not in OPEN or proof["basis"] in OPEN)
    need(name == step["rule"] and fits and ordered, f"no rule is like {form} here")
    if form == "registered":  # entered before ≤ registered then ≤ registered later ≤ entered later
        [upper], [lower] = ([key for key in row if row[key] == times] for times in (1, -1))
        eve = days(count.removeprefix("registered since "))[0] - 1
        same = {*upper[:2], *lower[:2]} <= {step["scope"], count, "detained"} and lower[2] == first
        began = upper[0] == "detained" or lower[0] == count or lower[2] == (eve, eve, "")
        return need(same and upper[1] == lower[1] and began, f"{count} does not lag like that")
    since = {} if alone else base_of(proof, step, first)
    fits = row == total((sign, base_of(proof, step, last)), (-sign, since)) and (
        count in counts or (count.startswith(ENTERED) and form in ("never falls", "flows within"))
        or (form == "entered" and alone))  # fmt: skip
    fits &= form != "opens" or (alone and last[1] < days(about["opens"])[0])
    fits &= form != "closes" or (not alone and first[0] >= days(about["closes"])[1])
    return need(fits, f"{form} does not say what is printed of {step['scope']}")


def check_conclusion(proof: Json, rest: Row, least: Fraction) -> None:
    """Refuse a proof unless its steps, which add up to ``rest ≥ least``, say what it concludes."""
    said, asked = proof["conclusion"], list[tuple[int, Row]]()
    need(str(least) == said["exactly"], f"its steps add up to {least}")
    if said["proves"] == "contradiction":
        right = sorted({s["claim"] for s in proof["steps"] if "claim" in s}) == said["claims"]
        return need(right and not rest and least > 0 and len(said) == 3, "it contradicts nothing")
    sign, start, end = {"at least": 1, "at most": -1}[said["proves"]], said["start"], said["end"]
    for scope, turn in ((said["scope"], sign), (said["minus"], -sign)):
        for day, times in ((end, turn), (start, -turn)) if scope else ():
            at = days(day)[0] - (times != turn) if day else 0
            asked.append((times * bool(day), counted(proof, said["measure"], scope, (at, at, ""))))
    right = bool(rest) and rest == total(*asked) and said["people"] == sign * -(-least // 1)
    right &= start <= end and len(end) == 10 and len(start) in (0, 10) and len(said) == 8
    right &= (
        said["measure"][:11] == ENTERED
        or said["measure"] in FLOWS + (STOCK + OPEN)[: 2 * (not start)]
    )
    balances = [s for s in proof["steps"] if s.get("form") == "no deaths reported"]
    balances += [row for s in proof["steps"] for row in s["row"] if row[1] != "died"]
    need(said["measure"] != "died" or not balances, "it concludes deaths from a balance")
    return need(right, "its steps say nothing of what was asked, or it is rounded the wrong way")


def fault(text: str) -> str:
    """Return why a file's text proves nothing, or "" where it proves what it concludes."""
    rows, least, common = [], Fraction(0), 1
    try:
        proof = json.loads(text[:5_000_000], object_pairs_hook=part)
        for step in proof["steps"]:
            times = Fraction(step["multiplier"] * ({*step["multiplier"]} <= {*"/9876543210"}) or 0)
            need(str(times) == step["multiplier"] != "0", "a multiplier is no positive fraction")
            need((common := lcm(common, times.denominator)) < 10**99, "its fractions are too fine")
            row = {(c, s, (days(a)[0], days(b)[0], t)): n for n, c, s, a, b, t in step["row"]}
            shapes = [(type(n), len(a + b)) for n, _, _, a, b, _ in step["row"]]
            need(shapes == [(int, 20)] * len(row), "a row holds a count twice or oddly")
            (check_claim if "claim" in step else check_rule)(proof, step, row)
            rows.append((times, row))
            least += times * step["at_least"]
        check_conclusion(proof, total(*rows), least)
        rest = hashlib.sha256(json.dumps(proof | {"sha256": ""}, sort_keys=True).encode())
        need(proof["sha256"] == rest.hexdigest(), "it was changed afterwards")
    except Exception as e:  # noqa: BLE001  (whatever goes wrong, nothing is proved)
        return ascii(str(e))[1:-1] or "it is not a proof"
    return ""


if __name__ == "__main__":
    said = {n: fault(Path(n).read_text("utf-8") if Path(n).is_file() else "") for n in sys.argv[1:]}
    sys.stdout.writelines(f"{n}: {why or 'proved'}\n" for n, why in said.items())
    sys.exit(any(said.values()))
