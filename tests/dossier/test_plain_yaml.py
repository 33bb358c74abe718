"""Plain YAML, which is read without a parser, says what the parser says."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.dossier.plain_yaml import read_plain
from claimcheck.dossier.strict_yaml import YamlDocument, read

CLAIM = """\
claim: The bridge was closed for 3 days in May 2024.
claimant: the city
kind: event
tags: [roads, bridge-2]

evidence:
  - source: report
    stance: supports
    quote: "The bridge stayed closed, as planned"
    locator:
      page: 12
  - source: minutes
    stance: context
    quote: 'Traffic: none'
notes:
    - see http://example.org/a#b
    - Größe: 5,1
""".replace("Größe: 5,1", "Größe 5,1")
# Pieces of YAML, some of which mean something else where they stand.
INDENTS = ("", " ", "  ", "   ", "    ", "      ", "\t")
DASHES = ("", "", "", "- ", "-  ", "-", "- - ")
KEYS = (
    "", "a: ", "b: ", "key-1: ", "a:", "c:", "a : ", "a:  ", "<<: ", "? ", "'a': ", "1: ", "é: ",
)  # fmt: skip
VALUES = (
    "", "x", "one two", "7", "a: b", "a:b", "b:", "x #y", "x#y", "#z", "'q'", '"q"', "'it''s'",
    '"\\x41"', '"a" b', "'open", "[a, b]", "[a,b]", "[a, -b]", "[]", "[a", "[a] b", "{a: b}", "|",
    ">-", "&a x", "*a", "!t x", "- x", "-x", "é", "\u00a0x", "x\u00a0", "x ", "x\t", "~", "null",
    "@x", "%x", "`x`", "x, y", "x]", "---", "...", "http://x.org/y", "a" * 130,
)  # fmt: skip
ENDS = ("\n", "\n", "\n", "\n\n", "\r\n", " \n", " # z\n", "")


def lines() -> st.SearchStrategy[str]:
    """Lines of which half may be plain."""
    values = ("", "x", "one two", "'q'", "[a, b]")
    plain = map(st.sampled_from, (INDENTS[:6:2], DASHES[:4], KEYS[1:5], values))
    parts = map(st.sampled_from, (INDENTS, DASHES, KEYS, VALUES, ENDS))
    stripped = st.tuples(*plain).map(lambda line: "".join(line).rstrip() + "\n")
    return stripped | st.tuples(*parts).map("".join)


def parsed(text: str) -> YamlDocument:
    """What the parser says, which takes over where there is a comment."""
    return read(text.encode() + b"#\n")


@given(st.lists(lines(), max_size=8).map("".join))
@example(CLAIM)
@example("a:\n  - b: x\n    c:\n      - y\n  - z\n")
@example("a:\n  b:\n    c: x\nb: y\n")
@example("a:\n- b\n")
@example("a: x\n  y\n")
def test_plain_yaml_is_what_the_parser_says(text: str) -> None:
    root = read_plain(text)

    if root is not None:
        document = parsed(text)
        assert document.flaws == ()
        assert document.root is not None
        assert asdict(root) == asdict(document.root)
        assert read(text.encode()).root == document.root


@pytest.mark.parametrize(
    "text",
    [
        CLAIM,
        "title: Source 0\nissued: 2021-05-01\nfile: s0.txt\n",
        "a:\n  b:\n    c: x\nd: y\n",
        "a:\n  - x\n  - b: y\n    c: z\n\n\nd: [x]\n",
    ],
)
def test_what_is_plain_needs_no_parser(text: str) -> None:
    root = read_plain(text)

    assert root is not None
    assert asdict(root) == asdict(parsed(text).root or root)
    assert parsed(text).root == root


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a: b",
        "a:\n",
        "a: b\na: c\n",
        "a: b # comment\n",
        "a: b: c\n",
        "a: b:\n",
        "a: >-\n  b\n",
        "a: b\n  c\n",
        "a: b\n  c: d\n",
        "a:\nb: c\n",
        "a:\n- b\n",
        "- a\n",
        "--- \na: b\n",
        'a: "b\\n"\n',
        "a: 'it''s'\n",
        "a: *b\n",
        "a: &b c\n",
        "a: !b c\n",
        "<<: a\n",
        "a: b\r\n",
        "a:\tb\n",
        "a:\n  - b\n   - c\n",
        "a:\n   - b\n  - c\n",
        "a:\n  - b\n  c: d\n",
        "a: " + "x" * (1 << 16) + "\n",
    ],
)
def test_the_rest_is_left_to_the_parser(text: str) -> None:
    assert read_plain(text) is None
