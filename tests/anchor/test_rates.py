"""Rates, multiples and decades in words, by language."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor.figures import figures_in
from claimcheck.anchor.rates import DECADE, TIMES, rates_in
from claimcheck.anchor.shares import SHARE
from support.facts import facts_of_figures
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SENTENCES = {
    "One in five pupils had no book.": ("One in five", 20, SHARE),
    "Nine out of ten patients of the house are well.": ("Nine out of ten", 90, SHARE),
    "Jeder fünfte Schüler hat kein Buch, und das ist schlecht.": ("Jeder fünfte", 20, SHARE),
    "Un élève sur cinq n’a pas de livre à la maison.": ("Un élève sur cinq", 20, SHARE),
    "Tres de cada cuatro vecinos no tienen libro.": ("Tres de cada cuatro", 75, SHARE),
    "Due abitanti su cinque non hanno un libro.": ("Due abitanti su cinque", 40, SHARE),
    "Um em cada cinco alunos não tem livro.": ("Um em cada cinco", 20, SHARE),
    "Een op de vijf leerlingen heeft geen boek.": ("Een op de vijf", 20, SHARE),
    "Co piąty uczeń nie ma książki, a to jest źle.": ("Co piąty", 20, SHARE),
    "Каждый пятый ученик не имеет книги, и это плохо.": ("Каждый пятый", 20, SHARE),
    "Var femte elev har ingen bok, och det är illa.": ("Var femte", 20, SHARE),
    "五分之一的学生没有书。": ("五分之一", 20, SHARE),
    "生徒の5人に1人が本を持っていない。": ("5人に1人", 20, SHARE),
    "The price of the book tripled.": ("tripled", 300, TIMES),
    "The price is three times as high as it was.": ("three times", 300, TIMES),
    "The price of the book was halved.": ("halved", 50, TIMES),
    "Der Preis hat sich in der Stadt verdoppelt.": ("verdoppelt", 200, TIMES),
    "Le prix du livre a été multiplié par trois.": ("multiplié par trois", 300, TIMES),
    "El precio del libro se duplicó.": ("duplicó", 200, TIMES),
    "Il prezzo del libro è raddoppiato.": ("raddoppiato", 200, TIMES),
    "Цена книги выросла вдвое, и это не всё.": ("вдвое", 200, TIMES),
    "Priset på boken har fördubblats.": ("fördubblats", 200, TIMES),
    "It closed in the 1970s, as they all did.": ("1970s", 197000, DECADE),
    "It closed in the seventies, as they all did.": ("the seventies", 197000, DECADE),
    "Es schloss in den siebziger Jahren, wie alle.": ("siebziger Jahren", 197000, DECADE),
    "Il a fermé dans les années 70, comme tous.": ("années 70", 197000, DECADE),
    "Cerró en los años setenta, como todos.": ("años setenta", 197000, DECADE),
    "Chiuse negli anni ’70, come tutti.": ("anni ’70", 197000, DECADE),
    "Он закрылся в семидесятые годы, как и все.": ("семидесятые годы", 197000, DECADE),
    "Det stängde på sjuttiotalet, och så var det.": ("sjuttiotalet", 197000, DECADE),
    "Half a dozen of the houses burned.": ("Half a dozen", 600, ""),
    "Une vingtaine de bateaux ont coulé dans le port.": ("vingtaine", 2000, ""),
    "The nine-member council met in the town.": ("nine", 900, ""),
    "Der neunköpfige Rat tagte in der Stadt.": ("neunköpfige", 900, ""),
}


@pytest.mark.parametrize("text", SENTENCES)
def test_one_figure_is_read(text: str) -> None:
    (figure,) = figures_in(text)

    written = text[figure.start : figure.end]
    percent = int((100 * figure.value).quantize(Decimal(1)))
    assert (written, percent, figure.unit) == SENTENCES[text]


def test_all_that_is_read_of_rates(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / "anchor-rates.txt", facts_of_figures(SENTENCES))


@pytest.mark.parametrize(
    "text",
    [
        "In his forties he left the town.",
        "In his 40s he left the town.",
        "Утром он ушёл из города и не вернулся.",
        "Once he had left the town, it was quiet.",
        "The one in the corner is mine.",
    ],
)
def test_ages_mornings_and_pronouns_are_none(text: str) -> None:
    assert not figures_in(text)


# Texts of a language, each with several rates or what is like one.
BY_LANGUAGE = {
    "Chinese": [
        "八十年代，80年代、1990年代和二〇一〇年代。",
        "学生的五分之五和五分之二的学生没有书。",
        "十分之三の",
        "５人に１人",
        "5人中有1人没有书",
        "100分之15的人",
    ],
    "Japanese": [
        "生徒の5人に1人が、70年代に。",
        "三分の一の学校",
    ],
    "German": [
        "Jeder fünfte Schüler und JEDE Dritte Frau.",
        "Zwei von drei Kindern, fünf von fünf, sechs von zwei.",
        "der dreiköpfige Rat und ein sechswöchiger Prozess",
        "in den achtziger Jahren, in den 1970er Jahren",
        "dreimal so viel, zehnmal, halbiert",
    ],
    "French": [
        "dans les années quatre-vingt et quatre-vingt-dix, les années soixante-dix, vingt",
        "deux élèves sur trois, un sur mille",
        "Les prix ont doublé; multipliés par un, par dix",
    ],
    "English": [
        "one in five, nine out of every ten pupils of the town, 5 in 5, one in one thousand",
        "3 in 1,000, 3 in 1000, 0 in 5, zero times",
        "in the early nineties, the ’80s, the mid-1970s and the nineteen-sixties",
        "three times a year, three times as many, once, one times, ten-fold, halved",
        "one in ten days",
        "12 out of 13 of the boats, 999 in 1000",
        "half an hour",
    ],
    "Spanish": [
        "uno de cada cinco vecinos, los años setenta, en los sesenta, multiplicado por cuatro",
    ],
    "Russian": [
        "каждый второй житель, в девяностые годы, в три раза, вдвое",
    ],
    "Polish": [
        "co drugi mieszkaniec, w latach dziewięćdziesiątych, dwukrotnie, trzy razy",
    ],
    "Danish": [
        "hver femte elev, tre ud af fire, i 70'erne, i halvfemserne, fordoblet",
    ],
    "Swedish": [
        "var tredje elev, två av tre, på 70-talet, på nittiotalet, tre gånger",
    ],
    "Norwegian": [
        "hver tiende elev, på 1990-tallet, på syttitallet, tre ganger",
    ],
    "Italian": [
        "due su tre, negli anni settanta, il doppio, per tre volte",
    ],
    "Portuguese": [
        "dois em cada três alunos, nos anos oitenta, triplicou, quatro vezes",
    ],
    "Dutch": [
        "twee op de drie, in de jaren zeventig, driemaal, vier keer",
    ],
    "Klingon": [
        "one in five",
    ],
    "": [
        "one in five",
    ],
}


def rates_of(language: str, text: str, start: int, end: int) -> list[str]:
    return [
        f"  {text[rate.start : rate.end]!r}: {rate.value:.4f} {rate.unit}, {rate.noun!r}"
        for rate in rates_in(text, start, end, language)
    ]


def test_all_rates_of_a_language(golden: Callable[[Path, str], None]) -> None:
    lines = []
    for language, texts in BY_LANGUAGE.items():
        for text in texts:
            lines += [f"{language}: {text}", *rates_of(language, text, 0, len(text))]

    golden(GOLDEN / "anchor-rates-by-language.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("English", "One in \u017fix pupils, and \u017fix times as many."),
        ("English", "1 times as many, and 0 times."),
        ("Chinese", "5分之0的人"),
    ],
)
def test_what_is_no_rate_is_none(language: str, text: str) -> None:
    assert not list(rates_in(text, 0, len(text), language))


def test_only_the_rates_of_a_stretch_are_read() -> None:
    for language, texts in BY_LANGUAGE.items():
        for text in texts:
            alone = rates_of(language, text, 0, len(text))
            start = len(text) + 2
            beside = rates_of(language, f"{text}, {text}, {text}", start, start + len(text))
            assert beside == alone, text
            for end in range(len(text)):
                assert all(rate.end <= end for rate in rates_in(text, 0, end, language)), text
