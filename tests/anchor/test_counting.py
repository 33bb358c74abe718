"""Words that belong to a number: where they are left out, the quotation is cut inside it."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Change, Fit, locate, with_cut
from claimcheck.anchor.counting import number_around
from claimcheck.model import Quote


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("4 cows were ill", "Fewer than 4 cows were ill."),
        ("4 cows were ill", "It says that at most 4 cows were ill."),
        ("4 cows were ill", "In May at\nleast 4 cows were ill."),
        ("€4 for a loaf", "The bakery took no more than €4 for a loaf."),
        ("4 degrees at night", "It was minus 4 degrees at night."),
        ("The firm lost €4", "The firm lost €4 billion; the baker objected."),
        ("USD 4 for a loaf", "The bakery took no more than USD 4 for a loaf."),
        ("US$ 4 for a loaf", "The bakery took no more than US$ 4 for a loaf."),
        ("The firm lost 4", "The firm lost 4\nhundred crowns."),
        ("The share rose to 4", "The share rose to 4 percent in May."),
        ("The firm lost 4", "The firm lost 4 crore in May."),
        # too short to tell its language
        ("Firm 4", "Firm 4 billion"),
        ("4 degrees at night", "It was nought point 4 degrees at night."),
        ("The share rose to 4", "The share rose to 4 per cent in May."),
        ("4 Kühe waren krank", "Weniger als 4 Kühe waren krank, und das war viel."),
        ("Die Firma verlor 4", "Die Firma verlor 4 Milliarden Kronen, und das war viel."),
        ("4 vaches étaient malades", "Moins de 4 vaches étaient malades dans le village."),
        ("4 коровы заболели", "Менее 4 коровы заболели в этой деревне в мае."),
        ("この村の病気の牛は4頭", "この村の病気の牛は4頭以上だったという。"),
        ("病気の牛は4", "この村の病気の牛は4千頭だったという。"),
    ],
)
def test_what_belongs_to_a_number_may_not_be_left_out(quote: str, text: str) -> None:
    anchor = locate(quote, text)

    assert anchor.fit is Fit.ALTERED
    assert Change.CUT in anchor.changes


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Fewer than 4 cows were ill", "Fewer than 4 cows were ill."),
        ("4 cows were ill", "Only 4 cows were ill."),
        ("4 cows were ill", "She presided over 4 cows were ill."),
        ("4 cows were ill", "There were no fewer. 4 cows were ill."),
        ("The firm lost €4 billion", "The firm lost €4 billion; the baker objected."),
        ("a loss of 4", "The firm made a loss of 4 euros a day."),
        ("The firm lost 4", "The firm lost 4, million by million."),
        ("Das Haus Nummer 4", "Das Haus Nummer 4 bin ich mir sicher, und das ist gut."),
    ],
)
def test_what_stands_beside_a_number_may_be_no_part_of_it(quote: str, text: str) -> None:
    assert locate(quote, text).passes


@pytest.mark.parametrize(
    ("text", "passage", "whole"),
    [
        ("Fewer than 4 cows were ill in May.", "4 cows", "Fewer than 4 cows"),
        ("It lost minus €4 billion in May.", "€4", "minus €4 billion"),
        ("It fell by less than (€4) a day.", "(€4", "less than (€4"),
        ("It fell by less than EURO4 a day.", "EURO4", "EURO4"),
        ("It cost more than in 4 towns of it.", "in 4 towns", "in 4 towns"),
        ("It lost 4 ‰ in May.", "4", "4 ‰"),
        ("It lost 4% in May.", "4", "4"),
        ("It lost 4 and a billion in May.", "4", "4"),
        ("Fewer than about 4 cows were ill.", "4 cows", "4 cows"),
        ("Fewer than, 4 cows were ill.", "4 cows", "4 cows"),
        ("4 billion", "4", "4 billion"),
        ("4 billion", "billion", "billion"),
        ("billion 4", "4", "4"),
        ("at most" + 33 * " " + "4 cows", "4 cows", "at most" + 33 * " " + "4 cows"),
        ("at most" + 34 * " " + "4 cows", "4 cows", "4 cows"),
        ("Firm 4" + 33 * " " + "billion", "4", "4" + 33 * " " + "billion"),
        ("Firm 4" + 34 * " " + "billion", "4", "4"),
        # in so long a text some word would tell its language
        ("Firm 4 billion" + 61 * " zq" + " z", "4", "4 billion"),
        ("Firm 4 billion" + 62 * " zq", "4", "4"),
        ("Ф 4 billion", "4", "4"),
        ("この村の病気の牛は4千頭だった。", "4", "4千"),
        ("この村の病気の牛は4頭以上だった。", "4頭", "4頭以上"),
        ("この村の病気の牛は4頭以上だった。", "4", "4"),
        ("この村の牛は最大4頭だった。", "4頭", "最大4頭"),
        ("この村の牛は最大40頭だった。", "40頭", "最大40頭"),
        ("この村の病気の牛以上だった。", "牛", "牛"),
        ("4頭以上だった、この村の病気の牛は。", "4頭", "4頭以上"),
        ("It took fewer than the least 4 cows of it.", "4 cows", "4 cows"),
    ],
)
def test_a_passage_is_extended_by_what_belongs_to_the_number_at_its_ends(
    text: str, passage: str, whole: str
) -> None:
    start = text.index(passage)
    low, high = number_around(text, start, start + len(passage))

    assert text[low:high] == whole


def test_one_place_where_the_number_is_whole_is_enough() -> None:
    text = "Fewer than 4 cows were ill, he said. She said that 4 cows were ill."

    anchor = locate("4 cows were ill", text)

    assert (anchor.fit, anchor.start) == (Fit.VERBATIM, text.rindex("4 cows"))


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("It rained for 4 […] said the miller", "It rained for 4 billion years, said the miller."),
        ("The baker sold […] 4 cows were ill", "The baker sold bread. At most 4 cows were ill."),
        ("4 cows were […] sold in May", "Fewer than 4 cows were bought and sold in May."),
    ],
)
def test_an_omission_may_not_leave_it_out(quote: str, text: str) -> None:
    assert locate(quote, text).fit is Fit.ALTERED


@pytest.mark.parametrize(
    "quote",
    [
        Quote("the mill cost them", suffix=" 4"),
        Quote("was what the mill cost", prefix="4 crowns "),
    ],
)
def test_what_stands_beside_a_quotation_may_not_leave_it_out_either(quote: Quote) -> None:
    text = "They say the mill cost them 4 billion crowns; minus 4 crowns was what the mill cost."

    assert locate(quote, text).fit is Fit.ALTERED


def test_a_number_in_words_is_asked_about() -> None:
    text = "The firm made a loss of four billion crowns."

    assert with_cut(locate("a loss of four", text), text).cut


def test_a_passage_is_extended_by_the_words_of_its_numbers() -> None:
    text = "It rained for at least 4 days, and cost 4 billion crowns."
    start, end = text.index("4 days"), text.index(" billion")

    low, high = number_around(text, start, end)

    assert text[low:high] == "at least 4 days, and cost 4 billion"
