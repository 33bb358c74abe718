"""Weekdays that a text names, in the words of several languages."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.anchor.figures import figures_in
from claimcheck.anchor.languages import load
from claimcheck.anchor.relative_dates import names_other_day, weekdays_in, where_meant

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


@pytest.mark.parametrize(
    ("written", "text", "words"),
    [
        ("5 May 2021", "It met today.", "today"),
        ("4 May 2021", "It met yesterday.", "yesterday"),
        ("4 May 2021", "It met today.", ""),
        ("5 May 2021", "It met yesterday.", ""),
        ("5 May", "It met today.", "today"),
        ("5 May 2020", "It met today.", ""),
        ("May 2021", "It met today.", ""),
        ("3 May 2021", "It met on Monday.", "Monday"),
        ("10 May 2021", "It met on Monday.", "Monday"),
        ("5 May 2021", "It met on Wednesday.", "Wednesday"),
        ("28 April 2021", "It met on Wednesday.", "Wednesday"),
        ("2 May 2021", "It met on Monday.", ""),
        ("2020", "It met last year.", "last year"),
        ("2021", "It met this year.", "this year"),
        ("2022", "It met next year.", "next year"),
        ("2022", "It met this year.", ""),
        ("2023", "It met next year.", ""),
        ("14 men", "It met today.", ""),
    ],
)
def test_a_day_or_a_year_is_meant_by_words_of_a_text_of_a_day(
    written: str, text: str, words: str
) -> None:
    (figure,) = figures_in(written, vocabulary=load("en"))
    issued = dt.date(2021, 5, 5)

    place = where_meant(figure, text, (0, len(text)), "en", issued)

    start = text.find(words)
    assert place == ((start, start + len(words)) if words else None)
    assert where_meant(figure, text, (0, 6), "en", issued) is None
    assert where_meant(figure, text, (0, len(text)), "", issued) is None
