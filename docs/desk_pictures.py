"""Takes the pictures of the desk anew: python docs/desk_pictures.py (needs Debian's chromium).

It makes a store with an invented case, serves it on this machine only, and goes through the desk as
a reviewer does. Every name is invented.
"""

from __future__ import annotations

import base64
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from django_otp.oath import totp
from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
PICTURES = Path(__file__).parent / "pictures"
HABEAS = (sys.executable, "-m", "habeas")
QUESTION = "held political_prisoners 2026-01-20"

CLAIMS = """\
id,measure,value,population_kind,period_start,period_end,cumulative,claimant,claimant_kind,modality,quote
casa-held-1,held,910,political_prisoners,,2026-01-05,,Casa de Derechos,ngo,verified,"910 political prisoners on 5 January"
casa-held-2,held,846,political_prisoners,,2026-01-20,,Casa de Derechos,ngo,verified,"846 remain imprisoned today, 20 January"
casa-released,released,41,political_prisoners,2026-01-06,2026-01-20,true,Casa de Derechos,ngo,verified,"41 releases verified since 6 January"
ministry-released,released,212,political_prisoners,2026-01-06,2026-01-20,true,Ministry of Justice,government,asserted,"212 people have been released since 6 January"
ministry-held,held,690,political_prisoners,,2026-01-20,,Ministry of Justice,government,asserted,"690 remain in custody"
"""  # noqa: E501
BULLETIN = """\
Casa de Derechos, 22 January 2026

Families were still waiting at the gate on Thursday morning. Casa de Derechos said on
22 January 2026 that 838 political prisoners were being held as of 21 January 2026.
The organisation has verified
49 releases of political prisoners since 6 January 2026.

The Ministry of Justice said on 21 January 2026 that around 230 political prisoners had been
released since 6 January 2026. It published no list of names.
"""
FAMILIES = """\
nombres,apellidos,fecha de detención,edad,estado
Rosa María,Ejemplo Prueba,2025-12-03,31,Norte
Luis,Muestra Caso,2025-12-04,40,Norte
Pedro Antonio,Modelo Tipo,2025-12-04,22,Sur
Ana,Figura Norma,2025-12-09,27,Centro
Tomás,Patrón Dechado,2025-12-11,52,Norte
"""
LAWYERS = """\
nombre completo,fecha de detención,fecha de excarcelación,edad,estado
Rosa Ejemplo Prueba,3 de diciembre de 2025,14 de enero de 2026,31,Norte
L. Muestra,8 de diciembre de 2025,,50,Sur
Pedro Modelo,5 de diciembre de 2025,,22,Sur
Ana Figura,9 de diciembre de 2025,15 de enero de 2026,28,Centro
Eva Pauta Regla,12 de diciembre de 2025,,36,Centro
"""


def main() -> None:
    """Make the store, serve it, and take the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        invitation = make(folder)
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            port = found.getsockname()[1]
        server = subprocess.Popen([*HABEAS, "serve", "--port", str(port)], cwd=folder)  # noqa: S603
        try:
            take(f"http://127.0.0.1:{port}", invitation)
        finally:
            server.terminate()
            server.wait(20)


def make(folder: Path) -> str:
    """Make the store of an invented case; return the path of the invitation."""
    files = {"claims.csv": CLAIMS, "Bulletin 12.txt": BULLETIN, "families.csv": FAMILIES,
             "lawyers.csv": LAWYERS}  # fmt: skip
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
    said = habeas(folder, "init", "--case", "norte", "--title", "Prisoners of the north", "--ask",
                  QUESTION, "--admin", "ana")  # fmt: skip
    habeas(folder, "add", "claims.csv", "--as", "claims")
    habeas(folder, "add", "families.csv", "lawyers.csv", "--as", "list")
    habeas(folder, "add", "Bulletin 12.txt", "--published", "2026-01-22", "--lang", "en")
    return re.findall(r"/enter/\S+", said)[0]


def habeas(folder: Path, *words: str) -> str:
    """Run the program."""
    done = subprocess.run([*HABEAS, *words], cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout


def take(address: str, invitation: str) -> None:
    """Go through the desk and take its pictures."""
    wait_for(address)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 760}, locale="en")
        come_in(page, address + invitation)
        desk = f"{address}/desk/norte/"
        for place in ("contradictions/", "publish/"):
            page.goto(desk + place)
            page.click("main form button")
            page.goto(desk + place)
            page.wait_for_selector("[data-job]", state="detached")
        page.wait_for_selector("#public")
        page.goto(f"{desk}people/")
        page.click(".people a >> text=Rosa")
        person = page.url
        for picture, place in (
            ("claims", f"{desk}claims/"),
            ("pairs", f"{desk}pairs/"),
            ("contradictions", f"{desk}contradictions/"),
            ("person", person),
            ("public", f"{address}/norte/"),
        ):
            page.goto(place)
            page.screenshot(path=PICTURES / f"desk-{picture}.png")
        browser.close()


def come_in(page: Page, invitation: str) -> None:
    """Choose a password, and set up the second factor."""
    page.goto(invitation)
    for field in ("new_password1", "new_password2"):
        page.fill(f"[name={field}]", "a long enough phrase")
    page.press("[name=new_password2]", "Enter")
    key = base64.b32decode(page.inner_text("#key").replace(" ", ""))
    page.fill("#code", f"{totp(key):06d}")
    page.press("#code", "Enter")
    page.click("a.main")


def wait_for(address: str) -> None:
    """Wait until the desk answers."""
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}/sign-in/", timeout=5)  # noqa: S310  (loopback)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the desk does not answer")


if __name__ == "__main__":
    main()
