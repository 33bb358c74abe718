"""Days and years that a text names from where it stands: `on Tuesday`, `yesterday`, `last year`.

What they mean depends on the day on which the text came out; a weekday is the nearest one.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.anchor.figure import Figure

# From Monday on; the beginnings of words, since German and Dutch write `Mittwochabend`.
_WEEKDAYS: Final = (
    r"monday|montag|lundi|lunes|lunedì|segunda(?:-feira)?|maandag|måndag|mandag|poniedział|понедельник",
    r"tuesday|dienstag|mardi|martes|martedì|terça(?:-feira)?|dinsdag|tisdag|tirsdag|wtor|вторник",
    r"wednesday|mittwoch|mercredi|miércoles|mercoledì|quarta(?:-feira)?|woensdag|onsdag|środ|сред[ау]",
    r"thursday|donnerstag|jeudi|jueves|giovedì|quinta(?:-feira)?|donderdag|torsdag|czwart|четверг",
    r"friday|freitag|vendredi|viernes|venerdì|sexta(?:-feira)?|vrijdag|fredag|piąt|пятниц",
    r"saturday|samstag|sonnabend|samedi|sábado|sabato|zaterdag|lördag|lørdag|sobot|суббот",
    r"sunday|sonntag|dimanche|domingo|domenica|zondag|söndag|søndag|niedziel|воскресень",
)
_WEEKDAY: Final = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<day{at}>{words})" for at, words in enumerate(_WEEKDAYS)) + ")",
    re.IGNORECASE,
)
_DAYS: Final = re.compile(
    r"(?<!\w)(?:(?P<yesterday>yesterday|gestern|hier|ayer|anoche|ieri|ontem|gisteren|i går|igår|"
    r"wczoraj|вчера)|(?P<today>today|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag|i dag|idag|dziś|"
    r"dzisiaj|сегодня))(?!\w)",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    r"(?<!\w)(?:(?P<last>last year|(?:vergangene|letzte|vorige)[ns]? jahr\w*|vorjahr\w*|"
    r"l['’]an(?:née)? derni(?:er|ère)|(?:el )?año pasado|(?:l['’])?anno scorso|ano passado|"
    r"vorig jaar|afgelopen jaar|förra året|i fjol|ifjol|sidste år|ubiegł\w+ roku|прошл\w+ году)"
    r"|(?P<now>this year|diese[sm] jahr\w*|heuer|cette année|este año|quest['’]anno|n?este ano|"
    r"dit jaar|i år|w tym roku|в этом году)"
    r"|(?P<next>next year|(?:nächste|kommende)[ns]? jahr\w*|l['’]an(?:née)? prochaine?|"
    r"(?:el )?próximo año|(?:l['’])?anno prossimo|próximo ano|volgend jaar|nästa år|neste år|"
    r"næste år|przyszłym roku|следующем году))(?!\w)",
    re.IGNORECASE,
)
_WEEK: Final = 7


def where_meant(
    figure: Figure, text: str, start: int, end: int, issued: dt.date
) -> tuple[int, int] | None:
    """Return where a text names the day or the year of a figure; None where it does not.

    Args:
        figure: a date, or a year.
        text: the text.
        start: where the stretch begins that is read, in code points.
        end: where it ends, exclusive.
        issued: the day on which the text came out.
    """
    if figure.kind is FigureKind.YEAR:
        places = _years(text, start, end, issued.year)
        return next((place for place, year in places if year == figure.value), None)
    if figure.kind is not FigureKind.DATE or None in figure.parts[1:]:
        return None
    year, month, day = figure.parts
    return next(
        (
            place
            for place, meant in _days(text, start, end, issued)
            if (meant.month, meant.day) == (month, day) and year in (None, meant.year)
        ),
        None,
    )


_YEAR_BEFORE: Final = re.compile(
    r"(?<!\w)(?:the year before|a year (?:earlier|before)|(?:im|ein|das) jahr "
    r"(?:zuvor|davor|vorher)|"
    r"vorjahr\w*|l['’]année précédente|un an (?:plus tôt|auparavant)|(?:el )?año anterior|"
    r"un año antes|(?:l['’])?anno (?:prima|precedente)|ano anterior|um ano antes|"
    r"(?:het|een) jaar (?:ervoor|eerder|daarvoor)|året (?:innan|före|før)|ett år tidigare|"
    r"et år tidligere|rok wcześniej|годом ранее)(?!\w)",
    re.IGNORECASE,
)


def year_before(
    figure: Figure, text: str, span: tuple[int, int], figures: Sequence[Figure], issued: dt.date
) -> tuple[int, int] | None:
    """Return where a text says `the year before` of the year behind a given one.

    Args:
        figure: a year.
        text: the text.
        span: where the stretch begins and ends that is read, in code points.
        figures: the figures of the stretch.
        issued: the day on which the text came out.
    """
    match = _YEAR_BEFORE.search(text, *span)
    years = {int(each.value) for each in figures if each.kind is FigureKind.YEAR}
    years |= {issued.year, issued.year - 1}
    return match.span() if match and int(figure.value) + 1 in years else None


def _days(
    text: str, start: int, end: int, issued: dt.date
) -> Iterator[tuple[tuple[int, int], dt.date]]:
    for match in _WEEKDAY.finditer(text, start, end):
        weekday = int((match.lastgroup or "day0").removeprefix("day"))
        back = (issued.weekday() - weekday) % _WEEK
        for days in {back, back - _WEEK, back or _WEEK}:
            yield match.span(), issued - dt.timedelta(days)
    for match in _DAYS.finditer(text, start, end):
        yield match.span(), issued - dt.timedelta(1 if match["yesterday"] else 0)


def _years(text: str, start: int, end: int, year: int) -> Iterator[tuple[tuple[int, int], int]]:
    for match in _YEARS.finditer(text, start, end):
        yield match.span(), year - 1 if match["last"] else year + 1 if match["next"] else year
