"""The words whose change turns a meaning: numbers, units, negations, hedges, tenses."""

from __future__ import annotations

from typing import Final

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
    "аеорсухіјѕһԁԛԝɡԍνοαρτυικιӏАВЕКМНОРСТУХІЈЅԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "aeopcyxijshdqwggvoaptuikilABEKMHOPCTYXIJSGABEZHIKMNOPTYXabcdefghijklmnoprstuvwyz",
)
# What publishers call the note with which they take something back: a pattern, for any case.
CORRECTION_NOTICE: Final = (
    r"\b(?:correct(?:ion|ions|ed|s)|errat(?:um|a)|corrigend(?:um|a)|retract(?:ion|ed|s)|"
    r"clarification|editor['’]s note|earlier version|previous version|we (?:wrote|reported|stated)|"
    r"was wrong|were wrong|misstated|(?:regret|apologi[sz]e for) (?:the|this|these|our) errors?|"
    r"(?:has|have|had) (?:been )?withdrawn|withdrawn by|expression of concern|"
    r"(?:article|story|report|page) (?:has been|was) (?:updated|amended|changed)|"
    r"korrektur|korrigiert|berichtigung|berichtigt|richtigstellung|"
    r"frühere[nr]? (?:version|fassung)|"
    r"rectificati[fv]|rectification|démenti|version antérieure|"
    r"a été (?:corrigé|rectifié|modifié)e?|"
    r"(?:wurde|haben) (?:aktualisiert|geändert|zurückgezogen)|entschuldigen uns für|"
    r"corrección|rectificación|fe de errata?e?s|correção|errata|retificação|"
    r"rettifica|correzione|rectificatie|correctie|rättelse|rettelse|sprostowanie|oprava|"
    r"исправление|опровержение|уточнение)\b"
    r"|訂正|更正|勘误|정정"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS: Final = _words(
    # English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Ukrainian, Turkish,
    # Arabic, Hebrew; Chinese and Japanese characters
    "not no never none nobody no-one nothing nowhere neither nor without cannot nt hardly barely "
    "nicht nichts nie niemals niemand kein keine keiner keinen keinem keines ohne weder "
    "ne pas jamais aucun aucune rien sans ni personne "
    "nunca jamás ningún ninguno ninguna nada "
    "non mai nessuno niente senza não nem sem niet geen nooit zonder "
    "не ни нет никогда ничего никто без ані немає ніколи değil yok asla "
    # Swedish, Danish and Norwegian, Greek, Vietnamese, Indonesian, Hindi (without its marks)
    "inte ikke ikkje δεν μη όχι không tidak bukan नह "
    "لا ولا فلا أفلا ألا لم ولم فلم لن ولن فلن ليس ليست غير بدون לא אין בלי "
    "不 没 沒 無 无 非 未 别 莫 勿"
)
# What takes a statement back, or makes little or doubt of it: a mark may not hide these words, and
# a bracket may not hold them.
REVERSALS: Final = _words(
    "denied deny denies denying denial refused refuse refuses refusing refusal failed fail fails "
    "failing failure stopped stop stops stopping ceased cease ceases ceasing quit halted "
    "declined declines rejected reject rejects rejecting disputed disputes doubt doubted doubts "
    "doubtful false falsely untrue wrong wrongly incorrect incorrectly lied lie lies lying liar "
    "few fewer little rarely seldom scarcely hardly barely less least unable unlikely impossible "
    "lack lacks lacked lacking absence unless except instead ain't opposed opposes opposing "
    "allegedly alleged supposedly purportedly purported reportedly pretended prevented "
    "worsens worsened ended avoid avoided avoids retracted withdrew recanted rumour rumor myth "
    "bestritt bestreitet bestritten leugnete leugnet geleugnet verweigerte verweigert weigerte "
    "weigert scheiterte scheitert falsch unwahr kaum selten wenig wenige angeblich vermeintlich "
    "unterließ dementierte dementiert "
    "nié nie nient nier nia nièrent refusé refuse refusent refusa refuser faux fausse fausses "
    "rarement peu guère échoué échoue échouer prétendument prétendu dément démenti démentit cessé "
    "negó niega niegan negado negar rechazó rechaza rehusó falso falsa falsos falsas apenas "
    "raramente poco pocos pocas fracasó supuestamente mintió "
    "negò nega negano negato rifiutò rifiuta rifiutato pochi poche mancato presunto mentì "
    "negou negam recusou recusa poucos poucas pouco supostamente "
    "ontkende ontkent weigerde weigert vals onwaar zelden weinig "
    "отрицал отрицала отрицает отрицают отказался отказалась отказались отказывается ложь ложно "
    "неправда редко мало немного едва якобы перестал невозможно нельзя "
    "заперечував заперечує відмовився відмовилася нібито "
    "reddetti yalanladı nadiren "
    "نفى ونفى ينفي تنفي نفت رفض ورفض رفضت يرفض كاذب قليل قليلا نادرا "
    "הכחיש הכחישה סירב סירבה שקר "
    "否 拒 假 少 नकार"
)
# Words for how many or how much: a bracket that puts one in changes what is claimed.
QUANTIFIERS: Final = _words(
    "all any both each every everybody everyone everything many more most much only some several "
    "half entire whole numerous countless "
    "alle allen aller alles jede jeder jedes jeden viele vielen mehr meisten nur einige mehrere "
    "tous toutes tout toute chaque plusieurs beaucoup seulement "
    "todos todas todo toda cada muchos muchas sólo solo tutti tutte ogni molti molte soltanto "
    "все всё каждый многие много только 全 都 每 只 仅"
)
CONDITIONS: Final = _words(
    "if whether though although until wenn ob falls obwohl quoique se если 如 若"
)
# What a bracket may stand for: pronouns, demonstratives, possessives and the articles.
PRONOUNS: Final = _words(
    "i me my mine we us our ours you your yours he him his she her hers it its they them their "
    "theirs this that these those himself herself itself themselves myself ourselves there here "
    "one's who which the a an "
    "ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem unserer du "
    "dich dir dein deine er ihn ihm sein seine seinen seinem seiner sie ihr ihre ihren ihrem ihrer "
    "ihnen es dies diese dieser dieses diesen diesem der die das den dem des "
    "je moi mon ma mes nous notre nos tu te toi vous votre vos il elle ils elles lui leur leurs "
    "eux se son sa ses ce cet cette ces cela ça celui celle ceux celles y le la les l "
    "yo mí mis él ella ello ellos ellas su sus este esta estos estas ese esa eso "
    "esos esas nosotros nuestro nuestra lo los las el "
    "io egli lei loro suo sua suoi sue questo questa questi queste quello quella noi nostro nostra "
    "ele ela eles elas seu sua seus suas isso isto nós nosso nossa o os as "
    "hij hem zijn zij haar hun ze het deze dit die dat wij ons onze ik mij mijn "
    "я мы мой наш он его ему им она её ее ей оно они их этот эта это эти тот та те "
    "він його вона її вони їх це цей ця ці "
    "هو هي هم هذا هذه ذلك تلك הוא היא הם הן זה זאת "
    "他 她 它 们 們 我 你 这 這 那 此 其 彼"
)
# Of these, the ones that a capital makes polite: `Sie` is you, `sie` is they.
POLITE: Final = _words("sie ihr ihre ihren ihrem ihrer ihnen lei loro suo sua suoi sue la le u uw")
# Endings that inflect a word and leave its meaning.
ENDINGS: Final = _words(
    "s es ed d ing n en e em t te ten 's s' ' é ée és ées ait aient ent a as os ies ied y"
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
    "% ‰ ° $ € £ ¥ percent percentage second seconds minute minutes hour hours "
    "day days week weeks month months quarter year years decade decades century centuries "
    "mm cm km meter meters metre metres kilometer kilometers kilometre kilometres inch inches foot "
    "feet yard yards mile miles mg kg gram grams kilogram kilograms ton tons tonne tonnes pound "
    "pounds ounce ounces ml liter liters litre litres gallon gallons hectare hectares acre acres "
    "dollar dollars euro euros cent cents franc francs ruble rubles yen yuan "
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
