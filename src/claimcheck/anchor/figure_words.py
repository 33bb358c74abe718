"""Words beside figures, in many languages: what joins them, makes them rough, or is counted."""

from __future__ import annotations

import re
from typing import Final

# What parts the two figures of a range, or of a change: `10 to 12 km`.
BETWEEN: Final = re.compile(
    r"\s?(?:[–—-]|to|and|or|bis|auf|und|oder|à|a|al|y|et|ou|e|para|tot|naar|en|до|и|do|i|till|til|og|och|至|到"
    r"|から|~)\s?\Z"
)
# What says that a figure is about so much.
_ROUGH_WORDS: Final = (
    "about around roughly nearly almost approximately some over under more less than least "
    "most circa ca etwa rund fast knapp gut ungefähr über mehr unter mindestens höchstens "
    "environ près presque plus moins quelque unos unas cerca casi aproximadamente más menos "
    "alrededor quasi oltre più meno quase aproximadamente mais menos ongeveer bijna ruim "
    "meer około prawie ponad niemal около почти примерно более менее свыше nästan ungefär mer mere "
    "drygt över nära närmare knappt inemot uppemot omkring nesten omtrent rundt drøyt drøye vel "
    "snaut snaue opptil minst knapt knappe næsten godt knap mindst højst op superato supera "
    "superano superou ultrapassou dépass dépassé dépasse dépassent superó superan superado exceed "
    "exceeds exceeded exceeding topped surpassed übersteigt überstieg übertraf überschritten "
    "overtrof oversteeg passerade översteg oversteg "
    "close nearing upwards approaching ~ ≈ 约 約 近 およそ 余 超"
)
ROUGH: Final = frozenset(_ROUGH_WORDS.split())
# What says that it is more than a figure, or less.
_MORE_WORDS: Final = (
    "over more above exceeding exceeds exceeded topped mehr über plus más mais più oltre meer ruim "
    "över mer drygt drøyt mere superato supera superou ultrapassou superó dépasse dépassé więcej "
    "ponad более свыше больше"
)
_LESS_WORDS: Final = (
    "under less fewer below weniger unter moins menos meno minder mindre mniej poniżej менее меньше"
)
MORE: Final = frozenset(_MORE_WORDS.split())
LESS: Final = frozenset(_LESS_WORDS.split())
# What says so for sure: `au moins 400`, `no fewer than 400` and `more than 400` are no less.
_AT_LEAST: Final = re.compile(
    r"\b(?:at least|mindestens|au moins|al menos|por lo menos|pelo menos|almeno|minstens|"
    r"ten minste|minst|mindst|co najmniej|по меньшей мере|не менее|not? (?:fewer|less) than|"
    r"nicht weniger als|pas moins d[e'’]|no menos de|não menos de|non meno di|niet minder dan|"
    r"inte mindre än|ikke mindre en[nd]|nie mniej niż)\s?\Z"
)
_AT_MOST: Final = re.compile(
    r"\b(?:at most|höchstens|maximal|au plus|como máximo|a lo sumo|no máximo|al massimo|hoogstens|"
    r"högst|høyst|højst|najwyżej|не более|not? more than|nicht mehr als|pas plus d[e'’]|"
    r"no más de|não mais de|non più di|niet meer dan|inte mer än|ikke mere? en[nd]|"
    r"nie więcej niż)\s?\Z"
)
_MORE_THAN: Final = re.compile(
    r"\b(?:more than|mehr als|plus d[e'’]|más de|mais de|più di|meer dan|mer än|mere? en[nd]|"
    r"więcej niż|более|больше)\s?\Z"
)
_LESS_THAN: Final = re.compile(
    r"\b(?:(?:fewer|less) than|weniger als|moins d[e'’]|menos de|meno di|minder dan|"
    r"(?:färre|mindre) än|(?:færre|mindre) en[nd]|mniej niż|менее|меньше)\s?\Z"
)
_FAR_OF_A_LIMIT: Final = 24
# What may stand between such a word and its figure.
_SMALL_BEFORE_WORDS: Final = (
    "than the a an als die der das de la el il le que di del della dos da do dan än enn end de du d"
)
SMALL_BEFORE: Final = frozenset(_SMALL_BEFORE_WORDS.split())
# Between two figures of one thing: `seven instead of nine days`.
INSTEAD: Final = frozenset(
    (
        "instead of", "rather than", "or", "statt", "anstatt", "oder", "au lieu de", "au lieu d'",
        "ou", "en lugar de", "en vez de", "o", "invece di", "anziché", "em vez de", "in plaats van",
        "of", "вместо", "или", "zamiast", "lub", "i stället för", "istället för", "eller",
    )
)  # fmt: skip
# What stands between a number and a word that it does not count: `40 more than before`.
_NO_NOUN_WORDS: Final = (
    "more less fewer than to and or in at by from on with against mehr weniger als auf bis und "
    "oder in im mit gegen zu plus moins que contre et ou dans avec más menos que contra y con para "
    "più meno che contro e con mais meer minder dan naar tegen met fler färre mer mindre än mot "
    "was were is are has had have war waren ist sind wurde wurden hat haben est sont ont était fue "
    "fueron es son ha han era è sono hanno foi foram é são zijn heeft hebben är har "
    "til og fra mot enn som ble er har hadde ved av til blev end havde statt anstatt sowie instead "
    "rather tegen waar dan wenn when where which who die der das den dem "
    "dell nell sull dall quell até ao aos às desde entre hasta fino dal nel nella tot sinds bis "
    "seit ab until since after before by för från efter etter avaient étaient furent seront était "
    "avait waren hatten wurden werden habían eran fueron serán "
    "avevano erano furono saranno tinham eram foram serão hadden waren werden hade blev hadde ble "
    "them these those whom which denen ellos ellas loro deles delas nich них "
    "till och med que qu che więcej mniej niż больше меньше чем против "
    "neste nesta nestes nestas nesse nessa deste desta este esta estos estas estes cette ces cet "
    "questo questa quest this that dieser diese dieses diesem deze dit dat denna detta denne dette "
    "now today heute jetzt hoy aujourd oggi hoje vandaag nu idag ahead behind clear adrift above "
    "below vor hinter devant derrière davanti dietro voor achter foran"
)
NO_NOUN: Final = frozenset(_NO_NOUN_WORDS.split())
_OF_WORDS: Final = "of the de du des del di da do das dos la les los el il le von van der av"
OF: Final = frozenset(_OF_WORDS.split())
# What stands before a noun that is counted, and is not it: `400 weitere Stellen`.
_QUALIFIER_WORDS: Final = (
    "further additional extra other weitere weiteren weiterer zusätzliche zusätzlichen andere "
    "anderen autres otros otras altri altre outros outras andra andre ytterligare yderligere flere"
)
QUALIFIERS: Final = frozenset(_QUALIFIER_WORDS.split())
# What stands behind one character that is a number, in Chinese and Japanese.
COUNTERS: Final = "人名个個％年月日天岁歳倍次件座栋棟所艘辆輛位家条條只隻头頭起架间間台回冊軒匹"
# `half a dozen`, `medio centenar`
HALVED_NUMBERS: Final = frozenset((10, 12, 100, 1000))
HALF_OF: Final = re.compile(
    r"(?<!\w)(?:half an? |half-|halbes |medi[oa] |demi[- ]|mezz[oa] |mei[oa] |half |ett halvt |"
    r"pół )\Z",
    re.IGNORECASE,
)
SHORT_NOUNS: Final = frozenset(
    (
        "men", "dog", "dogs", "car", "cats", "cat", "cow", "job", "law", "son", "war", "bus", "day",
        "boy", "kid", "pub", "inn", "bar", "gun", "map", "tax", "bid", "act", "aid", "gap", "seat",
    )
)  # fmt: skip
_COUNTED_WORDS: Final = (
    "members users customers viewers people persons men women children jobs homes houses deaths "
    "cases votes voters soldiers "
    "students pupils workers employees cars trees menschen personen kinder häuser stimmen "
    "personnes personas persone pessoas mensen osób человек personer pages seiten"
)
COUNTED: Final = frozenset(_COUNTED_WORDS.split())


def limit_before(text: str, at: int, start: int = 0) -> int:
    """Return 1 where a figure is the least, or what something is more than; -1 for the most.

    0 is returned where no such words stand right before it, as in `over 12 months`.

    Args:
        text: the text.
        at: where the figure begins, in code points.
        start: where its stretch of the text begins.
    """
    before = text[max(start, at - _FAR_OF_A_LIMIT) : at].lower()
    least, most = _AT_LEAST.search(before), _AT_MOST.search(before)
    if least or most:
        return bool(least) - bool(most)
    return bool(_MORE_THAN.search(before)) - bool(_LESS_THAN.search(before))
