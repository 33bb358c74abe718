"""Edits of claim files: the change that was asked for, and not one byte besides."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.claim_file import read_claim
from claimcheck.dossier.fields import FlawLog
from claimcheck.editing import (
    ClaimToWrite,
    EditError,
    EvidenceToWrite,
    claim_file,
    with_evidence,
    with_quote,
)
from claimcheck.model import Kind, Place, Quote, Stance

if TYPE_CHECKING:
    from claimcheck.model import Claim, Evidence

HERE = Place("c.yaml")
MARK = b"\xef\xbb\xbf"
PLAIN = EvidenceToWrite("gazette", Stance.SUPPORTS, Quote("It reopened on 4 May"))
FULL = EvidenceToWrite(
    "gazette", Stance.CONTEXT, Quote("No: it #1", "He said:", "and left"), "Council", "- why", "12"
)
BLOCK = ["- source: gazette", "  stance: supports", "  quote: It reopened on 4 May"]


def moved(block: list[str], indent: int) -> str:
    return "".join(f"{' ' * indent}{line}\n" for line in block)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claim: A.\n", "claim: A.\nevidence:\n" + moved(BLOCK, 2)),
        ("claim: A.", "claim: A.\nevidence:\n" + moved(BLOCK, 2)[:-1]),
        ("claim: A.\n\n\n", "claim: A.\nevidence:\n" + moved(BLOCK, 2) + "\n\n"),
        ("claim: A.\ntags:\n- b\n", "claim: A.\ntags:\n- b\nevidence:\n" + moved(BLOCK, 0)),
        (" claim: A.\n", " claim: A.\n evidence:\n" + moved(BLOCK, 3)),
        ("---\nclaim: A.\n...\n", "---\nevidence:\n" + moved(BLOCK, 2) + "claim: A.\n...\n"),
        (
            "claim: A.\nevidence:  # none yet\nallow: {x: y}\n",
            "claim: A.\nevidence:  # none yet\n" + moved(BLOCK, 2) + "allow: {x: y}\n",
        ),
        (
            "claim: A.\nevidence: []  # none yet\n# end",
            "claim: A.\nevidence:  # none yet\n" + moved(BLOCK, 2) + "# end",
        ),
        (
            (
                "evidence:\n- source: a\n  stance: context\n  quote: b  # b\n# about the claim\n"
                "claim: A.\n"
            ),
            "evidence:\n- source: a\n  stance: context\n  quote: b  # b\n"
            + moved(BLOCK, 0)
            + "# about the claim\nclaim: A.\n",
        ),
        (
            (
                "evidence:\n    -   source: a\n        stance: context\n        quote: b\n"
                "    # more of b\n\nclaim: A.\n"
            ),
            (
                "evidence:\n    -   source: a\n        stance: context\n        quote: b\n"
                "    # more of b\n"
                "    -   source: gazette\n        stance: supports\n"
                "        quote: It reopened on 4 May\n\nclaim: A.\n"
            ),
        ),
        (
            (
                "claim: A.\nevidence:\n  - {source: a, stance: context, quote: b}\n\n"
                "  - source: a\n    stance: context\n    quote: |\n      c\n\n\nkind: event\n"
            ),
            "claim: A.\nevidence:\n  - {source: a, stance: context, quote: b}\n\n"
            "  - source: a\n    stance: context\n    quote: |\n      c\n\n"
            + moved(BLOCK, 2)
            + "\n\nkind: event\n",
        ),
        (
            "claim: A.\nevidence: [{source: a, stance: context, quote: b}]  # one\n",
            (
                "claim: A.\nevidence: [{source: a, stance: context, quote: b}, "
                "{source: gazette, stance: supports, quote: It reopened on 4 May}]  # one\n"
            ),
        ),
        (
            "claim: A.\nevidence: [\n  {source: a, stance: context, quote: b},  # b\n]\n",
            (
                "claim: A.\nevidence: [\n  {source: a, stance: context, quote: b}, "
                "{source: gazette, stance: supports, quote: It reopened on 4 May},  # b\n]\n"
            ),
        ),
        (
            "{claim: A.}\n",
            (
                "{claim: A., evidence: [{source: gazette, stance: supports, "
                "quote: It reopened on 4 May}]}\n"
            ),
        ),
        (
            "{claim: A., evidence: [ ]}\n",
            (
                "{claim: A., evidence: [{source: gazette, stance: supports, "
                "quote: It reopened on 4 May} ]}\n"
            ),
        ),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_evidence_is_added_in_the_files_own_manner(
    before: str, after: str, ending: str, mark: bytes
) -> None:
    data = mark + before.replace("\n", ending).encode()
    # A file of one line without an end does not show which ends it would have.
    ending = ending if "\n" in before else "\n"

    assert with_evidence(data, PLAIN) == mark + after.replace("\n", ending).encode()


def test_every_key_is_written_and_quoted_where_it_must_be() -> None:
    long = dataclasses.replace(PLAIN, quote=Quote("a word " * 30 + "at last"), speaker="no")

    assert with_evidence(b"claim: A.\n", FULL).decode() == (
        "claim: A.\n"
        "evidence:\n"
        "  - source: gazette\n"
        "    stance: context\n"
        "    quote:\n"
        '      exact: "No: it #1"\n'
        '      prefix: "He said:"\n'
        "      suffix: and left\n"
        "    speaker: Council\n"
        '    page: "12"\n'
        '    rationale: "- why"\n'
    )
    folded = with_evidence(b"claim: A.\n", long).decode().splitlines()
    assert folded[4] == "    quote: >-"
    assert folded[5] == "      " + "a word " * 13 + "a"
    assert folded[-1] == '    speaker: "no"'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"claim: A.\nclaim: B.\n", "it has a flaw, so it is not edited: line 2: key 'claim' "),
        (b"claim: [\n", "it has a flaw, so it is not edited: line 2: not well-formed YAML"),
        (b"\xff", "it has a flaw, so it is not edited: line 1: byte 0xff is not UTF-8"),
        (b"", "it holds no keys and values"),
        (b"- claim\n", "it holds no keys and values"),
        (b"claim: A.\nevidence: some\n", "its `evidence` is no list"),
        (b"claim: A.\nevidence: {source: a}\n", "its `evidence` is no list"),
        (b"claim: A.\nevidence: ~\n", "its `evidence` is no list"),
        (b"evidence:\n- claim: |\n    A.", "it cannot be edited without changing something else"),
    ],
)
def test_what_cannot_be_edited_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(EditError) as refused:
        with_evidence(data, PLAIN)

    assert str(refused.value).startswith(reason)
    assert refused.value.help


def test_a_refused_edit_gives_the_lines_to_paste() -> None:
    with pytest.raises(EditError) as refused:
        with_evidence(b"evidence:\n- claim: |\n    A.", PLAIN)

    assert refused.value.help == "add it by hand:\n" + moved(BLOCK, 2)[:-1]


def test_a_control_character_is_never_written() -> None:
    for text in ("a\x1b[31m", "a\x00b", "a\u2028b", "a\ud800b", "a\x85b"):
        with pytest.raises(EditError):
            with_evidence(b"claim: A.\n", dataclasses.replace(PLAIN, quote=Quote(text)))
        with pytest.raises(EditError):
            claim_file(ClaimToWrite(text, tags=(text,)))


QUOTES = {
    "plain": "    quote: It’s  # typed\n",
    "plain over lines": "    quote: He said\n      that it’s so\n",
    "single": "    quote: 'It’s ''so'''  # typed\n",
    "double": '    quote: "It’s \\"so\\""\n',
    "double over lines": '    quote: "It’s\n       \\"so\\""  # typed\n',
    "literal": "    quote: |-\n      It’s so\n",
    "literal, clipped": "    quote: |  # typed\n      It’s so\n",
    "folded": "    quote: >-\n      It’s\n      so\n\n",
    "kept": "    quote: >+\n      It’s\n      so\n\n",
    "selector": "    quote: {exact: It’s, suffix: so}\n",
    "selector in block": "    quote:\n      exact: It’s\n      suffix: so\n",
}


@pytest.mark.parametrize(
    ("style", "exact", "after"),
    [
        ("plain", "It's", "    quote: It's  # typed\n"),
        ("plain", "so: it's", '    quote: "so: it\'s"  # typed\n'),
        ("plain", "It's #1", "    quote: It's #1  # typed\n"),
        ("plain over lines", "He said that it's so", "    quote: He said that it's so\n"),
        ("single", "It's 'so'", "    quote: 'It''s ''so'''  # typed\n"),
        ("double", "It's “so”", '    quote: "It\'s “so”"\n'),
        ("double over lines", 'It\'s "so"', '    quote: "It\'s \\"so\\""  # typed\n'),
        ("literal", "It's so", "    quote: |-\n      It's so\n"),
        ("literal, clipped", "It's so", "    quote: |-  # typed\n      It's so\n"),
        ("literal, clipped", "It's so\n", "    quote: |  # typed\n      It's so\n"),
        ("folded", "It's so", "    quote: >-\n      It's so\n\n"),
        ("kept", "It's so", "    quote: >-\n      It's so\n\n"),
        ("selector", "It's", "    quote: {exact: It's, suffix: so}\n"),
        ("selector", "so, it's", '    quote: {exact: "so, it\'s", suffix: so}\n'),
        ("selector in block", "It's", "    quote:\n      exact: It's\n      suffix: so\n"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_quote_keeps_its_style(style: str, exact: str, after: str, ending: str) -> None:
    if "#1" in exact:
        after = '    quote: "It\'s #1"  # typed\n'
    text = "claim: A.\nevidence:\n  - source: a\n    stance: context\n{}  # more\nkind: event\n"

    edited = with_quote(text.format(QUOTES[style]).replace("\n", ending).encode(), 1, exact)

    assert edited.decode() == text.format(after).replace("\n", ending)


def test_an_item_that_is_not_there_is_refused() -> None:
    data = with_evidence(b"claim: A.\n", PLAIN)

    for number in (0, 2, -1):
        with pytest.raises(EditError, match=f"no evidence item {number}"):
            with_quote(data, number, "words")


def test_a_new_claim_reads_as_it_was_given() -> None:
    claim = ClaimToWrite(
        text="The bridge: reopened.",
        claimant="town",
        claimed_on=date(2021, 5, 4),
        interested=("a, b", "c"),
        kind=Kind.STATE,
        as_of=date(2021, 5, 4),
        review_by=date(2022, 1, 1),
        tags=("money", "2021"),
        evidence=(PLAIN,),
    )

    assert claim_file(claim, "# head\n").decode() == (
        "# head\n"
        'claim: "The bridge: reopened."\n'
        "claimant: town\n"
        "claimed_on: 2021-05-04\n"
        "as_of: 2021-05-04\n"
        'interested: ["a, b", c]\n'
        "kind: state\n"
        "review_by: 2022-01-01\n"
        'tags: [money, "2021"]\n'
        "evidence:\n" + moved(BLOCK, 2)
    )


# Random files and texts, for what no list of examples would think of.
WORDS = st.sampled_from(
    ["bridge", "4 May", "it's", '"so"', "a: b", "#1", "- x", "no", "1.5", "é", "漢字", "»", "[…]",
     "{x}", "x,", "%", "@", "`", "''", "\\n", "\\", "a  b", "&c", "*d", "!e", "?", "|", ">",
     "~", "=", "٣"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
ITEMS = st.builds(
    EvidenceToWrite,
    st.sampled_from(["gazette", "radio-2021", "null", "1.10"]),
    st.sampled_from(list(Stance)),
    st.builds(Quote, TEXTS, st.just("") | TEXTS, st.just("") | TEXTS),
    st.none() | TEXTS,
    st.none() | TEXTS,
    st.none() | st.sampled_from(["12", "12-13"]),
)
COMMENTS = st.sampled_from(["", "", "", "  # a comment", "\t# another"])
SIMPLE = ["The bridge reopened", "bridge", "It was so and so", "漢字 é"]


@st.composite
def scalars(draw: st.DrawFn, indent: int) -> str:
    """Write a text in any style."""
    text = draw(st.sampled_from(SIMPLE))
    inner = " " * (indent + draw(st.integers(1, 4)))
    style = draw(st.integers(0, 7))
    comment = draw(COMMENTS)
    folded = text.replace(" ", "\n" + inner)
    if style in {5, 6}:
        blank = draw(st.sampled_from(["", "\n", "\n\n"]))
        chomping = draw(st.sampled_from(["", "-", "+"]))
        return f"{'|>'[style - 5]}{chomping}{comment}\n{inner}{folded}{blank}\n"
    written = {
        0: text,
        1: f"'{text}'",
        2: f'"{text}"',
        3: folded,
        4: f"'{folded}'",
        7: f'"{folded}"',
    }[style]
    return f"{written}{comment}\n"


@st.composite
def evidence(draw: st.DrawFn) -> str:
    """Write the `evidence` key in any manner, or leave it out."""
    manner = draw(st.integers(0, 9))
    flow = "{source: a, stance: context, quote: 'b'}"
    if manner < 4:
        comment = draw(COMMENTS)
        return [
            "",
            f"evidence:{comment}\n",
            f"evidence: []{comment}\n",
            f"evidence: [{flow}, {flow}]{comment}\n",
        ][manner]
    dash, gap = draw(st.integers(0, 4)), draw(st.integers(1, 3))
    apart = draw(st.sampled_from(["", "", "\n"]))
    items = []
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.integers(0, 4)) == 0:
            items.append(f"{' ' * dash}- {flow}{draw(COMMENTS)}\n")
            continue
        inner = dash + 1 + gap
        lines = [f"source: {draw(scalars(inner))}", "stance: supports\n"]
        lines.append(f"quote: {draw(scalars(inner))}")
        if draw(st.booleans()):
            lines.append(f"speaker: {draw(scalars(inner))}")
        body = (" " * inner).join(lines)
        items.append(f"{' ' * dash}-{' ' * gap}{body}")
    tail = draw(st.sampled_from(["", "# after\n", " " * dash + "# after\n", "\n   # after\n"]))
    return f"evidence:{draw(COMMENTS)}\n{apart.join(items)}{tail}"


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Write a claim's file in any manner that a person may choose."""
    keys = [
        f"claim: {draw(scalars(0))}",
        draw(evidence()),
        *draw(
            st.lists(
                st.sampled_from(
                    ["kind: event\n", "# a remark\n", "\n", "   # moved in\n", "tags:\n- a\n- b\n"]
                ),
                max_size=3,
                unique=True,
            )
        ),
    ]
    text = draw(st.sampled_from(["", "", "---\n", "# head\n"])) + "".join(
        draw(st.permutations(keys))
    )
    if draw(st.integers(0, 3)) == 0:
        text = text.rstrip("\n")
    ending = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.replace("\n", ending).encode()


def claim_in(data: bytes) -> Claim:
    document, flaws = strict_yaml.read(data), FlawLog("c.yaml")
    assert document.flaws == ()
    claim = read_claim(document, "c", flaws)
    assert claim is not None
    assert flaws.flaws == []
    return claim


def unplaced(items: tuple[Evidence, ...]) -> list[Evidence]:
    return [
        item._replace(place=HERE, source_place=HERE, quote_place=HERE, stance_place=HERE)
        for item in items
    ]


def touched(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """Return the lines that differ between two texts: what went, and what came."""
    old, new = (text.removeprefix(MARK).splitlines() for text in (before, after))
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return old[head : len(old) - tail], new[head : len(new) - tail]


@given(files(), ITEMS)
def test_adding_evidence_says_that_and_touches_nothing_else(
    data: bytes, item: EvidenceToWrite
) -> None:
    before = claim_in(data)
    try:
        edited = with_evidence(data, item)
    except EditError:
        # Only where the last value is a block that a line end more would change.
        event("refused")
        assert not data.endswith(b"\n")
        return

    after = claim_in(edited)
    added = unplaced(after.evidence)[-1]
    assert unplaced(after.evidence)[:-1] == unplaced(before.evidence)
    assert (added.source, added.stance, added.quote) == (item.source, item.stance, item.quote)
    assert (added.speaker, added.rationale, added.page) == (
        item.speaker,
        item.rationale,
        item.page,
    )
    assert after._replace(evidence=(), items_written=0, place=HERE) == (
        before._replace(evidence=(), items_written=0, place=HERE)
    )
    went, _came = touched(data, edited)
    assert went == [] or (len(went) == 1 and b"[" in went[0])
    assert edited.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    assert edited.endswith((b"\n", b"\r")) == data.endswith((b"\n", b"\r"))
    if b"\r\n" in data:
        assert edited.count(b"\n") == edited.count(b"\r\n")
    else:
        assert b"\r" not in edited


@given(files(), TEXTS)
def test_replacing_a_quote_says_that_and_touches_only_its_lines(data: bytes, exact: str) -> None:
    before = claim_in(data)
    for item in before.evidence:
        edited = with_quote(data, item.number, exact)

        after = claim_in(edited)
        quotes = [each.quote.exact for each in before.evidence]
        quotes[item.number - 1] = exact
        assert [each.quote.exact for each in after.evidence] == quotes
        went, _came = touched(data, edited)
        written = item.quote.exact.rstrip("\n").count(" ") + item.quote.exact.count("\n") + 2
        assert len(went) <= written
        assert edited.endswith((b"\n", b"\r")) == data.endswith((b"\n", b"\r"))


TAGS = TEXTS.filter(lambda text: "," not in text and text == text.strip())


def test_a_tag_with_a_comma_is_two_tags() -> None:
    assert claim_in(claim_file(ClaimToWrite("It is so.", tags=("a, b", "c")))).tags == (
        "a",
        "b",
        "c",
    )


@given(TEXTS, st.lists(TAGS, max_size=3), st.lists(ITEMS, max_size=3))
def test_a_new_claim_is_read_back(text: str, tags: list[str], items: list[EvidenceToWrite]) -> None:
    claim = claim_in(claim_file(ClaimToWrite(text, tags=tuple(tags), evidence=tuple(items))))

    assert (claim.text, claim.tags) == (text, tuple(tags))
    assert [(item.quote, item.speaker, item.rationale) for item in claim.evidence] == [
        (each.quote, each.speaker, each.rationale) for each in items
    ]
