"""Which way a figure goes, as the words beside it say: `fell to 21`, `25 more than`, by language.

A text says so in three ways: by a verb or a noun of rising or falling with a preposition before the
figure, by a comparison behind the figure, or by two figures of which the one became the other.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.clause_borders import alternatives, clause_around
from claimcheck.anchor.comparatives import TrendCue, comparative_behind
from claimcheck.anchor.figure_halves import SPANS_OF_TIME
from claimcheck.anchor.measure_words import code_of
from claimcheck.anchor.trend_pairs import COUNTED, pair_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.anchor.languages.vocabulary import Vocabulary

# What rises, and what falls; a blank of more than one word is written `…`.
_RISES: Final = {
    "en": "rise rises risen rising rose grew grow grows grown growing growth increas\\w+ climb\\w* "
    "jumped jumps soar\\w* surged? raised raises raising lengthened "
    "(?:went|go|goes|going|gone|edged|ticked|inched|crept|moved)_up "
    "up_from",
    "de": "zuwachs\\w* stieg(?:en)? steig(?:t|en) gestiegen anstieg\\w* wuchs(?:en)? "
    "wächst wachsen gewachsen "
    "erhöh\\w+ zunahme zugenommen n[aä]hm\\w*…zu nimmt…zu nehmen…zu kletter\\w+ angehoben "
    "gehoben verteuer\\w+ plus(?=_von)",
    "fr": "augment\\w+ hausse progress(?:e|ent|é|er|ait|aient|ion) grimp\\w+ croît croissance crû "
    "accru\\w* mont(?:e|ent|é|ée|és|er) bondi\\w* relev(?:é|ée|és|er|ant) accroît\\w*",
    "es": "sub(?:irán?|iría|e|en|ió|ieron|ido|ía|ían|ir|ida) "
    "aument\\w+ crec\\w+ increment\\w+ alza "
    "elev(?:ó|a|ado)",
    "it": "salir(?:à|anno) salit[oaie] salgono sale salì salirono "
    "aument\\w+ cresc\\w+ rincar\\w+ increment\\w+ "
    "rialz\\w+ avanz\\w+",
    "pt": "sub(?:irá|irão|iu|iram|ido|ida|e|em|ir|ia) alta aument\\w+ cresc\\w+ elev(?:ou|ado) "
    "increment\\w+",
    "nl": "stijg\\w+ steeg stegen gestegen groei\\w* gegroeid n[ae]m\\w*…toe toegenomen toename "
    "verhog\\w+ verhoogd\\w* liep\\w*…op opgelopen klom(?:men)? geklommen",
    "sv": "steg stiger stigit stigande öka\\w* höj\\w+ växte växer växt vuxit",
    "no": "steg stiger steget øk(?:e|er|te|t|ning\\w*) vokste vokser vokst hev(?:e[rst]?|et|de) "
    "klatr\\w+ oppgang\\w*",
    "da": "steg stiger steget øge[rst]? øgede vokse[rst]? voksede forøge\\w* hæve\\w* stigning\\w*",
    "pl": "wzr[oó]s\\w+ wzrasta\\w* zwiększ\\w+ podnió\\w+ podnios\\w+ rosł\\w+ urosł\\w+ urósł "
    "podwyższ\\w+",
    "ru": "вырос\\w* выросл\\w+ рос растет растёт росл[аио] увелич\\w+ повыс\\w+ повыш\\w+ "
    "поднял\\w+ возрос\\w* рост",
}
_FALLS: Final = {
    "en": "fall falls fallen falling fell drop dropped drops dropping declined declines declining "
    "decreas\\w+ shrinks? shrank shrunk shrinking sank sunk lowered cut(?=_by) reduc\\w+ slump\\w* "
    "plung\\w+ dwindl\\w+ "
    "(?:went|go|goes|going|gone|edged|ticked|inched|moved)_down down_from",
    "de": "sank(?:en)? sink(?:t|en) gesunken senk(?:t|te|ten|en) gesenkt senkung fiel(?:en)? fällt "
    "fallen gefallen rückgang zurückgegangen ging(?:en)?…zurück geh(?:t|en)…zurück n[aä]hm\\w*…ab "
    "nimmt…ab nehmen…ab abgenommen schrumpf\\w+ geschrumpft verringer\\w+ reduzier\\w+ gekürzt "
    "kürz(?:t|te|ten|en) verbillig\\w+ minus(?=_von)",
    "fr": "baiss\\w+ diminu\\w+ recul\\w* chut\\w+ tomb\\w+ rédui\\w+ régress\\w+ abaiss\\w+",
    "es": "baj(?:arán?|aría|a|an|ó|aron|ado|ada|aba|ar) ca(?:e|en|yó|yeron|ído|ída|ía|er) "
    "disminu\\w+ descend\\w+ descens\\w+ reduj\\w+ reduc\\w+ retroced\\w+ desplom\\w+",
    "it": "scender(?:à|anno) caler(?:à|anno) scen?d(?:e|ono|ere|eva) "
    "sces[oaie] cal(?:a|ano|at[oaie]|ò|arono|are) calo diminu\\w+ "
    "ridott[oaie] riduc\\w+ ridu(?:sse|rre) croll\\w+ abbass\\w+ "
    "arretr\\w+",
    "pt": "ca(?:iu|íram|ído|i|em|ir|ía) desc(?:eu|eram|ido|ida|e|em|er) diminu\\w+ "
    "ca(?:irá|irão) desce(?:rá|rão) encolh\\w+ baix(?:ou|aram|ado|a|am|ar) "
    "reduz\\w+ recu(?:ou|aram|ado) queda "
    "cort(?:ou|ado|aram)",
    "nl": "daal(?:t|de|den)? dalen gedaald daling n[ae]m\\w*…af afgenomen afname verlag\\w+ "
    "verlaagd\\w* zak(?:t|te|ten|ken) gezakt kromp(?:en)? gekrompen verminder\\w+ slonk(?:en)?",
    "sv": "föll faller fallit minska\\w* sänk\\w+ sjönk sjunk\\w+ gick_ner gått_ner krymp\\w+",
    "no": "falt faller falle sank synker sunket minke[rt]? gikk_ned gått_ned reduser\\w+ krymp\\w+ "
    "senke\\w* kutte[rst]? kuttet nedgang\\w*",
    "da": "faldt falder faldet sank synker sunket mindske\\w* reducere\\w* sænke\\w* skrumpe\\w* "
    "fald",
    "pl": "spad(?:ł\\w*|a|ają|ek|ku) zmniejsz\\w+ obniż\\w+ zmalał\\w* malał\\w* skurczy\\w+",
    "ru": "упал\\w* падает снизи\\w+ снижен\\w+ уменьш\\w+ сократи\\w+ сокращ\\w+ понизи\\w+",
}
# What leads from a verb to the figure, at most two words before it.
_LEADS: Final = {
    "en": "by to from", "de": "um auf von bei", "fr": "de d' à par",
    "es": "de del a al hasta un el", "it": "di del da dal a al fino",
    "pt": "de para em até a", "nl": "met naar van tot op", "sv": "med till från",
    "no": "med til fra", "da": "med til fra", "pl": "o do z ze", "ru": "на до с со",
}  # fmt: skip
# Behind a figure and its noun: more than something, or less.
_MORE: Final = {
    "en": "(?:more|higher|longer)_than", "de": "(?:mehr|höher|länger|teurer)_als",
    "fr": "de_plus_qu\\w*|plus_qu\\w*", "es": "más_(?:que|de_lo)",
    "it": "(?:in_)?più_(?:rispetto|del|dell\\w*|di|che)", "pt": "(?!)",
    "nl": "(?:meer|hoger|langer)_dan", "sv": "(?:fler|mer|högre|längre)_än",
    "no": "(?:flere|fler|mer|høyere|lengre)_enn", "da": "(?:flere|mere|højere|længere)_end",
    "pl": "więcej_niż", "ru": "больше_чем",
}  # fmt: skip
_LESS: Final = {
    "en": "(?:fewer|less|lower|shorter)_than", "de": "(?:weniger|niedriger|kürzer|billiger)_als",
    "fr": "de_moins_qu\\w*|moins_qu\\w*", "es": "menos_(?:que|de_lo)",
    "it": "(?:in_)?meno_(?:rispetto|del|dell\\w*|di|che)", "pt": "(?:do_)?que",
    "nl": "(?:minder|lager|korter)_dan", "sv": "(?:färre|mindre|lägre|kortare)_än",
    "no": "(?:færre|mindre|lavere|kortere)_enn", "da": "(?:færre|mindre|lavere|kortere)_end",
    "pl": "mniej_niż", "ru": "меньше_чем",
}  # fmt: skip
# Comparatives of other words: `later than`, and not `rather than`.
_DEGREES: Final = {
    "en": "(?!rather|other)\\w{2,}er_than", "de": "(?!ander)\\w{3,}er_als",
    "fr": "plus_(?:tôt|tard|loin|vite|haut|bas)_qu\\w*", "es": "(?:antes|después)_de_lo",
    "it": "(?:prima|dopo)_(?:del|di|che)", "nl": "(?!ander)\\w{3,}er_dan",
    "sv": "\\w{2,}re_än", "no": "\\w{3,}re_enn", "da": "\\w{3,}re_end",
}  # fmt: skip
# `menos 50 mil do que`: Portuguese sets it around the figure.
_AROUND: Final = re.compile(r"\b(?:(?P<more>mais)|menos)\s+\Z", re.IGNORECASE)
# Who compares with the present turns the comparison round: `in 2018 there were 35 more than now`.
_NOW: Final = re.compile(
    r"\b(?:now|today|heute|jetzt|aujourd['’]hui|maintenant|actuellement|hoy|ahora|actualidad|oggi|"
    r"adesso|ora|nu|vandaag|hoje|agora|idag|i dag|nå|dziś|teraz|obecnie|сейчас|сегодня|теперь)\b",
    re.IGNORECASE,
)
# Whoever wants it back, or again, speaks of another time.
_AGAIN: Final = re.compile(
    r"\b(?:again|back|wieder|à nouveau|de nouveau|de nuevo|di nuovo|de novo|weer|terug|igen|"
    r"tillbaka|igjen|tilbake|tilbage|znowu|ponownie|снова|опять)\b",
    re.IGNORECASE,
)
# Before a verb it belongs to a noun: `the share without a degree rose`.
_WITHOUT: Final = re.compile(
    r"without|ohne|sans|sin|senza|sem|zonder|utan|uten|uden|bez|без", re.IGNORECASE
)
_TURNS: Final = frozenset({"negation", "reversal", "doubt", "thought", "condition"})
_FAR: Final = 40


def trend_of(
    text: str,
    span: tuple[int, int],
    figures: Sequence[Figure],
    number: int,
    vocabulary: Vocabulary | None,
) -> int:
    """Say which way a figure goes: 1 where it rises, -1 where it falls, 0 where nothing says so.

    Args:
        text: the text.
        span: where the sentence of the figure begins and ends, in code points.
        figures: the figures of the sentence, in order.
        number: which of them it is.
        vocabulary: the words of its language, if it is known.
    """
    code = code_of(vocabulary)
    figure = figures[number]
    if not code or vocabulary is None or figure.kind not in COUNTED:
        return 0
    low, high = clause_around(text, code, span, figure)
    cue = _comparison(text, code, figure, high) or _verb(text, code, figure, (low, high))
    verb = cue.start if cue else figure.start
    # The first word and the last are its own: `nahm nicht um 5 zu` is turned by what it holds.
    own = {cue.start, cue.end - 1} if cue else set[int]()
    if _AGAIN.search(text, low, high) or any(
        each.kinds & _TURNS
        and own.isdisjoint(range(each.start, each.end))
        and not (each.end <= verb and _WITHOUT.fullmatch(text, each.start, each.end))
        for each in vocabulary.cues(text, low, high)
    ):
        return 0
    if cue is not None:
        return cue.way
    pair = pair_at(text, figures, number, vocabulary)
    if pair is None:
        return 0
    earlier, later = pair
    return (later.value > earlier.value) - (later.value < earlier.value)


def comparison_at(
    text: str,
    span: tuple[int, int],
    figures: Sequence[Figure],
    number: int,
    vocabulary: Vocabulary | None,
) -> TrendCue | None:
    """Return the words behind a figure that compare it with another; None where nothing does.

    Args:
        text: the text.
        span: where the sentence of the figure begins and ends, in code points.
        figures: the figures of the sentence, in order.
        number: which of them it is.
        vocabulary: the words of its language, if it is known.
    """
    code = code_of(vocabulary)
    if not code:
        return None
    _low, high = clause_around(text, code, span, figures[number])
    return _comparison(text, code, figures[number], high)


def changes(text: str, span: tuple[int, int], vocabulary: Vocabulary | None) -> bool:
    """Whether a word of a sentence says that something rises or falls.

    Args:
        text: the text.
        span: where the sentence begins and ends, in code points.
        vocabulary: the words of its language, if it is known.
    """
    code = code_of(vocabulary)
    return bool(code) and _verbs(code).search(text, *span) is not None


def falls(text: str, span: tuple[int, int], vocabulary: Vocabulary | None) -> bool:
    """Whether a word of a sentence says that something falls; true where nothing is known of it.

    Args:
        text: the text.
        span: where the sentence begins and ends, in code points.
        vocabulary: the words of its language, if it is known.
    """
    code = code_of(vocabulary)
    return not code or any(match["more"] is None for match in _verbs(code).finditer(text, *span))


def begins_comparison(text: str, at: int, vocabulary: Vocabulary) -> bool:
    """Whether words that compare a figure begin at a place, or behind a blank: `more than usual`.

    Args:
        text: the text.
        at: the place, in code points.
        vocabulary: the words of its language.
    """
    code = code_of(vocabulary)
    return bool(code) and _compares(code).match(text, at) is not None


def _comparison(text: str, code: str, figure: Figure, high: int) -> TrendCue | None:
    """The words that compare a figure with another: `25 more than`; None where nothing does."""
    match = _comparisons(code).match(text, figure.end, high)
    if match is None:
        cue = comparative_behind(text, code, figure, high)
        return None if cue is None or _NOW.search(text, cue.end, high) else cue
    if _NOW.search(text, match.end(), high):
        return None
    if code == "pt":
        around = _AROUND.search(text, max(0, figure.start - _FAR), figure.start)
        return (
            TrendCue(1 if around["more"] else -1, around.start(), match.end()) if around else None
        )
    way, start = (1, match.start("more")) if match["more"] else (-1, match.start("less"))
    return TrendCue(way, start, match.end())


def _verb(text: str, code: str, figure: Figure, clause: tuple[int, int]) -> TrendCue | None:
    """The word of rising or falling that leads to a figure; None where there is none, or both."""
    cues = [
        TrendCue(1 if match["more"] else -1, match.start(), match.end())
        for match in _verbs(code).finditer(text, *clause)
    ]
    if not cues or len({cue.way for cue in cues}) > 1:
        return None
    leads = figure.is_change or _leads(code).search(
        text, max(clause[0], figure.start - _FAR), figure.start
    )
    is_span = figure.unit in SPANS_OF_TIME  # `in ten years the dues fell`
    is_beside = any(
        not text[cue.end : figure.start].strip() and not (is_span and cue.start > figure.end)
        for cue in cues
    )
    return cues[0] if leads or is_beside else None


@cache
def _verbs(code: str) -> re.Pattern[str]:
    rises, falls = alternatives(_RISES[code]), alternatives(_FALLS[code])
    return re.compile(rf"\b(?:(?P<more>{rises})|(?:{falls}))\b", re.IGNORECASE)


@cache
def _leads(code: str) -> re.Pattern[str]:
    """A preposition before a figure, with one word between at most: `to about`, `um rund`."""
    return re.compile(
        rf"(?:\b(?:{alternatives(_LEADS[code])})\s+|\bd['’])(?:[^\W\d]+\s+)?\Z", re.IGNORECASE
    )


@cache
def _comparisons(code: str) -> re.Pattern[str]:
    """A comparison behind a figure, with one word between at most: `40 jobs more than`."""
    more, less = alternatives(_MORE[code]), alternatives(_LESS[code])
    return re.compile(rf"\s+(?:[^\W\d]+\s+)?(?:(?P<more>{more})|(?P<less>{less}))\b", re.IGNORECASE)


@cache
def _compares(code: str) -> re.Pattern[str]:
    words = (alternatives(each[code]) for each in (_MORE, _LESS, _DEGREES) if code in each)
    return re.compile(rf"\s*(?:{'|'.join(words)})\b", re.IGNORECASE)
