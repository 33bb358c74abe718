"""What a finding says below its sentence: the quote, the passage, the remedy; as plain text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.model import Finding, Run

WIDTH = 88
_LEAD = 8


def marked(runs: Iterable[Run]) -> str:
    """Return shown text on one line, what is marked between `>>` and `<<`."""
    return "".join(f">>{_shown(run)}<<" if run.marked else _shown(run) for run in runs)


def lines(finding: Finding) -> list[str]:
    """Return one line for each excerpt, with its place, and one for the remedy."""
    said = []
    for excerpt in finding.excerpts:
        where = "" if excerpt.label == "quote" else f" ({one_line(str(excerpt.place))})"
        said.append(f"{one_line(excerpt.label)}: {marked(excerpt.runs)}{where}")
    if finding.help:
        said.append(f"help: {one_line(finding.help)}")
    return said


def block(finding: Finding, texts: Mapping[str, str], width: int = WIDTH) -> list[str]:
    """Return the excerpts as lines of at most `width` columns, with carets under what is marked.

    A finding without excerpts shows the line of the file that it points at, where there is one.
    """
    said = []
    for excerpt in finding.excerpts:
        lead = f"{one_line(excerpt.label):>{_LEAD - 2}}: "
        for text, carets in _wrapped(excerpt.runs, max(1, width - _LEAD)):
            said.append(lead + text)
            lead = " " * _LEAD
            if carets:
                said.append(lead + carets)
        if excerpt.label != "quote":
            said.append(" " * _LEAD + one_line(str(excerpt.place)))
    return said if finding.excerpts else _written(finding, texts, width)


def _written(finding: Finding, texts: Mapping[str, str], width: int) -> list[str]:
    written = texts.get(finding.place.path, "").split("\n")
    if not 0 < finding.place.line <= len(written):
        return []
    line = printable(written[finding.place.line - 1].rstrip("\r"))
    lead = f"{finding.place.line:>{_LEAD - 3}} | "
    room = max(3, width - len(lead))
    shown = line if len(line) <= room else line[: room - 2] + " …"
    return [lead + shown] if shown.strip() else []


def _shown(run: Run) -> str:
    return printable(run.text.replace("\n", " "))


def _wrapped(runs: Iterable[Run], width: int) -> Iterator[tuple[str, str]]:
    """Break shown text at blanks; yield each line with the carets that belong under it."""
    signs = [(sign, run.marked) for run in runs for sign in _shown(run)]
    at = 0
    while at < len(signs):
        if signs[at][0] == " ":
            at += 1
            continue
        end = _line_end(signs, at, width)
        line = signs[at:end]
        under = (("^" if mark else " ") * _columns(sign) for sign, mark in line)
        yield "".join(sign for sign, _mark in line).rstrip(), "".join(under).rstrip()
        at = end


def _line_end(signs: list[tuple[str, bool]], at: int, width: int) -> int:
    used, blank = 0, None
    for position in range(at, len(signs)):
        sign = signs[position][0]
        used += _columns(sign)
        if used > width and sign != " ":
            # A word that fills the whole line is cut; a line takes one sign at least.
            return blank or max(position, at + 1)
        if sign == " ":
            blank = position + 1
    return len(signs)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me"}:
        return 0
    # Pythons disagree about the width of what is no character, and output must not.
    wide = unicodedata.east_asian_width(sign) in {"W", "F"} and unicodedata.category(sign) != "Cn"
    return 2 if wide else 1
