"""Where the sentences of an article end: what cites something binds its own sentence, no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.articles import Judge


@pytest.mark.parametrize(
    "marked",
    [
        "They say that they can't.| The bridge is closed.",
        "The town carried on.| The bridge is closed.",
        "It was safe, they said.| No.| One man died there.",
        "It belongs to Acme Inc.| The company denies that.",
        "The lorry weighs 5 t.| The bridge carries 3.",
        "She met her ex.| He was at the bridge.",
        "See No. V of the list.| The bridge is there.",
        "It was built by Acme Inc. of Elm in one year.",
        "L’on. Rossi era sul ponte.| Poi tacque.",
        "Das Amt, z. B. Herr Roe, schwieg.| Die Brücke ist zu.",
    ],
)
def test_a_sentence_ends_at_its_full_stop(judge: Judge, marked: str) -> None:
    assessed = judge("The bridge is closed.", marked.replace("|", ""))

    written = [assessed.article.text[each.start : each.end] for each in assessed.sentences]
    assert written == [part.strip() for part in marked.split("|")]


def test_a_second_footnote_of_one_label_is_told(
    judge: Judge,
) -> None:
    assessed = judge("The bridge is closed.", "[^1]: claim:nope\n\nThe bridge is closed.")

    troubles = [each for each in assessed.troubles if each.kind == "unused"]
    assert [assessed.article.raw_place(each.raw_start).line for each in troubles] == [5]


def test_a_footnote_that_is_written_again_in_the_same_words_is_no_other(
    judge: Judge,
) -> None:
    assessed = judge("The bridge is closed.", "[^1]: source:log\n\nThe bridge is closed.")

    assert assessed.troubles == ()
