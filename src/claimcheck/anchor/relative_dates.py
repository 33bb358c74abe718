"""Days and years that a text names from where it stands: `on Tuesday`, `yesterday`, `last year`.

What they mean depends on the day on which the text came out; a weekday is the nearest one.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.figure import FigureKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from claimcheck.anchor.figure import Figure

# By language, from Monday on. German, Dutch and others go on: `Mittwochabend`; in Portuguese,
# `segunda` by itself is an ordinal before a noun.
_WEEKDAYS: Final = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": r"montag\w* dienstag\w* mittwoch\w* donnerstag\w* freitag\w* (?:samstag|sonnabend)\w* "
    r"sonntag\w*",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segundaF terçaF quartaF quintaF sextaF sábado domingo",
    "nl": r"maandag\w* dinsdag\w* woensdag\w* donderdag\w* vrijdag\w* zaterdag\w* zondag\w*",
    "sv": r"måndag\w* tisdag\w* onsdag\w* torsdag\w* fredag\w* lördag\w* söndag\w*",
    "no": r"mandag\w* tirsdag\w* onsdag\w* torsdag\w* fredag\w* lørdag\w* søndag\w*",
    "da": r"mandag\w* tirsdag\w* onsdag\w* torsdag\w* fredag\w* lørdag\w* søndag\w*",
    "pl": r"poniedział\w+ wtor(?:ek|ku|kiem) środ(?:a|ę|y|zie|ą) czwart(?:ek|ku|kiem) "
    r"piąt(?:ek|ku|kiem) sobot(?:a|ę|y|ą|nim?|niego) niedziel(?:a|ę|i|ą)",
    "ru": r"понедельник\w* вторник\w* сред(?:а|у|ы|е) четверг\w* пятниц\w+ суббот\w+ воскресень\w+",
}
_FEIRA: Final = r"(?:-feira|(?=\s*[,.;:()])|(?=\s+(?:passada|de manhã|à (?:tarde|noite))))"
_YESTERDAY: Final = {
    "en": "yesterday", "de": "gestern", "fr": "hier", "es": "ayer|anoche", "it": "ieri",
    "pt": "ontem", "nl": "gisteren", "sv": "i går|igår", "no": "i går", "da": "i går",
    "pl": "wczoraj", "ru": "вчера",
}  # fmt: skip
_TODAY: Final = {
    "en": "today", "de": "heute", "fr": "aujourd['’]hui", "es": "hoy", "it": "oggi", "pt": "hoje",
    "nl": "vandaag", "sv": "i dag|idag", "no": "i dag", "da": "i dag", "pl": "dziś|dzisiaj",
    "ru": "сегодня",
}  # fmt: skip
_LAST_YEAR: Final = {
    "en": "last year", "de": r"(?:vergangene|letzte|vorige)[ns]? jahr\w*|vorjahr\w*",
    "fr": "l['’]an(?:née)? derni(?:er|ère)", "es": "(?:el )?año pasado",
    "it": "(?:l['’])?anno scorso", "pt": "ano passado", "nl": "vorig jaar|afgelopen jaar",
    "sv": "förra året|i fjol|ifjol", "no": "i fjor|fjoråret", "da": "sidste år",
    "pl": r"ubiegł\w+ roku", "ru": r"прошл\w+ году",
}  # fmt: skip
_THIS_YEAR: Final = {
    "en": "this year", "de": r"diese[sm] jahr\w*|heuer", "fr": "cette année", "es": "este año",
    "it": "quest['’]anno", "pt": "n?este ano", "nl": "dit jaar", "sv": "i år", "no": "i år",
    "da": "i år", "pl": "w tym roku", "ru": "в этом году",
}  # fmt: skip
_NEXT_YEAR: Final = {
    "en": "next year", "de": r"(?:nächste|kommende)[ns]? jahr\w*",
    "fr": "l['’]an(?:née)? prochaine?", "es": "(?:el )?próximo año",
    "it": "(?:l['’])?anno prossimo", "pt": "próximo ano", "nl": "volgend jaar",
    "sv": "nästa år", "no": "neste år", "da": "næste år", "pl": "przyszłym roku",
    "ru": "следующем году",
}  # fmt: skip
_YEAR_BEFORE: Final = {
    "en": "the year before|a year (?:earlier|before)|the previous year",
    "de": r"(?:im|ein|das) jahr (?:zuvor|davor|vorher)|vorjahr\w*",
    "fr": "l['’]année précédente|un an (?:plus tôt|auparavant)",
    "es": "(?:el )?año anterior|un año antes", "it": "(?:l['’])?anno (?:prima|precedente)",
    "pt": "ano anterior|um ano antes", "nl": "(?:het|een) jaar (?:ervoor|eerder|daarvoor)",
    "sv": "året (?:innan|före)|ett år tidigare", "no": "året (?:før|i forveien)|et år tidligere",
    "da": "året (?:inden|før)|et år tidligere", "pl": "rok wcześniej", "ru": "годом ранее",
}  # fmt: skip
_WEEK: Final = 7
# What names a day from another one, by which a weekday may be worked out.
_DAYS_APART: Final = {
    "en": r"(?:next|following|previous|same) (?:day|night|morning|evening)|day (?:before|after)|"
    r"(?:days?|nights?|hours?|weeks?) (?:later|earlier|before|after|ago)|overnight|tomorrow|"
    r"tonight|yesterday|today|weekend|eve",
    "de": r"(?:nächst|folgend|selb|gleich)\w+ tag\w*|tags? (?:darauf|zuvor|danach)|am tag danach|"
    r"(?:tage|stunden|wochen) (?:später|zuvor|danach|vorher)|über nacht|morgen|gestern|heute|"
    r"vorgestern|übermorgen|wochenende\w*|vorabend\w*",
    "fr": r"lendemain|veille|jours? (?:plus (?:tard|tôt)|après|avant|auparavant)|demain|hier|"
    r"aujourd['’]hui|week-end",
    "es": r"día siguiente|víspera|días? (?:después|antes|más tarde)|mañana|ayer|hoy|"
    r"fin de semana|anoche",
    "it": r"giorno (?:dopo|seguente|successivo|prima)|giorni (?:dopo|prima)|vigilia|domani|ieri|"
    r"oggi|fine settimana|weekend",
    "pt": r"dia seguinte|véspera|dias (?:depois|antes|mais tarde)|amanhã|ontem|hoje|fim de semana",
    "nl": r"volgende dag|dag (?:later|erna|ervoor|eerder)|dagen (?:later|eerder)|morgen|gisteren|"
    r"vandaag|weekend|weekeinde",
    "sv": r"dagen (?:efter|före|därpå|innan)|dagar (?:senare|tidigare)|i morgon|imorgon|i går|igår|"
    r"i dag|idag|helgen",
    "no": r"dagen (?:etter|før)|dager (?:senere|tidligere)|i morgen|i går|i dag|helga|helgen",
    "da": r"dagen (?:efter|før)|dage (?:senere|tidligere)|i morgen|i går|i dag|weekenden",
    "pl": r"następn\w+ dni\w*|dzień (?:później|wcześniej)|jutro|wczoraj|dziś|dzisiaj|weekend\w*",
    "ru": r"следующ\w+ день|накануне|день спустя|завтра|вчера|сегодня|выходн\w+",
}  # fmt: skip


class NamedWeekday(NamedTuple):
    """A weekday in a text: where it stands, in code points, and its number, 0 for Monday."""

    start: int
    end: int
    number: int


def weekdays_in(text: str, span: tuple[int, int], code: str) -> list[NamedWeekday]:
    """Return the weekdays that a stretch of a text names.

    Args:
        text: the text.
        span: where the stretch begins and ends that is read, in code points.
        code: the code of its language; "" where it is not known.
    """
    if code not in _WEEKDAYS:
        return []
    return [
        NamedWeekday(*match.span(), number)
        for number, name in enumerate(_WEEKDAYS[code].split())
        for match in _words(name.replace("F", _FEIRA)).finditer(text, *span)
    ]


def names_other_day(text: str, span: tuple[int, int], code: str) -> bool:
    """Whether a stretch of a text names a day from another one: `two days later`, `tomorrow`.

    Args:
        text: the text.
        span: where the stretch begins and ends that is read, in code points.
        code: the code of its language; "" where it is not known.
    """
    return code in _DAYS_APART and _words(_DAYS_APART[code]).search(text, *span) is not None


def where_meant(
    figure: Figure, text: str, span: tuple[int, int], code: str, issued: dt.date
) -> tuple[int, int] | None:
    """Return where a text names the day or the year of a figure; None where it does not.

    Args:
        figure: a date, or a year.
        text: the text.
        span: where the stretch begins and ends that is read, in code points.
        code: the code of its language; "" where it is not known.
        issued: the day on which the text came out.
    """
    if code not in _WEEKDAYS:
        return None
    if figure.kind is FigureKind.YEAR:
        places = _years(text, span, code, issued.year)
        return next((place for place, year in places if year == figure.value), None)
    if figure.kind is not FigureKind.DATE or figure.parts[2] is None:
        return None
    year, month, day = figure.parts
    return next(
        (
            place
            for place, meant in _days(text, span, code, issued)
            if (meant.month, meant.day) == (month, day) and year in (None, meant.year)
        ),
        None,
    )


def year_before(
    figure: Figure, text: str, span: tuple[int, int], code: str, years: Collection[int]
) -> tuple[int, int] | None:
    """Return where a text says `the year before` of the year behind a given one.

    Args:
        figure: a year.
        text: the text.
        span: where the stretch begins and ends that is read, in code points.
        code: the code of its language; "" where it is not known.
        years: the years that the text may count from.
    """
    if code not in _YEAR_BEFORE:
        return None
    match = _words(_YEAR_BEFORE[code]).search(text, *span)
    return match.span() if match and int(figure.value) + 1 in years else None


def _days(
    text: str, span: tuple[int, int], code: str, issued: dt.date
) -> Iterator[tuple[tuple[int, int], dt.date]]:
    for weekday in weekdays_in(text, span, code):
        back = (issued.weekday() - weekday.number) % _WEEK
        for days in {back, back - _WEEK, back or _WEEK}:
            yield (weekday.start, weekday.end), issued - dt.timedelta(days)
    for words, days in ((_YESTERDAY, 1), (_TODAY, 0)):
        for match in _words(words[code]).finditer(text, *span):
            yield match.span(), issued - dt.timedelta(days)


def _years(
    text: str, span: tuple[int, int], code: str, year: int
) -> Iterator[tuple[tuple[int, int], int]]:
    for words, later in ((_LAST_YEAR, -1), (_THIS_YEAR, 0), (_NEXT_YEAR, 1)):
        for match in _words(words[code]).finditer(text, *span):
            yield match.span(), year + later


@cache
def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
