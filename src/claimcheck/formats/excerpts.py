"""What stands below a finding's sentence: the quote, the passage, the remedy; as plain text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.model import Finding, Run

DEFAULT_COLUMNS = 88
_LEAD_COLUMNS = 8
# Of a quotation, and of the lines of a diff, the finding's own place says enough.
WITHOUT_PLACE = frozenset({"quote", "-", "+"})
# No order to a CI service, which is escaped, is longer.
_ORDER_CHARACTERS = 80


def with_marks(runs: Iterable[Run]) -> str:
    """Return shown text on one line, what is marked between `>>` and `<<`."""
    return "".join(f">>{_text(run)}<<" if run.marked else _text(run) for run in runs)


def headline(finding: Finding) -> str:
    """Return a finding on one line: `path:line:column: severity[rule] message`."""
    place = one_line(str(finding.place))
    return f"{place}: {finding.severity}[{finding.rule}] {one_line(finding.message)}"


def lines(finding: Finding) -> list[str]:
    """Return one line for each excerpt, with its place, and one for the remedy."""
    shown = []
    for excerpt in finding.excerpts:
        place = "" if excerpt.label in WITHOUT_PLACE else f" ({one_line(str(excerpt.place))})"
        shown.append(f"{one_line(excerpt.label)}: {with_marks(excerpt.runs)}{place}")
    if finding.help:
        shown.append(f"help: {one_line(finding.help)}")
    return shown


def block(finding: Finding, texts: Mapping[str, str], width: int = DEFAULT_COLUMNS) -> list[str]:
    """Return the excerpts as wrapped lines, with carets under what is marked.

    A finding without excerpts shows the line of the file that it points at, where there is one.

    Args:
        finding: what to show the excerpts of.
        texts: the files of the dossier by path.
        width: the most columns of a line.
    """
    shown = []
    for excerpt in finding.excerpts:
        lead = f"{one_line(excerpt.label):>{_LEAD_COLUMNS - 2}}: "
        for text, carets in _wrapped(excerpt.runs, max(1, width - _LEAD_COLUMNS)):
            shown.append(lead + text)
            lead = " " * _LEAD_COLUMNS
            if carets:
                shown.append(lead + carets)
        if excerpt.label not in WITHOUT_PLACE:
            shown.append(" " * _LEAD_COLUMNS + one_line(str(excerpt.place)))
    return shown if finding.excerpts else _file_line(finding, texts, width)


def file_line(text: str, number: int, room: int) -> str:
    """Return a line of a file, escaped and cut to some columns; "" where there is none.

    Args:
        text: what the file says.
        number: which line, from 1.
        room: the most columns, three at least.
    """
    file_lines = _lines(text)
    if not 0 < number <= len(file_lines):
        return ""
    # Escaped it grows longer still: thousands of findings may stand in one line of a megabyte.
    line = printable(file_lines[number - 1][: room + _ORDER_CHARACTERS].rstrip("\r"))
    return line if len(line) <= room else line[: room - 2] + " …"


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    # Findings come file by file, and one file may have thousands.
    return text.split("\n")


def _file_line(finding: Finding, texts: Mapping[str, str], width: int) -> list[str]:
    lead = f"{finding.place.line:>{_LEAD_COLUMNS - 3}} | "
    room = max(3, width - len(lead))
    shown = file_line(texts.get(finding.place.path, ""), finding.place.line, room)
    return [lead + shown] if shown.strip() else []


def _text(run: Run) -> str:
    return printable(run.text.replace("\n", " "))


def _wrapped(runs: Iterable[Run], width: int) -> Iterator[tuple[str, str]]:
    """Break shown text at blanks; yield each line with the carets that belong under it."""
    signs = [(sign, run.marked) for run in runs for sign in _text(run)]
    start = 0
    while start < len(signs):
        if signs[start][0] == " ":
            start += 1
            continue
        end = _line_end(signs, start, width)
        line = signs[start:end]
        carets = (("^" if mark else " ") * _columns(sign) for sign, mark in line)
        yield "".join(sign for sign, _mark in line).rstrip(), "".join(carets).rstrip()
        start = end


def _line_end(signs: list[tuple[str, bool]], start: int, width: int) -> int:
    columns, after_blank = 0, None
    for position in range(start, len(signs)):
        sign = signs[position][0]
        columns += _columns(sign)
        if columns > width and sign != " ":
            # A word that fills the whole line is cut; a line takes one sign at least.
            return after_blank or max(position, start + 1)
        if sign == " ":
            after_blank = position + 1
    return len(signs)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me"}:
        return 0
    # Pythons disagree about the width of what is no character, and output must not.
    wide = unicodedata.east_asian_width(sign) in {"W", "F"} and unicodedata.category(sign) != "Cn"
    return 2 if wide else 1
