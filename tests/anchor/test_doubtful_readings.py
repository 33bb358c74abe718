"""Passages that print one thing and can be read as another."""

from __future__ import annotations

import pytest

from claimcheck.anchor.readings import doubtful_break, is_reordered

# Of a text: the word that is read, and the one that it may be.
BROKEN = {
    "re-\nsign": ("resign", "re-sign"),
    "He said: re-\nsign now": ("resign", "re-sign"),
    "re- \r\ncounted": ("recounted", "re-counted"),
    "re\u2010\nformed": ("reformed", "re-formed"),
    "re\u00ad\nformed": ("reformed", "re-formed"),
    "re-\n  covering": ("recovering", "re-covering"),
    "RE-\nSIGN": ("RESIGN", "RE-SIGN"),
    "pre-\nfixes": ("prefixes", "pre-fixes"),
    "recoveries, re-\ncoveries": ("recoveries", "re-coveries"),
    "a 5-\nknown and re-\ncover": ("recover", "re-cover"),
    "co-\noperate co-\nop": ("coop", "co-op"),
    "a well-\nknown man, a wellknown man, a well-known man": ("wellknown", "well-known"),
    "well-known, wellknown: well-\nknown": ("wellknown", "well-known"),
}
PLAIN = (
    "exam-\nple", "re-\n5sign", f"re-{12 * chr(10)}sign", "5-\nsign", "re- sign",
    "well-\nknown, wellknown_ and awell-known", "well-\nknown, wellknown and xwell-known",
    "well-\nknown, wellknown and well-knownx", "well-\nknown, wellknown",
    "well-\nknown, well-known",
    "well-\nknown, wellknown and well-known-x",
)  # fmt: skip


@pytest.mark.parametrize("text", BROKEN)
def test_a_word_broken_at_a_lines_end_may_be_another(text: str) -> None:
    written, other = BROKEN[text]

    for words, (first, second) in {
        other: (other, written) if "-" in other else (written, other),
        f"{written}s": (written, other),
    }.items():
        doubt = doubtful_break(words, text, 0, len(text))
        assert doubt == f"it reads “{first}” where a line ends, which may be “{second}”"


@pytest.mark.parametrize("text", PLAIN)
def test_a_word_broken_at_a_lines_end_is_plain(text: str) -> None:
    assert not doubtful_break("words", text, 0, len(text))


def test_only_the_passage_is_looked_at_and_what_stands_near_it() -> None:
    spelled = "a wellknown man, a well-known man"
    near, far = "word " * 3_000, "word " * 5_000
    doubts = {}
    for before, between in (("re-\nsign. ", ""), ("", near), ("", far)):
        text = f"{before}{spelled} {between}well-\nknown {between}{spelled} re-\nsign"
        start = text.index("well-\n")
        doubts[len(between)] = doubtful_break("wellknown", text, start, start + len("well-\nknown"))

    assert [bool(doubt) for doubt in doubts.values()] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "reordered"),
    [
        ("It costs 12 euros.", False),
        ("It costs \u202e21 euros.", True),
        ("It costs \u202d21 euros.", True),
        ("It costs 1\u20662 euros.", True),
        ("It cos\u202ats 12 euros.", True),
        ("It costs \u202a12\u202c euros.", False),
        ("It costs é12 euros.", False),
        ("It costs \u202e\u202c12 euros.", False),
    ],
)
def test_controls_that_reorder_letters_or_figures(text: str, reordered: bool) -> None:
    assert is_reordered(text) is reordered
