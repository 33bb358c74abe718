"""The letters of the fonts Symbol and Wingdings, whose codes are no Unicode."""

from __future__ import annotations

from typing import Final

_SYMBOL_LOW: Final = (  # from 0x20
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH: Final = (  # from 0xA0; a full stop stands for what has no character of its own
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
    "⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_WINGDINGS: Final = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x41: "✌", 0x46: "☞", 0x4A: "☺",
    0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x78: "☒", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAA: "✦", 0xAB: "★",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_PRIVATE: Final = range(0xF000, 0xF100)


def letter(font: str, code: int) -> str:
    """Return what a code means in a font; U+FFFD where nobody can tell.

    Args:
        font: the font's name.
        code: the code, as written: 0xF0B3 and 0xB3 are the same letter of a symbol font.
    """
    code = code - 0xF000 if code in _PRIVATE else code
    name = font.strip().lower()
    if name == "symbol":
        return _in_symbol(code)
    if name.startswith(("wingdings", "webdings")):
        return _WINGDINGS.get(code, "\ufffd") if name == "wingdings" else "\ufffd"
    return chr(code) if 0x20 <= code < 0xD800 else "\ufffd"  # letters, no controls


def _in_symbol(code: int) -> str:
    low, high = code - 0x20, code - 0xA0
    if 0 <= low < len(_SYMBOL_LOW):
        return _SYMBOL_LOW[low]
    return _SYMBOL_HIGH[high] if 0 <= high < len(_SYMBOL_HIGH) else "\ufffd"


def readable(text: str, font: str) -> str:
    """Return a text with its private codes as letters of its font.

    Args:
        text: the text; codes from U+F000 to U+F0FF are a symbol font's.
        font: the font's name; "" where it is not known.
    """
    if not any(ord(sign) in _PRIVATE for sign in text):
        return text
    return "".join(
        letter(font or "?", ord(sign)) if ord(sign) in _PRIVATE else sign for sign in text
    )
