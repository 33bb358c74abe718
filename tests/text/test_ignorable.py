"""What nobody sees is no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.formats.site.foreign import visible_text
from claimcheck.text.ignorable import count_marks, is_blank, without_ignorable, without_marks
from claimcheck.text.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\t", "\u00a0", "\u200b", "\u3164", "\uffa0", "\u115f\u1160", "\u2800", "\u034f",
     "\u0301", "\ufe0f", "\U000e0041", "\u2062", "\u202e", "\U0001d173", "\U00013430", "\x00"],
)  # fmt: skip
def test_text_that_prints_nothing_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["x", "\u200bx", "…", "-", "€", "👍", "漢", "é"])
def test_text_with_a_mark_that_can_be_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_ignorable_characters_are_taken_out_and_no_others() -> None:
    assert without_ignorable("A\u200bl\u00adi\ufe0fce \u2800é") == "Alice \u2800é"


C2PA = "\ufeff" + "".join(
    chr(0xFE00 + byte if byte < 16 else 0xE0100 + byte - 16) for byte in b"C2PATXT\0\1"
)


@pytest.mark.parametrize("shown", [printable, visible_text])
def test_the_blanks_of_a_note_are_shown_as_nothing(shown: Callable[[str], str]) -> None:
    assert shown("in 2020\u2060\u2060\u2060, the") == "in 2020, the"
    assert shown("in\u2060 2020\u2060\u2060") == r"in\u2060 2020\u2060\u2060"


def test_what_generators_mark_a_text_with_is_taken_out_whole() -> None:
    assert without_marks(f"The bridge{C2PA} is safe.") == "The bridge is safe."
    assert count_marks(f"The bridge{C2PA} is safe.") == len(C2PA)
    assert without_marks("a\u200b\u200c\u200b\u200d\u200bb") == "ab"


@pytest.mark.parametrize(
    "text",
    ["❤\ufe0f", "👨\u200d👩\u200d👧", "葛\U000e0100", "नमस्\u200dते",
     "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"],
)  # fmt: skip
def test_what_belongs_to_a_letter_or_an_emoji_stays(text: str) -> None:
    assert without_marks(text) == text
