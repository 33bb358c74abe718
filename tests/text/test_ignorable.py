"""What nobody sees is no text."""

from __future__ import annotations

import pytest

from claimcheck.text.ignorable import is_blank, without_ignorable


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
