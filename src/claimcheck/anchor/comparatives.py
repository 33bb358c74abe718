"""Words behind a figure by which something is more than another: `15 percent dearer`, `3 m above`.

Of a plain number such a word counts only where it says than what: `two larger boats` are no more.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.clause_borders import alternatives
from claimcheck.anchor.figure import FigureKind

if TYPE_CHECKING:
    from claimcheck.anchor.figure import Figure

# What is more, then what is less, parted by `|`. What is faster takes less time, at more speed.
_DEGREES: Final = {
    "en": "higher larger bigger greater longer taller wider heavier dearer older warmer "
    "hotter stronger more(?!_or) | fewer less(?!_or) lower smaller shorter narrower lighter "
    "cheaper younger colder cooler weaker",
    "de": "mehr (?:höher|länger|größer|teurer|breiter|schwerer|wärmer|stärker|älter)"
    "(?:e[nrsm]?)? | weniger (?:niedriger|geringer|kürzer|kleiner|billiger|günstiger|schmaler|"
    "leichter|kälter|schwächer|jünger)(?:e[nrsm]?)?",
    "fr": "supérieure?s? plus_(?:élevée?s?|chère?s?|grande?s?|longs?) | inférieure?s? "
    "plus_(?:basse?s?|petite?s?|courte?s?) moins_(?:élevée?s?|chère?s?)",
    "es": "superior(?:es)? más_(?:alt|car|larg)[oa]s? | "
    "inferior(?:es)? más_(?:baj|barat|cort)[oa]s?",
    "it": "superior[ei] più_(?:alt|car)[oaie] | inferior[ei] più_(?:bass|cort)[oaie] "
    "meno_car[oaie]",
    "pt": "superior(?:es)? acima mais_(?:alt|car)[oa]s? | inferior(?:es)? abaixo "
    "mais_(?:baix|barat)[oa]s?",
    "nl": "meer (?:hoger|langer|groter|duurder|zwaarder)e? | "
    "minder (?:lager|korter|kleiner|goedkoper|lichter)e?",
    "sv": "fler mer högre längre större dyrare | färre lägre kortare mindre billigare",
    "no": "flere mer høyere lengre større dyrere | færre lavere kortere mindre billigere",
    "da": "flere mere højere længere større dyrere | færre lavere kortere mindre billigere",
    "pl": "wyższ\\w+ drożej | niższ\\w+ taniej",
    "ru": "выше больше дороже | ниже меньше дешевле",
}
_THAN: Final = {
    "en": "than", "de": "als", "fr": "qu\\w* à aux?", "es": "que al? de",
    "it": "di che a\\w* rispetto",
    "pt": "do à ao a", "nl": "dan", "sv": "än", "no": "enn", "da": "end", "pl": "niż od",
    "ru": "чем",
}  # fmt: skip
_MEAN: Final = {
    "de": "de[mnr]_(?:\\w+_)?\\w*(?:schnitt|mittel|vorjahr|plan|normal|soll)\\w*",
    "sv": "(?:\\w+_)?(?:genomsnitt\\w*|snittet|medel\\w*|normal\\w*)",
    "no": "(?:\\w+_)?(?:gjennomsnitt\\w*|snittet|normal\\w*)",
    "da": "(?:\\w+_)?(?:gennemsnit\\w*|snittet|normal\\w*)",
}  # fmt: skip
# Where something stands beside another, of whatever figure.
_PLACES: Final = {
    "en": "above ahead_of clear_of in_front_of | below behind adrift_of",
    "de": f"über_{_MEAN['de']} | unter_{_MEAN['de']}",
    "fr": "au[-\\s]dessus | au[-\\s]dessous en[-\\s]dessous",
    "es": "por_encima por_delante | por_debajo por_detrás",
    "it": "(?:al_di_)?sopra | (?:al_di_)?sotto", "pt": "acima | abaixo",
    "nl": "boven_(?:het|de) | onder_(?:het|de)",
    "sv": f"över_{_MEAN['sv']} | under_{_MEAN['sv']}",
    "no": f"over_{_MEAN['no']} | under_{_MEAN['no']}",
    "da": f"over_{_MEAN['da']} | under_{_MEAN['da']}",
}  # fmt: skip
_BY_DEGREE: Final = (FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MEASURE)


class TrendCue(NamedTuple):
    """Words that say which way a figure goes.

    Attributes:
        way: 1 for up, -1 for down.
        start: where they begin, in code points.
        end: where they end.
        names_other: whether what follows is what something is compared with.
    """

    way: int
    start: int
    end: int
    names_other: bool = True


def comparative_behind(text: str, code: str, figure: Figure, high: int) -> TrendCue | None:
    """Return the word behind a figure by which something is more, or less; None for none.

    Args:
        text: the text.
        code: the code of its language.
        figure: the figure.
        high: where its clause ends, in code points.
    """
    match, than = _places(code).match(text, figure.end, high), None
    if match is None:
        match = _degrees(code, figure.kind in _BY_DEGREE).match(text, figure.end, high)
        than = match and _than(code).search(text, match.end(), high)
        names_other = than is not None
    else:
        names_other = True
    if match is None:
        return None
    way, start = (1, match.start("more")) if match["more"] else (-1, match.start("less"))
    return TrendCue(way, start, than.end() if than else match.end(), names_other)


@cache
def _places(code: str) -> re.Pattern[str]:
    return _pattern(_PLACES.get(code, "(?!) | (?!)"), "")


@cache
def _than(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(_THAN[code])})\b", re.IGNORECASE)


@cache
def _degrees(code: str, is_bare: bool) -> re.Pattern[str]:  # noqa: FBT001 - a cache's key
    behind = "" if is_bare else rf"(?=\s+{_than(code).pattern})"
    return _pattern(_DEGREES[code], behind)


def _pattern(words: str, behind: str) -> re.Pattern[str]:
    """A pattern of words behind a figure, with one between at most: `40 seats more than`."""
    more, less = (alternatives(each) for each in words.split(" | "))
    return re.compile(
        rf"\s+(?:[^\W\d]+\s+)?(?:(?P<more>{more})|(?P<less>{less}))\b{behind}", re.IGNORECASE
    )
