"""Sentences in words of their own: their small numbers, and the first letters of quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.article import FigureState, QuotationState

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.articles import Judge

SOURCES = {
    "en": "On Tuesday the council met. Three ferries sank in the storm, and two sailors drowned. "
    "It lasted four hours. “We have seen nothing,” said Moor. The second ferry belongs to Oslo. "
    "Turkish workers repair the ferries, "
    "and most Turkish workers live in Oslo. Two thirds of the members voted; half of the houses "
    "burned. A quarter of the money is gone.",
    "limits": "Fewer than 40 people drowned. At least 70 houses burned.",
    "limites": "412 bateaux ont coulé dans la tempête, dit la police de la ville.",
    "court": "The report was filed on 04/05/2021 at the court.",
    "bank": "The net income of the bank was -5 million dollars, which is less than before.",
    "units": "The lorry drove at 90 mph with its wood. The rate rose by 50 basis points in May. "
    "The bag weighed 5 lb. The wall is 3 m high.",
    "school": "One in five pupils has no desk at home. The school was built in 1974, and since "
    "then the number of classes has doubled. The six-week strike of nine cooks was the second "
    "one. About a dozen windows broke.",
    "Schule": "Jeder fünfte Schüler hat zu Hause keinen Tisch. Die Schule wurde in den siebziger "
    "Jahren gebaut. Der neunköpfige Rat der Schüler tagte, und die Zahl der Klassen hat sich "
    "verdoppelt.",
    "école": "Dans cette école, un élève sur cinq n’a pas de table à la maison. Une vingtaine de "
    "maîtres y travaillent, et le nombre des classes a doublé dans les années 1970.",
    "de": "Am Dienstag tagte der Rat. Drei Fähren sanken im Sturm, und zwei Matrosen ertranken. "
    "Er dauerte vier Stunden. Die Hälfte der Häuser brannte, ein Drittel der Stadt.",
    "ru": "Совет собрался во вторник. Три парома затонули в шторм, и два матроса утонули там. "
    "Шторм был в мае 2019 года и длился четыре часа.",
    "pl": "Rada zebrała się we wtorek. Trzy promy zatonęły w sztormie, a było to w maju 2019 roku. "
    "Sztorm trwał cztery godziny.",
}
BOUND, CONTRADICTED = FigureState.BOUND, FigureState.CONTRADICTED
ROUNDED = FigureState.ROUNDED


@pytest.mark.parametrize(
    ("language", "sentence", "state"),
    [
        ("en", "In the storm two sailors lost their lives.", BOUND),
        ("units", "The lorry went at 90 km/h.", CONTRADICTED),
        ("limits", "More than 40 people drowned.", CONTRADICTED),
        ("limits", "No more than 40 people drowned.", BOUND),
        ("limits", "At most 70 houses burned.", CONTRADICTED),
        ("limits", "No fewer than 70 houses burned.", BOUND),
        ("limites", "Selon la police, au moins 400 bateaux ont coulé.", ROUNDED),
        ("limites", "Selon la police, au moins 420 bateaux ont coulé.", CONTRADICTED),
        ("court", "The court got it on 5 April 2021.", BOUND),
        ("court", "The court got it on 4 May 2021.", BOUND),
        ("court", "The court got it on 6 May 2021.", CONTRADICTED),
        ("units", "The bag weighed 5 pounds.", BOUND),
        ("units", "The wall is 3 km high.", CONTRADICTED),
        ("bank", "The bank made a loss of 5 million dollars.", BOUND),
        ("bank", "The bank made a profit of 5 million dollars.", CONTRADICTED),
        ("units", "The rate rose by 0.5 percentage points.", BOUND),
        ("units", "The rate rose by 50 percentage points.", CONTRADICTED),
        ("en", "In the storm three sailors lost their lives.", CONTRADICTED),
        ("en", "Four of the ferries sank.", CONTRADICTED),
        ("en", "Three of the ferries sank.", BOUND),
        ("en", "In the storm three boats went down.", BOUND),
        ("en", "The second ferry belongs to Oslo.", BOUND),
        ("en", "The third ferry belongs to Oslo.", CONTRADICTED),
        ("en", "Two-thirds of the members went to vote.", BOUND),
        ("en", "Half the houses burned down.", BOUND),
        ("en", "50 percent of the houses burned down.", BOUND),
        ("en", "67% of the members voted.", BOUND),
        ("en", "A third of the members voted.", CONTRADICTED),
        ("en", "Half of the members voted.", CONTRADICTED),
        ("en", "Two thirds of the money is gone.", CONTRADICTED),
        ("en", "A third of the children cried.", FigureState.BARE),
        ("school", "20 percent of the pupils have no desk.", BOUND),
        ("school", "One in three pupils has no desk at home.", CONTRADICTED),
        ("school", "A quarter of the pupils have no desk.", CONTRADICTED),
        ("school", "The school was built in the 1970s.", BOUND),
        ("school", "The school was built in the sixties.", CONTRADICTED),
        ("school", "Now there are twice as many classes.", BOUND),
        ("school", "The number of classes has tripled since.", CONTRADICTED),
        ("school", "The strike took 42 days.", BOUND),
        ("school", "The strike took seven weeks.", CONTRADICTED),
        ("school", "The strike of the cooks took nine weeks.", CONTRADICTED),
        ("school", "It was a strike of eight cooks.", CONTRADICTED),
        ("school", "Some twenty windows broke.", CONTRADICTED),
        ("school", "Twelve windows broke.", BOUND),
        ("Schule", "Der achtköpfige Rat der Schüler tagte.", CONTRADICTED),
        ("Schule", "Jeder dritte Schüler hat keinen Tisch.", CONTRADICTED),
        ("Schule", "20 Prozent der Schüler haben keinen Tisch.", BOUND),
        ("Schule", "In den 1970er Jahren wurde die Schule gebaut.", BOUND),
        ("Schule", "In den 1980er Jahren wurde die Schule gebaut.", CONTRADICTED),
        ("Schule", "Die Zahl der Klassen hat sich verdreifacht.", CONTRADICTED),
        ("école", "Vingt maîtres travaillent à l’école.", BOUND),
        ("école", "Une trentaine de maîtres y travaillent.", CONTRADICTED),
        ("école", "Un élève sur trois n’a pas de table.", CONTRADICTED),
        ("école", "Le nombre des classes a triplé.", CONTRADICTED),
        ("de", "Die Hälfte der Häuser brannte ab.", BOUND),
        ("de", "Ein Drittel der Häuser brannte ab.", CONTRADICTED),
        ("de", "Im Sturm kamen zwei Matrosen um.", BOUND),
        ("de", "Im Sturm kamen drei Matrosen um.", CONTRADICTED),
        ("ru", "В шторм погибли два матроса.", BOUND),
        ("ru", "В шторм погибли три матроса.", CONTRADICTED),
        ("ru", "Шторм был в 2019 году.", BOUND),
        ("ru", "Шторм был в 2018 году.", CONTRADICTED),
        ("pl", "Przez cztery godziny wiało, i to w sztormie.", BOUND),
        ("pl", "Przez pięć godzin trwał ten sztorm.", CONTRADICTED),
        ("pl", "Promy zatonęły w sztormie w 2019 roku.", BOUND),
    ],
)
def test_a_number_is_of_the_thing_that_it_counts(
    state_of: Callable[[str, str], FigureState], language: str, sentence: str, state: FigureState
) -> None:
    assert state_of(SOURCES[language], sentence) is state


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Moor said that “we have seen nothing”.", QuotationState.STANDS),
        ("She wrote: “Sank in the storm, and two sailors drowned.”", QuotationState.STANDS),
        ("It was so that “three ferries sank in the storm”.", QuotationState.STANDS),
        ("It was so that “three Ferries sank in the storm”.", QuotationState.ALTERED),
        ("They wrote that “turkish workers repair the ferries”.", QuotationState.ALTERED),
        ("It was so that “four ferries sank in the storm”.", QuotationState.ALTERED),
    ],
)
def test_a_quotation_may_begin_with_the_other_case_of_its_first_letter(
    judge: Judge, sentence: str, state: QuotationState
) -> None:
    assert [item.state for item in judge(SOURCES["en"], sentence).quotations] == [state]


@pytest.mark.parametrize(
    ("sentence", "turned"),
    [
        ("Turkish workers do not repair the ferries.", True),
        ("Turkish workers refuse to repair the ferries.", True),
        ("Turkish workers do not refuse to repair the ferries.", False),
        ("Turkish workers repair the ferries.", False),
    ],
)
def test_a_denial_that_is_negated_denies_nothing(
    judge: Judge, sentence: str, *, turned: bool
) -> None:
    assert bool(judge(SOURCES["en"], sentence).denials) is turned
