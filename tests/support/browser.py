"""A browser that tests drive: Debian's chromium, where it is installed."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
AXE = ROOT / "build" / "axe" / "package" / "axe.min.js"
WHY_NOT = "there is no chromium with its driver here: apt-get install chromium chromium-driver"
WHY_NO_AXE = "axe-core is not here: `make axe` fetches it with npm"
_AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # Else each page gets a frame made anew: a quarter of the time of opening one.
    "--disable-features=RenderDocument",
)


class Browser:
    """A browser with one tab: where it went, what it asked for, and what its console says.

    Args:
        driver: selenium's.
    """

    def __init__(self, driver: Any) -> None:  # noqa: ANN401 - selenium is not everywhere
        self.driver = driver

    def open(
        self, address: str, width: int = 1366, height: int = 700, theme: str = "light"
    ) -> None:
        """Open a page in a window of a size, with the system's theme."""
        self.show(width, height, theme)
        if self.driver.current_url.partition("#")[0] == address.partition("#")[0]:
            self.driver.get("about:blank")  # else it would only go to another place in the page
        self.driver.get(address)

    def show(self, width: int, height: int, theme: str = "light") -> None:
        """Give the window another size, and the system another theme."""
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": "prefers-color-scheme", "value": theme}]},
        )
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def run(self, script: str, *values: object) -> Any:  # noqa: ANN401 - whatever it returns
        """Run a script in the page, and return what it returns."""
        return self.driver.execute_script(script, *values)

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since this was last called."""
        messages = (json.loads(entry["message"]) for entry in self.driver.get_log("performance"))
        return [
            message["message"]["params"]["request"]["url"]
            for message in messages
            if message["message"]["method"] == "Network.requestWillBeSent"
        ]

    def complaints(self) -> list[str]:
        """Return what the console has said since this was last called."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def load_axe(self) -> None:
        """Load axe-core into the page that is open."""
        self.driver.execute_cdp_cmd(
            "Runtime.evaluate", {"expression": AXE.read_text("utf-8"), "returnByValue": False}
        )

    def axe(self, *rules: str) -> list[str]:
        """Return what axe-core finds wrong with the page that is open, by some rules or by all."""
        violations = self.driver.execute_async_script(
            "const [rules, done] = arguments;"
            "axe.run(document, {runOnly: rules, reporter: 'no-passes'})"
            ".then(result => done(result.violations.map(one => one.id + ': ' +"
            " one.nodes.map(node => node.html.slice(0, 200) + ' ' +"
            " [...node.any, ...node.all, ...node.none].map(check => check.message).join('; '))"
            ".slice(0, 3).join(' | '))), error => done(['failed: ' + error]));",
            rules or _AXE_TAGS,
        )
        return [str(each) for each in violations]


@contextmanager
def started(profile: Path) -> Iterator[Browser]:
    """Start a browser with a profile of its own; it ends with the block."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for option in (*_OPTIONS, f"--user-data-dir={profile}"):
        options.add_argument(option)
    options.binary_location = str(CHROMIUM)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    driver.set_script_timeout(60)
    driver.get("about:blank")  # away from the page of new tabs, which asks for much
    try:
        yield Browser(driver)
    finally:
        driver.quit()


def available() -> bool:
    """Whether a browser can be started."""
    try:
        import selenium  # noqa: F401 - only whether it is there
    except ImportError:
        return False
    return bool(CHROMIUM and DRIVER and Path(DRIVER).exists())
