"""Which way a figure goes, with what it is compared, and which two figures are a pair."""

from __future__ import annotations

import pytest

from claimcheck.anchor.figures import figures_in
from claimcheck.anchor.languages import load
from claimcheck.anchor.trend_pairs import pair_at
from claimcheck.anchor.trends import changes, comparison_at, falls, trend_of
from support.marked import passage_in


def ways(language: str, text: str) -> list[tuple[str, int]]:
    """The figures of a sentence, each with the way it goes."""
    vocabulary = load(language)
    figures = figures_in(text, vocabulary=vocabulary)
    return [
        (
            text[figure.start : figure.end],
            trend_of(text, (0, len(text)), figures, number, vocabulary),
        )
        for number, figure in enumerate(figures)
    ]


def compared(language: str, text: str) -> tuple[int, str, bool] | None:
    """The words that compare the last figure but years of a sentence with another."""
    vocabulary = load(language)
    figures = figures_in(text, vocabulary=vocabulary)
    number = max(at for at, figure in enumerate(figures) if figure.kind.name != "YEAR")
    cue = comparison_at(text, (0, len(text)), figures, number, vocabulary)
    return cue and (cue.way, text[cue.start : cue.end], cue.names_other)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The share fell to 21 percent.", [("21 percent", -1)]),
        ("en", "The share fell again to 21 percent.", [("21 percent", 0)]),
        ("en", "The share without a degree rose to 21 percent.", [("21 percent", 1)]),
        ("en", "The share rose without a degree to 21 percent.", [("21 percent", 0)]),
        ("en", "The share of 5 percent without a degree rose.", [("5 percent", 1)]),
        ("en", "The share fell to 21 percent, and again it rained.", [("21 percent", -1)]),
        ("en", "The share fell to 21 percent, and it did not rain.", [("21 percent", -1)]),
        ("en", "The share fell, and the dues went to 3 percent.", [("3 percent", 0)]),
        ("en", "A rise in dues was cut by 3 percent.", [("3 percent", 0)]),
        ("en", "The dues fell in 2018.", [("2018", 0)]),
        ("en", "The dues fell ten years.", [("ten years", -1)]),
        ("en", "In ten years the dues fell.", [("ten years", 0)]),
        ("de", "Die Zahl nahm um 5 Prozent zu.", [("5 Prozent", 1)]),
        ("de", "Die Zahl nahm nicht um 5 Prozent zu.", [("5 Prozent", 0)]),
        ("sv", "Staden hade 12 personer färre än i fjol.", [("12", -1)]),
        ("sv", "Staden hade inte 12 personer fler än i fjol.", [("12", 0)]),
        ("en", "Cases went from 21 to 37.", [("21", 1), ("37", 1)]),
        ("en", "Cases went to 21, from 37.", [("21", -1), ("37", -1)]),
        ("en", "Cases went from 21 to twenty-one.", [("21", 0), ("twenty-one", 0)]),
    ],
)
def test_a_word_or_a_pair_says_which_way_a_figure_goes(
    language: str, text: str, expected: list[tuple[str, int]]
) -> None:
    assert ways(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("en", "In 2018 it sold 25 more than now.", None),
        ("en", "It sold 25 more than in 2017, and now it is shut.", (1, "more than", True)),
        ("en", "It sold 25 boats fewer than last year.", (-1, "fewer than", True)),
        ("en", "It sold 40, and more than the other left.", None),
        ("en", "It sold 40 and more than the other left.", None),
        ("en", "It is 15 percent dearer.", (1, "dearer", False)),
        ("en", "It is 15 percent cheaper than the rest.", (-1, "cheaper than", True)),
        ("en", "It is 15 percent dearer than now.", None),
        (
            "en",
            "It is 15 percent dearer than it was, and now it is shut.",
            (1, "dearer than", True),
        ),
        ("en", "It is 15 percent dearer, and older than the rest.", (1, "dearer", False)),
        ("en", "It is 15 percent Dearer.", (1, "Dearer", False)),
        ("en", "It is up by 15 percent and dearer is the rest.", None),
        ("en", "It stands 3 m above the rest.", (1, "above", True)),
        ("en", "It stands 3 m below.", (-1, "below", True)),
        ("en", "It stands up 3 m and above is ice.", None),
        ("en", "It sold two larger boats.", None),
        ("pt", "Mais 50 mil euros do que ontem.", (1, "Mais 50 mil euros do que", True)),
        ("pt", "Menos 50 mil euros do que ontem.", (-1, "Menos 50 mil euros do que", True)),
        ("pt", "Foram menos 50 euros do que ontem.", (-1, "menos 50 euros do que", True)),
        ("pt", "Foram 50 mil euros do que ontem.", None),
    ],
)
def test_words_behind_a_figure_compare_it_in_its_clause(
    language: str, text: str, cue: tuple[int, str, bool] | None
) -> None:
    assert compared(language, text) == cue


@pytest.mark.parametrize(
    ("text", "number", "pair"),
    [
        ("The town had 14 cases, against 5 in 2024.", 0, ("5", "14")),
        ("The town had 14 cases, against 5 in 2024.", 1, ("5", "14")),
        ("The town had 14 cases, against 5 the year before.", 0, ("5", "14")),
        ("The town had 14 cases, against 5 in Elm.", 0, None),
        ("In 2023 the town had 14 cases, against 5 in Elm.", 1, None),
        ("The town had 14 cases, against 5 and 3 in 2024.", 0, None),
        ("It had 14 cases, against 5 in all of the old towns by the seas in 2024.", 0, ("5", "14")),
        ("It had 14 cases, against 5 in all of the older towns by the sea in 2024.", 0, None),
        ("It had 14 cases, against 5 in all of the wide old town by the sea before.", 0, None),
        ("The town had 3 ferries, and traffic rose from 21 to 37 cars.", 0, None),
        ("The town had 3 ferries, and traffic rose from 21 to 37 cars.", 1, ("21", "37")),
        ("The traffic rose from 21 to 37 cars in 3 towns.", 2, None),
        ("The town sent 21 cars to 37 towns.", 0, None),
        ("In 5 km of 12 kg, up from 9 kg in 2020.", 1, ("9 kg", "12 kg")),
    ],
)
def test_the_earlier_figure_of_a_pair_comes_first(
    text: str, number: int, pair: tuple[str, str] | None
) -> None:
    vocabulary = load("en")
    both = pair_at(text, figures_in(text, vocabulary=vocabulary), number, vocabulary)
    assert (both and tuple(text[each.start : each.end] for each in both)) == pair


@pytest.mark.parametrize(
    ("language", "text", "is_changing", "is_falling"),
    [
        ("en", "⟦The dues⟧ fell.", False, False),
        ("en", "The dues fell. ⟦They rose.⟧ They fell.", True, False),
        ("en", "The dues rose. ⟦They fell.⟧", True, True),
        ("en", "⟦They rose, and fell.⟧", True, True),
        ("fi", "⟦The dues rose.⟧", False, True),
    ],
)
def test_a_sentence_has_words_of_rising_or_falling(
    language: str, text: str, *, is_changing: bool, is_falling: bool
) -> None:
    plain, start, end = passage_in(text)
    assert changes(plain, (start, end), load(language)) is is_changing
    assert falls(plain, (start, end), load(language)) is is_falling
