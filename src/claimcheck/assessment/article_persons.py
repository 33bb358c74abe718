"""Persons whom a text names, and the words that say what each of them is."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.attribution import name_words
from claimcheck.anchor.measure_words import SCALES, UNIT_OF
from claimcheck.anchor.role_words import roles_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Of the scripts that have capitals; in others nothing tells a name from any two words.
_CAPITALS: Final = "".join(
    filter(str.isupper, map(chr, chain(range(ord("A"), 0x588), range(0x1E00, 0x2000))))
)
_CAPITAL: Final = rf"[{_CAPITALS}][\w’'-]+"
_PARTICLE: Final = (
    r"(?:van der|van den|van de|von der|von dem|de la|de los|de las|de|du|del|della|di|da|do|dos|"
    r"das|van|von|ter|bin|al|el|af|av|le|la)"
)
# Two words with a capital, particles between them: `Joost van der Velde`; not `L'avocate`.
_NAME: Final = re.compile(
    rf"(?<![\w’'-])(?![^\W\d_]{{1,3}}[’'][^\W\d_{_CAPITALS}])"
    rf"(?:{_CAPITAL}|{_CAPITAL[:-1]}{{0,3}}\.)(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,4}}"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_LETTERS_OF_A_ROLE: Final = 5
_LONGEST_APPOSITION: Final = 80
_WORDS_BEFORE: Final = 3
# Where what follows a name says of what somebody is something: `, leader of the council`.
_OF: Final = re.compile(
    r"(?<!\w)(?:of|for|at|in|on|with|who|whose|von|vom|der|des|bei|beim|im|am|für|die|de|du|des|"
    r"d['’]|à|au|aux|chez|qui|del|della|dello|dei|degli|delle|di|al|alla|presso|che|do|da|dos|das|"
    r"em|no|na|que|van|het|bij|voor|av|på|för|vid|som|fra|til|ved|for|i)(?!\w)",
    re.IGNORECASE,
)
_STOP: Final = re.compile(r"[,;:.!?()\n“”„«»\"–—]")
_SENTENCE_END: Final = re.compile(r"[.!?]\s")
_ELIDED: Final = re.compile(r"^\w{1,4}[’']")  # `l'avocate`
_OWNED: Final = re.compile(rf"{_OF.pattern}(?:\s+(?:the|la|le|el|de|het|den))?\s*\Z", re.IGNORECASE)
# Where a noun begins that says what a person is.
_ARTICLE: Final = re.compile(
    r"(?<![\w’'])(?:the|an?|its|their|his|her|le|la|les|l['’]|un[ae]?|el|los|las|il|lo|gli|o|os|as|"
    r"uma?|de|het|een|der|die|das|den|ein[enr]?|det|en|ett?)(?![\w])\s*",
    re.IGNORECASE,
)
# Languages that set what a person is right before the name, and how their verbs end, which may
# stand there, too: `zei wethouder Jan Smit`, `said treasurer Colin Mabey`.
_VERB_ENDS: Final = {"en": ("ed", "s"), "nl": ("t", "de", "te"), "sv": ("de", "ar", "ger")}
_TWO_WORDS: Final = ("no", "da")
# What many persons are called, or what only qualifies a role.
_NO_ROLE_WORDS: Final = (
    "professor professora profesor profesora professeur professore doctor doktor docteur dottor "
    "dottoressa doutor herr frau madame monsieur señor señora signor signora senhor senhora fröken "
    "fru former ehemalige ehemaliger ancien ancienne antiguo antigua neue neuer nouveau nouvelle "
    "nuovo nuova novo nova nieuwe tidigare tidligere colleague kollege kollegin collega colega "
    "their there after while about dessen deren ihrer seiner says said sagte dijo disse dice zegt "
    "zei säger sade according laut selon según secondo segundo volgens enligt ifølge"
)
_NO_ROLES: Final = frozenset(_NO_ROLE_WORDS.split())


class Person:
    """A person of a text, by surname.

    Attributes:
        name: the name, as it is first printed in full.
        start: where that is, in code points.
        roles: the beginnings of the words that say what the person is.
        classes: the classes of roles among those words.
        title: the person with what the text first calls them; "" where that is no such class.
    """

    def __init__(self, name: str, start: int) -> None:
        self.name, self.start = name, start
        self.roles: set[str] = set()
        self.classes: frozenset[str] = frozenset()
        self.title = ""


class Persons:
    """The persons of a text.

    Args:
        text: the text.
        code: the code of its language; "" where it is not known.
    """

    def __init__(self, text: str, code: str) -> None:
        self.text, self.code = text, code

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the text, as `name_words` has them."""
        return name_words(self.text)

    @cached_property
    def by_surname(self) -> dict[str, Person]:
        """The persons, by the last word of their names."""
        persons: dict[str, Person] = {}
        span = 0, len(self.text)
        for start, end, words in names_in(self.text, *span):
            person = persons.setdefault(words[-1], Person(self.text[start:end], start))
            person.roles |= roles_beside(self.text, span, (start, end), self.code)
            classes = classes_beside(self.text, span, (start, end), self.code)
            person.classes |= classes
            if classes and not person.title:
                person.title = titled(self.text, (start, end), self.code)
        return persons

    def speaks_of(self, surname: str, roles: Iterable[str]) -> bool:
        """Whether a sentence of the text has a surname and one of some roles.

        Args:
            surname: the surname, as `name_words` has it.
            roles: the beginnings of words.
        """
        return any(word.startswith(role) for word in self._words_with(surname) for role in roles)

    def classes_near(self, surname: str) -> frozenset[str]:
        """The classes of roles that sentences with a surname name, whoever holds them."""
        return _classes(self._words_with(surname), self.code)

    def _words_with(self, surname: str) -> Iterator[str]:
        """The words of the sentences that have a surname."""
        for sentence in re.split(r"(?<=[.!?])\s", self.text):
            if surname in name_words(sentence):
                yield from _WORD.findall(sentence.casefold())


def names_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the names of persons of a stretch of a text: where they stand, and their words.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
    """
    for match in _NAME.finditer(text, start, end):
        article = _ARTICLE.match(match[0])
        at = match.start() + (article.end() if article else 0)
        words = words_of(text[at : match.end()])
        is_sum = any(word in SCALES or word in UNIT_OF for word in words)
        if len(words) > 1 and not is_sum:
            yield at, match.end(), words


def roles_beside(text: str, span: tuple[int, int], place: tuple[int, int], code: str) -> set[str]:
    """Return the beginnings of the words that say what a person is: `, head of …`, `mayor …`.

    Args:
        text: the text.
        span: where the stretch begins and ends that is read, in code points.
        place: where the name stands.
        code: the code of the language; "" where it is not known.
    """
    words = words_of(text[slice(*place)])[:-2]
    words += _words_before(_before(text, span, place), code)
    words += _words_behind(text, span, place)
    return {
        word[: max(_LETTERS_OF_A_ROLE, len(word) - 2)]
        for word in words
        if len(word) >= _LETTERS_OF_A_ROLE
        and word not in _NO_ROLES
        and not word.endswith(("'s", "’s"))
    }


def classes_beside(
    text: str, span: tuple[int, int], place: tuple[int, int], code: str
) -> frozenset[str]:
    """Return the classes of roles of the words that say what a person is.

    Args:
        text: the text.
        span: where the stretch begins and ends that is read, in code points.
        place: where the name stands.
        code: the code of the language; "" where it is not known.
    """
    words = _WORD.findall(text[slice(*place)].casefold())[:-2]
    before = _before(text, span, place)
    clause = _STOP.split(before.rstrip(" ,"))[-1]
    words += _words_before(before, code)
    # A name in front is no role, though it may be `Fischer` or `Visser`.
    plain = _NAME.sub(" ", clause) if before.endswith(", ") else clause
    words += _WORD.findall(plain.casefold())[-_WORDS_BEFORE:]
    words += _words_behind(text, span, place)
    return _classes(words, code)


def titled(text: str, place: tuple[int, int], code: str) -> str:
    """A person as a text names them, with what it calls them.

    Args:
        text: the text.
        place: where the name stands, in code points.
        code: the code of the language; "" where it is not known.
    """
    name = text[slice(*place)]
    behind = text[place[1] : place[1] + _LONGEST_APPOSITION]
    apposition = _STOP.split(behind[2:], maxsplit=1)[0]
    inside = _classes(_WORD.findall(name.casefold())[:-2], code)
    if inside:
        return " ".join(name.split())
    if behind.startswith(", ") and (
        not code or _classes(_WORD.findall(apposition.casefold()), code)
    ):
        return " ".join(f"{name}, {apposition}".split())
    before = _SENTENCE_END.split(text[: place[0]])[-1]
    return " ".join([*before.split()[-_WORDS_BEFORE:], *name.split()])


def _before(text: str, span: tuple[int, int], place: tuple[int, int]) -> str:
    return text[max(span[0], place[0] - _LONGEST_APPOSITION) : place[0]]


def _words_behind(text: str, span: tuple[int, int], place: tuple[int, int]) -> list[str]:
    """The words of a noun right behind a name: `, head of …`, `(mayor)`."""
    behind = text[place[1] : min(span[1], place[1] + _LONGEST_APPOSITION)]
    if not behind.startswith((", ", " (")):
        return []
    apposition = _STOP.split(behind[2:], maxsplit=1)[0]
    article = _ARTICLE.match(apposition)
    apposition = apposition[article.end() if article else 0 :]
    return _WORD.findall(_OF.split(apposition, maxsplit=1)[0].casefold())


def _classes(words: Iterable[str], code: str) -> frozenset[str]:
    return frozenset().union(*(roles_of(_ELIDED.sub("", word), code) for word in words))


def _words_before(before: str, code: str) -> list[str]:
    """The words of a noun right before a name: behind an article, or alone as in `mayor Ann Moor`.

    Args:
        before: what stands before the name.
        code: the code of the language.
    """
    clause = _STOP.split(before.rstrip(" ,"))[-1]
    if _OWNED.search(clause):
        return []  # `the chair of Barlow Bank`
    for article in reversed(list(_ARTICLE.finditer(clause))):
        if _OWNED.search(clause[: article.start()]):
            continue  # `the director of the port authority`
        noun = _OF.split(clause[article.end() :], maxsplit=1)[0]
        words = _WORD.findall(noun.casefold())
        if len(words) <= _WORDS_BEFORE:
            return words
        break
    words = [word for word in _WORD.findall(clause.casefold())[-2:] if word not in _NO_ROLES]
    if code in _TWO_WORDS:
        return words if len(words) > 1 else []
    ends = _VERB_ENDS.get(code)
    return [word for word in words[-1:] if ends and not word.endswith(ends)]


def words_of(name: str) -> list[str]:
    """The words of a name, in order, without its particles."""
    plain = (next(iter(name_words(word)), "") for word in _WORD.findall(name))
    return [word for word in plain if word and not re.fullmatch(_PARTICLE, word)]
