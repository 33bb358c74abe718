"""Words of what is done that say the contrary of each other, in families, by language.

A family has two classes of words or more, of which only one can be said of a figure. Words are
written as in `clause_borders.alternatives`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.figure import FigureKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_COUNTED: Final = frozenset((FigureKind.NUMBER, FigureKind.MEASURE))
SUMS: Final = frozenset((FigureKind.MONEY, FigureKind.NUMBER))
_AMOUNTS: Final = _COUNTED | SUMS
DATED: Final = frozenset((FigureKind.DATE, FigureKind.YEAR))


class OppositeFamily(NamedTuple):
    """Classes of words of which only one can be said of a figure.

    Attributes:
        classes: the words of its classes, parted by `|`, by language.
        kinds: what its figures count.
        nouns: what they must count besides, by language; none for anything.
        has_parties: whether two parties may rightly say the contrary of one deal: who does it must
            be the same in both texts.
        has_object: whether it is enough that it is done to the same thing, by whoever: `the plan
            was rejected`, `the council rejected the plan`.
    """

    classes: Mapping[str, str]
    kinds: frozenset[FigureKind]
    nouns: Mapping[str, str] = MappingProxyType({})
    has_parties: bool = False
    has_object: bool = False


_JOBS: Final = {
    "en": r"creat\w+ add(?:s|ed|ing)? | cut(?:s|ting)? ax(?:e|ed|es|ing) shed(?:s|ding)? slash\w* "
    r"eliminat\w+ scrap\w* los[et]\w* losing destroy\w* abolish\w*",
    "de": r"sch[au]f\w* geschaffen entst(?:eh|and)\w* | streich\w+ strich\w* gestrichen bau\w*…ab "
    r"abbau\w* abgebaut abzubauen vernicht\w+ weg(?:ge)?fall\w* f[aiä]\w*ll?\w*…weg entf[aä]ll\w+",
    "fr": r"cré(?:e|é|ée|ées|és|er|ent|ant|era|eront|ation) | supprim\w+ suppression détrui\w+ "
    r"perd\w+",
    "es": r"cre(?:a|ó|ado|ados|ar|aron|ará|arán|ación) gener\w+ | suprim\w+ elimin\w+ destru\w+ "
    r"recort\w+ perd\w+",
    "it": r"cre(?:a|ato|ati|ò|are|ano|arono|erà|eranno) | tagli\w+ soppr\w+ elimin\w+ pers[oi]",
    "pt": r"cri(?:a|ou|aram|ado|ados|ar|ará|arão|ação) ger(?:ou|aram|ado|ados|ar) | cort\w+ "
    r"elimin\w+ extin\w+ suprim\w+ perd\w+",
    "nl": r"schep\w* schiep\w* geschapen creë\w+ gecreëerd | schrap\w* geschrapt verlor\w+",
    "sv": r"skap\w+ | dra\w*…in dr(?:og|agit)…in avveckl\w+ försv\w+ skär\w*…ner",
    "no": r"skap\w+ | kutt\w+ fjern\w+ forsv\w+",
    "da": r"skab\w+ | nedlæg\w+ nedlagt\w* fjern\w+ forsv\w+",
    "pl": r"utworz\w+ stworz\w+ | z?likwid\w+",
    "ru": r"созда\w+ | сокра\w+ ликвид\w+",
}  # fmt: skip
_NOUNS_OF_JOBS: Final = {
    "en": r"jobs?|posts?|positions?|roles?",
    "de": r"\w*(?:stellen?|plätzen?|jobs?)",
    "fr": r"emplois?|postes?",
    "es": r"empleos?|puestos?|plazas",
    "it": r"posti|impieghi",
    "pt": r"empregos?|postos?|vagas",
    "nl": r"\w*(?:banen|plaatsen)",
    "sv": r"jobb\w*|tjänster|arbetstillfällen",
    "no": r"jobber|stillinger|arbeidsplasser",
    "da": r"job|stillinger|arbejdspladser",
    "pl": r"miejsc\w*|etat\w*",
    "ru": r"мест\w*|рабоч\w+",
}  # fmt: skip

_STAFF: Final = {
    "en": r"hir(?:e|es|ed|ing) recruit(?:s|ed|ing) t(?:ake|akes|ook|aken|aking)_on | "
    r"fir(?:e|es|ed|ing) la(?:y|ys|id|ying)_off sack(?:s|ed|ing) dismiss\w* "
    r"ma(?:de|ke|kes|king)…redundant",
    "de": r"stell\w*…ein eingestellt einstell\w+ einzustellen | entl(?:ass|ieß|äss)\w* künd\w+ "
    r"gekündigt",
    "fr": r"embauch\w+ recrut\w+ | licenci\w+ congédi\w+ renvoy\w+",
    "es": r"contrat(?:a|ó|aron|ado|ados|ada|adas|ará|arán|ar) | desp(?:ed|id)i\w+ despid\w+",
    "it": r"assu(?:me|mono|nto|nti|nse|nsero|mere|merà) | licenzi\w+",
    "pt": r"contrat(?:a|ou|aram|ado|ados|ada|adas|ar|ará|arão) | demit\w+ despedi\w+",
    "nl": r"n[ae]\w*m\w*…aan aangenomen aannemen | ontsl\w+",
    "sv": r"anställ(?:er|de|t|ts|s|des) | avsked\w+ s(?:ade|äger|ägs|ägas)…upp sagts?…upp",
    "no": r"ansett(?:er|e)? har_ansatt | sa(?:gt)?…opp sier…opp avskjed\w+ spark\w+",
    "da": r"ansæt\w+ har_ansat | fyr(?:er|ede|et|es) afsked\w+",
    "pl": r"zatrudni(?:ł\w*|a|ą|ć|ono) | zwoln\w+ zwaln\w+",
    "ru": r"наня\w+ нанима\w+ | увол\w+",
}  # fmt: skip
_DOORS: Final = {
    "en": r"open(?:s|ed|ing)? reopen\w* inaugurat\w+ | clos(?:es|ed|ing|ure) close(?!_to\b) "
    r"shut(?:s|ting)?",
    "de": r"er?öffn\w+ geöffnet öffn\w+ | schl(?:oss|ossen|ieß(?:t|en|ung\w*)) geschlossen",
    "fr": r"ouv(?:re|rent|rir|ert|erte|ertes|erts|rira|riront|erture) inaugur\w+ | "
    r"ferm(?:e|ent|é|ée|és|ées|er|era|eront|eture)",
    "es": r"abr(?:e|en|ió|ieron|ir|irá|irán) abiert\w+ apertura inaugur\w+ | "
    r"cerr(?:ó|aron|ado|ada|ados|adas|ar|ará|arán) cierr\w+",
    "it": r"apr(?:e|ono|ì|irono|ire|irà) apert\w+ inaugur\w+ | "
    r"chiu(?:de|dono|se|sero|so|sa|si|dere|sura|derà|deranno)",
    "pt": r"abr(?:e|em|iu|iram|ir|irá|irão) abert\w+ inaugur\w+ | "
    r"fech(?:a|am|ou|aram|ado|ada|ados|adas|ar|ará|arão) encerr\w+",
    "nl": r"open(?:t|de|den|en|ing)? geopend | sl(?:oot|oten|uit|uiten|uiting) gesloten",
    "sv": r"öppn\w+ invig\w+ | stäng\w+ la(?:de|des|gts)…ner",
    "no": r"åpn\w+ | steng\w+ la…ned lagt…ned",
    "da": r"åbn\w+ | luk(?:ker|kede|ket|kes|ning\w*)",
    "pl": r"otw(?:orz|arł|ier|art)\w* | zam(?:kn|yk)\w+",
    "ru": r"откр\w+ | закр\w+",
}  # fmt: skip
_LIFE: Final = {
    "en": r"born births? | died dies dead deaths?",
    "de": r"geboren\w* geburten? | starb\w* gestorben\w* tote[nr]?",
    "fr": r"née?s? naquit naissances? | mort(?:s|e|es)? mourut décéd\w+ décès",
    "es": r"nac(?:ió|ieron|ido|ida|idos|imientos?) | mur\w+ muert\w+ falle\w+",
    "it": r"nat[oaie] nacque\w* nascite? | mort[oaie] morì\w* morirono deced\w+",
    "pt": r"nasc\w+ | morr\w+ mort[oaeis]+ falec\w+",
    "nl": r"geboren geboortes? | stier[fv]\w* gestorven overle(?:den|ed)",
    "sv": r"föd(?:des|da|d|s|slar) | dog dött avl[ei]d\w*",
    "no": r"født\w* | døde?",
    "da": r"født\w* | døde?",
    "pl": r"urodz\w+ | zmar\w+",
    "ru": r"роди\w+ | умер\w* скончал\w+",
}  # fmt: skip
_HARM: Final = {
    "en": r"rescu\w+ saved survived survivors? | injur\w+ hurt wound\w+ | kill(?:ed|s|ing)? died "
    r"dead deaths? drown\w* perish\w*",
    "de": r"gerettet\w* rett(?:et|ete|eten) überleb\w+ | \w*verletz\w+ verwund\w+ | starb\w* "
    r"gestorben\w* tote[nr]? getötet\w* ertr(?:ank|unken)\w* ums_leben k[ao]m\w*…um umgekommen",
    "fr": r"sauv\w+ secouru\w* survivant\w* survéc\w+ rescapé\w* | bless\w+ | mort(?:s|e|es)? "
    r"tu(?:é|ée|és|ées) décéd\w+ noy\w+ péri",
    "es": r"rescat\w+ salv(?:ó|aron|ado|ados|adas) sobreviv\w+ | her(?:ido|ida|idos|idas|ir|ió) | "
    r"mur\w+ muert\w+ falle\w+ mat(?:ó|aron) ahog\w+",
    "it": r"salv(?:ato|ati|ate|ata|ò|arono) soccors\w+ sopravv\w+ | ferit[oaie] | mort[oaie] "
    r"mor(?:ì|irono) ucci\w+ deced\w+ annegat[oaie]",
    "pt": r"resgat\w+ salv(?:ou|aram|os|as) sobreviv\w+ | ferid\w+ | morr\w+ mort[oa]s? "
    r"mat(?:ou|aram) falec\w+ afog\w+",
    "nl": r"gered redde\w* overleef\w+ | gewond\w* | stier[fv]\w* gestorven overle(?:den|ed) "
    r"dod(?:en|e) gedood omgekomen verdron\w+",
    "sv": r"rädda(?:t|ts|de|des) överlev\w+ | skadade\w* skadats? | dog döda\w* dött omkom\w* "
    r"drunkna\w*",
    "no": r"redd(?:et|ede) overlev\w+ | skadd\w* skadet såret | døde drept\w* omkom\w* druknet",
    "da": r"redd(?:et|ede) overlev\w+ | såret\w* kvæst\w* | døde dræbt\w* omkom\w* druknede",
    "pl": r"uratow\w+ ocal\w+ przeży\w+ | rann\w+ | zgin\w+ zmar\w+ zabit\w+ uton\w+",
    "ru": r"спас\w+ выжи\w+ | ранен\w* пострада\w+ | погиб\w+ умер\w* убит\w* утону\w+",
}  # fmt: skip
# What costs so much is no loss of it and no profit: its word, in both classes, settles nothing.
_RESULT: Final = {
    "en": r"(?<!-)profits? earn(?:ed|s|ing)? surplus(?:es)? gain(?:ed|s)? cost(?:s|ing)? | "
    r"loss(?:es)? lost deficits? shortfalls? cost(?:s|ing)?",
    "de": r"\w*gewinn[se]?\w{0,2} \w*überschuss\w* verdien\w+ kost\w+ | "
    r"\w*verluste?[ns]? verlor\w* defizit\w* fehlbetr\w+ kost\w+",
    "fr": r"bénéfices? excédents? gagn\w+ profits? coût\w* | pertes? perdu\w* déficits? coût\w*",
    "es": r"beneficios? gananci\w+ gan(?:ó|aron|ado) superávit costó costaron | "
    r"pérdidas? perd\w+ déficits? costó costaron",
    "it": r"util[ei] guadagn\w+ avanzo profitt\w+ | perdit[ae] pers[oi] disavanz\w+ deficit",
    "pt": r"lucr\w+ ganh\w+ superávits? excedentes? | prejuízos? perd\w+ déficits? défices?",
    "nl": r"\w*winst verdien\w+ \w*overschot\w* | \w*verlie[sz]\w* verlor\w* \w*tekort\w*",
    "sv": r"\w*vinst(?:en|er)? överskott\w* tjäna\w* | \w*förlust\w* förlora\w* underskott\w*",
    "no": r"overskudd\w* tjen\w+ gevinst\w* | underskudd\w* tap(?:te|et|er)?",
    "da": r"overskud\w* tjen\w+ gevinst\w* | underskud\w* tab(?:te|et|er)?",
    "pl": r"zysk\w* zarobi\w+ nadwyżk\w+ | strat[aęy]? strac\w+ deficyt\w*",
    "ru": r"прибыл\w+ заработа\w+ профицит\w* | убыт\w+ потеря\w+ дефицит\w*",
}  # fmt: skip
_CONTEST: Final = {
    "en": r"won wins? winning victor(?:y|ies) beats? (?:has|have|had)_(?:beaten|defeated) "
    r"defeated gain(?:ed|s)? | los(?:t|es?|ing) (?:was|were|been)_(?:beaten|defeated)",
    "de": r"gew[ao]nn\w* gewinn(?:t|en) schlug\w* besieg\w+ siegt\w* | verlor\w* verlier\w+ "
    r"unterl[ai]e?g\w*",
    "fr": r"gagn\w+ remport\w+ batt(?:u|ent|aient)? vainc\w+ | perd\w* s['’]inclin\w+",
    "es": r"gan(?:ó|aron|ado|a|an) venci\w+ derrotó | perd\w+ pierde\w*",
    "it": r"vin(?:ce|to|se|sero|cono|ta) batt(?:e|uto|é) conquist\w+ | pers[oae]i? perd\w+ "
    r"sconfitt\w+",
    "pt": r"ganh\w+ venc\w+ derrotou | perd\w+",
    "nl": r"w[io]n(?:t|nen)? gewonnen versloeg\w* | verlo(?:or|ren) verliest?",
    "sv": r"vann vinner vunnit slog besegra\w* | förlora\w*",
    "no": r"vant vinner vunnet slo | tap(?:te|er|t)",
    "da": r"vandt vinder vundet slog | tab(?:te|er|t)",
    "pl": r"wygra\w+ pokona\w+ zdoby\w+ | przegra\w+ straci\w+",
    "ru": r"выигра\w+ победи\w+ | проигра\w+ потеря\w+",
}  # fmt: skip
_BORDER: Final = {
    "en": r"import(?:s|ed|ing)? | export(?:s|ed|ing)?",
    "de": r"import\w* führ\w*…ein eingeführt | export\w* führ\w*…aus ausgeführt",
    "fr": r"import(?:e|ent|é|és|ée|ées|er|ait|ations?) | "
    r"export(?:e|ent|é|és|ée|ées|er|ait|ations?)",
    "es": r"importa(?!nt)\w* importó | export\w+",
    "it": r"importa(?!nt)\w* importò | esport\w+",
    "pt": r"importa(?!nt)\w* importou | export\w+",
    "nl": r"import\w* \w*invoer\w* | export\w* \w*uitvoer\w*",
    "sv": r"import\w* | export\w*",
    "no": r"import\w* | eksport\w*",
    "da": r"import\w* | eksport\w*",
    "pl": r"import\w* | eksport\w*",
    "ru": r"импорт\w* | экспорт\w*",
}  # fmt: skip
_DEAL: Final = {
    "en": r"bought buy(?:s|ing)? purchas\w+ acquir\w+ | sold sell(?:s|ing)?",
    "de": r"kauf(?:t|te|ten|en) gekauft erw[aoi]r?b\w* | verkauf\w+",
    "fr": r"ach[eè]t\w+ acqui\w+ | vend\w*",
    "es": r"compr(?:a|ó|aron|ado|ados|ar|ará|arán) adquir\w+ | vend\w+",
    "it": r"compr(?:a|ato|ati|ò|arono|erà) acquist\w+ | vend\w+",
    "pt": r"compr(?:a|ou|aram|ado|ados|ar|ará|arão) adquir\w+ | vend\w+",
    "nl": r"k(?:oopt?|ocht|ochten|open) gekocht | verk(?:oop|ocht)\w*",
    "sv": r"köp(?:er|te|t|ts|tes) | sål[dt]\w* sälj\w+",
    "no": r"kjøp(?:er|te|t) | sol[gd]t?e? selg\w+",
    "da": r"køb(?:er|te|t) | sol[gd]t?e? sælg\w+",
    "pl": r"kupi\w+ nabył\w* | sprzeda\w+",
    "ru": r"купи\w+ приобре\w+ закупи\w+ | прода\w+",
}  # fmt: skip
_VERDICT: Final = {
    "en": r"convict\w+ (?<!\bnot\s)guilty | acquit\w+ cleared not_guilty",
    "de": r"verurteil\w+ | freigesprochen\w* sprach\w*…frei spricht…frei",
    "fr": r"condamn\w+ | acquitt\w+ relax\w+",
    "es": r"conden\w+ | absuel\w+ absolv\w+ absuelt\w+",
    "it": r"condann\w+ | assol\w+",
    "pt": r"conden\w+ | absolv\w+",
    "nl": r"veroorde\w+ | vrijgesproken sprak\w*…vrij",
    "sv": r"döm[dt]\w* fäll[dt]\w* | fria[dtrs]\w* frikän\w+",
    "no": r"dømt\w* domfel\w+ | frifunn\w+ frikjen\w+",
    "da": r"dømt\w* | frikend\w*",
    "pl": r"skaza\w+ | uniewinni\w+",
    "ru": r"осужд\w+ осуди\w+ приговор\w+ | оправда\w+",
}  # fmt: skip
_DECISION: Final = {
    "en": r"approv\w+ adopt(?:s|ed) pass(?:es|ed) back(?:s|ed) grant(?:s|ed) accept(?:s|ed) "
    r"endors\w+ carried in_favou?r vot(?:e|es|ed|ing)…for(?!_against) | reject\w* refus\w+ "
    r"den(?:y|ies|ied) vot\w*…against(?!_\d) against(?=\s*(?:[,.;:)]|\Z)) turned_down voted_down "
    r"oppos\w+ thr(?:ew|own)_out defeated (?:was|were|been)_lost lost_by fail(?:s|ed)(?!_to\b)",
    "de": r"angenommen nahm\w*…an gebilligt billig\w+ genehmig\w+ dafür bewillig\w+ stimm\w*…für "
    r"zugestimmt stimm\w*…zu(?!_\d) beschloss\w* verabschiedet\w* | scheitert\w* gescheitert "
    r"abgelehnt lehn\w*…ab ablehn\w+ verw[eo]rf\w* dagegen stimm\w*…gegen "
    r"verweiger\w+",
    "fr": r"approuv\w+ adopt\w+ accept\w+ accord\w+ | reje\w+ refus\w+ repouss\w+ "
    r"contre(?=\s*(?:[,.;:)]|\Z))",
    "es": r"apr(?:ob|ueb)\w+ acept\w+ a_favor conced\w+ | rechaz\w+ deneg\w+ en_contra",
    "it": r"approv\w+ accett\w+ a_favore accol\w+ | respin\w+ bocci\w+ "
    r"contro(?=\s*(?:[,.;:)]|\Z))",
    "pt": r"aprov\w+ aceit\w+ a_favor | rejeit\w+ chumb\w+ recus\w+ contra(?=\s*(?:[,.;:)]|\Z))",
    "nl": r"aangenomen keur\w*…goed goedgekeurd stem\w*…voor | verw[ioe]\w*rp\w* afgewezen "
    r"wees…af stem\w*…tegen",
    "sv": r"godkän\w+ antog\w* bifall\w* bevilja\w* | avslog\w* avslag\w* avvisa\w* röst\w*…mot",
    "no": r"godkjen\w+ vedt[oa]\w+ innvilg\w+ | avsl\w+ avvis\w+ forkast\w+ stemte…mot",
    "da": r"godkend\w+ vedt[oa]g\w* | afslog\w* afslag\w* afvis\w+ forkast\w+ stemte…imod",
    "pl": r"przyj(?:ął|ęł|ęt)\w* zatwierdz\w+ za_przyjęciem | odrzuc\w+ przeciw\w*",
    "ru": r"одобр\w+ принял\w* приня[тл]\w* | отклон\w+ отверг\w+ против(?=\s*(?:[,.;:)]|\Z))",
}  # fmt: skip
_BUILDINGS: Final = {
    "en": r"buil(?:t|d|ds|ding) construct\w+ erect\w+ | demolish\w+ t[oe][ra]\w*_down "
    r"raz(?:ed|ing) knocked_down",
    "de": r"bau(?:t|te|ten|en) gebaut\w* erricht\w+ | abgerissen\w* riss\w*…ab abriss\w* "
    r"abreiß\w+",
    "fr": r"constru\w+ bât(?:i|ie|is|ies|ir) | démoli\w* rasé\w*",
    "es": r"constru\w+ edific\w+ | demol\w+ derrib\w+",
    "it": r"costru\w+ | demoli\w+ abbattut\w+",
    "pt": r"constr\w+ | demoli\w+ derrub\w+",
    "nl": r"bouw(?:t|de|den|en) gebouwd | gesloopt sloop\w* sloopte\w*",
    "sv": r"bygg(?:er|de|t|ts|des|as|s) | rev rivit rivs riv(?:s|na|as)",
    "no": r"bygg(?:er|et|de|es) | rev r[ei]ve[rt]?",
    "da": r"bygge[drs]* | rev reve[dt]? nedr[ie]v\w*",
    "pl": r"z?budow(?:a|ał|ano|ała|ali)\w* | rozebra\w+ z?burz\w+",
    "ru": r"постро\w+ | снес\w+ снос\w*",
}  # fmt: skip
_COURSE: Final = {
    "en": r"gain(?:s|ed|ing)? | los(?:t|es?|ing) shed(?:s|ding)?",
    "de": r"gew[ao]nn\w* legt\w*…zu zugelegt | verlor\w* verlier\w+ eingebüßt büßt\w*…ein",
    "fr": r"gagn\w+ | perd\w*", "es": r"gan(?:ó|aron|ado|a|an) | perd\w+ pierde\w*",
    "it": r"guadagn\w+ | pers[oi] perd\w+", "pt": r"ganh\w+ | perd\w+",
    "nl": r"w[oi]n(?:t|nen)? gewonnen | verlo(?:or|ren) verliest?",
    "sv": r"vann vunnit | förlora\w* tappa\w*", "no": r"vant vunnet | tap(?:te|t)",
    "da": r"vandt vundet | tab(?:te|t)", "pl": r"zyska\w+ | strac\w+",
    "ru": r"прибави\w+ | потеря\w+",
}  # fmt: skip
FAMILIES: Final = {
    "course": OppositeFamily(_COURSE, frozenset((FigureKind.PERCENT,))),
    "jobs": OppositeFamily(_JOBS, _COUNTED, _NOUNS_OF_JOBS),
    "staff": OppositeFamily(_STAFF, _COUNTED),
    "doors": OppositeFamily(_DOORS, _COUNTED | DATED),
    "life": OppositeFamily(_LIFE, _COUNTED | DATED),
    "harm": OppositeFamily(_HARM, _COUNTED),
    "result": OppositeFamily(_RESULT, SUMS, has_parties=True),
    "contest": OppositeFamily(_CONTEST, _COUNTED, has_parties=True),
    "border": OppositeFamily(_BORDER, _AMOUNTS, has_parties=True),
    "deal": OppositeFamily(_DEAL, _AMOUNTS, has_parties=True),
    "verdict": OppositeFamily(_VERDICT, _COUNTED),
    "decision": OppositeFamily(_DECISION, _COUNTED, has_parties=True, has_object=True),
    "buildings": OppositeFamily(_BUILDINGS, _COUNTED | DATED),
}
