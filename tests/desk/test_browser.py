"""The whole way in a real browser, in both languages, each page checked with axe-core.

Needs Chromium as Debian packages it (chromium); skipped where it is not installed.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("/usr/bin/chromium", "chromium"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")

SOURCE = Path(__file__).parents[2] / "src"
AXE = Path(__file__).parent / "axe" / "axe.min.js"
READER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"
SHOTS = os.environ.get("HABEAS_SCREENSHOTS", "")
"""A folder for the pictures in the manual; none are taken without it."""

CLAIMS = """id,measure,value,population_kind,period_end,claimant,claimant_kind
held1,held,900,political_prisoners,2026-01-01,Casa de Derechos,ngo
"""
REVIEWED = (
    "id,measure,value,population_kind,period_end,claimant,claimant_kind,confidence\n"
    + "".join(
        f"r{number:02},released,{100 + number},political_prisoners,2026-01-07,Casa,ngo,0.99\n"
        for number in range(100)
    )
)
"""A hundred claims that wait behind all others."""

CORRECTED = {
    "0": ("e", "999", "Enter"),
    "4": ("d", "8 Jan 2026", "Enter"),
    "7": ("m", "d", "Escape", "c"),
}
"""What is wrong with those whose number ends so, and what somebody presses: the number, the day,
the measure."""

BULLETIN = (
    "Casa de Derechos said on 9 January 2026 that 850 political prisoners were being held as of "
    "8 January 2026."
)
PUBLISHED = """
from habeas.desk.lifecycle.opening import open_store
open_store("habeas-store")
from habeas.desk.audit_log.activity import Actor
from habeas.desk.models import Case
from habeas.desk.publication.publication import publish
publish(Case.objects.get(), Actor("Ana"))
"""
PAIRS = """
from habeas.desk.lifecycle.opening import open_store
open_store("habeas-store")
from habeas.desk.models import Case, Pair, Record
case = Case.objects.get()
left, right = Record.objects.filter(list__case=case)[:2]
Pair.objects.create(case=case, left=left, right=right, probability=0.62,
                    weights={"full_name": 5.2, "detained_on": 3.1, "age": -1.4})
"""
WORDS = {
    "en": {"accept": "Accept", "same": "Same", "later": "Read later", "larger": "Zoom in",
           "smaller": "Zoom out", "print": "Print", "views": "Total views"},
    "es": {"accept": "Aceptar", "same": "La misma", "later": "Leer más tarde",
           "larger": "Ampliar el texto", "smaller": "Reducir el texto", "print": "Imprimir",
           "views": "Visitas totales"},
}  # fmt: skip


def run(folder: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env=environment(),
    )
    return done.stdout


def environment() -> dict[str, str]:
    kept = {key: os.environ[key] for key in os.environ if key != "HABEAS_STORE"}
    return kept | {"PYTHONPATH": str(SOURCE)}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


ON_POSTGRESQL = bool(os.environ.get("HABEAS_TEST_DATABASE"))
SPOKEN = ["es"] if ON_POSTGRESQL else ["en", "es"]
"""Where the store is a PostgreSQL the pages are the same: one language shows that they stand."""

same_there = pytest.mark.skipif(
    ON_POSTGRESQL, reason="a browser is shown the same on PostgreSQL, as the way through it tells"
)


@pytest.fixture(scope="module", params=SPOKEN)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def desk(
    tmp_path_factory: pytest.TempPathFactory, language: str, in_a_database: Any
) -> Iterator[tuple[str, str]]:
    """Serve a small case; its address and an invitation."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "claims.csv").write_text(CLAIMS)
    (folder / "list.csv").write_text(
        "full_name,detained_on,age\nZulma Ejemplo,2026-01-02,31\nZulma Egemplo,2026-01-02,33\n"
    )
    habeas = ("-m", "habeas")
    begun = run(
        folder, *habeas, "init", "--case", "norte", "--title", "Norte", "--lang", language,
        "--ask", "held political_prisoners 2026-01-08", "--admin", "ana", *in_a_database(),
    )  # fmt: skip
    (folder / "reviewed.csv").write_text(REVIEWED)
    run(folder, *habeas, "add", "claims.csv", "reviewed.csv", "--as", "claims")
    run(folder, *habeas, "add", "list.csv", "--as", "list")
    run(folder, "-c", PAIRS)
    run(folder, "-c", PUBLISHED)
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, *habeas, "serve", "--port", str(port)], cwd=folder, env=environment()
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, server)
        yield address, address + re.findall(r"/enter/\S+", begun)[0]
    finally:
        server.terminate()
        server.wait(20)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert server.poll() is None, "the desk did not start"
        try:
            urllib.request.urlopen(f"{address}/sign-in/", timeout=5)  # noqa: S310
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the desk does not answer")


@pytest.fixture(scope="module")
def context(language: str) -> Iterator[Any]:
    """A browser that speaks the language."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(
            locale=language, user_agent=READER, viewport={"width": 1280, "height": 900}
        )
        context.set_default_timeout(60_000)
        yield context
        browser.close()


@pytest.fixture(scope="module")
def member(desk: Any, context: Any) -> Any:
    """The browser of somebody who took up the invitation and is signed in."""
    page = context.new_page()
    faults: list[str] = []
    complain_to(faults, page)
    come_in(page, desk[1])
    assert faults == []
    page.close()
    return context


def complain_to(faults: list[str], page: Any) -> None:
    """Keep whatever a page complains of."""
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: said.type == "error" and faults.append(said.text))


def checked(page: Any, name: str = "") -> None:
    """Check a page with axe-core, and take its picture where pictures are wanted."""
    if SHOTS and name:
        page.screenshot(path=f"{SHOTS}/{name}.png")
    # The page's own policy lets no script in; the debugger may put one in all the same.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
    )
    told = [
        (each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found["violations"]
    ]
    assert told == [], page.url


def code_for(key: str) -> str:
    """The code that an app would show for a key."""
    import base64

    from django_otp.oath import totp

    return f"{totp(base64.b32decode(key.replace(' ', ''))):06d}"


def test_from_an_invitation_to_a_public_page(desk: Any, member: Any, language: str):
    address, _ = desk
    page = member.new_page()
    faults: list[str] = []
    complain_to(faults, page)
    page.goto(f"{address}/desk/norte/")
    assert page.get_attribute("html", "lang") == language
    checked(page)
    add_a_document(page, f"{address}/desk/norte/", language)
    be_asked_before_what_was_typed_is_lost(page, f"{address}/desk/norte/")
    accept_a_claim_and_see_the_number_change(page, f"{address}/desk/norte/", language)
    judge_a_pair(page, f"{address}/desk/norte/", language)
    see_the_account_and_the_causes(page, f"{address}/desk/norte/", language)
    for place in ("people/", "sources/", "activity/", "search/?q=rosa", "team/", "declarations/"):
        page.goto(f"{address}/desk/norte/{place}")
        checked(page, f"{place.split('/')[0]}-{language}")
    leave_while_work_ends(page, f"{address}/desk/norte/sources/")
    page.goto(f"{address}/desk/norte/publish/")
    checked(page)
    with page.expect_navigation():
        page.click("button.main")
    page.wait_for_selector(".job.done")
    with page.expect_navigation():
        page.click("#public")
    checked(page, f"public-{language}")
    assert WORDS[language]["views"] in page.inner_text("footer")
    assert "Zulma" not in page.content()
    assert faults == []
    page.close()


def leave_while_work_ends(page: Any, target: str) -> None:
    """Work that ends does not call back whoever is on the way to another page."""
    page.route("**/ended-job", lambda route: route.fulfill(json={"ended": True}))
    page.route("**/sources/", lambda route: (time.sleep(1), route.continue_()))
    page.evaluate(
        """target => {
            const line = document.createElement("div");
            line.dataset.job = "/ended-job";
            location.href = target;
            watch(line);
        }""",
        target,
    )
    page.wait_for_url(target, timeout=20_000)
    page.unroute_all()


def come_in(page: Any, invitation: str) -> None:
    """Choose a password and set up the second factor."""
    page.goto(invitation)
    checked(page)
    for field in ("new_password1", "new_password2"):
        page.fill(f"[name={field}]", "a long enough phrase")
    with page.expect_navigation():
        page.press("[name=new_password2]", "Enter")
    checked(page)
    page.fill("#code", code_for(page.inner_text("#key")))
    with page.expect_navigation():
        page.press("#code", "Enter")
    with page.expect_navigation():
        page.click("a.main")


def add_a_document(page: Any, desk: str, language: str) -> None:
    page.goto(f"{desk}inbox/")
    page.fill("#title", "Bulletin")
    page.fill("#text", BULLETIN)
    page.fill("#t-published", "2026-01-09")
    page.select_option("#t-language", "en")
    checked(page, f"inbox-{language}")
    with page.expect_navigation():
        page.locator("form", has=page.locator("#text")).locator("button.main").click()
    page.wait_for_selector(".job.done")
    with page.expect_navigation():
        page.click("main ul.rows a >> nth=-1")
    # A page that watches work is loaded again when that ends.
    page.wait_for_selector("[data-job]", state="detached")
    checked(page, f"document-{language}")


def be_asked_before_what_was_typed_is_lost(page: Any, desk: str) -> None:
    """A changed number takes its limits along in sight; who leaves without saving is asked."""
    page.goto(f"{desk}claims/")
    page.click("#field-value", click_count=3)
    page.keyboard.type("849")
    assert page.input_value("#field-low") == page.input_value("#field-high") == "849"
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    with page.expect_navigation():
        page.click("nav.menu a >> nth=0")
    assert asked == ["beforeunload"]


def accept_a_claim_and_see_the_number_change(page: Any, desk: str, language: str) -> None:
    page.goto(f"{desk}contradictions/")
    # To go elsewhere at once would take back what the button sends.
    with page.expect_navigation():
        page.click("main form button")
    page.goto(desk)
    page.wait_for_selector("[data-answer=all]")
    before = page.inner_text("[data-answer=all] .low")
    page.goto(f"{desk}claims/")
    assert "850" in page.inner_text("mark")
    assert page.get_by_role("button", name=re.compile(WORDS[language]["accept"])).is_visible()
    checked(page, f"claims-{language}")
    page.keyboard.press("i")
    page.wait_for_selector(".effect ins")
    assert page.inner_text(".effect ins").startswith("850")
    checked(page)
    with page.expect_navigation():
        page.keyboard.press("a")
    page.wait_for_selector(".message button")
    checked(page)
    page.goto(desk)
    page.wait_for_function(
        "before => document.querySelector('[data-answer=all] .low')?.innerText !== before",
        arg=before,
    )
    assert page.inner_text("[data-answer=all] .low").strip() == "850"
    checked(page, f"overview-{language}")


def see_the_account_and_the_causes(page: Any, desk: str, language: str) -> None:
    """What a person asks for is worked out, and the page shows it when it is there."""
    for place, there in (("account/", "main table"), ("account/announced/", "main p"),
                         ("account/unlisted/", "figure.drawn img")):  # fmt: skip
        page.goto(f"{desk}{place}")
        with page.expect_navigation():
            page.click("main form button")
        page.wait_for_selector(".job.done")
        page.wait_for_selector(there)
        checked(page, f"{place.strip('/').replace('/', '-')}-{language}")
    for place in ("account/tables/", "contradictions/"):
        page.goto(f"{desk}{place}")
        checked(page)


def judge_a_pair(page: Any, desk: str, language: str) -> None:
    page.goto(f"{desk}pairs/")
    assert page.get_by_role("button", name=re.compile(WORDS[language]["same"])).is_visible()
    checked(page, f"pairs-{language}")
    with page.expect_navigation():
        page.keyboard.press("s")
    page.wait_for_selector(".message button")


K, M = 0.2, 1.35
"""Seconds of the keystroke-level model (Card, Moran and Newell): a key, a thought."""


@same_there
def test_a_hundred_claims_are_reviewed_in_ten_minutes(desk: Any, member: Any):
    """Thirty of them need a correction; nobody touches the mouse, and no page is loaded."""
    page = member.new_page()
    page.goto(f"{desk[0]}/desk/norte/claims/")
    page.evaluate("window.stays = true")
    keys = thoughts = 0
    for _ in range(100):
        shown = page.inner_text("h1 code")
        assert shown.startswith("r")
        presses = CORRECTED.get(shown[-1], ("a",))
        thoughts += 1 if presses == ("a",) else 2  # what it says; which field is wrong
        for press in presses:
            typed = len(press) > 1 and press not in ("Enter", "Escape")
            (page.keyboard.type if typed else page.keyboard.press)(press)
            keys += len(press) if typed else 1
        page.wait_for_function(
            "before => document.querySelector('h1 code')?.innerText !== before", arg=shown
        )
    assert page.evaluate("window.stays") is True
    seconds = keys * K + thoughts * M
    told = f"{keys} keys, 0 moves of the mouse, {thoughts} thoughts: {seconds:.0f} s"
    print(f"\n100 claims, 30 corrected: {told} by the keystroke-level model")  # noqa: T201
    assert seconds < 600
    page.goto(f"{desk[0]}/desk/norte/claims/all/?standing=corrected")
    assert page.locator("li.corrected").count() == 30
    page.close()


@pytest.fixture
def figure(desk: Any, context: Any, language: str) -> Iterator[Any]:
    """The public page of a figure."""
    page = context.new_page()
    page.goto(f"{desk[0]}/norte/{language}/figures/held1.html")
    yield page
    page.close()


WIDE = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def size(page: Any) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))


@same_there
def test_total_views_grow_with_each_reading(figure: Any):
    views = int(figure.inner_text(".views b"))
    figure.reload()
    assert int(figure.inner_text(".views b")) == views + 1


@same_there
def test_text_grows_to_twice_its_size_and_stays_so(figure: Any, language: str):
    words, usual = WORDS[language], size(figure)
    larger = figure.get_by_role("button", name=words["larger"])
    for _ in range(10):
        if not larger.is_disabled():
            larger.click()
    assert size(figure) == pytest.approx(usual * 2)
    figure.set_viewport_size({"width": 640, "height": 800})
    assert figure.evaluate(WIDE), "at 200 % nothing runs out of the page"
    checked(figure, f"zoomed-{language}")
    figure.set_viewport_size({"width": 1280, "height": 900})
    figure.reload()
    assert size(figure) == pytest.approx(usual * 2)
    figure.keyboard.press("Alt+0")
    assert size(figure) == pytest.approx(usual)
    larger.click()
    figure.get_by_role("button", name=words["smaller"]).click()
    assert size(figure) == pytest.approx(usual)


@same_there
def test_a_page_kept_for_later_opens_without_a_network(figure: Any, context: Any, language: str):
    keep_for_later(figure, language)
    title = figure.inner_text("h1")
    listed = figure.url.replace("figures/held1", "read-later")
    figure.goto(listed)
    checked(figure, f"read-later-{language}")
    context.set_offline(True)
    try:
        figure.reload()
        figure.locator("[data-later-list] a").click()
        assert figure.inner_text("h1") == title
    finally:
        context.set_offline(False)
    figure.goto(listed)
    figure.locator("[data-later-list] button").click()
    assert figure.locator("[data-later-list] li").count() == 0


@same_there
def test_leaving_a_page_at_once_does_not_end_its_keeping(figure: Any, context: Any, language: str):
    address = figure.url
    figure.get_by_role("button", name=WORDS[language]["later"]).click()
    figure.goto(address.replace("figures/held1", "read-later"))
    # wait_for_function does not wait for a promise; this does.
    figure.evaluate(KEPT, address)
    context.set_offline(True)
    try:
        figure.goto(address)
        figure.wait_for_selector("[data-tool=later][aria-pressed=true]")
    finally:
        context.set_offline(False)
    figure.reload()
    figure.get_by_role("button", name=WORDS[language]["later"]).click()
    figure.wait_for_selector("[data-tool=later][aria-pressed=false]")


@same_there
def test_keeping_a_page_is_no_reading_of_it(figure: Any, language: str):
    keep_for_later(figure, language)
    views = int(figure.inner_text(".views b"))
    figure.reload()
    assert int(figure.inner_text(".views b")) == views + 1
    figure.get_by_role("button", name=WORDS[language]["later"]).click()


KEPT = """async (address) => {
  while (!(await caches.match(address))) await new Promise((go) => setTimeout(go, 50));
}"""


def keep_for_later(page: Any, language: str) -> None:
    """Press "read later"; the button shows when the page is kept."""
    page.get_by_role("button", name=WORDS[language]["later"]).click()
    page.wait_for_selector("[data-tool=later][aria-pressed=true]")


@same_there
def test_print_shows_address_day_and_hash_and_no_buttons(figure: Any, language: str):
    figure.evaluate("window.print = () => { window.printed = true; }")
    figure.get_by_role("button", name=WORDS[language]["print"]).click()
    assert figure.evaluate("window.printed")
    figure.emulate_media(media="print")
    assert not figure.locator(".tools").is_visible()
    foot = figure.inner_text("footer")
    assert figure.url in foot
    assert re.search(r"[0-9a-f]{64}", foot)
    assert re.search(r"20\d\d", foot)


@same_there
def test_a_telephone_in_the_dark(desk: Any, context: Any, language: str):
    address = desk[0]
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark")
    figures = f"/norte/{language}/figures/index.html"
    for place in ("/norte/", figures, "/sign-in/", "/"):
        page.goto(f"{address}{place}")
        assert page.evaluate(WIDE), place
        checked(page)
    page.close()


@same_there
def test_public_pages_are_whole_without_script(desk: Any, context: Any, language: str):
    plain = context.browser.new_context(java_script_enabled=False, user_agent=READER)
    page = plain.new_page()
    page.goto(f"{desk[0]}/norte/{language}/figures/held1.html")
    assert "900" in page.inner_text("main")
    assert not page.locator(".tools").is_visible()
    plain.close()
