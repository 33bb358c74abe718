"""Roles that an article gives to persons, beside those that its sources give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.role_words import are_offices, may_be_one
from claimcheck.assessment.article import NameDifference
from claimcheck.assessment.article_persons import classes_beside, roles_beside, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.assessment.article_persons import Persons


_INDEFINITE: Final = re.compile(
    r", (?:an?|ein[enr]?|une?|una|um|uma|een|en|ett?) \w", re.IGNORECASE
)


class NamedPerson(NamedTuple):
    """A person whom a sentence of an article names.

    Attributes:
        text: the article's text.
        span: where the sentence begins and ends, in code points.
        place: where the name stands.
        surname: the last word of the name.
        code: the code of the sentence's language; "" where it is not known.
    """

    text: str
    span: tuple[int, int]
    place: tuple[int, int]
    surname: str
    code: str


def role_difference(
    person: NamedPerson, printed: Sequence[tuple[str, Persons]]
) -> NameDifference | None:
    """Return whom a source has in the role that an article gives somebody, or what it calls them.

    Args:
        person: whom the article names.
        printed: the persons of each source that is cited.
    """
    text, span, place, surname, code = person
    roles = roles_beside(text, span, place, code)
    classes = classes_beside(text, span, place, code)
    role = titled(text, place, code)
    for source, persons in printed:
        own = persons.by_surname.get(surname)
        if own is None:
            continue
        for other, holder in persons.by_surname.items():
            shared = _shared(roles, holder.roles)
            holds = not own.roles or not roles or _shared(roles, own.roles)
            if holds or other == surname or not shared:
                continue
            if not persons.speaks_of(surname, shared):
                return NameDifference(0, *place, holder.name, source, holder.start, role=role)
        if not classes or not own.classes or may_be_one(classes, own.classes):
            continue
        if _INDEFINITE.match(text, place[1]) and are_offices(own.classes):
            continue  # `, a lawyer`: the chair of a union may be one
        if not may_be_one(classes, persons.classes_near(surname)):
            return NameDifference(0, *place, own.title, source, own.start, role=role)
    return None


def _shared(some: Iterable[str], others: Iterable[str]) -> set[str]:
    return {
        word
        for word in some
        for other in others
        if word.startswith(other) or other.startswith(word)
    }
