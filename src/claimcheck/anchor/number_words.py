"""Numbers in words, by language: what each word is worth, and how words make a number.

Words below a hundred are written out or made by rule; hundreds, thousands and millions are
multiplied. Languages that write a number in one word (`dreiundzwanzig`) have all of them up to
ninety-nine.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# From nought to nineteen or twenty, then the tens, in order.
_UNITS: Final = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
    "quince dieciséis diecisiete dieciocho diecinueve",
    "it": "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici "
    "quattordici quindici sedici diciassette diciotto diciannove",
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze "
    "dezesseis dezessete dezoito dezenove",
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
    "vijftien zestien zeventien achttien negentien",
    "pl": "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście "
    "dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście "
    "dziewiętnaście",
    "ru": "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    "sv": "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton "
    "sjutton arton nitton",
    "no": "null en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten "
    "sytten atten nitten",
    "da": "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten "
    "sytten atten nitten",
}
TENS: Final = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "pl": "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt "
    "osiemdziesiąt dziewięćdziesiąt",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "sv": "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    "no": "tjue tretti førti femti seksti sytti åtti nitti",
    "da": "tyve tredive fyrre halvtreds tres halvfjerds firs halvfems",
}
_MULTIPLES: Final = {
    "en": {"hundred": 100, "thousand": 1000, "dozen": 12},
    "de": {"hundert": 100, "tausend": 1000, "dutzend": 12},
    "fr": {"cent": 100, "cents": 100, "mille": 1000, "douzaine": 12, "dizaine": 10,
           "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
           "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000},
    "es": {"cien": 100, "ciento": 100, "mil": 1000, "docena": 12, "decena": 10,
           "quincena": 15, "veintena": 20, "treintena": 30, "cincuentena": 50, "centenar": 100,
           "millar": 1000},
    "it": {"cento": 100, "mille": 1000, "mila": 1000, "decina": 10,
           "dozzina": 12, "quindicina": 15, "ventina": 20, "trentina": 30, "quarantina": 40,
           "cinquantina": 50, "centinaio": 100, "migliaio": 1000},
    "pt": {"cem": 100, "cento": 100, "mil": 1000, "dúzia": 12, "dezena": 10,
           "centena": 100, "milhar": 1000},
    "nl": {"honderd": 100, "duizend": 1000, "dozijn": 12, "tiental": 10,
           "twintigtal": 20, "honderdtal": 100},
    "pl": {"sto": 100, "tysiąc": 1000, "tysiące": 1000, "tysięcy": 1000},
    "ru": {"сто": 100, "тысяча": 1000, "тысячи": 1000,
           "тысяч": 1000, "дюжина": 12, "дюжину": 12, "дюжины": 12, "десяток": 10,
           "десятка": 10},
    "sv": {"hundra": 100, "tusen": 1000, "dussin": 12, "tiotal": 10, "hundratal": 100},
    "no": {"hundre": 100, "tusen": 1000, "dusin": 12, "titall": 10, "hundretall": 100},
    "da": {"hundrede": 100, "tusind": 1000, "tusinde": 1000, "dusin": 12, "snes": 20},
}  # fmt: skip
_MORE: Final = {
    "fr": {"vingts": 20, "quatre-vingts": 80, "septante": 70, "nonante": 90, "huitante": 80,
           "vingt-et-un": 21, "trente-et-un": 31, "quarante-et-un": 41, "cinquante-et-un": 51,
           "soixante-et-un": 61, "soixante-et-onze": 71},
    "es": {"doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500,
           "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900,
           "doscientas": 200, "trescientas": 300, "cuatrocientas": 400, "quinientas": 500,
           "seiscientas": 600, "setecientas": 700, "ochocientas": 800, "novecientas": 900,
           "veintiún": 21, "veintiuna": 21,
           "veintiuno": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24,
           "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28,
           "veintinueve": 29},
    "pt": {"duas": 2, "dezasseis": 16, "dezassete": 17, "dezanove": 19, "duzentos": 200,
           "trezentos": 300, "quatrocentos": 400, "quinhentos": 500, "seiscentos": 600,
           "setecentos": 700, "oitocentos": 800, "novecentos": 900, "duzentas": 200,
           "trezentas": 300, "quatrocentas": 400, "quinhentas": 500, "seiscentas": 600,
           "setecentas": 700, "oitocentas": 800, "novecentas": 900},
    "pl": {"dwie": 2, "dwóch": 2, "trzech": 3, "czterech": 4, "pięciu": 5, "sześciu": 6,
           "siedmiu": 7, "ośmiu": 8, "dziewięciu": 9, "dziesięciu": 10, "dwieście": 200,
           "trzysta": 300, "czterysta": 400, "pięćset": 500, "sześćset": 600, "siedemset": 700,
           "osiemset": 800, "dziewięćset": 900},
    "ru": {"две": 2, "двух": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5,
           "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10, "двадцати": 20,
           "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500,
           "шестьсот": 600, "семьсот": 700, "восемьсот": 800, "девятьсот": 900},
    "sv": {"ett": 1},
    "no": {"ett": 1, "et": 1, "syv": 7, "tyve": 20, "tredve": 30},
    "da": {"et": 1},
    "de": {"eins": 1, "eine": 1, "zwo": 2, "dreissig": 30},
}  # fmt: skip
_ORDINALS: Final = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
    "fr": "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième "
    "dixième onzième douzième treizième quatorzième quinzième",
    "es": "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo "
    "duodécimo decimotercero",
    "it": "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo "
    "dodicesimo tredicesimo quattordicesimo quindicesimo",
    "pt": "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo",
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde "
    "twaalfde dertiende veertiende vijftiende",
    "sv": "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte "
    "trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde",
    "no": "første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte "
    "tolvte trettende fjortende femtende",
    "da": "første anden tredje fjerde femte sjette syvende ottende niende tiende",
}
_HANS: Final = {
    **{char: value for value, char in enumerate("〇一二三四五六七八九")},
    "零": 0,
    "两": 2,
    "兩": 2,
}
_HAN_MULTIPLES: Final = {"十": 10, "百": 100, "千": 1000}
_HAN_LARGE: Final = {"万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8}
HAN_NUMBER: Final = "[〇零一二三四五六七八九两兩十百千万萬亿億]"


# What a hundred and a thousand are called in languages that write numbers in one word, and what
# may join a hundred and what follows.
_IN_ONE_WORD: Final = {
    "de": ("hundert", "tausend", "und"), "nl": ("honderd", "duizend", "en"),
    "sv": ("hundra", "tusen", "och"), "no": ("hundre", "tusen", "og"),
    "da": ("hundrede", "tusind", "og"), "it": ("cento", "mila", ""),
}  # fmt: skip


# The words that longer numbers are made of, by the language's code.
WORDS: Final = {
    code: frozenset((*units.split(), *TENS[code].split(), *_MULTIPLES[code]))
    for code, units in _UNITS.items()
}


@cache
def values(code: str) -> dict[str, int]:  # noqa: C901 - one branch a language
    """The value of each number word of a language, those that join several included."""
    if code not in _UNITS:
        return {}
    units, tens = _UNITS[code].split(), TENS[code].split()
    table = {word: value for value, word in enumerate(units)}
    table |= {word: 10 * (2 + number) for number, word in enumerate(tens)}
    table |= _MORE.get(code, {})
    joiner = {"de": "und", "nl": "en", "da": "og"}.get(code)
    for number, ten in enumerate(tens):
        for unit in range(1, 10):
            value = 10 * (2 + number) + unit
            word = units[unit]
            if joiner:
                table[f"{word}{joiner}{ten}"] = value
                table[f"{word}ën{ten}"] = value
            elif code == "it":
                stem = ten[:-1] if word[0] in "ou" else ten
                table[f"{stem}{word}"] = value
            elif code in ("sv", "no"):
                table[f"{ten}{word}"] = value
            else:
                table[f"{ten}-{word}"] = value
    if code == "fr":
        for base, ten in ((60, "soixante"), (80, "quatre-vingt")):
            for unit in range(10, 20):
                table[f"{ten}-{units[unit]}"] = base + unit
    if code in ("sv", "no"):
        table |= {f"{ten}ett": 10 * (2 + number) + 1 for number, ten in enumerate(tens)}
    return table | _compounds(code, table)


def _compounds(code: str, table: Mapping[str, int]) -> dict[str, int]:
    """The value of each number from a hundred on that a language writes in one word.

    Args:
        code: the code of the language.
        table: what its words below a hundred are worth.
    """
    if code not in _IN_ONE_WORD:
        return {}
    hundred, thousand, joiner = _IN_ONE_WORD[code]
    below = {word: value for word, value in table.items() if 0 < value < 100}  # a hundred
    digits = {"": 1, **{word: value for word, value in below.items() if value < 10}}  # ten
    compounds = {}
    for digit, hundreds in digits.items():
        base = digit + hundred
        if code != "it":  # `il Quattrocento` is a century
            compounds[base] = 100 * hundreds
        for word, value in below.items():
            begun = base[:-1] if code == "it" and word.startswith("o") else base
            compounds[begun + word] = compounds[base + joiner + word] = 100 * hundreds + value
    for word, value in (*below.items(), *compounds.items()):
        compounds[word + thousand] = 1000 * value
    return compounds


@cache
def multiples(code: str) -> dict[str, int]:
    """The words that multiply the number before them, in a language."""
    return _MULTIPLES.get(code, {})


@cache
def ordinals(code: str) -> dict[str, int]:
    """The value of each ordinal in words, in a language."""
    words = _ORDINALS.get(code, "").split()
    table = {word: value for value, word in enumerate(words, 1)}
    if code == "de":
        table |= {word + end: value for word, value in list(table.items()) for end in "nrsm"}
    if code == "es":
        table |= {"primer": 1, "tercer": 3}
    if code in ("es", "it", "pt"):
        table |= {word[:-1] + "a": value for word, value in list(table.items())}
    return table


def joiners(code: str) -> frozenset[str]:
    """The small words that stand inside a number: `a hundred and five`, `treinta y uno`."""
    return frozenset(
        {"en": "and", "es": "y", "pt": "e", "fr": "et", "it": "e", "no": "og", "da": "og"}.get(
            code, ""
        ).split()
    )


def han_value(characters: str) -> int:
    """The value of a number in Han characters: `二十三`, `三万五千`, `二〇二一`."""
    if all(char in _HANS for char in characters):
        return int("".join(str(_HANS[char]) for char in characters))
    total = section = digit = 0
    for char in characters:
        if char in _HANS:
            digit = _HANS[char]
        elif char in _HAN_MULTIPLES:
            section += (digit or 1) * _HAN_MULTIPLES[char]
            digit = 0
        elif char in _HAN_LARGE:
            total += (section + digit or 1) * _HAN_LARGE[char]
            section = digit = 0
    return total + section + digit
