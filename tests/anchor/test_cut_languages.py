"""What turns a passage in sentences of many languages, each with its own marks and order."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate, with_cut
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.relay import relay_of
from support.marked import passage_in


def cut(quote: str, text: str) -> str:
    """What turns the passage that a quote is cut from; empty where nothing does."""
    anchor = with_cut(locate(quote, text), text)
    assert anchor.fit.passes
    return str(anchor.cut.turn) if anchor.cut else ""


@pytest.mark.parametrize(
    ("quote", "text", "turn"),
    [
        # marks of Ethiopic, Burmese and others part clauses
        ("ማሞቂያው ፈተናውን አለፈ", "ማሞቂያው ፈተናውን አለፈ፣ ነገር ግን ፈጽሞ አልሠራም።", "concession"),
        ("ቫልቩ ይቋቋማል", "ጋኬቱ አዲስ ከሆነ፣ ቫልቩ ይቋቋማል።", "condition"),
        ("ማሞቂያው ፈተናውን አለፈ", "ማሞቂያው ፈተናውን አለፈ፣ ሠራተኞቹም ወደ ቤት ሄዱ።", ""),
        # a concession ends its clause where verbs come last
        ("弁は持ちこたえる", "技師が三人辞めたにもかかわらず、弁は持ちこたえる。", "concession"),
        ("vana dayanacak", "Üç mühendis ayrıldığı halde, vana dayanacak.", "concession"),
        # what is denied behind its own noun
        ("锅炉通过了测试", "锅炉通过了测试的说法是假的。", "negation"),
        ("ボイラーは試験に合格した", "ボイラーは試験に合格したわけではない。", "negation"),
        # conditions without a conjunction
        ("hält das Ventil", "Bleibt der Winter mild, hält das Ventil.", "condition"),
        ("das Ventil", "Kommt Roe zu uns, nimmt er gern das Ventil.", ""),
        ("hält das Ventil", "Bleibt der Winter mild, hält das Ventil?", "question"),
        ("håller ventilen", "Blir vintern mild, håller ventilen, säger Roe.", "condition"),
        ("houdt de klep", "Blijft de winter mild, houdt de klep het vol.", "condition"),
        ("ventil vydrží", "Bude-li těsnění nové, ventil vydrží.", "condition"),
        # what takes some of it back at the end
        ("The boiler passed the test", "The boiler passed the test, so to speak.", "condition"),
        ("The boiler passed the test", "The boiler passed the test in a way.", "condition"),
        ("The boiler passed the test", "The boiler passed the test in a way nobody saw.", ""),
        (
            "The boiler passed the test",
            "The boiler passed the test, a claim that nobody confirmed.",
            "negation",
        ),
        (
            "The boiler passed the test",
            "The boiler passed the test, but I doubt it all.",
            "concession",
        ),
        ("Der Kessel hielt", "Der Kessel hielt, sozusagen.", "condition"),
        ("கொதிகலன் வென்றது", "கொதிகலன் வென்றது, தற்காலிகமாக.", "condition"),
        # a name that ends as a negated verb does
        ("okul mayısta kapanacak", "Ayşe Yılmaz dedi ki okul mayısta kapanacak.", ""),
    ],
)
def test_what_turns_a_passage_in_its_sentence(quote: str, text: str, turn: str) -> None:
    assert cut(quote, text) == turn


@pytest.mark.parametrize(
    ("quote", "behind", "turn"),
    [
        ("锅炉通过了测试。", "谎言。", "reversal"),
        ("锅炉通过了测试。", "这是谎言。", "reversal"),
        ("锅炉通过了测试。", "工人很少。", ""),
        ("ボイラーは試験に合格した。", "それは嘘だ。", "reversal"),
        ("बॉयलर ने परीक्षा पास की।", " यह झूठ है।", "reversal"),
        ("बॉयलर ने परीक्षा पास की।", " सब खुश थे।", ""),
        ("ማሞቂያው ፈተናውን አለፈ።", " ውሸት።", "reversal"),
        ("The boiler passed the test.", " That is a lie.", "reversal"),
        ("The boiler passed the test.", " That is a lie we like.", ""),
    ],
)
def test_the_next_sentence_calls_a_passage_false(quote: str, behind: str, turn: str) -> None:
    assert cut(quote, quote + behind) == turn


@pytest.mark.parametrize(
    ("marked", "relayed"),
    [
        ("Acme ⟦nehrin temiz olduğunu⟧ söyledi.", True),
        ("⟦川はきれいだ⟧と田中氏は述べた。", True),
        ("김 씨는 ⟦강은 깨끗하다⟧고 말했다.", True),
        ("五月以来、⟦川はきれいだ⟧。", False),
        # a lead of a few letters, and none
        ("他说⟦河水很干净⟧。", True),
        ("⟦河水很干净⟧。", False),
    ],
)
def test_a_verb_of_saying_may_follow_what_is_said(marked: str, *, relayed: bool) -> None:
    assert (relay_of(*passage_in(marked)) is not None) is relayed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L'ancienne maire Ada Brandt a parlé.", "French"),
        ("Voormalig burgemeester Ada Brandt sprak.", "Dutch"),
        ("Bývalá starostka Ada Brandtová promluvila.", "Czech"),
        ("اجتازت الغلاية الاختبار، إذا صدقنا المصنع.", "Arabic"),
        # what stands beside an apostrophe, letters, and the only word that is English
        ("La mairie va fermer la piscine et sauver l'école.", "French"),
        ("« La mairie va fermer l’école. »", "French"),
        ("Poe's talk was dull.", "English"),
        ("Școala se închide în mai.", "Romanian"),
        ("Skolan stänger i maj.", "Swedish"),
        ("Ifølge Roe er broen sikker.", "Norwegian"),
    ],
)
def test_a_short_sentence_tells_its_language_but_for_its_names(text: str, name: str) -> None:
    vocabulary = vocabulary_at(text, 0, len(text))

    assert vocabulary is not None
    assert vocabulary.name == name


@pytest.mark.parametrize(
    ("left_out", "passes", "turn"),
    [
        ("a mere sliver of", True, "quantity"),
        ("a couple of", True, "quantity"),
        ("the old kitchens of", True, ""),
        ("three only of the", True, "quantity"),
        ("three of the large, cold", True, ""),
        ("the large, cold and apparently", True, "doubt"),
        ("the large, cold and former", True, "modifier"),
        ("at most three", False, ""),
        ("apparently", False, ""),
    ],
)
def test_an_omission_may_hide_how_much_or_how_sure(
    left_out: str, turn: str, *, passes: bool
) -> None:
    anchor = locate(
        "The strike closed […] schools in the town",
        f"The strike closed {left_out} schools in the town.",
    )

    assert anchor.fit.passes is passes
    assert [str(omission.turn or "") for omission in anchor.omissions] == [turn] * passes
