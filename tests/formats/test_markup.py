"""Foreign text in a comment on a forge: it is shown, and does nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from claimcheck.formats.markup import code, escaped, fenced, prose
from claimcheck.text.printable import one_line, printable
from support.markup import ANY_TEXT, HOSTILE_TEXTS, living, tokens


def as_block(text: str) -> str:
    return fenced([one_line(line) for line in text.split("\n")])


def in_a_line(text: str) -> str:
    return f"Said: {prose(text)}"


WAYS = {"prose": in_a_line, "code": code, "escaped": escaped, "fenced": as_block}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_hostile_text_does_nothing(name: str, way: str) -> None:
    markdown = WAYS[way](HOSTILE_TEXTS[name])

    assert living(markdown) == []
    assert printable(shown := markdown.replace("\n", "")) == shown


@pytest.mark.parametrize("way", ["prose", "code", "escaped"])
@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_hostile_text_does_nothing_among_ours(name: str, way: str) -> None:
    markdown = WAYS[way](HOSTILE_TEXTS[name])

    assert living(f"- **It** says {markdown} there.\n  > {markdown}\n") == []


@pytest.mark.parametrize("way", WAYS)
@given(text=ANY_TEXT)
@settings(deadline=None)
def test_any_text_does_nothing(way: str, text: str) -> None:
    assert living(WAYS[way](text)) == []


@given(ANY_TEXT)
@settings(deadline=None)
def test_prose_is_plain_words_and_code(text: str) -> None:
    for token in tokens(in_a_line(text)):
        if token.type == "text":
            assert not re.search(r"[@#<>\[\]&|$~*_`\\/]", token.content)
            assert not re.search(r"\b(?:[0-9a-f]{7,40}|gh-\d)\b", token.content, re.IGNORECASE)


@given(ANY_TEXT)
@settings(deadline=None)
def test_escaped_text_shows_what_was_written(text: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).renderInline(escaped(text))

    shown = html.replace("\u200b", "")
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, sign)
    assert "<" not in html
    assert "$" not in escaped(text), "a formula begins with it, whatever escapes it"
    assert shown.strip(" ") == printable(re.sub(r"\s+", " ", text)).strip(" ")


@given(ANY_TEXT.filter(str.strip))
def test_a_code_span_shows_what_was_written(text: str) -> None:
    spans = [token.content for token in tokens(code(text)) if token.type == "code_inline"]

    assert spans == [one_line(text)]
