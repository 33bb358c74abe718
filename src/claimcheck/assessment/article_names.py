"""Persons whom a draft names: their names and roles, beside those that its sources print."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.attribution import name_words
from claimcheck.anchor.measure_words import CODE_OF, SCALES, UNIT_OF
from claimcheck.assessment.article import NameDifference, SentenceState
from claimcheck.assessment.article_languages import languages_of
from claimcheck.assessment.article_limits import first_beyond

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.quotation_marks import Quotation
    from claimcheck.assessment.article import AssessedSentence
    from claimcheck.assessment.article_source_figures import SourceFigures
    from claimcheck.dossier.article import Article
    from claimcheck.model import Dossier

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ][\w’'-]+"
_PARTICLE: Final = (
    r"(?:van der|van den|van de|von der|von dem|de la|de los|de las|de|du|del|della|di|da|do|dos|"
    r"das|van|von|ter|bin|al|el|af|av|le|la)"
)
# Two words with a capital, particles between them: `Joost van der Velde`.
_NAME: Final = re.compile(
    rf"(?<![\w’'-])(?:{_CAPITAL}|{_CAPITAL[:-1]}{{0,3}}\.)(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,4}}"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_LEAST_ALIKE: Final = 0.55
_LETTERS_OF_A_NAME: Final = 4
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


class _Person:
    """A person of a text, by surname.

    Attributes:
        name: the name, as it is first printed in full.
        start: where that is, in code points.
        roles: the beginnings of the words that say what the person is.
    """

    def __init__(self, name: str, start: int) -> None:
        self.name, self.start = name, start
        self.roles: set[str] = set()


class _Persons:
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
    def by_surname(self) -> dict[str, _Person]:
        """The persons, by the last word of their names."""
        persons: dict[str, _Person] = {}
        for start, end, words in names_in(self.text, 0, len(self.text)):
            person = persons.setdefault(words[-1], _Person(self.text[start:end], start))
            span = 0, len(self.text)
            person.roles |= roles_beside(self.text, span, (start, end), self.code)
        return persons

    def speaks_of(self, surname: str, roles: Iterable[str]) -> bool:
        """Whether a sentence of the text has a surname and one of some roles."""
        sentences = re.split(r"(?<=[.!?])\s", self.text)
        return any(
            surname in (words := name_words(sentence))
            and any(word.startswith(role) for word in words for role in roles)
            for sentence in sentences
        )


class NameComparison:
    """Compares the persons of drafts with those of a dossier's sources.

    Args:
        dossier: the dossier.
        sources: what its sources print.
    """

    def __init__(self, dossier: Dossier, sources: SourceFigures) -> None:
        self._sources = sources
        self._persons: dict[str, _Persons] = {}
        parties = ((party.name, *party.aliases) for party in dossier.parties.values())
        self._parties = frozenset().union(*(name_words(" ".join(names)) for names in parties))

    def differences(
        self,
        article: Article,
        sentences: Sequence[AssessedSentence],
        quotations: Sequence[Quotation],
    ) -> Iterator[NameDifference]:
        """Yield the names and roles of a draft that its sources give otherwise.

        Args:
            article: the draft.
            sentences: its sentences.
            quotations: its quotations, whose words are looked at by themselves.
        """
        languages = languages_of(article)
        quoted = [(each.start, each.end) for each in quotations]
        for number, sentence in enumerate(sentences[: first_beyond(sentences)]):
            if sentence.state is not SentenceState.BOUND or not sentence.sources:
                continue
            printed = [(source, self._persons_of(source)) for source in sentence.sources]
            for start, end, words in names_in(article.text, sentence.start, sentence.end):
                if any(low <= start < high for low, high in quoted):
                    continue
                span = sentence.start, sentence.end
                difference = self._other_name((start, end), words, printed)
                if difference is None:
                    code = _code(languages.at(*span))
                    roles = roles_beside(article.text, span, (start, end), code)
                    difference = _other_role(article.text, (start, end), words, roles, printed)
                if difference is not None:
                    yield difference._replace(sentence=number)

    def _persons_of(self, source: str) -> _Persons:
        if source not in self._persons:
            text = self._sources.text(source)
            language = self._sources.language(source, 0, min(len(text), _HEAD))
            self._persons[source] = _Persons(text, _code(language))
        return self._persons[source]

    def _other_name(
        self,
        place: tuple[int, int],
        words: Sequence[str],
        printed: Sequence[tuple[str, _Persons]],
    ) -> NameDifference | None:
        """Return whom the sources name nearly so, where they do not name somebody so.

        Args:
            place: where the name stands in the draft, in code points.
            words: the words of the name.
            printed: the persons of each source that is cited.
        """
        everywhere = self._parties.union(*(persons.words for _source, persons in printed))
        missing = [word for word in words if not _is_among(word, everywhere)]
        if len(words) > 2 and len(missing) == 2 and words[0] == missing[0]:  # noqa: PLR2004 - a role and a name
            missing = missing[1:]
        if len(missing) != 1 or len(missing[0]) < _LETTERS_OF_A_NAME:
            return None
        shared = [word for word in words if word not in missing]
        for source, persons in printed:
            for person in persons.by_surname.values():
                theirs = _words_of(person.name)[-2:]
                if not any(word in theirs for word in shared):
                    continue
                for word in theirs:
                    alike = SequenceMatcher(None, missing[0], word).ratio() >= _LEAST_ALIKE
                    # `Ministerin` and `Umweltministerin` are no names, `Moor` and `Moore` are.
                    longer = abs(len(word) - len(missing[0])) >= _LETTERS_OF_A_NAME
                    within = longer and (word in missing[0] or missing[0] in word)
                    if alike and not within and word not in shared:
                        return NameDifference(0, *place, person.name, source, person.start)
        return None


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
        words = _words_of(text[at : match.end()])
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
    words = _words_of(text[slice(*place)])[:-2]
    words += _words_before(text[max(span[0], place[0] - _LONGEST_APPOSITION) : place[0]], code)
    behind = text[place[1] : min(span[1], place[1] + _LONGEST_APPOSITION)]
    if behind.startswith((", ", " (")):
        apposition = _STOP.split(behind[2:], maxsplit=1)[0]
        article = _ARTICLE.match(apposition)
        apposition = apposition[article.end() if article else 0 :]
        words += _WORD.findall(_OF.split(apposition, maxsplit=1)[0].casefold())
    return {
        word[: max(_LETTERS_OF_A_ROLE, len(word) - 2)]
        for word in words
        if len(word) >= _LETTERS_OF_A_ROLE
        and word not in _NO_ROLES
        and not word.endswith(("'s", "’s"))
    }


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


def _other_role(
    text: str,
    place: tuple[int, int],
    words: Sequence[str],
    roles: set[str],
    printed: Sequence[tuple[str, _Persons]],
) -> NameDifference | None:
    """Return whom a source gives the role that a draft gives to another person of that source.

    Args:
        text: the draft's text.
        place: where the name stands, in code points.
        words: the words of the name.
        roles: what the draft calls the person.
        printed: the persons of each source that is cited.
    """
    surname = words[-1]
    for source, persons in printed:
        own = persons.by_surname.get(surname)
        if own is None or not own.roles or not roles or _shared(roles, own.roles):
            continue
        for other, person in persons.by_surname.items():
            shared = _shared(roles, person.roles)
            if other != surname and shared and not persons.speaks_of(surname, shared):
                return NameDifference(
                    0, *place, person.name, source, person.start, role=_role_of(text, place)
                )
    return None


def _role_of(text: str, place: tuple[int, int]) -> str:
    """The person as the draft names them, with what it calls them."""
    behind = text[place[1] : place[1] + _LONGEST_APPOSITION]
    name = text[slice(*place)]
    if behind.startswith(", "):
        name += ", " + _STOP.split(behind[2:], maxsplit=1)[0]
    else:
        name = " ".join(text[: place[0]].split()[-_WORDS_BEFORE:]) + " " + name
    return " ".join(name.split())


def _shared(some: Iterable[str], others: Iterable[str]) -> set[str]:
    return {
        one for one in some for other in others if one.startswith(other) or other.startswith(one)
    }


def _words_of(name: str) -> list[str]:
    """The words of a name, in order, without its particles."""
    plain = (next(iter(name_words(word)), "") for word in _WORD.findall(name))
    return [word for word in plain if word and not re.fullmatch(_PARTICLE, word)]


def _code(language: Vocabulary | None) -> str:
    return CODE_OF.get(language.name, "") if language else ""


# How much of a source tells its language, in code points.
_HEAD: Final = 2000


def _is_among(word: str, words: frozenset[str]) -> bool:
    """Whether a word is one of some words, or the genitive of one."""
    return word in words or (word.endswith("s") and word[:-1] in words)
