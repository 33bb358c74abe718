"""The passage that is shown for a quote that does not stand: its ends, and what differs."""

from __future__ import annotations

import pytest

from claimcheck.anchor import NOT_SOUGHT, Anchor, Change, Effort, Fit, Omission, Segment, locate
from claimcheck.anchor.describe import refine_span
from claimcheck.anchor.difference import changes
from claimcheck.anchor.locate import look_up
from claimcheck.anchor.nearby import propose_anchor
from claimcheck.model import Quote
from support.wdiff import wdiff

NEWS = (
    "It rained all day.\n\nThe mayor of the town said that the bridge was safe for all. Nobody "
    "believed him. He would never again, his wife said, pay for it himself. So they left the town. "
    "“Never again will we pay for it,” said the queen (who was ill). She sat. “You must go!” Not "
    "all of us will ever go home again soon."
)
MARKED = {
    ("5 degrees were measured", "There, <5 degrees are measured."): (
        "{+<+}5 degrees [-were -]{+are +}measured"
    ),
    ("They have measured 50", "They had measured 50%, or more."): (
        "They [-have -]{+had +}measured 50{+%+}"
    ),
}
POEM = (
    "O Rose, thou art sick!\nThe invisible worm,\nThat flies in the night,\nIn the howling storm,\n"
    "Has found out thy bed\nOf crimson joy,\nAnd his dark secret love\nDoes thy life destroy.\n\n"
    "He wrote it in London"
)


def proposed(quote: str, text: str) -> str:
    """What is shown; the passage is what the diff prints, and the quote what it has written."""
    anchor = locate(quote, text)
    assert anchor.fit in {Fit.ALTERED, Fit.SPLICED}, anchor
    assert anchor.start is not None
    assert text[anchor.start : anchor.end] == "".join(
        segment.printed for segment in anchor.difference
    )
    assert "".join(segment.written for segment in anchor.difference) == quote
    assert 0 < anchor.similarity <= 1
    return wdiff(anchor.difference)


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        (
            "A mayor of the town said that the bridge was safe",
            "[-A -]{+The +}mayor of the town said that the bridge was safe",
        ),
        (
            "Yesterday a mayor of the town said that the bridge was safe",
            "[-Yesterday a -]{+The +}mayor of the town said that the bridge was safe",
        ),
        (
            "The mayor of the town said that the bridge was dangerous.",
            "The mayor of the town said that the bridge was [-dangerous-]{+safe for all+}.",
        ),
        (
            "Anna said that the bridge was safe for all.",
            "[-Anna -]{+The mayor of the town +}said that the bridge was safe for all.",
        ),
        (
            "Some men said that the bridge was safe for all.",
            "[-Some men -]{+The mayor of the town +}said that the bridge was safe for all.",
        ),
        (
            "Of the town the mayor said that the bridge was safe for all.",
            "[-Of -]{+of +}the town [-the mayor -]said that the bridge was safe for all.",
        ),
        (
            "The bridge was never safe for all.",
            "[-The -]{+the +}bridge was [-never -]safe for all.",
        ),
        ("Everybody believed him.", "[-Everybody -]{+Nobody +}believed him."),
        (
            "He would pay for it himself.",
            "He would {+never again, his wife said, +}pay for it himself.",
        ),
        ("So they left the town at last.", "So they left the town[-at last-]."),
        ("Again it rained all day.", "[-Again it -]{+It +}rained all day."),
        ("We will pay for it", "[-We -]{+“Never again +}will {+we +}pay for it"),
        ("said the queen (who was old).", "said the queen (who was [-old-]{+ill+})."),
        ("(who was old)", "(who was [-old-]{+ill+})"),
        ("“You must leave!” Not", "“You must [-leave-]{+go+}!” Not"),
        ('"You must stay!" Not all', "“You must [-stay-]{+go+}!” Not all"),
        ("Not all of us will ever go.", "Not all of us will ever go {+home again soon+}."),
        ("Not all of us will ever go home.", "Not all of us will ever go home {+again soon+}."),
        (
            "The mayor of town said that the bridge was safe",
            "The mayor of {+the +}town said that the bridge was safe",
        ),
        (
            "He would never again, his wife said, PAY.",
            "He would never again, his wife said, [-PAY.-]{+pay+}",
        ),
        (
            "Mayor of the town said that the bridge was safe",
            "[-Mayor -]{+mayor +}of the town said that the bridge was safe",
        ),
        (
            "The bridge was safe for all. Nobody and",
            "[-The -]{+the +}bridge was safe for all. Nobody[-and-]",
        ),
        (
            "He would never again, his wife said, pay in Bern.",
            "He would never again, his wife said, pay [-in Bern-]{+for it himself+}.",
        ),
        ("The mayor of Bern.", "The mayor of[-Bern.-]"),
        ("Nobody believed him. He would never.", "Nobody believed him. He would never[-.-]"),
        (
            "And so they left the town. “Never again",
            "[-And so -]{+So +}they left the town. “Never again",
        ),
        ("ʼʼ left the town.", "[-ʼʼ -]{+So they +}left the town."),
        ("Anna left the town.", "[-Anna -]{+So they +}left the town."),
        ("Yes! So they left the town.", "[-Yes! -]So they left the town."),
        (
            "It is himself! So they left the town.",
            "[-It is -]{+it +}himself[-! -]{+. +}So they left the town.",
        ),
        (
            "Will he pay for it himself!",
            "[-Will he -]{+He would never again, his wife said, +}pay for it himself[-!-]{+.+}",
        ),
        ("They left the town. “Never again", "[-They -]{+they +}left the town. “Never again"),
        ("“We left the town", "[-“We -]{+So they +}left the town"),
        ("said the “queen”", "said the [-“-]queen[-”-]"),
        ("queen (who was ill)!”", "queen (who was ill)[-!”-]{+.+}"),
        ("Ann for all.", "[-Ann -]{+safe +}for all."),
        ("And must go!” Not", "[-And -]{+“You +}must go!” Not"),
        ("“Who must go!” Not all of us", "“[-Who -]{+You +}must go!” Not all of us"),
        ("He sat. “You must go", "[-He -]{+She +}sat. “You must go"),
        ("Nobody believed him at all! He would", "Nobody believed him[-at all! -]{+. +}He would"),
        (
            "He would never again, his wife said, pay.”",
            "He would never again, his wife said, pay {+for it himself+}.[-”-]",
        ),
        (
            "Not all of us will sometimes.",
            "Not all of us will [-sometimes-]{+ever go home again soon+}.",
        ),
        (
            "Not all of us will ever go home again late.",
            "Not all of us will ever go home again [-late-]{+soon+}.",
        ),
        ("… Some of us will ever go home", "[-… Some -]{+Not all +}of us will ever go home"),
        ("She sat down.", "She sat[-down-]."),
        ("... will ever go to home again", "[-... -]will ever go [-to -]home again"),
    ],
)
def test_a_passage_begins_and_ends_where_a_reader_would_set_its_ends(
    quote: str, shown: str
) -> None:
    assert proposed(quote, NEWS) == shown


@pytest.mark.parametrize(("quote", "text"), MARKED)
def test_what_belongs_to_a_number_is_shown_with_it(quote: str, text: str) -> None:
    assert proposed(quote, text) == MARKED[quote, text]


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        (
            "Some hidden snake,\nThat flies in the night,",
            "[-Some hidden snake-]{+The invisible worm+},\nThat flies in the night,",
        ),
        (
            "Visible snakes,\nIn the howling storm,\nHas found out",
            "[-Visible snakes-]{+That flies in the night+},\nIn the howling storm,\nHas found out",
        ),
        (
            "Did find thy bed\nOf crimson joy",
            "[-Did find -]{+Has found out +}thy bed\nOf crimson joy",
        ),
        (
            "Of purple grief,\nAnd his dark secret love",
            "Of [-purple grief-]{+crimson joy+},\nAnd his dark secret love",
        ),
        (
            "And his dark secret love\nDoes thy work hinder.",
            "And his dark secret love\nDoes thy [-work hinder-]{+life destroy+}.",
        ),
        ("He wrote it in Paris.", "He wrote it in [-Paris.-]{+London+}"),
        ("Some dark secret love\nDoes thy", "[-Some -]{+And his +}dark secret love\nDoes thy"),
        (
            "By night,\nIn the howling storm",
            "[-By -]{+That flies in the +}night,\nIn the howling storm",
        ),
        ("Found out thy bed\nOf crimson", "[-Found -]{+found +}out thy bed\nOf crimson"),
        ("So he wrote it in London", "[-So he -]{+He +}wrote it in London"),
        (
            "In the howling storm,\nHas found out thy house.",
            "In the howling storm,\nHas found out thy [-house.-]{+bed+}",
        ),
        ("The invisible worm,\nThat sleeps.", "The invisible worm,\nThat [-sleeps.-]{+flies+}"),
        (
            "And his dark secret love\nKills thee by night.",
            "And his dark secret love\n[-Kills thee by night-]{+Does thy life destroy+}.",
        ),
        ("O Rose, thou art ill!", "O Rose, thou art [-ill-]{+sick+}!"),
        ("O Rose, thou art!", "O Rose, thou art {+sick+}!"),
    ],
)
def test_in_verse_a_line_is_a_border_as_well(quote: str, shown: str) -> None:
    assert proposed(quote, POEM) == shown


DAYS = (
    "I was ill. A man came. He sat. “I go.” They left (so he said). I know it.\nWe were there.\n"
    "One night\nIt fell.\n\nNo. I did.\n"
)


@pytest.mark.parametrize(
    ("quote", "text", "near", "shown"),
    [
        # as far out as 1.6 times the length of the quote
        (
            "thy bed\nOf crimson grief.",
            POEM,
            "ut thy bed\nOf crimson joy,\nAnd h",
            "thy bed\nOf crimson joy,\nAnd his dark secret love\nDoes thy life destroy.",
        ),
        (
            "Anna himself. So they left me.",
            NEWS,
            "imself. So they left the to",
            "He would never again, his wife said, pay for it himself. So they left the town.",
        ),
        # to the nearest border of a line or a sentence
        (
            "And his dark secret love\nRuins thee every night.",
            POEM,
            "And his dark secret love",
            "And his dark secret love\nDoes thy life destroy.",
        ),
        (
            "And his dark love of all.",
            POEM,
            "And his dark secret love",
            "And his dark secret love",
        ),
        (
            "A mayor of the town said that the bridge was safe and so on all day.",
            NEWS.replace(". ", ".\n"),
            "\n\nThe mayor of the town said that the bridge was safe for all.\nNo",
            "The mayor of the town said that the bridge was safe for all.",
        ),
        (
            "We were there.\nOne day!",
            DAYS,
            "We were there.\nOne night",
            "We were there.\nOne night",
        ),
        ("Who flies in the dark!", POEM, "That flies in the ni", "That flies in the night,"),
        ("In the middle of the day came. He sat", DAYS, ". He sat", "A man came. He sat"),
        ("So long it flies in", POEM, "That flies in", "That flies in"),
        (
            "Through all of the day. It flies in",
            POEM,
            "That fl",
            "The invisible worm,\nThat flies",
        ),
        # without the words that the quote has not
        ("Some sat. “I .", DAYS, "e sat. “I go.” They", "He sat. “I go.”"),
    ],
)
def test_the_ends_of_a_near_passage_are_moved_to_borders(
    quote: str, text: str, near: str, shown: str
) -> None:
    start = text.index(near)

    begin, end = refine_span(quote, text, start, start + len(near))

    assert text[begin:end] == shown


THRICE = "He said yes. Then he left. She said no. Then he left. They said so. Then he left."


@pytest.mark.parametrize(
    ("prefix", "suffix", "shown", "context"),
    [
        ("said maybe.", "", "{+He +}said [-maybe-]{+yes+}. Then he left", "prefix"),
        ("", "But she said", "Then he left[-But she -]{+. She +}said {+no+}", "suffix"),
        (
            "said yes",
            "But then",
            "said yes{+. +}Then he left[-But then-]{+. She said+}",
            "prefix and suffix",
        ),
        (
            "said yes. And",
            " ",
            "{+He +}said yes. [-And -]Then he left{+. +}",
            "prefix",
        ),
    ],
)
def test_a_passage_out_of_its_context_is_shown_beside_the_words_that_stand_there(
    prefix: str, suffix: str, shown: str, context: str
) -> None:
    anchor = locate(Quote("Then he left", prefix, suffix), THRICE)
    assert (anchor.fit, anchor.start, anchor.end) == (Fit.ALTERED, 13, 25)
    assert (anchor.count, anchor.similarity) == (3, 1.0)
    assert wdiff(anchor.difference) == shown
    assert anchor.changes == changes(anchor.difference)
    assert anchor.reason == f"the words appear there, but not beside the {context} given"


def test_words_at_the_beginning_of_a_text_may_stand_beside_a_passage() -> None:
    anchor = locate(Quote("Then he left", "A dull man."), "A good man. Then he left.")
    assert wdiff(anchor.difference) == "A [-dull -]{+good +}man. Then he left"


@pytest.mark.parametrize(("steps", "reason"), [(1, ""), (0, NOT_SOUGHT), (-1, NOT_SOUGHT)])
def test_a_near_passage_is_looked_for_until_the_effort_is_spent(steps: int, reason: str) -> None:
    anchor = propose_anchor(look_up("They left the old town", NEWS), Effort(steps=steps))
    assert (anchor.fit, anchor.reason) == (Fit.NOT_FOUND if reason else Fit.ALTERED, reason)


@pytest.mark.parametrize(
    ("letters", "size", "unsure"), [(31, 100_001, True), (32, 100_001, False), (31, 100_000, False)]
)
def test_a_quote_of_31_letters_cannot_be_told_from_others_in_a_long_text(
    letters: int, size: int, *, unsure: bool
) -> None:
    anchor = locate("zq" * 15 + "z" * (letters - 30), "a " * 50_000 + "a" * (size - 100_000))
    assert (anchor.fit, bool(anchor.reason)) == (Fit.NOT_FOUND, unsure)


HARBOUR = (
    "The mayor met them on Monday. He had come from Rome with his wife. The mayor, who slept, "
    "said that he would not sell the boat. Nobody was there. "
    + "It rained in the town. " * 70
    + "In the end the boat was sold to a man from Bern."
)
APART = "the parts do not all appear there, in order and near each other"
ORDER = "the parts are in another order"
SHORT = "a part beside a mark of omission is too short to be recognised: quote one word more there"


@pytest.mark.parametrize(
    ("quote", "shown", "parts", "reason"),
    [
        (
            "The mayor … the boat was sold to a man",
            "The mayor [-… the boat was sold to a man-]{+met them on Monday.+}",
            ["The mayor", "the boat was sold to a man"],
            APART,
        ),
        (
            "would sell the boat … in the end",
            "{+The mayor, who slept, said that he +}would {+not +}sell the boat[-… in the end-]",
            ["would not sell the boat", "In the end"],
            APART,
        ),
        (
            "The mayor […] said that he would keep the boat",
            "The mayor [-[…] said that he would keep the boat-]{+met them on Monday.+}",
            ["The mayor", "said that he would not sell the boat"],
            APART,
        ),
        (
            "The boat was sold to a man … the mayor met them",
            "The [-boat was sold to a man … the -]mayor met them {+on Monday.+}",
            ["the boat was sold to a man", "The mayor met them"],
            ORDER,
        ),
        (
            "he would not … who slept",
            "{+The mayor, who slept, said that +}he would not [-… who slept-]{+sell the boat.+}",
            ["he would not", "who slept"],
            ORDER,
        ),
        (
            "He had come from Rome with his wife. The mayor … in the end",
            "He had come from Rome with his wife.[-The mayor … in the end-]",
            ["He had come from Rome with his wife. The mayor", "In the end"],
            APART,
        ),
        (
            "Nobody was there. It rained in the … in the end the boat",
            "Nobody was there. It rained in the [-… in the end the boat-]{+town.+}",
            ["Nobody was there. It rained in the", "In the end the boat"],
            APART,
        ),
        (
            "he would […] sell the boat",
            "he would [-[…] -]{+not +}sell the boat",
            ["he would", "sell the boat"],
            SHORT,
        ),
        ("He … Rome", "He [-… -]{+had come from +}Rome", [], SHORT),
        (
            "Nobody … sold to a man from Bern.",
            "Nobody [-… sold to a man from Bern-]{+was there+}.",
            ["Nobody", "sold to a man from Bern."],
            APART,
        ),
        (
            "He had come from [Paris] with his wife",
            "He had come from [-[Paris] -]{+Rome +}with his wife",
            ["He had come from", "with his wife"],
            "square brackets stand for “Rome”",
        ),
        (
            "[Miller] met them on Sunday",
            "[-[Miller] -]{+The mayor +}met them on [-Sunday-]{+Monday+}",
            [],
            "",
        ),
    ],
)
def test_parts_that_make_no_quotation_are_shown_with_the_reason(
    quote: str, shown: str, parts: list[str], reason: str
) -> None:
    anchor = locate(quote, HARBOUR)
    assert proposed(quote, HARBOUR) == shown
    assert [HARBOUR[start:end] for start, end in anchor.parts] == parts
    assert anchor.changes == changes(anchor.difference)
    assert (anchor.fit, anchor.reason) == (Fit.ALTERED, reason)


@pytest.mark.parametrize("before", ["", "It rained. "])
@pytest.mark.parametrize(("more", "close"), [(0, True), (1, False)])
def test_parts_that_stand_near_each_other_are_shown_in_one_passage(
    before: str, more: int, *, close: bool
) -> None:
    """So far apart as twice the quote is long, and 1200 characters."""
    head, tail = "The mayor of the town ", " sold the old boat"
    quote = f"{head}[not]{tail}"
    words = "lorem ipsum " * 200
    gap = f"{words[: 2 * len(quote) + 1200 - len(head) - len(tail) - 1 + more]}x"
    text = f"{before}{head}{gap}{tail} again."

    anchor = locate(quote, text)

    assert (anchor.fit, anchor.reason) == (Fit.ALTERED, "the words in square brackets negate")
    assert anchor.start == len(before)
    assert anchor.similarity == (0.9 if close else 0.5)
    assert (anchor.end == text.index(" again.")) is close


@pytest.mark.parametrize(
    ("part", "text", "shown"),
    [
        # what it has of the next sentence is a fourth of it, or less
        ("Nobody was there. It was", "Nobody was there. It was raining in Bern. ", "{}"),
        ("Nobody was there. It is", "Nobody was there. It is raining. ", "Nobody was there."),
        ("they sat. Yes", "So they sat. Yes she did, he said. ", "So they sat."),
        ("He sat. Yes", "He sat. Yes she did, he said. ", "{}"),
        # one word more
        ("Nobody was there", "Nobody was there so. ", "{}"),
    ],
)
def test_the_sentence_of_the_first_part_is_shown(part: str, text: str, shown: str) -> None:
    raw = f"{text}{'It rained in the town. ' * 70}In the end the boat was sold to a man."
    anchor = locate(f"in the end the boat … {part}", raw)
    assert (anchor.fit, anchor.reason) == (Fit.ALTERED, ORDER)
    assert raw[anchor.start : anchor.end] == shown.format(text.strip())


@pytest.mark.parametrize("word", ["He", "Here"])
def test_of_parts_in_two_sentences_the_first_sentence_is_shown(word: str) -> None:
    sentence = "Now the law of towns fell, and for all of the people there it was good at home."
    text = f"{sentence} {word} sat and ran."
    anchor = locate(f"the law of towns it was good at home. {word}", text)
    assert (anchor.fit, anchor.start, anchor.end) == (Fit.SPLICED, 0, len(sentence))
    assert [text[start:end] for start, end in anchor.parts] == [
        "the law of towns",
        f"it was good at home. {word}",
    ]


def test_what_is_nearly_there_is_no_quote_in_scattered_parts() -> None:
    """Where so few letters differ as 0.12 of them."""
    text = "They say: He would sell the nice new boat."
    anchor = locate("He … would sell the nice old boat", text)
    assert (anchor.reason, anchor.similarity) == (SHORT, 1 - 3 / 25)
    assert wdiff(anchor.difference) == "He [-… -]would sell the nice [-old -]{+new +}boat"


@pytest.mark.parametrize(
    ("gap", "shown"),
    [
        ("x" * 599, "x" * 599),
        ("x" * 600, f"{'x' * 300} […] {'x' * 299}"),
        (f"{'a' * 1000}b{'c' * 1000}", f"{'a' * 300} […] {'c' * 299}"),
    ],
    ids=["600", "601", "2002"],
)
def test_of_a_long_stretch_left_out_in_silence_both_ends_are_shown(gap: str, shown: str) -> None:
    text = f"Then the whole town was {gap} closed on 1 June 2021 by the mayor."
    anchor = locate("the whole town was closed on 1 June 2021", text)
    assert anchor.fit is Fit.SPLICED
    assert wdiff(anchor.difference) == f"the whole town was {{+{shown} +}}closed on 1 June 2021"
    assert anchor.difference[0] == Segment("the whole town was ", "the whole town was ", same=True)
    assert (anchor.start, anchor.end) == (5, text.index(" by"))


@pytest.mark.parametrize(
    ("gap", "shown"),
    [
        (", as he told the people, ", "was{+, as he told the people,+} closed"),
        (" as he told the people ", "was {+as he told the people +}closed"),
    ],
)
def test_the_blank_between_the_words_of_a_quote_is_not_of_what_it_leaves_out(
    gap: str, shown: str
) -> None:
    text = f"Then the whole town was{gap}closed on 1 June 2021 by the mayor."
    anchor = locate("the whole town was closed on 1 June 2021", text)
    assert anchor.fit is Fit.SPLICED
    assert wdiff(anchor.difference) == f"the whole town {shown} on 1 June 2021"


def test_the_parts_of_a_quote_that_lost_words_are_those_that_it_has() -> None:
    anchor = locate("The mayor of town said that bridge was safe", NEWS)
    assert anchor.fit is Fit.SPLICED
    assert [NEWS[start:end] for start, end in anchor.parts] == [
        "The mayor of",
        "town said that",
        "bridge was safe",
    ]


def test_an_anchor_says_all_that_is_known_of_a_quote_in_parts() -> None:
    text = (
        "In May the town was, he said, not really closed on 1 June 2021 at 2 by Miller. So be it."
    )
    elided = text.replace("he said, not really", "as planned,")
    assert locate("the town was […] closed on 1 June 2021", elided) == Anchor(
        Fit.ELIDED,
        7,
        54,
        parts=((7, 19), (33, 54)),
        count=1,
        similarity=1.0,
        omissions=(Omission(19, 33),),
    )
    assert locate("the town was, he said, closed on 1 June 2021", text) == Anchor(
        Fit.SPLICED,
        7,
        62,
        parts=((7, 29), (41, 62)),
        difference=(
            Segment("the town was, he said, ", "the town was, he said, ", same=True),
            Segment("", "not really ", same=False),
            Segment("closed on 1 June 2021", "closed on 1 June 2021", same=True),
        ),
        changes=(Change.NEGATION,),
        similarity=0.9,
    )
    text = "The town was quiet and closed on 1 June 2021 at noon by mayor Miller. So it was."
    anchor = locate("The town was closed on 1 June 2021 by mayor Miller", text)
    assert (anchor.fit, len(anchor.parts)) == (Fit.SPLICED, 3)
    assert text[anchor.start : anchor.end] == text[: text.index(". So")]


def test_brackets_that_the_source_prints_are_none_of_the_writers_own() -> None:
    text = "He [wrongly] said that it was not so at all."
    quote = "He [wrongly] said that it was so at all"
    assert proposed(quote, text) == "He [wrongly] said that it was {+not +}so at all"
    assert locate(quote, text).reason == ""
    assert locate(quote, text.replace("[wrongly]", "rightly")).reason
    assert locate("The mayor [Miller] met her on Monday", HARBOUR).similarity > 0.9


def test_a_part_does_not_stand_where_it_cuts_a_word() -> None:
    text = (
        "By this the law of townsmen, he said, and of us. Now the law of towns fell. It rained and "
        "was good at home today."
    )
    anchor = locate("the law of towns was good at home today.", text)
    assert anchor.fit is Fit.SPLICED
    assert anchor.parts[0][0] == text.index("Now") + 4
    text = (
        f"By the unlaw of the town they knew. {'It rained. ' * 150}They would go home. The law of "
        "the town was good."
    )
    anchor = locate("law of the town … they would go home", text)
    assert anchor.reason == ORDER
    assert [text[start:end] for start, end in anchor.parts] == [
        "law of the town",
        "They would go home",
    ]
    assert anchor.parts[0][0] > anchor.parts[1][0]
