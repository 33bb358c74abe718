"""Words that say what a person is: `mayor`, `Umweltministerin`, `portavoz`.

A role is a class of such words. Two people may hold the same role, and one person two; what matters
is whether a text that calls somebody a nurse can mean whom another text calls a porter. Classes
that a writer may take for one another are compatible: a professor is a researcher, a chair leads.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

# The beginnings of the words of a class, by language. In languages that put nouns together, a word
# may be the last part of one.
_BEGINNINGS: Final = {
    "mayor": {
        "en": "mayor", "de": "bürgermeister", "fr": "maire mairesse", "es": "alcald",
        "it": "sindac", "pt": "prefeit", "nl": "burgemeester", "sv": "borgmästar",
        "no": "ordfører borgermester", "da": "borgmester",
    },
    "prime minister": {
        "en": "premier", "de": "ministerpräsident kanzler", "fr": "premier premièr",
        "it": "premier", "nl": "premier", "sv": "statsminist", "no": "statsminist",
        "da": "statsminist",
    },
    "minister": {
        "en": "minister premier", "de": "minister", "fr": "ministre premier premièr",
        "es": "ministr", "it": "ministr premier", "pt": "ministr", "nl": "minister premier",
        "sv": "minist", "no": "minist", "da": "minist",
    },
    "member of a council": {
        "en": "councillor alderman", "de": "stadtrat stadträt gemeinderat gemeinderät dezernent",
        "fr": "conseill", "es": "concejal", "it": "consiglier assessor", "pt": "veread",
        "nl": "wethouder raadslid statenlid", "sv": "kommunalråd", "no": "byråd", "da": "rådmand",
    },
    "member of a parliament": {
        "en": "senator congressman congresswoman", "de": "abgeordnete senator",
        "fr": "député sénateur sénatrice", "es": "diputad senador", "it": "deputat senator",
        "pt": "deputad senador", "nl": "kamerlid senator", "sv": "riksdagsledam",
        "no": "stortingsrepresentant", "da": "folketingsmedlem",
    },
    "governor": {
        "en": "governor", "de": "gouverneur landrat landrät", "fr": "gouverneur préfet préfète",
        "es": "gobernador", "it": "governator prefett", "pt": "governador", "nl": "gouverneur",
        "sv": "guvernör landshövding", "no": "guvernør statsforvalter", "da": "guvernør",
    },
    "chair": {
        "en": "chair president", "de": "vorsitzende präsident obmann obfrau", "fr": "président",
        "es": "president", "it": "president", "pt": "president", "nl": "voorzitter president",
        "sv": "ordförande president", "no": "leder president styreleder",
        "da": "formand forperson præsident",
    },
    "director": {
        "en": "director manager", "de": "direktor geschäftsführer",
        "fr": "directeur directrice gérant", "es": "director directiv gerent",
        "it": "direttor direttrice", "pt": "diretor director gerent",
        "nl": "directeur directrice manager", "sv": "direktör", "no": "direktør", "da": "direktør",
    },
    "leader": {
        "en": "head chief leader boss executive", "de": "chef leiter vorstand amtsleiter",
        "fr": "chef cheffe patron responsable dirigeant", "es": "jef responsable líder",
        "it": "capo responsabil leader", "pt": "chefe responsáve líder",
        "nl": "hoofd leider baas topman topvrouw", "sv": "chef ledare", "no": "sjef",
        "da": "chef leder",
    },
    "spokesperson": {
        "en": "spokes", "de": "sprecher", "fr": "porte", "es": "portavo voc", "it": "portavoc",
        "pt": "porta", "nl": "woordvoerder woordvoerster", "sv": "talesperson presstales språkrör",
        "no": "talsmann talskvinne talsperson", "da": "talsmand talskvinde talsperson",
    },
    "secretary": {
        "en": "secretary", "de": "sekretär", "fr": "secrétaire", "es": "secretari",
        "it": "segretari", "pt": "secretári", "nl": "secretaris", "sv": "sekreterar",
        "no": "sekretær", "da": "sekretær",
    },
    "treasurer": {
        "en": "treasurer comptroller", "de": "schatzmeister kassenwart kämmerer", "fr": "trésori",
        "es": "tesorer", "it": "tesorier", "pt": "tesoureir", "nl": "penningmeester",
        "sv": "kassör", "no": "kasserer", "da": "kasserer",
    },
    "auditor": {
        "en": "auditor", "de": "rechnungsprüfer wirtschaftsprüfer", "fr": "auditeur auditrice",
        "es": "auditor", "it": "revisor", "pt": "auditor", "nl": "accountant", "sv": "revisor",
        "no": "revisor", "da": "revisor",
    },
    "lawyer": {
        "en": "lawyer solicitor barrister attorney", "de": "anwalt anwält verteidiger",
        "fr": "avocat", "es": "abogad", "it": "avvocat legal", "pt": "advogad", "nl": "advoca",
        "sv": "advokat", "no": "advokat forsvarer", "da": "advokat forsvarer",
    },
    "judge": {
        "en": "judge magistrate", "de": "richter", "fr": "juge magistrat", "es": "juez magistrad",
        "it": "giudic magistrat", "pt": "juiz juíz magistrad", "nl": "rechter", "sv": "domar",
        "no": "dommer", "da": "dommer",
    },
    "prosecutor": {
        "en": "prosecutor", "de": "staatsanwalt staatsanwält", "fr": "procureur", "es": "fiscal",
        "it": "procurator procuratric pm", "pt": "procurador promotor", "nl": "officier justitie",
        "sv": "åklagar", "no": "statsadvokat", "da": "anklager",
    },
    "police officer": {
        "en": "detective constable inspector superintendent", "de": "polizist kommissar",
        "fr": "policier policièr commissaire", "es": "policía comisari inspector",
        "it": "poliziott commissari ispettor carabinier", "pt": "polícia comissári inspetor",
        "nl": "agent commissaris inspecteur rechercheur", "sv": "polis", "no": "politi",
        "da": "politi",
    },
    "commander": {
        "en": "commander captain colonel major general", "de": "kommandant hauptmann oberst",
        "fr": "commandant capitaine colonel", "es": "comandant capitán coronel",
        "it": "comandant capitan colonnell", "pt": "comandant capitã coronel",
        "nl": "commandant kapitein kolonel", "sv": "befäl kapten överst", "no": "kaptein oberst",
        "da": "kaptajn oberst",
    },
    "firefighter": {
        "en": "firefighter", "de": "feuerwehr", "fr": "pompi", "es": "bomber", "it": "pompier",
        "pt": "bombeir", "nl": "brandweer", "sv": "brandman", "no": "brannmann", "da": "brandmand",
    },
    "doctor": {
        "en": "physician surgeon consultant gp paediatrician cardiologist psychiatrist",
        "de": "arzt ärzt chirurg kardiolog psychiater",
        "fr": "médecin chirurgi cardiolog psychiatre",
        "es": "médic cirujan pediatr cardiólog psiquiatr",
        "it": "medic chirurg pediatr cardiolog primari", "pt": "médic cirurgi pediatr cardiologist",
        "nl": "arts huisarts chirurg kinderarts cardioloog", "sv": "läkar kirurg",
        "no": "lege kirurg", "da": "læge kirurg",
    },
    "nurse": {
        "en": "nurse midwife", "de": "krankenschwester pfleger hebamme", "fr": "infirmi",
        "es": "enfermer", "it": "infermier", "pt": "enfermeir", "nl": "verpleegkundige",
        "sv": "sjuksköterska barnmorska", "no": "sykepleier", "da": "sygeplejerske",
    },
    "porter": {
        "en": "porter", "de": "pförtner hausmeister", "fr": "gardien concierge", "es": "conserj",
        "it": "bidell custod", "pt": "porteir", "nl": "conciërge", "sv": "vaktmästar",
        "no": "vaktmester", "da": "pedel",
    },
    "teacher": {
        "en": "teacher", "de": "lehrer", "fr": "enseignant instituteur institutrice",
        "es": "maestr docent", "it": "insegnant maestr", "pt": "docent",
        "nl": "leraar lerares docent", "sv": "lärar", "no": "lærer", "da": "lærer",
    },
    "headteacher": {
        "en": "headteacher headmaster headmistress principal", "de": "schulleiter rektor",
        "fr": "proviseur recteur rectrice", "es": "rector", "it": "preside rettor rettric",
        "pt": "reitor", "nl": "rector", "sv": "rektor", "no": "rektor", "da": "rektor",
    },
    "professor": {
        "en": "professor lecturer", "de": "professor dozent", "fr": "professeur",
        "es": "profesor catedrátic", "it": "professor docent", "pt": "professor",
        "nl": "hoogleraar", "sv": "professor docent lektor", "no": "professor",
        "da": "professor lektor",
    },
    "researcher": {
        "en": "researcher scientist", "de": "forscher wissenschaftler",
        "fr": "chercheu scientifique", "es": "investigador científic",
        "it": "ricercator ricercatric scienziat", "pt": "pesquisador investigador cientist",
        "nl": "onderzoek wetenschapper", "sv": "forskar", "no": "forsker", "da": "forsker",
    },
    "biologist": {
        "en": "biologist ecologist ornithologist botanist geneticist",
        "de": "biolog ökolog ornitholog", "fr": "biolog écolog ornitholog",
        "es": "biólog ecólog ornitólog", "it": "biolog ecolog ornitolog",
        "pt": "biólog ecólog ornitólog", "nl": "biolo ecolo", "sv": "biolog ekolog",
        "no": "biolog økolog", "da": "biolog økolog",
    },
    "economist": {
        "en": "economist", "de": "ökonom volkswirt", "fr": "économiste", "es": "economist",
        "it": "economist", "pt": "economist", "nl": "econo", "sv": "ekonom", "no": "økonom",
        "da": "økonom",
    },
    "statistician": {
        "en": "statistician", "de": "statistiker", "fr": "statistici", "es": "estadístic",
        "it": "statistic", "pt": "estatístic", "nl": "statistic", "sv": "statistiker",
        "no": "statistiker", "da": "statistiker",
    },
    "historian": {
        "en": "historian archivist archaeologist", "de": "historiker archivar archäolog",
        "fr": "historien archivist archéolog", "es": "historiador arqueólog archiver",
        "it": "storic archeolog archivist", "pt": "historiador arqueólog arquivist",
        "nl": "historic archivaris archeolo", "sv": "historiker arkeolog",
        "no": "historiker arkeolog", "da": "historiker arkæolog",
    },
    "engineer": {
        "en": "engineer", "de": "ingenieur", "fr": "ingénieur", "es": "ingenier", "it": "ingegner",
        "pt": "engenheir", "nl": "ingenieur", "sv": "ingenjör", "no": "ingeniør", "da": "ingeniør",
    },
    "architect": {
        "en": "architect", "de": "architekt", "fr": "architect", "es": "arquitect",
        "it": "architett", "pt": "arquitet", "nl": "architect", "sv": "arkitekt", "no": "arkitekt",
        "da": "arkitekt",
    },
    "farmer": {
        "en": "farmer grower", "de": "landwirt bauer bäuerin winzer",
        "fr": "agricult éleveu viticult", "es": "agricult ganader viticult",
        "it": "agricolt allevat viticolt", "pt": "agricult viticult",
        "nl": "akkerbouwer boer boerin veehouder tuinder", "sv": "bonde lantbrukar",
        "no": "bonde gårdbruker", "da": "landmand landbruger",
    },
    "fisherman": {
        "en": "fisherman", "de": "fischer", "fr": "pêcheur", "es": "pescador", "it": "pescator",
        "pt": "pescador", "nl": "visser", "sv": "fiskare", "no": "fisker", "da": "fisker",
    },
    "musician": {
        "en": "cellist violinist pianist conductor singer musician composer",
        "de": "cellist geiger pianist dirigent sänger musiker komponist",
        "fr": "violoncellist violonist pianist chanteu musici compositeur",
        "es": "violonchelist violinist pianist cantant músic compositor",
        "it": "violoncellist violinist pianist cantant musicist compositor",
        "pt": "violoncelist violinist pianist cantor músic compositor",
        "nl": "cellist violist pianist dirigent zanger musicus componist",
        "sv": "cellist violinist pianist dirigent sångar musiker",
        "no": "cellist fiolinist pianist dirigent sanger musiker",
        "da": "cellist violinist pianist dirigent sanger musiker",
    },
    "journalist": {
        "en": "journalist reporter", "de": "journalist reporter", "fr": "journalist",
        "es": "periodist", "it": "giornalist", "pt": "jornalist", "nl": "journalist verslaggever",
        "sv": "journalist", "no": "journalist", "da": "journalist",
    },
    "driver": {
        "en": "driver", "de": "fahrer", "fr": "chauffeur conducteur conductrice",
        "es": "conductor chófer", "it": "autist", "pt": "motorist condutor",
        "nl": "chauffeur machinist", "sv": "förare chaufför", "no": "sjåfør", "da": "chauffør",
    },
    "trainer": {
        "en": "coach trainer", "de": "trainer", "fr": "entraîneu", "es": "entrenador",
        "it": "allenat", "pt": "treinador", "nl": "trainer coach", "sv": "tränar", "no": "trener",
        "da": "træner",
    },
    "priest": {
        "en": "vicar priest bishop pastor", "de": "pfarrer pastor bischof bischöf",
        "fr": "curé évêque pasteur prêtre", "es": "obisp sacerdot", "it": "vescov parroco sacerdot",
        "pt": "bispo pároco", "nl": "dominee pastoor bisschop", "sv": "präst biskop",
        "no": "prest biskop", "da": "præst biskop",
    },
    "student": {
        "en": "student pupil", "de": "student studierende schüler", "fr": "étudiant élève lycéen",
        "es": "estudiant alumn", "it": "student alunn", "pt": "estudant alun",
        "nl": "student leerling scholier", "sv": "student elev", "no": "student elev",
        "da": "studerende elev",
    },
    "rapporteur": {
        "fr": "rapporteu", "en": "rapporteur", "es": "ponent", "it": "relator relatric",
        "pt": "relator", "de": "berichterstatter", "nl": "rapporteur",
    },
    "union official": {
        "en": "unionist", "de": "gewerkschafter", "fr": "syndicalist", "es": "sindicalist",
        "it": "sindacalist", "pt": "sindicalist", "nl": "vakbondsbestuurder vakbondsman",
        "sv": "fackombudsman", "no": "tillitsvalgt", "da": "tillidsmand",
    },
}  # fmt: skip
_JOINED: Final = frozenset({"de", "nl", "sv", "no", "da"})
# What a class may stand for in another text, beside itself.
_LEADERS: Final = frozenset(
    {"chair", "director", "mayor", "minister", "prime minister", "governor", "commander", "leader",
     "headteacher", "secretary", "trainer", "union official", "police officer", "firefighter"}
)  # fmt: skip
_SCHOLARS: Final = frozenset(
    {"researcher", "professor", "biologist", "economist", "statistician", "historian", "engineer",
     "doctor"}
)  # fmt: skip
_POLITICIANS: Final = frozenset({"mayor", "member of a council", "chair", "leader"})
_WIDER: Final = {
    # Who leads a study is a scholar; its statistician is not who leads it.
    "leader": _LEADERS | (_SCHOLARS - {"statistician"}),
    "researcher": _SCHOLARS,
    "professor": _SCHOLARS | {"teacher", "lawyer", "architect", "headteacher"},
    "teacher": frozenset({"headteacher", "professor"}),
    "headteacher": frozenset({"director", "chair"}),
    "minister": frozenset({"secretary"}),
    "prime minister": frozenset({"chair"}),
    "police officer": frozenset({"commander"}),
    "firefighter": frozenset({"commander"}),
    "prosecutor": frozenset({"lawyer"}),
    "judge": frozenset({"chair"}),
    "treasurer": frozenset({"auditor"}),
    "union official": frozenset({"chair", "secretary"}),
    "member of a council": _POLITICIANS,
}
# What somebody is elected or appointed to, whatever else they are.
_OFFICES: Final = _LEADERS | {
    "spokesperson", "treasurer", "auditor", "member of a council", "member of a parliament",
}  # fmt: skip
# How many letters more than its beginning a word of a class may have: `director`, `directora`.
_LONGEST_END: Final = 4


def roles_of(word: str, code: str) -> frozenset[str]:
    """Return the classes of roles that a word names.

    Args:
        word: the word, case-folded.
        code: the code of its language, such as `de`.
    """
    match = _pattern(code).fullmatch(word)
    return _classes(code)[match[1]] if match else frozenset()


def may_be_one(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one person may be called by a class of one set, and by one of another.

    Args:
        some: classes of roles.
        others: classes of roles.
    """
    return any(
        each == other or other in _WIDER.get(each, ()) or each in _WIDER.get(other, ())
        for each in some
        for other in others
    )


def are_offices(classes: frozenset[str]) -> bool:
    """Whether all classes of roles are offices, which people hold beside a profession."""
    return classes <= _OFFICES


@cache
def _classes(code: str) -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    for name, languages in _BEGINNINGS.items():
        for beginning in languages.get(code, "").split():
            classes[beginning] = classes.get(beginning, frozenset()) | {name}
    return classes


@cache
def _pattern(code: str) -> re.Pattern[str]:
    beginnings = "|".join(sorted(map(re.escape, _classes(code)), key=len, reverse=True)) or "(?!)"
    # Of a word put together the last part counts: `Betriebsratsvorsitzende` is no `Betriebsrat`.
    before = r"\w*?" if code in _JOINED else ""
    return re.compile(rf"{before}({beginnings})\w{{0,{_LONGEST_END}}}")
