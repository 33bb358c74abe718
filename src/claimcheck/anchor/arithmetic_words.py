"""Words that say how a figure was worked out from others: `more than`, `together`, `on average`."""

from __future__ import annotations

import re
from enum import Flag, auto
from functools import cache
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.measure_words import code_of

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary

_DIFFERENCES: Final = {
    "en": "faster slower exceed\\w* above below more fewer less higher lower longer shorter "
    "larger smaller cheaper dearer ahead behind difference differ\\w* gap apart majority "
    "margin remain\\w* left missing short lack\\w* rest other others additional extra "
    "gain\\w* los[et]\\w* added unfilled between earlier later older younger",
    "de": "schneller langsamer überst\\w+ übertr\\w+ übers\\w+ darüber darunter oberhalb "
    "unterhalb mehr weniger höher niedriger länger kürzer größer kleiner teurer billiger "
    "später früher älter jünger unterschied\\w* differenz\\w* abstand vorsprung mehrheit "
    "übrig\\w* fehl\\w+ verblieb\\w* verbleib\\w* restlich\\w* rest nicht weitere\\w* "
    "zusätzlich\\w* verlor\\w* gewann\\w* gewonnen hinzu hinzugekommen trennen zwischen "
    "zuwachs plus minus",
    "fr": "vite dépass\\w+ dessus dessous plus moins supérieure?s? inférieure?s? écart différence "
    "avance manqu\\w+ rest\\w+ supplémentaires? perd\\w* gagn\\w* sépar\\w+ majorité entre "
    "autres? tard tôt fond\\w+ dégrad\\w+ amélior\\w+",
    "es": "super\\w+ rebas\\w+ encima debajo más menos superior(?:es)? inferior(?:es)? "
    "diferencia\\w* brecha ventaja falt\\w+ qued\\w+ rest\\w+ adicional(?:es)? perd\\w+ "
    "gan\\w+ separa\\w* mayoría entre demás otr[oa]s? después antes tarde encarec\\w+ "
    "abarat\\w+",
    "it": "super\\w+ sopra sotto oltre più meno superior[ei] inferior[ei] differenza divario "
    "scarto distacco manc\\w+ rest\\w+ riman\\w+ ulteriori pers[oaie] perdut\\w+ perd\\w+ "
    "guadagn\\w+ separa\\w* maggioranza tra fra corrono altr[eio] dopo prima",
    "pt": "super\\w+ ultrapass\\w+ acima abaixo mais menos superior(?:es)? inferior(?:es)? "
    "diferença\\w* vantagem falt\\w+ ficaram rest\\w+ sobr\\w+ adiciona\\w+ perd\\w+ "
    "ganh\\w+ separa\\w* maioria entre outr[oa]s? depois antes tarde",
    "nl": "sneller trager overtr\\w+ overst\\w+ boven onder meer minder hoger lager langer korter "
    "groter kleiner duurder goedkoper verschil\\w* voorsprong achterstand meerderheid "
    "ontbr\\w+ over rest\\w* overige erbij bij eraf extra verlor\\w* verlies\\w* gewon\\w* "
    "scheid\\w+ tussen later eerder niet",
    "sv": "snabbare överst\\w+ över under fler mer mindre färre högre lägre längre kortare större "
    "dyrare billigare skill\\w+ försprång majoritet sakna\\w+ återst\\w+ kvar rest\\w* "
    "övriga ytterligare förlora\\w* vann vunnit mellan senare tidigare inte",
    "no": "raskere over under flere fler mer mindre færre høyere lavere lengre kortere større "
    "dyrere billigere forskjell\\w* forsprang flertall mangl\\w+ gjenst\\w+ igjen rest\\w* "
    "øvrige ytterligere tapt\\w* vant vunnet mellom senere tidligere ikke svekk\\w+ "
    "styrk\\w+ forverr\\w+ bedr\\w+",
    "da": "hurtigere over under flere mere mindre færre højere lavere længere kortere større "
    "dyrere billigere forskel\\w* forspring flertal mangl\\w+ tilbage rest\\w* øvrige "
    "yderligere tabt\\w* vandt vundet mellem senere tidligere ikke",
    "pl": "więcej mniej wyższ\\w+ niższ\\w+ dłuż\\w+ krót\\w+ różnic\\w+ przewag\\w+ brak\\w+ "
    "pozosta\\w+ reszt\\w+ dodatkow\\w+ strac\\w+ zysk\\w+ między pomiędzy później "
    "wcześniej nie",
    "ru": "больше меньше выше ниже дольше короче разниц\\w+ разрыв\\w* перевес\\w* не нехват\\w+ "
    "остал\\w+ оста[её]т\\w* остальн\\w+ дополнительн\\w+ потеря\\w+ между позже раньше",
}
_SUMS: Final = {
    "en": "together altogether combined total totall\\w+ in_all both sum overall jointly plus",
    "de": "zusammen\\w* insgesamt gemeinsam\\w* beide[nr]? summ\\w+ gesamt\\w* alles_in_allem",
    "fr": "ensemble total\\w* totaux tout\\w* cumul\\w* somme eux deux",
    "es": "junt[oa]s? total\\w* conjunto suma\\w* entre ambos ambas todo",
    "it": "insieme total\\w* compless\\w+ entramb\\w+ somma\\w* tutto",
    "pt": "junt[oa]s? total\\w* conjunto soma\\w* ambos ambas todo",
    "nl": "samen total\\w+ totaal gezamenlijk\\w* beide opgeteld in_totaal goed_voor",
    "sv": "tillsammans sammanlagt totalt summa båda ihop",
    "no": "sammen til_sammen tilsammen totalt samlet sum begge i_alt",
    "da": "sammen tilsammen totalt samlet sum begge i_alt",
    "pl": "razem łączn\\w+ łącznie ogółem suma",
    "ru": "вместе всего итого суммарн\\w+ обе оба",
}
_MEANS: Final = {
    "en": "average\\w* mean each every per apiece",
    "de": "durchschnitt\\w* schnitt mittel mittlere\\w* pro je jede[rsnm]?",
    "fr": "moyenne?s? chaque chacune? par",
    "es": "media medio promedio cada por",
    "it": "media medio ogni ciascun\\w* per a",
    "pt": "média médio cada por",
    "nl": "gemiddeld\\w* elke? ieder\\w* per",
    "sv": "varje var_och_en genomsnitt\\w* snitt medeltal per",
    "no": "hver_enkelt gjennomsnitt\\w* snitt hver hvert per",
    "da": "gennemsnit\\w* snit hver hvert per pr",
    "pl": "średni\\w* przeciętni\\w* każd\\w+ na",
    "ru": "средн\\w+ кажд\\w+ на",
}


class Arithmetic(Flag):
    """The operations that make one figure of two others."""

    NONE = 0
    DIFFERENCE = auto()
    SUM = auto()
    MEAN = auto()


def operations_in(text: str, start: int, end: int, vocabulary: Vocabulary | None) -> Arithmetic:
    """Return how a sentence says that its figures were worked out.

    Args:
        text: the text.
        start: where the sentence begins, in code points.
        end: where it ends, exclusive.
        vocabulary: the words of its language, if it is known.
    """
    code = code_of(vocabulary)
    operations = Arithmetic.NONE
    for operation, words in (
        (Arithmetic.DIFFERENCE, _DIFFERENCES),
        (Arithmetic.SUM, _SUMS),
        (Arithmetic.MEAN, _MEANS),
    ):
        if code in words and _pattern(words[code]).search(text, start, end):
            operations |= operation
    return operations


@cache
def _pattern(words: str) -> re.Pattern[str]:
    alternatives = "|".join(word.replace("_", r"\s+") for word in words.split())
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
