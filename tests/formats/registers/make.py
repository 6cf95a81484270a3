"""Write the twelve registers of this folder and what is to be understood of them.

Each row of a register stands as one line, as in its file. Run `python tests/formats/registers/make.py`: the same bytes each time. All people are invented.
"""

# ruff: noqa: E501
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from invented_people import Person, crowd
from register_file import Register, write_csv, write_xlsx

HERE = Path(__file__).parent
Entry = tuple[str, Person]
Pairs = list[tuple[str, str]]


def iso(day: date | None) -> str | None:
    """A day as ISO, or nothing."""
    return day.isoformat() if day else None


def truth(p: Person, name: str, status: str | None = None, **changes: Any) -> dict[str, Any]:
    """What a reader should understand of a row."""
    told = {
        "name": " ".join(name.split()),
        "birth": iso(p.birth),
        "arrest": iso(p.arrest),
        "release": iso(p.release),
        "sex": p.sex,
        "status": status,
    }
    return {**told, **changes}


def bare(text: str) -> str:
    """Without accents."""
    marks = unicodedata.normalize("NFD", text)
    return "".join(c for c in marks if not unicodedata.combining(c))


def slashed(day: date | None, separator: str = "/") -> str:
    """A day as most of the world writes it."""
    return day.strftime(f"%d{separator}%m{separator}%Y") if day else ""


def planted(people: list[Person]) -> tuple[list[Entry], Pairs, Pairs]:
    """A crowd with repeats of three people and near strangers of four; tags name the planted."""
    men = [n for n, p in enumerate(people) if p.sex == "M"]
    chosen = [3, 8, 11, *[n for n in men if n not in {3, 8, 11}][2:6]]
    # The father is the eldest, so that his son can be grown.
    eldest = min(
        (n for n in men if n not in chosen[:5] and n != chosen[6]), key=lambda n: people[n].birth
    )
    chosen[5] = eldest
    entries: list[Entry] = [(f"p{n}", p) for n, p in enumerate(people)]
    a, b, c, d, e, f, g = (people[n] for n in chosen)
    entries += [
        (
            "a2",
            a.but(given=bare(a.given), surname=bare(a.surname), mother=bare(a.mother), second=""),
        ),
        ("b2", b.but(second=b.second[0] + ".", mother="")),
        ("c2", c.but(given=c.second, second=c.given)),
        (
            "brother",
            d.but(
                given=e.given if e.given != d.given else d.second,
                second="",
                birth=d.birth.replace(year=d.birth.year - 3, day=9, month=4),
                number="7314902",
            ),
        ),
        (
            "namesake",
            e.but(
                birth=e.birth.replace(year=e.birth.year + 11, day=2),
                arrest=f.arrest,
                release=None,
                number="9120447",
                father=g.father,
            ),
        ),
        (
            "son",
            f.but(
                father=f.given,
                birth=f.birth.replace(year=f.birth.year + 27, day=21),
                number="28411903",
            ),
        ),
        (
            "cousin",
            g.but(
                mother=a.mother,
                birth=g.birth.replace(year=g.birth.year - 6, day=28),
                father=b.father,
                arrest=d.arrest,
                release=None,
                number="11873320",
            ),
        ),
    ]
    same = [("p3", "a2"), ("p8", "b2"), ("p11", "c2")]
    strangers = zip(chosen[3:], ("brother", "namesake", "son", "cousin"), strict=True)
    different = [(f"p{n}", tag) for n, tag in strangers]
    return entries, same, different


ES_MONTHS = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]


def venezuela_register() -> tuple[Register, list[Entry], Pairs, Pairs]:
    """Two rows of headings under a title; real days; a total and notes below."""
    r = Register("es_ve_registro.xlsx", "es", "Venezuela")
    entries, same, different = planted(crowd("es", 44, 1, date(2024, 7, 29), 60))
    s = r.sheet("Registro")
    r.other(["REGISTRO DE PERSONAS DETENIDAS CON FINES POLÍTICOS"], "title")
    r.other(["Corte: 28/02/2026"], "title")
    r.other(
        [
            "N°",
            "Identificación",
            "",
            "",
            "",
            "",
            "",
            "Detención",
            "",
            "",
            "Liberación",
            "",
            "Situación",
        ],
        "heading",
    )
    r.other(
        [
            "",
            "PATERNO",
            "MATERNO",
            "NOMBRES",
            "C.I.",
            "Sexo",
            "F/Nac.",
            "Fecha",
            "Estado",
            "Organismo",
            "Fecha",
            "Medida",
            "actual",
        ],
        "heading",
    )
    s.merged += ["A1:M1", "A3:A4", "B3:G3", "H3:J3", "K3:L3"]
    states = ["Zulia", "Carabobo", "Lara", "Distrito Capital", "Aragua", "Mérida"]
    for n, (tag, p) in enumerate(entries, 1):
        status = "Excarcelado" if p.release else ("Procesado" if n % 3 else "Condenado")
        given = f"{p.given} {p.second}".strip()
        sex = {"M": "Masc.", "F": "Fem."}[p.sex]
        measure = "Régimen de presentación" if p.release else ""
        r.person(
            [
                n,
                p.surname.upper(),
                p.mother.upper(),
                given.upper(),
                f"V-{int(p.number):,}".replace(",", "."),
                sex,
                p.birth,
                p.arrest,
                states[n % 6],
                "PNB" if n % 2 else "GNB",
                p.release,
                measure,
                status,
            ],
            truth(p, f"{given} {p.surname} {p.mother}".upper(), status),
            tag,
        )
    r.other(["", "TOTAL", "", len(entries)], "total")
    r.other([], "blank")
    r.other(
        ["(*) Incluye personas con medidas cautelares que no han sido notificadas."], "footnote"
    )
    r.other(["Fuente: elaboración propia con datos de familiares y abogados."], "source")
    r.notes.append(
        "The headings of two rows belong together: Detención/Fecha and Liberación/Fecha. Estado under Detención is a place."
    )
    r.notes.append(
        "a2, son and brother carry papers as entered; a repeat carries the same number as the first row."
    )
    return r, entries, same, different


def venezuela_releases(known: list[Entry]) -> tuple[Register, Pairs, Pairs]:
    """Windows-1252 and semicolons; sections by state; surnames first; days as dd/mm/aaaa."""
    r = Register("es_ve_excarcelados.csv", "es", "Venezuela")
    r.sheet()
    people = [*[(f"x{n}", p) for n, p in enumerate(crowd("es", 28, 2, date(2024, 7, 29), 60))]]
    across = [(t, p) for t, p in known if t in {"p1", "p6", "p9", "p12", "p20"}]
    across = [(f"{t}_again", p.but(release=p.release or date(2025, 3, 14))) for t, p in across]
    stranger = known[4][1].but(birth=date(1999, 12, 24), number="27999001", mother="Pacheco")
    entries = [*people, *across, ("p4_not", stranger)]
    r.other(
        [
            "#",
            "Apellidos y Nombres",
            "Cédula de Identidad",
            "Edad",
            "Fecha de nacimiento (dd/mm/aaaa)",
            "Fecha de detención (dd/mm/aaaa)",
            "Fecha de excarcelación (dd/mm/aaaa)",
            "Centro de reclusión",
            "Observaciones",
        ],
        "heading",
    )
    for start, state in enumerate(["ARAGUA", "CARABOBO", "MIRANDA", "ZULIA"]):
        r.other(["", state, "", "", "", "", "", "", ""], "section: a state, of the rows below it")
        part = entries[start::4]
        for tag, p in part:
            out = p.release or date(2025, 1, 15 + int(p.number) % 14)
            n = len(r.people) + 1
            surnames = f"{p.surname} {p.mother}".strip()
            name = f"{surnames}, {p.given}" + (
                f" {p.second[0]}." if n % 4 == 0 and p.second else ""
            )
            age = (p.arrest - p.birth).days // 365
            r.person(
                [
                    n,
                    name,
                    p.number if n % 5 else "s/i",
                    f"{age} años" if n % 3 else age,
                    slashed(p.birth) if n % 6 else "No consta",
                    slashed(p.arrest),
                    slashed(out),
                    "Tocuyito" if n % 2 else "Tocorón",
                    "",
                ],
                truth(p, name, release=iso(out), sex=None, birth=iso(p.birth) if n % 6 else None),
                tag,
            )
        r.other(["", f"Subtotal {state.title()}", "", len(part), "", "", "", "", ""], "subtotal")
    r.other(["", "TOTAL GENERAL", "", len(entries), "", "", "", "", ""], "total")
    r.other(
        [
            "Fuente: comunicados de familiares. s/i: sin información.",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
        ],
        "source",
    )
    return r, [(t.removesuffix("_again"), t) for t, _ in across], [("p4", "p4_not")]


def nicaragua() -> tuple[Register, Pairs, Pairs]:
    """Three sheets of the same headings and one of notes; full names, aliases, sections."""
    r = Register("es_ni_presos.xlsx", "es", "Nicaragua")
    entries, same, different = planted(crowd("es", 40, 3, date(2021, 5, 1), 500))
    men = [x for x in entries if x[1].sex == "M" and not x[1].release]
    women = [x for x in entries if x[1].sex == "F" and not x[1].release]
    freed = [x for x in entries if x[1].release]
    for title, part in (("Hombres", men), ("Mujeres", women), ("Excarcelados", freed)):
        s = r.sheet(title)
        r.other([f"Lista de personas presas políticas – {title}"], "title")
        r.other(
            [
                "No.",
                "Nombre completo",
                "Alias o conocido como",
                "Sexo (H/M)",
                "Fecha de captura",
                "Municipio de origen",
                "Delito imputado",
                "Estado",
                "Fecha de salida",
            ],
            "heading",
        )
        s.merged.append("A1:I1")
        for n, (tag, p) in enumerate(part, 1):
            name = " ".join(f"{p.given} {p.second} {p.surname} {p.mother}".split())
            alias = f"“El {p.surname[:4]}”" if n % 7 == 3 else ""
            status = (
                "Excarcelada/o bajo casa por cárcel"
                if p.release and n % 4 == 0
                else "Libre"
                if p.release
                else "En prisión"
            )
            day: Any = (
                p.arrest
                if n % 5
                else f"{p.arrest.day} de {SPANISH[p.arrest.month - 1]} de {p.arrest.year}"
            )
            r.person(
                [
                    n,
                    name,
                    alias,
                    "M" if p.sex == "F" else "H",
                    day,
                    "Masaya" if n % 2 else "León",
                    "Menoscabo a la integridad nacional",
                    status,
                    p.release,
                ],
                truth(p, name, status, birth=None, alias=alias or None),
                tag,
            )
        r.other(["", f"Total {title.lower()}:", len(part)], "total")
    r.sheet("Notas")
    r.other(["Criterios"], "note on a sheet without people")
    r.other(
        ["La lista no incluye a personas cuyos familiares pidieron reserva."],
        "note on a sheet without people",
    )
    r.notes.append("In Sexo (H/M) M is mujer, a woman, and H hombre, a man.")
    r.notes.append(
        "No day of birth is given: the namesake and the son have the name of another and another day of arrest (namesake) or a place on another sheet; whether they are one person the file alone does not say."
    )
    return r, same, [pair for pair in different if pair[1] in {"brother", "cousin"}]


SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]


def chile() -> Register:
    """UTF-8 with a mark; headings in capitals joined by underscores; months as three letters."""
    r = Register("es_cl_desaparecidos.csv", "es", "Chile")
    r.sheet()
    r.other(
        [
            "APELLIDO_PATERNO",
            "APELLIDO_MATERNO",
            "NOMBRES",
            "RUT",
            "EdadAlMomento",
            "FechaDetencion",
            "LugarDetencion",
            "Militancia",
            "Ocupación",
            "Situación",
            "FechaRecuperaciónRestos",
        ],
        "heading",
    )
    for n, p in enumerate(crowd("es", 36, 4, date(1973, 9, 11), 900)):
        day, known = (
            f"{p.arrest.day:02d}-{ES_MONTHS[p.arrest.month - 1]}-{p.arrest.year}",
            iso(p.arrest),
        )
        if n % 9 == 4:
            day, known = (
                f"{SPANISH[p.arrest.month - 1]} de {p.arrest.year}",
                p.arrest.isoformat()[:7],
            )
        status = "Detenido desaparecido" if n % 3 else "Ejecutado político"
        given = f"{p.given} {p.second}"
        r.person(
            [
                p.surname,
                p.mother,
                given,
                f"{p.number[:-6]}.{p.number[-6:-3]}.{p.number[-3:]}-{n % 10}",
                18 + n % 40,
                day,
                "Santiago",
                "MIR" if n % 2 else "Sin militancia",
                "Estudiante",
                status,
                "",
            ],
            truth(
                p,
                f"{given} {p.surname} {p.mother}",
                status,
                birth=None,
                release=None,
                sex=None,
                arrest=known,
            ),
        )
        if n == 17:
            r.other([""] * 11, "blank")
    r.other(["NOTA: la edad es la del momento de la detención.", *[""] * 10], "footnote")
    r.notes.append("A month without its day is a month (2021-05), not the first of it.")
    return r


PT_MONTHS = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
]


def brazil() -> Register:
    """Sections by organisation in merged rows; parents' names; code names; days in words."""
    r = Register("pt_br_mortos_desaparecidos.xlsx", "pt", "Brasil")
    s = r.sheet("Lista")
    r.other(["Mortos e desaparecidos políticos (1964–1985)"], "title")
    r.other(
        [
            "Nome",
            "Codinome",
            "Filiação: pai",
            "Filiação: mãe",
            "Data de nascimento",
            "Data da prisão ou sequestro",
            "Local",
            "Situação",
        ],
        "heading",
    )
    people = crowd("pt", 33, 5, date(1969, 1, 1), 1800)
    for n, one in enumerate(people):
        if n % 11 == 0:
            r.other(
                [["ALN", "MR-8", "PCdoB (Araguaia)"][n // 11]],
                "section: an organisation, of the rows below it",
            )
            s.merged.append(f"A{len(s.rows)}:H{len(s.rows)}")
        born = one.birth.replace(year=1925 + one.birth.year % 30, day=min(one.birth.day, 28))
        p = one.but(birth=born)
        name = f"{p.given} {p.second} {p.mother} {'de ' if n % 4 == 0 else ''}{p.surname}"
        words = f"{p.birth.day} de {PT_MONTHS[p.birth.month - 1]} de {p.birth.year}"
        status = ["Desaparecido(a)", "Morto(a)", "Morto(a) sob tortura"][n % 3]
        place: Any = "DOI-CODI/SP" if n % 2 == 0 else None
        if n % 2 == 1 and n % 11 not in {0}:
            s.merged.append(f"G{len(s.rows)}:G{len(s.rows) + 1}")
        r.person(
            [
                name,
                f"“{p.second}”" if n % 3 == 0 else "—",
                f"{p.father} {p.surname}",
                f"Maria {p.mother}",
                words,
                slashed(p.arrest) if n % 6 else f"00/{p.arrest:%m/%Y}",
                place,
                status,
            ],
            truth(
                p,
                name,
                status,
                release=None,
                sex=None,
                father=f"{p.father} {p.surname}",
                arrest=iso(p.arrest) if n % 6 else p.arrest.isoformat()[:7],
            ),
        )
    r.other(["Total: 33 nomes"], "total")
    r.other(["Fonte: relatórios públicos; nomes inventados para este exemplo."], "source")
    r.notes.append(
        "00/05/1971 is a month. Local is merged over two rows: the second has the place of the first."
    )
    return r


def mozambique() -> Register:
    """UTF-16 with tabs; three columns for the parts of the day of arrest."""
    r = Register("pt_mz_detidos.csv", "pt", "Moçambique")
    r.sheet()
    entries, same, different = planted(crowd("pt", 30, 6, date(2024, 10, 21), 100))
    r.other(
        [
            "N.º de ordem",
            "Nome",
            "Apelido",
            "Género (M/F)",
            "Idade",
            "Província",
            "Dia da detenção",
            "Mês da detenção",
            "Ano da detenção",
            "Data da soltura",
            "Estado actual",
        ],
        "heading",
    )
    for n, (tag, p) in enumerate(entries, 1):
        status = "Solto(a) sob termo de identidade" if p.release else "Detido(a)"
        given = f"{p.given} {p.second}".strip()
        r.person(
            [
                n,
                given,
                p.surname,
                p.sex,
                (p.arrest - p.birth).days // 365,
                ["Maputo Cidade", "Nampula", "Zambézia"][n % 3],
                p.arrest.day,
                PT_MONTHS[p.arrest.month - 1].title() if n % 2 else p.arrest.month,
                p.arrest.year,
                slashed(p.release, "."),
                status,
            ],
            truth(p, f"{given} {p.surname}", status, birth=None),
            tag,
        )
    r.other(["", "Total", "", "", len(entries), *[""] * 6], "total")
    r.notes.append(
        "Apelido is the surname in Portugal and Mozambique (in Brazil and in Spanish, apelido/apodo may be a nickname)."
    )
    r.notes.append(
        "Ages tell the father from the son and the two namesakes apart; no days of birth."
    )
    pairs(r, {r.name: r}, same, [x for x in different if x[1] in {"son", "namesake", "brother"}])
    return r


def cameroon() -> tuple[Register, Pairs, Pairs]:
    """Surnames in capitals before given names; day and place of birth in one cell; two headings."""
    r = Register("fr_cm_detenus.xlsx", "fr", "Cameroun")
    entries, same, different = planted(crowd("fr", 38, 7, date(2020, 9, 1), 300))
    s = r.sheet("Détenus")
    r.other(["N°", "Identité", "", "", "Arrestation", "", "Procédure", "", "Libération"], "heading")
    r.other(
        [
            "",
            "NOMS et prénoms",
            "Sexe",
            "Date et lieu de naissance",
            "Date",
            "Lieu",
            "Tribunal",
            "Situation judiciaire",
            "Date",
        ],
        "heading",
    )
    s.merged += ["A1:A2", "B1:D1", "E1:F1", "G1:H1"]
    for n, (tag, p) in enumerate(entries, 1):
        if n in {1, 24}:
            r.other(
                ["Tribunal militaire de Yaoundé" if n == 1 else "Tribunal militaire de Douala"],
                "section: a court, of the rows below it",
            )
        status = (
            "Libéré(e)" if p.release else ["Détention provisoire", "Condamné(e) – 7 ans"][n % 2]
        )
        name = " ".join(f"{p.surname.upper()} {p.given} {p.second}".split())
        article = "le " if n % 2 else ""
        born = f"{article}{slashed(p.birth)} à {['Bamenda', 'Kumba', 'Bafoussam'][n % 3]}"
        if n % 8 == 5:
            born = f"vers {p.birth.year}"
        r.person(
            [
                n,
                name,
                "H" if p.sex == "M" else "F",
                born,
                p.arrest,
                "Douala",
                "",
                status,
                p.release,
            ],
            truth(p, name, status, birth=str(p.birth.year) if n % 8 == 5 else iso(p.birth)),
            tag,
        )
    r.other([], "blank")
    r.other(["", "TOTAL GÉNÉRAL", len(entries)], "total")
    r.other(["Sources : familles, avocats."], "source")
    r.notes.append("“vers 1984” is a year, about. In Sexe, H is homme, a man.")
    return r, same, different


FR_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]


def algeria() -> Register:
    """Latin-1 with semicolons; father's name; days in words with 1er."""
    r = Register("fr_dz_detenus.csv", "fr", "Algérie")
    r.sheet()
    r.other(
        [
            "NOM",
            "Prénom(s)",
            "Fils / fille de",
            "Né(e) le",
            "Wilaya",
            "Mandat de dépôt du",
            "Établissement",
            "Statut",
            "Date de sortie",
            "Remarques",
        ],
        "heading",
    )
    for n, one in enumerate(crowd("fr", 34, 8, date(2021, 2, 1), 400)):
        p = one.but(arrest=one.arrest.replace(day=1)) if n == 6 else one
        day = f"{'1er' if p.arrest.day == 1 else p.arrest.day} {FR_MONTHS[p.arrest.month - 1]} {p.arrest.year}"
        status = (
            "libéré provisoirement"
            if p.release
            else ["en détention préventive", "condamné définitivement"][n % 2]
        )
        r.person(
            [
                p.surname.upper(),
                p.given,
                p.father,
                slashed(p.birth, "-") if n % 7 else "NC",
                ["Alger", "Tizi Ouzou", "Béjaïa"][n % 3],
                day,
                "El Harrach",
                status,
                slashed(p.release, "-"),
                "gréviste de la faim" if n % 10 == 2 else "",
            ],
            truth(
                p,
                f"{p.given} {p.surname.upper()}",
                status,
                sex=None,
                father=p.father,
                birth=iso(p.birth) if n % 7 else None,
            ),
        )
    r.other(["Liste non exhaustive, arrêtée au 31/12/2023", *[""] * 9], "footnote")
    return r


RU_MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
FATHERS = {
    "Илья": ("Ильич", "Ильинична"),
    "Алексей": ("Алексеевич", "Алексеевна"),
    "Дмитрий": ("Дмитриевич", "Дмитриевна"),
    "Сергей": ("Сергеевич", "Сергеевна"),
    "Фёдор": ("Фёдорович", "Фёдоровна"),
    "Николай": ("Николаевич", "Николаевна"),
    "Павел": ("Павлович", "Павловна"),
    "Григорий": ("Григорьевич", "Григорьевна"),
    "Юрий": ("Юрьевич", "Юрьевна"),
    "Артём": ("Артёмович", "Артёмовна"),
    "Семён": ("Семёнович", "Семёновна"),
    "Виктор": ("Викторович", "Викторовна"),
    "Егор": ("Егорович", "Егоровна"),
    "Тимофей": ("Тимофеевич", "Тимофеевна"),
}


def russian(p: Person) -> tuple[str, str]:
    """Surname and patronymic in the sex of the person."""
    surname = p.surname
    if p.sex == "F" and surname.endswith(("ов", "ёв", "ев", "ин")):
        surname += "а"
    return surname, FATHERS[p.father][p.sex == "F"]


def russia() -> tuple[Register, Pairs, Pairs]:
    """Windows-1251 with semicolons; full names in one cell; sections by city; ё or е."""
    r = Register("ru_ru_zaderzhannye.csv", "ru", "Россия")
    r.sheet()
    entries, same, different = planted(crowd("ru", 42, 9, date(2022, 2, 24), 300))
    r.other(
        [
            "№ п/п",
            "Ф.И.О.",
            "Дата рождения",
            "Дата задержания",
            "ОВД",
            "Статья",
            "Статус",
            "Дата освобождения",
            "Примечание",
        ],
        "heading",
    )
    for n, (tag, p) in enumerate(entries, 1):
        if n in {1, 27}:
            r.other(
                ["", "Москва" if n == 1 else "Санкт-Петербург", *[""] * 7],
                "section: a city, of the rows below it",
            )
        surname, patronymic = russian(p)
        if tag == "b2":
            patronymic = patronymic[0] + "."
        if tag == "c2":
            patronymic = ""
        name = f"{surname} {p.given} {patronymic}".strip()
        name = name.replace("ё", "е") if tag == "a2" else name
        status = "отпущен(а)" if p.release else ["под арестом", "СИЗО", "обвиняемый(ая)"][n % 3]
        born = f"{p.birth.year} г.р." if n % 9 == 4 else slashed(p.birth, ".")
        r.person(
            [
                n,
                name,
                born,
                slashed(p.arrest, "."),
                "Тверской" if n % 2 else "ОП № 28",
                "20.3.3 КоАП",
                status,
                slashed(p.release, "."),
                "",
            ],
            truth(
                p, name, status, sex=None, birth=str(p.birth.year) if n % 9 == 4 else iso(p.birth)
            ),
            tag,
        )
    r.other(["", "ИТОГО:", len(entries), *[""] * 6], "total")
    r.other(["Источник: сообщения родственников и адвокатов", *[""] * 8], "source")
    r.notes.append(
        "c2 has the given name of p11 under which the row would be another: here it is left out of the pairs."
    )
    return r, same[:2], different[:3]


def belarus() -> Register:
    """Two sheets; surname, name and patronymic apart; a year of birth alone; days in words."""
    r = Register("ru_by_politzaklyuchennye.xlsx", "ru", "Беларусь")
    people = crowd("ru", 48, 10, date(2020, 8, 9), 700)
    for title, part in (
        ("Под стражей", [p for p in people if not p.release]),
        ("На свободе", [p for p in people if p.release]),
    ):
        s = r.sheet(title)
        r.other(["Список политических заключённых"], "title")
        r.other(
            [
                "Фамилия",
                "Имя",
                "Отчество",
                "Пол",
                "Год рождения",
                "Задержание",
                "",
                "Мера пресечения / наказание",
                "Освобождение",
                "Статус",
            ],
            "heading",
        )
        r.other(["", "", "", "", "", "дата", "место", "", "дата", ""], "heading")
        s.merged += ["A1:J1", "F2:G2"]
        for n, p in enumerate(part):
            surname, patronymic = russian(p)
            status = (
                "Освобождён(а), отбыл(а) срок полностью"
                if p.release
                else ["Колония", "Ожидает суда"][n % 2]
            )
            r.person(
                [
                    surname,
                    p.given,
                    patronymic,
                    "ж" if p.sex == "F" else "м",
                    p.birth.year,
                    f"{p.arrest.day} {RU_MONTHS[p.arrest.month - 1]} {p.arrest.year} г.",
                    "Минск",
                    "3 года колонии" if n % 2 == 0 else "",
                    p.release,
                    status,
                ],
                truth(p, f"{surname} {p.given} {patronymic}", status, birth=str(p.birth.year)),
            )
        r.other([f"Всего: {len(part)}"], "total")
    return r


AR_MONTHS = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]
AR_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def syria() -> tuple[Register, Pairs, Pairs]:
    """From right to left; two headings; Arabic digits and the months of the Levant."""
    r = Register("ar_sy_mughayyabun.xlsx", "ar", "سوريا")
    entries, same, different = planted(crowd("ar", 36, 11, date(2012, 1, 1), 1200))
    s = r.sheet("القائمة", right_to_left=True)
    r.other(["قائمة المعتقلين والمغيبين قسراً"], "title")
    r.other(
        [
            "الرقم",
            "البيانات الشخصية",
            "",
            "",
            "",
            "",
            "الاعتقال",
            "",
            "الوضع الحالي",
            "تاريخ الإفراج",
        ],
        "heading",
    )
    r.other(
        ["", "الاسم", "اسم الأب", "الكنية", "الجنس", "تاريخ الميلاد", "التاريخ", "المكان", "", ""],
        "heading",
    )
    s.merged += ["A1:J1", "B2:F2", "G2:H2"]
    for n, (tag, p) in enumerate(entries, 1):
        given = p.given
        if tag == "a2":
            given = given.replace("أ", "ا").replace("إ", "ا").replace("ة", "ه")
        status = "مفرج عنه" if p.release else ["مختفٍ قسرياً", "معتقل"][n % 2]
        status = status if p.sex == "M" or not p.release else "مفرج عنها"
        if n % 3:
            day = slashed(p.arrest).translate(AR_DIGITS)
        else:
            day = f"{p.arrest.day} {AR_MONTHS[p.arrest.month - 1]} {p.arrest.year}".translate(
                AR_DIGITS
            )
        born = str(p.birth.year).translate(AR_DIGITS) if n % 4 == 0 else slashed(p.birth)
        r.person(
            [
                str(n).translate(AR_DIGITS),
                given,
                p.father,
                p.surname,
                "ذكر" if p.sex == "M" else "أنثى",
                born,
                day,
                ["حمص", "دمشق", "حلب"][n % 3],
                status,
                p.release,
            ],
            truth(
                p,
                f"{given} {p.father} {p.surname}",
                status,
                birth=str(p.birth.year) if n % 4 == 0 else iso(p.birth),
                father=p.father,
            ),
            tag,
        )
    r.other(["المجموع", str(len(entries)).translate(AR_DIGITS)], "total")
    r.other(["المصدر: شهادات الأهالي"], "source")
    return r, same[:2], different


def myanmar() -> tuple[Register, Pairs, Pairs]:
    """English with prefixes, aliases and fathers' names; days as 1-Feb-21; a caption above."""
    r = Register("en_mm_arrested.csv", "en", "Myanmar")
    r.sheet()
    entries, same, different = planted(crowd("en", 46, 12, date(2021, 2, 1), 300))
    r.other(["Recent arrest list", *[""] * 11], "title")
    r.other(["Last updated on 30 Jun 2023", *[""] * 11], "title")
    r.other(
        [
            "No.",
            "Name",
            "Alias (aka)",
            "Sex",
            "Age",
            "Father's Name",
            "Section of Law",
            "Date of Arrest",
            "Organization/Position",
            "Current Condition",
            "Date of Release",
            "Remark",
        ],
        "heading",
    )
    for n, (tag, p) in enumerate(entries, 1):
        title = ("Daw " if p.sex == "F" else "U ") if n % 2 else ("Ma " if p.sex == "F" else "Ko ")
        name = " ".join(f"{title}{p.given} {p.second} {p.surname}".split())
        status = (
            "Released"
            if p.release
            else ["Detained", "Sentenced 3 years", "Evading: arrested family member"][n % 3]
        )
        age = (p.arrest - p.birth).days // 365
        shown: Any = f"{age // 10 * 10}s" if n % 10 == 6 else "" if n % 10 == 9 else age
        r.person(
            [
                n,
                name,
                p.mother if n % 6 == 0 else "",
                p.sex,
                shown,
                f"U {p.father} {p.mother}".strip(),
                "505(A)",
                p.arrest.strftime("%d-%b-%y").lstrip("0"),
                "Student",
                status,
                p.release.strftime("%d-%b-%y") if p.release else "",
                "",
            ],
            truth(
                p,
                name,
                status,
                birth=None,
                father=f"U {p.father} {p.mother}".strip(),
                age=str(shown),
            ),
            tag,
        )
        if n == 30:
            r.other([""] * 12, "blank")
    r.other(["", f"Total = {len(entries)}", *[""] * 10], "total")
    r.other(["* Names in italics are not verified.", *[""] * 11], "footnote")
    return r, same[:2], [x for x in different if x[1] in {"son", "brother", "cousin"}]


Made = dict[str, Register]


def pairs(r: Register, made: Made, same: Pairs, different: Pairs) -> None:
    """Keep the pairs of tags as places of rows, for `expected`."""
    tags = {tag: place for other in made.values() for tag, place in other.tags.items()}
    tags.update(r.tags)
    r.same = [[tags[a], tags[b]] for a, b in same]
    r.different = [[tags[a], tags[b]] for a, b in different]


def made() -> list[Register]:
    """All twelve."""
    first, entries, same, different = venezuela_register()
    pairs(first, {}, same, different)
    second, same, different = venezuela_releases(entries)
    pairs(second, {first.name: first}, same, different)
    registers = [first, second, chile(), brazil(), mozambique(), algeria(), belarus()]
    makers: list[Callable[[], tuple[Register, Pairs, Pairs]]] = [
        nicaragua,
        cameroon,
        russia,
        syria,
        myanmar,
    ]
    for maker in makers:
        r, same, different = maker()
        pairs(r, {}, same, different)
        registers.append(r)
    return registers


CSV = {
    "es_ve_excarcelados.csv": ("cp1252", ";"),
    "es_cl_desaparecidos.csv": ("utf-8-sig", ","),
    "pt_mz_detidos.csv": ("utf-16", "\t"),
    "fr_dz_detenus.csv": ("latin-1", ";"),
    "ru_ru_zaderzhannye.csv": ("cp1251", ";"),
    "en_mm_arrested.csv": ("utf-8", ","),
}


def main() -> None:
    """Write every register and, beside it, what is expected."""
    for r in made():
        if r.name in CSV:
            write_csv(r, HERE, *CSV[r.name])
        else:
            write_xlsx(r, HERE)
        told = r.expected()
        (HERE / r.name).with_suffix(".expected.json").write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
