"""What each omission leaves out, and why it may not, in sentences much like each other."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate

# The quotation, the text, why it does not pass, what it leaves out and what that does.
CASES = [
    (
        "The old mill […] was sold in May",
        "The old mill, only one of many, was sold in May.",
        "the omission takes out “, only one of many,”",
        "",
        "",
    ),
    (
        "It was sold to […] men of the village",
        "It was sold to only 3 of the ten old men of the village.",
        "the omission takes out “only 3 of the ten old”",
        "",
        "",
    ),
    (
        "It was sold to […] men of the village",
        "It was sold to the only 3 of the ten old men of the village.",
        "",
        " the only 3 of the ten old ",
        "",
    ),
    (
        "It was sold to […] men of the village",
        "It was sold to about ten men of the village.",
        "",
        " about ten ",
        "",
    ),
    (
        "It was sold to […] men of the village",
        "It was sold to about ten of the old and tired men of the village.",
        "",
        " about ten of the old and tired ",
        "",
    ),
    (
        "It was sold to […] men of the village",
        "It was sold to some men of the village.",
        "",
        " some ",
        "quantity",
    ),
    (
        "It was sold to […] men of the village",
        "It was sold to half of all the men of the village.",
        "",
        " half of all the ",
        "quantity",
    ),
    (
        "It was sold to […] men of the village",
        "It was sold to 20 % of the men of the village.",
        "",
        " 20 % of the ",
        "quantity",
    ),
    (
        "It was sold to […] men of the village",
        "It was sold to two men of the village.",
        "",
        " two ",
        "",
    ),
    (
        "It was sold to […] men of the village",
        "It was sold to 3 in 10 of such men of the village.",
        "",
        " 3 in 10 of such ",
        "quantity",
    ),
    (
        "It was sold to […] men of the village",
        "It was sold to a tenth of the old farmers, the rich men of the village.",
        "",
        " a tenth of the old farmers, the rich ",
        "subject",
    ),
    (
        "The mill was sold […] in the month of May",
        "The mill was sold, as planned, in the month of May.",
        "",
        ", as planned, ",
        "",
    ),
    (
        "The mill was sold […] in the month of May",
        "The mill was sold as they thought in the month of May.",
        "the omission takes out whose word it is (“as they thought”)",
        "",
        "",
    ),
    (
        "The mill was sold […] in the month of May",
        "The mill was sold by a man who says that in the month of May.",
        "the omission takes out whose word it is (“by a man who says that”)",
        "",
        "",
    ),
    (
        "The mill was sold […] the town was glad",
        "The mill was sold, and we saw that the town was glad.",
        "the omission takes out whose word it is (“, and we saw that”)",
        "",
        "",
    ),
    (
        "The mill was sold […] the town was glad",
        "The mill was sold for a sum that the town was glad of.",
        "the omission takes out whose word it is (“for a sum that”)",
        "",
        "",
    ),
    (
        "The mill was sold […] town was glad",
        "The mill was sold so fast, she hoped that his town was glad.",
        "",
        " so fast, she hoped that his ",
        "subject",
    ),
    (
        "The mill was sold […] was glad of it",
        "The mill was sold, she hoped that he was glad of it.",
        "the omission takes out whose word it is (“, she hoped that he”)",
        "",
        "",
    ),
    (
        "The mill was sold […] was glad of it",
        "The mill was sold so fast that he was glad of it.",
        "",
        " so fast that he ",
        "",
    ),
    (
        "The mill was sold […] in the month of May",
        "The mill was sold, but at a very low price, in the month of May.",
        "",
        ", but at a very low price, ",
        "concession",
    ),
    (
        "The mill was sold […] in the month of May",
        "The mill was sold, although cheap, in the month of May.",
        "",
        ", although cheap, ",
        "",
    ),
    (
        "The mill was sold […] in the month of May",
        "The mill was sold, it was a lie, in the month of May.",
        "",
        ", it was a lie, ",
        "doubt",
    ),
    (
        "The mill was sold […] in the month of May",
        (
            "The mill was sold to a man with three sons who all went to sea when "
            "they were old enough to be of use on a ship, though nobody paid them "
            "for it, in the month of May."
        ),
        "the omission takes out “nobody”",
        "",
        "",
    ),
    (
        "The mill was sold. […] The men were glad",
        "The mill was sold. It never rained. The men were glad.",
        "",
        " It never rained. ",
        "",
    ),
    (
        "The mill was sold. […] The men were glad",
        ("The mill was sold. It did not rain, and all was well. The men were glad of it."),
        "",
        " It did not rain, and all was well. ",
        "",
    ),
    (
        "The mill was sold […] The men were glad",
        "The mill was sold by nobody. It was May. The men were glad.",
        "the omission takes out “by nobody.”",
        "",
        "",
    ),
    (
        "The mill was sold […] men were glad of it",
        "The mill was sold. It was in May. If it rains, the men were glad of it.",
        "the omission takes out “If it rains, the”",
        "",
        "",
    ),
    (
        "The mill was sold […] the men were glad",
        "The mill was sold. Should it rain, the men were glad.",
        "the omission takes out “Should it rain,”",
        "",
        "",
    ),
    (
        "The mill was sold […] the men were glad",
        "The mill was sold. It was May. She thinks the men were glad.",
        "the omission takes out whose word it is (“She thinks”)",
        "",
        "",
    ),
    (
        "The mill was sold […] the men were glad",
        "The mill was sold. It was May. According to her, the men were glad.",
        "the omission takes out “According to her,”",
        "",
        "",
    ),
    (
        "The mill was sold. […] The men were glad",
        ("“We are poor,” she said. The mill was sold.\n\nIt was in May. The men were glad."),
        "",
        "\n\nIt was in May. ",
        "speaker",
    ),
    (
        "The mill was sold. […] The men were glad",
        "He said: The mill was sold.\n\nIt was in May. The men were glad.",
        "the omission runs from one paragraph's speaker into another's",
        "",
        "",
    ),
    (
        "The mill was sold […] The men were glad",
        "The mill was sold, he said.\n\nIt was in May. The men were glad.",
        "the omission runs from one paragraph's speaker into another's",
        "",
        "",
    ),
    (
        "The mill was sold. […] The men were glad",
        "The mill was sold.\n\nIt was in May. The men were glad, she said.",
        "the omission runs from one paragraph's speaker into another's",
        "",
        "",
    ),
    (
        "The mill was sold. […] The men were glad",
        "The mill was sold.\n\nIt was in May. The men were glad.",
        "",
        "\n\nIt was in May. ",
        "speaker",
    ),
    (
        "The mill was sold […] in the month of May",
        "The mill was sold 0 times in the month of May.",
        "the omission takes out “0 times”",
        "",
        "",
    ),
    (
        "The mill was sold […] in the month of May",
        "The mill was sold (0 times) in the month of May.",
        "",
        " (0 times) ",
        "",
    ),
    (
        "The mill was sold […] in the month of May",
        (
            "The mill was sold to a man who had come over the hills from far away "
            "with gold and silver and never a word in the month of May."
        ),
        "the omission takes out “never”",
        "",
        "",
    ),
    (
        "The mill was sold […] in the month of May",
        (
            "The mill was sold, she told the men of the town on the day before the "
            "feast of the village, in the month of May."
        ),
        "",
        ", she told the men of the town on the day before the feast of the village, ",
        "",
    ),
    (
        "The mill was sold […] in the month of May",
        (
            "The mill was sold, all the men of the town and all of the farmers in "
            "the hills say, in the month of May."
        ),
        "",
        ", all the men of the town and all of the farmers in the hills say, ",
        "",
    ),
    (
        "She said that […] the mill was sold in May",
        "She said that, were it true, the mill was sold in May.",
        "the omission takes out “, were it true,”",
        "",
        "",
    ),
    (
        "We sold the mill […] We were glad of it",
        "“We sold the mill,” she said. “We were glad of it.”",
        "",
        ",” she said. “",
        "",
    ),
    (
        "We sold the mill […] We were glad of it",
        "“We sold the mill,” she said. “We were glad of it,” said the mayor.",
        "the omission joins the words of two speakers",
        "",
        "",
    ),
    (
        "We sold the mill […] The roof is gone",
        "Views differ. Roe: “We sold the mill.” Poe: “The roof is gone.”",
        "the omission runs on to another speaker (“Poe”)",
        "",
        "",
    ),
    (
        "We sold the mill […] The roof is gone",
        "Views differ. Roe: “We sold the mill.” He paused. “The roof is gone.”",
        "",
        ".” He paused. “",
        "",
    ),
    (
        "We sold the mill […] The roof is gone",
        "“We sold the mill,” said Roe. “The roof is gone.” Yet Poe said nothing.",
        "",
        ",” said Roe. “",
        "",
    ),
    (
        "Zorko memra tunda […] Borfi landa nesora",
        "“Zorko memra tunda,” wi Poe.\n\n“Borfi landa nesora,” wi Doe.",
        "the omission joins one utterance to what follows it",
        "",
        "",
    ),
    (
        "We sold the mill […] The roof is gone",
        "“We sold the mill,” said Roe. “The roof is gone!” Poe said.",
        "the omission joins the words of two speakers",
        "",
        "",
    ),
    (
        "Wir haben die Mühle verkauft […] Das Dach ist weg",
        "„Wir haben die Mühle verkauft“, sagte Roe. „Das Dach ist weg“, sagte Poe.",
        "the omission joins the words of two speakers",
        "",
        "",
    ),
    (
        "We sold the mill […] The roof is gone",
        "After Roe said “We sold the mill,” Poe said: “The roof is gone.”",
        "the omission joins the words of two speakers",
        "",
        "",
    ),
    (
        "We sold the mill […] The roof is gone",
        "Roe told us: “We sold the mill.\n\n“It was old. The roof is gone.” He left.",
        "",
        ".\n\n“It was old. ",
        "",
    ),
    (
        "We sold the mill […] The roof is gone",
        "“We sold the mill,” the mayor said, while the bishop claimed: “The roof is gone.”",
        "the omission joins the words of two speakers",
        "",
        "",
    ),
    (
        "我们没有钱……我们没有说谎",
        "“我们没有钱，”市长说。“我们没有说谎，”主教回答。",
        "the omission joins the words of two speakers",
        "",
        "",
    ),
    (
        "我们没有钱……我们没有说谎",
        "“我们没有钱，”市长说。“我们没有说谎，”他回答。",
        "",
        "，”市长说。“",
        "",
    ),
    (
        "sold for a song […] The roof is gone",
        "She spoke of Poe, saying it was “sold for a song.”\n\nPoe said: “The roof is gone.”",
        "the omission joins the words of two speakers",
        "",
        "",
    ),
    (
        "We sold the mill […] The roof is gone",
        (
            "Roe said: “We sold the mill.”\nIt was a cold day. The men sat by the river.\n"
            "“The roof is gone,” they heard on the radio."
        ),
        "the omission joins one utterance to what follows it",
        "",
        "",
    ),
    (
        "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ […] ᎠᏂᏣᎳᎩ ᏗᎾᏓᏕᏬᎢ",
        "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᎢᎩᎢ ᎠᏂᏣᎳᎩ ᏗᎾᏓᏕᏬᎢ.",
        "",
        " ᎢᎩᎢ ",
        "unknown",
    ),
]


@pytest.mark.parametrize(("quote", "text", "reason", "hidden", "turn"), CASES)
def test_what_an_omission_leaves_out(
    quote: str, text: str, reason: str, hidden: str, turn: str
) -> None:
    anchor = locate(quote, text)
    omitted = [(text[each.start : each.end], each.turn or "") for each in anchor.omissions]

    assert anchor.reason == reason
    assert anchor.fit.passes is not bool(reason)
    assert omitted == ([(hidden, turn)] if hidden else [])


@pytest.mark.parametrize(
    ("quote", "text", "turn"),
    [
        (
            "Мы заплатили вчера […] и ушли домой",
            "«Мы заплатили вчера, — сказал Роу, — и ушли домой».",
            "speaker",
        ),
        ("Pagamos ayer […] y nos fuimos", "—Pagamos ayer —dijo Roe— y nos fuimos.", "speaker"),
        (
            "Vi betalade i går […] och gick hem",
            "– Vi betalade i går, sade Roe, och gick hem.",
            "speaker",
        ),
        ("We paid […] and went home", "“We paid - Roe said - and went home.”", "speaker"),
        ("We paid […] and went home", "“We paid, Roe said, and went home.”", None),
        ("We paid […] and went home", "- We paid, Roe said, and went home.", None),
        ("We paid […] and went home", "We paid — Roe said — and went home.", None),
    ],
)
def test_who_speaks_may_be_left_out_where_it_interrupts_one_utterance(
    quote: str, text: str, turn: str | None
) -> None:
    anchor = locate(quote, text)

    assert anchor.fit.passes is (turn is not None)
    assert [omission.turn for omission in anchor.omissions] == ([turn] if turn else [])
