"""An entry of a bibliography, in the words of a source's record."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimcheck.dossier.keys import Form, has_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Value = str | tuple[str, ...]
MONTHS_OF_A_YEAR: Final = 12
MAX_BYTES: Final = 64 << 20
_INVISIBLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_TIME: Final = re.compile(r"(?<=\d)[T ].*", re.DOTALL)
_TAGS: Final = re.compile(r"</?(?:i|b|sub|sup|sc|span)\b[^>]{0,80}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """The entry of a bibliography for one document.

    Attributes:
        key: what it is cited by.
        values: its fields, by the keys of a record; nothing that could not stand in one.
        left_out: its other fields, by its own names.
        files: the files that it says the document lies in, as it writes them.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def entry(
    key: str, values: Mapping[str, str | Iterable[str]], left_out: Iterable[str] = ()
) -> BibliographyEntry:
    """Return an entry without what is empty, or is no value of its key.

    Args:
        key: what it is cited by.
        values: its fields, by the keys of a record.
        left_out: the names of what has no key.
    """
    accepted: dict[str, Value] = {}
    refused = list(left_out)
    for name, value in values.items():
        if isinstance(value, str):
            text = tidy(value)
        elif texts := tuple(filter(None, map(tidy, value))):
            accepted[name] = texts
            continue
        else:
            continue
        if text and has_form(text, _FORMS[name]) if name in _FORMS else text:
            accepted[name] = text
        elif text:
            refused.append(name)
    return BibliographyEntry(tidy(key), accepted, tuple(dict.fromkeys(refused)))


_FORMS: Final = {
    "issued": Form.PARTIAL_DATE,
    "accessed": Form.DAY,
    "url": Form.WEB_ADDRESS,
    "archive_url": Form.WEB_ADDRESS,
    "language": Form.LANGUAGE,
}


def tidy(text: str) -> str:
    """Return a text on one line, without what nobody sees and without styling."""
    return " ".join(_INVISIBLE.sub(" ", _TAGS.sub("", text)).split())


def partial_date(parts: Iterable[object]) -> str:
    """Return a year, a month and a day as a record writes them, as far as they are numbers.

    A season, which bibliographies write as a month from 13 on, leaves the year.
    """
    numbers = []
    for part in parts:
        # `2020-05-03T10:00:00Z` has the day of a time.
        text = _TIME.sub("", str(part).strip())
        if not text.isdecimal():
            break
        numbers.append(int(text))
    if not numbers:
        return ""
    if len(numbers) > 1 and numbers[1] > MONTHS_OF_A_YEAR:
        del numbers[1:]
    written = [f"{numbers[0]:04d}", *(f"{number:02d}" for number in numbers[1:3])]
    return "-".join(written)
