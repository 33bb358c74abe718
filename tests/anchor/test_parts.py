"""Quotes in parts: marked omissions, brackets, silent splices."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Change, Fit, locate
from claimcheck.model import Quote

TEXT = (
    "The committee met on Monday in Geneva. The chairman, who had come late, said that the former "
    "president would not support the new plan for the harbour. He would rather walk home alone. "
    "Nobody was surprised at that.\n\n"
    + "Then other matters were discussed at length. "
    * 60
    + "\n\n"
    "In the end the members of the board voted for an early holiday."
)


@pytest.mark.parametrize(
    "quote",
    [
        "The chairman […] said that the former president",
        "The chairman, ... said that the former president",
        "The chairman … said that the former president",
        "met on Monday [...] who had come late",
        "... the former president would not support",
    ],
)
def test_marked_omissions_pass(quote: str) -> None:
    anchor = locate(quote, TEXT)
    assert anchor.fit is Fit.ELIDED, anchor
    assert (anchor.start, anchor.end) == (anchor.parts[0][0], anchor.parts[-1][1])


@pytest.mark.parametrize(
    ("quote", "inserted"),
    [
        ("[T]he former president would not support", ("T",)),
        ("the former president [Miller] would not support", ("Miller",)),
        ("[Miller] would not support the new plan", ("Miller",)),
        ("would not support the new plan [for a port]", ("for a port",)),
        ("He would rather walk[ed] home alone", ("ed",)),
    ],
)
def test_brackets_are_the_writers_own(quote: str, inserted: tuple[str, ...]) -> None:
    anchor = locate(quote, TEXT)
    assert anchor.fit is Fit.ELIDED, anchor
    assert anchor.inserted == inserted


@pytest.mark.parametrize(
    "quote",
    [
        "would … support the new plan",
        "the former president would [surely] support the new plan",
        "He would [not] rather walk home",
        "said that the former president … The committee met on Monday",
        "The committee met on Monday … voted for an early holiday",
        "The … on … president",
        "[He firmly believes that everybody here] would rather walk",
    ],
)
def test_marks_may_not_hide(quote: str) -> None:
    anchor = locate(quote, TEXT)
    assert not anchor.fit.passes, anchor


def test_brackets_of_the_source_match() -> None:
    text = "He wrote [sic] that it was so [...] and left."
    assert locate("wrote [sic] that it was so [...] and", text).fit is Fit.VERBATIM


def test_dots_of_the_source_match() -> None:
    assert locate("well... it is so", "He said: well … it is so").fit is Fit.NORMALIZED


def test_a_lost_not_is_spliced_and_shouts() -> None:
    anchor = locate("the former president would support the new plan", TEXT)
    assert anchor.fit is Fit.SPLICED
    assert anchor.changes == (Change.NEGATION,)
    assert "".join(s.written for s in anchor.difference) == (
        "the former president would support the new plan"
    )
    omitted = [s.printed.strip() for s in anchor.difference if not s.same]
    assert omitted == ["not"]
    assert len(anchor.parts) == 2


def test_sentences_joined_in_silence_are_spliced() -> None:
    anchor = locate("The committee met on Monday voted for an early holiday.", TEXT)
    assert anchor.fit is Fit.SPLICED
    assert [TEXT[a:b] for a, b in anchor.parts] == [
        "The committee met on Monday",
        "voted for an early holiday.",
    ]
    assert TEXT[anchor.start : anchor.end] == "The committee met on Monday in Geneva."


@pytest.mark.parametrize("gap", [" still ", ", which is old, ", "\nnot "])
def test_words_stay_apart_where_something_between_them_was_left_out(gap: str) -> None:
    quote = "The bridge was closed on 1 June 2021"
    anchor = locate(quote, f"The bridge was{gap}closed on 1 June 2021 when the engineer came.")
    assert anchor.fit is Fit.SPLICED
    assert "".join(s.written for s in anchor.difference).replace("\n", " ") == quote


def test_parts_that_stand_at_several_places_are_ambiguous() -> None:
    text = "The mayor said in May that the bridge was safe. " + "It rained. " * 200
    text += "The mayor said in June that the bridge was safe."
    anchor = locate("The mayor said […] that the bridge was safe", text)
    assert (anchor.fit, anchor.count, anchor.start) == (Fit.AMBIGUOUS, 2, 0)
    assert len(anchor.parts) == 2
    quote = Quote("The mayor said […] that the bridge was safe", prefix="It rained.")
    anchor = locate(quote, text)
    assert (anchor.fit, anchor.count) == (Fit.ELIDED, 1)
    assert anchor.start == text.rindex("The mayor")


@pytest.mark.parametrize(
    ("quote", "fit"),
    [
        ("He [walked] home every day", Fit.ELIDED),
        ("He [walking] home every day", Fit.ELIDED),
        ("He [runs] home every day", Fit.ALTERED),
        ("He [walls] home every day", Fit.ALTERED),
        ("they go[es] there often", Fit.ELIDED),
        ("they [went] there often", Fit.ELIDED),
        ("they [sat] there often", Fit.ALTERED),
        ("the council paid [them] in full", Fit.ELIDED),
        ("the council paid [US] in full", Fit.ALTERED),
        ("the council paid [the city] in full", Fit.ELIDED),
        ("paid us [and them] in full", Fit.ELIDED),
        ("paid us [two times] in full", Fit.ALTERED),
        ("paid us [if asked] in full", Fit.ALTERED),
    ],
)
def test_a_bracket_for_a_word_holds_a_form_of_it_or_what_a_pronoun_means(
    quote: str, fit: Fit
) -> None:
    text = "He walks home every day and they go there often, though the council paid us in full."

    anchor = locate(quote, text)

    assert anchor.fit is fit, anchor.reason
