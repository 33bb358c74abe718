"""Figures with which a source does the contrary or that are below nought, and other days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.assessment.article import FigureState

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.articles import Judge

BOUND, CONTRADICTED, ROUNDED = FigureState.BOUND, FigureState.CONTRADICTED, FigureState.ROUNDED
ABSENT, BARE = FigureState.ABSENT, FigureState.BARE
SOURCES = {
    "works": "The carmaker created 1,200 jobs in Leeds last year, and its sister firm hired 340 "
    "engineers in Hull. The museum of the town opened in 1934. The bank made a loss of 5 million "
    "dollars in the autumn. In the flats the firemen rescued 23 people from the smoke. The court "
    "acquitted 14 of the men who were on trial in Leeds. The town built 46 houses by the river.",
    "trade": "Rovers beat City 3-1 in the derby of the town. The operator sold 46 trains to the "
    "Polish railways. Labour won 12 seats from the Conservatives in the county. Norway exported "
    "40,000 tonnes of salmon to Britain in the spring.",
    "vote": "The council of the town rejected the budget of the mayor by 52 votes to 48.",
    "both": "The company created 120 jobs in Leeds and cut 340 jobs in Hull. It could not save 23 "
    "people from the flats in the fire.",
    "result": "The net result of the firm for the year was -$5 million. The margin of its unit was "
    "−3 % in the spring. The price of the share changed by −4 % in May.",
    "fund": "The fund of the town lost 3 percent in the week, and 9 of its clients.",
    "sale": "The bridge cost the county 5 million dollars. The state lost 8 million dollars by the "
    "sale of the land.",
    "days": "The council of the town voted on the budget on Tuesday evening. The ferry strike "
    "begins on Friday, and ends two days later.",
    "score": "Rovers beat City 3-1 in the derby of the town on Saturday.",
    "de": "Der Konzern hat in der Stadt 340 Stellen geschaffen, und die Tochter stellte 120 "
    "Ingenieure ein. Die Kette eröffnete im Norden 14 Filialen, wie sie am Dienstag sagte.",
    "fr": "Le groupe a créé 340 emplois dans la ville, et la filiale a embauché 120 ingénieurs. "
    "Les pompiers ont sauvé 23 personnes de la maison en feu, a dit le maire mardi.",
    "es": "La empresa creó 340 empleos en la ciudad, y la filial contrató a 120 ingenieros. La "
    "cadena abrió 14 tiendas en el norte del país, según dijo el martes.",
    "it": "L’azienda ha creato 340 posti nella città, e la filiale ha assunto 120 ingegneri. La "
    "catena ha aperto 14 negozi nel nord del paese, come ha detto martedì.",
    "pt": "A empresa criou 340 empregos na cidade, e a filial contratou 120 engenheiros. A rede "
    "abriu 14 lojas no norte do país, como disse na terça-feira.",
    "nl": "Het bedrijf heeft 340 banen geschapen in de stad. De keten heeft 14 winkels geopend in "
    "het noorden van het land, zei zij op dinsdag.",
    "sv": "Företaget har skapat 340 jobb i staden. Kedjan öppnade 14 butiker i norra delen av "
    "landet, som den sade på tisdagen.",
    "no": "Selskapet har skapt 340 jobber i byen. Kjeden åpnet 14 butikker i den nordlige delen av "
    "landet, og det er blitt fra før, som den sa på tirsdag.",
    "da": "Selskabet har skabt 340 job i byen. Kæden åbnede 14 butikker i den nordlige del af "
    "landet, som den sagde tirsdag.",
    "pl": "Firma utworzyła 340 miejsc pracy w mieście. Sieć otworzyła 14 sklepów na północy kraju, "
    "jak powiedziała we wtorek.",
    "ru": "Компания создала 340 рабочих мест в городе. Сеть открыла 14 магазинов на севере "
    "страны, как она сказала во вторник.",
}


@pytest.mark.parametrize(
    ("source", "sentence", "states"),
    [
        ("works", "The carmaker cut 1,200 jobs in Leeds.", [CONTRADICTED]),
        ("works", "The carmaker shed some 1,200 jobs in Leeds.", [CONTRADICTED]),
        ("works", "The carmaker added 1,200 jobs in Leeds.", [BOUND]),
        ("works", "In Hull the sister firm laid off 340 engineers.", [CONTRADICTED]),
        ("works", "In Hull the sister firm took on 340 engineers.", [BOUND]),
        ("works", "The museum of the town closed in 1934.", [CONTRADICTED]),
        ("works", "The bank made a profit of 5 million dollars in the autumn.", [CONTRADICTED]),
        ("works", "The bank lost 5 million dollars in the autumn.", [BOUND]),
        ("works", "In the flats 23 people were killed by the smoke.", [CONTRADICTED]),
        ("works", "In the flats 23 people were saved from the smoke.", [BOUND]),
        ("works", "The court in Leeds convicted 14 of the men.", [CONTRADICTED]),
        ("works", "The town demolished 46 houses by the river.", [CONTRADICTED]),
        ("trade", "Rovers lost to City 3-1 in the derby.", [CONTRADICTED, CONTRADICTED]),
        ("trade", "City beat Rovers 3-1 in the derby.", [CONTRADICTED, CONTRADICTED]),
        ("trade", "City lost the derby to Rovers 3-1.", [BOUND, BOUND]),
        ("trade", "The operator bought 46 trains from the Polish railways.", [CONTRADICTED]),
        ("trade", "The Polish railways bought 46 trains from the operator.", [BOUND]),
        ("trade", "Labour lost 12 seats to the Conservatives.", [CONTRADICTED]),
        ("trade", "The Conservatives lost 12 seats to Labour.", [BOUND]),
        ("trade", "Norway imported 40,000 tonnes of salmon from Britain.", [CONTRADICTED]),
        ("trade", "Britain imported 40,000 tonnes of salmon from Norway.", [BOUND]),
        ("vote", "The council approved the budget by 52 votes to 48.", [CONTRADICTED, BOUND]),
        ("vote", "The budget was approved by 52 votes to 48.", [CONTRADICTED, BOUND]),
        ("vote", "The council voted 52 to 48 against the budget.", [BOUND, BOUND]),
        ("vote", "In the council 48 voted for the budget.", [BOUND]),
        ("both", "The company cut 340 jobs in Hull and created 120 in Leeds.", [BOUND, BOUND]),
        ("both", "The company cut 120 jobs in Leeds.", [CONTRADICTED]),
        ("both", "In the flats 23 people were killed by the fire.", [BOUND]),
        ("result", "The net result of the firm was $5 million.", [CONTRADICTED]),
        ("result", "The firm made a profit of $5 million.", [CONTRADICTED]),
        ("result", "The net result of the firm was a loss of $5 million.", [BOUND]),
        ("result", "The net result of the firm was minus $5 million.", [BOUND]),
        ("result", "The margin of the unit was 3 percent in the spring.", [CONTRADICTED]),
        ("result", "The margin of the unit was negative at 3 percent.", [BOUND]),
        ("result", "The price of the share rose by 4 percent in May.", [CONTRADICTED]),
        ("result", "The price of the share fell by 4 percent in May.", [BOUND]),
        ("result", "The share had 4 percent taken off its price in May.", [BOUND]),
        ("sale", "The builder earned 5 million dollars on the bridge.", [BOUND]),
        ("sale", "The buyer of the land gained 8 million dollars by the sale.", [BOUND]),
        ("sale", "The state gained 8 million dollars by the sale of the land.", [CONTRADICTED]),
        ("fund", "The fund gained 3 percent in the week.", [CONTRADICTED]),
        ("fund", "In the week the fund shed 3 percent.", [BOUND]),
        ("fund", "The fund gave up 3 percent in the week.", [BOUND]),
        ("score", "Rovers beat City 3-2 in the derby.", [BOUND, CONTRADICTED]),
        ("score", "Rovers won the derby of the town 3:1.", [BOUND, BOUND]),
        ("de", "In der Stadt hat der Konzern 340 Stellen gestrichen.", [CONTRADICTED]),
        ("de", "Die Tochter entließ in der Stadt 120 Ingenieure.", [CONTRADICTED]),
        ("de", "Im Norden hat die Kette 14 Filialen geschlossen.", [CONTRADICTED]),
        ("de", "In der Stadt sind durch den Konzern 340 Stellen entstanden.", [BOUND]),
        ("fr", "Le groupe a supprimé 340 emplois dans la ville.", [CONTRADICTED]),
        ("fr", "La filiale a licencié 120 ingénieurs dans la ville.", [CONTRADICTED]),
        ("fr", "Dans la maison en feu, 23 personnes sont mortes.", [CONTRADICTED]),
        ("fr", "Le groupe a créé 340 postes dans la ville.", [BOUND]),
        ("es", "La empresa suprimió 340 empleos en la ciudad.", [CONTRADICTED]),
        ("es", "La filial despidió a 120 ingenieros en la ciudad.", [CONTRADICTED]),
        ("es", "La cadena ha cerrado 14 tiendas en el norte.", [CONTRADICTED]),
        ("es", "La empresa ha creado 340 puestos en la ciudad.", [BOUND]),
        ("it", "L’azienda ha tagliato 340 posti nella città.", [CONTRADICTED]),
        ("it", "La filiale ha licenziato 120 ingegneri nella città.", [CONTRADICTED]),
        ("it", "La catena ha chiuso 14 negozi nel nord.", [CONTRADICTED]),
        ("pt", "A empresa cortou 340 empregos na cidade.", [CONTRADICTED]),
        (
            "pt",
            "A rede fechou 14 lojas no norte do país, como ela disse na cidade.",
            [CONTRADICTED],
        ),
        ("nl", "Het bedrijf heeft 340 banen geschrapt in de stad.", [CONTRADICTED]),
        ("nl", "De keten heeft 14 winkels gesloten in het noorden.", [CONTRADICTED]),
        ("sv", "Företaget har dragit in 340 jobb i staden.", [CONTRADICTED]),
        ("sv", "Kedjan stängde 14 butiker i norra delen av landet.", [CONTRADICTED]),
        (
            "no",
            "Kjeden stengte 14 butikker i den nordlige delen, og det er blitt for dyrt.",
            [CONTRADICTED],
        ),
        ("da", "Kæden lukkede 14 butikker i den nordlige del af landet.", [CONTRADICTED]),
        ("pl", "Firma zlikwidowała 340 miejsc pracy w mieście.", [CONTRADICTED]),
        ("pl", "Sieć zamknęła 14 sklepów na północy kraju.", [CONTRADICTED]),
        ("ru", "Компания сократила 340 рабочих мест в городе.", [CONTRADICTED]),
        ("ru", "Сеть закрыла 14 магазинов на севере страны.", [CONTRADICTED]),
    ],
)
def test_a_figure_is_told_with_which_the_source_does_the_contrary(
    judge: Judge,
    source: str,
    sentence: str,
    states: list[FigureState],
) -> None:
    assert [figure.state for figure in judge(SOURCES[source], sentence).figures] == states


@pytest.mark.parametrize(
    ("source", "sentence", "days"),
    [
        ("days", "The council voted on the budget on Wednesday evening.", ["Wednesday"]),
        ("days", "The council voted on the budget on Tuesday evening.", []),
        ("days", "The council of the town, which met on Friday, voted on the budget.", []),
        ("days", "The ferry strike of the town ends on Sunday.", []),
        ("days", "The council voted on the budget, and the mayor died on Monday or Sunday.", []),
        ("days", "A man of the village was hurt on Wednesday.", []),
        (
            "de",
            "Die Kette hat im Norden Filialen eröffnet, wie sie am Mittwoch sagte.",
            ["Mittwoch"],
        ),
        ("fr", "Les pompiers ont sauvé des personnes, a dit le maire mercredi.", ["mercredi"]),
        ("es", "La cadena abrió tiendas en el norte del país, dijo el lunes.", ["lunes"]),
        ("it", "La catena ha aperto negozi nel nord, come ha detto lunedì.", ["lunedì"]),
        (
            "pt",
            "A rede abriu lojas no norte do país, como disse na quarta-feira.",
            ["quarta-feira"],
        ),
        ("ru", "Сеть открыла магазины на севере страны, как она сказала в среду.", ["среду"]),
    ],
)
def test_a_weekday_is_told_that_the_source_does_not_name(
    judge: Judge, source: str, sentence: str, days: list[str]
) -> None:
    figures = judge(SOURCES[source], sentence).figures

    assert [figure.written for figure in figures if figure.state is CONTRADICTED] == days


@pytest.mark.parametrize(
    ("source", "sentence", "state"),
    [
        ("The road of the town is 10 miles long.", "The road is about 16 km long.", BOUND),
        ("The road of the town is 10 miles long.", "The road is 16.1 km long.", BOUND),
        ("The road of the town is 10 miles long.", "The road is 18 km long.", ABSENT),
        ("The tower of the town is 30 metres high.", "The tower is 98 feet high.", BOUND),
        ("The tower of the town is 30 metres high.", "The tower is about 100 feet high.", BOUND),
        ("The calf at the fair weighed 100 pounds.", "The calf weighed 45 kg.", BOUND),
        ("The calf at the fair weighed 100 pounds.", "The calf weighed 54 kg.", ABSENT),
        ("The oven in the hall reached 212 °F.", "The oven reached 100 °C.", BOUND),
        ("The oven in the hall reached 212 °F.", "The oven reached 120 °C.", ABSENT),
        ("The lake in the hills warmed by 1.5 °C.", "The lake warmed by 2.7 °F.", BOUND),
        ("The farm in the hills has 100 acres.", "The farm has 40 hectares.", BOUND),
        ("The strike of the cooks lasted two weeks.", "The strike lasted a fortnight.", BOUND),
        ("The strike of the cooks lasted a fortnight.", "The strike lasted 14 days.", BOUND),
        ("The strike of cooks took 14 days.", "The strike lasted two fortnights.", BARE),
        ("The dispute went on for two decades.", "The dispute went on for 20 years.", BOUND),
        ("The show begins at 19:00.", "The show begins at 7 in the evening.", BOUND),
        ("The show begins at 19:00.", "The show begins at seven o’clock.", BOUND),
        ("The show begins at 18:40.", "The show begins at about seven o’clock.", ROUNDED),
        ("The show begins at 19:00.", "The show begins at 8 in the evening.", CONTRADICTED),
        ("The show begins at 19:00.", "The show begins at 7 in the morning.", CONTRADICTED),
        ("The bridge opened on 3 June 2021.", "The bridge opened on 3.6.21.", BOUND),
        ("The bridge opened on 3 June 2021.", "The bridge opened on 4.6.21.", CONTRADICTED),
        ("At least 40 people were hurt.", "More than 39 people were hurt.", BOUND),
        ("At least 40 people were hurt.", "More than 45 people were hurt.", CONTRADICTED),
        ("The final was seen by 1,000,000 people.", "A million people saw the final.", BOUND),
        ("The final was seen by 1.2 million people.", "A million people saw the final.", ROUNDED),
        ("The final was seen by 1,000,000 people.", "Half a million people saw it.", CONTRADICTED),
        ("The shop sold 500,000 tickets for it.", "Half a million tickets were sold.", BOUND),
    ],
)  # fmt: skip
def test_a_figure_is_the_same_in_another_unit_or_in_words(
    state_of: Callable[[str, str], FigureState], source: str, sentence: str, state: FigureState
) -> None:
    assert state_of(source, sentence) is state


@pytest.mark.parametrize(
    ("source", "sentence", "states"),
    [
        (
            "He was sent to prison for six years and three months. The state wanted eight years.",
            "The state wanted him to be sent to prison for 21 months more.",
            [BOUND],
        ),
        (
            "United now have 41 points and are three points ahead of City in the league.",
            "City have 38 points in the league.",
            [BOUND],
        ),
        (
            "United now have 41 points and are three points ahead of City in the league.",
            "City have 37 points in the league.",
            [CONTRADICTED],
        ),
        (
            "The town will build 420 homes by the station. A third of the homes will be let by it.",
            "The town will build 420 homes by the station, 140 of them to let.",
            [BOUND, BOUND],
        ),
        (
            "In the half hour before the crash he sent eleven messages.",
            "He sent eleven messages in the 30 minutes before the crash.",
            [BOUND, BOUND],
        ),
    ],
)
def test_what_a_writer_works_out_from_spans_leads_and_shares_stands(
    judge: Judge,
    source: str,
    sentence: str,
    states: list[FigureState],
) -> None:
    assert [figure.state for figure in judge(source, sentence).figures] == states
