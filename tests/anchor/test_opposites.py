"""What is done with a figure: words that say the contrary of each other, and what undoes them."""

from __future__ import annotations

import pytest

from claimcheck.anchor.figures import figures_in
from claimcheck.anchor.languages import load
from claimcheck.anchor.opposites import deeds_of, rejects


def done(language: str, text: str) -> dict[str, list[str]]:
    """What is done with each figure of a sentence: families, classes, words."""
    vocabulary = load(language)
    figures = figures_in(text, vocabulary=vocabulary)
    return {
        text[figure.start : figure.end]: [
            f"{family} {deed.side}: {text[deed.start : deed.end]}"
            for family, deed in deeds_of(text, (0, len(text)), figures, number, vocabulary).items()
        ]
        for number, figure in enumerate(figures)
    }


@pytest.mark.parametrize(
    ("language", "text", "deeds"),
    [
        ("en", "The firm created 120 jobs.", {"120": ["jobs 0: created"]}),
        ("en", "The firm created 120 well paid jobs.", {"120": ["jobs 0: created"]}),
        ("en", "The firm created 12 very well paid jobs.", {"12": []}),
        ("en", "The firm created 12 products.", {"12": []}),
        ("en", "The firm created 120 and roles of others were kept.", {"120": []}),
        ("en", "The firm cut 5 percent of jobs.", {"5 percent": []}),
        ("en", "The firm created 120 jobs by cutting others.", {"120": []}),
        ("en", "The firm hired nobody in 2019.", {"2019": []}),
        ("de", "Der Konzern schuf 1200 Stellen.", {"1200": ["jobs 0: schuf"]}),
        ("de", "Der Konzern schuf 1200 Ideen.", {"1200": []}),
        ("en", "The firm made a loss of $5,000.", {"$5,000": ["result 1: loss"]}),
        ("en", "The firm made a loss of 99,999.", {"99,999": []}),
        ("en", "The firm made a loss of 100,000.", {"100,000": ["result 1: loss"]}),
        ("en", "The net result was −$0.40 a share.", {"−$0.40": ["result 1: −$0.40"]}),
        ("en", "The net result was $0.40 a share.", {"$0.40": []}),
        ("en", "The firm hired 10–12 men.", {"10": ["staff 0: hired"], "12": []}),
        ("en", "Rovers won, 3-1.", {"3": ["contest 0: won"], "1": ["contest 0: won"]}),
        (
            "en",
            "The town opened in 1934 its 12 baths.",
            {"1934": ["doors 0: opened"], "12": ["doors 0: opened"]},
        ),
    ],
)
def test_the_word_of_a_figure_is_that_of_its_clause_and_of_what_it_counts(
    language: str, text: str, deeds: dict[str, list[str]]
) -> None:
    assert done(language, text) == deeds


@pytest.mark.parametrize(
    ("language", "text", "deeds"),
    [
        ("en", "The firm did not create 120 jobs.", {"120": []}),
        ("de", "Die Firma stellte 120 Leute ein.", {"120": ["staff 0: stellte 120 Leute ein"]}),
        ("de", "Die Firma stellte nicht 120 Leute ein.", {"120": []}),
        ("fr", "Le conseil n’approuva 12 plans.", {"12": []}),
        ("en", "The council rejected 12 plans.", {"12": ["decision 1: rejected"]}),
        ("en", "The council did not reject 12 plans.", {"12": []}),
        ("en", "The court found 14 men guilty.", {"14": ["verdict 0: guilty"]}),
        ("en", "The court found 14 men not guilty.", {"14": ["verdict 1: not guilty"]}),
        ("en", "The court did not find 14 men guilty.", {"14": []}),
        (
            "fr",
            "Le projet est rejeté par 52 voix contre 48.",
            {"52": ["decision 1: rejeté"], "48": []},
        ),
    ],
)
def test_a_denial_undoes_a_word_that_it_is_no_part_of(
    language: str, text: str, deeds: dict[str, list[str]]
) -> None:
    assert done(language, text) == deeds


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("The plan was carried by 52 votes to 48.", {"52": ["decision 0: carried"], "48": []}),
        ("The plan was carried, by 7 votes to 4.", {"7": ["decision 0: carried"], "4": []}),
        ("The plan was carried, with 7 votes to 4.", {"7": ["decision 0: carried"], "4": []}),
        ("The plan was carried, after 7 votes to 4.", {"7": [], "4": []}),
        ("The plan got 48 to 52, as carried.", {"48": [], "52": []}),
        ("By 52 votes to 48 the plan was carried.", {"52": [], "48": []}),
        ("With 4 votes to 7 carried it was.", {"4": [], "7": ["decision 0: carried"]}),
        ("A vote of 50 to fifty carried it.", {"50": [], "fifty": ["decision 0: carried"]}),
        ("Carried by 50 votes, with 12 out.", {"50": ["decision 0: Carried"], "12": []}),
    ],
)
def test_a_vote_is_decided_by_the_larger_count(text: str, deeds: dict[str, list[str]]) -> None:
    assert done("en", text) == deeds


@pytest.mark.parametrize(
    ("language", "text", "is_rejected"),
    [
        ("en", "The council rejected it.", True),
        ("en", "The council approved it.", False),
        ("en", "Rovers lost.", True),
        ("en", "Rovers won.", False),
        ("de", "Der Rat lehnte es ab.", True),
        ("fi", "The council rejected it.", False),
    ],
)
def test_words_of_turning_down_are_known_by_language(
    language: str, text: str, is_rejected: bool
) -> None:
    assert rejects(text, load(language)) is is_rejected


def test_nothing_is_said_of_a_text_in_no_known_language() -> None:
    text = "The council rejected 12 plans."
    assert deeds_of(text, (0, len(text)), figures_in(text), 0, None) == {}
    assert not rejects(text, None)
