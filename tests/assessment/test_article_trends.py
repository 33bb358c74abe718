"""Figures that go another way in an article: comparisons, pairs of two times, and votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.article import FigureState

if TYPE_CHECKING:
    from support.articles import Judge

BOUND, CONTRADICTED = FigureState.BOUND, FigureState.CONTRADICTED
SOURCES = {
    "weather": "Rainfall in the valley was 21 per cent below the average. The lake stood 1.4 "
    "metres above the mark of the old mill. Daniel Cole won the race in the valley, 37 seconds "
    "ahead of Yusuf Demir. The tower of Norwich cathedral is 12 metres taller than "
    "the tower of Ely.",
    "rates": "The share of pupils who left without a degree fell to 18 per cent, from 22 per cent "
    "in 2020. The clinics treated 14 cases of measles, against 5 at the same time last year. "
    "The deficit of the state is 1.9 billion crowns smaller than a year before.",
    "votes": "The motion on the lower speed limit was lost by nine votes to three. The motion on "
    "the new roof of the pavilion was carried, seven votes to four, one abstaining.",
    "de": "Die Gewerbesteuer brachte der Stadt ein Minus von 8,3 Prozent. Der Stadtrat lehnte die "
    "höhere Grundsteuer der Stadt mit 26 zu 14 Stimmen ab. Der Dünger ist in der Stadt 15 Prozent "
    "teurer geworden. Der Kreistag stimmte dem Plan mit 33 zu 19 Stimmen zu. Mit dem Bus fuhren "
    "in der Stadt 6 Prozent mehr als im Jahr davor.",
    "fr": "La nappe de la plaine se situe 1,4 mètre au-dessous de son niveau moyen.",
    "es": "El salario de las mujeres en la ciudad fue un 12 % inferior al de los hombres.",
    "it": "Il canone degli alloggi della città è superiore del 4 % alla media. Il prezzo del pane "
    "nella città è il 9 % più alto di un anno fa.",
    "dues": "In ten years the dues of the club rose from 12 to 15 euros.",
    "pt": "No mercado, o preço da energia desceu de 87 euros, em 2023, para 61 euros este ano.",
    "nl": "De kunstmest in de stad is in een jaar 15 procent duurder geworden.",
}


@pytest.mark.parametrize(
    ("source", "sentence", "states"),
    [
        ("weather", "Rainfall was 21 per cent above the average.", [CONTRADICTED]),
        ("weather", "Rainfall was 21 per cent lower than on average.", [BOUND]),
        ("weather", "The lake stood 1.4 metres below the mark of the mill.", [CONTRADICTED]),
        ("weather", "Daniel Cole finished the race 37 seconds behind Demir.", [CONTRADICTED]),
        ("weather", "In the race Demir came in 37 seconds behind Daniel Cole.", [BOUND]),
        ("weather", "Yusuf Demir won the race, 37 seconds ahead of Daniel Cole.", [CONTRADICTED]),
        ("weather", "The tower of Ely is 12 metres shorter than Norwich cathedral.", [BOUND]),
        ("rates", "The share of pupils without a degree rose to 22 per cent.", [CONTRADICTED]),
        ("rates", "The share of pupils without a degree fell to 18 per cent.", [BOUND]),
        ("rates", "The cases of measles in the clinics fell to 14.", [CONTRADICTED]),
        ("rates", "The cases of measles in the clinics rose to 14.", [BOUND]),
        ("rates", "The deficit is 1.9 billion crowns larger than a year before.", [CONTRADICTED]),
        ("rates", "A year before, the deficit had been 1.9 billion crowns larger.", [BOUND]),
        ("rates", "The state has a deficit 1.9 billion crowns lower than before.", [BOUND]),
        ("votes", "The motion on the limit was carried by nine votes to three.",
         [CONTRADICTED, BOUND]),
        ("votes", "The motion on the limit failed by nine votes to three.", [BOUND, BOUND]),
        ("votes", "They rejected the new roof of the pavilion by seven votes to four.",
         [CONTRADICTED, BOUND]),
        ("votes", "They approved the new roof of the pavilion by seven votes to four.",
         [BOUND, BOUND]),
        ("dues", "In ten years the dues of the club fell by three euros.", [BOUND, CONTRADICTED]),
        ("dues", "In ten years the dues of the club rose by three euros.", [BOUND, BOUND]),
        ("dues", "Ten years ago the dues of the club were three euros lower.", [BOUND, BOUND]),
        ("de", "Die Gewerbesteuer der Stadt stieg um 8,3 Prozent.", [CONTRADICTED]),
        ("de", "Die Gewerbesteuer der Stadt sank um 8,3 Prozent.", [BOUND]),
        ("de", "Der Stadtrat beschloss die höhere Grundsteuer mit 26 zu 14 Stimmen.",
         [CONTRADICTED, BOUND]),
        ("de", "Der Kreistag lehnte den Plan mit 33 zu 19 Stimmen ab.", [CONTRADICTED, BOUND]),
        ("de", "Der Kreistag nahm den Plan mit 33 zu 19 Stimmen an.", [BOUND, BOUND]),
        ("de", "In der Stadt fuhren 6 Prozent weniger Fahrgäste mit dem Bus als zuvor.",
         [CONTRADICTED]),
        ("de", "Mit 26 zu 14 Stimmen scheiterte die höhere Grundsteuer im Stadtrat.",
         [BOUND, BOUND]),
        ("de", "In der Stadt ist der Dünger 15 Prozent billiger geworden.", [CONTRADICTED]),
        ("fr", "La nappe de la plaine se situe 1,4 mètre au-dessus de son niveau moyen.",
         [CONTRADICTED]),
        ("es", "El salario de las mujeres fue un 12 % superior al de los hombres.",
         [CONTRADICTED]),
        ("it", "Il prezzo del pane nella città è il 9 % più basso di un anno fa.", [CONTRADICTED]),
        ("pt", "No mercado, o preço da energia subiu para 61 euros este ano.", [CONTRADICTED]),
        ("nl", "De kunstmest in de stad is 15 procent goedkoper geworden.", [CONTRADICTED]),
    ],
)  # fmt: skip
def test_a_figure_is_told_that_goes_another_way(
    judge: Judge, source: str, sentence: str, states: list[FigureState]
) -> None:
    assert [figure.state for figure in judge(SOURCES[source], sentence).figures] == states


@pytest.mark.parametrize(
    "sentence",
    [
        "The motion on the lower speed limit failed by three votes to nine.",
        "The motion on the lower speed limit was defeated by nine votes to three.",
    ],
)
def test_a_motion_that_failed_was_lost(judge: Judge, sentence: str) -> None:
    assert judge(SOURCES["votes"], sentence).denials == ()
