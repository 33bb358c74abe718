"""Figures in running text: what they are worth, and of what."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.anchor.figures import figures_in
from support.facts import facts_of_figures
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CASES = {
    "about 1.2 million people": [("1.2 million", "1200000", "number", "")],
    "It cost €1,200.50 in all.": [("€1,200.50", "1200.50", "money", "€")],
    "It cost $3.5bn in all.": [("$3.5bn", "3500000000", "money", "$")],
    "Das kostete 1.200 Euro für alle.": [("1.200 Euro", "1200", "money", "€")],
    "Es waren 3,5 Mio. Euro für die Stadt.": [("3,5 Mio. Euro", "3500000", "money", "€")],
    "14 % of it, or 2 percentage points": [
        ("14 %", "14", "percent", "%"),
        ("2 percentage points", "2", "percent", "pp"),
    ],
    "twenty-three people in two hundred and five homes": [
        ("twenty-three", "23", "number", ""),
        ("two hundred and five", "205", "number", ""),
    ],
    "Es waren dreiundzwanzig Kinder und die Eltern.": [("dreiundzwanzig", "23", "number", "")],
    "Il y avait quatre-vingt-dix-sept personnes dans la salle.": [
        ("quatre-vingt-dix-sept", "97", "number", "")
    ],
    "on 4 May 2021 and in 2019": [
        ("4 May 2021", "20210504", "date", ""),
        ("2019", "2019", "year", ""),
    ],
    "el 4 de mayo de 2021": [("4 de mayo de 2021", "20210504", "date", "")],
    "2021年5月4日に23人が負傷した。": [
        ("2021年5月4日", "20210504", "date", ""),
        ("23", "23", "number", ""),
    ],
    "10–12 km": [("10", "10", "measure", "km"), ("12 km", "12", "measure", "km")],
    "at 2:30 p.m. it was -5 °C": [
        ("2:30 p.m.", "870", "time", ""),
        ("-5 °C", "-5", "measure", "°C"),
    ],
    "w maju 2019 roku": [("2019", "2019", "year", "")],
    "в мае 2019 года, 3 года": [
        ("2019", "2019", "year", ""),
        ("3 года", "3", "measure", "yr"),
    ],
    "4 godziny, 5 днів": [
        ("4 godziny", "4", "measure", "h"),
        ("5 днів", "5", "measure", "d"),
    ],
    "85,4 M€ et 2 Md€": [
        ("85,4 M€", "85400000", "money", "€"),
        ("2 Md€", "2000000000", "money", "€"),
    ],
    "Die Leute warten sieben statt neun Tage auf den Arzt.": [
        ("sieben", "7", "measure", "d"),
        ("neun Tage", "9", "measure", "d"),
    ],
    "between 120 and 150 million dollars": [
        ("120", "120000000", "money", "$"),
        ("150 million dollars", "150000000", "money", "$"),
    ],
    "between 800,000 and 1.5 million people": [
        ("800,000", "800000", "number", ""),
        ("1.5 million", "1500000", "number", ""),
    ],
    "at 4.30 a.m. and at 16.30 Uhr": [
        ("4.30 a.m.", "270", "time", ""),
        ("16.30", "990", "time", ""),
    ],
    "The hospital had spent much less on its doctors in 2021: 2.1\nmillion pounds.": [
        ("2021", "2021", "year", ""),
        ("2.1\nmillion pounds", "2100000", "money", "£"),
    ],
    "In november 14 balen en in mei 9 balen.": [
        ("14", "14", "number", ""),
        ("9", "9", "number", ""),
    ],
    "Il mulino ha macinato 46 quintali di grano.": [("46 quintali", "46", "measure", "q")],
    "Le prix a atteint le double.": [("le double", "2", "measure", "times")],
    "It costs thirty cents more, and once cost $2.": [
        ("thirty cents", "0.30", "money", "$"),
        ("$2", "2", "money", "$"),
    ],
    "Das sind 30 Cent mehr als heute.": [("30 Cent", "0.30", "money", "€")],
    "Le kilo a augmenté de 60 centimes dans le port.": [("60 centimes", "0.60", "money", "€")],
    "They cost 50 pence, or 45 cents (€0.45).": [
        ("50 pence", "0.50", "money", "£"),
        ("45 cents", "0.45", "money", "€"),
        ("€0.45", "0.45", "money", "€"),
    ],
    "La tessera costa 46 euro invece di 52.": [
        ("46 euro", "46", "money", "€"),
        ("52", "52", "money", "€"),
    ],
    "I lavori sono costati 126 milioni di euro, contro gli 89 del piano.": [
        ("126 milioni di euro", "126000000", "money", "€"),
        ("89", "89000000", "money", "€"),
    ],
    "The walk took 2 hours and 40 minutes, and not 3 hours.": [
        ("2 hours and 40 minutes", "160", "measure", "min"),
        ("3 hours", "3", "measure", "h"),
    ],
    "Calls fell by more than a quarter in the third year.": [
        ("a quarter", "0.25", "measure", "share"),
        ("third", "3", "ordinal", ""),
    ],
    "They sold two thousand and five boats, and three and four of them sank.": [
        ("two thousand and five", "2005", "number", ""),
        ("three", "3", "number", ""),
        ("four", "4", "number", ""),
    ],
    "It had one hundred and twenty-three thousand four hundred people in it.": [
        ("one hundred and twenty-three thousand four hundred", "123400", "number", "")
    ],
    "Das dauerte anderthalb Jahre und kostete zweieinhalb Millionen Euro.": [
        ("anderthalb Jahre", "1.5", "measure", "yr"),
        ("zweieinhalb Millionen Euro", "2500000", "money", "€"),
    ],
    "Es kamen anderthalb Boote, und drieëinhalb gibt es nicht.": [
        ("anderthalb", "1.5", "number", "")
    ],
    "at 31/12/2021 and not at 45/12/2021": [
        ("31/12/2021", "20211231", "date", ""),
        ("45", "45", "number", ""),
        ("12", "12", "number", ""),
        ("2021", "2021", "year", ""),
    ],
    "Page 12\nMinutes of the meeting": [("12", "12", "number", "")],
    "2023-10\tCarrick\t5120": [
        ("2023-10", "20231000", "date", ""),
        ("5120", "5120", "number", ""),
    ],
    "for twenty-six years, seventeen of them here, until 14 March.": [
        ("twenty-six years", "26", "measure", "yr"),
        ("seventeen", "17", "number", ""),
        ("14 March", "314", "date", ""),
    ],
    "in the winter of 2010-11 it froze": [
        ("2010", "2010", "year", ""),
        ("11", "11", "number", ""),
    ],
    "The walk took 2 hours and 0 minutes.": [
        ("2 hours", "2", "measure", "h"),
        ("0 minutes", "0", "measure", "min"),
    ],
    "It costs thirty cents more than it did.": [("thirty cents", "0.30", "money", "$")],
    "Das Boot kam nach 14 Metern zum Halt, und das war gut.": [("14 Metern", "14", "measure", "m")],
    "A third, the Osprey, was late.": [("third", "3", "ordinal", "")],
    "It was the 3rd boat of the 21st day.": [
        ("3rd", "3", "ordinal", ""),
        ("21st", "21", "ordinal", ""),
    ],
    "Der Staat hat Schulden von 1 Billion Euro, und das ist viel.": [
        ("1 Billion Euro", "1000000000000", "money", "€")
    ],
    "The state has debts of 1 billion euros.": [("1 billion euros", "1000000000", "money", "€")],
    "Staten har en gæld på 5 mia. kroner, og det er for meget, sagde han.": [
        ("5 mia. kroner", "5000000000", "money", "kr")
    ],
    "Dluh státu je 5 mil. Kč, řekl ministr financí v Praze.": [
        ("5 mil. Kč", "5000000", "measure", "Kč")
    ],
    "Дефицит бюджета составил 2 трлн рублей, сообщил министр.": [
        ("2 трлн рублей", "2000000000000", "money", "₽")
    ],
    "Το χρέος είναι 5 δισεκατομμύρια ευρώ, είπε ο υπουργός στην Αθήνα.": [
        ("5 δισεκατομμύρια", "5000000000", "number", "")
    ],
    "Il y avait soixante et onze personnes dans la salle, et vingt-et-un blessés.": [
        ("soixante et onze", "71", "number", ""),
        ("vingt-et-un", "21", "number", ""),
    ],
    "Es waren zweihundertfünfzig Menschen in dem Saal, und hundertzwanzigtausend davor.": [
        ("zweihundertfünfzig", "250", "number", ""),
        ("hundertzwanzigtausend", "120000", "number", ""),
    ],
    "Er waren tweehonderdvijftig mensen in de zaal, zegt de politie van de stad.": [
        ("tweehonderdvijftig", "250", "number", "")
    ],
    "Det var tvåhundra personer i salen, och tjugoett utanför, säger polisen.": [
        ("tvåhundra", "200", "number", ""),
        ("tjugoett", "21", "number", ""),
    ],
    "Erano duecentottanta persone nella sala del Quattrocento, dice la polizia.": [
        ("duecentottanta", "280", "number", "")
    ],
    "It has 1.2m members, and a wall of 3m around it.": [
        ("1.2m", "1200000", "number", ""),
        ("3m", "3", "measure", "m"),
    ],
    "Um halb fünf kamen fünf Leute in den Saal, und das war gut.": [("fünf", "5", "number", "")],
    "یہ شرح 3.125 ہے اور یہ بہت زیادہ ہے، وزیر نے کہا۔": [("3.125", "3.125", "number", "")],
    "Foram seiscentos e vinte casos nesta semana, disse o ministro.": [
        ("seiscentos e vinte", "620", "number", "")
    ],
    "Fueron doscientas veinte personas las que murieron, según el ministro.": [
        ("doscientas veinte", "220", "number", "")
    ],
    "Там было шестьсот двадцать человек, сообщила полиция города.": [
        ("шестьсот двадцать", "620", "number", "")
    ],
    "At 100 mph it burned 40 acres and 5 lb of wheat, 5‰ of it.": [
        ("100 mph", "100", "measure", "mph"),
        ("40 acres", "40", "measure", "ac"),
        ("5 lb", "5", "measure", "lb"),
        ("5‰", "5", "measure", "‰"),
    ],
    "From minus 7 °C it went to –5 °C, and 3–4 °C are less than 12 °C.": [
        ("minus 7 °C", "-7", "measure", "°C"),
        ("–5 °C", "-5", "measure", "°C"),
        ("3", "3", "measure", "°C"),
        ("4 °C", "4", "measure", "°C"),
        ("12 °C", "12", "measure", "°C"),
    ],
    "It took 5 1/2 years, 3¼ miles and in 2020 1/4 of it.": [
        ("5 1/2 years", "5.5", "measure", "yr"),
        ("3¼ miles", "3.25", "measure", "mi"),
        ("2020", "2020", "year", ""),
        ("1", "1", "number", ""),
        ("4", "4", "number", ""),
    ],
    "Die Schule öffnete um 16 Uhr, und nicht um 16.30 Uhr.": [
        ("16 Uhr", "960", "time", ""),
        ("16.30", "990", "time", ""),
    ],
    "It was filed on 04/13/2021 at the court.": [("04/13/2021", "20210413", "date", "")],
    "十万人来了。": [],
    "COVID-19 and the F-16 on a 4x4": [],
    "The limit was cut from 40 to 30 miles an hour.": [
        ("40", "40", "measure", "mph"),
        ("30 miles an hour", "30", "measure", "mph"),
    ],
    "à 30 km/h ou 40 kilomètres à l’heure, a dit le maire de la ville": [
        ("30 km/h", "30", "measure", "km/h"),
        ("40 kilomètres à l’heure", "40", "measure", "km/h"),
    ],
    "The road is 30 km long, and 40 km in the hours of the night.": [
        ("30 km", "30", "measure", "km"),
        ("40 km", "40", "measure", "km"),
    ],
    "Zwischen 19 und 7 Uhr ist das Tor der Stadt nicht offen.": [
        ("19", "1140", "time", ""),
        ("7 Uhr", "420", "time", ""),
    ],
    "The gate is open from 7 to 9 pm, and was from 11 to 2 pm in May.": [
        ("7", "1140", "time", ""),
        ("9 pm", "1260", "time", ""),
        ("11", "660", "time", ""),
        ("2 pm", "840", "time", ""),
    ],
    "the one and only": [],
}


@pytest.mark.parametrize("text", CASES)
def test_figures_are_read_with_value_kind_and_unit(text: str) -> None:
    figures = [
        (text[figure.start : figure.end], Decimal(figure.value), str(figure.kind), figure.unit)
        for figure in figures_in(text)
    ]

    assert figures == [
        (written, Decimal(value), kind, unit) for written, value, kind, unit in CASES[text]
    ]


@pytest.mark.parametrize(
    ("text", "rough"),
    [("about 14 people", True), ("more than 14 people", True), ("14 people", False)],
)
def test_a_figure_knows_whether_it_is_said_to_be_rough(text: str, *, rough: bool) -> None:
    (figure,) = figures_in(text)

    assert figure.rough is rough


@pytest.mark.parametrize(
    ("text", "noun", "digits", "bound"),
    [
        ("Two hundred and five people were in the town.", "people", 3, 0),
        ("我们这里的五十二人来了。", "人", 2, 0),
        ("14 big houses stood in the town.", "houses", 2, 0),
        ("There were less than 14 people in the town.", "people", 2, -1),
        ("There were more than 14 people in the town.", "people", 2, 1),
        ("There were no more than 14 people in the town.", "people", 2, -1),
        ("There were no fewer than 14 people in the town.", "people", 2, 1),
        ("Il y avait au moins 14 personnes dans la ville.", "personnes", 2, 1),
        ("Había al menos 14 personas en la ciudad.", "personas", 2, 1),
        ("Там было не менее 14 человек.", "человек", 2, 1),
    ],
)
def test_a_figure_knows_what_it_counts_how_exactly_and_what_it_bounds(
    text: str, noun: str, digits: int, bound: int
) -> None:
    (figure,) = figures_in(text)

    assert (figure.noun, figure.digits, figure.bound) == (noun, digits, bound)


def test_a_figure_that_is_compared_counts_no_noun_of_its_own() -> None:
    _cost, before = figures_in("La tessera costa 46 euro invece di 52.")

    assert before.noun == ""


@pytest.mark.parametrize(
    ("text", "in_words"), [("It costs thirty cents.", True), ("It costs 30 cents.", False)]
)
def test_a_figure_knows_whether_it_is_written_in_words(text: str, *, in_words: bool) -> None:
    (figure,) = figures_in(text)

    assert figure.in_words is in_words


def test_all_that_is_read_of_figures(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / "anchor-figures.txt", facts_of_figures(CASES))


@given(st.text(alphabet="0123456789.,’ %$€-–/: abmil kм五十万年\u00a0", max_size=40))
@example("万五$0")
def test_figures_lie_in_the_text_and_apart(text: str) -> None:
    reached = 0
    for figure in figures_in(text):
        assert reached <= figure.start < figure.end <= len(text)
        reached = figure.end
