"""What brackets stand for in a source: what it prints there, and what a person is asked."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate

# No vocabulary knows it.
BASQUE = "berria herritar guztientzat ireki zuten atzo goizean hiriko plazaren ondoan."
# A quote, its source, and what the source prints in the bracket's place and what a person is asked,
# or why the quote is refused.
CASES = [
    ("[王明]卖了磨坊", "王明来了。他卖了磨坊。", "他|"),
    ("我们看见[王明]卖了磨坊", "王明来了。我们看见他卖了磨坊。", "他|"),
    (
        "我们看见[王明]卖了磨坊",
        "王明来了。我们看见李四卖了磨坊。",
        "refused: square brackets stand for “李四”",
    ),
    (
        "我们看见[李四]卖了磨坊",
        "王明来了。我们看见他卖了磨坊。",
        "refused: the words in square brackets hold a number",
    ),
    ("我们看见[王明]卖了磨坊", "王明来了。我们看见他们卖了磨坊。", "他们|"),
    ("磨坊卖给了[王明]", "王明来了。昨天磨坊卖给了他。", "他|"),
    (
        "磨坊卖给了[王明]",
        "王明来了。昨天磨坊卖给了李四。",
        "refused: square brackets stand for “李四”",
    ),
    (
        "磨坊卖给了[李四]",
        "王明来了。昨天磨坊卖给了李四，他走了。",
        "refused: the words in square brackets hold a number",
    ),
    (
        "磨坊卖给了[没有]",
        "王明来了。昨天磨坊卖给了他。",
        "refused: the words in square brackets negate",
    ),
    ("[没有]卖了磨坊", "王明来了。他卖了磨坊。", "refused: the words in square brackets negate"),
    ("[王明]卖了磨坊", "王明卖了磨坊。", "王明|"),
    ("[明]卖了磨坊", "王明卖了磨坊。", "王明|"),
    ("[The] mill was sold", "At noon a mill was sold.", "a|"),
    ("[A] mill was sold", "The mill was sold.", "The|"),
    ("[Its] mill was sold", "At noon the mill was sold.", "the|"),
    (
        "[Roe’s] mill was sold",
        "Roe came. At noon the mill was sold.",
        "the|square brackets stand for “the”",
    ),
    ("[Roe] sold it", "Roe came. At noon he sold it.", "he|"),
    ("[Poe] sold it", "Roe came. At noon he sold it.", "he|the source does not name “Poe” near it"),
    ("[Poe] sold it", "Roe came. At noon Roe sold it.", "refused: square brackets stand for “Roe”"),
    (
        "[Not] sold it",
        "Roe came. At noon he sold it.",
        "refused: the words in square brackets negate",
    ),
    ("[That] was sold", "Roe came. At noon it was sold.", "it|"),
    (
        "[Roe] was sold",
        "Roe came. The mill that was sold.",
        "that|square brackets stand for “that”",
    ),
    ("they sold [the mill]", "The mill is old. In May they sold it.", "it|"),
    (
        "they sold [Roe’s mill]",
        "The mill is old. In May they sold the mill.",
        "refused: more stands inside square brackets than outside",
    ),
    (
        "they sold [the mill]",
        "The mill is old. In May they sold this land.",
        "refused: square brackets stand for “this land”",
    ),
    ("they sold [the mill]", "The mill is old. In May they sold this.", "this|"),
    ("they sold [the mill]", "The mill is old. In May they sold this to us.", "this|"),
    ("they sold [mills]", "In May they sold mill.", "mill|"),
    (
        "they sold [the mills]",
        "In May they sold the mill.",
        "refused: more stands inside square brackets than outside",
    ),
    (
        "they sold [the old mill]",
        "In May they sold the mill.",
        "refused: more stands inside square brackets than outside",
    ),
    (
        "they sold [the mill]",
        "In May they sold the old mill.",
        "refused: square brackets stand for “the old”",
    ),
    ("they sold [it]", "In May they sold this.", "this|"),
    ("they sold [the] mill", "In May they sold this mill.", "this|"),
    ("they sold [Roe’s] mill", "Roe came. In May they sold his mill.", "his|"),
    ("they sold [old] mills", "In May they sold mills.", "|the source does not say “old” near it"),
    (
        "they sold [stolen] mills",
        "In May they sold mills.",
        "|the source does not say “stolen” near it",
    ),
    ("they sold [Roe] mills", "In May they sold mills. Roe came.", "|it adds a name (“Roe”)"),
    (
        "they sold [fake] mills",
        "In May they sold mills.",
        "refused: the words in square brackets turn the sentence",
    ),
    ("they sold [mill] in May", "It is here they sold mills in May.", "mills|"),
    ("they sold [was] in May", "It is here they sold is in May.", "is|"),
    (
        "they s[old] in May",
        "It is here they sell in May.",
        "refused: the bracket “[old]” changes a word's meaning",
    ),
    (
        "they [sell] in May",
        "It is here they sold in May.",
        "refused: square brackets stand for “sold”",
    ),
    (
        "they [saw] it in May",
        "It is here they sold it in May.",
        "refused: square brackets stand for “sold”",
    ),
    ("mills [were] sold", "Many mills are sold.", "are|"),
    ("so many mills [are]", "There so many mills were.", "were|"),
    ("they sold [mill]", "The mill is old. At last they sold, mills and all.", "|"),
    ("[Jan] came in May", "At noon Jana came in May.", "Jana|the source prints “Jana”"),
    ("[Jana] came in May", "At noon Jan came in May.", "Jan|the source prints “Jan”"),
    ("[jan] came in May", "At noon jana came in May.", "jana|"),
    (
        "[Jan2] came in May",
        "At noon Jan came in May.",
        "refused: the words in square brackets hold a number",
    ),
    ("I saw [Jan] in May", "Yes, I saw Jana in May.", "Jana|the source prints “Jana”"),
    ("[the man] came in May", "A man came. At noon who came in May.", "who|"),
    ("the man [Roe] came in May", "Roe sat. So the man came in May.", "|it adds a name (“Roe”)"),
    ("he [Roe] came in May", "Roe sat. So he came in May.", "|"),
    (
        "he [Poe] came in May",
        "Roe sat. So he came in May.",
        "|the source does not name “Poe” near it",
    ),
    ("he [, then,] came in May", "Roe sat. So he came in May.", "|"),
    ("er [Roe] kam im Mai", "Roe saß. So kam er, und er kam im Mai.", "|"),
    (
        "der Mann [Roe] kam im Mai",
        "Der Baum fiel, und der Mann kam im Mai.",
        "|the source does not name “Roe” near it",
    ),
    ("[Orang] datang", "Orang itu di sana. Di sana ia datang.", "ia|"),
    ("[Roe] datang", "Di sana orang itu datang.", "refused: square brackets stand for “itu”"),
    (
        "an mhuileann [mór] anseo",
        "Tá an mhuileann anseo.",
        "|the source does not say “mór” near it",
    ),
    (
        "[mór] anseo inniu",
        "Tá an mhuileann anseo inniu.",
        "refused: square brackets stand for “mhuileann”",
    ),
    (
        "tá [sí] anseo inniu",
        "Ach tá an mhuileann anseo inniu.",
        "refused: square brackets stand for “an mhuileann”",
    ),
    ("[Roe] anseo inniu", "Tá Roe anseo inniu.", "Roe|"),
    ("[Roe Poe] came in May", "So Roe Poe came in May.", "Roe Poe|"),
    (
        "[Roe the Poe] came in May",
        "So Roe Poe came in May.",
        "refused: more stands inside square brackets than outside",
    ),
    ("[Roe] and Poe came", "So Mr Roe and Poe came.", "Roe|"),
    ("[The Roe] and Poe came", "So Mr Roe and Poe came.", "Roe|"),
    ("came [Roe]", "Roe sat. Yes, there came.", "|it adds a name (“Roe”)"),
    (
        "they sold [the mill] to [Roe]",
        "The mill is old. Roe came. In May they sold it to him.",
        "refused: more stands inside square brackets than outside",
    ),
    (
        "They saw [Lauterbach] leave",
        "Lauterbachs house is old. They saw him leave.",
        "him|the source does not name “Lauterbach” near it",
    ),
    (
        "They saw [Laute] leave",
        "Lautenspieler came. They saw him leave.",
        "him|the source does not name “Laute” near it",
    ),
    ("They saw [roe] leave", "Roe came. They saw him leave.", "him|"),
    (
        "They saw [Roe] leave",
        "roe was eaten. They saw him leave.",
        "him|the source does not name “Roe” near it",
    ),
    (
        "They saw [Roe] leave",
        "The Monroe house is old. They saw him leave.",
        "him|the source does not name “Roe” near it",
    ),
    (
        "They saw [the mill] leave",
        "Windmills turn. They saw it leave.",
        "it|the source does not name “mill” near it",
    ),
    ("Sie sahen [Lautenbach] gehen", "Lautenbachs Haus ist alt. Sie sahen ihn gehen.", "ihn|"),
    ("ראינו את [משה] הולך", "למשה יש בית. ראינו את אותו הולך.", "אותו|"),
    ("they sold [cruel] mills", "In May they sold mills.", "|it judges"),
    (
        "Zubi berria herritar [handi] guztientzat ireki zuten",
        f"Zubi {BASQUE}",
        "|nothing is known here of the language that it stands in",
    ),
    ("[Zubi] berria herritar guztientzat", f"Zubi {BASQUE}", "Zubi|"),
    (
        "[The zubi] berria herritar guztientzat",
        f"Atzo zubi {BASQUE}",
        "zubi|the source prints “zubi”",
    ),
    (
        "[She] berria herritar guztientzat",
        f"Atzo zubi {BASQUE}",
        "refused: square brackets stand for “zubi”",
    ),
    ("herritar guztientzat [ireki]", f"Zubi {BASQUE}", "ireki|"),
    (
        "herritar guztientzat [itxi]",
        f"Zubi {BASQUE}",
        "refused: square brackets stand for “ireki zuten”",
    ),
    (
        "[王明]磨坊很老很旧",
        "王明来了。昨天他说磨坊很老很旧。",
        "refused: square brackets stand for “昨天他说”",
    ),
    ("[王明]磨坊很老很旧", "王明来了。昨天说他磨坊很老很旧。", "他|"),
    ("磨坊昨天卖给[王明]", "王明来了。磨坊昨天卖给他了。", "他|"),
    (
        "磨坊昨天卖给[王明]",
        "王明来了。磨坊昨天卖给了他的人。",
        "refused: square brackets stand for “了他的人”",
    ),
    (
        "我们看见[王明]卖了磨坊",
        "王明来了。我们看见三卖了磨坊。",
        "refused: square brackets stand for “三”",
    ),
    ("我们看见[王明]卖了磨坊", "王明来了。我们看见他这卖了磨坊。", "他这|"),
    ("王明昨天[偷偷]卖了磨坊", "王明昨天卖了磨坊。", "|it judges"),
    ("[昨天]王明卖了磨坊", "王明卖了磨坊。", "|it adds a name (“昨天”)"),
    ("王明卖了磨坊[。]", "王明卖了磨坊。", "|"),
    (
        "[Poe’s] mill was sold",
        "Roe came. At noon the mill was sold.",
        "the|the source does not name “Poe’s” near it",
    ),
    (
        "they sold [mill wheels] of the town",
        "In May they sold mills of the town.",
        "refused: square brackets stand for “mills”",
    ),
    (
        "[Kowal] był w domu w maju",
        "Kowno jest nowe. On był w domu w maju.",
        "On|the source does not name “Kowal” near it",
    ),
    ("[Kowale] był w domu w maju", "Kowalski jest nowy. On był w domu w maju.", "On|"),
    ("[Stolen] cars were sold", "At noon, cars were sold.", "|it adds a name (“Stolen”)"),
    ("[Cars] were sold", "At noon, were sold. Cars came.", "|it adds a name (“Cars”)"),
    (
        "The cars were [stolen]",
        "The cars were. They came.",
        "|the source does not say “stolen” near it",
    ),
    ("he [Roe] came in May", "Roe sat. So, he came in May.", "|"),
    ("it, [Roe] came in May", "Roe sat. So it, came in May.", "|"),
    ("[Karla] came in May", "At noon Karl came in May.", "Karl|the source prints “Karl”"),
    (
        "[Karla] kam im Mai",
        "Mittags kam Karl, und Karl kam im Mai.",
        "Karl|the source prints “Karl”",
    ),
    ("[Kar] came in May", "At noon Kar1 came in May.", "refused: square brackets stand for “Kar1”"),
    (
        "They [were walk]ing home",
        "They walking home.",
        "refused: the bracket “[were walk]” changes a word's beginning",
    ),
    ("They walk[ing] home [Roe]", "They walked home. Roe sat.", "| + |it adds a name (“Roe”)"),
    (
        "[w]e [sic] came [Roe]",
        "So we came. Roe sat.",
        "refused: more stands inside square brackets than outside",
    ),
    ("the men [and] women came", "So the men women came.", "|"),
    ("[a] man came in May", "So the man came in May.", "the|"),
    (
        "[Roe the] man came in May",
        "So the man came in May. Roe sat.",
        "the|square brackets stand for “the”",
    ),
    # words that only a language's own table knows, and articles that are joined to a noun
    ("[L’abbé] est là pour tous", "Un abbé est venu. Il est là pour tous.", "Il|"),
    ("[L’abbé] est là pour tous", "Hier l’abbé est là pour tous.", "abbé|"),
    ("ils ont vu [l’abbé]", "Hier ils ont vu l’abbé du village.", "l’abbé|"),
    ("ont vu [l’abbé] hier soir", "Un abbé est venu. Ils ont vu hier soir.", "|"),
    ("je crois qu’il [Ober] est là", "Ober est venu. Hier je crois qu’il est là.", "|"),
    ("[Oni] byli z nami w domu", "One byli z nami w domu wczoraj, i to było dobre.", "One|"),
    (
        "[moja Anna] była z nami w domu",
        "Anna przyszła. Ona była z nami w domu wczoraj, i to było dobre.",
        "Ona|",
    ),
    ("[moja] córka była z nami w domu", "Wczoraj, córka była z nami w domu.", "|"),
    (
        "[moja Anna] była z nami w domu",
        "Wczoraj Anna była z nami w domu.",
        "Anna|the source prints “Anna”",
    ),
    (
        "[Anna] była z nami w domu",
        "Wczoraj Anna sama była z nami w domu.",
        "Anna sama|the source prints “Anna sama”",
    ),
    ("[jouw] molen is verkocht aan ons", "Wij zeggen dat de molen is verkocht aan ons.", "de|"),
    (
        "[rzekomo] był w domu w maju",
        "Kowalski jest nowy. On był w domu w maju.",
        "refused: the words in square brackets say how sure it is",
    ),
    ("我们看见[王明]卖了磨坊", "王明来了。我们看见他们自己卖了磨坊。", "他们自己|"),
    ("[王 明]卖了磨坊", "王明卖了磨坊。", "王明|"),
    ("磨坊卖给了[王明]", "王明来了。昨天磨坊卖给了王明了。", "王明了|"),
    ("王明昨天 [kg] 卖了磨坊", "王明昨天卖了磨坊。", "|"),
    # where the text begins, and where it ends
    ("the [stolen] car was sold", "Stolen goods were here. Then the car was sold.", "|"),
    (
        "They saw [the eel] leave",
        "Keel and mast were old. They saw it leave.",
        "it|the source does not name “eel” near it",
    ),
    (
        "der Mann kam [Roe]",
        "Der Baum fiel und war alt, und dann kam er, und der Mann kam",
        "|the source does not name “Roe” near it",
    ),
    ("They saw [Roe] leave", "A roe was eaten by Roe. They saw him leave.", "him|"),
    # what is blotted out elsewhere
    ("[Karl] came in May", "At noon Karl came in May. ████ left.", "Karl|"),
    ("they sold [mills]", "In May they sold mills. He met ████ there.", "mills|"),
    ("they sold [it] in May", "It is here they sold this in May. ████ left.", "this|"),
    # a language that is not known
    (
        "Zubi berria [Zubia] guztientzat ireki zuten",
        "Zubi berria it guztientzat ireki zuten atzo goizean hiriko plazaren ondoan.",
        "it|the source does not name “Zubia” near it",
    ),
    ("Zubi berria[s] herritar guztientzat ireki", f"Zubi {BASQUE}", "|"),
    (
        "he [sic] [Poe] came in May",
        "Roe sat. So he came in May.",
        "| + |the source does not name “Poe” near it",
    ),
    ("They say [the mill’s] old", "The mill is here. They say it’s old and red.", "it’s|"),
    ("[Karla] kom hit i maj", "Sedan kom Karl kom hit i maj, och han var här med oss.", "Karl|"),
    ("It is he who [walks] […] at night", "It is he who walk home at night.", "walk|"),
    # capitals that mean nothing
    (
        "A wczoraj [O]ni byli z nami w domu",
        "A wczoraj oni byli z nami w domu, i to było dobre dla nas.",
        "o|",
    ),
    (
        "Gestern waren [J]ene mit uns in der Stadt",
        "Gestern waren jene mit uns in der Stadt, und das war gut.",
        "j|",
    ),
    (
        "Hier [L]a ville était avec nous",
        "Hier la ville était avec nous dans la rue, et c'était bon.",
        "l|",
    ),
    ("[i]n May it was sold", "In May it was sold to us.", "I|"),
    ("[I]n May it was sold", "Yes, in May it was sold to us.", "i|"),
    ("[İ]lk baskı mayısta satıldı", "Kitabın ilk baskı mayısta satıldı.", "i|"),
    ("[i\u0307]lk baskı mayısta satıldı", "Kitap çıktı. İlk baskı mayısta satıldı.", "İ|"),
    # pronouns of men and of women
    ("[He] sold the mill", "Roe came. She sold the mill.", "She|the source prints “She”"),
    # who speaks, for somebody else, and the other way round
    ("[I] sold the mill", "Roe came. He sold the mill.", "He|the source prints “He”"),
    ("[our] old mill is sold", "Yes, their old mill is sold.", "their|the source prints “their”"),
    ("[He] sold the mill", "Roe came. I sold the mill.", "I|"),
    ("Roe sold [her] mill", "Roe came. Roe sold his mill.", "his|the source prints “his”"),
    ("Roe sold [their] mill", "Roe came. Roe sold his mill.", "his|"),
    ("[He] sold the mill", "Roe came. I sold the mill.", "I|"),
    ("[He] sold the mill", "Roe came. Him sold the mill.", "Him|"),
    ("Roe verkaufte [ihre] Mühle", "Roe verkaufte seine Mühle.", "seine|the source prints “seine”"),
    ("[她]卖了磨坊", "王明来了。他卖了磨坊。", "他|the source prints “他”"),
]


@pytest.mark.parametrize(("quote", "text", "outcome"), CASES)
def test_what_a_bracket_stands_for(quote: str, text: str, outcome: str) -> None:
    anchor = locate(quote, text)

    shown = " + ".join(f"{text[b.start : b.end]}|{b.doubt}" for b in anchor.brackets)
    assert (shown if anchor.fit.passes else f"refused: {anchor.reason}") == outcome
