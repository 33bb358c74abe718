"""The reader's pages in a real browser: from a file, in a folder of a server, by mail, printed."""

from __future__ import annotations

import base64
import functools
import http.server
import threading
from typing import TYPE_CHECKING
from urllib.parse import quote

import pypdfium2
import pytest

from claimcheck import assess, check, load
from claimcheck.formats.live_pages import text_directive
from claimcheck.formats.site import links, pages
from claimcheck.model import Status
from support.browser import AXE, WHY_NO_AXE, WHY_NOT, Browser, available, started
from support.project import ROOT, TODAY
from support.reports import hostile_report_with_plain_ids, small_report
from support.serving import serving
from support.sites import folder_of, site_of
from support.views import history_in_which_all_was_removed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Write = Callable[[dict[str, str | bytes]], Path]

pytestmark = [
    pytest.mark.skipif(not available(), reason=WHY_NOT),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
CLAIM = "claims/amazon-banned-tiktok.html"
SOURCE = "sources/independent-2020-07-10.html"
WIDTHS = (390, 820, 1366)
# The style sheet lays pages out anew below 576 and below 736 pixels: at 820 they are as at 1366.
LAYOUTS = (390, 1366)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's dossier and a hostile one as sites and in one file, a small one in one."""
    folder = tmp_path_factory.mktemp("sites")
    ours = site_of(check(assess(load(ROOT), TODAY)), title="TikTok and Amazon")
    hostile_report = hostile_report_with_plain_ids()
    hostile = site_of(
        hostile_report, history=history_in_which_all_was_removed(hostile_report, "gone")
    )
    for name, site in (("ours", ours), ("hostile", hostile)):
        for path, data in folder_of(site).items():
            file = folder / "below" / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        (folder / f"{name}.html").write_bytes(pages.render_single(site))
    small = site_of(small_report(), title="Elm")
    (folder / "small.html").write_bytes(pages.render_single(small))
    return folder


@pytest.fixture(scope="module")
def files(sites: Path) -> str:
    return (sites / "below" / "ours").as_uri()


@pytest.fixture(scope="module")
def served(sites: Path) -> Iterator[str]:
    """The site below a path of a server."""
    handler = functools.partial(Quiet, directory=str(sites))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/below/ours"
        server.shutdown()
        thread.join()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def titles(browser: Browser) -> list[str]:
    violations: list[str] = browser.run(
        "return [...document.querySelectorAll('#rows h2 a')].map(one => one.textContent)"
    )
    return violations


@pytest.mark.parametrize("where", ["files", "served"])
def test_a_reader_filters_searches_and_follows_links(
    browser: Browser, request: pytest.FixtureRequest, where: str
) -> None:
    base = request.getfixturevalue(where)
    browser.complaints(), browser.requests()
    browser.open(f"{base}/index.html")
    assert len(titles(browser)) == 52

    browser.run(
        "const field = document.querySelector('[name=status]'); field.value = 'conflicting';"
        "field.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    statuses = [claim.derivation.status for claim in assess(load(ROOT), TODAY).claims]
    assert len(titles(browser)) == statuses.count(Status.CONFLICTING)
    assert browser.run("return location.hash") == "#status=conflicting"

    browser.open(f"{base}/index.html#q=second-largest+company")
    assert len(titles(browser)) == 1
    browser.open(f"{base}/index.html#party=Amazon&sort=status")
    assert 1 < len(titles(browser)) < 52

    browser.open(f"{base}/{CLAIM}")
    browser.run("document.querySelector('.where a').click()")
    assert "/sources/" in browser.run("return location.pathname")
    target = browser.run("return document.querySelector('mark:has(> :target)').textContent")
    assert target == "There is no change to our policies right now with regard to TikTok"
    browser.run("document.querySelector('mark:has(> :target) + a').click()")
    assert "/claims/" in browser.run("return location.pathname")
    assert browser.complaints() == []
    assert [
        address for address in browser.requests() if not address.startswith((base, "data:,"))
    ] == []


def test_the_theme_can_be_chosen_and_is_remembered(browser: Browser, files: str) -> None:
    browser.open(f"{files}/{CLAIM}")
    seen = []
    for _time in range(3):
        browser.run("document.getElementById('theme').click()")
        colour = browser.run("return getComputedStyle(document.body).backgroundColor")
        seen.append((browser.run("return document.documentElement.dataset.theme"), colour))
    assert [name for name, _colour in seen] == ["light", "dark", None]
    assert seen[0][1] != seen[1][1]

    browser.run("document.getElementById('theme').click()")
    browser.run("document.getElementById('theme').click()")
    from selenium.webdriver.support.wait import WebDriverWait

    def is_dark(_driver: object) -> bool:
        browser.open(f"{files}/{SOURCE}")
        return bool(browser.run("return document.documentElement.dataset.theme === 'dark'"))

    # What a page stores reaches the process of the next one a moment later.
    WebDriverWait(browser.driver, 60).until(is_dark)
    browser.run("localStorage.clear()")


def test_a_page_works_without_scripts(browser: Browser, files: str) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.open(f"{files}/index.html")
        rows = browser.driver.find_elements("css selector", "#rows > li h2 a")
        assert len(rows) == 52
        assert not browser.driver.find_element("css selector", "form.filters").is_displayed()
        rows[0].click()
        assert browser.driver.find_element("css selector", "article.claim h1").is_displayed()
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_keyboard_alone_leads_through(browser: Browser, files: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    browser.open(f"{files}/index.html")
    ActionChains(browser.driver).send_keys(Keys.TAB).perform()
    assert browser.run("return document.activeElement.className") == "skip"
    ActionChains(browser.driver).send_keys("/").perform()
    assert browser.run("return document.activeElement.id") == "q"
    ActionChains(browser.driver).send_keys("second-largest company").perform()
    assert len(titles(browser)) == 1
    for _time in range(20):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        if browser.run("return document.activeElement.closest('#rows') !== null"):
            break
    ActionChains(browser.driver).send_keys(Keys.ENTER).perform()
    assert "/claims/" in browser.run("return location.pathname")


def test_a_long_list_is_turned_by_keys_and_printed_whole(
    browser: Browser, tmp_path: Path, write: Write
) -> None:
    claims: dict[str, str | bytes] = {
        f"claims/c{number:03}.yaml": f"claim: It rained on day {number}.\n" for number in range(250)
    }
    site = site_of(check(assess(load(write(claims)), TODAY)))
    page = tmp_path / "long.html"
    page.write_bytes(pages.render_single(site))
    browser.open(page.as_uri())
    assert len(titles(browser)) == 100

    pressed = "document.activeElement.click(); return document.activeElement.textContent"
    browser.run("document.querySelector('#turn button:last-of-type').focus()")
    assert browser.run(pressed) == "Next"
    assert browser.run(pressed) == "Previous"  # there is no next page any more
    assert len(titles(browser)) == 50

    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    assert len(titles(browser)) == 250
    browser.run("window.dispatchEvent(new Event('afterprint'))")
    assert len(titles(browser)) == 50


def test_a_list_without_claims_says_so(browser: Browser, tmp_path: Path, write: Write) -> None:
    site = site_of(check(assess(load(write({"claims/.keep": ""})), TODAY)))
    page = tmp_path / "none.html"
    page.write_bytes(pages.render_single(site))
    browser.complaints()

    browser.open(page.as_uri())

    shown = "return document.querySelector('#rows').textContent.trim()"
    assert browser.run(shown) == "There are no claims yet."
    assert browser.run("return document.querySelector('form.filters')") is None
    assert browser.complaints() == []


def test_one_file_shows_one_view_at_a_time_and_all_in_print(browser: Browser, sites: Path) -> None:
    address = (sites / "small.html").as_uri()
    visible = (
        "return [...document.querySelectorAll('.view')]"
        ".filter(one => getComputedStyle(one).display !== 'none').length"
    )
    bridge = quote(links.claim_anchor("bridge-safe"))
    for fragment in ("", "#claims", "#parties", "#source-gazette", "#status=refuted", f"#{bridge}"):
        browser.open(address + fragment)
        assert browser.run(visible) == 1, fragment
    browser.open((sites / "ours.html").as_uri())
    assert browser.run(visible) == 1
    assert browser.complaints() == []

    printed = browser.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    with pypdfium2.PdfDocument(base64.b64decode(printed["data"])) as document:
        text = " ".join(
            word for page in document for word in page.get_textpage().get_text_bounded().split()
        )
    for claim in load(ROOT).claims:
        assert claim.id in text


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_one_file_marks_the_way_to_what_it_shows(
    browser: Browser, sites: Path, *, scripts: bool
) -> None:
    address = (sites / "small.html").as_uri()
    claim = links.claim_anchor("bridge-safe")
    marked = (
        "return [...document.querySelectorAll('header.site nav a')]"
        ".filter(one => getComputedStyle(one).boxShadow !== 'none').map(one => one.textContent)"
    )
    disabled = {"value": not scripts}
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", disabled)
    try:
        for fragment, expected in (
            ("", ["Claims"]),
            ("#status=refuted", ["Claims"]),
            ("#sources", ["Sources"]),
            (f"#{quote(links.party_anchor('town'))}", ["Parties"]),
            ("#timeline", ["Timeline"]),
            (f"#{quote(claim)}", []),
            ("#source-gazette", []),
        ):
            browser.open("about:blank")
            browser.open(address + fragment)
            assert browser.run(marked) == expected, fragment
            if fragment.startswith(("#claim-", "#source-")):
                assert browser.run("return scrollY") == 0, "the way elsewhere stays in sight"
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_rule_of_the_footer_is_opened(browser: Browser, files: str) -> None:
    browser.open(f"{files}/{CLAIM}")
    address = browser.run("return document.querySelector('footer.site a').href")
    browser.open(address)
    assert browser.driver.find_element("css selector", "ol.rule li").is_displayed()


def test_what_a_claim_answers_stands_on_the_first_screen_of_a_laptop(
    browser: Browser, files: str
) -> None:
    for path in (
        "amazon-policy-unchanged",
        "email-sent-in-error",
        "india-banned-tiktok-in-june",
    ):
        browser.open(f"{files}/claims/{path}.html", 1366, 700)
        for what in ("h1", ".badge", ".why", ".facts dt", ".side.for mark", ".side.for .where",
                     ".side.against mark, .side.against .none"):  # fmt: skip
            bottom = browser.run(
                "return document.querySelector(arguments[0]).getBoundingClientRect().bottom", what
            )
            assert bottom <= 700, (path, what)


@pytest.mark.parametrize("name", ["ours", "hostile"])
def test_no_page_is_wider_than_the_screen_or_asks_for_anything_or_runs_anything_of_others(
    browser: Browser, sites: Path, name: str
) -> None:
    browser.complaints(), browser.requests()
    pages = sorted((sites / "below" / name).rglob("*.html"))
    for number, file in enumerate([*pages, sites / f"{name}.html"]):
        browser.open(file.as_uri(), WIDTHS[0], 800)
        for width in WIDTHS if number % 6 == 0 else WIDTHS[:1]:
            browser.show(width, 800)
            room = browser.run(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert room <= 0, (file, width)
        addresses = {address for address in browser.requests() if not address.startswith("data:,")}
        assert addresses <= {file.as_uri(), "about:blank"}, file
        assert browser.complaints() == []


@pytest.mark.skipif(not AXE.exists(), reason=WHY_NO_AXE)
@pytest.mark.parametrize("name", ["ours", "hostile"])
def test_axe_finds_nothing(browser: Browser, sites: Path, name: str) -> None:
    paths = {
        "ours": ("index.html", "sources.html", "parties.html", "timeline.html", CLAIM, SOURCE),
        "hostile": ("index.html", "corrections.html", "claims/one.html", "claims/gone.html"),
    }
    pages = [(sites / "below" / name / path, LAYOUTS) for path in paths[name]]
    # One file shows what these pages show.
    for file, widths in [*pages, (sites / f"{name}.html", LAYOUTS[:1])]:
        browser.open(file.as_uri())
        browser.load_axe()
        for width in widths:
            browser.show(width, 900)
            assert browser.axe() == [], (file, width)
        # Themes differ in nothing but colours, which are the same at every width.
        browser.show(widths[0], 900, "dark")
        assert browser.axe("color-contrast", "link-in-text-block") == [], (file, "dark")


@pytest.mark.parametrize(
    "passage",
    [
        "closed on 2-3 May, & reopened; 5% (100 km) of it",
        "The spokesperson said that it was well-known to all of them",
    ],
)
def test_a_text_fragment_leads_a_browser_to_the_passage(
    browser: Browser, tmp_path: Path, passage: str
) -> None:
    filler = "<p>Something else stands here.</p>" * 200
    text = f"Before it. {passage} and after it."
    page = tmp_path / "page.html"
    escaped = text.replace("&", "&amp;")
    page.write_text(f"<!doctype html><meta charset=utf-8>{filler}<p>{escaped}</p>{filler}")
    start = text.index(passage)
    directive = text_directive(text, start, start + len(passage))

    browser.open(f"{page.as_uri()}#:~:text={directive}")

    assert browser.run("return window.scrollY") > 1000


def test_a_reviewer_signs_and_sends_back_in_pages_that_follow_a_save(
    browser: Browser, write: Callable[[dict[str, str | bytes]], Path]
) -> None:
    pytest.importorskip("uvicorn")
    pytest.importorskip("watchfiles")
    from selenium.webdriver.support.wait import WebDriverWait

    root = write(
        {
            "sources/gazette.txt": "The bridge reopened on Monday, the council said.\n",
            "sources/gazette.yaml": "title: Gazette\nfile: gazette.txt\n",
            "claims/bridge.yaml": "claim: The bridge is open.\nkind: event\nevidence:\n"
            "  - {source: gazette, stance: supports, quote: The bridge reopened on Monday}\n",
        }
    )
    (root / "reviews").mkdir(exist_ok=True)

    def until(words: str) -> None:
        WebDriverWait(browser.driver, 60).until(
            lambda _driver: (
                words in browser.run("return document.querySelector('main')?.innerText ?? ''")
            )
        )

    with serving(root) as address:
        browser.complaints()
        browser.open(f"{address}claims/bridge.html")
        until("by nobody yet")
        browser.driver.find_element("name", "by").send_keys("Ana Lind")
        browser.run("document.querySelector('button[value=sign]').click()")
        until("Ana Lind read the claim")
        assert "Ana Lind" in (root / "reviews" / "bridge.yaml").read_text("utf-8")

        browser.driver.find_element("name", "by").send_keys("Ana Lind")
        browser.driver.find_element("name", "remark").send_keys("Who says so?")
        browser.run("document.querySelector('button[value=return]').click()")
        until("sent-back")
        file = root / "claims" / "bridge.yaml"
        assert "Who says so?" in file.read_text("utf-8")

        file.write_text(file.read_text("utf-8").replace("is open", "is shut"), "utf-8")
        until("The bridge is shut.")

        browser.driver.find_element("name", "remark").send_keys("It is")
        file.write_text(file.read_text("utf-8").replace("is shut", "is gone"), "utf-8")
        until("Something was saved since this page was opened.")
        assert browser.run("return document.querySelector('[name=remark]').value") == "It is"
        assert browser.complaints() == []
