"""For people at a terminal: one source's record, then its text with who quotes it where."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.anchor import Fit
from claimcheck.dossier import locators
from claimcheck.dossier.stamps import stamp_phrase
from claimcheck.formats import phrases
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.terminal_parts import STANCE_STYLES, STATE_STYLES
from claimcheck.model import Measure, Place
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.sources import CatalogueEntry, Citation
    from claimcheck.formats.screen import Screen
    from claimcheck.model import Config, Pin, Source

_LABEL_COLUMNS = 14
_QUOTED_STYLE = "bold yellow"
_MAX_CELL_COLUMNS = 30  # a longer cell pushes its row out of line


def render(entry: CatalogueEntry, assessment: Assessment, screen: Screen) -> str:
    """Return a source's record, then its text by lines, marked where claims quote it.

    Args:
        entry: the source.
        assessment: the whole project, for the names of its parties.
        screen: what the lines are wrapped to.
    """
    page = TerminalPage(screen)
    _write_record(page, entry, assessment)
    located = [citation for citation in entry.cited if _stands_here(citation)]
    page.gap()
    if entry.source.text is None:
        page.write(Text(f"no text: {one_line(entry.source.no_text_because)}", "bold yellow"), 0)
    else:
        _write_text(page, entry, located)
    others = [citation for citation in entry.cited if not _stands_here(citation)]
    unchecked = [each for each in others if each.item.anchor.fit is Fit.UNCHECKED]
    absent = [each for each in others if each.item.anchor.fit is not Fit.UNCHECKED]
    for title, style, citations in (
        ("Quoted, but not in it", "bold red", absent),
        ("Quoted, but not checked", "bold yellow", unchecked),
    ):
        if citations:
            page.gap()
            page.write(Text(f"{title} ({len(citations)})", style), 0)
        for citation in citations:
            page.write(_citation(citation), 4, "  - ")
            page.write(Text(one_line(citation.quote.exact)), 4)
    return page.text()


def _write_record(page: TerminalPage, entry: CatalogueEntry, assessment: Assessment) -> None:
    source = entry.source
    head = Text(f"{source.id}  ", "bold")
    head.append(entry.state, STATE_STYLES[entry.state])
    page.write(head, 0)
    page.write(Text(one_line(source.title), "bold"), 2)
    page.gap()
    cited = count(len(entry.cited), "passage")
    rows: tuple[tuple[str, str | Text], ...] = (
        ("type", source.type or ""),
        ("author", ", ".join(source.author)),
        ("in", source.container_title or ""),
        ("published", phrases.publication(source, assessment.dossier.parties)),
        ("language", source.language or ""),
        ("accessed", str(source.accessed or "")),
        ("url", page.address(source.url or "")),
        ("archived", page.address(source.archive_url or "")),
        ("origin", source.origin or ""),
        ("notice", source.notice or ""),
        ("supersedes", source.supersedes or ""),
        ("stamped", _stamp(source, assessment.dossier.config)),
        ("record", page.place(Place(source.place.path))),
        *(
            (label, page.place(Place(pin.path)).append(_why_unread(pin)))
            for label, pin in zip(("file", "text"), source.pins, strict=False)
        ),
        ("extractor", source.extractor or ""),
        ("compared", "not now; --re-extract compares" if source.has_extract else ""),
        (
            "quoted",
            f"{cited} in {count(entry.claims, 'claim')}" if entry.cited else "nowhere",
        ),
    )
    for label, value in rows:
        if value:
            text = value if isinstance(value, Text) else Text(one_line(value))
            page.write(text, _LABEL_COLUMNS, f"  {label}")


def _why_unread(pin: Pin) -> str:
    return f" ({one_line(pin.read_error)})" if pin.read_error else ""


def _stamp(source: Source, config: Config) -> str:
    """Say when and by whom a document was stamped, or why that is not known; "" where it is not."""
    stamp = source.stamp
    if stamp is None:
        return ""
    if stamp.problem or stamp.unverified:
        return f"{stamp.files[0]}: {stamp.problem or stamp.unverified}"
    return stamp_phrase(stamp, config)


def _write_text(page: TerminalPage, entry: CatalogueEntry, located: Sequence[Citation]) -> None:
    source = entry.source
    text = source.text or ""
    spans = _merged(span for citation in located for span in _spans(citation))
    by_line: dict[int, list[Citation]] = {}
    for citation in located:
        line_number = text.count("\n", 0, citation.item.anchor.start or 0)
        by_line.setdefault(line_number, []).append(citation)
    lines = text.removesuffix("\n").split("\n")
    number_columns = len(str(len(lines)))
    offset, page_label = 0, ""
    gaps = _column_gaps(lines)
    for number, line in enumerate(lines):
        labels = locators.locator_labels(source, offset, offset + max(1, len(line)))
        measure = source.locators[0].measure if labels else None
        if measure is Measure.PAGE and labels[-1] != page_label:
            page_label = labels[-1]
            page.write(Text(f"page {page_label}"), number_columns + 2)
        shown = _marked(line, offset, spans, iter(gaps.get(number, ())), color=page.color)
        if measure is Measure.TIME:
            shown = Text(f"{labels[-1]} ") + shown
        page.write(shown, number_columns + 2, f"{number + 1:>{number_columns}}")
        for citation in by_line.get(number, ()):
            lead = " " * (number_columns + 2) + "^ "
            page.write(_citation(citation), number_columns + 4, lead)
        offset += len(line) + 1


def _column_gaps(lines: Sequence[str]) -> dict[int, list[int]]:
    """Return how many blanks stand for each tab, so that the cells of a table stand in columns.

    Args:
        lines: the text; a row has its cells between tabs.
    """
    gaps: dict[int, list[int]] = {}
    for is_row, numbered in groupby(enumerate(lines), lambda each: "\t" in each[1]):
        if not is_row:
            continue
        rows = {
            number: [len(printable(cell)) for cell in line.split("\t")] for number, line in numbered
        }
        widths: dict[int, int] = {}
        for cells in rows.values():
            for column, width in enumerate(cells):
                widths[column] = max(widths.get(column, 0), min(width, _MAX_CELL_COLUMNS))
        for number, cells in rows.items():
            gaps[number] = [
                max(0, widths[column] - width) + 2 for column, width in enumerate(cells[:-1])
            ]
    return gaps


def _marked(
    line: str,
    offset: int,
    spans: Iterable[tuple[int, int]],
    gaps: Iterator[int],
    *,
    color: bool,
) -> Text:
    """Return a line in which what is quoted stands out, by colour or between signs.

    Args:
        line: the line.
        offset: where it begins in the text.
        spans: what is quoted in the text.
        gaps: how many blanks stand for each of its tabs.
        color: whether there are colours.
    """

    def shown(piece: str) -> str:
        first, *rest = piece.split("\t")
        cells = [" " * next(gaps, 1) + printable(cell) for cell in rest]
        return printable(first) + "".join(cells)

    text, reached = Text(), 0
    for start, end in spans:
        begin, stop = max(0, start - offset), min(len(line), end - offset)
        if begin >= stop:
            continue
        text.append(shown(line[reached:begin]))
        quoted = shown(line[begin:stop])
        text.append(quoted if color else f">>{quoted}<<", _QUOTED_STYLE)
        reached = stop
    text.append(shown(line[reached:].rstrip("\r")))
    if text.plain.startswith(" ") and "\t" not in line:
        text = text[len(text.plain) - len(text.plain.lstrip(" ")) :]
    return text


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _spans(citation: Citation) -> tuple[tuple[int, int], ...]:
    anchor = citation.item.anchor
    return anchor.parts or ((anchor.start or 0, anchor.end or 0),)


def _stands_here(citation: Citation) -> bool:
    anchor = citation.item.anchor
    return anchor.fit.passes and anchor.start is not None and not citation.item.found_in


def _citation(citation: Citation) -> Text:
    item = citation.item
    text = Text(f"{citation.claim_id} item {citation.number} ")
    text.append(item.evidence.stance, STANCE_STYLES[item.evidence.stance])
    text.append(f", {item.fit}", "" if item.anchor.fit.passes else "bold red")
    anchor = item.anchor
    if item.source and anchor.fit.passes and anchor.start is not None and anchor.end is not None:
        locator = locators.locator_phrase(item.source, anchor.start, anchor.end)
        text.append(f", {locator}" if locator else "")
    return text
