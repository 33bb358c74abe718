"""`claimcheck source watch`: what became of quoted passages, from a server on this machine."""

from __future__ import annotations

import json
from importlib.resources import files as files_of
from typing import TYPE_CHECKING

import jsonschema
import pytest

from support.web import Page, Web, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

HERE = ("--allow-network", "127.0.0.1")
TYPE = {"Content-Type": "text/html; charset=utf-8"}
BEFORE = ("The council met on Monday.", "Nobody spoke about the ferry.")
PASSAGE = "The bridge is closed to all traffic"
AFTER = ("Lorries use the other road.", "The mayor was away.", "It rained the whole day.")
CLAIM = f"""\
claim: The bridge was closed.
kind: event
evidence:
  - {{source: report, stance: supports, quote: {PASSAGE}}}
"""


def html(*lines: str) -> bytes:
    return f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode()


ORDINARY = html(*BEFORE, f"{PASSAGE}.", *AFTER)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as served:
        yield served


@pytest.fixture
def root(write: Write, run: Run, web: Web) -> Path:
    """A project with one claim on one page of the server."""
    root = write({"claims/bridge.yaml": CLAIM})
    web.pages["/report"] = Page(ORDINARY, headers=TYPE)
    added = run("source", "add", f"{web.address}/report", "--id", "report", *HERE, "-C", root)
    assert added.status == 0, added.err
    return root


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


EDITIONS = {
    "unchanged": (ORDINARY, 0, f"unchanged: bridge, item 1: “{PASSAGE}”"),
    "moved": (
        html("A line that is new.", "And one more.", *BEFORE, f"{PASSAGE}.", *AFTER),
        0,
        f"moved: bridge, item 1: “{PASSAGE}” appears in line ",
    ),
    "changed": (
        html(*BEFORE, "The bridge is open to all traffic.", *AFTER),
        1,
        "changed: bridge, item 1: “The bridge is [closed] to all traffic” reads “The bridge is [op",
    ),
    "reworded around": (
        html(*BEFORE, f"It is wrong that: {PASSAGE}.", *AFTER),
        1,
        f"reworded around: bridge, item 1: “{PASSAGE}” reads “",
    ),
    "gone": (html(*BEFORE, *AFTER), 1, f"gone: bridge, item 1: “{PASSAGE}”"),
    "paywall": (
        html(*BEFORE, "Subscribe to continue reading this article."),
        1,
        f"paywall: bridge, item 1: “{PASSAGE}” (the page asks to subscribe or to log in)",
    ),
    "corrected": (
        html(*BEFORE, f"{PASSAGE}.", *AFTER, "Correction: it was closed on Tuesday."),
        1,
        "newly corrected: “Correction: it was closed on Tuesday.”",
    ),
}


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_passage_is_told_in_one_line(run: Run, root: Path, web: Web, edition: str) -> None:
    page, status, expected = EDITIONS[edition]
    web.pages["/report"] = Page(page, headers=TYPE)
    before = files(root)

    watched = run("source", "watch", *HERE, "-C", root)

    assert watched.status == status
    assert [line for line in watched.out.splitlines() if f"report: {expected}" in line]
    assert watched.out.splitlines()[-1].startswith("1 passage of 1 source: 1 ")
    assert files(root) == before


@pytest.mark.parametrize("edition", EDITIONS)
def test_programs_are_told_the_same(run: Run, root: Path, web: Web, edition: str) -> None:
    page, status, expected = EDITIONS[edition]
    web.pages["/report"] = Page(page, headers=TYPE)
    schema = files_of("claimcheck") / "formats" / "schemas" / "watched.json"

    watched = run("source", "watch", "--format", "json", *HERE, "-C", root)

    answer = json.loads(watched.out)
    jsonschema.validate(answer, json.loads(schema.read_text("utf-8")))
    (source,) = answer["sources"]
    (passage,) = source["passages"]
    fate = passage["fate"]
    assert watched.status == status
    assert source["fine"] is (status == 0)
    assert fate.replace("-", " ") in expected or source["corrections"]
    assert answer["totals"][fate] == sum(answer["totals"].values()) == 1
    assert (passage["claim"], passage["item"], passage["quote"]) == ("bridge", 1, PASSAGE)
    is_there = fate in {"unchanged", "moved", "reworded-around"}
    assert (passage["now"] == PASSAGE) is is_there
    assert bool(passage["difference"]) is (fate == "changed")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (Page(b"no", 404), "page gone: bridge, item 1: “{}” (the server answers 404"),
        (Page(b"no", 410), "page gone: bridge, item 1: “{}” (the server answers 410"),
        (Page(b"no", 402), "paywall: bridge, item 1: “{}” (the server answers 402"),
        (Page(b"no", 500), "unchecked: bridge, item 1: “{}” (the server answers 500"),
        (
            Page(b"no", 503, reason="upstream answers 404"),
            "unchecked: bridge, item 1: “{}” (the server answers 503 upstream answers 404",
        ),
        (
            Page(b"<!doctype html><html><title>404 Not Found</title></html>", headers=TYPE),
            "page gone: bridge, item 1: “{}” (what is there now is a server's error page",
        ),
        (
            Page(b"", 302, {"Location": "/"}),
            "redirected: bridge, item 1: “{}” (the address leads elsewhere)",
        ),
        (
            Page(b"", 302, {"Location": "/image.png"}),
            "redirected: bridge, item 1: “{}” (it is of a kind that is not read (image/png))",
        ),
    ],
)
def test_what_became_of_the_page_is_told_of_its_passages(
    run: Run, root: Path, web: Web, page: Page, expected: str
) -> None:
    web.pages["/"] = Page(html("Welcome to our new site."), headers=TYPE)
    web.pages["/image.png"] = Page(b"\x89PNG", headers={"Content-Type": "image/png"})
    web.pages["/report"] = page

    watched = run("source", "watch", "report", *HERE, "-C", root)

    assert watched.status == 1
    assert f"report: {expected.format(PASSAGE)}" in watched.out


def test_a_page_that_only_moved_house_is_read_there(run: Run, root: Path, web: Web) -> None:
    web.pages["/2026/report"] = web.pages["/report"]
    web.pages["/report"] = Page(b"", 301, {"Location": "/2026/report"})

    watched = run("source", "watch", *HERE, "-C", root)

    assert watched.status == 0
    assert f"{web.address}/report leads to {web.address}/2026/report now" in watched.out
    assert "report: unchanged: " in watched.out


def test_a_page_that_asks_for_money_and_shows_all_is_unchanged(
    run: Run, root: Path, web: Web
) -> None:
    page = ORDINARY.replace(b"</body>", b"<p>Already a subscriber?</p></body>")
    web.pages["/report"] = Page(page, headers=TYPE)

    assert "report: unchanged: " in run("source", "watch", *HERE, "-C", root).out


def test_nothing_is_asked_of_a_network_that_nobody_allowed(run: Run, root: Path, web: Web) -> None:
    web.requests.clear()

    watched = run("source", "watch", "-C", root)

    assert watched.status == 1
    assert "unchecked: bridge, item 1: " in watched.out
    assert "not a public address" in watched.out
    assert web.requests == []


def test_what_has_no_address_or_no_quotation_is_counted_and_named(
    run: Run, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("The ferry sank.\n")
    assert run("source", "add", tmp_path / "letter.txt", "--id", "letter", "-C", root).status == 0
    before = run("source", "watch", "letter", *HERE, "-C", root)
    claim = CLAIM + "  - {source: letter, stance: context, quote: The ferry sank}\n"
    (root / "claims" / "bridge.yaml").write_text(claim)

    everything = run("source", "watch", *HERE, "-C", root)
    named = run("source", "watch", "letter", *HERE, "-C", root)
    unknown = run("source", "watch", "lettre", *HERE, "-C", root)

    assert before.out.startswith("letter: nothing is quoted from it, and its page could not be ")
    assert before.status == 1
    assert everything.out.endswith("1 quoted source without an address\n")
    assert named.status == 1
    assert "(its record names no address)" in named.out
    assert (unknown.status, "did you mean letter?" in unknown.err) == (2, True)


def test_what_never_stood_there_is_not_called_gone(run: Run, root: Path) -> None:
    (root / "claims" / "bridge.yaml").write_text(CLAIM.replace("closed", "painted red"))

    watched = run("source", "watch", *HERE, "-C", root)

    assert "unchecked: bridge, item 1: " in watched.out
    assert "(it does not appear in the pinned document either)" in watched.out
