"""Which words a quotation is cut off at, in sentences much like each other."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate, with_cut

CASES = [
    (
        "the mill is shut",
        "FALSE: the mill is shut.",
        "FALSE",
        "reversal",
    ),
    (
        "the mill is shut",
        "Not true: the mill is shut.",
        "Not true",
        "reversal",
    ),
    (
        "the mill is shut",
        "Not one of them said: the mill is shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "Although the roof leaks, the mill is shut.",
        "Although the roof leaks",
        "concession",
    ),
    (
        "mill is shut",
        "Although the roof leaks, the mill is shut.",
        "Although the roof leaks, the",
        "concession",
    ),
    (
        "the mill is shut",
        "It rains, although the roof leaks, the mill is shut.",
        "although the roof leaks",
        "concession",
    ),
    (
        "the mill is shut",
        "It rains; although the roof leaks, the mill is shut.",
        "although the roof leaks",
        "concession",
    ),
    (
        "the mill is shut",
        "People in the town, although poor, say today, the mill is shut.",
        "although poor, say today",
        "concession",
    ),
    (
        "the mill is shut",
        "It did not rain, and the mill is shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "She did not say the mill is shut.",
        "did not say",
        "negation",
    ),
    (
        "the mill is shut",
        "Never say the mill is shut.",
        "Never say",
        "negation",
    ),
    (
        "unless it rains",
        "They deny it unless it rains in May.",
        "",
        "",
    ),
    (
        "if it rains",
        "The mayor failed if it rains in May.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "The council said in a statement the mill is shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "The council said in its latest monthly statement that the mill is shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "A statement that the mill is shut was read.",
        "statement that",
        "doubt",
    ),
    (
        "the mill is shut",
        "There is a claim that the mill is shut.",
        "claim that",
        "doubt",
    ),
    (
        "the mill is shut",
        "If it rains, she says that on Monday, as always, the mill is shut.",
        "If it rains, she says that on Monday …",
        "condition",
    ),
    (
        "the mill is shut",
        "She says that if it rains, the mill is shut.",
        "if it rains",
        "condition",
    ),
    (
        "the mill is shut",
        "He knew, if only a little, that on Monday the mill is shut.",
        "if only a little, that on Monday",
        "condition",
    ),
    (
        "the mill is shut",
        "They doubted it but the mill is shut.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut but not for long and the men go home to their wives.",
        "but not for long and the men go …",
        "concession",
    ),
    (
        "The mill is shut",
        "The mill is shut but the men are not sad about it at all today.",
        "but the men are not sad about it …",
        "concession",
    ),
    (
        "The mill is shut",
        "The mill is shut, but only on Sundays and on other feasts of the church.",
        "but only on Sundays and on other feasts …",
        "concession",
    ),
    (
        "The mill is shut",
        "The mill is shut except on Sundays, when the farmers come to town.",
        "except on Sundays, when the farmers come to …",
        "concession",
    ),
    (
        "The mill is shut",
        "The mill is shut on feast days if it rains, say the farmers in the town.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, if it rains, say the farmers in the town.",
        "if it rains, say the farmers in the …",
        "condition",
    ),
    (
        "The mill is shut",
        "The mill is shut, probably for a week or so.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut for a year or two in name only.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, for now only.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut in law at least.",
        "in law at least",
        "quantity",
    ),
    (
        "The mill is shut",
        "The mill is shut, as I think.",
        "as I think",
        "doubt",
    ),
    (
        "The mill is shut",
        "The mill is shut, as I now think.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, this is quite false.",
        "this is quite false",
        "reversal",
    ),
    (
        "The mill is shut",
        "The mill is shut, this is quite plainly false.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, and yet I think.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, he falsely told the old men.",
        "he falsely told the old men",
        "reversal",
    ),
    (
        "The mill is shut",
        "The mill is shut, he falsely told the very old men.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, at least he says so, and falsely.",
        "at least he says so",
        "doubt",
    ),
    (
        "The mill is shut",
        "“The mill is shut”, I think.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "(The mill is shut, I think.)",
        "I think",
        "doubt",
    ),
    (
        "The mill is shut",
        "The mill is shut in May, I think.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut on Sundays except in May, when it is open.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut never.",
        "never",
        "negation",
    ),
    (
        "The mill is shut",
        "The mill is shut, never to open.",
        "never to open",
        "negation",
    ),
    (
        "The mill is shut",
        "The mill is shut may be.",
        "may be",
        "doubt",
    ),
    (
        "the mill is shut",
        "It is not at all clear the mill is shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "He hopes for once the mill is shut.",
        "hopes for once",
        "doubt",
    ),
    (
        "the mill is shut",
        "He hopes for all of us the mill is shut.",
        "",
        "",
    ),
    (
        "former mayor",
        "The alleged former mayor is ill.",
        "alleged",
        "doubt",
    ),
    (
        "mayor of Elm",
        "The former mayor of Elm is ill.",
        "former",
        "modifier",
    ),
    (
        "is the mill shut",
        "Who says that of the mill is false: is the mill shut.",
        "",
        "",
    ),
    (
        "is the mill shut",
        "Not true at all, sir: is the mill shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "If so, he knows that on feasts, the mill is shut.",
        "If so, he knows that on feasts",
        "condition",
    ),
    (
        "the mill is shut",
        "He knows if so, that on feasts, the mill is shut.",
        "",
        "",
    ),
    (
        "is the mill shut",
        "Why is the mill shut?",
        "?",
        "question",
    ),
    (
        "the mill is shut",
        "Is it so that the mill is shut and cold?",
        "and cold",
        "question",
    ),
    (
        "Fifty people came",
        "Fifty people came? No.",
        "",
        "",
    ),
    (
        "5 people came",
        "Some say that about 5 people came.",
        "about",
        "quantity",
    ),
    (
        "Five people came",
        "About Five people came.",
        "About",
        "quantity",
    ),
    (
        "people came to the mill",
        "About people came to the mill.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "Were it dry, the mill is shut.",
        "Were it dry",
        "condition",
    ),
    (
        "the mill is shut",
        "Were it dry the mill is shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "As they were told, the mill is shut.",
        "",
        "",
    ),
    (
        "a five",
        "It costs a five million crowns.",
        "million crowns",
        "scale",
    ),
    (
        "the mill is shut",
        "It would be wrong to say that the mill is shut.",
        "wrong to say that",
        "reversal",
    ),
    (
        "the mill is shut",
        ("It is wrong that the men of the town and all their sons say that the mill is shut."),
        "",
        "",
    ),
    (
        "the mill is shut",
        (
            "No man of the town with all his sons in the war and at sea would ever "
            "want or dare to say, as some have done in other places of the land and "
            "at other times, out of spite or of fear of the lord of the manor, the "
            "mill is shut."
        ),
        "",
        "",
    ),
    (
        "The mill is shut",
        (
            "The mill is shut and the men have gone home to the village with their "
            "sons and daughters and all the cows and all the sheep that they had in "
            "the summer on the hills by the sea if it did not rain."
        ),
        "",
        "",
    ),
    (
        "the ship did sail",
        "It was denied by all the men on the quay that the ship did sail.",
        "",
        "",
    ),
    (
        "the ship did sail",
        "He may, they think, hope the ship did sail.",
        "hope",
        "doubt",
    ),
    (
        "The mill is shut",
        "The mill is shut, but he did not say so to the men of the town.",
        "but he did not say so to the …",
        "concession",
    ),
    (
        "The mill is shut",
        "The mill is shut, but I did not say so to the men of the town.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, but men who work there do not say so to the mayor.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, but this, as they say, is not so at all in summer.",
        "",
        "",
    ),
    (
        "The mill is admittedly shut",
        "The mill is admittedly shut, but the owner still lives in the house.",
        "but the owner still lives in the house",
        "concession",
    ),
    (
        "Die Mühle ist zwar zu",
        "Die Mühle ist zwar zu, aber die Leute wohnen noch immer in dem Haus.",
        "aber die Leute wohnen noch immer in dem …",
        "concession",
    ),
    (
        "Il mulino è della città",
        "Il mulino è della città, ma non fu mai dato agli uomini che ci lavorano.",
        "ma non fu mai dato agli uomini che …",
        "concession",
    ),
    (
        "Değirmen bu kasabanın bir parçasıdır",
        "Değirmen bu kasabanın bir parçasıdır, ancak bu onun açık olması için sebep değil.",
        "ancak bu onun açık olması için sebep değil",
        "concession",
    ),
    (
        "The mill is shut",
        "The mill is shut, without a word of it to the men of the town.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut without a word of it to the men of the town.",
        "without a word of it to the men …",
        "negation",
    ),
    (
        "The mill is shut",
        "The mill is shut only in the eyes of the men who live by the river.",
        "only in the eyes of the men who …",
        "quantity",
    ),
    (
        "The mill is shut",
        "The mill is shut only 5 weeks of the year, say those who live there.",
        "",
        "",
    ),
    (
        "the mill cost 40 million",
        "In the end the mill cost 40 million less than was planned by the town.",
        "less than was planned by the town",
        "quantity",
    ),
    (
        "The mill is shut",
        "The mill is shut, at least on paper, and the men are gone.",
        "at least on paper",
        "doubt",
    ),
    (
        "the mill is shut",
        "Those who live in the town could tell the mill is shut.",
        "",
        "",
    ),
    (
        "Der Rat kaufte",
        "Der Rat kaufte die alte Mühle nicht, und das war auch gut.",
        "die alte Mühle nicht, und das war auch …",
        "negation",
    ),
    (
        "Der Rat kaufte",
        "Der Rat kaufte die Mühle und war nicht froh.",
        "",
        "",
    ),
    (
        "Der Rat kaufte",
        "Der Rat kaufte die alte Mühle nicht von der Stadt, und das war auch gut.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut (it is not), say those who live there.",
        "it is not",
        "negation",
    ),
    (
        "The mill is shut",
        "The mill is shut (false), say those who live there.",
        "false",
        "reversal",
    ),
    (
        "The mill is shut",
        "The mill is shut (it is not the old one at all), say those who live there.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut (as they know), say those who live there.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut – nonsense – say those who live there.",
        "nonsense",
        "reversal",
    ),
    (
        "The mill is shut",
        "The mill is shut – utter nonsense – say those who live there.",
        "utter nonsense",
        "reversal",
    ),
    (
        "The mill is shut",
        "The mill is shut – that is all nonsense – say those who live there.",
        "that is all nonsense",
        "reversal",
    ),
    (
        "The mill is shut",
        "The mill is shut – the men all know nonsense – say those who live there.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, but I doubt it, say those who live there.",
        "",
        "",
    ),
    (
        "The mill is shut.",
        "The mill is shut. Wrong! That was all that they could say of it.",
        "Wrong",
        "reversal",
    ),
    (
        "The mill is shut.",
        "The mill is shut. Not. That was all that they could say of it.",
        "Not",
        "negation",
    ),
    (
        "The mill is shut.",
        "The mill is shut. Well. That was all that they could say of it.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, but on Sundays only those who live there know that.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, but never fear, say those who live in the town.",
        "but never fear, say those who live in …",
        "concession",
    ),
    (
        "the mill is shut",
        "They did not notice that on Monday; the mill is shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "They did not say that to those who did notice the mill is shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "Were it so, the mill is shut.",
        "Were it so",
        "condition",
    ),
    (
        "the mill is shut",
        "Were it so, the mill is shut?",
        "?",
        "question",
    ),
    (
        "the mill has five",
        "Of all those who live there the mill has five percent of the men.",
        "percent of the men",
        "scale",
    ),
    (
        "the mill has the",
        "Of all those who live there the mill has the percent of the men.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "He said of those who live there: the mill is shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "She could, as those who live there say, not say the mill is shut.",
        "not say",
        "negation",
    ),
    (
        "the ship did sail",
        "He is said by some to fear that the ship did sail.",
        "fear that",
        "doubt",
    ),
]


@pytest.mark.parametrize(("quote", "text", "words", "turn"), CASES)
def test_the_words_that_a_quotation_is_cut_off_at(
    quote: str, text: str, words: str, turn: str
) -> None:
    anchor = with_cut(locate(quote, text), text)

    assert anchor.fit.passes
    cut = (anchor.cut.words, anchor.cut.turn) if anchor.cut else ("", "")
    assert cut == (words, turn)
