"""Title, author and date of a page are what it declares about itself, and nothing is guessed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from claimcheck.documents import webpage
from claimcheck.documents.page_origin import Origin, of_address
from claimcheck.documents.placeholders import is_day, is_name, is_title
from claimcheck.documents.properties import declared
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions


def page(head: str, body: str = "<h1>Board settles plan</h1><p>It met on Tuesday.</p>") -> Extract:
    data = f"<html><head>{head}</head><body>{body}</body></html>".encode()
    return webpage.read_page(data, ExtractOptions())


def metadata(head: str, body: str = "<h1>Board settles plan</h1>") -> DocumentMetadata:
    return page(head, body).metadata


def linked(*items: dict[str, Any]) -> str:
    return f'<script type="application/ld+json">{json.dumps(items)}</script>'


OTHER = {
    "@type": "NewsArticle", "headline": "Ferry sinks", "datePublished": "2019-01-01",
    "author": {"name": "Ben Ode"}, "url": "https://example.org/ferry",
}  # fmt: skip
OWN = {
    "@type": "NewsArticle", "headline": "Board settles plan", "datePublished": "2021-05-04",
    "author": {"name": "Mira Kole"}, "mainEntityOfPage": {"@id": "https://example.org/plan/"},
}  # fmt: skip


@pytest.mark.parametrize("items", [(OTHER, OWN), (OWN, OTHER)])
@pytest.mark.parametrize("canonical", ["", '<link rel=canonical href="https://example.org/plan">'])
def test_the_item_that_is_the_page_is_taken(
    items: tuple[dict[str, Any], ...], canonical: str
) -> None:
    made = metadata(canonical + linked(*items))

    assert (made.title, made.author, made.issued) == (
        "Board settles plan", ("Mira Kole",), "2021-05-04",
    )  # fmt: skip


def test_an_item_of_another_page_is_not() -> None:
    made = metadata(linked(OTHER))

    assert (made.title, made.author, made.issued) == ("Board settles plan", (), "")


def test_entities_and_tags_are_no_part_of_a_title() -> None:
    item = OWN | {"headline": "Board &#8211; and <i>mayor</i>", "author": "Ren&eacute; Kole"}
    made = metadata(linked(item), "<h1>Board – and mayor</h1>")

    assert (made.title, made.author) == ("Board – and mayor", ("René Kole",))


@pytest.mark.parametrize(
    ("head", "body", "issued"),
    [
        ("<meta property=article:published_time content=2021-05-04T09:00Z>", "", "2021-05-04"),
        ('<meta name=citation_publication_date content="2021/05">', "", "2021-05"),
        ("<meta name=pubdate content=20210504>", "", "2021-05-04"),
        ('<meta name=pubdate content="Tue, 04 May 2021 09:00:00 GMT">', "", "2021-05-04"),
        ('<meta name=pubdate content="May 4, 2021">', "", "2021-05-04"),
        ("", "<time itemprop=datePublished datetime=2021-05-04>", "2021-05-04"),
        ("", "<p>By X <time datetime=2021-05-04T08:00>4 May</time>", "2021-05-04"),
        ('<link rel=canonical href="https://example.org/2021/05/04/plan">', "", "2021-05-04"),
        (
            ('<link rel=canonical href="https://example.org/2021/05/04/plan">'
            '<meta name=pubdate content="2021-05-05T03:00:00Z">'), "", "2021-05-04",
        ),
        ("<meta name=pubdate content=0001-01-01>", "", ""),
        ("<meta name=pubdate content=1970-01-01T00:00:00Z>", "", ""),
        ("<meta name=pubdate content=2021-02-30>", "", ""),
        ("<meta property='article:modified_time' content=2021-05-04>", "", ""),
        (f"<meta name=pubdate content=2021-06-04>{linked(OWN)}", "", ""),
        ("", "<div class=comments><time itemprop=datePublished datetime=2022-09-22></div>", ""),
        ("", "<div itemtype=http://schema.org/Comment><time pubdate datetime=2022-09-22>", ""),
        ("", "<time datetime=2021-05-04>x</time><time datetime=2022-01-01>y</time>", ""),
        ("", "<aside><time datetime=2021-05-04>x</time></aside>", ""),
        ("", "<time>Tuesday, 4 May 2021</time>", "2021-05-04"),
        ("", "<time>Dienstag, 4. Mai 2021</time>", "2021-05-04"),
        ("", "<time>4/5/2021</time>", ""),
        ("", "<time>4 May</time>", ""),
        ("", "<span class='entry-date'>May 4, 2021</span>", "2021-05-04"),
        ("", "<abbr class=published title=2021-05-04T09:00>last week</abbr>", "2021-05-04"),
        ("", "<time>4 May 2021</time><time class=updated>9 May 2021</time>", "2021-05-04"),
        (
            "",
            "<time>4 May 2021</time><blockquote><time datetime=2021-05-02>2 May</time>",
            "2021-05-04",
        ),
        ("<meta name=pubdate content=2021-05-04>", "<time datetime=2021-05-14>", ""),
        (
            '<link rel=canonical href="https://example.org/2021/05/04/plan">',
            "<time>28 April 2021</time>", "",
        ),
        (
            ('<meta name=citation_publication_date content="2021/05">'
            '<meta name=citation_online_date content="2021/05/04">'), "", "2021-05-04",
        ),
    ],
)  # fmt: skip
def test_a_date_is_written_where_what_is_declared_agrees(head: str, body: str, issued: str) -> None:
    assert metadata(head, f"<h1>Board settles plan</h1>{body}").issued == issued


def test_what_is_guessed_is_a_remark() -> None:
    extract = page("", "<h1>Plan</h1><p>It met.</p><p class=date>Published on 4 May 2021</p>")

    assert extract.metadata.issued == ""
    assert extract.remarks == (
        "it may have been published on 2021-05-04; if it was, write issued: 2021-05-04",
    )


@pytest.mark.parametrize("name", ["admin", "jsmith7", "https://example.org/me", "a@example.org"])
def test_a_login_is_no_author(name: str) -> None:
    assert metadata(f'<meta name=author content="{name}">').author == ()


@pytest.mark.parametrize(
    ("before", "after", "origin"),
    [
        (
            ("<!--\n Page saved with SingleFile \n url: https://example.org/plan \n"
            " saved date: Tue May 04 2021 09:30:00 GMT+0000\n-->"), "",
            ("https://example.org/plan", "", "2021-05-04"),
        ),
        (
            "<!-- saved from url=(0024)https://example.org/plan -->", "",
            ("https://example.org/plan", "", ""),
        ),
        (
            ("<link rel=canonical href="
            "https://web.archive.org/web/2021/https://example.org/plan>"),
            ("<!--\n FILE ARCHIVED ON 09:30:00 May 04, 2021 AND RETRIEVED FROM THE\n "
            "INTERNET ARCHIVE ON 10:00:00 Jun 05, 2022.\n-->"),
            (
                "https://example.org/plan",
                "https://web.archive.org/web/2021/https://example.org/plan",
                "2022-06-05",
            ),
        ),
    ],
)  # fmt: skip
def test_archives_and_browsers_say_where_a_page_was_saved(
    before: str, after: str, origin: tuple[str, str, str]
) -> None:
    data = f"{before}<html><body><h1>Plan</h1></body></html>{after}".encode()

    made = webpage.read_page(data, ExtractOptions()).metadata

    assert (made.url, made.archive_url, made.accessed) == origin


def test_the_address_of_an_archive_has_the_page_s_in_it() -> None:
    address = "https://web.archive.org/web/2021id_/http:/example.org/x?y"

    assert of_address(address) == Origin("http://example.org/x?y", address)
    assert of_address("https://example.org/") == Origin("https://example.org/")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Report on the bridge", True), ("Untitled", False), ("Microsoft Word - x.doc", False),
        ("report_final.pdf", False), ("1", False), ("Home", False), ("Homes of Elm", True),
    ],
)  # fmt: skip
def test_a_program_s_word_is_no_title(text: str, *, is_one: bool) -> None:
    assert is_title(text) == is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Mira Kole", True), ("Reuters", True), ("jsmith7", False), ("m.kole", False),
        ("CORP\\mkole", False), ("Windows User", False), ("python-docx", False), ("42", False),
    ],
)  # fmt: skip
def test_a_login_is_no_name(text: str, *, is_one: bool) -> None:
    assert is_name(text) == is_one


def test_days_that_mean_none_are_none() -> None:
    assert not any(map(is_day, (1, 1970, 2021), (1, 1, 13), (1, 1, 1)))
    assert is_day(1931, 3, 3)
    assert is_day(2021, 0, 0)


def test_properties_are_taken_where_they_can_be_right_and_a_person_is_asked_to_look() -> None:
    text = "Report on the ferry\nBy Mira Kole\n"

    assert declared("Report on the ferry", "Mira Kole", text) == (
        "Report on the ferry", ("Mira Kole",), (),
    )  # fmt: skip
    title, authors, remarks = declared("Template letter", "admin; Ben Ode; Reuters", text)
    assert (title, authors) == ("", ("Ben Ode",))
    apart = "is in the file's properties alone"
    assert remarks == (
        f"the title 'Template letter' {apart}, and is not taken from them",
        f"the author 'admin' {apart}, and is not taken from them",
        f"the author 'Ben Ode' {apart}: look whether it is right",
        f"the author 'Reuters' {apart}, and is not taken from them",
    )
