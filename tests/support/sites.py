"""Sites as values: rendered, and read by a parser that is not ours."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote

from claimcheck.formats.site import pages
from claimcheck.formats.site.site import Site

if TYPE_CHECKING:
    from claimcheck import Report
    from claimcheck.assessment.history import History

_VOID = {"meta", "link", "br", "img", "input", "wbr"}
_ALONE = {"rect", "path"}


@dataclass
class ReadPage(HTMLParser):
    """What is in a page: its elements, its links, the texts of its styles and scripts."""

    text: str
    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    raw: list[tuple[str, dict[str, str | None], str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    misnested: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.feed(self.text)
        self.close()
        self.misnested += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag in {"style", "script"}:
            self.raw.append((tag, dict(attrs), ""))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that is empty, as those of drawings are."""
        self.elements.append((tag, dict(attrs)))
        if tag not in _ALONE:
            self.misnested.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note where an element ends."""
        if not self.open or self.open.pop() != tag:
            self.misnested.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if self.open and self.open[-1] in {"style", "script"}:
            tag, attributes, before = self.raw[-1]
            self.raw[-1] = (tag, attributes, before + data)
        else:
            self.words.append(data)

    @property
    def ids(self) -> list[str]:
        """The ids of its elements."""
        return [attributes["id"] or "" for _tag, attributes in self.elements if "id" in attributes]

    @property
    def links(self) -> list[str]:
        """Where it leads."""
        return [
            attributes["href"] or ""
            for tag, attributes in self.elements
            if tag == "a" and "href" in attributes
        ]

    @property
    def shown(self) -> str:
        """Its words, white space folded."""
        return " ".join("".join(self.words).split())

    @property
    def policy(self) -> str:
        """Its Content-Security-Policy."""
        return next(
            attributes["content"] or ""
            for tag, attributes in self.elements
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        )


def site_of(
    report: Report, *, history: History | None = None, base_url: str = "", title: str = "Facts"
) -> Site:
    """Return a site of a report."""
    return Site(report, title, base_url, "", history)


def folder_of(site: Site) -> dict[str, bytes]:
    """Return the files of a site."""
    files = [(page.path, page.data) for page in pages.render(site)]
    assert len(dict(files)) == len(files)
    return dict(files)


def read_pages(site: Site) -> dict[str, ReadPage]:
    """Return the pages of a site as read, the one that holds all as `single`."""
    texts = {path: data for path, data in folder_of(site).items() if path.endswith(".html")}
    texts["single"] = pages.render_single(site)
    return {path: ReadPage(data.decode()) for path, data in texts.items()}


def broken_links(read: dict[str, ReadPage]) -> list[str]:
    """Return the links of pages that lead to no page, or to nothing in it."""
    wrong = []
    ids = {path: {*page.ids} for path, page in read.items()}
    for path, page in read.items():
        for link in page.links:
            if re.match(r"https?://", link) or link == "corrections.atom":
                continue
            target, _, fragment = link.partition("#")
            name = path
            if target:
                folder = path.rpartition("/")[0]
                name = unquote(target.removeprefix("../"))
                if not target.startswith("../") and folder:
                    name = f"{folder}/{name}"
            there = read.get(name)
            is_view = "=" in fragment
            if there is None or (fragment and not is_view and unquote(fragment) not in ids[name]):
                wrong.append(f"{path}: {link}")
    return wrong


def hash_of(text: str) -> str:
    """Return a text's hash as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
