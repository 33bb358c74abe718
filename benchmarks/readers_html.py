"""Measures the reader of web pages against a browser: what Chromium shows of a page, scripts off.

A sentence counts as hidden where the browser shows it nowhere on the page: a menu that is folded
away is often printed a second time in the foot.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import time
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import html
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from selenium.webdriver.chrome.webdriver import WebDriver

_LEAST_LETTERS = 300  # of a page that is measured
_LEAST_SENTENCE, _LEAST_BLANKS = 25, 4
_FOLDED = str.maketrans("“”„‘’‚–—‑", "\"\"\"'''---")
_DROPPED = re.compile(r"[\u200b-\u200f\u00ad\ufeff\u2060]|[\^_](?=\S)")
# Returns the page's text as the browser gives it, then what is shown of it and what is not.
_LOOK = r"""
(() => {
  const left_out = 'script,style,noscript,template,option,textarea,iframe,object,svg,title';
  const cut = (element) => {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    if (style.overflow !== 'visible' && !/^(inline|contents)$/.test(style.display)
        && (box.width <= 1 || box.height <= 1)) return true;
    if (style.position === 'absolute' && /rect\(/.test(style.clip)
        && /^rect\(\s*[01]px,?\s*[01]px/.test(style.clip)) return true;
    return /inset\((50|100)%/.test(style.clipPath);
  };
  const is_shown = (node) => {
    const parent = node.parentElement;
    if (!parent.checkVisibility({opacityProperty: true, visibilityProperty: true})) return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
    if (!boxes.length || parseFloat(getComputedStyle(parent).fontSize) < 1) return false;
    for (let at = parent; at && at !== document.body; at = at.parentElement)
      if (cut(at)) return false;
    return boxes.some((box) => box.right + scrollX > 0 && box.bottom + scrollY > 0);
  };
  const block_of = (node) => {
    let at = node.parentElement;
    while (at && /^(inline|contents)/.test(getComputedStyle(at).display)) at = at.parentElement;
    return at;
  };
  const texts = {true: '', false: ''}, last = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || node.parentElement.closest(left_out)) continue;
    const shown = is_shown(node), block = block_of(node);
    texts[shown] += (last[shown] === block ? '' : '\n') + node.data.replace(/\s+/g, ' ');
    last[shown] = block;
  }
  for (const element of document.querySelectorAll('noscript')) element.remove();
  return JSON.stringify([document.body.innerText, texts[true], texts[false]]);
})()
"""


@dataclass(slots=True)
class _Count:
    """What was counted over all pages."""

    pages: int = 0
    unfinished: int = 0
    refused: int = 0
    shown: int = 0
    shown_read: int = 0
    poor_pages: int = 0
    hidden: int = 0
    hidden_read: int = 0
    seconds: list[float] = field(default_factory=list)
    worst: list[tuple[int, int, str]] = field(default_factory=list)


def table(folder: Path, worst: int) -> Iterator[str]:
    """Go through the lines of the table about a folder with web pages.

    Args:
        folder: the folder; pages may be packed with gzip.
        worst: how many of the worst pages are named.
    """
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--window-size=1280,2000",
                 "--host-resolver-rules=MAP * ~NOTFOUND"):  # fmt: skip
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options)
    count = _Count()
    try:
        driver.set_page_load_timeout(60)
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        pages = (path for path in sorted(folder.rglob("*")) if _is_page(path))
        for path in pages:
            _take(path, driver, count)
    finally:
        driver.quit()
    yield f"{count.pages} pages, {count.refused} refused"
    if count.unfinished:
        yield f"pages that the browser did not finish in a minute, left out: {count.unfinished}"
    yield f"sentences shown, and read: {_share(count.shown_read, count.shown)}"
    yield f"pages with more than 5 % of them lost: {count.poor_pages}"
    yield f"sentences hidden, and read: {_share(count.hidden_read, count.hidden)}"
    yield f"seconds a page: {statistics.mean(count.seconds or [0]):.3f}"
    for lost, shown_hidden, name in sorted(count.worst, reverse=True)[:worst]:
        yield f"    {lost} lost, {shown_hidden} hidden ones read: {name}"


def _is_page(path: Path) -> bool:
    return path.is_file() and path.name.removesuffix(".gz").lower().endswith((".html", ".htm"))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.2f} % of {whole:,}"


def _take(path: Path, driver: WebDriver, count: _Count) -> None:
    from selenium.common.exceptions import TimeoutException

    data = path.read_bytes()
    data = gzip.decompress(data) if path.suffix == ".gz" else data
    try:
        driver.get(path.resolve().as_uri())
    except TimeoutException:
        count.unfinished += 1
        return
    answer = driver.execute_cdp_cmd("Runtime.evaluate", {"expression": _LOOK})
    whole, shown, hidden = json.loads(answer["result"]["value"])
    if min(len(whole), len(shown)) < _LEAST_LETTERS:  # a script has to show such a page
        return
    start = time.process_time()
    try:
        text = _folded(html.read(data, ExtractOptions()).text)
    except UnreadableError:
        text = ""
        count.refused += 1
    count.seconds.append(time.process_time() - start)
    # What the browser calls its text has what is cut off or transparent, too.
    seen, away = _folded(shown), _folded(hidden)
    visible = {sentence for sentence in _sentences(whole) if sentence not in away}
    unseen = {sentence for sentence in _sentences(hidden) if sentence not in seen}
    read = sum(sentence in text for sentence in visible)
    shown_hidden = sum(sentence in text for sentence in unseen)
    count.pages += 1
    count.shown, count.shown_read = count.shown + len(visible), count.shown_read + read
    count.hidden, count.hidden_read = count.hidden + len(unseen), count.hidden_read + shown_hidden
    count.poor_pages += read < 0.95 * len(visible)
    count.worst.append((len(visible) - read, shown_hidden, str(path)))


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    return " ".join(_DROPPED.sub("", text).casefold().split())


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for sentence in re.split(r"(?<=[.!?\u3002])\s+", _folded(line)):
            is_spaced = sentence.count(" ") >= _LEAST_BLANKS
            if len(sentence) >= _LEAST_SENTENCE and (is_spaced or not sentence.isascii()):
                yield sentence[:300]
