"""Texts that are for the most part what very many print."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Text, sharing
from claimcheck.anchor.widespread_texts import widespread_pairs

# So many texts carry each of these, which none of two tells then.
WIDESPREAD = "ABCDEF"
CARRIERS = 9


def run(name: str) -> str:
    """A passage of which exactly one run of letters is looked up, and no other passage has it."""
    letters = "".join(f"{'ab'[ord(name) >> bit & 1]}" for bit in range(21))
    return f"g{letters}{letters[::-1]} "


def printed(names: str) -> str:
    return "".join(map(run, names))


def pairs(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Which texts are told, beside nine that print all widespread runs and twice as much else."""
    own = iter(map(chr, range(0x4E00, 0x9FFF)))
    carriers = {
        f"{'az'[number % 2]}{number}": printed(WIDESPREAD + "".join(next(own) for _ in range(13)))
        for number in range(CARRIERS)
    }
    stories = {name: printed(names) for name, names in texts.items()}
    shared = sharing({name: Text(raw) for name, raw in (carriers | stories).items()})
    assert len(shared.boilerplate) == len(WIDESPREAD)
    return list(widespread_pairs(shared))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"b": "ABCDEF"}, []),
        ({"c": "ABCDEF", "b": "FEDCBA"}, [("b", "c")]),
        ({"b": "AB", "c": "AB", "d": "C", "e": "AB", "f": "C"},
         [("b", "c"), ("b", "e"), ("d", "f")]),
        # A third of what each prints, and less.
        ({"b": "AB1234", "c": "AB5678"}, [("b", "c")]),
        ({"b": "AB12345", "c": "AB6789", "d": "AB"}, [("c", "d")]),
        ({"b": "123", "c": "123", "d": "", "e": ""}, []),
        # A third of what is widespread in the second, and less.
        ({"b": "A", "c": "ABC"}, [("b", "c")]),
        ({"b": "A", "c": "ABCD", "d": "BCD"}, [("c", "d")]),
        # Behind the one that it has most of, of equal ones behind the first.
        ({"b": "AB", "c": "CDE", "d": "ABCDE"}, [("c", "d")]),
        ({"b": "ABC", "c": "DE", "d": "ABCDE"}, [("b", "d")]),
        ({"b": "AB", "c": "CD", "d": "ABCD"}, [("b", "d")]),
        ({"b": "CD", "c": "AB", "d": "ABCD"}, [("b", "d")]),
        # What a text has of one before it counts as that one's.
        ({"b": "ABC", "c": "ABCDEF", "d": "ADEF"}, [("b", "c"), ("c", "d")]),
        ({"b": "ABC", "c": "ABCDEF", "d": "ABF"}, [("b", "c"), ("b", "d")]),
    ],
)  # fmt: skip
def test_each_is_told_behind_the_first_that_it_has_most_of(
    texts: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert pairs(texts) == expected


def test_where_no_run_is_widespread_nothing_is_told() -> None:
    shared = sharing({name: Text(printed(WIDESPREAD)) for name in "bcdefghi"})
    assert list(widespread_pairs(shared)) == []
