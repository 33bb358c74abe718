"""Quotes in parts: marked omissions, brackets, silent splices."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Change, Fit, Text, locate
from claimcheck.anchor.splice import splice_spans
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
        ("[The president] would not support the new plan", ("The president",)),
        ("would not support the new plan [for the harbour]", ("for the harbour",)),
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


def test_the_longest_run_of_a_quote_is_a_part() -> None:
    text = "Nevertheless, as all agreed, the bridge was closed for good."
    anchor = locate("Nevertheless the bridge was closed for good", text)
    assert anchor.fit is Fit.SPLICED
    assert splice_spans("Nevertheless the bridge was closed for good", Text(text)) == anchor.parts
    shown = [text[start:end] for start, end in anchor.parts]
    assert shown == ["Nevertheless", "the bridge was closed for good"]
    assert splice_spans(shown[1], Text(text)) is None


def test_parts_are_looked_for_behind_one_another() -> None:
    parts = [
        "The mayor of the town said",
        "that the bridge was closed",
        "for good and for all time",
        "until the very end",
    ]
    ahead = f"Nobody knew {' '.join(parts[1:])}. "
    text = f"{ahead}{' or so they say '.join(parts)}, and {parts[1]}."
    anchor = locate(" ".join(parts), text)
    assert anchor.fit is Fit.SPLICED
    assert splice_spans(" ".join(parts), Text(text)) == anchor.parts
    assert anchor.parts[0][0] == len(ahead)
    assert list(anchor.parts) == sorted(anchor.parts)
    assert [text[start:end] for start, end in anchor.parts] == parts


def test_what_takes_five_parts_is_no_splice() -> None:
    parts = [
        "The mayor of the town",
        "said once again",
        "that the bridge",
        "was closed to traffic",
        "until the very end",
    ]
    text = " or so they say ".join(parts)
    assert locate(" ".join(parts[:4]), text).fit is Fit.SPLICED
    assert locate(" ".join(parts), text).fit is Fit.NOT_FOUND


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


# Quotes whose brackets do not stand for what the source has there, and what is said of them.
REFUSED_BRACKETS = [
    ("It was safe [for no-one] at home", "It was safe at home", "negate"),
    ("There were [12,000] people there", "There were people there", "hold a number"),
    ("They were [with five men] at the inn", "They were at the inn", "hold a number"),
    ("The mayor took [all of] the money", "The mayor took the money", "say how many"),
    ("They will go [if he agrees] to town", "They will go to town", "set a condition"),
]


@pytest.mark.parametrize(("quote", "source", "reason"), REFUSED_BRACKETS)
def test_words_in_brackets_are_refused_with_a_reason(quote: str, source: str, reason: str) -> None:
    anchor = locate(quote, f"{source}.")
    assert anchor.fit is Fit.ALTERED
    assert anchor.reason == f"the words in square brackets {reason}"


REASONS = [
    (
        "It was [d e n i e d] painted in June",
        "It was painted in June.",
        "the bracket “[d e n i e d]” looks like “denied” and is not written so",
    ),
    (
        "It was [n o t] painted in June",
        "It was painted in June.",
        "the bracket “[n o t]” looks like “not” and is not written so",
    ),
    (
        "They will go [together with the old men of it] home",
        "They will go home.",
        "more than five words stand in square brackets",
    ),
    (
        "They will go [with the very old men] to the town",
        "They will go to the town.",
        "more stands inside square brackets than outside",
    ),
    (
        "said that [Miller] would agree to it",
        "said that the president would agree to it.",
        "square brackets stand for “the president”",
    ),
    (
        "The goverment [sic] resign on Monday",
        "The goverment will resign on Monday.",
        "nothing stands for “will”",
    ),
    (
        "He went home [then] slept well all night",
        "He went home. He slept well all night.",
        "square brackets stand for the end of a sentence",
    ),
    (
        "The mayor took it all [Miller]",
        "The mayor took it all not once.",
        "square brackets stand for “not once”",
    ),
    (
        "[Miller] agreed to the new plan",
        "Nobody agreed to the new plan.",
        "square brackets stand for “Nobody”",
    ),
    (
        "The mayor went home early […] took it all [Miller]",
        "The mayor went home early that day and took it all not once.",
        "square brackets stand for “not once”",
    ),
    (
        "[a]rt was there and it was good",
        "He met Art now, in part. Art was there and it was good.",
        "the bracket makes “art” of “Art”",
    ),
    (
        "He saw a[n] old man at home",
        "He saw a old man at home.",
        "a bracket makes “an” of “a”",
    ),
    (
        "The men walk[ed] in the town",
        "The men walkable in the town.",
        "a bracket makes “walked” of “walkable”",
    ),
    (
        "The men stud[y] in the town",
        "The men studying in the town.",
        "a bracket makes “study” of “studying”",
    ),
    (
        "He left no[t] for her alone",
        "He left note for her alone.",
        "a bracket makes “not” of “note”",
    ),
    (
        "He found no[te] of fraud in it",
        "He found no of fraud in it.",
        "a bracket makes “note” of “no”",
    ),
    (
        "Ten[s] of men came to the town",
        "Ten of men came to the town.",
        "a bracket makes “Tens” of “Ten”",
    ),
    (
        "He bet on[e] horse in May there",
        "He bet on horse in May there.",
        "a bracket makes “one” of “on”",
    ),
    (
        "It end[ed] the war for good",
        "It end the war for good.",
        "a bracket makes “ended” of “end”",
    ),
    (
        "He [retracts] what he said in May",
        "He retracted what he said in May.",
        "square brackets stand for “retracted”",
    ),
    (
        "The data [suggesting] that it is so",
        "The data suggest that it is so.",
        "square brackets stand for “suggest”",
    ),
    (
        "They went to [tens] in the town",
        "They went to ten in the town.",
        "square brackets stand for “ten”",
    ),
    (
        "He [bakes] the bread at home",
        "He takes the bread at home.",
        "square brackets stand for “takes”",
    ),
    (
        "They wore the [ring] coat at home",
        "They wore the red coat at home.",
        "square brackets stand for “red”",
    ),
    (
        "We like [THE] old town on the river",
        "We like the old town on the river.",
        "square brackets stand for “the”",
    ),
    (
        "[t]he men [P]olish the floor by hand",
        "The men polish the floor by hand.",
        "the bracket makes “Polish” of “polish”",
    ),
    (
        "[g]reen men were there at noon",
        "A Green men were there at noon. The green door was shut.",
        "the bracket makes “green” of “Green”",
    ),
    (
        "It costs 12 euros […] in all towns",
        "It costs 1\u20662 euros as we see in all towns.",
        "controls in it reorder letters or figures, so that it reads as it does not look",
    ),
    (
        "The men […] came with us to the old […] town",
        "The men of Elm came with us to the old and red town hall. He left.",
        "a part beside a mark of omission is too short to be recognised: quote one word more there",
    ),
    (
        "[p]olish men were there at noon",
        "We hear that Polish men were there at noon.",
        "the bracket makes “polish” of “Polish”",
    ),
    (
        "He was clear: “I took the money […] Green left the town",
        "He was clear: “I took the money,” said Brown. Then Green left the town.",
        "the omission joins one utterance to what follows it",
    ),
    (
        "“I took the money,” […] Green left the town",
        "“I took the money,” said Brown. Then Green left the town.",
        "the omission joins one utterance to what follows it",
    ),
    (
        "I took the money […] Green left the town",
        "It rained. " * 900 + "“I took the money,” said Brown. Then Green left the town.",
        "the omission joins one utterance to what follows it",
    ),
    (
        "“I am guilty […] of the murder of Jane Doe",
        "“I am guilty,” said Mr. B.\n\nGreen knew of the murder of Jane Doe.",
        "the omission joins one utterance to what follows it",
    ),
    (
        "“I am guilty […] of the murder of Jane Doe",
        "“I am guilty,” said Mr. B.\r\n\r\nGreen knew of the murder of Jane Doe.",
        "the omission joins one utterance to what follows it",
    ),
    (
        "The vaccine was […] safe for children",
        "The vaccine was, we must say, not safe for children.",
        "the omission takes out “, we must say, not”",
    ),
    (
        "The vaccine was […] safe for children",
        f"The vaccine was, {'as all of us say, ' * 5}not safe for children.",
        "the omission takes out “not”",
    ),
    (
        "The drug here […] cause cancer in mice",
        "The drug here may at times cause cancer in mice.",
        "the omission takes out “may at times”",
    ),
    (
        "It will open […] said the mayor",
        "It will open if the test is passed, said the mayor.",
        "the omission takes out “if the test is passed,”",
    ),
    (
        "the mayor said […] so the mayor said that it rained",
        "And so the mayor said that it rained.",
        "the parts are in another order",
    ),
    (
        "so the mayor said that it rained […] the mayor said",
        "And so the mayor said that it rained.",
        "the parts do not all appear there, in order and near each other",
    ),
]


@pytest.mark.parametrize(("quote", "source", "reason"), REASONS)
def test_parts_that_make_no_quotation_are_refused_with_a_reason(
    quote: str, source: str, reason: str
) -> None:
    anchor = locate(quote, source)
    assert anchor.fit is Fit.ALTERED
    assert anchor.reason == reason


HONEST = [
    (
        "The men […] came with us to the old […] town",
        "The men of Elm came with us to the old and red town. He left.",
    ),
    ("They saw the mayor[’s] wife at home", "They saw the mayor wife at home."),
    ("They saw the mayor[ʼs] wife at home", "They saw the mayor wife at home."),
    ("They saw the mayor[s] wife at home", "They saw the mayor’s wife at home."),
    ("They saw the mayor[s] wife at home", "They saw the mayorʼs wife at home."),
    ("The men stud[y] in the town", "The men studies in the town."),
    ("The men stud[y] in the town", "The men studied in the town."),
    ("He walk[ed] [Miller] home every day", "He walks him home every day."),
    ("Every single evening he walk[ed] home", "Every single evening he walks home."),
    (
        "The men of the old town came with [Miller] and walk[ed] home",
        "The men of the old town came with him and walks home.",
    ),
    ("They will go [in the very old car] to the new town", "They will go to the new town."),
    ("It is he who [walks] home at night", "It is he who walk home at night."),
    ("We like [The] old town on the river", "We like the old town on the river."),
    ("[Miller] did not come home", "He did not come home."),
    ("We know it was the goverment [sic!]", "We know it was the goverment not the mayor."),
    ("We know it was the goverment [Sic]", "We know it was the goverment not the mayor."),
    (
        "[g]rowth was strong in the town",
        "The Growth party met; growth was slow. Growth was strong in the town.",
    ),
    (
        "[t]urkey is cheap, and we saw it",
        "turkey was eaten. He is in Turkey now. Turkey is cheap, and we saw it.",
    ),
    (
        "He [Miller] went home early […] with the old man",
        "He went home early that night with the old man.",
    ),
    (
        "went home early […] with the old man [Miller] now",
        "He went home early that night with the old man now.",
    ),
    (
        "The bridge was […] not built by the town",
        "The bridge was in those days not built by the town.",
    ),
    (
        "“I took the money,” said Brown […] left the town",
        "“I took the money,” said Brown. Then Green left the town.",
    ),
    (
        "He was clear on it […] Green left the town",
        "It rained. " * 900
        + "He was clear on it: “I took the money,” said Brown. Then Green left the town.",
    ),
    (
        "The old man came in […] [Miller] went home",
        f"The old man came in {'and there ' * 10}he went home.",
    ),
    (
        "The mayor of the old town [Miller] was there […] down by the river",
        f"The mayor of the old town was there {'and there ' * 10}down by the river.",
    ),
    (
        "We met in May […] down by the river […] the mayor of the old town was there",
        "We met in May, as ever, down by the river, and the mayor of the old town was there.",
    ),
]


@pytest.mark.parametrize(("quote", "source"), HONEST)
def test_honest_parts_pass(quote: str, source: str) -> None:
    anchor = locate(quote, source)
    assert anchor.fit is Fit.ELIDED, anchor.reason


@pytest.mark.parametrize(
    "source",
    [
        "He is in Turkey now. Turkey is cheap, and we saw it.",
        "Last May, Turkey was dear. Turkey is cheap, and we saw it.",
        "We want a Turkey that is free. Turkey is cheap, and we saw it.",
        "Turkeys are birds. They live in Turkey now. Turkey is cheap, and we saw it.",
        "I love turkeys. They live in Turkey now. Turkey is cheap, and we saw it.",
        "I was in Inturkey. They live in Turkey now. Turkey is cheap, and we saw it.",
    ],
)
def test_a_name_is_what_the_source_knows_with_a_capital_alone(source: str) -> None:
    anchor = locate("[t]urkey is cheap, and we saw it", source)
    assert anchor.fit is Fit.ALTERED
    assert anchor.reason == "the bracket makes “turkey” of “Turkey”"


@pytest.mark.parametrize(
    ("quote", "source", "passes"),
    [
        ("the birds […] in the old town", "We saw the birds at home in the old town.", True),
        ("the bird […] in the old town", "We saw the bird at home in the old town.", False),
        ("He […] was never at home then", "He was, they say, never at home then.", False),
        (
            "The old man said […] that […] was safe at home",
            "The old man said to us that all of it was safe at home.",
            False,
        ),
        (
            "Nevertheless […] the bridge was safe",
            "Nevertheless, as always, the bridge was safe.",
            True,
        ),
        (
            "Nevertheless […] the bridge was safe",
            "It was so. Nevertheless, as always. So the bridge was safe.",
            False,
        ),
        (
            "nevertheless […] the bridge was safe",
            "They came. And nevertheless, as always, the bridge was safe.",
            False,
        ),
        (
            "the bridge was safe […] nevertheless",
            "We saw that the bridge was safe for all men nevertheless.",
            True,
        ),
        (
            "the bridge was safe […] nevertheless",
            "We saw that the bridge was safe for all men nevertheless in May.",
            False,
        ),
        ("Paula […] went to the bridge", "Paula, their old friend, went to the bridge.", True),
        ("Pia […] went to the bridge", "Pia, their old friend, went to the bridge.", False),
        ("部长昨天[…]他拿了这笔钱", "部长昨天在会上当众他拿了这笔钱。", True),
        ("部长说[…]他拿了这笔钱", "部长说昨天在会上他拿了这笔钱。", True),
        ("部长说[…]他拿了这笔钱", "昨天部长说昨天在会上他拿了这笔钱。", False),
        ("他[…]拿了这笔钱", "他昨天在会上拿了这笔钱。", False),
    ],
)
def test_a_part_beside_an_omission_has_two_words_and_eight_letters(
    quote: str,
    source: str,
    passes: bool,
) -> None:
    anchor = locate(quote, source)
    assert anchor.fit is (Fit.ELIDED if passes else Fit.ALTERED)
    too_short = (
        "a part beside a mark of omission is too short to be recognised: quote one word more there"
    )
    assert anchor.reason == ("" if passes else too_short)


def test_a_quote_has_twelve_parts_at_most() -> None:
    parts = [f"we saw house {number}" for number in range(10, 23)]
    text = " in town and ".join(parts)
    assert locate(" […] ".join(parts[:12]), text).fit is Fit.ELIDED
    assert not locate(" […] ".join(parts), text).fit.passes


def test_a_bracket_alone_is_no_quote() -> None:
    assert not locate("[Miller]", "He said that Miller went home.").fit.passes


@pytest.mark.parametrize(("left_out", "fit"), [(1000, Fit.ELIDED), (1001, Fit.ALTERED)])
def test_an_omission_reaches_a_thousand_characters(left_out: int, fit: Fit) -> None:
    sentence = "the mayor of the old town said in the morning of that day"
    other = "the bridge is safe and dry as a bone"
    gap = ("so it went on " * 100)[: left_out - 1].rjust(left_out)
    gap = f"{gap[:-3]}on "
    assert locate(f"{sentence} […] {other}", f"Then {sentence}{gap}{other}.").fit is fit
    assert locate(f"{other} […] {sentence}", f"Then {other}{gap}{sentence}.").fit is fit


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("[Miller] was tired of the care", "He was tired of the careless talk."),
        ("He was harm[ed] less often then", "He was harmless often then."),
    ],
)
def test_brackets_do_not_open_words(quote: str, source: str) -> None:
    assert locate(quote, source).fit is Fit.ALTERED


@pytest.mark.parametrize(
    ("quote", "first", "second"),
    [
        (
            "The mayor of the old town said in May […] the bridge is safe",
            "The mayor of the old town said in May that it rained.",
            "The mayor of the old town said in May that the bridge is safe.",
        ),
        (
            "The bridge is safe […] said the mayor of the old town in May",
            "It rained, said the mayor of the old town in May.",
            "The bridge is safe and dry, said the mayor of the old town in May.",
        ),
    ],
)
def test_the_longest_part_is_tried_wherever_it_stands(quote: str, first: str, second: str) -> None:
    text = f"{first}\n\n{'It rained on the town. ' * 60}{second}"
    anchor = locate(quote, text)
    assert (anchor.fit, text[anchor.start : anchor.end]) == (Fit.ELIDED, second[:-1])


def test_parts_with_words_hidden_between_them_are_told_apart() -> None:
    text = "The vaccine was, we must say, not safe for children."
    anchor = locate("The vaccine was […] safe for children", text)
    assert [text[start:end] for start, end in anchor.parts] == [
        "The vaccine was",
        "safe for children",
    ]
