"""For people at a terminal: the sources one by one, or one with its text and who quotes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.assessment.sources import State
from claimcheck.dossier import locators
from claimcheck.formats import phrases
from claimcheck.formats.page import Page
from claimcheck.model import Measure, Stance
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.sources import Citation, Entry
    from claimcheck.assessment.verification import Verified
    from claimcheck.formats.screen import Screen

_STATES = {
    State.PINNED: "green",
    State.CHANGED: "bold red",
    State.MISSING: "bold red",
    State.UNPINNED: "bold yellow",
}
_STANCES = {
    Stance.SUPPORTS: "bold green",
    Stance.CONTRADICTS: "bold red",
    Stance.CONTEXT: "bold cyan",
    Stance.UNSET: "bold yellow",
}
_QUOTED = "bold"


def sources(entries: Sequence[Entry], assessment: Assessment, screen: Screen) -> str:
    """Return three lines a source: id and state; title; who published it and who cites it."""
    page = Page(screen)
    widest = max((len(entry.source.id) for entry in entries), default=0)
    for entry in entries:
        one = entry.source
        head = Text(one.id.ljust(min(widest, page.width - 20)) + "  ", "bold")
        head.append(entry.state, _STATES[entry.state])
        head.append(f"  {one_line(entry.kind)}", "dim")
        page.write(head, 0)
        page.write(Text(one_line(one.title)), 4)
        cited = phrases.count(entry.claims, "claim") if entry.cited else "no claim"
        page.write(Text(f"{_published(entry, assessment)} · cited by {cited}", "dim"), 4)
    if entries:
        page.gap()
        page.write(Text(f"{phrases.count(len(entries), 'source')}: {_states(entries)}"), 0)
    else:
        page.write(Text("no sources yet: pin the first with `claimcheck source add FILE`"), 0)
    return page.text()


def source(entry: Entry, assessment: Assessment, screen: Screen) -> str:
    """Return a source's record, then its text by lines, marked where claims quote it."""
    page = Page(screen)
    _heading(page, entry, assessment)
    standing = [one for one in entry.cited if _standing(one)]
    page.gap()
    if entry.source.text is None:
        page.write(Text(f"no text: {one_line(entry.source.no_text_because)}", "bold yellow"), 0)
    else:
        _lines(page, entry, standing)
    others = [one for one in entry.cited if one not in standing]
    if others:
        page.gap()
        page.write(Text(f"Quoted, but not standing here ({len(others)})", "bold red"), 0)
        for one in others:
            page.write(_citation(one), 4, "  - ")
            page.write(Text(one_line(one.item.evidence.quote.exact), "dim"), 4)
    return page.text()


def verification(verified: Sequence[Verified], screen: Screen) -> str:  # noqa: ARG001 - a line each, for grep
    """Return a line for whatever keeps a source from being verified, and what was counted."""
    lines = []
    for one in verified:
        lines += [f"{one.source.id}: {one_line(said)}" for said in one.troubles]
        lines += [f"{one.source.id}: note: {one_line(said)}" for said in one.remarks]
    failed = sum(bool(one.troubles) for one in verified)
    good = len(verified) - failed
    lines.append(f"{phrases.count(len(verified), 'source')}: {good} verified, {failed} not")
    return "".join(f"{line}\n" for line in lines)


def _states(entries: Iterable[Entry]) -> str:
    found = [entry.state for entry in entries]
    return ", ".join(f"{found.count(state)} {state}" for state in State if state in found)


def _published(entry: Entry, assessment: Assessment) -> str:
    one = entry.source
    publisher = phrases.named(one.publisher, assessment.dossier.parties) if one.publisher else ""
    said = one_line(publisher or one.container_title or "publisher not known")
    return f"{said}, {one.issued}" if one.issued else said


def _heading(page: Page, entry: Entry, assessment: Assessment) -> None:
    one = entry.source
    head = Text(f"{one.id}  ", "bold")
    head.append(entry.state, _STATES[entry.state])
    page.write(head, 0)
    page.write(Text(one_line(one.title), "bold"), 2)
    page.gap()
    cited = phrases.count(len(entry.cited), "passage")
    rows = (
        ("type", one.type or ""),
        ("author", ", ".join(one.author)),
        ("in", one.container_title or ""),
        ("published", _published(entry, assessment)),
        ("language", one.language or ""),
        ("accessed", str(one.accessed or "")),
        ("url", one.url or ""),
        ("archived", one.archive_url or ""),
        ("origin", one.origin or ""),
        ("notice", one.notice or ""),
        ("record", one.place.path),
        *(
            (label, f"{pin.path}{f' ({pin.trouble})' if pin.trouble else ''}")
            for label, pin in zip(("file", "text"), one.pins, strict=False)
        ),
        ("extractor", one.extractor or ""),
        (
            "quoted",
            f"{cited} in {phrases.count(entry.claims, 'claim')}" if entry.cited else "nowhere",
        ),
    )
    for label, value in rows:
        if value:
            page.write(Text(one_line(value)), 14, f"  {label}")


def _lines(page: Page, entry: Entry, standing: Sequence[Citation]) -> None:
    text = entry.source.text or ""
    spans = _merged(span for one in standing for span in _spans(one))
    begins: dict[int, list[Citation]] = {}
    for one in standing:
        at = text.count("\n", 0, one.item.anchor.start or 0)
        begins.setdefault(at, []).append(one)
    lines = text.removesuffix("\n").split("\n")
    width = len(str(len(lines)))
    offset, shown_page = 0, ""
    for number, line in enumerate(lines):
        labels = locators.located(entry.source, offset, offset + max(1, len(line)))
        if labels and entry.source.locators[0].measure is Measure.PAGE and labels[-1] != shown_page:
            shown_page = labels[-1]
            page.write(Text(f"page {shown_page}", "dim"), width + 2)
        runs = _marked(line, offset, spans, page.color)
        if labels and entry.source.locators[0].measure is Measure.TIME:
            runs = Text(f"{labels[-1]} ", "dim") + runs
        page.write(runs, width + 2, f"{number + 1:>{width}}")
        for one in begins.get(number, ()):
            page.write(_citation(one), width + 4, " " * (width + 2) + "^ ")
        offset += len(line) + 1


def _marked(line: str, offset: int, spans: Iterable[tuple[int, int]], color: bool) -> Text:  # noqa: FBT001 - a screen's property
    """Return a line in which what is quoted stands out, by colour or between signs."""
    runs, reached = Text(), 0
    for start, end in spans:
        begin, stop = max(0, start - offset), min(len(line), end - offset)
        if begin >= stop:
            continue
        runs.append(printable(line[reached:begin].replace("\t", " ")))
        quoted = printable(line[begin:stop].replace("\t", " "))
        runs.append(quoted if color else f">>{quoted}<<", _QUOTED)
        reached = stop
    runs.append(printable(line[reached:].replace("\t", " ").rstrip("\r")))
    if runs.plain.startswith(" "):
        runs = runs[len(runs.plain) - len(runs.plain.lstrip(" ")) :]
    return runs


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _spans(one: Citation) -> tuple[tuple[int, int], ...]:
    anchor = one.item.anchor
    return anchor.parts or ((anchor.start or 0, anchor.end or 0),)


def _standing(one: Citation) -> bool:
    anchor = one.item.anchor
    return anchor.fit.passes and anchor.start is not None and not one.item.found_in


def _citation(one: Citation) -> Text:
    item = one.item
    said = Text(f"{one.claim.claim.id} item {item.evidence.number} ")
    said.append(item.evidence.stance, _STANCES[item.evidence.stance])
    said.append(f", {item.anchor.fit}", "" if item.anchor.fit.passes else "bold red")
    anchor = item.anchor
    if item.source and anchor.fit.passes and anchor.start is not None and anchor.end is not None:
        where = locators.words(item.source, anchor.start, anchor.end)
        said.append(f", {where}" if where else "")
    return said
