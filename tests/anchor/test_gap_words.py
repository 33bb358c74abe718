"""What an omission may leave out, of the words that turn a quotation elsewhere: places, names."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate
from claimcheck.anchor.gap_words import applying
from claimcheck.anchor.languages import vocabulary_at
from support.marked import with_omission

# A text with what is left out in double brackets, and whether that may be left out.
CASES = [
    # prepositions that limit a number, and name a place
    ("The men walked [[over the hill]] to the town.", True),
    ("The men paid [[over 40]] crowns to the town.", False),
    ("The men paid [[over about 40]] crowns to the town.", False),
    ("The old bridge [[under the castle]] was closed in May.", True),
    ("Er sprach gestern [[über das Wetter]] mit uns allen.", True),
    ("Er zahlte gestern [[über]] 40 Kronen an uns alle.", False),
    ("Fueron juntos [[hasta Madrid]] con todos los otros.", True),
    ("Poszedł wczoraj [[do szkoły]] razem z nami, i to było dobrze.", True),
    ("Он пошёл вчера [[до школы]] вместе с нами, и мы говорили.", True),
    ("Okulda dün [[öğleye kadar]] herkes bizimle birlikte çalıştı.", True),
    ("Drengen var [[under krigen]] hos os alle i det gamle hus.", True),
    # what is against something
    ("La France joue [[contre l'Italie]] à Paris en mai.", True),
    ("Il a voté en mai [[contre]] la loi de la ville.", False),
    ("He ran [[against the wind]] with all of the men.", True),
    ("He spoke for peace and [[against]] the war in Elm.", False),
    ("Han gick sedan [[mot dörren]] och sprang ut i trädgården.", True),
    # what makes another thing of a noun beside it
    ("The men saw the [[former]] mayor of the town.", False),
    ("The men saw the [[former Dutch]] queen in the town.", False),
    ("The men saw [[the former mayor]] in the town.", True),
    ("Mr Roe came [[late]] to the house and spoke with all of them.", True),
    ("Le maire salue le [[futur]] directeur de la banque du village.", False),
    ("On a vu hier le voleur [[présumé]] dans la rue du village.", False),
    ("On a vu hier dans [[le futur parc]] les enfants du village.", True),
    ("Kobieta [[była wczoraj]] w domu razem z nami, i to było dobrze.", True),
    ("他昨天见到了[[前]]总统和他的朋友们。", False),
    ("他昨天[[从门前]]进入了学校的大楼。", True),
    ("他昨天[[在单位里]]和大家一起吃了午饭。", True),
    ("彼は昨日[[前田さんと]]学校へ行って勉強した。", True),
    ("彼は昨日[[元気に]]学校へ行って勉強した。", True),
    # times that hold a word for little
    ("Elle habite [[depuis peu]] dans la ville avec tous les autres.", True),
    ("Ella vino [[poco después]] a la ciudad con todos los otros.", True),
    ("Přišla [[s neznámým mužem]] do starého domu s námi, a to je pro nás dobré.", True),
    # who says it is quoted
    ("The mayor said [[on Monday that]] the mill was sold in May.", True),
    ("Roe came here [[on Monday, and we saw that]] the mill was sold.", False),
    # words that turn in other places, or in other languages
    ("Roe llegó [[entonces]] a la ciudad con todos los otros.", True),
    ("O prefeito chegou [[então]] à cidade com todos os outros.", True),
    ("Il sindaco era [[già]] in città con tutti gli altri.", True),
    ("Il sindaco parlò [[con voce alta]] alla gente del paese.", True),
    ("O menino ficou [[lá fora]] com todos os outros da rua.", True),
    ("O menino canta [[mal]] com todos os outros da rua.", True),
    ("Er war damals [[allein]] im Haus, und das war gut für ihn.", True),
    ("Elle est venue [[juste après]] dans la maison avec tous les autres.", True),
    ("그는 어제 [[부산에서]] 우리와 함께 학교에 갔다.", True),
    ("그는 어제 [[한 친구와]] 함께 걸어서 학교에 갔다.", True),
    ("그는 지금 [[여기에서]] 우리와 함께 학교에 다닌다.", True),
]


@pytest.mark.parametrize(("marked", "passes"), CASES)
def test_what_turns_only_where_it_stands(marked: str, *, passes: bool) -> None:
    anchor = locate(*with_omission(marked))

    assert anchor.fit.passes is passes
    assert not any(each.turn for each in anchor.omissions)


def test_what_describes_a_noun_does_not_where_none_follows() -> None:
    text = "The men of the town saw the former"
    vocabulary = vocabulary_at(text, 0, len(text))

    assert vocabulary is not None
    assert applying(vocabulary, text, text.index("former"), len(text)) == []


@pytest.mark.parametrize(
    ("left_out", "outcome"),
    [
        ("just", "quantity"),
        ("has just", ""),
        ("just 3 of the", "refused"),
        ("only", "refused"),
    ],
)
def test_a_word_that_only_sometimes_limits_is_asked_about_alone(
    left_out: str, outcome: str
) -> None:
    anchor = locate(
        "The mayor of Elm […] left for the hills",
        f"The mayor of Elm {left_out} left for the hills.",
    )
    turns = [str(each.turn or "") for each in anchor.omissions]

    assert (turns[0] if anchor.fit.passes else "refused") == outcome


@pytest.mark.parametrize(
    ("marked", "turn"),
    [
        ("Hon talade [[om vädret]] i den stora staden med alla sina vänner.", "condition"),
        ("Zij werkt [[als bakker]] in de stad met al haar vrienden.", "condition"),
        ("Hon kommer[[, om det regnar,]] i den stora staden med alla sina vänner.", "refused"),
    ],
)
def test_a_word_that_may_set_a_condition_is_asked_about(marked: str, turn: str) -> None:
    anchor = locate(*with_omission(marked))
    turns = [str(each.turn or "") for each in anchor.omissions]

    assert (turns[0] if anchor.fit.passes else "refused") == turn
