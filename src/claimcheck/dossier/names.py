"""Names of people and organisations: what makes two spellings one, and what stands in a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from claimcheck.anchor.borders import is_unspaced
from claimcheck.text.confusables import latin_letters, look_alike_key, look_alike_keys
from claimcheck.text.ignorable import without_ignorable

# Written without their full stops: `S.p.A.` is `spa`.
_LEGAL_FORMS: Final = look_alike_keys(
    # English, also of Asia and Africa
    "ltd limited inc incorporated corp corporation co company llc llp lp plc pllc pty pvt pte bhd "
    "sdn cic "
    # German, Dutch, Nordic
    "gmbh mbh ag se kg kgaa ohg gbr ug ev eg nv bv vof ab as asa aps oy oyj hf ehf "
    # French, Italian, Spanish, Portuguese, Romanian
    "sa sas sasu sarl eurl spa srl srls sl slu cv ltda eireli "
    # Slavic, Hungarian, Baltic, Turkish
    "sro spol zoo doo dd ad eood kft zrt nyrt bt uab sia oü aş ооо оао зао пао ао тов тзов "
    # Japanese, Chinese, Korean, written in Latin letters
    "kk gk"
)
_LEGAL_FORMS_JOINED: Final = (
    "株式会社",
    "有限会社",
    "合同会社",
    "股份有限公司",
    "有限公司",
    "주식회사",
)
_TITLES: Final = look_alike_keys(
    "dr dres prof professor doctor mr mrs ms miss mx sir dame lord lady rev reverend hon senator "
    "sen representative rep congressman congresswoman governor gov chancellor president pres gen "
    "col capt lt sgt maj phd md "
    "herr herrn frau med dipl ing mag m mme mlle monsieur madame docteur sr sra srta señor señora "
    "don doña dott dottssa ing avv sig sigra dhr mevr г-н г-жа д-р проф"
)
# What is no person, so that a title before it is a part of its name: `ING Bank`.
_ORGANISATIONS: Final = look_alike_keys(
    "bank bancorp group groep gruppe groupe grupo gruppo foundation stiftung fondation fundación "
    "insurance magazine hotel holding holdings media news institute university college club fund"
)
# What is a title before a name, or when it is cut short, and the name itself before a single word:
# `Gen. John Roe` and `Gen. Roe`, but `Gen Z`; `Don Quixote`.
_TITLES_AND_NAMES: Final = look_alike_keys("don gen ing mag med sen rep pres")
# A longer name is a text; and so many words has the name of a party inside it, at most.
_MAX_WORDS: Final = 60
_MAX_WORDS_INSIDE: Final = 8
_MAX_LETTERS_INSIDE: Final = 16
_ARTICLES: Final = look_alike_keys(
    "the a an der die das den dem le la les l' el los las il lo i gli o os de het"
)
# What joins the words of a name, and is left out in other spellings of it.
JOINING_WORDS: Final = look_alike_keys(
    "of for the and in on at to a an de del della di da do dos das des du le la les los las el et "
    "y e der die das den dem für und van voor het en og och av af za na w i"
)
# Degrees behind a name.
_DEGREES: Final = look_alike_keys("phd md mba esq jr sr frs obe")
_STOPS: Final = re.compile(r"[.,]+")
_BLANKS_AND_MARKS: Final = re.compile(r"[\s_]+")
_PARENTHESES: Final = re.compile(r"[()\[\]（）]")
_ELIDED: Final = re.compile(r"^(?:d|l|qu|dell|nell|all|dall|sull|un)'(?=\w)")
_QUOTATION_MARKS: Final = re.compile('["“”„«»]')
_APOSTROPHES: Final = str.maketrans("’ʼ＇`´", "'''''")
_SEPARATOR: Final = re.compile(
    r"\s*[,;]\s*(?:and\s+|und\s+|et\s+|y\s+|e\s+|и\s+)?|\s+(?:and|und|et|y|e|и|&|\+|/)\s+"
)
# A web address as a name: `www.elmgazette.example`.
_HOST: Final = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]+)(?:\.[a-z]{2,12}){1,2}/?")
_POSSESSIVE: Final = r"(?:['’]s?)?"
# Who speaks for somebody, and says nothing of their own; in the languages that newsrooms here use.
_SPOKESPERSON: Final = (
    r"(?:spokes(?:man|woman|person|people|men|women)|press (?:office|officer|secretary|service)"
    r"|(?:presse|unternehmens|regierungs|firmen|konzern)?sprecher(?:in)?|pressestelle"
    r"|porte-parole|portavoz|vocero|vocera|porta-voz|portavoce|woordvoerder|woordvoerster"
    r"|talsperson|taleskvinna|talesman|talskvinne|talsmand|talsmann|rzecznik|rzeczniczka"
    r"|пресс-секретарь|представитель)"
)
_INDEFINITE: Final = "an? |une? |ein(?:e|er)? |una |uma? |een |ett |en "
_SPOKEN_FOR: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # `Bo Kim, a spokesman for Acme`, `spokesperson of Acme`, `porte-parole d'Acme`
        (
            rf"(?:.*[,(] *)?(?:{_INDEFINITE}|the |der |die |le |la |el )?{_SPOKESPERSON}"
            r"(?: (?:for|of|at|von|der|des|du|de|del|della|di|do|da|van|för|til|компании)"
            r" (?:the |der |die |la |le |el )?| d['’]| dell['’])(?P<party>.{2,}?)\)?"
        ),
        # `Acme spokesman Bo Kim`, `Acme's spokeswoman`, `Acme-Sprecher Bo Kim`
        rf"(?:{_INDEFINITE}|the )?(?P<party>.{{2,}}?){_POSSESSIVE}[ -]{_SPOKESPERSON}\b.*",
        # Chinese, Japanese and Korean set the office behind the party, with a blank or without.
        r"(?P<party>.{2,}?) ?(?:新闻|新聞)?(?:发言人|發言人|報道官|広報担当者?|広報官|대변인).*",
    )
)
_FORMER: Final = re.compile(
    r"\b(?:ex|former|formerly|ehemalig\w*|früher\w*|ancien\w*)\b", re.IGNORECASE
)


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """Return what all spellings of one name have in common: its letters in lower case.

    Letters of another script count as the Latin ones that they look like, and what is not seen
    counts for nothing, so that nobody becomes two by a letter that no reader can tell apart.
    """
    return look_alike_key(name.translate(_APOSTROPHES))


def odd_letters(name: str) -> str:
    """Return the letters of a name that only look Latin, or are not seen, in a word of Latin ones.

    A name in another script has none, and neither has one that is wide as a whole.
    """
    if name.isascii():
        return ""
    odd = ""
    for word in unicodedata.normalize("NFC", name).split():
        if any(_is_latin(letter) for letter in word):
            odd += "".join(filter(_only_looks_latin, word))
    return odd


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN ")


def _only_looks_latin(letter: str) -> bool:
    if letter.isascii() or letter in "ªº":
        return False
    if not without_ignorable(letter):
        return True
    looks = latin_letters(letter)
    return letter.isalpha() and not _is_latin(letter) and looks.isascii() and looks.isalpha()


@lru_cache(maxsize=1 << 14)
def bare_name(name: str) -> str:
    """Return a name in lower case without its legal form, titles, articles and full stops.

    `Acme, Ltd.` is `acme`, `The Elm Gazette` is `elm gazette`, `Dr. Jane Roe` is `jane roe`. A name
    that is nothing else keeps what it has.
    """
    core = name_words(name)
    while len(core) > 1 and (core[0] in _ARTICLES or _is_title(core, name)):
        core.pop(0)
    while len(core) > 1 and (core[-1] in _LEGAL_FORMS or core[-1] in _DEGREES):
        core.pop()
    # `GmbH & Co. KG`
    while len(core) > 1 and core[-1] == "and":
        core.pop()
        while len(core) > 1 and core[-1] in _LEGAL_FORMS:
            core.pop()
    bare = " ".join(core)
    for form in _LEGAL_FORMS_JOINED:
        bare = bare.removeprefix(form).removesuffix(form).strip() or bare
    return bare


def _is_title(words: list[str], name: str) -> bool:
    """Whether the first of a name's last words is a title, and no part of the name.

    Args:
        words: the words, in lower case, without full stops; two at least.
        name: the name, as it is written.
    """
    title, following = words[0], words[1]
    if title not in _TITLES or following in _ORGANISATIONS:
        return False
    own = [word for word in words[1:] if word not in _LEGAL_FORMS]
    if len(own) > 1:
        return True
    if own and len(own[0]) == 1:  # `Mr. T`
        return False
    return title not in _TITLES_AND_NAMES or f"{title}." in name_key(name)


def is_organisation(name: str) -> bool:
    """Whether a name says that it is an organisation's, by its legal form: `Acme Ltd`."""
    if any(form in name for form in _LEGAL_FORMS_JOINED):
        return True
    # Short forms are names, too, where they are not written as abbreviations are: `Park Se`.
    last = name.split()[-1:]
    forms = [word for word in last if len(word) > 2 or word.isupper()]
    words = name_words(name)
    return len(words) > 1 and bool(forms) and words[-1] in _LEGAL_FORMS


def is_person(name: str) -> bool:
    """Whether a name says that it is a person's, by a title before a first and a last name."""
    words = name_words(name)
    titled = False
    while words and words[0] in _TITLES:
        titled = True
        words = words[1:]
    foreign = _LEGAL_FORMS | _ORGANISATIONS | JOINING_WORDS
    return titled and len(words) == 2 and foreign.isdisjoint(words)


def name_words(name: str) -> list[str]:
    """Return the words of a name in lower case, without full stops, commas and quotation marks."""
    text = _QUOTATION_MARKS.sub(" ", name_key(name)).replace("&", " and ")
    text = text.replace("l'", "l' ")
    # `S.p.A.` is one word, `Acme,Inc.` two.
    text = re.sub(r"(?<=\w\w)[.,](?=\w\w)", " ", text) if "," in text else text
    words = (_STOPS.sub("", word) for word in _BLANKS_AND_MARKS.split(text))
    return [word for word in words if word]


@lru_cache(maxsize=1 << 14)
def squeezed_name(name: str) -> str:
    """Return a bare name's letters and digits alone; of a web address, those of its domain."""
    host = _HOST.fullmatch(name_key(name))
    return "".join(char for char in (host[1] if host else bare_name(name)) if char.isalnum())


@lru_cache(maxsize=1 << 12)
def spoken_for(name: str) -> str:
    """Return for whom a spokesperson speaks; "" where the name is no spokesperson's.

    What a former one says is nobody else's word.
    """
    name = " ".join(name.split())
    for pattern in _SPOKEN_FOR:
        match = pattern.fullmatch(name)
        if match and not _FORMER.search(name):
            # `Bo Kim, Acme spokesman`, but not `Acme, Inc. spokesman`
            person, comma, body = match["party"].rpartition(",")
            named = body if comma and bare_name(body) not in _LEGAL_FORMS else person + comma + body
            return named.strip(" ,-")
    return ""


@lru_cache(maxsize=1 << 12)
def names_in_list(text: str) -> tuple[str, ...]:
    """Return the names in a text like `acme, town and Bo Kim`; none where it is one name alone.

    A legal form or a degree behind a comma or an `&` belongs to the name before it.
    """
    parts: list[str] = []
    # A run of blanks is tried from each of its signs on.
    text = " ".join(text.split())
    separator, start = "", 0
    for match in (*_SEPARATOR.finditer(text), None):
        part = text[start : match.start() if match else len(text)].strip()
        if parts and part and all(word in _LEGAL_FORMS | _DEGREES for word in name_words(part)):
            parts[-1] += f"{separator.rstrip()} {part}"
        elif part:
            parts.append(part)
        if match:
            separator, start = match[0], match.end()
    return tuple(parts) if len(parts) > 1 else ()


def name_within(name: str, other: str) -> bool:
    """Whether a name holds another one as whole words, and is longer.

    In a script without blanks any letters of it may be words.
    """
    inner, outer = bare_name(other), _plain_name(name)
    if not inner or inner == outer:
        return False
    return f" {inner} " in f" {outer} " or (_is_unspaced_name(inner) and inner in outer)


def names_inside(name: str) -> set[str]:
    """Return the runs of words in a name that may be a bare name, and are not all of it."""
    words = _plain_name(name).split()[:_MAX_WORDS]
    inside = {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + _MAX_WORDS_INSIDE, len(words)) + 1)
        if end - start < len(words)
    }
    for word in filter(_is_unspaced_name, words):
        letters = word[:_MAX_WORDS]
        inside.update(
            letters[start:end]
            for start in range(len(letters))
            for end in range(start + 2, min(start + _MAX_LETTERS_INSIDE, len(letters)) + 1)
            if end - start < len(word)
        )
    return inside


def _is_unspaced_name(text: str) -> bool:
    return len(text) > 1 and not text.isascii() and all(map(is_unspaced, text))


@lru_cache(maxsize=1 << 14)
def _plain_name(name: str) -> str:
    """A name in lower case without parentheses, possessives and elided articles: `d'Acme`."""
    written = name_words(_PARENTHESES.sub(" ", name))
    words = (_ELIDED.sub("", word).removesuffix("'s").removesuffix("'") for word in written)
    return " ".join(filter(None, words))
