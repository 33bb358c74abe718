"""Formulas of a PDF: limits of sums, and signs of TeX's fonts."""

from __future__ import annotations

import pytest

from claimcheck.documents.pdf.cells import text_of
from claimcheck.documents.pdf.glyph import Glyph, Style
from claimcheck.documents.pdf.lines import Line, PageWord, lines_of, rows_of
from claimcheck.documents.pdf.roots import with_roots
from claimcheck.documents.pdf.tex_fonts import tex_sign, with_strokes
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import pdf
from support.documents import sheets, shown

# In this font the letters are Greek; a sum and an integral have these codes.
SYMBOL = b"/Type /Font /Subtype /Type1 /BaseFont /Symbol"
SUM, INTEGRAL = "\xe5", "\xf2"
STYLE = Style(10.0, 0.0, invisible=False, embedded=True, font="CMSY10")


def read(*orders: bytes) -> str:
    return pdf.read(sheets(b"".join(orders), font=SYMBOL), ExtractOptions()).text


def formula(sign: str, *limits: bytes) -> str:
    return read(shown(60, 700, "a ="), shown(85, 699, sign, 14), *limits, shown(99, 700, "b"))


@pytest.mark.parametrize(
    ("sign", "limits", "text"),
    [
        (SUM, [], "α = ∑ β\n"),
        (SUM, [shown(86, 688, "i=1", 7)], "α = ∑_(ι=1) β\n"),
        (SUM, [shown(86, 688, "i=1", 7), shown(90, 714, "n", 7)], "α = ∑_(ι=1)^ν β\n"),
        (INTEGRAL, [shown(90, 696, "0", 7), shown(94, 709, "1", 7)], "α = ∫_0^1 β\n"),
    ],
    ids=["none", "below", "both", "beside"],
)
def test_limits_follow_their_sign(sign: str, limits: list[bytes], text: str) -> None:
    assert formula(sign, *limits) == text


def test_two_signs_of_one_word_have_limits_of_their_own() -> None:
    limits = shown(86, 688, "i", 7) + shown(96, 688, "j", 7)

    assert formula(2 * SUM, limits, shown(105, 700, "b")).startswith("α = ∑_ι ∑_ϕ")


def test_a_limit_belongs_to_the_nearest_sign() -> None:
    below = shown(60, 672, "g ="), shown(85, 671, SUM, 14), shown(99, 672, "d")
    limit = shown(89, 689, "n", 7)

    text = read(*below, limit, shown(85, 699, SUM, 14), shown(99, 700, "b"))

    assert "∑ δ" in text
    assert "∑_ν β" in text


@pytest.mark.parametrize(
    "limit",
    [shown(86, 688, "i=1", 12), shown(120, 688, "i=1", 7), shown(86, 670, "i=1", 7)],
    ids=["as large as its line", "aside", "far below"],
)
def test_what_stands_elsewhere_is_no_limit(limit: bytes) -> None:
    assert "_" not in formula(SUM, limit)


@pytest.mark.parametrize(
    ("code", "font", "measures", "sign"),
    [
        ("0", "CMSY8", (0.26, 0.04, 0.56), "′"),
        ("h", "ABCDEF+LMMathSymbols10-Regular", (0.22, -0.25, 0.75), "⟨"),
        ("X", "CMEX10", (1.33, -1.4, 0.0), "∑"),
        ("6", "MSAM10", (0.61, -0.14, 0.63), "≤"),
        ("!", "CMEX10", (1.33, -1.4, 0.0), ""),
        ("0", "CMSY10", (0.45, 0.0, 0.66), ""),
        ("0", "Helvetica", (0.26, 0.04, 0.56), ""),
    ],
    ids=["prime", "bracket", "sum", "relation", "numbered anew", "a digit", "no font of TeX"],
)
def test_a_code_is_what_its_font_of_tex_has_if_its_drawing_agrees(
    code: str, font: str, measures: tuple[float, float, float], sign: str
) -> None:
    assert tex_sign(ord(code), font, *measures) == sign


def letters(text: str, left: float, base: float, size: float) -> list[Glyph]:
    """The letters of a text, side by side, each 7 points wide."""
    style = Style(size, 0.0, invisible=False, embedded=True, font="")
    return [
        Glyph(
            sign, x := left + 7 * at, x + 7, base, base + 8, base, (x, base, x + 7, base + 8),
            False, False, style,  # noqa: FBT003
        )
        for at, sign in enumerate(text)
    ]  # fmt: skip


def glyphs(*placed: tuple[str, float]) -> list[Glyph]:
    """Signs, each 7 points wide, from these places on."""
    return [
        Glyph(sign, at, at + 7, 0, 8, 0, (at, 0, at + 7, 8), False, False, STYLE)  # noqa: FBT003
        for sign, at in placed
    ]


@pytest.mark.parametrize(
    ("drawings", "text"),
    [
        ([("a", 0), ("\u0338", 10), ("=", 10), ("b", 20)], "a≠b"),
        ([("a", 0), ("\u0338", 10), ("b", 40)], "a/b"),
        ([("a", 0), ("↦", 10), ("→", 10)], "a↦"),
    ],
    ids=["a sign", "no sign in its place", "an arrow with a bar"],
)
def test_two_drawings_of_one_sign_are_one_sign(
    drawings: list[tuple[str, float]], text: str
) -> None:
    assert "".join(glyph.sign for glyph in with_strokes(glyphs(*drawings))) == text


@pytest.mark.parametrize(
    ("under", "bar", "text"),
    [
        ("n", 7, "O(√n) steps\n"),
        ("n+1", 22, "O(√(n+1)) steps\n"),
        ("10", 14, "O(√10) steps\n"),
    ],
    ids=["a letter", "a sum", "a number"],
)
def test_a_root_stands_in_its_line(under: str, bar: float, text: str) -> None:
    """TeX's sign hangs from the line above: its own baseline is that of no line."""
    x, size = 60.0, 12.0
    line = letters("O(", x, 700, size)
    hanging = letters("√", x := line[-1].right, 711, size)
    hanging = [glyph._replace(bottom=699, top=711) for glyph in hanging]
    covered = letters(under, x := hanging[-1].right, 700, size)
    rest = letters(") steps", covered[-1].right, 700, size)
    lines = [Line([PageWord(part)]) for part in (line, hanging, covered)]
    lines += lines_of(rest)

    (row,) = rows_of(with_roots(lines, [(x, 710.5, x + bar, 711.0)]))

    assert " ".join(map(text_of, row)) + "\n" == text
