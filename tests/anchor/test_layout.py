"""What a page sets before its lines is blank, and nothing else is."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate
from claimcheck.anchor.layout import verse_lines, without_line_marks

# The text, the first words of a stretch, and the stretch without marks; "" where it stays as it is.
CASES = [
    ("> one\n> two\n> three", "one", "one\n  two\n  three"),
    (" \t> one\n\t> two\n> three", "one", "one\n   two\n  three"),
    (">> one\n>> two", "one", "one\n   two"),
    ("yes\n> one\n> two", "one", "one\n  two"),
    ("yes\n> one\n> two", "yes", ""),
    ("> one\ntwo\n> three", "one", ""),
    ("> one\n> two\nthree", "one", ""),
    ("is 3 > one\n> two", "one", ""),
    ("> is 3 > one\n> two > three", "one", "one\n  two > three"),
    ("« un\n» deux\n» trois »", "un", "un\n  deux\n  trois »"),
    ("« un\n» deux\n» trois »", "deux", "deux\n  trois »"),
    ("« un » deux\n» trois", "deux", ""),
    ("« un » « deux\n» trois", "deux", "deux\n  trois"),
    ("« un\n\ndeux\n» trois", "deux", ""),
    ("un\n» deux", "un", ""),
    ("x\n\n« a\n\ndeux\n» trois", "deux", ""),
    ("a « un\n» deux » et\ntrois", "a", "a « un\n  deux » et\ntrois"),
    ("a « un\n» deux", "a", "a « un\n  deux"),
    ("a « un » deux\n» trois", "a", ""),
    ("x" * 4000 + " « un\n» deux", "un", "un\n  deux"),
    ("« a\n\n" + "y " * 1600 + "un\n» deux", "un", ""),
]


@pytest.mark.parametrize(("text", "first", "expected"), CASES)
def test_marks_before_lines_are_blanks(text: str, first: str, expected: str) -> None:
    low = text.index(first)

    stretch = without_line_marks(text, low, len(text))

    assert stretch == (expected or text[low:])
    assert len(stretch) == len(text) - low


def test_a_stretch_without_letters_may_have_marks() -> None:
    assert without_line_marks("> —\n> —", 2, 7) == "—\n  —"


def test_a_stretch_of_one_line_stays_as_it_is() -> None:
    assert without_line_marks("> one > two\n> three", 2, 11) == "one > two"


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("the river / rose", ["the river", "rose"]),
        ("the river // rose / again", ["the river", "rose", "again"]),
        ("the river\n/ rose\t/\tagain", ["the river", "rose", "again"]),
        ("the river", ["the river"]),
        ("his/her river", ["his/her river"]),
        ("the river /rose", ["the river /rose"]),
    ],
)
def test_verse_has_a_slash_for_each_line_end(words: str, lines: list[str]) -> None:
    assert verse_lines(words) == lines


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("> The mill is old\n> and we like it", True),
        ("\n> The mill is old\n> and we like it", True),
        ("On Monday Ann wrote:\n> The mill is old\n> and we like it.\n\nYes.", True),
        ("Hello.\n\n> The mill is old\n> and we like it.\n> Bye.\n", True),
        ("Il dit : « Oui.\n\n« The mill is old\n» and we like it ».", True),
        ("X> The mill is old\n> and we like it", False),
        ("\u00a0> The mill is old\n> and we like it", False),
        ("The mill is old\n> and we like it", False),
    ],
)
def test_what_a_mail_answers_is_quoted_without_its_marks(text: str, *, passes: bool) -> None:
    assert locate("The mill is old and we like it", text).fit.passes is passes
