"""Blanks beside punctuation: what a text is without them, and which are the printer's own."""

from __future__ import annotations

import pytest

from claimcheck.anchor.spacing import is_typeset, loosened, tighten

TIGHT = {
    "a , b ; c": "a,b;c",
    "( a ) [ b ]": "(a)[b]",
    "3 , 5 and 3, 5": "3 , 5 and 3, 5",
    "3 , 5 , 6": "3 , 5 , 6",
    "7 .5 8 , -9": "7 .5 8 , -9",
    "of -3 and of .5": "of -3 and of .5",
    "5 % of 3 %": "5%of 3%",
    "1 – 2 and 1 - 2": "1 – 2 and 1 - 2",
    "[ 2 , 6 ]": "[2,6]",
    "« mot »": "«mot»",
    "“ mot ” ‘ x ’": "“mot”‘x’",
    "彼 は 橋 A 橋": "彼は橋A橋",
    "橋 5 A": "橋5 A",
    "สะพาน ปลอด": "สะพานปลอด",
    "5 สะพาน": "5 สะพาน",
    "a — b": "a—b",
    "a 。 b": "a。b",
    "x = y < z": "x=y<z",
    "„ a “": "„a“",
    "ab": "ab",
}


@pytest.mark.parametrize("text", TIGHT)
def test_a_text_without_the_blanks_beside_its_marks(text: str) -> None:
    assert tighten(text) == TIGHT[text]


# A passage of the tight text, and what it is in the other.
LOOSE = [
    ("a , b ; c", "b;", "b ;"),
    ("a , b", "a,b", "a , b"),
    ("( a b ) c", "a b)", "a b )"),
    ("( a b ) c", ")c", ") c"),
    ("x y « mot » z", "y«mot»", "y « mot »"),
    ("x y « mot » z", "mot", "mot"),
    ("a , b", "b", "b"),
]


@pytest.mark.parametrize(("text", "passage", "there"), LOOSE)
def test_a_passage_has_its_place_in_the_text_with_blanks(
    text: str, passage: str, there: str
) -> None:
    tight = tighten(text)
    at = tight.index(passage)

    start, end = loosened(tight, text, at, at + len(passage))

    assert text[start:end] == there


# `▁` is the white space that is asked about.
BLANKS = {
    "no": ("x«▁a", "a▁,", "a, ▁b", ".«▁a", "a▁»b", "2,▁6]", "[2,▁6", "[a,▁6]", "สะพาน▁ปลอด",
           "a\n▁ปลอด", "ก a\n▁ข", "สะพาน\n▁a", "a.▁b", "a. .▁b", "b▁!", "[2, 3,▁6",
           f"[{70 * '2'},▁6]", f"[2,▁{70 * '6'}]"),
    "thin": ("a\u00a0▁.", "a\u202f▁!"),
    "angle": ("«▁a", " «▁a", ". «▁a", "a▁»", "a▁».", "a▁»한"),
    "dots": ("a▁…", "…▁a", "a▁. . .", "a▁...", "...▁a", ". . .▁a", "a. ..▁b"),
    "danda": ("न▁।", "न▁॥"),
    "unspaced": ("橋▁b", "b▁橋", "b▁！", "สะพาน\n▁ปลอด", "สะพาน\r▁ปลอด", "སྐད\n▁ཡིག", "ก\n▁ข"),
    "reference": ("[2,▁6]", "[2▁,6]", "see [2,▁6]", "[2,\n▁6]"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BLANKS)
def test_a_blank_is_the_printers_own(kind: str) -> None:
    own = {}
    for marked in BLANKS[kind]:
        before, _, after = marked.partition("▁")
        start = len(before.rstrip("\n\r\u202f"))
        text = f"{before}\u00a0{after}" if kind == "thin" else f"{before} {after}"
        own[marked] = is_typeset(text, start - (kind == "thin"), len(before) + 1)

    assert own == dict.fromkeys(BLANKS[kind], kind != "no")


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("La mairie a dit que le pont était sûr et que les travaux étaient finis▁!", True),
        ("The mayor said that the bridge was safe and that all of the work was done▁!", False),
    ],
)
def test_a_blank_before_a_high_mark_is_the_printers_own_in_french(text: str, own: bool) -> None:
    at = text.index("▁")

    assert is_typeset(text.replace("▁", " "), at, at + 1) is own
