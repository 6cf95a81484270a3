"""Small lists of each kind, by which a child's libraries are warmed before any file is there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org"
MAIN = f"{OFFICE}/spreadsheetml/2006/main"
KINDS = f"{OFFICE}/officeDocument/2006/relationships"
PACKAGE = f"{OFFICE}/package/2006"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
WORD = f"{OFFICE}/wordprocessingml/2006/main"


def _packed(parts: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


WORKBOOK = _packed({
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
    f'Type="{KINDS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KINDS}"><sheets>'
    '<sheet name="A" sheetId="1" r:id="b"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="b" Type="{KINDS}/worksheet" Target="worksheets/a.xml"/></Relationships>',
    "xl/worksheets/a.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">'
    '<c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="e"><f>A1</f><v>#REF!</v></c>'
    "</row></sheetData></worksheet>",
})  # fmt: skip
SPREADSHEET = _packed({
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": f'<o:document-content xmlns:o="{ODF}:office:1.0" xmlns:t="{ODF}:table:1.0" '
    f'xmlns:x="{ODF}:text:1.0"><o:body><o:spreadsheet><t:table t:name="A"><t:table-row>'
    '<t:table-cell o:value-type="string"><x:p>name</x:p></t:table-cell></t:table-row></t:table>'
    "</o:spreadsheet></o:body></o:document-content>",
})  # fmt: skip
TEXT = _packed({
    "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body><w:tbl><w:tr><w:tc><w:p><w:r>'
    "<w:t>name</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>",
})  # fmt: skip
NAMES = "имя;дата рождения\nИванов Иван;1.2.1990\nПетрова Анна;3.4.1991\n"

GROUPS = b"kin,,release\nname (x),a/name,date\nAna,,1990\n"
"""Headings in two rows, with brackets and a group: the words that they are compared with."""

WARMING = (
    (".xlsx", WORKBOOK), (".ods", SPREADSHEET), (".xls", b"no workbook"), (".docx", TEXT),
    (".csv", b"name,born\nAna,1990\n"), (".csv", GROUPS), (".csv", NAMES.encode("cp1251")),
    (".csv", NAMES.encode("utf-16")), (".csv", NAMES.encode("utf-16-le")),
    (".csv", "nombre\nIñigo\n".encode("cp1252")), (".json", b'[{"name": "Ana"}]'),
)  # fmt: skip
"""Suffixes and bytes."""
