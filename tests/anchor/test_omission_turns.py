"""What an omission does, whether it is refused for it or a person is asked."""

from __future__ import annotations

import pytest

from claimcheck.anchor.omission import examine
from support.marked import passage_in

LONG = "x" * 80
JOINS = "and joins one subject to what is said of another"
# A text with what is left out in double brackets, what that does, and why it is refused.
CASES = [
    (
        "The mill was [[not]] sold to those who live there.",
        "negation",
        "the omission takes out “not”",
    ),
    (
        "The mill was sold [[to none of them. Not one of the men]] came to the town.",
        "negation",
        "the omission takes out “to none of them.”",
    ),
    (
        "The mill was sold to them[[. Were it so, then]] they would be glad of it.",
        "condition",
        "the omission takes out “Were it so, then”",
    ),
    (
        "The mill was sold to them[[. Had they seen it,]] they would be glad of it.",
        "condition",
        "the omission takes out “Had they seen it,”",
    ),
    (
        "The mill was sold to them[[. Yes, if it rained,]] they would be glad of it.",
        "condition",
        "the omission takes out “Yes, if it rained,”",
    ),
    (
        "The mill was sold to them[[. If it rained,]] they would be glad of it.",
        "condition",
        "the omission takes out “If it rained,”",
    ),
    (
        "The mill was sold to them[[. According to her]] they would be glad of it.",
        "speaker",
        "the omission takes out “According to her”",
    ),
    (
        "The mill was sold to them[[. She said that]] they would be glad of it.",
        "speaker",
        "the omission takes out whose word it is (“She said that”)",
    ),
    (
        (
            "The mill was sold to them[[. She wrote a long letter in which she said to all "
            "that]] they are glad of it."
        ),
        "speaker",
        (
            "the omission takes out whose word it is (“She wrote a long letter in which she "
            "said to all that”)"
        ),
    ),
    ("The mill was sold to them[[. It is old.]] They are glad of it.", "subject", ""),
    ("The mill was sold to them[[. It is old and]] they are glad of it.", "subject", ""),
    ("The mill was sold to them.[[\n\nIt is old.]] They are glad of it.", "speaker", ""),
    ("The mill was sold to them.[[\n\nIt is old.]] They are glad of it, she said.", "speaker", ""),
    (
        "The mill was sold to them[[, she said.\n\nIt is old.]] They are glad of it.",
        "speaker",
        "the omission runs from one paragraph's speaker into another's",
    ),
    (
        "The mill was sold to [[only 3 of the]] men who live there.",
        "quantity",
        "the omission takes out “only 3 of the”",
    ),
    ("The mill was sold to [[the only 3 of the]] men who live there.", "", ""),
    ("The mill was sold to [[a third of the]] men who live there.", "quantity", ""),
    ("The mill was sold to [[the old]] men who live there.", "", ""),
    ("The mill was sold to [[two]] men who live there.", "", ""),
    ("The mill was sold to [[about two]] men who live there.", "", ""),
    ("The mill was sold to [[about]] 20 men who live there.", "quantity", ""),
    (
        "The mill of the town was [[praised, but Poe was]] fined by those who live there.",
        "subject",
        (
            "the omission takes out “praised, but Poe was”, and joins one subject to what is "
            "said of another"
        ),
    ),
    (
        "The mill was [[praised while Poe was]] shut by those who live there.",
        "subject",
        (
            "the omission takes out “praised while Poe was”, and joins one subject to what "
            "is said of another"
        ),
    ),
    (
        "The mill was [[old and the roof was]] gone by the time of it.",
        "subject",
        (
            "the omission takes out “old and the roof was”, and joins one subject to what is "
            "said of another"
        ),
    ),
    (
        "The mill was sold to them [[as they hope]] for little of it.",
        "speaker",
        "the omission takes out whose word it is (“as they hope”)",
    ),
    ("The mill was sold to them[[, as planned,]] for all of the money.", "", ""),
    (
        "The mill was sold [[and they think]] it is old and of no use.",
        "speaker",
        "the omission takes out whose word it is (“and they think”)",
    ),
    (
        "The mill was sold [[and it is the one that]] they like of all of them.",
        "speaker",
        "the omission takes out whose word it is (“and it is the one that”)",
    ),
    (
        "The mill was sold [[and they dreamt last night that]] it is gone from there.",
        "speaker",
        "the omission takes out whose word it is (“and they dreamt last night that”)",
    ),
    (
        "The mill was sold[[, if at all possible,]] to those who live there.",
        "condition",
        "the omission takes out “, if at all possible,”",
    ),
    (
        "The mill was sold[[, denied or not,]] to those who live there.",
        "negation",
        "the omission takes out “, denied or not,”",
    ),
    (
        "The mill was sold[[, which the mayor denies,]] to those who live there.",
        "speaker",
        "the omission takes out whose word it is (“, which the mayor denies,”)",
    ),
    (
        "The mill was sold[[, were it theirs,]] to those who live there.",
        "condition",
        "the omission takes out “, were it theirs,”",
    ),
    (
        "The mill was sold [[to 0 of the 9]] men who live there.",
        "negation",
        "the omission takes out “to 0 of the 9”",
    ),
    ("The mill was sold [[at 10:30 to the 9]] men who live there.", "", ""),
    (
        "The mill was sold [[unless it rained that day and]] to those who live there.",
        "condition",
        "the omission takes out “unless it rained that day and”",
    ),
    (
        "The mill was sold [[by the former]] owner to those who live there.",
        "modifier",
        "the omission takes out “by the former”",
    ),
    (
        (
            "The mill was sold [[by the old and the former and the new]] owner to those who "
            "live there."
        ),
        "",
        "",
    ),
    ("The mill was sold [[although it was old]] to those who live there.", "concession", ""),
    ("The mill was sold [[but yet]] to those who live there.", "", ""),
    (
        "“The mill is sold,[[” said Roe. “We]] like it,” said Poe.",
        "speaker",
        "the omission joins the words of two speakers",
    ),
    ("« Le moulin est à nous[[, dit le maire, ]]et nous y restons. »", "speaker", ""),
    ("Elm\n— The mill is ours [[— Roe said —]] and we like it.", "speaker", ""),
    (
        "— Elm\nThe mill is ours [[— Roe said —]] and we like it.",
        "speaker",
        "the omission takes out whose word it is (“— Roe said —”)",
    ),
    (
        "“The mill is ours [[— Roe said, and]] we like it.”",
        "speaker",
        "the omission takes out whose word it is (“— Roe said, and”)",
    ),
    (
        "“The mill is ours[[, Roe said —]] and we like it.”",
        "speaker",
        "the omission takes out whose word it is (“, Roe said —”)",
    ),
    ("“The mill is ours[[, — Roe said, —]] and we like it.”", "speaker", ""),
    ("The mill is ours. “It is ours [[— Roe said —]] and we” like it.", "speaker", ""),
    (
        "The mill is ours [[— Roe said —]] and “we” like it.",
        "speaker",
        "the omission takes out whose word it is (“— Roe said —”)",
    ),
    (
        f"The mill was sold to them[[. Had they seen it {LONG},]] they would be glad of it.",
        "condition",
        f"the omission takes out “Had they seen it {LONG},”",
    ),
    (
        f"The mill was sold to [[one who liked it {LONG}, but Roe]] who lived there.",
        "subject",
        (
            f"the omission takes out “one who liked it {LONG}, but Roe”, and joins one subject to "
            "what is said of another"
        ),
    ),
    ("The mill was sold to them[[. In May, then]] they would be glad of it.", "subject", ""),
    ("The mill was sold to them[[. Were it so]] they would be glad of it.", "subject", ""),
    (
        "The mill was sold to them[[. We all saw that]] they are glad of it.",
        "speaker",
        "the omission takes out whose word it is (“We all saw that”)",
    ),
    (
        "The mill was sold to them[[. Roe said to us all]] they are glad of it.",
        "speaker",
        "the omission takes out whose word it is (“Roe said to us all”)",
    ),
    ("The mill was sold to them.[[\n\nIt]] was old, Roe said.", "speaker", ""),
    ("The mill was sold to them.[[\n\nIt]] was old and red.", "speaker", ""),
    (
        "The mill was sold to them[[, so Roe said.\n\nIt]] was old and red.",
        "speaker",
        "the omission runs from one paragraph's speaker into another's",
    ),
    (
        "Die Mühle wurde von ihnen [[gut gepflegt, aber die Bank]] nicht mehr verkauft.",
        "concession",
        "",
    ),
    ("The mill was sold to them, [[and to the 9 ‰]] who live there.", "", ""),
    ("The mill was sold to them, to [[9 ‰]] of those who live there.", "", ""),
    (
        "The mill was sold [[to them, Roe said late on the day of the]] sale in town.",
        "speaker",
        "the omission takes out whose word it is (“to them, Roe said late on the day of the”)",
    ),
    ("The mill was sold[[. They mostly, unless]] there, came to see it.", "subject", ""),
    (
        "The mill was sold [[by Roe, with some help of old friends, as they all]] said in town.",
        "",
        "",
    ),
    ("The mill was sold to us[[. Had I]] seen it, they would be glad.", "subject", ""),
    (
        "The mill was sold [[to them, Roe said late on the day of the big old]] sale in town.",
        "speaker",
        (
            "the omission takes out whose word it is (“to them, Roe said late on the day of the "
            "big old”)"
        ),
    ),
    (
        "The mill was sold [[to them, Roe said late on the day of the very big old]] sale in town.",
        "",
        "",
    ),
    (
        f"The mill was sold to them[[. Not one of them, {LONG},]] came to the town.",
        "negation",
        "the omission takes out “Not one”",
    ),
    # what stands behind a gap
    ("The mill was sold [[to the 9]] men and 0 women who live there.", "", ""),
    (
        "The mill was sold to them[[. It is old.]] They are glad of it.\n\nSo they are.",
        "subject",
        "",
    ),
    ("The mill was sold [[to all of the old men and may]] be shut by those there.", "doubt", ""),
    # a clause of another subject
    ("The mill cost [[about 40 crowns, Poe]] lost by those who live there.", "", ""),
    (
        "The mill was [[praised although all knew it to be old, but the roof was]] gone by then.",
        "subject",
        (
            "the omission takes out “praised although all knew it to be old, but the roof was”, "
            "and joins one subject to what is said of another"
        ),
    ),
    ("The mill of the town was [[old, but Poe came]] fined by all of them.", "concession", ""),
    (
        "The mill was [[old, but for all of the men of Elm]] who live there.",
        "subject",
        (
            "the omission takes out “old, but for all of the men of Elm”, and joins one subject "
            "to what is said of another"
        ),
    ),
    ("The mill was [[old, but for all of the old men of Elm]] who live there.", "concession", ""),
    (
        "The old mill [[stood while every mill]] was sold by them.",
        "subject",
        (
            "the omission takes out “stood while every mill”, and joins one subject to what is "
            "said of another"
        ),
    ),
    (
        "The old mill [[stood while the mill]] was sold by them.",
        "subject",
        (
            "the omission takes out “stood while the mill”, and joins one subject to what is "
            "said of another"
        ),
    ),
    ("Die Mühle wurde von uns [[gepflegt, aber Banken]] nicht mehr verkauft.", "concession", ""),
    # what somebody thinks
    (
        "The mill was sold [[and they dreamt late last night that]] it is gone from there.",
        "speaker",
        "the omission takes out whose word it is (“and they dreamt late last night that”)",
    ),
    (
        "The mill was sold [[and they dreamt last night that he now]] likes all of them.",
        "subject",
        "",
    ),
    ("The mill was sold [[for this that]] they like of all of them.", "", ""),
    (
        "The mayor said on Monday [[in Elm that]] the mill was sold in May.",
        "speaker",
        "the omission takes out whose word it is (“in Elm that”)",
    ),
    (
        "The mill was old and [[it is the one that]] they like of all of them.",
        "speaker",
        "the omission takes out whose word it is (“it is the one that”)",
    ),
    # what takes it back, set off
    ("The mill was sold[[, a lie as all of the men knew,]] to those who live there.", "doubt", ""),
    # a dash at the beginning of a line
    ("Elm\nin May\n— The mill is ours [[— Roe said —]] and we like it.", "speaker", ""),
    ("— The mill is ours [[— Roe said —]] and we like it.\nSo it is.", "speaker", ""),
    ("  — The mill is ours [[— Roe said —]] and we like it.", "speaker", ""),
    # owners
    ("Roe[[, whose brother lived in Elm,]] stole the boat.", "", ""),
    ("El banco[[ compró cuyo dueño]] engañó a sus clientes.", "subject", ""),
    ("The mill[[ — ]]was sold to those who live there.", "", ""),
    # how much more it is
    ("The mill cost 3 million[[, half a million]] more than planned by them.", "quantity", ""),
    ("The mill was opened on 3 May[[, 40 days]] later than planned by them.", "quantity", ""),
    ("Die Mühle kostete 3 Millionen[[, 40.000 Euro]] mehr als geplant.", "quantity", ""),
    ("Die Mühle ist seit dem 3. Mai offen[[, 40 Tage]] später als geplant.", "quantity", ""),
    ("Le moulin a ouvert le 3 mai[[, 40 jours]] plus tard que prévu.", "quantity", ""),
    ("Kvarnen kostade 3 miljoner[[, 40 000 kronor]] mer än planerat.", "quantity", ""),
    ("The mill was opened on 3 May[[, by 40 people]] rather than by the mayor.", "", ""),
    ("The mill cost 3 million[[ in all, which is rather]] more than planned by them.", "", ""),
    # what follows is said of somebody else
    ("The mayor[['s dog]] is a hero of the war.", "subject", ""),
    ("The mayor[[’s dog]] is a hero of the war.", "subject", ""),
    ("It[['s known that he]] is a hero of the war.", "subject", ""),
    ("Roe[[, whose brother Poe]] stole the boat, was at home.", "subject", ""),
    ("Roe[[, who in May of that year]] stole the boat, was at home.", "", ""),
    ("Roe[[, with whose brother Poe lived in Elm,]] stole the boat.", "", ""),
    ("The man[[ and whose brother lives in the town]] stole the boat.", "", ""),
    ("El banco[[ compró la firma cuyo dueño]] engañó a sus clientes.", "subject", ""),
    ("Roe[[ sued the man who]] stole the boat in May.", "subject", ""),
    ("It was Roe [[who]] stole the boat in May.", "", ""),
    ("Roe [[is one who]] stole the boat in May.", "subject", ""),
    ("Roe was [[jailed and Poe]] acquitted in May of it all.", "subject", ""),
    ("The prize was [[given to Roe and Poe]] in May of this year.", "", ""),
    ("Roe war [[in Haft und Poe]] war frei, und das ist nicht gut.", "", ""),
    ("Le maire[[ a fait arrêter celui qui]] a volé la caisse du village.", "subject", ""),
    ("Министр[[ уволил помощника, который]] украл деньги из кассы в мае.", "subject", ""),
    ("Ministern[[ avskedade en man som]] stal pengarna ur vår kassa.", "subject", ""),
    (
        "The mill was sold [[and they dreamt late last night that it]] is gone for all of us.",
        "speaker",
        "the omission takes out whose word it is (“and they dreamt late last night that it”)",
    ),
    ("Mr Roe was praised [[in May only by the men like Poe]] and left the town.", "", ""),
    (
        "Mr Roe was [[praised while old Poe was]] fined in the town.",
        "subject",
        f"the omission takes out “praised while old Poe was”, {JOINS}",
    ),
    ("We know it[[’s here that the old mill]] was sold in May.", "", ""),
    ("他们说磨坊很老。[[昨天]]它卖了很多钱，大家都知道。", "", ""),
    (
        "The mayor said that it rained [[for long.\n\nIt was bad.\n\n]]The men went home at noon.",
        "speaker",
        "",
    ),
    ("The men saw [[two thirds of those]] friends in the town.", "quantity", ""),
]


@pytest.mark.parametrize(("marked", "turn", "reason"), CASES)
def test_what_an_omission_does(marked: str, turn: str, reason: str) -> None:
    text, start, end = passage_in(marked)

    omission = examine(text, (0, start), (end, len(text)))

    assert (omission.start, omission.end) == (start, end)
    assert (omission.turn or "", omission.reason) == (turn, reason)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Roe said that the mill was sold.\n\nIt was old and red.", True),
        ("In May the mill was sold.\n\nIt was old and red, Roe said.", True),
        ("In May the mill was sold.\n\nIt was old and red. Roe said so.", False),
        ("Roe said so. In May the mill was sold.\n\nIt was old and red.", False),
    ],
)
def test_an_omission_may_not_run_from_one_paragraphs_speaker_into_another(
    text: str, *, refused: bool
) -> None:
    low, high = text.index("the mill"), text.index("It was") + len("It was old and red")
    omission = examine(text, (low, text.index(".\n")), (text.index("It was"), high))

    assert bool(omission.reason) is refused
    assert omission.turn == "speaker"
