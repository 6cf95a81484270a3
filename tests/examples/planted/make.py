"""Write the cases of this folder: published figures that agree, and then one or two errors.

A case is a short history of an invented country (arrests and releases by day). Every figure of its
sources is taken from that history, so that all can be true together; then an error is planted.
Run `python tests/examples/planted/make.py`: the same files each time.
"""

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
COLUMNS = [
    "id",
    "measure",
    "value",
    "qualifier",
    "population",
    "population_kind",
    "part_of",
    "place",
    "period_start",
    "period_end",
    "cumulative",
    "modality",
    "claimant",
    "claimant_kind",
    "reported_by",
    "published",
    "corrects",
    "note",
]
Row = dict[str, str]


@dataclass
class History:
    """What happened: people taken and freed by day, and the share of women among those held."""

    key: str
    country: str
    first: date
    seed: int
    arrests: dict[date, int] = field(default_factory=dict)
    releases: dict[date, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        chance = Random(self.seed)  # noqa: S311
        for step in range(6):
            self.arrests[self.first + timedelta(step * 3)] = chance.randrange(90, 260)
        for step in range(5):
            self.releases[self.first + timedelta(40 + step * 11)] = chance.randrange(31, 97)

    def taken(self, day: date) -> int:
        """How many had been taken by the end of a day."""
        return sum(n for d, n in self.arrests.items() if d <= day)

    def freed(self, day: date, since: date = date.min) -> int:
        """How many had been freed by the end of a day, since another."""
        return sum(n for d, n in self.releases.items() if since <= d <= day)

    def held(self, day: date) -> int:
        """How many were held at the end of a day."""
        return self.taken(day) - self.freed(day)

    def day(self, number: int) -> date:
        """A day by its number, from the first."""
        return self.first + timedelta(number)

    def say(self, who: tuple[str, str], measure: str, value: int, end: date, **more: str) -> str:
        """Add a figure and give its id."""
        row = dict.fromkeys(COLUMNS, "")
        row.update(
            id=f"{self.key[:2]}-{len(self.rows) + 1:02}",
            measure=measure,
            value=str(value),
            qualifier="exact",
            population="people arrested in the protests",
            population_kind="protest_detainees",
            place=self.country,
            period_end=end.isoformat(),
            cumulative="false" if measure == "held" else "true",
            modality="asserted",
            claimant=who[0],
            claimant_kind=who[1],
            published=(end + timedelta(1)).isoformat(),
        )
        row.update(more)
        self.rows.append(row)
        return row["id"]

    def on(self, who: tuple[str, str], measure: str, value: int, day: date, **more: str) -> str:
        """Add a figure of one day and no more."""
        more = {"period_start": day.isoformat(), "cumulative": "false", **more}
        return self.say(who, measure, value, day, **more)

    def parts(self, whole: str, men: int) -> None:
        """Add the men and the women of a figure."""
        row = next(r for r in self.rows if r["id"] == whole)
        for population, number in (("men", men), ("women", int(row["value"]) - men)):
            copy = {
                k: v for k, v in row.items() if k not in {"id", "value", "measure", "period_end"}
            }
            copy.update(population=population, population_kind="subgroup", part_of=whole)
            end = date.fromisoformat(row["period_end"])
            self.say((row["claimant"], row["claimant_kind"]), row["measure"], number, end, **copy)


MINISTRY = ("Ministry of Justice", "government")
PROSECUTOR = ("Prosecutor General", "government")
GROUP = ("Open Cells", "ngo")
UN = ("UN Human Rights Office", "igo")
PARTY = ("Civic Union", "opposition")


def told(key: str, country: str, first: date, seed: int) -> History:
    """A history and the figures that its sources publish of it, all true."""
    h = History(key, country, first, seed)
    h.say(MINISTRY, "detained", h.taken(h.day(4)), h.day(4), reported_by="State Agency")
    h.say(
        GROUP,
        "detained",
        h.taken(h.day(10)),
        h.day(10),
        modality="verified",
        reported_by="Open Cells",
    )
    h.say(
        UN,
        "detained",
        h.taken(h.day(10)) // 50 * 50,
        h.day(10),
        qualifier="more_than",
        reported_by="UN News",
    )
    h.say(PROSECUTOR, "detained", h.taken(h.day(25)), h.day(25), reported_by="Morning Post")
    for number in (30, 56, 79, 100):
        whole = h.say(
            GROUP,
            "held",
            h.held(h.day(number)),
            h.day(number),
            modality="verified",
            reported_by="Open Cells",
        )
        if number in (56, 100):
            h.parts(whole, h.held(h.day(number)) * 7 // 8)
    for day, freed in list(h.releases.items())[:4]:
        h.on(MINISTRY, "released", freed, day, reported_by="State Agency")
    h.say(MINISTRY, "released", h.freed(h.day(90)), h.day(90), reported_by="State Agency")
    h.say(
        GROUP,
        "released",
        h.freed(h.day(65)),
        h.day(65),
        modality="verified",
        reported_by="Morning Post",
    )
    h.say(
        GROUP,
        "released",
        h.freed(h.day(95)),
        h.day(95),
        modality="verified",
        reported_by="Open Cells",
    )
    h.say(
        PARTY,
        "held",
        h.held(h.day(81)),
        h.day(81),
        qualifier="about",
        reported_by="Evening Courier",
    )
    return h


@dataclass
class Planted:
    """An error: the figures at fault, its kind, and the change that mends it."""

    claims: list[str]
    kind: str
    change: str


def find(h: History, claimant: tuple[str, str], measure: str, day: int) -> Row:
    """The figure of a source for a day."""
    end = h.day(day).isoformat()
    rows = (r for r in h.rows if r["measure"] == measure and r["period_end"] == end)
    return next(r for r in rows if r["claimant"] == claimant[0] and not r["part_of"])


def held_as_released(h: History) -> Planted:
    """The number still held, printed as the number released."""
    value = h.held(h.day(79))
    c = h.say(
        GROUP, "released", value, h.day(79), modality="verified", reported_by="Evening Courier"
    )
    right = find(h, GROUP, "held", 79)["id"]
    return Planted(
        [c], "held published as released", f"{c}: held, not released; the same number as {right}"
    )


def year_before(h: History) -> Planted:
    """A total dated a year too early."""
    row = find(h, PROSECUTOR, "detained", 25)
    wrong = h.day(25).replace(year=h.day(25).year - 1)
    row["period_end"] = wrong.isoformat()
    return Planted([row["id"]], "a year off", f"{row['id']}: {wrong.year + 1}, not {wrong.year}")


def two_days(h: History) -> Planted:
    """One announcement of releases, counted on the day of the decree and on the next."""
    first = find(h, MINISTRY, "released", 51)
    c = h.on(MINISTRY, "released", int(first["value"]), h.day(52), reported_by="Evening Courier")
    return Planted(
        [first["id"], c],
        "one announcement dated two ways",
        f"{c} is the announcement of {first['id']}, counted on the next day",
    )


def digit(h: History) -> Planted:
    """A digit misprinted."""
    row = find(h, GROUP, "held", 79)
    right = row["value"]
    row["value"] = str(int(right) + 300)
    return Planted([row["id"]], "a misprinted digit", f"{row['id']}: {right}, not {row['value']}")


def exchanged(h: History) -> Planted:
    """Two digits of a running total exchanged."""
    row = find(h, MINISTRY, "released", 90)
    a, b, c = right = row["value"]
    row["value"] = min(b + a + c, a + c + b)
    return Planted([row["id"]], "digits exchanged", f"{row['id']}: {right}, not {row['value']}")


def men_only(h: History) -> Planted:
    """The men's figure given as the total."""
    whole = find(h, GROUP, "held", 100)
    right = whole["value"]
    whole["value"] = next(r["value"] for r in h.rows if r["part_of"] == whole["id"])
    return Planted(
        [whole["id"]],
        "a part given as the whole",
        f"{whole['id']}: {right}, men and women; {whole['value']} is the men",
    )


def unrecorded_correction(h: History) -> Planted:
    """A figure of the morning that the ministry itself replaced in the evening."""
    right = find(h, MINISTRY, "released", 62)
    c = h.on(
        MINISTRY,
        "released",
        int(right["value"]) + 9,
        h.day(62),
        reported_by="Morning Post",
        published=right["period_end"],
        note="given in the morning; State Agency has the ministry's later figure",
    )
    return Planted([c, right["id"]], "a correction not recorded", f"{right['id']} replaces {c}")


def after_publication(h: History) -> Planted:
    """A stock of a day that lies after the page that prints it: the month is misprinted."""
    right = h.day(44)
    month = right.month % 12 + 1
    wrong = right.replace(
        month=month, year=right.year + (right.month == 12), day=min(right.day, 28)
    )
    c = h.say(
        GROUP,
        "held",
        h.held(right),
        wrong,
        modality="verified",
        reported_by="Evening Courier",
        published=(right + timedelta(1)).isoformat(),
    )
    return Planted(
        [c], "a day after its own publication", f"{c}: {right.isoformat()}, not {wrong.isoformat()}"
    )


def grown_list(h: History) -> Planted:
    """One list of a day, published while it grew."""
    day = h.day(12)
    late = h.on(
        GROUP,
        "detained",
        h.arrests[day],
        day,
        modality="verified",
        reported_by="Open Cells",
        note="list of the next morning",
    )
    early = h.on(
        GROUP,
        "detained",
        h.arrests[day] * 3 // 5,
        day,
        modality="verified",
        reported_by="Evening Courier",
        published=day.isoformat(),
        note="list as it stood at 22:00",
    )
    return Planted(
        [early, late],
        "a list that grew over a day",
        f"{early} is the list of {late} before it was complete",
    )


def total_as_day(h: History) -> Planted:
    """A running total printed as the releases of one day."""
    day = h.day(73)
    row = find(h, MINISTRY, "released", 73)
    right = row["value"]
    row["value"] = str(h.freed(day))
    return Planted(
        [row["id"]],
        "a running total given as a day's",
        f"{row['id']}: the total until that day; the day's was {right}",
    )


def detained_as_held(h: History) -> Planted:
    """The number ever arrested printed as the number held."""
    c = h.say(
        GROUP,
        "held",
        h.taken(h.day(79)),
        h.day(79),
        modality="verified",
        reported_by="Evening Courier",
    )
    return Planted([c], "detained published as held", f"{c}: ever arrested, not held")


def other_scope(h: History) -> Planted:
    """The figure of the protests' prisoners given for all political prisoners."""
    political = {"population": "political prisoners", "population_kind": "political_prisoners"}
    day = h.day(79)
    right = h.say(
        GROUP,
        "held",
        h.held(day) + 214,
        day,
        modality="verified",
        reported_by="Open Cells",
        **political,
    )
    c = h.say(
        GROUP,
        "held",
        h.held(day),
        day,
        modality="verified",
        reported_by="Evening Courier",
        **political,
    )
    return Planted(
        [c],
        "another scope's figure",
        f"{c}: people arrested in the protests, not all political prisoners ({right})",
    )


def province(h: History) -> Planted:
    """The country's figure given for a province whose own is known."""
    day = h.day(51)
    own = h.on(
        MINISTRY,
        "released",
        h.releases[day] // 3,
        day,
        place="Northmark",
        reported_by="State Agency",
        population="released in Northmark",
    )
    c = h.on(
        MINISTRY,
        "released",
        h.releases[day],
        day,
        place="Northmark",
        reported_by="Evening Courier",
        population="released in Northmark",
    )
    return Planted(
        [c], "another scope's figure", f"{c}: the whole country's, not Northmark's ({own})"
    )


def main() -> None:
    """Write every case, with and without its errors."""
    cases = [
        ("01-still-held", "Arvenia", held_as_released),
        ("02-year", "Bastora", year_before),
        ("03-two-days", "Corvania", two_days),
        ("04-digit", "Deltria", digit),
        ("05-men", "Estavia", men_only),
        ("06-correction", "Feldmark", unrecorded_correction),
        ("07-not-yet", "Galdova", after_publication),
        ("08-growing-list", "Hestria", grown_list),
        ("09-running-total", "Istrana", total_as_day),
        ("10-ever-arrested", "Jorvia", detained_as_held),
        ("11-other-scope", "Keldonia", other_scope),
        ("12-province", "Lomara", province),
        ("13-exchanged", "Marenia", exchanged),
        ("14-two-errors", "Nordavia", two_days, men_only),
        ("15-two-errors", "Ostraia", digit, held_as_released),
    ]
    for number, (key, country, *errors) in enumerate(cases):
        write(told(key, country, date(2025, 9, 1) + timedelta(number * 9), number + 100), errors)


def rearranged(h: History, before: list[Row], planted: list[Planted]) -> dict[str, str]:
    """Leave some figures out and shuffle the rest, so that neither order nor id tells the error."""
    chance = Random(h.seed * 7)  # noqa: S311
    named = " ".join(f"{p.claims} {p.change}" for p in planted)
    spared = [r["id"] for r in h.rows if r["part_of"] == "" and r["id"] not in named]
    spared = [i for i in spared if all(r["part_of"] != i for r in h.rows)]
    dropped = chance.sample(
        [i for i in spared if i in {r["id"] for r in before[:5] + before[-2:]}], 2
    )
    for rows in (h.rows, before):
        rows[:] = [r for r in rows if r["id"] not in dropped]
    chance.shuffle(h.rows)
    names = {r["id"]: f"{h.key[:2]}c{n:02}" for n, r in enumerate(h.rows, 1)}
    for row in {id(r): r for r in [*h.rows, *before]}.values():
        row["id"] = names[row["id"]]
        row["part_of"] = names.get(row["part_of"], "")
    before.sort(key=lambda r: r["id"])
    return names


def write(h: History, errors: Sequence[Callable[[History], Planted]]) -> None:
    """Write one case's folder."""
    folder = HERE / h.key
    folder.mkdir(exist_ok=True)
    before = [dict(row) for row in h.rows]
    planted = [error(h) for error in errors]
    names = rearranged(h, before, planted)
    table(folder / "claims-before.csv", before)
    table(folder / "claims.csv", h.rows)
    scopes = (
        f'place = "{h.country}"\n\n[scope.protest_detainees]\nwithin = ["political_prisoners"]\n'
        f'opens = {h.first}\n\n[places]\nNorthmark = "{h.country}"\n'
    )
    for name, kind in (MINISTRY, PROSECUTOR, GROUP, UN, PARTY):
        scopes += f'\n[[source]]\nname = "{name}"\nkind = "{kind}"\n'
    (folder / "scopes.toml").write_text(scopes, encoding="utf-8")
    text = json.dumps({"case": h.key, "planted": [vars(p) for p in planted]}, indent=1)
    for old, new in names.items():
        text = text.replace(old, new)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")


def table(path: Path, rows: list[Row]) -> None:
    """Write figures as the documented table."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
