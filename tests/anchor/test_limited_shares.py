"""Limits that say of how many of how many something holds."""

from __future__ import annotations

import pytest

from claimcheck.anchor.languages import load
from claimcheck.anchor.languages.word_table import Cue
from claimcheck.anchor.limited_shares import counts_a_share


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        ("only one of nine runs", "limit", True),
        ("only 1 of 9 runs", "limit", True),
        ("only one of the nine runs", "limit", True),
        ("only one of all the nine runs", "limit", False),
        ("only one nine", "limit", False),
        ("only some of nine runs", "limit", False),
        ("only nine runs", "limit", False),
        ("only one of nine runs", "turn", False),
        ("only one of us. | Nine left", "limit", False),
        (f"only{199 * ' '}one of nine runs", "limit", False),
    ],
)
def test_a_limit_counts_a_share_by_two_numbers(text: str, kind: str, *, counts: bool) -> None:
    limit = Cue(frozenset({kind}), 0, len("only"))
    high = text.find("|") if "|" in text else len(text)

    assert counts_a_share(load("en"), text.replace("|", ""), limit, high) is counts
