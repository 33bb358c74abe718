"""What language a text is in, by its script and the stop words that every text is full of."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGLISH: Final = "english"
# Languages without an entry have no stemmer here, and their words count as they are written.
STEMMERS: Final = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
# Stemmers of the languages that write 4,5 and 10.000 for what English writes 4.5 and 10,000.
DECIMAL_COMMA: Final = frozenset((
    "armenian", "basque", "catalan", "czech", "danish", "dutch", "esperanto", "estonian", "finnish",
    "french", "german", "greek", "hungarian", "indonesian", "italian", "lithuanian", "norwegian",
    "polish", "portuguese", "romanian", "russian", "serbian", "spanish", "swedish", "turkish",
))  # fmt: skip
# Stop words tell a language, and mean too little to be searched for. In English negations and
# comparisons are among them: what a passage says of a thing is for its reader to judge.
STOP_WORDS: Final = {
    "english": frozenset((
        "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
        "before", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does",
        "during", "each", "for", "from", "had", "has", "have", "here", "how", "if", "in", "into",
        "is", "it", "its", "more", "most", "no", "not", "of", "on", "only", "or", "other",
        "our", "over", "same", "should", "so", "some", "such", "than", "that", "the", "their",
        "them", "then", "there", "these", "they", "this", "those", "through", "to", "under",
        "until", "up", "very", "was", "we", "were", "what", "when", "where", "which", "while",
        "who", "with", "would",
    )),
    "catalan": frozenset((
        "al", "als", "amb", "aquest", "com", "de", "del", "dels", "el", "els", "en", "és", "es",
        "ha", "i", "la", "les", "més", "no", "o", "per", "que", "són", "un", "una", "va",
    )),
    "czech": frozenset((
        "a", "aby", "ale", "být", "byl", "byla", "by", "do", "jako", "je", "jeho", "jsou", "k",
        "která", "který", "na", "o", "od", "po", "pro", "při", "s", "se", "to", "tak", "také", "u",
        "v", "ve", "že", "z", "za",
    )),
    "danish": frozenset((
        "af", "at", "blev", "de", "den", "der", "det", "en", "er", "et", "for", "fra", "har",
        "havde", "hun", "i", "ikke", "jeg", "kan", "med", "meget", "og", "om", "på", "sig", "som",
        "til", "ved", "var", "vil",
    )),
    "dutch": frozenset((
        "aan", "als", "bij", "dat", "de", "deze", "die", "door", "een", "en", "er", "haar", "heeft",
        "het", "hij", "in", "is", "maar", "met", "naar", "niet", "nog", "om", "ook", "op", "over",
        "te", "tot", "uit", "van", "voor", "was", "werd", "wordt", "zijn", "zo",
    )),
    "estonian": frozenset((
        "aga", "ei", "et", "ja", "kas", "kes", "kui", "kuid", "ka", "mis", "nii", "oli", "olid",
        "on", "oma", "ning", "saab", "see", "selle", "ta", "või",
    )),
    "finnish": frozenset((
        "että", "hän", "ja", "jos", "joka", "jotka", "kun", "kuin", "mutta", "myös", "niin", "ne",
        "oli", "olivat", "on", "ovat", "se", "sen", "tai", "ei", "ole",
    )),
    "french": frozenset((
        "a", "au", "aux", "avec", "ce", "ces", "cette", "d", "dans", "de", "des", "du", "elle",
        "en", "est", "et", "être", "été", "il", "ils", "l", "la", "le", "les", "leur", "mais", "n",
        "ne", "nous", "on", "ont", "ou", "par", "pas", "plus", "pour", "qu", "que", "qui", "s",
        "sa", "se", "ses", "son", "sont", "sur", "un", "une", "y",
    )),
    "german": frozenset((
        "aber", "als", "am", "an", "auch", "auf", "aus", "bei", "bis", "da", "das", "dass", "dem",
        "den", "der", "des", "die", "durch", "ein", "eine", "einem", "einen", "einer", "eines",
        "er", "es", "für", "haben", "hat", "ich", "im", "in", "ist", "kann", "mit", "nach", "nicht",
        "noch", "nur", "oder", "sein", "sich", "sie", "sind", "so", "über", "um", "und", "vom",
        "von", "vor", "war", "waren", "werden", "wie", "wird", "wurde", "wurden", "zu", "zum",
        "zur",
    )),
    "hungarian": frozenset((
        "a", "az", "és", "de", "egy", "ez", "hogy", "is", "ki", "már", "meg", "mint", "nem", "volt",
        "csak", "van", "vagy", "azt", "még", "el",
    )),
    "indonesian": frozenset((
        "ada", "adalah", "akan", "atau", "dalam", "dan", "dari", "dengan", "di", "ini", "itu",
        "juga", "ke", "oleh", "pada", "telah", "tidak", "untuk", "yang",
    )),
    "italian": frozenset((
        "a", "ai", "al", "alla", "anche", "che", "ci", "come", "con", "da", "dal", "dalla", "dei",
        "del", "della", "delle", "di", "e", "è", "gli", "ha", "hanno", "i", "il", "in", "l", "la",
        "le", "lo", "ma", "nel", "nella", "non", "o", "per", "più", "si", "sono", "su", "un", "una",
        "uno",
    )),
    "lithuanian": frozenset((
        "bet", "buvo", "ir", "iš", "į", "jo", "kad", "kaip", "nuo", "o", "per", "po", "su", "tai",
        "už", "yra", "taip", "apie", "dėl",
    )),
    "norwegian": frozenset((
        "av", "at", "ble", "de", "den", "det", "en", "er", "et", "etter", "for", "fra", "har",
        "hun", "i", "ikke", "jeg", "kan", "med", "og", "om", "på", "seg", "som", "til", "ved",
        "var", "vil", "å",
    )),
    "polish": frozenset((
        "a", "ale", "był", "była", "co", "czy", "dla", "do", "i", "jak", "jest", "już", "kiedy",
        "które", "który", "na", "nie", "o", "od", "oraz", "po", "przez", "przy", "się", "są", "tak",
        "to", "w", "we", "z", "za", "ze", "że",
    )),
    "portuguese": frozenset((
        "a", "ao", "as", "com", "como", "da", "das", "de", "do", "dos", "e", "é", "ele", "em",
        "foi", "mais", "mas", "na", "não", "nas", "no", "nos", "o", "os", "ou", "para", "pela",
        "pelo", "por", "que", "se", "seu", "sua", "são", "também", "um", "uma",
    )),
    "romanian": frozenset((
        "a", "al", "au", "ca", "care", "ce", "cu", "de", "din", "după", "este", "fi", "fost", "în",
        "la", "mai", "nu", "o", "pe", "pentru", "prin", "sau", "să", "se", "și", "şi", "sunt", "un",
    )),
    "russian": frozenset((
        "а", "был", "была", "были", "было", "в", "во", "для", "до", "его", "и", "из", "или", "их",
        "к", "как", "на", "не", "но", "о", "об", "он", "она", "они", "от", "по", "при", "с", "со",
        "так", "также", "то", "у", "что", "это",
    )),
    "serbian": frozenset((
        "je", "su", "se", "da", "od", "na", "za", "koji", "koja", "koje", "kao", "ili", "bio",
        "bila", "није", "је", "су", "се", "да", "који", "која", "које", "као", "или", "био", "нису",
    )),
    "spanish": frozenset((
        "a", "al", "como", "con", "de", "del", "e", "el", "ella", "en", "era", "es", "esta", "este",
        "fue", "ha", "han", "la", "las", "lo", "los", "más", "no", "o", "para", "pero", "por",
        "que", "se", "según", "ser", "sin", "sobre", "son", "su", "sus", "también", "un", "una",
        "y", "ya",
    )),
    "swedish": frozenset((
        "att", "av", "de", "den", "det", "en", "ett", "från", "för", "hade", "har", "hon", "i",
        "inte", "jag", "kan", "med", "men", "och", "om", "på", "sig", "som", "till", "var", "vid",
        "är",
    )),
    "turkish": frozenset((
        "bir", "bu", "çok", "da", "daha", "de", "değil", "gibi", "için", "ile", "kadar", "mi",
        "olan", "olarak", "sonra", "ve", "veya", "en", "ne", "o",
    )),
}  # fmt: skip
# Scripts that one language of those above is written in, or that one is far more common in.
_SCRIPTS: Final = tuple(
    (language, re.compile(f"[{letters}]"))
    for language, letters in (
        ("arabic", "\u0620-\u064a"),
        ("armenian", "\u0531-\u0587"),
        ("greek", "\u0370-\u03ff\u1f00-\u1fff"),
        ("hindi", "\u0904-\u0939"),
        ("tamil", "\u0b85-\u0bb9"),
        ("yiddish", "\u05d0-\u05ea"),
    )
)
_MAX_CHARACTERS_READ: Final = 2000
_MAX_WORDS_READ: Final = 2000
# A language is recognised by so many stop words, and by so large a share of all words.
_MIN_STOP_WORDS, _MIN_STOP_WORD_SHARE = 3, 0.1


def stemmer_for_code(code: str | None) -> str | None:
    """Return the stemmer of a language that BCP 47 names, "" if it has none; None for no name."""
    return None if not code else STEMMERS.get(code.lower().partition("-")[0], "")


def guess_language(text: str, words: Sequence[str]) -> str:
    """Return the stemmer of the language that a text seems to be in; English when nothing tells.

    Args:
        text: the text, or its beginning.
        words: its words in small letters.
    """
    if not text.isascii():
        sample = text[:_MAX_CHARACTERS_READ]
        letters = sum(char.isalpha() for char in sample)
        for language, script in _SCRIPTS:
            if 2 * len(script.findall(sample)) > letters:
                return language
    counts = Counter(word for word in words[:_MAX_WORDS_READ] if len(word) > 1)
    share = _MIN_STOP_WORD_SHARE * min(len(words), _MAX_WORDS_READ)
    best, most = ENGLISH, max(_MIN_STOP_WORDS - 1, share)
    for language, stop_words in STOP_WORDS.items():  # English first: it wins where none is better
        if (count := sum([counts[word] for word in counts.keys() & stop_words])) > most:
            best, most = language, count
    return best
