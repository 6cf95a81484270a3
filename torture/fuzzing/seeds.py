"""Well-formed files of every kind that Habeas reads, made here; all people are invented."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from email.message import EmailMessage

TEXT = (
    "The ministry said on 2 January 2026 that 88 people arrested in the protests were released. "
    "Casa de Derechos has verified 41 releases of political prisoners since 2024-07-28, of them "
    "12 women; around 2,400 were detained and dozens are still held. “None,” it said."
)
SPANISH = (
    "El ministerio informó el 2 de enero de 2026 de la liberación de 88 detenidos. Casa de Derechos"
    " verificó 41 excarcelaciones desde el 28 de julio; unas dos mil personas siguen presas."
)
CLAIMS = """id,measure,value,qualifier,population_kind,period_start,period_end,cumulative,claimant,claimant_kind,modality,part_of,confidence
a,released,88,exact,protest_detainees,2026-01-01,2026-01-02,false,the ministry,government,asserted,,
b,held,900,about,political_prisoners,,2026-01-03,false,Casa de Derechos,ngo,verified,,0.75
c,held,60,at_least,political_prisoners,,2026-01,false,Casa de Derechos,ngo,estimated,b,
d,detained,2400,nearly,protest_detainees,2024-07-28,2026-01-03,true,the ministry,government,asserted,,
"""  # noqa: E501  (a table)
LIST = """given_names,surnames,national_id,age,sex,detained_on,released_on,state
Rosalba,Ejemplona Muestral,V-12345678,31,F,2026-01-02,,North
Ibelio,Casimunda,X-777,44,M,02/01/2026,15 de enero de 2026,South
Ñusta,O'Invento,,,,enero 2026,2026-01-28,
"""
SCOPES = """
place = "Norte"
[scope.protest_detainees]
title.en = "People arrested in the protests"
within = ["political_prisoners"]
opens = 2024-07-28
[[partition]]
whole = "protest_detainees"
parts = ["protest_women", "protest_men"]
[scope.protest_women]
[scope.protest_men]
[[source]]
name = "Casa de Derechos"
kind = "ngo"
aliases = ["CdD"]
"""
COLUMNS = """[columns]
given_names = ["Primer nombre", "Segundo nombre"]
national_id = "Documento"
[lists."court.xlsx"]
sheet = "Hoja1"
without_duplicates = true
columns = { full_name = "Imputado", detained_on = "Fecha" }
"""
DECISIONS = """left_list,left_row,right_list,right_row,judgement,reviewer,decided,reason
a.csv,1,b.csv,2,same,Ana,2026-01-03T10:00:00+00:00,
a.csv,2,b.csv,1,different,Ana,2026-01-03,other age
"""
PEOPLE = """list,row,person_id,given_names,surnames,detained_on,consent
a.csv,1,p1,Rosalba,Ejemplona,2026-01-02,yes
b.csv,1,p1,Rosalba,Ejemplona Muestral,2026-01-02,yes
b.csv,2,p2,Ibelio,Casimunda,2026-01-05,
"""
OVERLAPS = "a,b,c,count\n1,0,0,40\n0,1,0,35\n0,0,1,20\n1,1,0,12\n1,0,1,7\n0,1,1,9\n1,1,1,4\n"


def html() -> bytes:
    """Return a page of news."""
    words = "".join(f"<p>{TEXT if n % 2 else SPANISH}</p>" for n in range(4))
    return (
        '<!doctype html><html lang="en"><head><title>88 freed</title><meta charset="utf-8">'
        '<meta property="article:published_time" content="2026-01-03T08:00:00Z"></head>'
        f"<body><article><h1>88 freed</h1>{words}<table><tr><td>Held</td><td>900</td></tr></table>"
        "</article></body></html>"
    ).encode()


def pdf() -> bytes:
    """Return a document of one page."""
    shown = b"BT /F1 12 Tf 40 700 Td (" + TEXT[:90].encode() + b") Tj ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources"
        b"<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + end % (table, len(out))


def mail() -> bytes:
    """Return a message with two parts."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Bulletin", "casa@example.org"
    message["Date"] = "Sat, 03 Jan 2026 08:00:00 +0000"
    message.set_content(TEXT)
    message.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    return bytes(message)


def feed() -> bytes:
    """Return an RSS feed."""
    items = "".join(
        f"<item><title>{n} freed</title><link>https://example.org/{n}</link>"
        f"<pubDate>Sat, 03 Jan 2026 08:00:00 GMT</pubDate><description>{TEXT}</description></item>"
        for n in range(3)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()


def atom() -> bytes:
    """Return an Atom feed."""
    entry = f"<entry><title>88 freed</title><updated>2026-01-03</updated><content>{TEXT}</content>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</entry></feed>'.encode()


def lines() -> bytes:
    """Return documents as JSON lines."""
    row = {"id": "x", "url": "https://example.org", "outlet": "Diario", "lang": "en",
           "published": "2026-01-03", "text": TEXT}  # fmt: skip
    return "\n".join(json.dumps(row | {"id": f"x{n}"}) for n in range(3)).encode()


def warc() -> bytes:
    """Return a web archive with one answer."""
    body = html()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body)
    answer += body
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\n"
        b"WARC-Date: 2026-01-03T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    )
    return head % len(answer) + answer + b"\r\n\r\n"


def xlsx() -> bytes:
    """Return a workbook with one sheet."""
    rows = [line.split(",") for line in LIST.strip().splitlines()]
    sheet = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for row in rows
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    return packed({
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="a" '
        'sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData>'
        "</worksheet>",
    })  # fmt: skip


def ods() -> bytes:
    """Return an OpenDocument table."""
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    rows = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in line.split(",")
        )
        + "</table:table-row>"
        for line in LIST.strip().splitlines()
    )
    return packed({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f'<office:document-content xmlns:office="{space}office:1.0" '
        f'xmlns:table="{space}table:1.0" xmlns:text="{space}text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="a">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>",
        "META-INF/manifest.xml": "<manifest/>",
    })  # fmt: skip


def parquet() -> bytes:
    """Return a list as Parquet; made elsewhere: what has used polars cannot fork any more."""
    made = "import io, sys, polars as p; p.read_csv(io.StringIO(sys.argv[1]))"
    made += ".write_parquet(sys.stdout.buffer, compression='snappy')"
    words = [sys.executable, "-c", made, LIST]
    return subprocess.run(words, capture_output=True, check=True).stdout


def packed(parts: dict[str, str]) -> bytes:
    """Return parts as a ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def claim_lines() -> bytes:
    """Return claims as JSON lines."""
    head, *rows = CLAIMS.strip().splitlines()
    names = head.split(",")
    return "\n".join(
        json.dumps({name: cell for name, cell in zip(names, row.split(","), strict=True) if cell})
        for row in rows
    ).encode()
