"""Words of numbers in many languages: what scales, units and months are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary

_SCALE_WORDS: Final = {
    3: "thousand thousands k tausend tsd mille mila mil duizend tysięcy tysiące tys тысяч тысячи "
    "тыс tusen tusind tusinde tys. тыс. tsd. bin nghìn ribu ألف آلاف हज़ार 千 천 พัน "
    "tis tisíc tisíce mii ezer tuhat tuhatta χιλιάδες χίλια тисяч тисячі хиляди אלף",
    5: "lakh lakhs लाख",
    6: "million millions mn mio millionen mill million. millón millones milione milioni milhão "
    "milhões miljoen milion miliony miliona milionów mln млн миллион миллиона миллионов miljon "
    "miljoner miljonerna millioner millionerne millionene "
    "mio. mln. млн. mill. miljoona miljoonaa milj milj. milyon triệu juta مليون ملايين "
    "百万 백만 ล้าน m milionu milionů milionech milioane millió εκατομμύριο εκατομμύρια εκατ "
    "мільйон мільйона мільйони мільйонів милиона милиони מיליון",
    7: "crore crores करोड़",
    8: "亿 億 억",
    9: "billion billions bn milliarde milliarden mrd mrd. milliard milliards miliardo miliardi "
    "miliard miliardy miliardów mld md млрд миллиард миллиарда миллиардов miljard miljarder "
    "miljarderna milliarder milliarderne milliardene mia mia. "
    "bilhão bilhões milyar tỷ miliar مليار مليارات miliardu miliarda miljardi miljardia miliarde "
    "milliárd δισεκατομμύριο δισεκατομμύρια δισ мільярд мільярда мільярди мільярдів милиард "
    "милиарда милиарди מיליארד",
    12: "trillion trillions trn tn billionen billones trilhão trilhões 兆 조 billón bilião "
    "biliões biljoen biljon biljoner billioner bilion biliony bilionów bilionu bilionů bln "
    "триллион триллиона триллионов трлн triliun trilyon",
    4: "万 萬 만",
}
SCALES: Final = {
    word: exponent for exponent, words in _SCALE_WORDS.items() for word in words.split()
}
# What says something else in one language than in the others.
_SCALES_OF: Final = {
    "Czech": {"mil": 6},
    "Danish": {"billion": 12, "trillion": 18},
    "French": {"billion": 12, "billions": 12, "trillion": 18, "trillions": 18},
    "German": {"billion": 12, "trillion": 18, "trillionen": 18},
    "Norwegian": {"billion": 12, "trillion": 18},
    "Romanian": {"mil": 6},
}
_UNITS: Final = {
    "%": "procents prosents prozents "
    "процентами procentem procenty prosenttia prosent % ％ ٪ percent per_cent pct "
    "prozent pour_cent por_ciento per_cento por_cento procent procenta procent. процент процента "
    "процентов proc. 퍼센트 パーセント %. yüzde persen phần_trăm",
    "pp": "percentage_points percentage_point percent_points prozentpunkte prozentpunkten "
    "points_de_pourcentage points_pourcentage puntos_porcentuales punti_percentuali "
    "pontos_percentuais "
    "procentpunten prosentpoeng procentpoint процентных_пунктов "
    "procentenheter punktów_procentowych",
    "$": "$ dollar dollars usd us$ dólares dollari dólar доллар доллара долларов dolarów ドル 美元 "
    "달러",
    "€": "евра eura € euro euros eur евро ユーロ 欧元 유로 eurot",
    "£": "£ pound pounds gbp pfund livres libras sterline фунтов",
    "¥": "¥ yen jpy 円 엔 元 人民币 yuan cny rmb иен",
    "₽": "рубли рублем рублём ₽ rouble roubles rubel рубль рубля рублей",
    "zł": "złote złotego zł złoty złotych pln",
    "kr": "kr kronor kroner crowns kronen couronnes sek nok dkk",
    "CHF": "chf francs franken",
    "peso": "peso pesos",
    "R$": "real reais reales",
    "₩": "won ₩",
    "₺": "lira liras lire ₺",
    "Kč": "koruna koruny korun korunas kč czk",
    "Ft": "forint forints forintů huf",
    "R": "rand rands zar",
    "₹": "₹ rupees rupien inr रुपये",
    "bp": "basis_point basis_points bps basispunkt basispunkte basispunkten points_de_base "
    "points_base puntos_básicos punti_base pontos_base basispunten räntepunkter базисных_пунктов",
    "‰": "‰ per_mille per_mil promille pour_mille por_mil promilles промилле",
    "km": "kilometr kilometry kilometra километр километры кілометр кілометрів kilometrit "
    "kilometriä km kilometre kilometres kilometer kilometers kilomètres kilómetros "
    "chilometri quilômetros quilómetros kilometrów километров километра км 公里 キロメートル",
    "m": "metr metra метр метры metriä metre metres meter meters mètres metros metri metrów "
    "метров метра 米 メートル",
    "mi": "mile miles meilen millas miglia milhas мил",
    "ft": "ft foot feet",
    "in": "inch inches zoll pouce pouces pulgada pulgadas pollice pollici polegada polegadas tum",
    "yd": "yd yard yards",
    "mph": "mph miles_per_hour miles_an_hour",
    "ac": "acre acres",
    "lb": "lb lbs",
    "oz": "oz ounce ounces unze unzen",
    "gal": "gal gallon gallons",
    "bbl": "bbl barrel barrels barril barriles",
    "cm": "cm centimetre centimetres centimeter centimeters zentimeter zentimetern centimètre "
    "centimètres centímetro centímetros centimetro centimetri centymetr centymetry centymetrów "
    "сантиметр сантиметра сантиметров см",
    "mm": "mm millimetre millimetres millimeter millimeters millimetern millimètre millimètres "
    "milímetro milímetros millimetro millimetri milimetr milimetry milimetrów миллиметр миллиметра "
    "миллиметров мм",
    "ha": "ha hectare hectares hektar hectárea hectáreas ettaro ettari hectaren hektarów hektara "
    "гектар гектара гектаров",
    "m²": "m² m2 sqm square_metre square_metres square_meter square_meters quadratmeter "
    "quadratmetern mètre_carré mètres_carrés metro_cuadrado metros_cuadrados metro_quadrato "
    "metri_quadrati metro_quadrado metros_quadrados vierkante_meter vierkante_meters "
    "kvadratmeter kvadratmeterna metrów_kwadratowych neliömetriä квадратных_метров "
    "квадратных_метра 平方米 平方メートル",
    "m³": "m³ m3 cubic_metre cubic_metres cubic_meter cubic_meters kubikmeter kubikmetern "
    "mètre_cube mètres_cubes metro_cúbico metros_cúbicos metro_cubo metri_cubi kubieke_meter "
    "kubieke_meters metrów_sześciennych kuutiometriä кубических_метров 立方米 立方メートル",
    "km²": "km² km2 square_kilometre square_kilometres square_kilometer square_kilometers "
    "quadratkilometer quadratkilometern kilomètre_carré kilomètres_carrés kilómetro_cuadrado "
    "kilómetros_cuadrados chilometro_quadrato chilometri_quadrati quilómetros_quadrados "
    "quilômetros_quadrados vierkante_kilometer vierkante_kilometers kvadratkilometer "
    "kilometrów_kwadratowych neliökilometriä квадратных_километров 平方公里",
    "kg": "kilogramme kilogrammi chilo chili quilo quilos quilogramas kilo kilogramo kilogram "
    "kilogramy kilogramów килограмм килограмма килограммов килограммы кілограмів "
    "kiloa kg kilos kilograms kilogramm kilogrammes kilogramos chilogrammi кг 公斤",
    "q": "quintale quintali quintal quintales quintaux quintais",
    "t": "tona tony тонна тонны tonni tonnia tonn tonne tonnes tonnen tons toneladas tonnellate "
    "тонн ton 吨 トン",
    "g": "gram grams gramm gramme grammes gramo gramos grammo grammi grama gramas gramy gramów "
    "грамм грамма граммов",
    "mg": "mg milligram milligrams milligramm milligrammes miligramos milligrammi miligramas "
    "miligramów миллиграмм миллиграмма миллиграммов",
    "kn": "knot knots knoten nœud nœuds nudo nudos nodo nodi nó nós knoop knopen knop węzłów "
    "узлов узла",
    "km/h": "km/h kph km/t kilometres_per_hour kilometers_per_hour kilometres_an_hour "
    "kilometers_an_hour kilometern_pro_stunde kilometer_pro_stunde stundenkilometer "
    "stundenkilometern kilomètres_heure kilómetros_por_hora "
    "chilometri_orari quilómetros_por_hora quilômetros_por_hora kilometer_per_uur "
    "kilometer_i_timmen kilometer_i_timen",
    "µg": "µg μg mcg microgram micrograms mikrogramm microgrammes microgramos microgrammi "
    "microgramas mikrogram",
    "ng": "ng nanogram nanograms nanogramm nanogrammes nanogramos nanogrammi nanogramas",
    "l": "litr litry litrów литр литра litraa litre litres liter liters litros litri литров",
    "hl": "hl hectolitre hectolitres hektoliter hectoliter hectolitros ettolitri hektolitrów",
    "ml": "ml millilitre millilitres milliliter milliliters mililitros millilitri mililitrów",
    "°C": "°c degrees_celsius grad_celsius degrés_celsius grados_celsius gradi_celsius "
    "graus_celsius graden_celsius grader_celsius ℃",
    "°F": "°f degrees_fahrenheit",
    "h": "godzina godzinę godziny година години годин hodina hodiny hodin hodinu tunti "
    "tuntia saat óra ώρα ώρες hour hours stunde stunden heure heures hora horas ora ore "
    "uur uren timer godzin часов часа timmar 小时 時間 시간",
    "min": "minuta minutę minuty минута минуту минуты хвилина хвилини хвилин minutter minuter "
    "minuuttia dakika λεπτά minute minutes minuten minutos minuti minuut minut минут 分钟",
    "s": "sekunda sekundy sekund секунда секунды секунд sekunder second seconds "
    "sekunde sekunden secondes segundos secondi",
    "d": "dzień день днів dny dní dager dage døgn päivää päivä ημέρες ημέρα zile giornata "
    "day days tag tage tagen jour jours día días giorno giorni dia dias dag dagen dni дней "
    "дня dagar 天 일",
    "wk": "tydzień tygodnie неделя недели неделю тиждень тижні тижнів týden týdny týdnů uker "
    "uger viikkoa viikko hafta εβδομάδες săptămâni week weeks woche wochen semaine "
    "semaines semana semanas settimana settimane weken tygodni недель veckor",
    "fortnight": "fortnight fortnights",
    "10yr": "decades decade jahrzehnt jahrzehnte jahrzehnten décennie décennies década décadas "
    "decennio decenni decennium decennia årtionde årtionden decennier tiår årti årtier dekada "
    "dekady dekad десятилетие десятилетия десятилетий",
    "mo": "miesiąc miesiące месяц месяца місяць місяці місяців měsíc měsíce měsíců måneder "
    "kuukautta hónap μήνες month months monat monate monaten mois mes meses mese "
    "mesi maand maanden miesięcy месяцев månader 个月",
    "yr": "enne enni årig åriga årige årigt jährig jährige jähriger jährigen jarig jarige "
    "rok lata roku год рік роки років roky vuotta vuosi έτη χρόνια year years jahr jahre "
    "jahren an ans année années año años anno anni ano anos jaar lat лет года år 岁",
    "MB": "mb megabyte megabytes",
    "GB": "gb gigabyte gigabytes",
    "TB": "tb terabyte terabytes",
}
_PREFIXES: Final = {
    "k": ("kilo", "kilo", "кило"), "M": ("mega", "méga", "мега"), "G": ("giga", "giga", "гига"),
    "T": ("tera", "téra", "тера"),
}  # fmt: skip
_WATTS: Final = {
    "W": "{sign}w {latin}watt {latin}watts {latin}vatio {latin}vatios {latin}waty {latin}watów "
    "{french}watt {french}watts {cyrillic}ватт {cyrillic}ватта",
    "Wh": "{sign}wh {latin}watt_hour {latin}watt_hours {latin}watthours {latin}wattstunde "
    "{latin}wattstunden {french}wattheure {french}wattheures {french}watts_heure "
    "{french}watts_heures {latin}vatios_hora {latin}vatio_hora {latin}wattora {latin}wattore "
    "{latin}watts_hora {latin}watt_hora {latin}wattuur {latin}watttimme {latin}watttimmar "
    "{latin}wattimmar {latin}watogodzin {latin}watogodziny "
    "{cyrillic}ватт_часов {cyrillic}ватт_часа",
}
_WATT_UNITS: Final = {
    sign + unit: words.format(sign=sign.lower(), latin=latin, french=french, cyrillic=cyrillic)
    for unit, words in _WATTS.items()
    for sign, (latin, french, cyrillic) in _PREFIXES.items()
}
UNIT_OF: Final = {
    word.replace("_", " "): unit
    for unit, words in (_UNITS | _WATT_UNITS).items()
    for word in words.split()
}
# How many of a smaller unit are a larger one: `14 days` says two weeks.
SMALLER_UNITS: Final = {
    ("wk", "d"): 7, ("fortnight", "d"): 14, ("fortnight", "wk"): 2,
    ("10yr", "yr"): 10, ("yr", "mo"): 12, ("h", "min"): 60, ("min", "s"): 60, ("d", "h"): 24,
}  # fmt: skip
# Of which unit another one is a power of ten, and which: a kilometre is 10^3 metres.
POWERS_OF_TEN: Final = {
    "km": ("m", 3), "m": ("m", 0), "cm": ("m", -2), "mm": ("m", -3),
    "km²": ("m²", 6), "ha": ("m²", 4), "m²": ("m²", 0),
    "%": ("%", 0), "‰": ("%", -1), "pp": ("pp", 0), "bp": ("pp", -2),
    "t": ("g", 6), "q": ("g", 5), "kg": ("g", 3), "g": ("g", 0), "mg": ("g", -3),
    "µg": ("g", -6), "ng": ("g", -9),
    "hl": ("l", 2), "l": ("l", 0), "ml": ("l", -3),
    "TW": ("W", 12), "GW": ("W", 9), "MW": ("W", 6), "kW": ("W", 3),
    "TWh": ("Wh", 12), "GWh": ("Wh", 9), "MWh": ("Wh", 6), "kWh": ("Wh", 3),
}  # fmt: skip
_MONTH_WORDS: Final = {
    1: "january jan januar janvier enero gennaio janeiro januari styczeń stycznia январь января",
    2: "february feb februar février febrero febbraio fevereiro februari luty lutego февраль "
    "февраля",
    3: "march mar märz mars marzo março maart marts marzec marca март марта",
    4: "april apr avril abril aprile kwiecień kwietnia апрель апреля",
    5: "may mai mayo maggio maio mei maj maja май мая",
    6: "june jun juni juin junio giugno junho czerwiec czerwca июнь июня",
    7: "july jul juli juillet julio luglio julho lipiec lipca июль июля",
    8: "august aug août agosto augustus augusti sierpień sierpnia август августа",
    9: "september sep sept septembre septiembre settembre setembro wrzesień września сентябрь "
    "сентября",
    10: "october oct oktober octobre octubre ottobre outubro październik października октябрь "
    "октября",
    11: "november nov novembre noviembre novembro listopad listopada ноябрь ноября",
    12: "december dec desember dezember décembre diciembre dicembre dezembro grudzień grudnia "
    "декабрь декабря",
}
MONTH_NUMBERS: Final = {
    word: month for month, words in _MONTH_WORDS.items() for word in words.split()
}
# The languages whose number words are known.
CODE_OF: Final = {
    "English": "en", "German": "de", "French": "fr", "Spanish": "es", "Italian": "it",
    "Portuguese": "pt", "Dutch": "nl", "Polish": "pl", "Russian": "ru", "Swedish": "sv",
    "Norwegian": "no", "Danish": "da",
}  # fmt: skip


def code_of(language: Vocabulary | None) -> str:
    """Return the code of a language whose number words are known; "" for any other."""
    return CODE_OF.get(language.name, "") if language else ""


def exponent_of(word: str, language: str) -> int | None:
    """Return the power of ten by which a word of scale multiplies; None for any other word.

    Args:
        word: the word in lower case: `billion`.
        language: the English name of its language; "" where it is not known.
    """
    return _SCALES_OF.get(language, SCALES).get(word, SCALES.get(word))
