"""Rates, multiples and decades in words, by language."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor.figures import figures_in
from claimcheck.anchor.rates import DECADE, TIMES
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
