"""Parts, halves, scales, bounds and units that a source writes otherwise, by language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.article import FigureState

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.articles import Judge

SOURCES = {
    "en": "The new roof of the school cost 40,000 pounds, of which the parish gave a quarter. "
    "The parish sold five bells, one of them cracked. The choir shrank by a third.",
    "de": "Das neue Dach der Schule kostete 40.000 Euro, und die Gemeinde gab ein Viertel.",
    "fr": "Le nouveau toit de l’école a coûté 40 000 euros, et la commune en a donné la moitié. "
    "L’évêque a payé 20 % de la cloche.",
    "es": "El nuevo tejado de la escuela costó 40.000 euros, y el pueblo pagó tres cuartos de "
    "esa suma. La casa del cura tiene tres cuartos.",
    "it": "Il nuovo tetto della scuola è costato 40.000 euro, e il comune ne ha pagato un quarto.",
    "pt": "O novo telhado da escola custou 40.000 euros. A aldeia pagou três quartos desse valor.",
    "nl": "Het nieuwe dak van de school kostte 40.000 euro, en het dorp betaalde een kwart.",
    "sv": "Skolans nya tak kostade 4 miljoner kronor, och byn betalade en femtedel.",
}
BARE, BOUND, CONTRADICTED = FigureState.BARE, FigureState.BOUND, FigureState.CONTRADICTED
ROUNDED = FigureState.ROUNDED


@pytest.mark.parametrize(
    ("language", "sentence", "state"),
    [
        ("en", "The parish gave 25 percent of the cost of the roof.", BOUND),
        ("en", "The parish gave a quarter of the cost of the roof.", BOUND),
        ("en", "The parish gave a third of the cost of the roof.", CONTRADICTED),
        ("en", "A fifth of the bells of the parish was cracked.", BARE),
        ("en", "Half of the windows of the school are new.", BARE),
        ("de", "Die Gemeinde zahlte 25 Prozent des Daches der Schule.", BOUND),
        ("de", "Die Gemeinde zahlte ein Drittel des Daches der Schule.", CONTRADICTED),
        ("fr", "La commune a donné 50 % du toit de l’école.", BOUND),
        ("fr", "La commune a donné un quart du toit de l’école.", CONTRADICTED),
        ("fr", "L’évêque a payé un cinquième du prix de la cloche, et non pas nous.", BOUND),
        ("fr", "L’évêque a payé un tiers de la cloche, et non pas nous.", CONTRADICTED),
        ("es", "El pueblo pagó el 75 % del tejado de la escuela.", BOUND),
        ("es", "El pueblo pagó la mitad del tejado de la escuela.", CONTRADICTED),
        ("es", "La mitad de la casa del cura está en ruinas.", BARE),
        ("it", "Il comune ha pagato il 25 per cento del tetto.", BOUND),
        ("it", "Il comune ha pagato un terzo del tetto della scuola.", CONTRADICTED),
        ("pt", "A aldeia pagou 75% do telhado da escola.", BOUND),
        ("pt", "A aldeia pagou metade do telhado da escola.", CONTRADICTED),
        ("nl", "Het dorp betaalde 25 procent van het dak van de school.", BOUND),
        ("nl", "Het dorp betaalde een derde van het dak van de school.", CONTRADICTED),
        ("sv", "Byn betalade 20 procent för skolans tak.", BOUND),
        ("sv", "Byn betalade en fjärdedel av taket på skolan.", CONTRADICTED),
    ],
)
def test_a_part_in_words_is_a_percentage(
    judge: Judge,
    language: str,
    sentence: str,
    state: FigureState,
) -> None:
    article = judge(SOURCES[language], sentence)
    assert {figure.state for figure in article.figures} == {state}


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Taket kostade 4 miljoner kronor.", "Ingen talade om taket och de 4 miljonerna."),
        ("Taket kostede 4 millioner kroner.", "Ingen talte om taket og de 4 millionerne."),
        ("Taket kostet 4 milliarder kroner.", "Ingen snakket om taket og de 4 milliardene."),
    ],
)
def test_a_scale_may_be_definite(
    state_of: Callable[[str, str], FigureState], source: str, sentence: str
) -> None:
    assert state_of(source, sentence) is BOUND


PLANT = "The plant gave 31,500 MWh last year. Its wall is 70 centimetres thick and 1.4 km long. "
PLANT += "The crane lifts 2.5 tonnes, and the tank holds 900 litres."
KRAFTWERK = "Das Kraftwerk lieferte 31.500 Megawattstunden. Seine Mauer ist 70 Zentimeter dick."
USINE = "L’usine a fourni 31 500 mégawattheures. Son mur a 70 centimètres d’épaisseur."


@pytest.mark.parametrize(
    ("source", "sentence", "state"),
    [
        (PLANT, "The plant gave 31.5 million kWh last year.", BOUND),
        (PLANT, "The plant gave 31.5 gigawatt hours last year.", BOUND),
        (PLANT, "The plant gave about 32 million kilowatt-hours.", ROUNDED),
        (PLANT, "The plant gave 31,500 kWh last year.", CONTRADICTED),
        (PLANT, "The wall of the plant is 0.7 metres thick.", BOUND),
        (PLANT, "The wall of the plant is 70 metres thick.", CONTRADICTED),
        (PLANT, "The wall of the plant is 1,400 metres long.", BOUND),
        (PLANT, "The wall of the plant is 1.4 metres long.", CONTRADICTED),
        (PLANT, "The crane lifts 2,500 kilograms.", BOUND),
        (PLANT, "The crane lifts 2.5 kilograms.", CONTRADICTED),
        (PLANT, "The tank holds nine hectolitres.", BOUND),
        (KRAFTWERK, "Das Kraftwerk lieferte 31,5 Millionen Kilowattstunden.", BOUND),
        (KRAFTWERK, "Das Kraftwerk lieferte 31.500 Kilowattstunden.", CONTRADICTED),
        (KRAFTWERK, "Die Mauer ist 0,7 Meter dick.", BOUND),
        (USINE, "L’usine a fourni 31,5 gigawattheures, et le mur est là.", BOUND),
        (USINE, "L’usine a fourni 31 500 kilowattheures, et le mur est là.", CONTRADICTED),
        (USINE, "Le mur de l’usine a 70 mètres d’épaisseur.", CONTRADICTED),
    ],
)
def test_a_unit_may_have_another_prefix(
    state_of: Callable[[str, str], FigureState], source: str, sentence: str, state: FigureState
) -> None:
    assert state_of(source, sentence) is state


FLEET = (
    "The depot washed 18,340 buses last year. In the year before 17,920 were washed. It has 61 "
    "cleaners. In 2019 there were 57 cleaners. The number of late buses of the depot fell from "
    "95 to 42."
)


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("Bus numbers at the depot rose, from 17,920 to 18,340.", {BOUND}),
        ("Cleaners and late workers: their number went from 57 to 61.", {BOUND}),
        ("The number of late buses of the depot went from 95 to 42.", {BOUND}),
        ("Cleaners and late workers: their number went from 51 to 67.", {CONTRADICTED}),
        ("The number of late buses of the depot went from 59 to 42.", {CONTRADICTED, BOUND}),
    ],
)
def test_both_figures_of_a_pair_may_stand_apart(
    judge: Judge, sentence: str, states: set[FigureState]
) -> None:
    assert {figure.state for figure in judge(FLEET, sentence).figures} == states


HALLE = "Die neue Halle ist 2.750 Quadratmeter groß. Der Rat beschloss sie am 6. März 2024."
HAL = "De hal is 2.750 vierkante meter groot. De raad besloot ertoe op 6 maart 2024."
SALA = "La sala misura 2.750 metri quadrati. Il consiglio la approvò il 6 marzo 2024."


@pytest.mark.parametrize(
    ("source", "sentence", "state"),
    [
        (HALLE, "Die Halle hat eine Fläche von 2750 m².", BOUND),
        (HALLE, "Die Halle hat eine Fläche von 2570 m².", CONTRADICTED),
        (HAL, "De nieuwe hal beslaat 2750 m².", BOUND),
        (HAL, "De raad besloot tot de hal op 6-3-2024.", BOUND),
        (HAL, "De raad besloot tot de hal op 06-03-2024.", BOUND),
        (HAL, "De raad besloot tot de hal op 9-3-2024.", CONTRADICTED),
        (SALA, "La nuova sala ha una superficie di 2750 m².", BOUND),
    ],
)
def test_square_metres_and_days_may_be_written_in_signs(
    state_of: Callable[[str, str], FigureState], source: str, sentence: str, state: FigureState
) -> None:
    assert state_of(source, sentence) is state


SALES = "Sales of the mill rose from 4.6 to 7.1 million pounds."
LOAVES = "Sales reached 7.1 million pounds, and 3.4 million loaves were baked."


@pytest.mark.parametrize(
    ("source", "sentence", "states"),
    [
        (SALES, "Sales of the mill: 7.1 million pounds, and 4.6 million before.", [BOUND] * 2),
        (LOAVES, "The mill baked 3.4 million loaves.", [BOUND]),
        (LOAVES, "Sales of loaves came to 3.4 million pounds.", [CONTRADICTED]),
    ],
)
def test_a_unit_may_be_written_once_for_two_sums(
    judge: Judge,
    source: str,
    sentence: str,
    states: list[FigureState],
) -> None:
    assert [figure.state for figure in judge(source, sentence).figures] == states


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        (
            "At noon we counted 85 buses at the depot. [own reporting: the desk]",
            FigureState.DECLARED,
        ),
        ("The depot washed 18,340 buses last year. [own reporting: the desk]", BOUND),
        ("The depot washed 18,430 buses last year.", CONTRADICTED),
    ],
)
def test_what_an_article_reports_itself_is_not_held_against_its_source(
    state_of: Callable[[str, str], FigureState], sentence: str, state: FigureState
) -> None:
    assert state_of(FLEET, sentence) is state


BAUZEIT = "Die Bauzeit beträgt dreieinhalb Jahre."
CONTO = "Il conto sarebbe di 3,5 milioni di euro."


@pytest.mark.parametrize(
    ("source", "sentence", "state"),
    [
        (BAUZEIT, "Die Bauzeit beträgt 3,5 Jahre.", BOUND),
        (BAUZEIT, "Die Bauzeit beträgt 2,5 Jahre.", CONTRADICTED),
        (CONTO, "Il conto sarebbe di tre milioni e mezzo di euro.", BOUND),
        (CONTO, "Il conto sarebbe di due milioni e mezzo di euro.", CONTRADICTED),
    ],
)
def test_halves_in_words_are_read(
    state_of: Callable[[str, str], FigureState], source: str, sentence: str, state: FigureState
) -> None:
    assert state_of(source, sentence) is state


POISONINGS = "In 2024 there were 398 poisonings in the region, and four-fifths of them were mild."
CHOIR = "L'ensemble compte 42 choristes ; un tiers d'entre eux ne lisaient pas la musique."
PICKERS = "On a embauché 4 800 saisonniers. Les deux tiers venaient d'Espagne ou de Bulgarie."
UMSATZ = "Der Umsatz stieg auf 1.284 Millionen Euro. Ein Viertel des Umsatzes entfiel auf Asien."
SPIRE = "L'incendie a détruit la flèche, construite au XIXe siècle."


@pytest.mark.parametrize(
    ("source", "sentence", "state"),
    [
        (
            POISONINGS,
            "There were nearly 400 poisonings in the region in 2024.",
            ROUNDED,
        ),
        (POISONINGS, "There were over 400 poisonings in the region in 2024.", CONTRADICTED),
        (POISONINGS, "Of the poisonings in the region 80 percent were mild.", BOUND),
        (CHOIR, "La moitié des choristes ne lisaient pas la musique à leur arrivée.", CONTRADICTED),
        (CHOIR, "Un tiers des choristes ne lisaient pas la musique à leur arrivée.", BOUND),
        (PICKERS, "Les trois quarts des saisonniers étaient venus d'Espagne.", CONTRADICTED),
        (UMSATZ, "Ein Drittel des Konzernumsatzes entfiel auf Asien.", CONTRADICTED),
        (UMSATZ, "Ein Viertel des Konzernumsatzes entfiel auf Asien.", BOUND),
        (SPIRE, "La flèche, détruite par l'incendie, datait du XIXe siècle.", BOUND),
        (SPIRE, "La flèche, détruite par l'incendie, datait du XVIIIe siècle.", CONTRADICTED),
    ],
)
def test_bounds_shares_in_one_word_and_centuries_are_compared(
    judge: Judge, source: str, sentence: str, state: FigureState
) -> None:
    assert judge(source, sentence).figures[0].state is state
