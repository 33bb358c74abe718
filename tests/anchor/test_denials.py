"""A short sentence behind a passage that calls it false."""

from __future__ import annotations

import pytest

from claimcheck.anchor.denials import denial_behind

REVERSED = [
    ("The mill is shut", ". Wrong!", "Wrong"),
    ("The mill is shut", ".\n\nWrong.", "Wrong"),
    ("The mill is shut", ". That is a lie.", "That is a lie"),
    ("The mill is shut", ". That's a lie.", "That's a lie"),
    ("The mill is shut", ". It’s false.", "It’s false"),
    ("The mill is shut", ". That isn't true.", "That isn't true"),
    ("The mill is shut", ". This claim is false. It is open.", "This claim is false"),
    ("The mill is shut", ". Not true.", "Not true"),
    ("The mill is shut", ". A lie.", "A lie"),
    ("The mill is shut", ". Nonsense!", "Nonsense"),
    ("The mill is shut", ". Verdict: False.", "Verdict: False"),
    ("The mill is shut", ". A: False.", "False"),
    ("The mill is shut", ". (That is wrong.) So it is.", "That is wrong"),
    ("“The mill is shut", ".” Wrong.", "Wrong"),
    ("Die Mühle ist zu", ". Das stimmt nicht.", "Das stimmt nicht"),
    ("Le moulin est fermé depuis le mois de mai", ". C’est faux.", "C’est faux"),
    ("El molino está cerrado", ". Es mentira.", "Es mentira"),
    ("Il mulino è chiuso", ". È falso.", "È falso"),
    ("Мельница закрыта", ". Это ложь.", "Это ложь"),
    ("磨坊关闭了。", "这是假的。", "这是假的"),
    ("磨坊关闭了", "。假的。", "假的"),
    ("水車は閉まっている。", "嘘だ。", "嘘だ"),
]


@pytest.mark.parametrize(("passage", "behind", "shown"), REVERSED)
def test_a_short_sentence_calls_what_stands_before_it_false(
    passage: str, behind: str, shown: str
) -> None:
    for lead in ("", "1. 2021.\n\n"):
        start = len(lead)
        cut = denial_behind(lead + passage + behind, start, start + len(passage))

        assert cut is not None
        assert (cut.words, cut.turn.value) == (shown, "reversal")


@pytest.mark.parametrize(("behind", "shown"), [(". Not.", "Not"), (". No.", "No")])
def test_one_word_denies_it(behind: str, shown: str) -> None:
    cut = denial_behind("The mill is shut" + behind, 0, 16)

    assert cut is not None
    assert (cut.words, cut.turn.value) == (shown, "negation")


@pytest.mark.parametrize(
    "behind",
    [
        "",
        ".",
        ". It failed.",
        ". He lied.",
        ". No. 5",
        ". No, it is open.",
        ". This is not true, he said.",
        ". I am wrong.",
        ". I'm wrong.",
        ". That's all.",
        ". That was wrong",
        ". Verdict: false",
        ". Q: False?",
        ". “That is a lie.”",
        ". That is a complete and utter lie.",
        ". It rained. Wrong.",
        ". Wrong12.",
        ". Wrong.ly",
        ". Verdict: Open. All else is false.",
    ],
)
def test_other_sentences_say_nothing_of_it(behind: str) -> None:
    assert denial_behind("The mill is shut" + behind, 0, 16) is None


@pytest.mark.parametrize(
    ("passage", "behind"),
    [
        ("bhfuil an droichead sábháilte", ". Bréag."),
        ("Le moulin est fermé", ". N'oublions pas."),
    ],
)
def test_words_of_no_vocabulary_deny_nothing(passage: str, behind: str) -> None:
    assert denial_behind(passage + behind, 0, len(passage)) is None
