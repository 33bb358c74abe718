"""Figures in running text: what they are worth, and of what."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.anchor.figures import figures_in, scale_of, unit_of
from claimcheck.anchor.languages import load, vocabulary_at
from support.facts import facts_of_figures
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CASES = {
    "A loss: -$5 million, minus €4, −3 %, minus 2 percent": [
        ("-$5 million", "-5000000", "money", "$"),
        ("minus €4", "-4", "money", "€"),
        ("−3 %", "-3", "percent", "%"),
        ("minus 2 percent", "-2", "percent", "%"),
    ],
    "from $3 million-$5 million in all of the town": [
        ("$3 million", "3000000", "money", "$"),
        ("$5 million", "5000000", "money", "$"),
    ],
    "a million people, half a million dollars and a quarter of a million more": [
        ("a million", "1000000", "number", ""),
        ("half a million dollars", "500000", "money", "$"),
        ("a quarter of a million", "250000", "number", ""),
    ],
    "one in a million, a billion-dollar deal, and two and a half million euros": [
        ("two and a half million euros", "2500000", "money", "€"),
    ],
    "Eine halbe Million Karten wurde in der Stadt verkauft.": [
        ("Eine halbe Million", "500000", "number", "")
    ],
    "Un demi-million d'euros est dans la caisse de la ville.": [
        ("Un demi-million d'euros", "500000", "money", "€")
    ],
    "Na wyspie i w mieście było pół miliona osób.": [("pół miliona", "500000", "number", "")],
    "The dials showed five six, then six five, and at the end thirty twenty.": [
        ("five", "5", "number", ""),
        ("six", "6", "number", ""),
        ("six", "6", "number", ""),
        ("five", "5", "number", ""),
        ("thirty", "30", "number", ""),
        ("twenty", "20", "number", ""),
    ],
    "The pump stopped at 12:15 AM, at 12:15 PM, at 12 in the afternoon or at 12 A.M.": [
        ("12:15 AM", "15", "time", ""),
        ("12:15 PM", "735", "time", ""),
        ("12 in the afternoon", "720", "time", ""),
        ("12 A.M.", "0", "time", ""),
    ],
    "It was on 3.6.21, or on 03/06/71, and not in 3.6.2.": [
        ("3.6.21", "20210603", "date", ""),
        ("03/06/71", "19710603", "date", ""),
        ("3.6", "3.6", "number", ""),
    ],
    "It begins at 7 in the evening, at seven o'clock, or at 11 at night.": [
        ("7 in the evening", "1140", "time", ""),
        ("seven o'clock", "420", "time", ""),
        ("11 at night", "1380", "time", ""),
    ],
    "Es beginnt um sieben Uhr abends, oder um 7 Uhr am Morgen, und dauert.": [
        ("sieben Uhr abends", "1140", "time", ""),
        ("7 Uhr am Morgen", "420", "time", ""),
    ],
    "Le concert commence à 19 h 30, ou à 7 heures et demie du soir.": [
        ("19 h 30", "1170", "time", ""),
        ("7 heures et demie du soir", "1170", "time", ""),
    ],
    "De vergadering duurde drie uur, en begon om drie uur 's middags.": [
        ("drie uur", "3", "measure", "h"),
        ("drie uur 's middags", "900", "time", ""),
    ],
    "It took a fortnight, or two decades of the town's time.": [
        ("a fortnight", "1", "measure", "fortnight"),
        ("two decades", "2", "measure", "10yr"),
    ],
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
    "The fee was CHF20, or EUR20m.": [
        ("CHF20", "20", "money", "CHF"),
        ("EUR20m", "20000000", "money", "€"),
    ],
    "They met on May 4 2021, on May 4th 2022 and in May of 2023, at 11:15PM.": [
        ("May 4 2021", "20210504", "date", ""),
        ("May 4th 2022", "20220504", "date", ""),
        ("May of 2023", "20230500", "date", ""),
        ("11:15PM", "1395", "time", ""),
    ],
    "Das Fest ist am 3. 4. 2021, sagte die Stadt.": [("3. 4. 2021", "20210403", "date", "")],
    "See no. 1200 and p. 1999.": [],
    "Two and a half years, and three and a half million euros.": [
        ("Two and a half", "2.5", "number", ""),
        ("three and a half million euros", "3500000", "money", "€"),
    ],
    "1億2000万円と3万5千円を払った。": [
        ("1億2000万円", "120000000", "money", "¥"),
        ("3万5千円", "35000", "money", "¥"),
    ],
    "The twenty-first place, and he came third.": [
        ("twenty-first", "21", "ordinal", ""),
        ("third", "3", "ordinal", ""),
    ],
}

# Of these the golden text says what is read: forms that papers, notices and tables have.
FORMS = (
    "At least 1億2000万円, 3万5人 and 2億3億.",
    "In Rome it was 2021-05-00 on 1 May, and 13 May 2021 on 05/2021.",
    "On 1 May 2021, 01/05/2021, 04/12/2021, 12/04/2021, 31/01/2021 and 32/01/2021.",
    "They have three and a half million",
    "Das sind anderthalb",
    "They have 5",
    "They have five and a half",
    "The fee was CHF20, EUR20m or USD 5bn, and never GBP 3 or R$ 15; A$5 is not 5 kroner.",
    "See no. 1200, p. 1999 and pp. 13 of 1999.",
    "In 1200 people voted and 1300 users came; in 1200 People wrote of 2199 and 2200.",
    "They met on May 4 2021, on May 4th 2022, on Jan. 3 1999 and in Sept. of 2001.",
    "In March 3,000 people came, and in May 3 000 more.",
    (
        "It was the 4th of May of 2021, at 11:15PM; 9:05am was too early, 12:30 am too late, 12 "
        "pm not."
    ),
    (
        "Das Fest ist am 3. 4. 2021, vom 26.11. bis 5.12. war es nicht, und die Stadt am 26.13. "
        "auch nicht."
    ),
    "It covers 2 km², 3 m² and 4 m³ at 5℃, 6 °C or 20°F: 7٪, 8％ and 9‰ of it.",
    "A 2-percentage-point rise, 3 %-points and 4 % point are no 5 Points.",
    "They have 4m members, 6M users and 7m euros, and $3m; the wall is 5m wide and not 4 m.",
    "He paid 3 mil for 5k people, and 6 k for 7 m.",
    "Foram 1,6 mil milhões de euros, e 2 mil pessoas na cidade.",
    "It rose by +7 km to -6 km (-10), and x-8 is none.",
    "It was minus 5 km, minus 6 °C and Minus 8 °F, and never minus -7 °C.",
    "The 2ème, the 6ª and the 7º, the 5e and the 1er.",
    "The second-hand shop has a third-place finish, a two-year plan and a five-second rule.",
    "Half a dozen eggs, half a hundred men, a dozen people, two dozen and half a thousand.",
    (
        "They sold four percent, five percentage points, six dollars, one million, one euro and "
        "one house."
    ),
    "We have ~5 km, ≈ 6, nearly a 8, over 9 m and more than a 10.",
    "五十元和三百公里，还有二十岁的人和五万人在那里。",
    "彼は3万5千円と二百万円を払った。",
    "The town had 12,34,567 people, or 1’200, 1·5 or 1٫5 of them.",
    "5 or 6 euros, five or six days, 5 and 6%, but 5 against 6 men.",
    (
        "It took 2 hours 40 minutes, 5 years and 3 months, 3 minutes and 20 seconds, and then 3 "
        "hours and 80 minutes."
    ),
    "It cost 5 million euros rather than 2, and 20% versus 30.",
    (
        "The band plays from 10 to 9 pm, not from 25 to 7 pm, from 7.5 to 9 pm or from seven to "
        "9 pm."
    ),
    (
        "It grew from 900 to 1.2 million, from 9.6 to 7.1 million, from 20 to 1 million and from "
        "21 to 1 million."
    ),
    "Das sind dreieinhalb Millionen Menschen und eineinhalb Stunden für die Stadt.",
    "It is 5-1/2 km, 999 1/2, 1000 1/2, 5.5 1/2, 5 1/23 or 5¾.",
    "Two and a half years and 3 and a half million, but 2.5 and a half.",
    "Three and a half million euros, and a two and a half second delay.",
    "Son 3 millones y medio de euros y dos años y medio, dice la alcaldesa de la ciudad.",
    "Il a payé 3 millions et demi d’euros, et attendu 5 ans et demi.",
    "1億2000万円と3万5千円を払った。2020年に3万5人。",
    "It holds 12 square kilometres, 7 cubic metres, 5-km runs and 8 basis points.",
    "It is 30 km per hour, 20 miles an hour, 4 km an hour and 5 km/t, and 6 kg per hour.",
    "Er fuhr 30 km pro Stunde und 40 Kilometer in der Stunde auf der Straße.",
    "Der Preis stieg von 5 Mio auf 7 Mrd. Euro, sagte die Stadt.",
    "Nearly 50 of the men came, almost 60 did, some 70 more than 80, and 90 fewer.",
    "At most 13, at least 14, no more than 15, not less than 16, up to 17, under the 18.",
    "Es waren nicht mehr als 15, mindestens 16, höchstens 17 und weniger als 18 Leute.",
    "400 weitere Stellen und 30 anderen Leuten, sagte die Stadt.",
    "The 14 men, 15 old men, 16 of the dogs, 17 big dogs, 18 in the town and 19 were left.",
    "The first-class seat, the one-off sale, twenty-first place and one hundred-year-old house.",
    "Two hundred thousand and five men, nineteen hundred, three thousand two hundred and one.",
    "Es waren einhundertfünf Leute um halb zwölf, und halb dreizehn gibt es nicht, sagte er.",
    "Quatre-vingt-dix-neuf, soixante et onze et cent vingt personnes, dit le maire de la ville.",
    "Había mil doscientas personas, treinta y una mesas y cien gatos, dijo la alcaldesa.",
    "Oito mil e quinhentas pessoas e vinte e três casas, disse o ministro.",
    "The budget is $1.2 trillion, 3 bn euros, £4 tn, 5 thousand yen and 6 hundred francs.",
    "3D films, 4x4 cars, 5km walks, 7kg bags, B2B and 9am.",
    "It is 2019-20, or 2019–2020; 2019/20 is none, and 20th-century.",
    "Le XIXe siècle, le siècle XX, el siglo XIV, il secolo IX, XXI secolo, IVème siècle.",
    "The 19th century, the 5th Century, im 19. Jahrhundert, 19de eeuw, XVIII wieku.",
    (
        "Am 04/05/2021, 13/05/2021, 05/13/2021, 13/13/2021, 00/05/2021, 4.5.2021, 4-5-2021, "
        "4/5-2021."
    ),
    "2021년 5월 4일, 2021年5月, 2021-05-04, 2021-13-04, 2021-05-44.",
    "x\t2021-05\ty\\n05/2021\tz and 05/2021 z",
    "Kl. 16, klokken 18, klockan 19.30, a las 21.10, alle 20.15, às 19.45 og kl. 5,5.",
    "At 12:30, 24:00, 9h30, 0:15 a.m., 1 p.m., 13 pm, 4.30pm, 6.15 uur, 4.30 and 9:60.",
    "In may 14 balen, and In May 14 balen, may 15, mayor 16.",
    "It rose 5 km up from the 4, 6 kg against the 5, 7% compared with 6; 8 kg then 9.",
    "It lasted from 5 to 6 and 7 to 8 hours, 9 h or 10 h, and 2 days and 3 hours.",
    "It took 2 weeks and 3 days, 1 hour, 5 minutes, 2 years and 12 months, 3 h 0 min.",
    "The twenty-first place, the Twenty-second century, thirty-third-placed men, and third.",
)

# By language: what is read, its value, its unit (or else its kind), and what it counts.
READ_IN = {
    ("en", "It rained two out of three times, and the price tripled."): [
        ("two out of three", "0.6666666666666666666666666667", "share", "times"),
        ("tripled", "3", "times", ""),
    ],
    ("en", "The 14 men came home, 6 old dogs stayed, and 5 big men too."): [
        ("14", "14", "number", "men"),
        ("6", "6", "number", "dogs"),
        ("5", "5", "number", "men"),
    ],
    ("en", "They paid 5€ 20 days ago, $3 for 4 m of rope and 30 cents."): [
        ("5€", "5", "€", ""),
        ("20 days", "20", "d", ""),
        ("$3", "3", "$", "for"),
        ("4 m", "4", "m", ""),
        ("30 cents", "0.3", "€", ""),
    ],
    ("en", "It was minus 1 °C, and minus 0.5 °C; it weighs 5 KG, 3 KM away."): [
        ("minus 1 °C", "-1", "°C", ""),
        ("minus 0.5 °C", "-0.5", "°C", ""),
        ("5 KG", "5", "kg", ""),
        ("3 KM", "3", "km", ""),
    ],
    ("en", "He gave 7 M to them. See Fig. 12, No. 7 and Art. 5."): [("7", "7", "number", "m")],
    ("en", "A third-in-line plan, a twenty-first-century-style house, a last-second goal."): [
        ("third", "3", "ordinal", "in-line"),
        ("twenty-first", "21", "ordinal", "century-style"),
    ],
    ("en", "A two-day game of a twenty-two-year-old man, and a twenty-one-gun salute."): [
        ("two-day", "2", "d", ""),
        ("twenty-two-year", "22", "yr", ""),
        ("twenty-one", "21", "number", "gun"),
    ],
    ("en", "Several hundred came, a few thousand left; few of five men stayed."): [
        ("five", "5", "number", "men"),
    ],
    ("en", "few hundred men came"): [],
    ("en", "They sold one thousand two hundred boats, and two\u00a0hundred and five."): [
        ("one thousand two hundred", "1200", "number", "boats"),
        ("two\u00a0hundred and five", "205", "number", ""),
    ],
    ("en", "It had two thousand and three million of them, twenty and one, sixty sixteen."): [
        ("two thousand and three million", "2003000000", "number", ""),
        ("twenty and one", "21", "number", ""),
        ("sixty", "60", "number", "sixteen"),
        ("sixteen", "16", "number", ""),
    ],
    ("en", "They had fifty ten, forty and fifty, and one hundred ten"): [
        ("fifty", "50", "number", "ten"),
        ("ten", "10", "number", ""),
        ("forty", "40", "number", ""),
        ("fifty", "50", "number", ""),
        ("one hundred ten", "110", "number", ""),
    ],
    ("en", "He said twenty and five"): [("twenty and five", "25", "number", "")],
    ("en", "He said twenty and"): [("twenty", "20", "number", "")],
    ("en", "It has 0.123 litres, 0,123 litres, 1,234 boats, 1.234 litres and 1.234.567 boats."): [
        ("0.123 litres", "0.123", "l", ""),
        ("0,123 litres", "0.123", "l", ""),
        ("1,234", "1234", "number", "boats"),
        ("1.234 litres", "1.234", "l", ""),
        ("1.234.567", "1234567", "number", "boats"),
    ],
    ("en", "It opens at 7.30 in the evening, or at 6 at night."): [
        ("7.30 in the evening", "1170", "time", ""),
        ("6 at night", "1080", "time", ""),
    ],
    ("en", "It rang at 12 at night and at 12 in the morning."): [
        ("12 at night", "0", "time", ""),
        ("12 in the morning", "0", "time", ""),
    ],
    ("en", "It is open from 7 to 7 pm, and was from 8 to 8.15 pm in May."): [
        ("7", "420", "time", ""),
        ("7 pm", "1140", "time", ""),
        ("8", "1200", "time", ""),
        ("8.15 pm", "1215", "time", ""),
    ],
    ("en", "Prices rose 5% compared with 2020, and one hundred to nine hundred boats came."): [
        ("5%", "5", "%", ""),
        ("2020", "2020", "year", ""),
        ("one hundred", "100", "number", "boats"),
        ("nine hundred", "900", "number", "boats"),
    ],
    ("en", "It took 2 hours and 0.5 litres of oil, then 2 hours and 1 minute."): [
        ("2 hours", "2", "h", ""),
        ("0.5 litres", "0.5", "l", ""),
        ("2 hours and 1 minute", "121", "min", ""),
    ],
    ("en", "It was on 3.6.49, and on 3.6.50, or on 12/13/2021."): [
        ("3.6.49", "20490603", "date", ""),
        ("3.6.50", "19500603", "date", ""),
        ("12/13/2021", "20211213", "date", ""),
    ],
    ("fr", "Le plan a coûté 2Mds€, et gagné 2 points de pourcentage ou 5 points de base."): [
        ("2Mds€", "2000000000", "€", ""),
        ("2 points de pourcentage", "2", "pp", ""),
        ("5 points de base", "5", "bp", ""),
    ],
    ("fr", "Soixante vingt, soixante dix-neuf, cent dix, dix sept, puis cinq dix."): [
        ("Soixante", "60", "number", "vingt"),
        ("vingt", "20", "number", ""),
        ("soixante dix-neuf", "79", "number", ""),
        ("cent dix", "110", "number", ""),
        ("dix sept", "17", "number", ""),
        ("cinq", "5", "number", "dix"),
        ("dix", "10", "number", ""),
    ],
    ("fr", "Il vient deux fois sur trois."): [
        ("deux fois sur trois", "0.6666666666666666666666666667", "share", ""),
    ],
    ("en", "It grew from 2 thousand to 900 thousand a day, in a 5mil film."): [
        ("2 thousand", "2000", "number", "day"),
        ("900 thousand", "900000", "number", "day"),
        ("5", "5", "number", "film"),
    ],
    ("es", "Dijeron doscientos doscientos."): [
        ("doscientos", "200", "number", "doscientos"),
        ("doscientos", "200", "number", ""),
    ],
    ("de", "Halb fünf kamen 1.234 Boote mit 1,234 Liter, in einen 12 m2großen Raum."): [
        ("1.234", "1234", "number", "boote"),
        ("1,234 Liter", "1.234", "l", ""),
        ("12 m2", "12", "m²", ""),
    ],
    ("de", "Von 24 bis 7 Uhr kostet es eine halbe Billion Euro."): [
        ("24", "1440", "time", ""),
        ("7 Uhr", "420", "time", ""),
        ("eine halbe Billion Euro", "500000000000", "€", ""),
    ],
    ("nl", "Elke kat heeft 2 oren, tussen 7 en 16.30 uur."): [
        ("2", "2", "number", "oren"),
        ("7", "420", "time", ""),
        ("16.30", "990", "time", ""),
    ],
    ("sv", "Kommunen hade 452 år 2023, och de 500 liren räckte."): [
        ("452", "452", "number", ""),
        ("2023", "2023", "year", ""),
        ("500 liren", "500", "₺", ""),
    ],
    ("zh", "七十年代八十年代有五十 人，3百万人。"): [
        ("七十年代", "1970", "decade", ""),
        ("八十年代", "1980", "decade", ""),
        ("五十", "50", "number", "人"),
        ("3百万", "3000000", "number", "人"),
    ],
    ("zh", "2021年5月4日5人来了，3万1999人走了。"): [
        ("2021年5月4日", "20210504", "date", ""),
        ("5", "5", "number", "人"),
        ("3万1999", "31999", "number", "人"),
    ],
    ("ja", "3億1億の2万1500円"): [
        ("3億", "300000000", "number", ""),
        ("1億", "100000000", "number", "の"),
        ("2万1500円", "21500", "¥", ""),
    ],
}
# What follows a stretch is no part of its figures.
CUT_OFF = [
    ("en", "It has 4m", " members came"),
    ("en", "It has 5", " million men"),
    ("en", "It rose by 5", " % a year"),
    ("en", "It rose by 5 %", " points"),
    ("en", "The limit is 5 km", " an hour"),
    ("en", "It is 5", " 1/2 km"),
    ("en", "It took two years", " and a half"),
    ("en", "They waited", " a fortnight"),
    ("en", "It ended at 7", " in the evening"),
    ("en", "At 7 in the evening it rang.", " At 8 in the evening it ended."),
    ("en", "It met here", " in the 19th century"),
    ("nl", "In may 14", " balen"),
    ("pt", "Foram 3 mil", " milhões"),
    ("de", "Es kamen", " anderthalb Boote"),
    ("de", "Es dauerte anderthalb", " Jahre"),
    ("en", "It took in 2 and a half", " million euros"),
    ("en", "It took in 2 and a half million", " euros"),
    ("en", "They waited there.", " Half a million came."),
]


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


@pytest.mark.parametrize(("code", "text"), READ_IN)
def test_figures_are_read_with_what_they_count(code: str, text: str) -> None:
    figures = [
        (text[each.start : each.end], each.value, each.unit or str(each.kind), each.noun)
        for each in figures_in(text, vocabulary=load(code))
    ]

    assert figures == [
        (written, Decimal(value), unit, noun) for written, value, unit, noun in READ_IN[code, text]
    ]


@pytest.mark.parametrize(("code", "text", "behind"), CUT_OFF)
def test_a_figure_ends_with_its_stretch(code: str, text: str, behind: str) -> None:
    within = figures_in(text + behind, 0, len(text), load(code))

    assert within == figures_in(text, vocabulary=load(code))


@pytest.mark.parametrize(
    ("text", "rough", "bound"),
    [
        ("It met about" + 19 * " " + "14 men.", True, 0),
        ("It met about" + 20 * " " + "14 men.", False, 0),
        ("It was above 14 km away.", True, 1),
        ("It was below 14 km.", True, -1),
        ("It costs about 30 cents a day.", True, 0),
        ("It rang at eleven at night.", True, 0),
    ],
)
def test_a_word_near_a_figure_says_that_it_is_rough(text: str, *, rough: bool, bound: int) -> None:
    (figure,) = figures_in(text, vocabulary=load("en"))

    assert (figure.rough, figure.bound) == (rough, bound)


def test_an_hour_by_itself_may_be_of_either_half_of_the_day() -> None:
    text = "It rang at twelve o'clock, at 1 o'clock and at 12 at night."

    figures = figures_in(text, vocabulary=load("en"))

    assert [(each.parts, each.may_turn) for each in figures] == [
        ((12, 0), True),
        ((1, 0), True),
        ((0, 0), False),
    ]


def test_units_and_scales_are_known_with_their_stop() -> None:
    units = {"Km.": "km", "USD": "$", "A$": "A$", "proc.": "%", "%.": "%", "ukn": "", "zq.": ""}
    scales = {"Mio.": 10**6, "mrd": 10**9, "mil.": 10**6, "mil": 1000, "m": None, "zq": None}

    assert {word: unit_of(word) for word in units} == units
    assert {word: scale_of(word) for word in scales} == scales


@pytest.mark.parametrize("text", [*CASES, *FORMS])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("It was 8 km on 9 May 2019, and then 7.\n\n", "\n\n6 million men in June 2018, or 5."),
        ("So it was, and it was so.\n\n" * 200, "\n\nSo it was, and it was so." * 200),
        ("more than\n", " million men"),
        ("minus\n", " cents or pm"),
        ("half\n", " percent"),
    ],
    ids=["beside other figures", "far from any", "beside a scale", "a coin", "beside a unit"],
)
def test_a_stretch_of_a_text_has_the_figures_that_it_has_alone(
    text: str, before: str, behind: str
) -> None:
    start, end = len(before), len(before) + len(text)
    vocabulary = vocabulary_at(text, 0, len(text)) or load("en")
    whole = before + text + behind

    alone = figures_in(text, vocabulary=vocabulary)
    within = figures_in(whole, start, end, vocabulary)
    assert [whole[figure.start : figure.end] for figure in within] == [
        text[figure.start : figure.end] for figure in alone
    ]
    assert [replace(f, start=f.start - start, end=f.end - start) for f in within] == list(alone)


@pytest.mark.parametrize(
    "text",
    [
        "on 4 May 2021",
        "May 2021 was cold",
        "am 26.11.",
        "In maio de 2021, 5 km.",
        "2021年5月4日",
        "2021-05\tand",
    ],
)
def test_dates_are_met_wherever_a_long_text_has_them(text: str) -> None:
    filling = "so it was and it was so\n" * 200
    for whole in (text + "\n" + filling, filling + text, filling + text + "\n" + filling):
        (figure, *_) = figures_in(whole, vocabulary=load("en"))
        (alone, *_) = figures_in(text, vocabulary=load("en"))
        at = whole.index(text)
        assert replace(figure, start=figure.start - at, end=figure.end - at) == alone


def test_all_that_is_read_of_figures(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / "anchor-figures.txt", facts_of_figures([*CASES, *FORMS]))


@given(st.text(alphabet="0123456789.,’ %$€-–/: abmil kм五十万年\u00a0", max_size=40))
@example("万五$0")
def test_figures_lie_in_the_text_and_apart(text: str) -> None:
    reached = 0
    for figure in figures_in(text):
        assert reached <= figure.start < figure.end <= len(text)
        reached = figure.end
