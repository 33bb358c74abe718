"""What is seen of characters, and what stands beside them."""

from __future__ import annotations

import pytest

from claimcheck.anchor.characters import BREAK, visible_after, visible_before


@pytest.mark.parametrize(
    ("text", "at", "before", "after"),
    [
        ("ab", 1, 0, 1),
        ("ab", 0, -1, 0),
        ("ab", 2, 1, 2),
        ("a\u200b\u0640b", 3, 0, 3),
        ("a\u200b\u0640b", 1, 0, 3),
        (f"a\x00{BREAK}b", 2, 0, 3),
        ("\u200bb\u200b", 1, -1, 1),
        ("\u200bb\u200b", 2, 1, 3),
        ("a b", 2, 1, 2),
    ],
)
def test_what_prints_nothing_is_passed_over(text: str, at: int, before: int, after: int) -> None:
    assert (visible_before(text, at), visible_after(text, at)) == (before, after)
