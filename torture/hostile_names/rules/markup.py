"""Ways to write a name in marks, fields and codes: entities, elements, tables, escapes, quotes."""

from __future__ import annotations

import json
import quopri

from torture.hostile_names.rules.spelling import Rule, first, whole

CODES: dict[str, Rule] = {
    "entities_decimal": lambda g, s: "".join(f"&#{ord(sign)};" for sign in whole(g, s)),
    "entities_hex": lambda g, s: "".join(f"&#x{ord(sign):X};" for sign in whole(g, s)),
    "entities_twice": lambda g, s: "".join(f"&amp;#{ord(sign)};" for sign in whole(g, s)),
    "escapes_json": lambda g, s: "".join(f"\\u{ord(sign):04x}" for sign in whole(g, s)),
    "escapes_of_accents": lambda g, s: json.dumps(whole(g, s))[1:-1],
    "quoted_printable": lambda g, s: quopri.encodestring(whole(g, s).encode()).decode(),
    "read_in_a_wrong_charset": lambda g, s: whole(g, s).encode().decode("latin-1"),
    "elements_between_letters": lambda g, s: "<i></i>".join(whole(g, s)),
    "elements_round_letters": lambda g, s: "".join(f"<b>{sign}</b>" for sign in whole(g, s)),
    "comment_between": lambda g, s: f"{g}<!-- x --> <span>{s}</span>",
    "break_between": lambda g, s: f"{g}<br>{s}",
    "markdown": lambda g, s: f"**{g}** _{s}_",
}
FIELDS: dict[str, Rule] = {
    "fields_spanish": lambda g, s: f"nombre: {g}; apellido: {s}",
    "fields_surname_first": lambda g, s: f"Apellidos: {s}\nNombres: {g}\nEdad: 33",
    "fields_far": lambda g, s: f"First name: {g} | Age: 33 | Sex: F | Surname: {s}",
    "fields_french": lambda g, s: f"NOM : {s} — PRÉNOM(S) : {g}",
    "fields_russian": lambda g, s: f"Фамилия: {s}, имя: {g}",
    "fields_arabic": lambda g, s: f"الاسم: {g} / اللقب: {s}",
    "json_object": lambda g, s: json.dumps({"firstName": g, "age": 3, "lastName": s}),
    "csv_cells": lambda g, s: f'"{s}";"{g}";"33"',
    "csv_with_heading": lambda g, s: f"nombres,edad,apellidos\n{g},33,{s}\n",
    "table_markdown": lambda g, s: f"| {s} | {g} | 33 |",
    "table_html": lambda g, s: f"<table><tr><td>{g}</td><td>33</td><td>{s}</td></tr></table>",
    "tabs": lambda g, s: f"1\t{s}\t{g}\t33",
    "xml": lambda g, s: f"<given>{g}</given><family>{s}</family>",
    "contact_card": lambda g, s: f"BEGIN:VCARD\nN:{s};{g};;;\nEND:VCARD",
    "brackets": lambda g, s: f"[{g}] ({s})",
    "slash": lambda g, s: f"{s}/{g}",
    "quotes": lambda g, s: f"“{g}” «{s}»",
    "nickname_in_quotes": lambda g, s: f"{first(g)} “el Flaco” {s}",
    "apposition": lambda g, s: f"{g} (33), apellidada {s}",
    "two_sentences": lambda g, s: f"Se llama {first(g)}. Su apellido es {s}",
}
