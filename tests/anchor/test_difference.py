"""The word diff from a quote to a passage, and what it names."""

from __future__ import annotations

import pytest

from claimcheck.anchor.difference import (
    changes,
    difference,
    first_hedge,
    first_reversal,
    has_negation,
    look_alike,
    only_omits,
)
from claimcheck.anchor.result import Change, Segment
from support.wdiff import wdiff

WORDS = {
    "nothing": ("it was so", "it was so", "it was so"),
    "typography": ("the “final” report", 'the "final"\nreport', 'the "final"\nreport'),
    "a word for another": ("the old town", "the new town", "the [-old -]{+new +}town"),
    "a word left out": ("the town", "the old town", "the {+old +}town"),
    "a word put in": ("the old town", "the town", "the [-old -]town"),
    "the first word": ("a town is old", "The town is old", "[-a -]{+The +}town is old"),
    "the last word": ("it is old", "it is new", "it is [-old-]{+new+}"),
    "a word before": ("so it is old", "it is old", "[-so -]it is old"),
    "a word behind": ("it is old too", "it is old", "it is old[-too-]"),
    "all": ("old", "new", "[-old-]{+new+}"),
    "no quote": ("", "new", "{+new+}"),
    "several": (
        "the old town and its port are nice",
        "the new town and the port were nice",
        "the [-old -]{+new +}town and [-its -]{+the +}port [-are -]{+were +}nice",
    ),
    "two words in a row": (
        "the nice old town",
        "the ugly new town",
        "the [-nice old -]{+ugly new +}town",
    ),
    "said twice": ("it is so it is so", "it is so", "it is so[-it is so-]"),
    "an order": ("so it is", "it is so", "[-so -]it is {+so+}"),
    "marks": ("the rate, he said, fell", "the rate fell", "the rate [-, he said, -]fell"),
    "characters": ("他说不是", "他说是", "他说[-不-]是"),
    "a word broken at a line's end": (
        "the example is",
        "the exam-\nple was",
        "the exam-\nple [-is-]{+was+}",
    ),
    "a compound broken at a line's end": (
        "a well-known man is",
        "a well-\nknown man was",
        "a well-\nknown man [-is-]{+was+}",
    ),
    "a quote broken at a line's end": (
        "a well-\nknown exam-\nple is",
        "a well-known example was",
        "a well-known example [-is-]{+was+}",
    ),
    "a blank put in": ("it is ; so", "it is; so", "it [-is ; -]{+is; +}so"),
    "two blanks": (
        "one , two and three ; four",
        "one, two and three; four",
        "[-one , -]{+one, +}two and [-three ; -]{+three; +}four",
    ),
    "a blank before the last word": ("so it is ; so", "so it is; so", "so it [-is ; -]{+is; +}so"),
    "a blank before the last mark": ("so it is !", "so it is!", "so it [-is !-]{+is!+}"),
    "a blank behind the last word": ("it is so", "it is so ", "it is so "),
}


@pytest.mark.parametrize(("quote", "passage", "shown"), WORDS.values(), ids=WORDS)
def test_the_difference_is_shown_in_words(quote: str, passage: str, shown: str) -> None:
    segments = difference(quote, passage)
    assert wdiff(segments) == shown
    assert "".join(segment.written for segment in segments) == quote
    assert "".join(segment.printed for segment in segments) == passage


def test_what_differs_in_thousands_of_words_is_one_run() -> None:
    """And what is the same before and behind it is still told."""
    for words, runs in (("was same " * 1499 + "was was ", 3001), ("was same " * 1500 + "was ", 3)):
        mine, theirs = (
            f"so it {words}there at last",
            f"so it {words}there at last".replace("w", "h"),
        )
        segments = difference(mine, theirs)
        assert len(segments) == runs
        assert not segments[1].same
        assert segments[0] == Segment("so it ", "so it ", same=True)
        assert segments[-1] == Segment("there at last", "there at last", same=True)


def test_a_difference_of_two_hundred_thousand_characters_is_not_looked_at() -> None:
    half = "it" * 50_000
    assert difference(half, half) == (Segment(half, half, same=True),)
    assert difference(half, f"{half}s") == (Segment(half, f"{half}s", same=False),)
    assert difference(f"{half}s", f"{half}s") == (Segment(f"{half}s", f"{half}s", same=False),)


def test_in_ten_thousand_characters_no_kind_is_named() -> None:
    assert changes([Segment("it was so " * 500, "it is not " * 500, same=False)])
    assert changes([Segment("it was so " * 500, "it is not " * 501, same=False)]) == ()


CHANGES = {
    Change.NUMBER: [
        ("the rate was 3.7 percent", "the rate was 3.8 percent"),
        ("the rate was 37 percent", "the rate was 3.7 percent"),
        ("it fell by -3 in May", "it fell by 3 in May"),
        ("it was > 5 at noon", "it was < 5 at noon"),
        ("it was 5 at noon", "it was at noon"),
        ("two men came", "three men came"),
        ("the bridge is 10² wide", "the bridge is 102 wide"),
        ("it took 1½ cups of it", "it took 1¼ cups of it"),
        ("in part ⅳ of it", "in part ⅴ of it"),
        ("in 1914-18 it was", "in 1914-19 it was"),
        ("at 10:30 sharp", "at 10:31 sharp"),
        ("参加的有三人", "参加的有五人"),
    ],
    Change.UNIT: [
        ("a rise of 5 %", "a rise of 5 ‰"),
        ("it rose to 5°", "it rose to 5"),
        ("it cost €5", "it cost $5"),
        ("it cost ₽5", "it cost ₹5"),
        ("5 miles away", "5 metres away"),
        ("5 km away", "5 miles away"),
    ],
    Change.NEGATION: [
        ("we saw no men", "we saw men"),
        ("he did go", "he did not go"),
        ("he didn’t go", "he did go"),
        ("il n’est pas là", "il est là"),
        ("他说不是", "他说是"),
        ("वह नहीं गया था", "वह गया था"),
        ("彼は行くと言った", "彼は行かないと言った"),
        ("그는 갔다", "그는 가지 않았다"),
        ("he is able to", "he is unable to"),
        ("he is unfit for it", "he is fit for it"),
        ("it was correct", "it was incorrect"),
        ("it was pure", "it was impure"),
        ("it was regular", "it was irregular"),
        ("it was legal", "it was illegal"),
        ("they agree", "they disagree"),
        ("a violent man", "a non-violent man"),
        ("a nonviolent man", "a violent man"),
        ("he never ever paid", "he never, not ever paid"),
    ],
    Change.MODALITY: [
        ("it may rise", "it will rise"),
        ("it surely rose", "it rose"),
        ("May they come in", "They come in"),
    ],
    Change.TENSE: [
        ("it rises at noon", "it rose at noon"),
        ("he is here", "he was here"),
        ("they cause it", "they caused it"),
        ("they caused it", "they cause it"),
        ("they need it", "they needed it"),
        ("he wanted it", "he wants it"),
        ("he wishes it", "he wished it"),
        ("he was wanting it", "he was wanted it"),
        ("they used it", "they use it"),
        ("they stop it", "they stopped it"),
        ("he plans it", "he planned it"),
        ("they deny it", "they denied it"),
        ("he denies it", "he denied it"),
        ("he was denying it", "he was denied it"),
        ("he was stopping it", "he was stopped it"),
    ],
    Change.NAME: [
        ("so Mr Miller came", "so Mr Smith came"),
        ("so the queen came", "so Anna came"),
        ("he may go in May", "he may go in June"),
    ],
    Change.CAPITALS: [
        ("said ANNA then", "said Anna then"),
        ("the rate fell", "The rate fell"),
    ],
    Change.PUNCTUATION: [
        ("one, two", "one two"),
        ("“so” it is", "so it is"),
        ("the e-mail", "the email"),
        ("U.S. Senate", "US Senate"),
    ],
    Change.SPACING: [
        ("a well known man", "a wellknown man"),
        ("it is ; so", "it is; so"),
    ],
    Change.ACCENTS: [
        ("a café", "a cafe"),
        ("قال", "قَالَ"),
    ],
    Change.LOOKALIKE: [
        ("the pаper said", "the paper said"),
        ("the рaреr Said", "the paper said"),
        ("ſo it is", "so it is"),
    ],
}
CHANGED = [(kind, *pair) for kind, pairs in CHANGES.items() for pair in pairs]


@pytest.mark.parametrize(("kind", "quote", "passage"), CHANGED)
def test_a_change_is_named_by_its_kind_and_no_other(kind: Change, quote: str, passage: str) -> None:
    assert changes(difference(quote, passage)) == (kind,)
    assert changes(difference(passage, quote)) == (kind,)


SEVERAL = [
    ("it is likely", "it was unlikely", (Change.NEGATION, Change.MODALITY, Change.TENSE)),
    ("it did not cost 5 euros", "it cost 6 dollars", (Change.NUMBER, Change.UNIT, Change.NEGATION)),
    ("he said so and went", "he said so. And went", (Change.CAPITALS, Change.PUNCTUATION)),
    ("the Café, too", "the cafe too", (Change.CAPITALS, Change.PUNCTUATION, Change.ACCENTS)),
    ("The rate, he said, is 5", "the rate, she said, is 6", (Change.NUMBER,)),
    ("The town is old", "the town is new", ()),
    ("the sea is red", "the sea is r", ()),
    ("a man called it", "a man cal it", (Change.TENSE,)),
    ("they stopped it", "they sto it", ()),
    ("they tried it", "they tr it", ()),
    ("he tries it", "he tied it", ()),
    ("he came, legal", "he came, illegal", (Change.NEGATION,)),
    (
        "it is regular and possible",
        "it is irregular and impossible",
        (Change.NEGATION, Change.MODALITY),
    ),
    ("they disagree on it", "they agree on it", (Change.NEGATION,)),
    ("It cost five", "It cost six", (Change.NUMBER,)),
    ("It was 5%", "It was 5", (Change.UNIT,)),
    ("It was <5 and -5", "It was >5 and 5", (Change.NUMBER,)),
    ("somebody came in", "no one came in", (Change.NUMBER, Change.NEGATION)),
    ("the US came in", "the us came in", (Change.CAPITALS,)),
    ("So the US came", "So they came", (Change.NAME,)),
    ("The town is old", "the city is old", ()),
    ("The old man has 5 cаts", "The older man has 5 cats", (Change.LOOKALIKE,)),
]


@pytest.mark.parametrize(("quote", "passage", "kinds"), SEVERAL)
def test_several_changes_are_named_and_light_ones_only_beside_light_ones(
    quote: str, passage: str, kinds: tuple[Change, ...]
) -> None:
    assert changes(difference(quote, passage)) == kinds


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("the old town", "the new town"),
        ("这非常好", "这很好"),
        ("so I said", "so he said"),
        ("Anna came home", "Hanna came home"),
        ("the bed was red", "the b was red"),
        ("the it was here", "the unit was here"),
        ("the e-mail was sent", "the letter was sent"),
        ("we do not know", "we don’t know"),
    ],
)
def test_other_words_have_no_kind(quote: str, passage: str) -> None:
    assert changes(difference(quote, passage)) == ()
    assert changes(difference(passage, quote)) == ()


def test_in_a_rewriting_only_a_negation_is_named() -> None:
    mine = "Five men from May and Anna must have paid 6 dollars for the boat"
    theirs = "Nobody of them would ever give us back what it had cost to sail there on 7 ships"
    assert changes([Segment(mine, theirs, same=False)]) == (Change.NEGATION,)
    assert changes([Segment(theirs, mine, same=False)]) == (Change.NEGATION,)
    assert changes([Segment(mine, theirs.replace("Nobody", "None"), same=False)])
    assert changes([Segment(mine, theirs.replace("Nobody", "Each"), same=False)]) == ()
    assert changes([Segment(f"not {mine}", theirs, same=False)]) == ()
    short = " ".join(mine.split()[:12])
    assert Change.NUMBER in changes([Segment(short, "", same=False)])


@pytest.mark.parametrize(
    ("quote", "passage", "omits"),
    [
        ("the town", "the old town", True),
        ("the town is", "the old town that is", True),
        ("the town", "the town", False),
        ("the town", "the, town", False),
        ("the big town", "the old town", False),
        ("the big town is", "the town that is", False),
    ],
)
def test_only_words_that_were_left_out_are_an_omission(
    quote: str,
    passage: str,
    omits: bool,
) -> None:
    assert only_omits(difference(quote, passage)) is omits


def test_a_look_alike_letter_is_named_on_both_sides() -> None:
    assert look_alike(difference("the older man has а cat", "the old man has a cat")) == (
        "“а” is U+0430 CYRILLIC SMALL LETTER A, the source has U+0061 LATIN SMALL LETTER A"
    )
    assert look_alike(difference("the old man", "the older man")) == ""
    assert look_alike(difference("the old man", "the old man")) == ""


@pytest.mark.parametrize(
    ("text", "turn", "negating"),
    [
        ("that he did not go", "not", True),
        ("he didn’t go", "didn't", True),
        ("c’est qu’il n’est là", "n'est", True),
        ("No, he said", "no", True),
        ("in room No. 5", "", False),
        ("room № 5", "", False),
        ("he denied it and never came", "denied", True),
        ("he denied it", "denied", False),
        ("行かない", "ない", True),
        ("他没有来", "没", True),
        ("这非常好", "", False),
        ("ไม่จริง", "ไม่", True),
        ("it was so", "", False),
        ("", "", False),
    ],
)
def test_the_word_that_turns_a_meaning(text: str, turn: str, negating: bool) -> None:
    assert first_reversal(text) == turn
    assert has_negation(text) is negating


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("it may rise", "may"),
        ("perhaps it may", "perhaps"),
        ("May Day was fine", ""),
        ("on the Will of Anna", ""),
        ("it rose", ""),
    ],
)
def test_the_word_that_says_how_sure_somebody_is(text: str, word: str) -> None:
    assert first_hedge(text) == word
