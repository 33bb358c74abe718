"""What is seen of a web page becomes its text, in reading order; what is hidden does not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents import webpage
from claimcheck.documents.reader import ExtractOptions
from claimcheck.model.errors import UnreadableError


def text_of(body: str, head: str = "") -> str:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return webpage.read_page(page.encode(), ExtractOptions(whole_page=True), "utf-8").text


SEEN = {
    "blocks part paragraphs": ("<div>One</div><div>Two</div>", "One\n\nTwo"),
    "blanks collapse": ("<p>One \n  two</p>", "One two"),
    "an inline element parts no word": ("<p>im<b>port</b>ant</p>", "important"),
    "a break ends a line": ("<p>One<br>two</p>", "One\ntwo"),
    "two breaks end a paragraph": ("One<br><br>two", "One\n\ntwo"),
    "an empty block between two lines": ("<p>in 1911<div></div>15 men</p>", "in 1911\n\n15 men"),
    "preformatted text keeps its lines": ("<pre>a\n  b</pre>", "a\n  b"),
    "a list": ("<ul><li>One<li><a href=x>Two</a></ul>", "One\n\nTwo"),
    "a caption": ("<figure><img><figcaption>The mayor</figcaption></figure>", "The mayor"),
    "raised text is marked": ("10<sup>6</sup> boats", "10^6 boats"),
    "raised cents": ("$12<sup>50</sup>", "$12^50"),
    "raised text that would join what follows": ("x<sup>2</sup>3", "x^(2)3"),
    "raised digits before a letter": ("<sup>1</sup>H", "^1H"),
    "an item that begins with raised text": (
        "<ol><li><sup>1</sup>Department of Biology</ol>", "\x1f1. ^1Department of Biology",
    ),
    "raised words": ("x<sup>n + 1</sup>", "x^(n + 1)"),
    "an ordinal number": ("the 1<sup>st</sup> of May", "the 1st of May"),
    "raised by a style": ("10<span style='vertical-align: super'>6</span>", "10^6"),
    "a note's mark by its link": (
        "in 2020<sup><a href='#fn'>3</a></sup>, the", "in 2020^3\u2060, the",
    ),
    "a note's mark by its role": (
        "in 2020<a role='doc-noteref' href='#n'>3</a>, the", "in 2020^3\u2060, the",
    ),
    "a note's mark by its type": (
        "2020<sup><a epub:type='noteref' href='#n'>3</a></sup> a", "2020^3\u2060 a",
    ),
    "a note's mark by its brackets": ("a town<sup>[3]</sup> on", "a town^[3] on"),
    "a note's mark by the word before it": ("points<sup>1</sup> and", "points^1\u2060 and"),
    "a note's mark whose brackets are raised by themselves": (
        "a town<sup>[</sup><sup><a href='#n'>source needed</a></sup><sup>]</sup> on",
        "a town^[source needed] on",
    ),
    "a unit has no notes": ("15 m<sup>3</sup> of", "15 m^3 of"),
    "lowered text stays on the line": ("CO<sub>2</sub>", "CO2"),
    "lowered text joins no number": ("log<sub>2</sub>8, 5<sub>2</sub>", "log2 8, 5_2"),
    "quotation marks of q": ("<q>yes, <q>no</q></q>", "“yes, ‘no’”"),
    "ruby in brackets": ("<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>", "東京(とうきょう)"),
    "cells by tabs": (
        "<table><tr><th>Year<th>Boats<tr><td>2019<td>16.4</table>", "Year\tBoats\n2019\t16.4",
    ),
    "an empty cell keeps its place": (
        "<table><tr><td>a<td><td>3<tr><td>b<td>2<td></table>", "a\t\t3\nb\t2",
    ),
    "a cell over two columns, and one over two rows": (
        "<table><tr><td colspan=2>a<td>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>",
        "a\t\tb\nc\td\te\n\tf\tg",
    ),
    "a cell with a line break": ("<table><tr><td>4<br>May<td>x</table>", "4 May\tx"),
    "a table that only lays out": (
        "<table><tr><td><table><tr><td>a<td>b<tr><td>d</table><td>c</table>", "a\tb\nd\n\nc",
    ),
    "a button apart from its neighbour": ("<button>A</button><button>B</button>", "A B"),
    "a number in an inline block": (
        "<span>5</span><span style='display:inline-block'>236</span>", "5 236",
    ),
    "spans that a sheet makes blocks": ("<i class=b>1</i><i class=b>2</i>", "1\n\n2"),
    "an item of a flex box": ("<div style='display:flex'><i>1</i><i>2</i></div>", "1\n\n2"),
    "a drop cap joins its word": ("<p><span style='float:left'>T</span>he board", "The board"),
    "the value of a field": ("Total <input value='42'> boats", "Total 42 boats"),
    "the chosen option": ("<select><option>a<option selected>b</select>", "b"),
    "a box of options": (
        "Of <select multiple><option>a<option selected>b<option>c</select>", "Of\na\nb\nc",
    ),
    "a drop-down list without a choice": ("<select><option>a<option>b</select>", "a"),
    "an emoji's picture": ("Yes <img alt='👍'> sir", "Yes 👍 sir"),
    "no other picture": ("Yes <img alt='A thumb'> sir", "Yes sir"),
    "a formula": (
        "<math><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mfrac><mi>a</mi><mi>b</mi></mfrac></math>",
        "x^2=a/b",
    ),
    "a formula's picture": ("<img class='math-inline' alt='{\\displaystyle a}'>", "a"),
    "a frame with its own text": ("<iframe srcdoc='<p>Inside</p>'></iframe>", "Inside"),
    "an open shadow tree": (
        "<a-b><template shadowrootmode=open><p>Before <slot></slot></p></template>light</a-b>",
        "Before light",
    ),
    "what follows the end of the page": ("One</body></html><p>Two", "One\n\nTwo"),
    "control characters of the page": ("a&#12;b\x1dc\x80d", "a b\ufffdcd"),
    "lettering in a drawing": (
        "<svg><title>No</title><defs><text>No</text></defs><text>By <b>15</b><b y=1>May</b></text>",
        "By 15 May",
    ),
    "what is hidden from readers of screens alone": ("<p aria-hidden=true>Seen</p>", "Seen"),
    "an open section": ("<details open><summary>S</summary>Seen</details>", "S\n\nSeen"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "text"), SEEN.values(), ids=SEEN)
def test_what_is_seen(body: str, text: str) -> None:
    head = "<style>.b { display: block }</style>"

    assert text_of(body, head) == f"{text}\n"


HIDDEN = {
    "the attribute": ("<p hidden>Gone</p>", ""),
    "a template": ("<template><p>Gone</p></template>", ""),
    "a script": ("<script>Gone</script>", ""),
    "text for browsers without scripts": ("<noscript>Gone</noscript>", ""),
    "a closed section": ("<details><summary>S</summary>Gone</details>", ""),
    "a closed dialogue": ("<dialog>Gone</dialog>", ""),
    "a popover": ("<div popover>Gone</div>", ""),
    "an own style": ("<p style='display: none'>Gone</p>", ""),
    "a sheet": ("<p class=x>Gone</p>", ".x { display: none }"),
    "a sheet for wide screens": ("<i>Gone</i>", "@media (min-width: 60em) { i { display: none } }"),
    "an important rule": ("<p class=x id=y>Gone", ".x{display:none!important} #y{display:block}"),
    "the more specific rule": ("<p class=x id=y>Gone</p>", "#y{display:none} .x{display:block}"),
    "the later rule": ("<p class=x>Gone</p>", ".x{display:block} .x{display:none}"),
    "a descendant": ("<div class=x><b><i>Gone</i></b></div>", ".x i { display: none }"),
    "a child": ("<div class=x><i>Gone</i></div>", ".x > i { display: none }"),
    "a neighbour": ("<b></b><i>Gone</i>", "b + i { display: none }"),
    "a selector with :not and a list": ("<i class=x>Gone</i>", "i:not(.a, .b) { display: none }"),
    "one of a list": ("<p class=x><i>Gone</i>", ":is(.x > i, .y) { display: none }"),
    "one of a list that is not the first": (
        "<i></i><i>Gone</i>", ":is(b, i):last-of-type { display: none }"
    ),
    "one that holds another": ("<p>Gone <i></i></p>", "p:has(> i) { display: none }"),
    "one that another follows": ("<p>Gone</p><b></b>", "p:has(+ b) { display: none }"),
    "none of a list of places": ("<p class=x><i>Gone</i>", "i:not(.y i, b > i) { display: none }"),
    "a list that counts as its most exact": (
        "<i class=x id=y>Gone</i>", ":is(#z, .x) { display: none } i.x.x { display: block }"
    ),
    "the last child but one": ("<p><i>Gone</i><b>a</b>", "p :nth-last-child(2) { display: none }"),
    "an element that waits for its script": ("<a-b>Gone</a-b>", ":not(:defined) { display: none }"),
    "a slash that ends nothing": ("<div hidden/>Gone", ""),
    "a selector by an attribute": ("<i data-a='xy'>Gone</i>", "[data-a^=x] { display: none }"),
    "the second child": ("<p><b>a</b><i>Gone</i>", "p :nth-child(2) { display: none }"),
    "an escaped class": ("<i class='md:x'>Gone</i>", ".md\\:x { display: none }"),
    "a rule after one with braces in a string": ("<i>Gone</i>", "b{content:'}'} i{display:none}"),
    "a layer": ("<i>Gone</i>", "@layer a { i { display: none } }"),
    "visibility": ("<p style='visibility: hidden'>Gone</p>", ""),
    "clipping": ("<i style='position:absolute; clip: rect(1px,1px,1px,1px)'>Gone</i>", ""),
    "a clip path": ("<i style='clip-path: inset(50%)'>Gone</i>", ""),
    "a box of one pixel": ("<div style='height:1px; overflow:hidden'>Gone</div>", ""),
    "a box without height": ("<div style='max-height:0; overflow:hidden'>Gone</div>", ""),
    "a menu beside the screen": (
        "<i style='position:fixed; left:-320px; width:320px'>Gone</i>", ""
    ),
    "a menu moved off the screen": (
        "<i style='position:fixed; top:0; transform:translateX(-100%)'>Gone</i>", ""
    ),
    "a place off the page": ("<i style='position:absolute; left:-9999px'>Gone</i>", ""),
    "an indent off the page": ("<p style='text-indent: -9999px'>Gone</p>", ""),
    "no opacity": ("<p style='opacity: 0'>Gone</p>", ""),
    "no size": ("<p style='font-size: 0'>Gone</p>", ""),
    "no colour": ("<p style='color: transparent'>Gone</p>", ""),
    "nearly white on white": ("<p style='color: #fefdfe; background: #fff'>Gone</p>", ""),
    "white on white": ("<p style='color: #fff; background: #fff'>Gone</p>", ""),
    "a pixel's size": ("<p style='font-size: 1px'>Gone</p>", ""),
    "shrunk to a thousandth": ("<p style='transform: scale(0.001)'>Gone</p>", ""),
    "shrunk to nothing": ("<p style='transform: scale(0)'>Gone</p>", ""),
    "black on black": ("<p style='color: #000; background-color: rgb(0 0 0)'>Gone</p>", ""),
    "a colour with no share": ("<p style='color: hsl(0 0% 0% / 0%)'>Gone</p>", ""),
    "letters without a filling": ("<p style='-webkit-text-fill-color: transparent'>Gone</p>", ""),
    "the colour of what is around": (
        "<div style='color:transparent'><p style='color:inherit'>Gone</p></div>", "",
    ),
    "a filter": ("<p style='filter: opacity(0)'>Gone</p>", ""),
    "a short form without a size": ("<p style='font: 0/0 a'>Gone</p>", ""),
    "half clipped from either side": ("<p style='clip-path: inset(0 50%)'>Gone</p>", ""),
    "clipped to a point": ("<p style='clip-path: circle(0 at 50% 50%)'>Gone</p>", ""),
    "clipped to one corner": ("<p style='-webkit-clip-path: polygon(0 0,0 0,0 0)'>Gone</p>", ""),
    "a place far from the other side": ("<p style='position:absolute; right:9999px'>Gone</p>", ""),
    "four sides at once": (
        "<p style='position:absolute; inset:-9999px auto auto -9999px'>Gone</p>", ""
    ),
    "a box below the screen": ("<p style='position:fixed; top:100%'>Gone</p>", ""),
    "a margin off the page": ("<p style='margin: 0 0 0 -9999px'>Gone</p>", ""),
    "an indent by a whole line": (
        "<p style='text-indent:100%; white-space:nowrap; overflow:hidden'>Gone</p>", ""
    ),
    "moved off the page": ("<p style='transform: translateX(-9999px)'>Gone</p>", ""),
    "shrunk by its zoom": ("<p style='zoom: 0.01'>Gone</p>", ""),
    "shrunk by a sheet's zoom": ("<p class=x>Gone</p>", ".x { zoom: 2% }"),
    "turned to its edge": ("<p style='transform: rotateY(90deg)'>Gone</p>", ""),
    "a scale of nothing": ("<p style='scale: 0'>Gone</p>", ""),
    "a row without height": (
        "<div style='display:grid; grid-template-rows:0fr'><p style='overflow:clip'>Gone</p>",
        "",
    ),
    "a box without height that scrolls": ("<p style='height:0; overflow:auto'>Gone</p>", ""),
    "content that is not drawn": ("<p style='content-visibility: hidden'>Gone</p>", ""),
    "a nested rule": ("<div class=x><i>Gone</i></div>", ".x { & i { display: none } }"),
    "a nested rule for screens": (
        "<b class=x>Gone</b>", ".x { @media screen { display: none } }"
    ),
    "what a browser of today does": (
        "<i>Gone</i>", "@supports (display: grid) and (gap: 1em) { i { display: none } }"
    ),
    "what nobody else's browser does": (
        "<i>Gone</i>", "@supports not (-ms-ime-align: auto) { i { display: none } }"
    ),
    "shown again where others do something": (
        "<i class=x>Gone</i>", (".x { display: none } @supports (overflow: -webkit-marquee) and"
        " (justify-content: inherit) { .x { display: block } }")
    ),
    "a sheet in marks of XML that are comments": (
        "<i>Gone</i>", "/*<![CDATA[*/ i { display: none } /*]]>*/"
    ),
    "a rule for all but paper": ("<i>Gone</i>", "@media not print { i { display: none } }"),
    "a gauge's text for old browsers": ("<meter value=1>Gone</meter>", ""),
    "a hidden field": ("<input type=hidden value=Gone>", ""),
    "the text of a picture that is drawn": ("<canvas>Gone</canvas>", ""),
}  # fmt: skip


@pytest.mark.parametrize(("body", "sheet"), HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden(body: str, sheet: str) -> None:
    assert "Gone" not in text_of(f"<p>Seen</p>{body}", f"<style>{sheet}</style>")


SHOWN = {
    "a zoom that browsers pass over": ("<p style='zoom: 0'>Here</p>", ""),
    "a zoom": ("<p style='zoom: 90%'>Here</p>", ""),
    "a rule for paper": ("<i class=x>Here</i>", "@media print { .x { display: none } }"),
    "a rule for others' browsers": (
        "<i>Here</i>", ("@supports (-moz-appearance: none) or (-ms-ime-align: auto)"
        " { i { display: none } }")
    ),
    "a rule for what no browser lacks": (
        "<i>Here</i>", "@supports not ((display: grid) and selector(a > b)) { i { display: none } }"
    ),
    "a list that counts for nothing": (
        "<i class=x>Here</i>", ":where(#x, .x) { display: none } i { display: block }"
    ),
    "one that does not hold another": (
        "<p>Here</p><b></b>", "p:has(b), p:has(> b) { display: none }"
    ),
    "the first of its kind in a list": (
        "<b></b><i>Here</i>",
        "i { display: none } :is(p > b, body > i):first-of-type { display: inline }",
    ),
    "a list with one part that nobody can read": (
        "<i>Here</i>", "i { display: none } :is(%, i) { display: inline }"
    ),
    "a rule with a list that must be read whole": ("<i>Here</i>", "i:not(%) { display: none }"),
    "a sheet for browsers without scripts": (
        "<i>Here</i><noscript><style>i { display: none }</style></noscript>", ""
    ),
    "a page whose first tag has a slash": ("Here", "</style></head/><body/><style>"),
    "a rule for telephones": ("<i>Here</i>", "@media (max-width: 600px) { i { display: none } }"),
    "a rule for the mouse": ("<i>Here</i>", "i:hover { display: none }"),
    "a rule for what stands before": ("<i>Here</i>", "i::before { display: none }"),
    "a rule for others": ("<i class=y>Here</i>", ".x.y, .y .y { display: none }"),
    "a sheet in marks of XML, which is one broken rule": (
        "<i>Here</i>", "<![CDATA[ b { color: red } i { display: none } ]]>"
    ),
    "a comment in a sheet": ("<i>Here</i>", "/* i { display: none } */"),
    "a sheet for paper": ("<i>Here</i>", "</style><style media=print>i { display: none }"),
    "hidden, and shown by its style": ("<p hidden style='display:block'>Here</p>", ""),
    "visible within what is not": (
        "<div style='visibility:hidden'><b style='visibility:visible'>Here</b></div>", "",
    ),
    "a size within what has none": (
        "<div style='font-size:0'><b style='font-size:12px'>Here</b></div>", "",
    ),
    "a page that waits for its script": ("Here", "body { opacity: 0; visibility: hidden }"),
    "a page whose parts wait for the script of React": (
        f"<div hidden id='S:1f'>Here {'word ' * 60}</div>", ""
    ),
    "a box moved within the page": (
        "<i style='position:absolute; left:-20px; transform:translate(-50%, -50%)'>Here</i>", "",
    ),
    "what an animation brings in": ("<p style='opacity:0; animation: in 1s'>Here</p>", ""),
    "words in a line, which have no height": (
        "<span style='height:0; overflow:hidden'>Here</span>", ""
    ),
    "a ground that reaches over the page": (
        "<p style='margin:0 -9999px; padding:0 9999px'>Here</p>", ""
    ),
    "filled letters of no colour": (
        "<p style='color:transparent; -webkit-text-fill-color:black'>Here</p>", ""
    ),
    "a tab that is chosen": (
        "<div><input type=radio checked><p>Here</p></div>",
        "p { display: none } :checked ~ p { display: block }",
    ),
    "a low box that scrolls": ("<div style='height:1px; overflow:auto'>Here</div>", ""),
    "letters cut out of a background": (
        "<p style='color: transparent; background: linear-gradient(red, blue)'>Here</p>", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "sheet"), SHOWN.values(), ids=SHOWN)
def test_what_is_not_hidden(body: str, sheet: str) -> None:
    assert "Here" in text_of(f"<p>Seen</p>{body}", f"<style>{sheet}</style>")


WRITTEN_BY_STYLE = {
    "numbers of a list": (
        "<ol><li>close it<li>open it</ol>", "", "\x1f1. close it\n\n\x1f2. open it",
    ),
    "letters, and a value": ("<ol type=a><li>x<li value=5>y</ol>", "", "\x1fa. x\n\n\x1fe. y"),
    "a start, backwards": ("<ol start=7 reversed><li>x<li>y</ol>", "", "\x1f7. x\n\n\x1f6. y"),
    "backwards from the end": ("<ol reversed><li>x<li>y</ol>", "", "\x1f2. x\n\n\x1f1. y"),
    "a number before a paragraph": ("<ol><li><p>x</p></ol>", "", "\x1f1. x"),
    "no number for an empty item": ("<ol><li><img></ol><p>x</p>", "", "x"),
    "a hidden item does not count": ("<ol><li hidden>x<li>y</ol>", "", "\x1f1. y"),
    "a list without marks": ("<ol><li>x</ol>", "ol {list-style: none}", "x"),
    "items without marks": ("<ol><li>x</ol>", "li {list-style-type: none}", "x"),
    "items on one line": ("<ol><li>x<li>y</ol>", "li {display: inline}", "xy"),
    "Roman numbers by a style": (
        "<ol><li>x</ol>", "ol {list-style: upper-roman inside}", "\x1fI. x",
    ),
    "bullets are ornaments": ("<ul><li>x</ul>", "", "x"),
    "a sign before a price": ("<b>12</b> now", "b::before {content: '$'}", "$12 now"),
    "a minus before a dose": ("<b>5</b> mg", "b::before {content: '−'}", "−5 mg"),
    "a unit from an attribute": ("5<i u=' kg'></i>", "i:after {content: attr(u)}", "5 kg"),
    "a heading's number": (
        "<h2>A</h2><h2>B</h2>",
        "body {counter-reset: s} h2::before {counter-increment: s; content: '§ ' counter(s) ' '}",
        "§ 1 A\n\n§ 2 B",
    ),
    "numbers of nested lists": (
        "<ul><li>x<ul><li>y<li>z</ul><li>v</ul>",
        (
            "ul {counter-reset: a; list-style: none} li {counter-increment: a}"
            "li::before {content: counters(a, '.') ' '}"
        ),
        "1 x\n\n1.1 y\n\n1.2 z\n\n2 v",
    ),
    "a block of its own": ("<p>x</p>", "p::after {content: 'End'; display: block}", "x\n\nEnd"),
    "quotation marks of the page's own": (
        "<q>no</q>", "q::before {content: '« '} q::after {content: ' »'}", "« no »",
    ),
    "no picture of a font for icons": ("x<i></i>", "i::before {content: '\\e900'}", "x"),
    "no arrow beside a link": ("<a>x</a>.", "a::after {content: ' ↗'}", "x."),
    "nothing until a pointer is over it": ("<p>x</p>", "p:hover::after {content: 'hint'}", "x"),
    "nothing that is hidden": ("<p>x</p>", "p::after {content: 'no'; display: none}", "x"),
    "nothing without a size": ("<p>x</p>", "p::after {content: 'no'; font-size: 0}", "x"),
    "nothing that is only read out": ("<p>x</p>", "p::after {content: '' / 'no'}", "x"),
    "a later rule takes it back": (
        "<p>x</p>", "p::after {content: 'no'} p::after {content: none}", "x",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "sheet", "text"), WRITTEN_BY_STYLE.values(), ids=WRITTEN_BY_STYLE)
def test_what_the_style_writes_is_seen(body: str, sheet: str, text: str) -> None:
    assert text_of(body, f"<style>{sheet}</style>") == text + "\n"


def test_the_number_of_an_item_takes_it_out_of_no_main_part() -> None:
    items = [f"The board decided on matter {at} after a long debate in May." for at in "abcd"]
    story = "".join(f"<p>{'The mayor spoke of the landing for an hour. ' * 4}</p>" for _ in items)
    page = (
        f"<nav><a href=x>Home and all of our other pages</a></nav><article><h1>Plan</h1>{story}"
        f"<ol>{''.join(f'<li>{item}</li>' for item in items)}</ol></article>"
    )
    extract = webpage.read_page(page.encode(), ExtractOptions(), "utf-8")
    main = "".join(extract.text[start:end] for start, end in extract.main)

    assert all(f"\x1f{at}. {item}" in main for at, item in enumerate(items, 1))


ON_A_GROUND = {
    "white on the page": ("<p style='color: #fff'>no</p>", "", ""),
    "white by a sheet": ("<p class=w>no</p>", ".w {color: white}", ""),
    "on an ancestor's colour": (
        "<div style='background: #000'><p style='color: #fff'>yes</p></div>", "", "yes",
    ),
    "the ancestor's very colour": (
        "<div style='background: #123456'><p style='color: #123456'>no</p></div>", "", "",
    ),
    "a ground of its own, and the ink from above": (
        "<p style='color: #fff'>no <b style='background: #000'>yes</b></p>", "", "yes",
    ),
    "on the page's colour": ("<p style='color: #fff'>yes</p>", "body {background: navy}", "yes"),
    "a ground that lets the page through": (
        "<div style='background: transparent'><p style='color: #fff'>no</p></div>", "", "",
    ),
    "on what may be a picture": ("<p style='color: #fff'>yes</p>", "p {background: url(x)}", "yes"),
    "on what may be a box below": (
        "<i style='position: absolute'></i><p style='color: #fff'>yes</p>", "", "yes",
    ),
    "on an old page's colour": (
        "<table bgcolor=black><tr><td style='color: #fff'>yes</table>", "", "yes",
    ),
    "on what a sheet may declare that is not here": (
        "<link rel=stylesheet href=x.css><p style='color: #fff'>yes</p>", "", "yes",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "sheet", "text"), ON_A_GROUND.values(), ids=ON_A_GROUND)
def test_letters_in_the_colour_behind_them_are_not_seen(body: str, sheet: str, text: str) -> None:
    page = text_of(f"<p>The page.</p>{body}", f"<style>{sheet} </style>")

    assert page.removeprefix("The page.").split() == text.split()


def test_struck_text_stands_after_the_flow() -> None:
    text = text_of("<p>It hurt <del>12</del> 15 people.</p><p><s>The mayor left.</s> He stays.</p>")

    assert text == (
        "It hurt 15 people.\n\nHe stays.\n\x1d\n[struck] 12\n[struck] The mayor left.\n"
    )


def test_what_is_left_out_is_told() -> None:
    page = b"<p>Seen</p><details><summary>More</summary>three more words</details>"

    assert webpage.read_page(page, ExtractOptions()).gaps == (
        "3 words in closed sections (<details>) are left out",
    )


def test_a_page_of_which_nothing_is_seen_is_refused() -> None:
    with pytest.raises(UnreadableError, match="nothing is seen of it"):
        text_of("<script>document.write('all of it')</script>")


INLINE = st.sampled_from(["b", "span", "p", "div", "td", "li", "sup", "q", "s", "button"])
WORDS = st.text(st.sampled_from("ab1 \t\x0c\x1d^["), min_size=1, max_size=6)
TREES = st.recursive(
    WORDS.map(lambda words: f"{words}"),
    lambda inner: st.builds(
        "<{0} {1}>{2}</{0}>".format,
        INLINE,
        st.sampled_from(["", "", "hidden", "style='display:none'", "class=x"]),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=20,
)


@given(TREES)
def test_no_mark_of_a_page_is_taken_for_one_of_ours(tree: str) -> None:
    text = text_of(f"<p>Seen.</p>{tree}", "<style>.x { visibility: hidden }</style>")

    flow, _, _asides = text.partition("\x1d\n")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", flow)
    assert text.endswith("\n")


@given(TREES)
def test_what_is_in_a_hidden_element_never_gets_out(tree: str) -> None:
    text = text_of(f"<p>Seen.</p><div hidden>{tree.replace('</', 'SECRET</')}</div>Seen.")

    # Tags that end what they are not in take the text out of the element.
    assert text == "Seen.\n\nSeen.\n" or "</" not in tree


BOXES = {
    "ticked, and not": (
        "<input type=checkbox checked>Bus <input type=checkbox>Train",
        "☒ Bus ☐ Train",
    ),
    "one of several": ("<input type=RADIO checked>yes <input type=radio>no", "◉ yes ○ no"),
    "at a line's end": ("paid<input type=checkbox>", "paid ☐"),
    "hidden": ("a<input type=checkbox hidden>b<input type=checkbox style='opacity:0'>c", "abc"),
    "drawn by the page": ("a<input type=checkbox style='appearance: none'>b", "ab"),
}


def test_numbers_that_margins_part_are_apart() -> None:
    assert text_of("<i>12</i><i style='margin-left: 8px'>15</i>") == "12 15\n"
    assert text_of("<i>12</i><i style='padding: 0 .5em'>15</i>") == "12 15\n"
    assert text_of("<i>12</i><i style='margin: 0'>15</i>") == "1215\n"
    assert text_of("<i>no</i><i style='margin-left: 2px'>where</i>") == "nowhere\n"


@pytest.mark.parametrize(("body", "text"), BOXES.values(), ids=BOXES)
def test_boxes_of_forms_are_seen(body: str, text: str) -> None:
    assert text_of(f"<p>{body}</p>").replace("\x1f", "") == f"{text}\n"


def test_boxes_of_the_same_kind_are_one_main_part() -> None:
    """An article that is cut by advertisements goes on in a box of its own."""
    words = "The board of the landing met again and said what it had said before, at length"
    boxes = "".join(
        f"<div class=body>{''.join(f'<p>{words}, part {box} of {line}.</p>' for line in range(5))}"
        f"</div><aside><p>Buy our tea, box {box}.</p></aside>"
        for box in range(4)
    )
    page = f"<html><body><h1>Plan</h1><article>{boxes}</article></body></html>"

    extract = webpage.read_page(page.encode(), ExtractOptions(), "utf-8")
    main = "".join(extract.text[start:end] for start, end in extract.main) or extract.text

    assert main.count("The board of the landing") == 20
