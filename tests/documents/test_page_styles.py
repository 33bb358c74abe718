"""Values that a web page's sheets name, and rules for parts of it, hide what browsers hide."""

from __future__ import annotations

import pytest

from claimcheck.documents import webpage
from claimcheck.documents.reader import ExtractOptions


def text_of(body: str, sheet: str) -> str:
    page = f"<!doctype html><style>{sheet}</style><p>Seen</p>{body}"
    return webpage.read_page(page.encode(), ExtractOptions(whole_page=True), "utf-8").text


HIDDEN = {
    "a value by its name": ("<i>Gone</i>", ":root{--x: none} i{display: var(--x)}"),
    "a name in capitals": ("<i>Gone</i>", "i{--X: none; display: var(--X)}"),
    "what stands in a name's place": ("<i>Gone</i>", "i{display: var(--x, none)}"),
    "a name in another's place": ("<i>Gone</i>", "i{display: var(--x, var(--y, none))}"),
    "a name of a name": ("<i>Gone</i>", "p,i{--x: var(--y); --y: hidden} i{visibility: var(--x)}"),
    "a name that is set around": ("<p class=a><i>Gone</i>", ".a{--x: none} i{display: var(--x)}"),
    "a name in an own style": ("<p style='--x: 0'><i>Gone</i>", "i{opacity: var(--x)}"),
    "an own style with a name": ("<i style='display: var(--x)'>Gone</i>", "*{--x: none}"),
    "a part of a value": (
        "<p class=a>Gone</p>",
        "*{--x: 1} .a{--x: 0} p{transform: translate(1px, 0) rotate(0) scaleX(var(--x))}",
    ),
    "a name set to nothing": (
        "<b>Gone</b>", "b{--x:; display: block; transform: var(--x) scale(0)}"
    ),
    "a rule for a wide box": (
        "<i>Gone</i>", "*{container-type: inline-size} @container (min-width: 9em){i{display:none}}"
    ),
    "a rule for a part": ("<p class=a><i>Gone</i>", "@scope (.a){i{display: none}}"),
    "a rule for a part itself": ("<p class=a>Gone</p>", "@scope (.a){:scope{display: none}}"),
    "a rule behind a stray end": ("<i>Gone</i>", "b{}} b{color: red} i{display: none}"),
    "a drawer beside the screen": (
        "<i>Gone</i>", "i{position: fixed; right: -360px; max-width: 360px}"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "sheet"), HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden(body: str, sheet: str) -> None:
    assert "Gone" not in text_of(body, sheet)


SHOWN = {
    "a name that has no value": ("<i>Here</i>", "i{display: none; display: var(--x)}"),
    "names that lead round": (
        "<i>Here</i>", "*{--x: var(--y); --y: var(--x)} i{display: var(--x)}"
    ),
    "a name that is taken back": (
        "<p style='--x: 0'><i style='--x: initial'>Here</i>", "i{opacity: var(--x, 1)}"
    ),
    "a name that is set nearer": (
        "<p style='--x: 0'><i style='--x: 1'>Here</i>", "i{opacity: var(--x)}"
    ),
    "a name of words beside it": ("<i>Here</i>", "i::before{--x: none} i{display: var(--x)}"),
    "a rule for a narrow box": ("<i>Here</i>", "@container a (width < 400px){i{display: none}}"),
    "a rule for a box's style": ("<i>Here</i>", "@container style(--x: 1){i{display: none}}"),
    "a rule for another part": ("<i>Here</i>", "@scope (.a){i{display: none}}"),
    "a rule for a part without a hole": (
        "<p class=a><b><i>Here</i></b>", "@scope (.a) to (b){i{display: none}}"
    ),
    "the rule behind a stray end": ("<i>Here</i>", "b{}} i{display: none}"),
    "a rule for no screen": ("<i>Here</i>", "@media (width:9px}){i{display: none}} b{}"),
    "a drawer that reaches onto the screen": (
        "<i>Here</i>", "i{position: fixed; right: -360px; width: 900px}"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "sheet"), SHOWN.values(), ids=SHOWN)
def test_what_is_not_hidden(body: str, sheet: str) -> None:
    assert "Here" in text_of(body, sheet)


READ = {
    "rows of a template": ("<template><tr><td>Gone</template><p>Here</p>", "Seen\n\nHere"),
    "templates in a template": (
        "<template>a<template>b</template>c</template><p>Here</p>", "Seen\n\nHere",
    ),
    "the name of a template in a script": (
        "<script>'<template>'</script><p>Here</p><template>a</template>", "Seen\n\nHere",
    ),
    "a template in one that is shown": (
        "<div><template shadowrootmode=open><p>Here</p><template>a</template></template></div>",
        "Seen\n\nHere",
    ),
    "a button in a sentence": ("<p>Share <button>it</button>, or go", "Seen\n\nShare it, or go"),
    "buttons side by side": ("<button>One</button><button>Two</button>", "Seen\n\nOne Two"),
    "a sign that is struck out": ("<p><s>#</s>Here</p>", "Seen\n\n#Here"),
    "a mark of the sentence that is raised": (
        "<p>March 22<sup>nd,</sup> 2023</p>", "Seen\n\nMarch 22nd, 2023",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "text"), READ.values(), ids=READ)
def test_what_is_read(body: str, text: str) -> None:
    assert text_of(body, "") == f"{text}\n"


SENTENCES = "<p>One of the many sentences of this article.</p>" * 20


def test_a_page_that_hides_all_of_itself_is_opened_and_that_is_told() -> None:
    sheet = ".a, .b { display: none }"
    page = f"<style>{sheet}</style><main class=a>{SENTENCES}<p class=b>Gone</p></main>"

    extract = webpage.read_page(page.encode(), ExtractOptions())

    assert "many sentences" in extract.text
    assert "Gone" not in extract.text
    gap = "what hides the boxes around most of it was passed over"
    assert extract.gaps == (f"its styles hide all of it until a script runs, so {gap}",)


def test_an_attribute_that_hides_all_of_a_page_is_passed_over() -> None:
    assert "many sentences" in text_of(f"<div hidden>{SENTENCES}</div>", "p { color: red }")


def test_a_page_that_hides_each_of_its_parts_is_read_without_its_sheets() -> None:
    page = f"<style>p {{ display: none }}</style>{SENTENCES}"

    extract = webpage.read_page(page.encode(), ExtractOptions())

    assert "many sentences" in extract.text
    assert extract.gaps == (
        "its styles hide all of it until a script runs, so they were not followed",
    )


def test_a_page_that_hides_what_no_script_shows_is_no_page_without_its_sheets() -> None:
    parts = "<p style='display: none'>One of the words that nobody reads.</p>" * 20

    extract = webpage.read_page(f"<p>Seen</p>{parts}".encode(), ExtractOptions())

    assert extract.text == "Seen\n"
    assert extract.gaps == ("140 words that the page hides are left out",)
