"""The words whose change turns a meaning: numbers, units, negations, hedges, tenses."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS: Final = _words(
    # English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Ukrainian, Turkish,
    # Arabic, Hebrew; Chinese and Japanese characters
    "not no never none nobody nothing nowhere neither nor without cannot nt hardly barely "
    "nicht nichts nie niemals niemand kein keine keiner keinen keinem keines ohne weder "
    "ne n pas jamais aucun aucune rien sans ni personne point "
    "nunca jamás ningún ninguno ninguna nada sin "
    "non mai nessuno niente senza não nem sem niet geen nooit zonder "
    "не ни нет никогда ничего никто без ані немає ніколи değil yok asla "
    "لا ولا فلا أفلا ألا لم ولم فلم لن ولن فلن ليس ليست غير بدون לא אין בלי "
    "不 没 沒 無 无 非 未 别 莫 勿"
)
NUMBERS: Final = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens "
    "half third quarter first second fourth fifth sixth once twice thrice double triple "
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend million "
    "millionen milliarde milliarden halb "
    "deux trois quatre cinq sept huit neuf dix onze douze vingt trente quarante cinquante soixante "
    "cent cents mille milliard milliards demi "
    "dos tres cuatro cinco siete ocho nueve diez cien mil "
    "один два три четыре пять шесть семь восемь девять десять сто тысяча миллион "
    "一 二 三 四 五 六 七 八 九 十 百 千 万 亿"
)
UNITS: Final = _words(
    "% ‰ ° $ € £ ¥ percent percentage point points second seconds minute minutes hour hours "
    "day days week weeks month months quarter year years decade decades century centuries "
    "mm cm km meter meters metre metres kilometer kilometers kilometre kilometres inch inches foot "
    "feet yard yards mile miles mg kg gram grams kilogram kilograms ton tons tonne tonnes pound "
    "pounds ounce ounces ml liter liters litre litres gallon gallons hectare hectares acre acres "
    "dollar dollars euro euros cent cents franc francs mark marks ruble rubles yen yuan "
    "celsius fahrenheit kelvin degree degrees watt watts kw mw gw kwh volt volts hz khz mhz ghz "
    "kb mb gb tb bit bits byte bytes mmol mol μg µg ng nm μm µm "
    "prozent tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden "
    "minuten sekunden franken pfund meilen "
    "pourcent jour jours semaine semaines mois ans année années heure heures siècle siècles "
    "livre livres lieue lieues mètres kilomètres"
)
MODALS: Final = _words(
    "may might can could would should must will shall ought likely unlikely probably possibly "
    "perhaps maybe apparently allegedly alleged reportedly reported supposedly presumably "
    "seemingly certainly definitely surely undoubtedly clearly always often sometimes usually "
    "generally potentially suggest suggests suggested seem seems seemed appear appears appeared "
    "imply implies believe believes believed think thinks expected estimated approximately about "
    "around nearly almost roughly possible impossible certain "
    "kann können könnte könnten darf dürfen dürfte mag soll sollen sollte sollten muss müssen muß "
    "wohl vielleicht wahrscheinlich vermutlich angeblich offenbar möglicherweise sicherlich "
    "peut peuvent pourrait pourraient doit doivent devrait devraient probablement peut-être "
    "apparemment certainement sûrement "
    "может могут мог должен вероятно возможно"
)
_TENSES: Final = (
    "is was|are were|am was|has had|have had|do did|does did|will would|can could|go went|"
    "goes went|say said|says said|make made|makes made|take took|takes took|give gave|"
    "gives gave|get got|know knew|knows knew|think thought|see saw|sees saw|come came|"
    "comes came|find found|finds found|become became|becomes became|begin began|"
    "begins began|hold held|holds held|lead led|leads led|show showed|shows showed|"
    "rise rose|rises rose|fall fell|falls fell|run ran|runs ran|was were|is were|are was|"
    "has have|do does|ist war|sind waren|wird wurde|werden wurden|hat hatte|haben hatten|"
    "kann konnte|muss musste|soll sollte|will wollte|geht ging|kommt kam|ist wurde|"
    "est était|sont étaient|a avait|ont avaient|est fut|sont furent|peut pouvait|"
    "fait faisait|va allait|doit devait"
)
TENSES: Final = frozenset(frozenset(pair.split()) for pair in _TENSES.split("|"))
# Letters of other scripts that print like a Latin one; the rest unfold by compatibility.
LOOK_ALIKES: Final = str.maketrans(
    "аеорсухіјѕһԁԛԝɡԍνοαρτυικιӏАВЕКМНОРСТУХІЈЅԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijshdqwggvoaptuikilABEKMHOPCTYXIJSGABEZHIKMNOPTYX",
)
