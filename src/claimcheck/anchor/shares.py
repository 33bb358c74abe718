"""Shares in words: `two thirds of the members`, `die Hälfte der Boote`, by language.

A share is told from an ordinal (`the third of May`) and from a half that is no share (`the first
half of 1999`) by what stands before it, and by the genitive or preposition behind it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.measure_words import code_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor.languages.vocabulary import Vocabulary

# The unit that a share has among figures.
SHARE: Final = "share"
# How many parts, then into how many; a word with both is a share by itself.
_MANY: Final = {
    "en": """
        a=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9
    """,
    "de": """
        ein=1 einem=1 eines=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8
        neun=9
    """,
    "fr": """
        un=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9
    """,
    "es": """
        un=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 una=1 la=1
    """,
    "it": """
        un=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9
    """,
    "pt": """
        um=1 dois=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9
    """,
    "nl": """
        een=1 één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9
    """,
    "sv": """
        en=1 ett=1 två=2 tre=3 fyra=4 fem=5 sex=6 sju=7 åtta=8 nio=9
    """,
    "no": """
        en=1 et=1 ett=1 én=1 to=2 tre=3 fire=4 fem=5 seks=6 sju=7 syv=7 åtte=8 ni=9
    """,
    "da": """
        en=1 et=1 én=1 to=2 tre=3 fire=4 fem=5 seks=6 syv=7 otte=8 ni=9
    """,
    "pl": """
        jedna=1 jedną=1 jednej=1 dwie=2 dwóch=2 trzy=3 trzech=3 cztery=4 czterech=4
        pięć=5
    """,
    "ru": """
        одна=1 одну=1 одной=1 две=2 двух=2 три=3 трёх=3 трех=3 четыре=4 пять=5
    """,
}
_INTO: Final = {
    "en": """
        third=3 thirds=3 quarter=4 quarters=4 fourth=4 fourths=4 fifth=5 fifths=5
        sixth=6 sixths=6 seventh=7 sevenths=7 eighth=8 eighths=8 ninth=9 ninths=9
        tenth=10 tenths=10
    """,
    "de": """
        drittel=3 dritteln=3 viertel=4 vierteln=4 fünftel=5 fünfteln=5 sechstel=6
        siebtel=7 achtel=8 neuntel=9 zehntel=10
    """,
    "fr": """
        tiers=3 quart=4 quarts=4 cinquième=5 cinquièmes=5 sixième=6 sixièmes=6
        septième=7 septièmes=7 huitième=8 huitièmes=8 neuvième=9 neuvièmes=9 dixième=10
        dixièmes=10
    """,
    "es": """
        tercio=3 tercios=3 cuarto=4 cuartos=4 quinto=5 quintos=5 sexto=6 sextos=6
        octavo=8 octavos=8 décimo=10 décimos=10 tercera_parte=3 terceras_partes=3
        cuarta_parte=4 cuartas_partes=4 quinta_parte=5 quintas_partes=5 décima_parte=10
    """,
    "it": """
        terzo=3 terzi=3 quarto=4 quarti=4 quinto=5 quinti=5 sesto=6 sesti=6 settimo=7
        settimi=7 ottavo=8 ottavi=8 nono=9 noni=9 decimo=10 decimi=10
    """,
    "pt": """
        terço=3 terços=3 quarto=4 quartos=4 quinto=5 quintos=5 sexto=6 sextos=6
        oitavo=8 oitavos=8 décimo=10 décimos=10
    """,
    "nl": """
        derde=3 kwart=4 vierde=4 vijfde=5 zesde=6 zevende=7 achtste=8 negende=9
        tiende=10
    """,
    "sv": """
        tredjedel=3 tredjedelar=3 fjärdedel=4 fjärdedelar=4 femtedel=5 femtedelar=5
        sjättedel=6 sjättedelar=6 åttondel=8 åttondelar=8 tiondel=10 tiondelar=10
    """,
    "no": """
        tredjedel=3 tredjedeler=3 tredel=3 tredeler=3 fjerdedel=4 fjerdedeler=4 firedel=4
        firedeler=4 femtedel=5 femtedeler=5 femdel=5 femdeler=5 sjettedel=6 sjettedeler=6
        seksdel=6 seksdeler=6 åttendedel=8 åttedel=8 åttedeler=8 tidel=10 tideler=10 tiendedel=10
    """,
    "da": """
        tredjedel=3 tredjedele=3 fjerdedel=4 fjerdedele=4 kvart=4 femtedel=5 femtedele=5
        sjettedel=6 sjettedele=6 ottendedel=8 ottendedele=8 tiendedel=10 tiendedele=10
    """,
    "pl": """
        trzecia=3 trzecią=3 trzeciej=3 trzecie=3 trzecich=3 czwarta=4 czwartą=4
        czwartej=4 czwarte=4 czwartych=4 piąta=5 piątą=5 piątej=5 piąte=5 piątych=5
        szósta=6 dziesiąta=10 dziesiątą=10 dziesiątych=10
    """,
    "ru": """
        треть=3 трети=3 третей=3 четверть=4 четверти=4 четвертей=4 пятая=5 пятую=5
        пятых=5 шестая=6 шестых=6 десятая=10 десятую=10 десятых=10
    """,
}
_WHOLE: Final = {
    "en": "half=2", "de": "hälfte=2", "fr": "moitié=2", "es": "mitad=2", "it": "metà=2",
    "pt": "metade=2", "nl": "helft=2", "sv": "hälften=2",
    "no": "halvparten=2 halvdelen=2", "da": "halvdelen=2",
    "pl": "połowa=2 połowę=2 połowy=2 ćwierć=4",
    "ru": "половина=2 половину=2 половины=2 половине=2 треть=3 четверть=4",
}  # fmt: skip
# What joins a share to what it is of; languages with a genitive need none.
_OF: Final = {
    "en": r"of", "de": r"der|des|aller|von|vom|seiner|ihrer|unserer|dieser|deren|dessen",
    "fr": r"des?|du|d['’]|de la|de l['’]", "es": r"del?|de ell[oa]s",
    "it": r"di|del|dei|della|delle|degli|dell['’]",
    "pt": r"d[eoa]|d[oa]s|d?el[ea]s|d(?:ess|est|aquel)[eas]s?",
    "nl": r"van", "sv": r"av", "pl": "", "ru": "",
    "no": r"av", "da": r"af",
}  # fmt: skip
# What such a word names is what was named before: `a quarter of that sum`.
_SUM_WORDS: Final = (
    "amount sum total summe betrag somme montant suma importe valor somma importo soma quantia "
    "bedrag som summan beloppet sumy kwoty суммы"
)
_SUM: Final = frozenset(_SUM_WORDS.split())
# `fell by a quarter`, `in a quarter`, `to a third`: how much, when, and to what, but no part.
_NO_PART_BEFORE: Final = {
    "en": r"by|in|into|to|for|after|within|per|than|every|and|a|an",
    "de": r"um|zur?|auf|in|nach|pro|als|je",
    "fr": r"de|d['’]|à|par|dans|en|pour",
    "es": r"en|por|a|al|de|para",
    "it": r"di|del|della|a|al|alla|in|per",
    "pt": r"em|por|para|à|ao|num|numa|de",
    "nl": r"met|tot|op|in|na|per|om",
    "sv": r"med|till|på|i|om|per",
    "no": r"med|til|på|i|om|per",
    "da": r"med|til|på|i|om|per",
    "pl": r"o|do|na|w|po|za",
    "ru": r"на|до|в|по|за",
}
# `the first half of 1999`, `the third of May`
_ORDINAL_BEFORE: Final = re.compile(
    r"(?:\b(?:first|second|third|last|other|latter|better|erste|zweite|ersten|zweiten|andere|"
    r"première|deuxième|seconde|autre|primera|segunda|otra|prima|seconda|altra|primeira|outra|"
    r"eerste|tweede|andere|första|andra|pierwsza|pierwszej|druga|drugiej|drugą|pierwszą|"
    r"первая|первой|первую|вторая|второй|вторую)\s+(?:the\s+)?)\Z",
    re.IGNORECASE,
)
_BEFORE: Final = 24
# `of which the state pays a quarter.`
_CLAUSE_END: Final = r"(?=\s*(?:[.,;:!?)\]»”]|\Z))"
_HALF_THE: Final = r"(?=\s+(?:the|all|our|its|his|her|their|my|those|these)\b)"
# `un tiers d'entre eux`
_AMONG: Final = frozenset(
    ("entre", "d'entre", "them", "ihnen", "ellos", "ellas", "loro", "deles", "delas")
)
_LONGEST_NOUN: Final = 60
_LETTERS_OF_A_STEM: Final = 4
# `von denen ein Drittel mit dem Auto fährt`, `dont la moitié sera versée`
_WHICH: Final = {
    "en": r"of (?:which|whom|these|them)", "de": r"von denen|von dem|wovon|davon|darunter|deren",
    "fr": r"dont|desquel(?:le)?s|parmi lesquel(?:le)?s", "es": r"(?:de (?:l[oa]s )?(?:cuales|que))",
    "it": r"di cui|dei quali|delle quali", "pt": r"d[oa]s quais", "nl": r"waarvan|van wie",
    "sv": r"varav|av vilka", "no": r"hvorav|av disse", "da": r"hvoraf|af disse",
    "pl": r"z których|z czego", "ru": r"из которых|из них",
}  # fmt: skip
_BY: Final = {
    "en": "by", "de": "um", "fr": "de|d['’]", "es": "en|un|de", "it": "di|del|della",
    "pt": "em|de", "nl": "met", "sv": "med", "no": "med", "da": "med", "pl": "o", "ru": "на",
}  # fmt: skip


class Share(NamedTuple):
    """A share in words: where it stands, what part it is, and of what."""

    start: int
    end: int
    value: Decimal
    noun: str


def shares_in(text: str, start: int, end: int, vocabulary: Vocabulary | None) -> Iterator[Share]:
    """Yield the shares in words of a stretch of a text, in order.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
        vocabulary: the words of its language, if it is known.
    """
    code = code_of(vocabulary)
    if vocabulary is None or code not in _MANY:
        return
    if not _may_have_shares(code, text[start:end]):
        return
    for pattern in (_of_which(code), _hyphenated(code)):
        for match in pattern.finditer(text, start, end):
            yield _share(code, match, "")
    pattern = _pattern(code)
    for match in pattern.finditer(text, start, end):
        if _ORDINAL_BEFORE.search(text, max(start, match.start() - _BEFORE), match.start()):
            continue
        if match["end"] is not None and _is_no_part(code, text, start, match):
            continue
        is_last = match["end"] is not None
        share = _share(code, match, "" if is_last else _noun(vocabulary, text, match.end(), end))
        if share.value < 1:
            yield share


def changes_in(text: str, start: int, end: int, vocabulary: Vocabulary | None) -> Iterator[Share]:
    """Yield the shares by which something rises or falls: `up by a quarter`.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
        vocabulary: the words of its language, if it is known.
    """
    code = code_of(vocabulary)
    if code in _MANY and _may_have_shares(code, text[start:end]):
        for match in _changing(code).finditer(text, start, end):
            yield _share(code, match, "")


def _may_have_shares(code: str, sentence: str) -> bool:
    """A glance, which tells of most sentences that they have none."""
    lowered = sentence.lower()
    return any(stem in lowered for stem in _stems(code))


def _share(code: str, match: re.Match[str], noun: str) -> Share:
    many = _numbers(_MANY[code]).get((match["many"] or "").lower(), 1)
    parts = _into(code)[" ".join(re.split(r"[\s-]+", (match["into"] or match["whole"]).lower()))]
    return Share(match.start("share"), match.end("share"), Decimal(many) / parts, noun)


def _is_no_part(code: str, text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a share that ends its clause says by how much, or when: `fell by a third`.

    Args:
        code: the code of the language.
        text: the text.
        start: where the stretch begins, in code points.
        match: the share.
    """
    before = text[max(start, match.start() - _BEFORE) : match.start()]
    if code == "en" and not re.search(r"\w\s+\Z", before):
        return True  # `A third, the Osprey, was late`
    article = r"(?:(?:the|die|der|la|il|l['’]|de)\s*)?" if match["whole"] else r""
    cue = rf"(?<!\w)(?:{_NO_PART_BEFORE[code]})\s*{article}\Z"
    return bool(re.search(cue, before, re.IGNORECASE))


def _noun(vocabulary: Vocabulary, text: str, start: int, end: int) -> str:
    """The first word behind a share that is no article; "" for a pronoun: `half of them`."""
    for word in vocabulary.words(text, start, min(end, start + _LONGEST_NOUN)):
        if word.text in _AMONG:
            return ""
        kinds = vocabulary.naming.of_word(word.text)
        if "pronoun" in kinds and "determiner" not in kinds:
            return ""
        if not kinds & {"determiner", "quantifier"}:
            return "" if word.text in _SUM else word.text
    return ""


@cache
def _numbers(written: str) -> dict[str, int]:
    pairs = (pair.split("=") for pair in written.split())
    return {word.replace("_", " "): int(number) for word, number in pairs}


@cache
def _stems(code: str) -> tuple[str, ...]:
    """The first letters of the words for parts: every share of a language has some of them."""
    return tuple({word[:_LETTERS_OF_A_STEM] for word in _into(code)})


@cache
def _into(code: str) -> dict[str, int]:
    """The number of parts of which each word names one: 4 for `quarter`, 2 for `hälfte`."""
    return _numbers(_INTO[code]) | _numbers(_WHOLE[code])


def _alternatives(code: str) -> tuple[str, str, str]:
    """Patterns of how many parts, of into how many, and of words that are a share by themselves."""
    many, into, whole = (
        "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _numbers(words))
        for words in (_MANY[code], _INTO[code], _WHOLE[code])
    )
    return many, into, whole


@cache
def _of_which(code: str) -> re.Pattern[str]:
    many, into, whole = _alternatives(code)
    return re.compile(
        rf"\b(?:{_WHICH[code]})\s+(?:\w+\s+){{0,3}}?(?P<share>(?P<many>{many})[\s-]+(?P<into>{into})\b"
        rf"|(?:(?:the|die|der|la|el|il|a|de)\s+)?(?P<whole>{whole})\b)",
        re.IGNORECASE,
    )


@cache
def _hyphenated(code: str) -> re.Pattern[str]:
    """A share that is one word: `four-fifths opposed it`, `driekwart`, whatever follows."""
    many, into, _whole = _alternatives(code)
    joint = "" if code == "nl" else "-"
    # `Les deux tiers venaient d'Espagne`
    definite = r"(?<!\w)(?:les|the|die|los|las|i|le|os|as)\s+"
    share = rf"(?P<share>(?P<many>{many})(?:{joint}|\s+)(?P<into>{into}))"
    glued = rf"(?=(?:{many}){joint}(?:{into})\b)"
    owned = rf"(?!\s+(?:{_OF[code]})(?<=['’]|\w))" if _OF[code] else ""
    # `drei Viertel davon`; `three quarters` may be nine months.
    parts = "|".join(word for word in into.split("|") if not word.startswith("quarter"))
    several = rf"\b(?=(?:{_several(code)})\s+(?:{parts})\b)" if _OF[code] else "(?!)"
    return re.compile(
        rf"(?:{definite}|\b{glued}|{several}){share}\b{owned}(?P<whole>(?!))?", re.IGNORECASE
    )


def _several(code: str) -> str:
    """A pattern of the numbers of parts beyond one."""
    return "|".join(re.escape(word) for word, many in _numbers(_MANY[code]).items() if many > 1)


@cache
def _changing(code: str) -> re.Pattern[str]:
    many, into, whole = _alternatives(code)
    return re.compile(
        rf"(?<!\w)(?:{_BY[code]})\s*(?:\w+\s+){{0,3}}?(?P<share>(?P<many>{many})[\s-]*(?P<into>{into})"
        rf"|(?:(?:the|die|der|la|il|l['’]|de)\s*)?(?P<whole>{whole}))\b",
        re.IGNORECASE,
    )


@cache
def _pattern(code: str) -> re.Pattern[str]:
    many, into, whole = _alternatives(code)
    joint = rf"(?=\s+(?:{_OF[code]})(?<=['’]|\w)(?:\b|(?<=['’])))" if _OF[code] else r"(?=\s+\w)"
    half = rf"(?:{joint}|{_HALF_THE})" if code == "en" else joint
    return re.compile(
        rf"\b(?P<share>(?:(?P<many>{many})[\s-]*(?P<into>{into})\b(?={joint}|{_CLAUSE_END}))"
        rf"|(?:(?P<whole>{whole})\b(?={half}|{_CLAUSE_END})))"
        rf"(?:(?P<end>{_CLAUSE_END})|(?:\s+(?:{_OF[code] or '(?!)'})\b)?)",
        re.IGNORECASE,
    )
