"""A writer's brackets, beside what the source prints in their places."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Fit, locate

STORY = "Ada Brandt runs the mill. She sold it in March, and he paid her in May. It never flooded."


@pytest.mark.parametrize(
    ("quote", "text", "replaced"),
    [
        ("[Brandt] sold it in March", STORY, "She"),
        ("She sold [the mill] in March", STORY, "it"),
        ("he paid [Brandt] in May", STORY, "her"),
        ("[h]e paid her in May", STORY.replace("he paid", "He paid"), None),
        ("She s[old] it in March", STORY, None),
        ("[i]lk baskı mayısta satıldı", "Kitap çıktı. İlk baskı mayısta satıldı.", "İ"),
        ("[ı]şık söndü ve yol karardı", "Geç oldu. Işık söndü ve yol karardı.", "I"),
    ],
)
def test_a_bracket_says_what_it_replaces(quote: str, text: str, replaced: str | None) -> None:
    anchor = locate(quote, text)
    if replaced is not None:
        assert anchor.fit is Fit.ELIDED
        (bracket,) = anchor.brackets
        assert text[bracket.start : bracket.end] == replaced


def test_a_bracketed_dotted_letter_is_no_other_one() -> None:
    assert not locate("[ı]lk baskı satıldı bile", "Kitap çıktı. İlk baskı satıldı bile.").fit.passes


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("[The mill] flooded", STORY),
        ("They signed [the deal]", "They were there. They signed the old plan of the town in May."),
        (
            "Mereka menandatangani [Miller]",
            "Kemarin mereka di kota. Mereka menandatangani rencana itu.",
        ),
        ("[银行]把它卖给了一家公司", "市长在星期一来了。董事把它卖给了一家公司。"),
        ("She s[old] it in March", STORY.replace("sold", "saw")),
        ("[The council] runs the mill", STORY),
        ("Ada Brandt runs the [bank]", STORY),
        ("She sold it in [June]", STORY),
        ("She [allegedly] sold it in March", STORY),
        ("She sold it in March [and in May twice]", STORY + " Two."),
        ("She sold [all three of] it in March", STORY),
        ("[never] sold it in March", STORY),
        ("paid [nothing] in May", STORY),
        ("the minister met [Karl Ober] in June", "On Monday the minister met ███ ████ in June."),
        ("It was [not] painted in June", "It was painted in June."),
        ("It was [nоt] painted in June", "It was painted in June."),
        ("It was [n o t] painted in June", "It was painted in June."),
        ("It was [n-o-t] painted in June", "It was painted in June."),
        ("It was [nòt] painted in June", "It was painted in June."),
        ("It was [*n*ot] painted in June", "It was painted in June."),
        ("It was [n_o_t] painted in June", "It was painted in June."),
        ("It was [ɴᴏᴛ] painted in June", "It was painted in June."),
        ("It was [𝐧𝐨𝐭] painted in June", "It was painted in June."),
        ("It was [hаrdly] painted in June", "It was painted in June."),
        ("It was [ha rdly] painted in June", "It was painted in June."),
        *(
            (f"It was [{words}] painted in June", "It was painted in June.")
            for words in ("noт", "nօt", "ⓝⓞⓣ", "≠", "¬", "\u202eton\u202c")
        ),
        ("harm[less] to all the fish", "It is harmful to all the fish. harm to all the fish."),
    ],
)
def test_a_bracket_may_not_say_something_else(quote: str, text: str) -> None:
    assert not locate(quote, text).fit.passes


def test_a_person_is_asked_where_the_source_does_not_name_whom_a_bracket_stands_for() -> None:
    anchor = locate("[Kovacs] sold it in March", STORY)

    assert anchor.fit.passes
    assert anchor.brackets[0].doubt


@pytest.mark.parametrize(
    ("quote", "text", "doubt"),
    [
        ("Lodě přepluly [mořem]", "Lodě přepluly moře.", "the source prints “moře”"),
        ("[młyny] sprzedano w maju", "Młyn sprzedano w maju.", "the source prints “Młyn”"),
        ("Lodě přepluly [Moře]", "Lodě přepluly moře.", ""),
        ("The ship [sails] to Rome", "The ship sailed to Rome.", ""),
    ],
)
def test_a_person_is_asked_where_a_bracket_declines_a_noun(
    quote: str, text: str, doubt: str
) -> None:
    anchor = locate(quote, text)
    assert anchor.fit.passes
    assert anchor.brackets[-1].doubt == doubt


@pytest.mark.parametrize(
    ("quote", "doubt"),
    [
        ("She sold it to [Miller]", "the source does not name “Miller” near it"),
        ("She sold it to [Karl]", "the source does not name “Karl” near it"),
        ("She sold it to [Ober]", ""),
        ("[The mills] were of no use to anybody", ""),
        ("[The millers] were of no use to anybody", "the source does not name “millers” near it"),
    ],
)
def test_whom_a_bracket_names_is_a_name_of_the_source(quote: str, doubt: str) -> None:
    text = (
        "Karla Ober owns the mills of the town. They were of no use to anybody. She sold it to "
        "him in June."
    )

    (bracket,) = locate(quote, text).brackets

    assert bracket.doubt == doubt


@pytest.mark.parametrize(
    ("quote", "text", "asks"),
    [
        ("[The mayor] left the keys", "“He left the keys,” said Una. The mayor was in Rome.", True),
        ("[The mayor] left the keys", "“He left the keys,” said Una of the mayor.", False),
        ("[The mayor] left the keys", "The mayor came. “He left the keys,” said Una.", False),
        ("[The council] left the keys", "“We left the keys.” The council was in Rome.", False),
    ],
)
def test_a_person_is_asked_where_whom_a_bracket_names_is_named_only_later(
    quote: str, text: str, *, asks: bool
) -> None:
    (bracket,) = locate(quote, text).brackets

    assert bool(bracket.doubt) == asks


def test_a_person_is_asked_about_a_name_much_like_the_one_that_is_printed() -> None:
    anchor = locate("They saw [Karl] leave the mill", "They saw Karla leave the mill. Karl slept.")

    assert anchor.fit.passes
    assert anchor.brackets[0].doubt


def test_nobody_is_asked_where_the_source_names_whom() -> None:
    anchor = locate("[Ada Brandt] sold it in March", STORY)

    assert anchor.fit.passes
    assert not anchor.brackets[0].doubt


@pytest.mark.parametrize(
    "words",
    ["the U. S. A.", "a café", "J. B.", "the α-helix", "più tardi", "in μg", "?", "Åsa", "Ивана"],
)
def test_what_is_plainly_written_is_no_disguise(words: str) -> None:
    quote = f"She [{words}] sold it in March to an old friend of hers from the north"
    text = "She sold it in March to an old friend of hers from the north."

    assert locate(quote, text).fit is Fit.ELIDED


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("He bought the car in May.", "the source does not say “stolen” near it"),
        ("He bought the car in May. It had been stolen.", ""),
    ],
)
def test_a_person_is_asked_about_a_word_that_the_source_has_not(text: str, doubt: str) -> None:
    (bracket,) = locate("He bought the [stolen] car in May", text).brackets
    assert bracket.doubt == doubt


@pytest.mark.parametrize(
    ("quote", "text", "doubt"),
    [
        ("[部长]拿了这笔钱", "部长来了。他拿了这笔钱。", ""),
        ("[Kowalski] był w domu w maju", "Dom Kowalskiego jest nowy. On był w domu w maju.", ""),
        (
            "[Ober] was at home in May",
            "Ann McOber has a new house. She was at home in May.",
            "the source does not name “Ober” near it",
        ),
        ("[כהן] היה בבית במאי", "הבית שייך לכהן הזקן. הוא היה בבית במאי.", ""),
    ],
)
def test_a_name_is_known_in_its_cases_and_behind_its_prefixes(
    quote: str, text: str, doubt: str
) -> None:
    (bracket,) = locate(quote, text).brackets
    assert bracket.doubt == doubt


def test_a_number_at_the_edge_of_a_clause_is_no_pronoun() -> None:
    assert not locate("[部长]拿了这笔钱", "部长来了。三个人拿了这笔钱。").fit.passes


@pytest.mark.parametrize(
    ("quote", "text", "reason"),
    [
        (
            "[Ober] was at home in May",
            "____ was at home in May.",
            "a bracket stands for what the source has blotted out",
        ),
        (
            "they were all at home with [Ober]",
            "In May they were all at home with ████.",
            "a bracket stands for what the source has blotted out",
        ),
        (
            "Młyn [rzekomo] sprzedano w maju",
            "Młyn sprzedano w maju, i to jest tu wiadome.",
            "the words in square brackets say how sure it is",
        ),
    ],
)
def test_why_a_bracket_may_not_stand_there(quote: str, text: str, reason: str) -> None:
    anchor = locate(quote, text)
    assert (anchor.fit.passes, anchor.reason) == (False, reason)


@pytest.mark.parametrize(
    ("quote", "doubt"),
    [
        ("She [Ober] was at home in May", ""),
        ("She [Kovacs] was at home in May", "the source does not name “Kovacs” near it"),
        ("She was at home [Ober] in May", "it adds a name (“Ober”)"),
        ("She was at home in May [Oslo]", "it adds a name (“Oslo”)"),
        ("[Ober] was at home in May", ""),
        ("Ann Ober has a [new] mill", "the source does not say “new” near it"),
        ("Ann Ober [she] has a mill", ""),
    ],
)
def test_a_name_behind_its_pronoun_adds_none(quote: str, doubt: str) -> None:
    (bracket,) = locate(quote, "Ann Ober has a mill. She was at home in May.").brackets
    assert bracket.doubt == doubt


@pytest.mark.parametrize(
    ("quote", "text", "replaced"),
    [
        ("In May the old ship [sails]", "In May the old ship sailed to Rome.", "sailed"),
        ("In May the old ship [burns]", "In May the old ship sailed to Rome.", None),
        ("[They] were at home in May", "We were at home in May.", "We"),
        ("[The] plan was good for all", "Their plan was good for all.", "Their"),
        ("[Ober’s] plan was good for all", "Ober came. Her plan was good for all.", "Her"),
        ("we saw all of [them]", "In May we saw all of her in the town.", "her"),
        ("we saw all of [Ober]", "Ober came. In May we saw all of that town.", None),
    ],
)
def test_what_a_bracket_at_an_end_replaces(quote: str, text: str, replaced: str | None) -> None:
    anchor = locate(quote, text)
    words = [text[bracket.start : bracket.end] for bracket in anchor.brackets]
    assert words == ([] if replaced is None else [replaced])


@pytest.mark.parametrize(
    ("quote", "text", "doubt"),
    [
        ("[Ober’s] plan was good for all", "Ober came. The plan was good for all.", "The"),
        ("[Obers] Plan war gut für alle", "Obers sind da. Der Plan war gut für alle.", "Der"),
        ("[Ober’s] plan was good for all", "Ober came. Her plan was good for all.", ""),
        ("[Her] plan was good for all", "Ober came. The plan was good for all.", ""),
        ("[Ober] est là pour tous", "Ober est venu. Il est là pour tous.", ""),
        ("[Ober] was there for all", "Ober: I was there for all.", ""),
    ],
)
def test_a_person_is_asked_whose_a_thing_is_that_the_source_gives_to_nobody(
    quote: str, text: str, doubt: str
) -> None:
    (bracket,) = locate(quote, text).brackets
    assert bracket.doubt == (f"square brackets stand for “{doubt.lower()}”" if doubt else "")
