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
