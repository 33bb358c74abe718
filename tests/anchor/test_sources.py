"""Who speaks, what was cut off, what two sources share."""

from __future__ import annotations

import pytest

from claimcheck.anchor import (
    Change,
    Fit,
    Text,
    cut_off,
    inside_quotation,
    locate,
    sharing,
    variants,
)
from claimcheck.anchor.speech import first_of_each, has_utterance, quotations

SPOKEN = {
    "straight": ('She said, "We will not pay for it," and left.', "We will not pay", True),
    "outside": ('She said, "We will not pay for it," and left.', "and left", False),
    "curly": ("“We will pay,” said she.", "We will pay", True),
    "after": ("“We will pay,” said she.", "said she", False),
    "with its marks": ("And “We will pay,” said she.", "“We will pay,”", True),
    "low": ("Er sagte: „Wir zahlen nicht.“ Dann ging er.", "Wir zahlen", True),
    "after low": ("Er sagte: „Wir zahlen nicht.“ Dann ging er.", "Dann ging", False),
    "angle": ("Il a dit : « Nous ne payons pas » hier.", "Nous ne payons", True),
    "after angle": ("Il a dit : « Nous ne payons pas » hier.", "hier", False),
    "corner": ("他说：「我们不会付钱」然后走了。", "我们不会", True),
    "apostrophes": ("The dogs' owners won't pay the boys' wages.", "owners won't pay", False),
    "single": ("He said: 'We will not pay.' Then he left.", "We will not", True),
    "paragraphs": ("“We will not pay.\n\n“Nor shall you,” he said.", "We will not", True),
    "last paragraph": ("“We will not pay.\n\n“Nor shall you,” he said.", "Nor shall", True),
    "after paragraphs": ("“We will not pay.\n\n“Nor shall you,” he said.", "he said", False),
    "stray mark": ("“We will not pay.\n\nThe plan failed.", "The plan failed", False),
}


@pytest.mark.parametrize(("text", "passage", "inside"), SPOKEN.values(), ids=SPOKEN)
def test_inside_quotation(text: str, passage: str, inside: bool) -> None:
    start = text.index(passage)
    assert inside_quotation(text, start, start + len(passage)) is inside


# Texts, and what of them somebody is quoted as saying.
QUOTED = [
    ("“Yes.” He left. “No,” said she.", ["“Yes.”", "“No,”"]),
    ("“One.\n\n“Two.\n\n“Three,” said he. “Four.”", ["“One.\n\n“Two.\n\n“Three,”", "“Four.”"]),
    ("“One.\n \n  “Two,” said he.", ["“One.\n \n  “Two,”"]),
    ('"One.\n\n"Two," said he.', ['"One.\n\n"Two,"']),
    ("“One.\n\nHe left. “Two,” said he.", ["“Two,”"]),
    ('“One.\n\n"Two," said he.', ['"Two,"']),
    ("'One.\n\n'Two,' said he.", ["'Two,'"]),
    ("“It ‘is so’ here,” said he.", ["“It ‘is so’ here,”"]),
    ("\"It is 'so' here,\" said he.", ["\"It is 'so' here,\""]),
    ("“It ”is so here,” said he.", ["“It ”is so here,”"]),
    ('“We go" now” said he.', ['“We go" now”']),
    ("« Oui », dit-il. « À table », dit-elle.", ["« Oui »", "« À table »"]),
    ("»Ja«, sagte er. „Nein“, sagte sie.", ["»Ja«", "„Nein“"]),
    ("'So am I' she said.", ["'So am I'"]),
    ("It rained. " * 50 + "'So am I' she said.", ["'So am I'"]),
    ("'I' is a letter.", ["'I'"]),
    ("The dogs' 'tis here. “Yes,” said he.", ["“Yes,”"]),
    ("It’s the ’90s, they say ‘a good time’.", ["‘a good time’"]),
    ("‘We don’t go,’ said he.", ["‘We don’t go,’"]),
    ("He left 'em there ' and so on.", []),
    ('It was 5" long. A 6"x8" print of it.', []),
    ('He said " we go" now.', []),
    ('He said "', []),
    ('She said "it is safe” and “no” came.', ['"it is safe”', "“no”"]),
    ('She said "it is safe” and left. "Yes," he said.', ['"it is safe”', '"Yes,"']),
    ('She said “it is safe" and left.', ['“it is safe"']),
    ('She said “it is safe" and “no" too.', ['“it is safe"', '“no"']),
    ('Er sagte: „Es ist gut", und ging. „Ja“.', ['„Es ist gut"', "„Ja“"]),
    ('She said “a 6" pipe is safe” today.', ['“a 6" pipe is safe”']),
    ('She said “it is "safe" so” today.', ['“it is "safe" so”']),
    ('She said "the ”new" pipe” today.', ['"the ”new"']),
    ("»Se on turvallinen», hän sanoi.", ["»Se on turvallinen»"]),
    ("»Se on», hän sanoi, »niin».", ["»Se on»", "»niin»"]),
    ("›Se on›, hän sanoi.", ["›Se on›"]),
    ("”Den är säker”, sade hon ”igen”.", ["”Den är säker”", "”igen”"]),
    ("Hon sa”nej” nu.", []),
    ("(”Ja”) och —”nej”.", ["”Ja”", "”nej”"]),
    ("”Den är\n\n”Säker”, sade hon.", ["”Den är\n\n”Säker”"]),
    ('She said: "One.\n\n"Two," and left.', ['"One.\n\n"Two,"']),
    ("“One.\n\n“Two.\n\n“Three.” So.", ["“One.\n\n“Two.\n\n“Three.”"]),
    ("“One.\n\n“Two.\n\nThree.”", []),
    ("'One.\n\n'Two,' he said.", ["'Two,'"]),
    ("« Oui », dit-il, « non ».", ["« Oui »", "« non »"]),
    ("»Ja«, sagte er, »nein«.", ["»Ja«", "»nein«"]),
    ("» Ja «, sagte er, » nein «.", ["» Ja «", "» nein «"]),
    ("»Ja«, sagte er. Das» Haus «.", ["»Ja«"]),
    ("‚Ja‘, sagte er, ‚nein’.", ["‚Ja‘", "‚nein’"]),
    ("›Ja‹, sagte er.", ["›Ja‹"]),
    ("„Er sagte ‚ja‘ dazu“", ["„Er sagte ‚ja‘ dazu“"]),
    ('«Il dit "oui" hier»', ['«Il dit "oui" hier»']),
    ("「橋は『安全』だ」と。", ["「橋は『安全』だ」"]),
    ("『安全』だ", ["『安全』"]),
    ("Wie 's kam, rock 'n' roll 'now'.", ["'now'"]),
    ("’Twas the ‘90s, and ‘so’ it went.", ["‘90s, and ‘so’"]),
    ("‘It's the dogs' own,’ she said.", ["‘It's the dogs' own,’"]),
    ("The dogs' and the cats' tails.", []),
    ("“Never closed.\n\nThen “this”.", ["“this”"]),
    ("a “ b ” c", []),
    ("word“no” here", []),
    ("He said “so” “", ["“so”"]),
    ("“a”b and 'a'b", ["“a”"]),
    ("(“Yes”) and [«no»]", ["“Yes”", "«no»"]),
    ("“One.\n \t\n  “Two.”", ["“One.\n \t\n  “Two.”"]),
    ('She said "it ends” so" today. “Yes.”', ['"it ends” so"', "“Yes.”"]),
    ("« Oui » dit-il, « non ».", ["« Oui »", "« non »"]),
    ("‹ Oui › dit-il, ‹non›", ["‹ Oui ›", "‹non›"]),
]


@pytest.mark.parametrize(("text", "spoken"), QUOTED)
def test_what_is_said_between_marks(text: str, spoken: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == spoken


@pytest.mark.parametrize("far", [0, 20_000, 60_000])
def test_a_passage_is_quoted_far_on_in_a_long_text(far: int) -> None:
    sentence = "She said “it is safe, ‘all of it’ ”, and left. “Yes, ” she said."
    text = "so on " * far + sentence + " and so on" * far
    quoted = {
        "it is safe, ‘all of it’": True, "it is safe, ‘all of it’ ”, ": True, "“it is": True,
        " “it is safe": True, "‘all of it’ ”,": True, "” ": True, "”, and left": False,
        "She said “it is safe": False, "and left": False, "“Yes, ” ": True, " “Yes": True,
        "Yes, ” she": False,
    }  # fmt: skip

    for words, inside in quoted.items():
        start = 6 * far + sentence.index(words)
        assert inside_quotation(text, start, start + len(words)) is inside, words


def test_of_many_texts_with_the_same_words_the_first_are_taken() -> None:
    texts = {"d": "one", "a": "one", "e": "two", "c": "one", "b": "one"}

    assert first_of_each(texts, 1) == ["a", "e"]
    assert first_of_each(texts, 2) == ["a", "b", "e"]
    assert first_of_each(texts, 4) == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("passage", "quoted"),
    [
        ("we closed the old bridge", True),
        ("said", False),
        ("said: “we closed", True),
        ("today.” Then", True),
        ("Then", False),
        ("No”", False),
        ("We open it again", True),
        ("“we", True),
        ("”", False),
        ("", False),
    ],
)
def test_a_stretch_has_part_in_what_somebody_is_quoted_as_saying(
    passage: str, quoted: bool
) -> None:
    text = (
        "She said: “we closed the old bridge today.” Then she said “No” and “We open it again "
        "next year! So it is.” Later"
    )
    start = text.index(passage)

    assert has_utterance(text, start, start + len(passage)) is quoted


@pytest.mark.parametrize(("last", "spoken"), [("it", True), ("all", False)])
def test_a_single_mark_opens_only_what_is_closed_within_400_characters(
    last: str,
    spoken: bool,
) -> None:
    result = f"'{'so ' * 132}{last}'"
    assert quotations(f"{result} said he.") == [(0, len(result))] * spoken


@pytest.mark.parametrize(
    ("passage", "inside"),
    [
        ("“We pay”", True),
        (" “Go on”", True),
        ("“We pay”.", True),
        ("pay”, ", True),
        ("said “We", False),
        ("pay”. He", False),
        ("pay”. He said “Go", False),
        ("pay”, and “We pay”.", False),
    ],
)
def test_marks_and_stops_at_the_ends_of_a_passage_count_for_nothing(
    passage: str,
    inside: bool,
) -> None:
    text = "He said “We pay”, and “We pay”. He said “Go on”."
    start = text.index(passage)
    assert inside_quotation(text, start, start + len(passage)) is inside


def test_a_speaker_is_found_deep_in_a_long_text() -> None:
    filler = "The old town lies on the river. " * 3000
    text = f"{filler}She said “We will not pay for it” and left. {filler}"
    spoken = {"We will not pay": True, "“We": True, "She said “We": False, "and left": False}
    for words, inside in spoken.items():
        start = text.index(words)
        assert inside_quotation(text, start, start + len(words)) is inside


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("The plan will work, but only if it rains.", "The plan will work", "but only if it rains"),
        ("The plan will work unless it rains.", "The plan will work", "unless it rains"),
        ("The plan will work, except in May.", "The plan will work", "except in May"),
        ("He denied that the plan will work.", "the plan will work", "denied that"),
        ("It did not rise in May.", "rise in May", "did not"),
        ("He allegedly stole the car.", "stole the car", "allegedly"),
        ("Der Plan geht auf, sofern es regnet.", "Der Plan geht auf", "sofern es regnet"),
        ("The plan will work. But it may rain.", "The plan will work.", None),
        ("The plan will work and please us.", "The plan will work", None),
        ("He said that the plan will work.", "the plan will work", None),
        ("It was not so. The plan will work.", "The plan will work", None),
        ("The plan will work. but it may rain", "The plan will work.", None),
        ("The plan will work! but it may rain", "The plan will work!", None),
        ("Will the plan work? but it may rain", "Will the plan work?", None),
        ("The plan will work\n\nbut it may rain", "The plan will work", None),
        ("He was not there\n\nthe plan will work", "the plan will work", None),
        ("It works, but see plan B.\n\nThen he left.", "It works", "but see plan B"),
        ("If it rains, we go.", "it rains", "If"),
        ("He denied that “the plan will work”.", "the plan will work", "denied that"),
        ("In İzmir it did not rise in May.", "rise in May", "did not"),
        (
            "It works, but only if it rains on the town.",
            "It works",
            "but only if it rains on the town",
        ),
        (
            "It works, but only if it rains on the old town.",
            "It works",
            "but only if it rains on the old …",
        ),
    ],
)
def test_cut_off(text: str, quote: str, words: str | None) -> None:
    cut = cut_off(text, locate(quote, text))
    assert (cut.words if cut else None) == words


ONE = 'A spokesman said on Friday: "The message to our staff was sent in error. We are sorry."'
OTHER = "“The message to our employees was sent by mistake,” said a spokesman. “We go on.”"


def test_one_utterance_in_different_words() -> None:
    (variant,) = variants({"b": OTHER, "a": ONE})
    assert (variant.first, variant.second) == ("a", "b")
    assert ONE[slice(*variant.first_span)] == "The message to our staff was sent in error."
    assert OTHER[slice(*variant.second_span)] == "The message to our employees was sent by mistake,"
    assert any(not segment.same for segment in variant.difference)


def test_the_same_words_are_no_variant() -> None:
    assert variants({"a": ONE, "b": ONE}) == []
    assert variants({"a": ONE, "b": 'He said: "Something else was in the news of the day."'}) == []


def test_a_variant_names_what_changed() -> None:
    text = "“We sold five hundred bridges to the town last summer,” said she."
    (variant,) = variants({"a": text, "b": text.replace("five", "six")})
    assert variant.changes == (Change.NUMBER,)


def test_utterances_need_only_share_two_words_with_one_between_them() -> None:
    text = "“Nobody here expects serious trouble during winter months at all.”"
    other = "“Nobody ever expects major trouble throughout winter weather at all.”"
    assert len(variants({"a": text, "b": other})) == 1


def test_utterances_with_hardly_a_word_in_common_are_no_variants() -> None:
    text = "“The workers planted their gardens every morning.”"
    other = "“A worker plants this garden each mornings.”"
    assert variants({"a": text, "b": other}) == []


def test_an_utterance_cut_short_is_no_variant() -> None:
    short = ONE.replace(" in error. We", ". We")
    assert variants({"a": ONE, "b": short}) == []
    assert variants({"a": short, "b": ONE}) == []


def test_shared_runs() -> None:
    shared = (
        "The board met on Monday and resolved to sell the harbour to the town for one franc. " * 1
    )
    shared += "Nobody from the press was told of it until the papers had been signed and sealed."
    first, other = (
        f"Some lead. {shared} An end.",
        f"Other words before. {shared.upper()} Other end.",
    )
    third = "Nothing of the kind is printed here at all."
    (run,) = sharing({"x": Text(first), "y": Text(other), "z": Text(third)}).runs
    assert first[slice(*run.first_span)].strip(".") == shared.strip(".")
    assert other[slice(*run.second_span)].casefold() == first[slice(*run.first_span)].casefold()
    assert (run.first, run.second) == ("x", "y")
    assert sharing({"x": Text(first), "y": Text(third)}).runs == ()


@pytest.mark.parametrize(
    "marks",
    ["“”", "„“", "«»", "‹›", "‘’", "''", '""', "「」", "『』", "»«", "‚‘"],
)
def test_speech_is_told_from_apostrophes_by_any_marks(marks: str) -> None:
    text = (
        "It’s said that dogs' tails don't wag. He said "
        f"{marks[0]}we are done here, isn't it{marks[1]} and left. It's the dogs' day."
    )

    def inside(words: str) -> bool:
        start = text.index(words)
        return inside_quotation(text, start, start + len(words))

    assert inside("we are done here")
    assert inside("here, isn't it")
    assert inside(f"{marks[0]}we are done")
    assert inside(f"isn't it{marks[1]}")
    assert not inside("said that dogs' tails")
    assert not inside("and left")
    assert not inside("It's the dogs")


def test_what_was_left_out_is_shown_where_it_stands() -> None:
    text = "He said to the press on Monday evening that the plan would cost five million."

    anchor = locate("He said that the plan would cost five million", text)

    assert anchor.fit is Fit.SPLICED
    assert (anchor.start, anchor.end) == (0, len(text) - 1)
    assert [(segment.written, segment.printed, segment.same) for segment in anchor.difference] == [
        ("He said ", "He said ", True),
        ("", "to the press on Monday evening ", False),
        ("that the plan would cost five million", "that the plan would cost five million", True),
    ]
