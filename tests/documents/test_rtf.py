"""What a word processor shows and prints of an RTF file is its text."""

from __future__ import annotations

import pytest

from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.readers import rtf
from claimcheck.model.errors import UnreadableError

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}"
    r"{\f1\fnil\fcharset204 Arial Cyr;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS Mincho;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}"
)


def read(body: str) -> Extract:
    return rtf.read(f"{HEAD}{body}}}".encode("cp1252"), ExtractOptions())


SEEN = {
    "paragraphs": (r"One.\par Two\line three.\par", "One.\n\nTwo\nthree."),
    "signs": (r"\ldblquote so\rdblquote\emdash it\rquote s", "“so”—it’s"),
    "code page": (r"caf\'e9", "café"),
    "a font's charset of the Mac": (
        r"{\fonttbl{\f7\fcharset78 Hiragino;}}{\f7 \'82\'a8\'93\'c7}", "お読"
    ),
    "a font's own page": (r"{\fonttbl{\f7\fcharset128\cpg65001 A;}}{\f7 \'e4\'b8\'ad}", "中"),
    "a Western sign where the page is of the East": (r"\ansicpg950 \'a9 2004", "© 2004"),
    "another font's charset": (r"{\f1 \'cc\'ee\'f1\'ea\'e2\'e0}", "Москва"),
    "two bytes a letter": (r"{\f3 \'93\'8c}", "東"),
    "Unicode with a stand-in": (r"\u8722?12 million", "−12 million"),
    "Unicode with none": (r"\uc0\u8722 12", "−12"),
    "Unicode beyond 16 bits": (r"\u-10179?\u-8704?", "😀"),
    "a symbol font": (r"dose {\f2 \'a3} 5", "dose ≤ 5"),
    "raised": (r"10{\super 6} boats, H{\sub 2}O", "10^6 boats, H2O"),
    "a style with a star in the midst of a group": (r"{\i0\*\cs7\cf0 The fox}", "The fox"),
    "hidden": (r"did{\v  not} pass", "did pass"),
    "deleted by a change": (r"did{\deleted  not} pass", "did pass"),
    "fields": (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt here}} it is", "here it is"),
    "unknown groups": (r"a{\*\unknown secret}b{\pict 0102}c", "abc"),
    "binary data": ("a{\\pict\\bin4 }{}\\x}b", "ab"),
    "numbers of lists": (r"{\listtext 3.\tab}Third\par", "\x1f3. Third"),
    "under a black marker": (
        r"{\colortbl\red255\green0\blue0;}a{\cf1\highlight1 b c} {\cf2\highlight1 e}", "a█ e"
    ),
    "bullets": (r"{\listtext \bullet\tab}Item\par", "Item"),
    "tables": (
        r"\trowd\intbl Year\cell Sum\cell\row\intbl 2019\cell 2,236,457\cell\row\pard After",
        "Year\tSum\n2019\t2,236,457\nAfter",
    ),
    "text boxes": (r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt Boxed\par}}{\shprslt Boxed}}a",
                   "a\n\x1d\n[box] Boxed"),
}  # fmt: skip


@pytest.mark.parametrize("case", SEEN)
def test_what_is_seen_is_read(case: str) -> None:
    body, text = SEEN[case]

    assert read(body).text == f"{text}\n"


def test_notes_heads_feet_and_struck_words_stand_aside() -> None:
    extract = read(
        r"{\header Harbour board\par}{\footer \chpgn\par}The fee is {\strike 12 }15 dollars"
        r"{\super\chftn}{\footnote {\super\chftn} By the clerk.}.\par"
    )

    assert extract.text == (
        "The fee is 15 dollars^1\u2060.\n\x1d\n[head] Harbour board\n[note 1] By the clerk.\n"
        "[struck] 12\n"
    )


def test_what_a_file_says_of_itself_is_looked_at_and_is_no_text() -> None:
    extract = read(
        r"{\info{\title Minutes of May}{\author admin}{\operator Bob}}Minutes of May\par"
    )

    assert extract.text == "Minutes of May\n"
    assert (extract.metadata.title, extract.metadata.author) == ("Minutes of May", ())


def test_hidden_words_and_changes_are_said() -> None:
    assert read(r"a {\v b c} {\deleted d} {\revised e}").gaps == (
        "2 changes in it are not accepted yet; it is read with them",
        "hidden text is left out (2 words)",
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{\\rtf1 " + b"{" * 100_000, "nested too deeply"),
        (b"no such thing", "no RTF"),
        (b"{\\rtf1 }", "no text"),
        (b"{\\rtf1 {\\*\\x" + b"\\u99999999999?" * 9, "no text"),
    ],
)
def test_a_hostile_file_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        rtf.read(data, ExtractOptions())


def test_a_file_that_ends_too_early_is_read_to_its_end_and_nothing_behind_the_end_is() -> None:
    cut = rtf.read(b"{\\rtf1 All {that is", ExtractOptions())

    assert cut.text == "All that is\n"
    assert cut.gaps == ("it ends in the middle, so that what followed is not there",)
    assert rtf.read(b"{\\rtf1 All}\\par not", ExtractOptions()).text == "All\n"


def test_white_letters_on_white_paper_are_not_seen() -> None:
    # The numbers go on from those of the head's colours.
    colors = r"{\colortbl;\red255\green255\blue255;\red0\green0\blue128;}"
    words = r"The mayor {\cf3 never }resigned{\cf3\highlight4 , on blue}."

    extract = read(colors + words)

    assert extract.text == "The mayor resigned, on blue.\n"
    assert extract.gaps == ("hidden text is left out (1 word)",)
    assert "never" in read(colors + words + r"{\pict }").text


def test_comments_are_told() -> None:
    assert read(r"Plan{\*\annotation a clerk's remark}").gaps == ("its comments are not read (1)",)
