"""Weekdays that a text names, in the words of several languages."""

from __future__ import annotations

import pytest

from claimcheck.anchor.relative_dates import names_other_day, weekdays_in

TEXTS = [
    ("en", "It met on Monday and friday, and never on Sundays.", "Monday friday"),
    ("de", "Sie trafen sich am Montag und am Samstag.", "Montag Samstag"),
    ("fr", "Elle se réunit lundi et le dimanche.", "lundi dimanche"),
    ("es", "Se reunió el lunes y el domingo.", "lunes domingo"),
    ("pt", "Reuniu-se na segunda-feira e no domingo.", "segunda-feira domingo"),
    ("", "It met on Monday.", ""),
    ("xx", "It met on Monday.", ""),
]


@pytest.mark.parametrize(("code", "text", "days"), TEXTS)
def test_weekdays_are_read_in_the_words_of_a_language(code: str, text: str, days: str) -> None:
    named = sorted(weekdays_in(text, (0, len(text)), code))

    assert [text[day.start : day.end] for day in named] == days.split()


@pytest.mark.parametrize(("code", "text"), [row[:2] for row in TEXTS if row[2]])
def test_of_a_stretch_its_own_weekdays_are_read(code: str, text: str) -> None:
    whole = weekdays_in(text, (0, len(text)), code)
    first, last = min(whole), max(whole)

    assert weekdays_in(text, (0, last.start), code) == [first]
    assert weekdays_in(text, (first.end, len(text)), code) == [last]
    assert weekdays_in(text, (0, last.end - 1), code) == [first]


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("en", "It met two days later.", True),
        ("en", "It met tomorrow.", True),
        ("en", "It met there.", False),
        ("de", "Sie trafen sich am Tag darauf.", True),
        ("de", "Sie trafen sich dort.", False),
        ("", "It met tomorrow.", False),
    ],
)
def test_a_day_may_be_named_from_another_one(code: str, text: str, *, names: bool) -> None:
    assert names_other_day(text, (0, len(text)), code) is names
    assert not names_other_day(text, (0, 6), code)
