"""How near words stand that turn a passage, and what parts them from it."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate, with_cut

CASES = [
    # how the words are shown
    ("the mill is shut", "Roe denies “the mill is shut”.", "denies"),
    ("The mill is shut", "The mill is shut only on Planet X.", "only on Planet X"),
    # a label of four words, of five, and one that only negates
    ("the mill is shut", "Our verdict is FALSE: the mill is shut.", "Our verdict is FALSE"),
    ("the mill is shut", "Our verdict on it, FALSE, reads: the mill is shut.", ""),
    ("the mill is shut", "No: the mill is shut.", "No"),
    # what a passage counts
    ("five men sank it", "In May only five men sank it.", "only"),
    ("boats of five men", "In May only boats of five men.", ""),
    # verbs that hang on each other
    ("the mill is shut", "They could see that the mill is shut.", ""),
    # concessions and conditions before a comma
    ("the mill is shut", "Roe came, although late, the mill is shut.", "although late"),
    ("the mill is shut", "Roe came although late, the mill is shut.", ""),
    ("the mill is shut", "Although late, Roe said it, and so the mill is shut.", ""),
    ("the mill is shut", "He came despite, the mill is shut.", ""),
    ("the mill is shut", "Were it so, Roe says, the mill is shut.", "Were it so, Roe says"),
    ("the mill is shut", "Were it so, the mill is shut?", "?"),
    ("the mill", "Roe were glad, the mill is shut.", ""),
    # the word before a negation
    ("shut the mill", "Roe did not shut the mill.", "did not"),
    ("shut the mill", "It is 5 not shut the mill.", "not"),
    # what is said in a claim, and what is claimed
    ("the mill is shut", "Roe said in a claim that the mill is shut.", ""),
    ("the mill is shut", "Roe said it was a very bold claim that the mill is shut.", "claim that"),
    # conditions elsewhere
    ("the mill is shut", "Roe swore, if asked, that the mill is shut.", "if asked, that"),
    ("the mill is shut", "Roe swore to us if asked, so we hear, that the mill is shut.", ""),
    # limits behind a passage
    ("The mill is shut", "The mill is shut only at night.", "only at night"),
    ("The mill is shut", "The mill is shut only 5 days.", ""),
    ("The mill is shut", "The mill is shut until May of that year.", ""),
    ("The mill is shut", "The mill is shut in the name only.", "in the name only"),
    ("The mill is shut", "The mill is shut in the name only. It rained, too.", "in the name only"),
    ("The mill is shut", "The mill is shut in the name of it only.", ""),
    ("The mill is shut", "The mill is shut in the name only to us.", ""),
    ("磨坊已经关闭", "我们说磨坊已经关闭仅5天。", ""),
    ("Die Mühle steht", "Die Mühle steht mindestens noch bis Mai, und das ist gut.", ""),
    ("The mill cost a hundred", "The mill cost a hundred less than it did.", "less than it did"),
    # contrasts behind it
    ("The mill is shut", "The mill is shut, but not now at this hour of a day.", "but not now"),
    (
        "The mill is shut",
        "The mill is shut, but that is not so in town.",
        "but that is not",
    ),
    ("The mill is shut", "The mill is shut, but Roe has not a word to say of it now.", ""),
    ("The mill is shut", "The mill is shut, but a man, he said, is not here to mend it.", ""),
    ("The mill is shut", "The mill is shut, but one two three four five six seven.", "but one two"),
    ("The mill is shut", "The mill is shut, but one two three four five six seven eight.", ""),
    ("The mill is shut", "The mill is shut, however late, as all of us here know.", "however late"),
    (
        "The mill is shut",
        "Admittedly the well is dry. The mill is shut, but the new one on the hill is a good one.",
        "but the new one",
    ),
    (
        "The mill is shut",
        "The mill is shut, but the new one on the hill is, admittedly, a good one to have.",
        "",
    ),
    # what is said behind it
    ("The mill is shut", "The mill is shut (he is not there).", "he is not there"),
    ("The mill is shut", "The mill is shut, allegedly but clearly, today.", ""),
    ("The mill is shut", "“The mill is shut,” Roe lied to them.", "Roe lied to them"),
    ("The mill is shut", "“The mill is shut,” Roe lied to them again.", ""),
    ("The mill is shut", "The mill is shut. (That was wrong.) It is open.", "That was wrong"),
    ("The mill is shut", "The mill is shut. This claim was withdrawn.", "This claim was withdrawn"),
    ("die Mühle steht", "Dass die Mühle steht, glaubt heute keiner mehr.", "glaubt heute keiner"),
    ("die Mühle steht", "Dass die Mühle steht, freut heute jeden, der nicht schläft.", ""),
    ("这座磨坊是安全的", "有人说这座磨坊是安全的，其实不然。", "其实不然"),
    ("The mill is shut", "“The mill is shut,” Roe lied, and we all knew of it.", "Roe lied"),
    ("The mill is shut", "“The mill is shut,” Roe said, and then he lied.", ""),
    ("The mill is shut", "The mill is shut, a claim that nobody could confirm.", "a claim that"),
    ("The mill is shut", "The mill is shut, at least ten of the days.", ""),
    ("The mill is shut", "The mill is shut for now, ten days.", "for now"),
    ("The mill is shut", "The mill is shut, at least for now.", "at least for now"),
    ("The mill is shut", "The mill is shut (it is not so at all).", ""),
    ("The mill is shut", "The mill is shut, we were told on that old day in May, but open.", ""),
    ("The mill is shut", "The mill is shut, we were told in May in town, but it is open.", "but"),
    ("The mill is shut", "The mill is shut, or so he says.", "or so he says"),
    ("The mill is shut", "“The mill is shut,” a lie, he says.", "a lie"),
    ("The mill is shut", "The mill is shut, this is all just wrong.", ""),
    ("The mill is shut", "The mill is shut, so they all say wrongly.", "so they all say wrongly"),
    # in how few cases it holds, and until when
    ("The mill burnt", "The mill burnt in only one of nine years.", "in only one of nine"),
    ("The mill burnt", "The mill burnt in only 1 of 9 years.", "in only 1 of 9"),
    ("The mill burnt", "The mill burnt in only nine years.", ""),
    ("The mill burnt", "The mill burnt in Elm in only one of nine years.", ""),
    ("The mill burnt", "The mill burnt, and only one of nine men came.", ""),
    ("the mill burnt", "In only one of nine years the mill burnt.", "only one of nine years"),
    ("the mill burnt", "In only one of nine years, the mill burnt.", "only one of nine years"),
    ("the mill burnt", "Only one of nine men came, he says, the mill burnt.", ""),
    ("the mill burnt", "Only one of the nine men who live here knew the mill burnt.", ""),
    ("The mill ran well", "The mill ran well until it did not.", "until it did not"),
    ("The mill ran well", "The mill ran well until it did not any more.", "until it did not"),
    ("The mill ran well", "The mill ran well until it did not have any water left.", ""),
    ("The mill ran well", "The mill ran well until Roe did not.", ""),
    ("The mill ran well", "The mill ran well and well until it did not.", ""),
    ("The mill ran well", "The mill ran well until it was May.", ""),
    ("Die Mühle lief gut", "Die Mühle lief gut, bis sie es nicht mehr tat.", "bis sie es nicht"),
    # what a language sets at the end of a clause
    ("Roe schließt die Mühle", "Roe schließt die Mühle in diesem Mai noch nicht.", "in diesem Mai"),
    ("Roe schließt die Mühle", "Roe schließt die Mühle in diesem schönen Mai noch nicht.", ""),
    ("Roe schließt die Mühle", "Roe schließt die Mühle, das ist so nicht gesagt.", ""),
    ("Roe schließt die Mühle", "Roe schließt die Mühle, weil er nicht kann.", ""),
    # lines, and what stands farther than is looked
    ("The mill is shut", "The mill is shut\nunless it rains.", "unless it rains"),
    ("The mill is shut", f"The mill is shut {'today ' * 40}unless it rains.", ""),
    # questions that take for true what they ask about
    ("the mill is shut", "Did you know that the mill is shut?", ""),
    ("the mill is shut", "Did Roe, whom you know well, now say the mill is shut?", "?"),
    ("the mill is shut", "Who does not know why the mill is shut?", ""),
    (
        "the mill is shut",
        "Roe does not know whether the mill is shut.",
        "whether",
    ),
    (
        "the mill is shut",
        "Roe does not know the man who said that the mill is shut.",
        "does not know",
    ),
    ("the mill is shut", "Roe does not know that the mill is shut.", ""),
    ("sold the mill", "Roe does not know who sold the mill.", "does not know who"),
    # an adverb behind the negation, and a conjunction that parts it
    ("sold the mill", "They have not yet sold the mill.", "have not yet"),
    ("sold the mill", "They have not, however, sold the mill.", "have not, however"),
    ("the mill is shut", "It is not yet clear that the mill is shut.", "is not yet clear that"),
    ("burnt the mill", "They have not but burnt the mill.", ""),
    ("burnt the mill", "They have not, yet burnt the mill.", ""),
    ("verkaufte die Mühle", "Er kam nicht, sondern verkaufte die Mühle.", ""),
    # a clause with an infinitive
    ("die Mühle zu bauen", "Roe weigerte sich, die Mühle zu bauen.", "weigerte sich"),
    ("die Mühle gekauft zu haben", "Roe leugnet, die Mühle gekauft zu haben.", "leugnet"),
    ("die Mühle abzureißen", "Roe hat nie versucht, die Mühle abzureißen.", "versucht"),
    ("die Mühle war zu", "Roe war nicht da, die Mühle war zu.", ""),
    # a phrase that ends in what joins a clause on
    ("the mill is shut", "Roe failed to show that the mill is shut.", "failed to show that"),
    # a doubt before its comma
    ("the mill is shut", "Allegedly, the mill is shut.", "Allegedly"),
    ("the mill is shut", "Roe may come, the mill is shut.", ""),
    # what only nearly happened, and what was only promised
    ("sold the mill", "They nearly sold the mill.", "nearly"),
    ("verkauft die Mühle", "Roe hat in Elm beinahe verkauft die Mühle.", "beinahe"),
    ("vendu le moulin", "Le maire a presque vendu le moulin.", "presque"),
    ("продал мельницу", "Мэр чуть не продал мельницу.", "чуть не"),
    ("sell the mill", "They promised to sell the mill.", "promised to"),
    # none of a subject
    ("sell the mill", "None of the men will sell the mill.", "None of the men will"),
    ("sell the mill", "None of the old men will ever sell the mill.", ""),
    ("the mill is shut", "Nothing was sold and the mill is shut.", ""),
    ("sell the mill", "Roe knows none of the men will sell the mill.", ""),
    # a short sentence behind that takes it back
    ("The mill is shut", "The mill is shut. Not so.", "Not so"),
    ("The mill is shut", "The mill is shut. I do not think so.", "I do not think so"),
    ("The mill is shut", "The mill is shut. It failed.", ""),
    ("The mill is shut", "The mill is shut. Nobody came.", ""),
    ("Die Mühle ist zu", "Die Mühle ist zu. Stimmt nicht.", "Stimmt nicht"),
    ("Le moulin est fermé", "Le moulin est fermé. Faux !", "Faux"),
]


@pytest.mark.parametrize(("quote", "text", "words"), CASES)
def test_how_near_words_turn_a_passage(quote: str, text: str, words: str) -> None:
    anchor = with_cut(locate(quote, text), text)

    assert anchor.fit.passes
    assert (anchor.cut.words if anchor.cut else "").startswith(words)
    assert bool(anchor.cut) is bool(words)


TURNS = [
    # a passage that is a clause of its own, and one before which another word turns it
    (
        "unless it rained all day",
        "It was in the old days that men stopped unless it rained all day.",
        "",
        "",
    ),
    ("if it rains", "They go not if it rains.", "go not", "negation"),
    # a limit before what is no number
    ("the men sank it", "In May only the men sank it.", "", ""),
    # a `but` right behind a negation, in a script without blanks
    ("卖了磨坊", "有人没有但是卖了磨坊。", "", ""),
    # what stands before the last comma, and what it belongs to
    ("mill is shut", "Allegedly, the mill is shut.", "Allegedly, the", "doubt"),
    ("mill is shut", "Allegedly, the old mill is shut.", "", ""),
    ("the mill is shut", "Why, the mill is shut.", "", ""),
    ("the mill is shut", "Were it so, the mill is shut. Is it open?", "Were it so", "condition"),
    ("the mill is shut", "Although the mill is shut, Roe came.", "", ""),
    ("the mill is shut", "Roe came, although the mill is shut.", "", ""),
    ("die Mühle zu ist", "Roe kam, obwohl die Mühle zu ist.", "", ""),
    ("the mill is shut", "“Although late, the mill is shut.”", "Although late", "concession"),
    ("the mill is shut", "Malcolm X although late, the mill is shut.", "", ""),
    # none of a subject, in quotation marks
    ("sell the mill", "“None of the men will sell the mill.”", "None of the men will", "negation"),
    # where a clause with an infinitive ends
    (
        "die Mühle zu bauen",
        "Roe weigerte sich, die Mühle zu bauen, weil es regnete.",
        "weigerte sich",
        "reversal",
    ),
    (
        "die Mühle zu bauen",
        "Roe weigerte sich, die Mühle zu bauen. Es regnete, sagte er.",
        "weigerte sich",
        "reversal",
    ),
    (
        "die Mühle zu bauen",
        "«Roe weigerte sich, die Mühle zu bauen.»",
        "weigerte sich",
        "reversal",
    ),
    # a noun for what is said that follows no verb of saying
    ("the mill is shut", "A claim shows that the mill is shut.", "claim shows that", "doubt"),
    # a phrase that only the passage would complete
    ("the contrary view", "Roe insists on the contrary view.", "", ""),
    # where a condition opens a clause
    (
        "the mill is shut",
        "Roe swore to us in May 5 if asked, so we hear, that the mill is shut.",
        "",
        "",
    ),
    (
        "the mill is shut",
        "Roe came\n\nIf asked, so we hear, he swore that the mill is shut.",
        "If asked, so we hear, he swore that",
        "condition",
    ),
    # in how few cases it holds
    ("the mill burnt", "Only one of nine came, and the mill burnt.", "", ""),
    (
        "the mill burnt",
        "In only one of the nine old runs the mill burnt.",
        "only one of the nine old runs",
        "quantity",
    ),
    ("the mill burnt", "In only one of the nine very old runs the mill burnt.", "", ""),
    ("The mill burnt", "The mill burnt and killed only one of nine men.", "", ""),
    (
        "The mill burnt",
        "The mill burnt in only one of nine years, we hear.",
        "in only one of nine years, we hear",
        "quantity",
    ),
    # what is asked within a passage that is taken for true
    ("the man who came is ill", "She did not know that the man who came is ill.", "", ""),
    ("the man who came is ill", "Did you know that the man who came is ill?", "", ""),
    # until when it holds
    ("The mill ran well", "The mill ran well until this. It did not rain then.", "", ""),
    (
        "The mill ran well",
        "The mill ran well until it did not, for all of the men had left.",
        "until it did not, for all of the …",
        "condition",
    ),
    (
        "The mill ran well",
        "The mill ran well until it did not. All of the men left, then.",
        "until it did not",
        "condition",
    ),
    ("The mill ran well", "The mill ran well until it did not have any water.", "", ""),
    (
        "The mill ran well",
        "The mill ran well until it did not have water.",
        "until it did not have water",
        "condition",
    ),
    # what bounds a number, and what a passage
    ("Ten", "Ten minus two is eight.", "minus two is eight", "quantity"),
    ("El molino está cerrado", "El molino está cerrado al menos hoy.", "al menos hoy", "quantity"),
    ("The mill is shut", "The mill is shut only\n  5 days.", "", ""),
    # a clause that goes on to call the passage false, or something else
    ("磨坊已经关闭", "磨坊已经关闭，城里的说法很多。", "", ""),
    (
        "井戸はきれいだ",
        "井戸はきれいだという説は誤りだ、と市長は言う。",
        "という説は誤りだ、と市長は言う。",
        "negation",
    ),
    ("井戸はきれいだ", "井戸はきれいだという説があり、橋の話は虚偽だ。", "", ""),
    ("井戸はきれいだ", "井戸はきれいだと述べた市長は虚偽の書類を出した。", "", ""),
    # a contrast behind it that takes it back, and one that does not
    (
        "The mill is shut",
        "The mill is shut, but for all of them that is not so much of a loss.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, but he may well come to the new one of the town.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, but some of the men still go there by the old road.",
        "",
        "",
    ),
    (
        "The mill is shut",
        "The mill is shut, but Roe pretends to all of us that he sells flour.",
        "but Roe pretends to all of us that …",
        "concession",
    ),
    (
        "井戸はきれいだ",
        "井戸はきれいだ、しかし市の古い橋の近くの大きな工場の主人はそれを否定した、と市は言う。",
        "しかし市の古い橋の近くの大きな工場の主人はそれを否定した、と市は言う。",
        "concession",
    ),
    (
        "井戸はきれいだ",
        "井戸はきれいだ、しかし市の古い橋の近くの大きな工場の主人によると、橋の話は虚偽だ。",
        "",
        "",
    ),
    # a word between a passage and what turns it, and two
    (
        "The mill is shut",
        "The mill is shut today unless it rains.",
        "unless it rains",
        "condition",
    ),
    ("The mill is shut", "The mill is shut all day unless it rains.", "", ""),
    # the end of a line, and a comma, before what negates only what follows
    (
        "The bread is sold",
        "The bread is sold\nwithout salt or any seeds.",
        "without salt or any seeds",
        "negation",
    ),
    ("The bread is sold", "The bread is sold, without salt or any seeds.", "", ""),
    # remarks, where they end, and quotation marks near them
    ("The mill is shut", "“The mill is shut,” he said. Roe lied, too.", "", ""),
    ("The mill is shut", "The mill is shut, for now. Ten men left, too.", "for now", "condition"),
    (
        "The mill is shut",
        "The mill is shut – at least most of it is.",
        "at least most of it is",
        "condition",
    ),
    ("The mill is shut", "The mill is shut, allegedly, in “Elm”.", "allegedly", "doubt"),
    ("“The mill is shut”", "“The mill is shut”, allegedly, says Roe.", "", ""),
    ("The mill is Roe’s", "The mill is Roe’s, allegedly.", "allegedly", "doubt"),
    ("The mill is shut", "The mill is shut, I’d guess, said Roe.", "I’d guess", "doubt"),
    (
        "The mill is shut",
        "The mill is shut, allegedly. All of the men left the town, too.",
        "allegedly",
        "doubt",
    ),
    ("The mill is shut", "The mill is shut - that is what saved it. Roe said so.", "", ""),
    ("The mill is shut", "The mill is shut - that is what almost sank the old mill.", "", ""),
    # what stands between a passage and what would turn it
    ("the mill is shut", "Roe denies that Elm pays, the mill is shut.", "", ""),
    ("sold the mill", "They refused yet sold the mill.", "", ""),
    (
        "The mill is shut",
        "The mill is shut, in May, but it was not so for all of the men of the town, says Roe.",
        "",
        "",
    ),
    # what makes it hold of less, and a language that has no words for that
    (
        "The new bus is faster",
        "The new bus is faster than a bicycle in the rain.",
        "than a bicycle in the rain",
        "quantity",
    ),
    ("Мельница закрыта", "Мельница закрыта в мае.", "", ""),
    # where a sentence ends, and where another one asks
    ("the mill is shut", "We know that the mill is shut", "", ""),
    ("The mill is shut", "The mill is shut by now. Is it open?", "", ""),
]


@pytest.mark.parametrize(("quote", "text", "words", "turn"), TURNS)
def test_what_turns_a_passage_and_with_which_words(
    quote: str, text: str, words: str, turn: str
) -> None:
    anchor = with_cut(locate(quote, text), text)

    assert anchor.fit.passes
    cut = (anchor.cut.words, anchor.cut.turn) if anchor.cut else ("", "")
    assert cut == (words, turn)
