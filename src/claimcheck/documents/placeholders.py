"""Placeholders in the place of a fact: a program's word, a login name, a day like zero."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

_PROGRAM_TITLE: Final = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation|word document|untitled|"
    r"unbenannt|sans titre|sin título|document\s?\d*|dokument\s?\d*|presentation\s?\d*|"
    r"print(?:ing)?|layout \d+|slide \d+|folie \d+|page \d+|template|no title|title|home|index|"
    r"default|none|null|undefined|about:blank|full page fax print)\b\s*(?:-.*)?$",
    re.IGNORECASE,
)
_FILE_NAME: Final = re.compile(
    r"\S*\.(?:docx?|pdf|rtf|odt|indd|qxd|pptx?|xlsx?|tex|dvi|html?)$", re.IGNORECASE
)
_LOGIN: Final = re.compile(r"[a-z][a-z0-9._-]*\d[a-z0-9._-]*|[a-z]+[._\\][a-z0-9._\\]+|\S+\\\S+")
_NOBODY: Final = frozenset(
    {
        "admin", "administrator", "anonymous", "author", "autor", "default", "editor", "guest",
        "none", "null", "office", "owner", "pc", "python-docx", "root", "scanner", "system", "test",
        "unknown", "user", "usuario", "utilisateur", "webmaster", "windows user", "wordpress",
        "www-data", "benutzer", "apache poi", "openpyxl",
    }
)  # fmt: skip
_NO_DAYS: Final = frozenset(
    {(1970, 1, 1), (1969, 12, 31), (1900, 1, 1), (1899, 12, 30), (1601, 1, 1), (2000, 0, 0)}
)
_FIRST_YEAR: Final = 1450


def is_title(text: str) -> bool:
    """Whether a text can be a title: no program's word for one, no name of a file."""
    plain = " ".join(text.split())
    return (
        any(map(str.isalpha, plain))
        and not _PROGRAM_TITLE.match(plain)
        and not _FILE_NAME.fullmatch(plain)
    )


def is_name(text: str) -> bool:
    """Whether a text can be the name of somebody: no login, no role that a program gave."""
    plain = " ".join(text.split())
    return (
        any(map(str.isalpha, plain))
        and "://" not in plain
        and "@" not in plain
        and plain.casefold() not in _NOBODY
        and not _LOGIN.fullmatch(plain)
    )


def is_day(year: int, month: int, day: int) -> bool:
    """Whether a date can be a day of publication: not one that means that there is none.

    Args:
        year: the year.
        month: 1 to 12, or 0 where only the year is known.
        day: 1 to 31, or 0 where it is not known.
    """
    if year < _FIRST_YEAR or (year, month, day) in _NO_DAYS:
        return False
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        return False
    return True
