"""Quotes made to fool: none of them may pass, and their honest neighbours must."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Change, Fit, cut_off, locate
from claimcheck.anchor.difference import changes, difference

TAIL = " in the year of the war"

# What the writer put in brackets, and what the source has there.
BRACKETS = [
    ("The method was [un]safe", "The method was safe"),
    ("It is [un]likely to fail", "It is likely to fail"),
    ("He was a harm[less] man", "He was a harmful man"),
    ("A care[ful] driver hit the boy", "A careless driver hit the boy"),
    ("They were hope[ful] of it", "They were hopeless of it"),
    ("The work[less] man was found", "The worker man was found"),
    ("They felt health[y] again", "They felt health again"),
    ("He ate no[t] the bread", "He ate no the bread"),
    ("The claim is [false] true", "The claim is true"),
    ("The senator [refused to] vote for it", "The senator vote for it"),
    ("[The president lied when he said] the economy grows fast", "the economy grows fast"),
    ("[He lied] the economy grows fast", "the economy grows fast"),
    ("The minister [said] that he took the money", "The minister denied that he took the money"),
    ("The drug [cures] cancer in mice", "The drug worsens cancer in mice"),
    ("He [began] taking bribes", "He stopped taking bribes"),
    ("The new law [will] prevent fraud", "The new law failed to prevent fraud"),
    ("In the end [many] voters agreed", "In the end few voters agreed"),
    ("[Many] voters agreed to it", "Few voters agreed to it"),
    ("He was [always] sober when he drove", "He was rarely sober when he drove"),
    ("There were [12,000] people at the rally", "There were people at the rally"),
    ("There were [12,000] people at the rally", "There were few people at the rally"),
    ("There were [twelve] people at the rally", "There were people at the rally"),
    ("The mayor took [all of] the money", "The mayor took the money"),
    ("The mayor [allegedly] took the money", "The mayor took the money"),
    ("Der Minister [angeblich] nahm das Geld", "Der Minister nahm das Geld"),
    ("said that [Miller] would agree to it", "said that the president would agree to it"),
    ("They gave it to [US] at the end of it", "They gave it to us at the end of it"),
    ("It was safe [for no-one] at home", "It was safe at home"),
    ("The [non-violent] men came home", "The men came home"),
    ("It was a [non]-violent protest", "It was a violent protest"),
    ("It was a smoke[-free] place to be", "It was a smoke place to be"),
    ("It is [im]possible to do so", "It is possible to do so"),
    ("It [is] true that he took it", "It may be true that he took it"),
    ("他[没有]拿了这笔钱给他的朋友", "他拿了这笔钱给他的朋友"),
    ("Er ging [nicht] nach Hause zu ihr", "Er ging nach Hause zu ihr"),
    ("They will go [if he agrees] to the town", "They will go to the town"),
    ("He likes to [p]olish it up", "He likes to Polish it up"),
    ("They [P]olish the floor by hand", "They polish the floor by hand"),
    ("It was in [m]ay that they met", "It was in May that they met"),
    ("The [W]hite house was full of men", "The white house was full of men"),
    ("He liked [polish] food and drink", "He liked Polish food and drink"),
    ("Dann gingen [s]ie nach Hause", "Dann gingen Sie nach Hause"),
    ("[t]urkey is cheap, and we saw it", "He is in Turkey now. Turkey is cheap, and we saw it"),
]


@pytest.mark.parametrize(("quote", "source"), BRACKETS)
def test_brackets_may_not_turn_the_meaning(quote: str, source: str) -> None:
    anchor = locate(quote + TAIL, source + TAIL + ".")
    assert not anchor.fit.passes, anchor
    assert anchor.reason or anchor.changes


HONEST_BRACKETS = [
    ("[Trump] said he would resign on Monday", "He said he would resign on Monday"),
    ("We saw that [Trump] would resign on Monday", "We saw that he would resign on Monday"),
    ("He [Trump] would resign on Monday", "He would resign on Monday"),
    ("We know that [Anna Maria]’s plan is good", "We know that her plan is good"),
    ("[T]he economy is growing fast", "He said the economy is growing fast"),
    ("[t]he economy is growing fast", "The economy is growing fast"),
    ("“It [t]he economy” is growing fast", "“It The economy” is growing fast"),
    ("He said “[g]rowth is fast” on Monday", "He said “Growth is fast” on Monday"),
    ("He went home. [G]rowth was weak", "He went home. growth was weak"),
    ("He went home […] [G]rowth was weak", "He went home at noon and growth was weak"),
    ("[g]rowth was strong in the town", "It rained. Growth was strong in the town"),
    ("He would walk[ed] home alone at night", "He would walk home alone at night"),
    ("He walk[s] home alone at night", "He walked home alone at night"),
    ("He was mak[ing] much noise at night", "He was make much noise at night"),
    ("The goverment [sic] will resign on Monday", "The goverment will resign on Monday"),
    ("He was tired [at that point] of the talks", "He was tired of the talks"),
    ("They spoke [about the war] until the morning", "They spoke until the morning"),
    ("They left [in May] for the old town", "They left for the old town"),
    ("Die Partei hat [Merkel] nach Berlin gerufen", "Die Partei hat sie nach Berlin gerufen"),
    ("Hier soir [Macron] est parti pour Lyon", "Hier soir il est parti pour Lyon"),
    ("He [takes] the train to the old town", "He took the train to the old town"),
    ("昨天[特朗普]说了这样的话", "昨天他说了这样的话"),
]


@pytest.mark.parametrize(("quote", "source"), HONEST_BRACKETS)
def test_honest_brackets_pass(quote: str, source: str) -> None:
    assert locate(quote, source + ".").fit is Fit.ELIDED


SPEECH = '"I took the money," said the thief. "I did so for my wife", said the mayor.'
OMISSIONS = [
    (
        "The vaccine was […] safe for children",
        "The vaccine was, we must say, not safe for children",
    ),
    (
        "We found […] evidence of fraud here",
        "We found after a very long search not any evidence of fraud here",
    ),
    ("The minister […] that he took the money", "The minister denied that he took the money"),
    ("The minister […] resign from office", "The minister refused to resign from office"),
    ("The new law … prevent fraud in it", "The new law, they say, failed to prevent fraud in it"),
    ("The new law [...] prevents fraud in it", "The new law hardly ever prevents fraud in it"),
    ("He was […] sober when he drove", "He was seldom sober when he drove"),
    ("We were happy […] with the result", "We were happy. Nobody was happy with the result"),
    ("He said […] the tax would rise", "He said nothing. Mr Smith claimed the tax would rise"),
    ("The drug […] cause cancer in mice", "The drug may possibly cause cancer in mice"),
    ("The minister […] took the money", "The minister has allegedly taken and took the money"),
    ("It will open […] said the mayor", "It will open if the test is passed, said the mayor"),
    ("Der Minister […] dass er Geld nahm", "Der Minister bestritt, dass er Geld nahm"),
    ("Le ministre […] avoir pris l'argent", "Le ministre a nié hier avoir pris l'argent"),
    ("El ministro […] que tomó el dinero", "El ministro negó que tomó el dinero"),
    ("Министр вчера […] что взял деньги", "Министр вчера отрицал, что взял деньги"),
    ("部长昨天在会上[…]他拿了这笔钱", "部长昨天在会上否认他拿了这笔钱"),
    ("I took the money […] I did so for my wife", SPEECH),
    ('"I took the money" […] said the mayor', SPEECH),
    (
        "“I am guilty […] of the murder of Jane Doe",
        "“I am guilty,” said Brown, “of much.”\n\nGreen knew of the murder of Jane Doe.",
    ),
]


@pytest.mark.parametrize(("quote", "source"), OMISSIONS)
def test_omissions_may_not_turn_the_meaning(quote: str, source: str) -> None:
    anchor = locate(quote, source + ".")
    assert anchor.fit is Fit.ALTERED, anchor
    assert anchor.reason
    assert anchor.start is not None
    assert anchor.start <= source.index(quote.lstrip('“"')[:4])


def test_a_not_taken_out_names_negation_and_shows_the_passage() -> None:
    source = "The vaccine was, we must say, not safe for children."
    anchor = locate("The vaccine was […] safe for children", source)
    assert Change.NEGATION in anchor.changes
    assert source[anchor.start : anchor.end] == source[:-1]
    assert "not" in anchor.reason


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("The bridge was […] built by the town", "The bridge was in those days built by the town"),
        ("“I love them […] the old town", "“I love them,” he said, “the old town”"),
        (
            "We came home […] and slept well",
            "We came home. Nobody saw us. It rained and slept well",
        ),
        ("The bus came in […] at the old town", "The bus came in with No. 5 at the old town"),
    ],
)
def test_honest_omissions_pass(quote: str, source: str) -> None:
    assert locate(quote, source + ".").fit.passes


CUT = [
    ("5 degrees were measured", "<5 degrees were measured"),
    ("5 degrees were measured", "At < 5 degrees were measured"),
    ("5 degrees were measured", "At ~5 degrees were measured"),
    ("5 degrees were measured", "At ±5 degrees were measured"),
    ("0.05 was the value of it", "p≥0.05 was the value of it"),
    ("the mean value was 5", "the mean value was 5±3 metres"),
    ("the mean value was 5", "the mean value was 5 ± 3 metres"),
    ("the mean value was 5", "the mean value was 5×10³ metres"),
    ("the mean value was 5", "the mean value was 5 x 10 metres"),
    ("the age was 10", "the age was 10 - 20 years old"),
    ("the age was 10", "the age was 10–20 years old"),
    ("20 years old was he", "then 10–20 years old was he"),
    ("20 years old was he", "then 10 - 20 years old was he"),
    ("可能发生这样的事情", "不可能发生这样的事情"),
    ("有人参加了这次集会", "没有人参加了这次集会"),
    ("百万人参加了这次集会", "三百万人参加了这次集会"),
    ("万人参加了这次集会", "有5万人参加了这次集会"),
    ("参加集会的人有三", "参加集会的人有三百万人"),
    ("จริงที่เขาพูดเมื่อวาน", "ไม่จริงที่เขาพูดเมื่อวาน"),
    ("彼は会議に参加し", "彼は会議に参加しなかった"),
    ("彼は会議に参加し", "彼は会議に参加しません"),
    ("violent protest was seen", "A non–violent protest was seen"),
    ("violent protest was seen", "A non- violent protest was seen"),
    ("lawful protest was seen", "An un*lawful* protest was seen"),
    ("the law", "the law*ful* protest was seen"),
    ("S. Senate voted for the bill", "U.S. Senate voted for the bill"),
    ("this is the U.S", "this is the U.S.S.R. of then"),
    ("this is the U.S.", "this is the U.S.S.R. of then"),
]


@pytest.mark.parametrize(("quote", "source"), CUT)
def test_borders_hold(quote: str, source: str) -> None:
    anchor = locate(quote, source)
    assert anchor.fit is Fit.ALTERED, anchor
    assert Change.CUT in anchor.changes


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("of the old town", "the plan — of the old town"),
        ("5 degrees were measured", "It was so: 5 degrees were measured"),
        ("5 men came to the town", "> 5 men came to the town"),
        ("总统参加了这次集会", "南非总统参加了这次集会"),
        ("彼は会議に参加した", "彼は会議に参加したと言った"),
        ("this is the U.S.", "And this is the U.S. Senate"),
        ("this is plan B", "And this is plan B. Then he left"),
        ("important men came", "the **very** important men came"),
        ("and pre-war times", "post- and pre-war times"),
        ("the mayor", "the mayorʼs wife"),
    ],
)
def test_honest_borders_pass(quote: str, source: str) -> None:
    assert locate(quote, source).fit.passes


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("he didn't want to go", "he didnʼt want to go"),
        ("it was 5' 10\" tall", "it was 5′ 10″ tall"),
        ('ארה"ב היא מדינה', "ארה״ב היא מדינה"),
        ("צ'כיה היא מדינה", "צ׳כיה היא מדינה"),
        ("בית-ספר גדול מאוד", "בית־ספר גדול מאוד"),
        ("قال الرئيس إن البلاد", "قال الرئـيس إن البلاد"),
    ],
)
def test_marks_of_other_scripts_fold(quote: str, source: str) -> None:
    anchor = locate(quote, source)
    assert anchor.fit is Fit.NORMALIZED


@pytest.mark.parametrize(
    ("quote", "source", "kind"),
    [
        ("That is the point of it", "That is the end of it", Change.UNIT),
        ("That is the point of it", "That is the end of it", Change.NEGATION),
        ("It was a sin to go", "It was a crime to go", Change.NEGATION),
        ("He left a mark there", "He left a stain there", Change.UNIT),
        ("So in May he left", "So in June he left", Change.MODALITY),
        ("Die Strasse ist lang", "Die Straße ist lang", Change.CAPITALS),
    ],
)
def test_homographs_name_no_kind(quote: str, source: str, kind: Change) -> None:
    assert kind not in changes(difference(quote, source))


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("El plan saldrá bien, pero llueve.", "El plan saldrá bien", "pero llueve"),
        ("Il piano va bene, però piove.", "Il piano va bene", "però piove"),
        ("План хорош, но дорог.", "План хорош", "но дорог"),
        ("这个计划很好，但是很贵。", "这个计划很好", "但是很贵"),
        ("Он не взял деньги.", "взял деньги", "не"),
    ],
)
def test_cut_off_in_other_languages(text: str, quote: str, words: str) -> None:
    cut = cut_off(text, locate(quote, text))
    assert cut is not None
    assert words in cut.words
