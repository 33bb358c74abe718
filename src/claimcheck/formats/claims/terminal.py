"""For people at a terminal: statuses, passages in context, findings with their remedy."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from claimcheck.assessment.passages import locator_of, passage_of
from claimcheck.formats import phrases
from claimcheck.formats.page import MARK, Page
from claimcheck.model import Severity, Stance, Status
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Excerpt, Finding, Run

WIDE = 150
_STATUS_STYLES = {
    Status.SUPPORTED: "bold green",
    Status.REFUTED: "bold red",
    Status.CONFLICTING: "bold magenta",
    Status.SELF_ATTESTED: "bold yellow",
    Status.NOT_ENOUGH_EVIDENCE: "bold yellow",
    Status.UNSOURCED: "bold red",
}
_SEVERITY_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
}
_STANCES = (
    (Stance.SUPPORTS, "For", "bold green"),
    (Stance.CONTRADICTS, "Against", "bold red"),
    (Stance.CONTEXT, "Context", "bold cyan"),
    (Stance.UNSET, "Not judged yet", "bold yellow"),
)
_LABEL_WIDTH = 10


def claims(chosen: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:
    """Return one entry a claim, then a line of totals by status."""
    page = Page(screen)
    if screen.width >= WIDE:
        page.table(_claims_table(chosen))
    else:
        widest = max((len(one.claim.id) for one in chosen), default=0)
        for assessed in chosen:
            _claim_entry(page, assessed, min(widest, page.width - 22))
    every = len(report.assessment.claims)
    of_all = f" of {every}" if len(chosen) != every else ""
    found = Counter(assessed.derivation.status for assessed in chosen)
    totals = ", ".join(f"{found[status]} {status}" for status in Status if found[status])
    if chosen:
        page.gap()
        page.write(Text(f"{phrases.count(len(chosen), 'claim')}{of_all}: {totals}"), 0)
    elif every:
        page.write(Text(f"0 of {phrases.count(every, 'claim')} match"), 0)
    else:
        page.write(Text("no claims yet: begin the first with `claimcheck new TEXT`"), 0)
    for path in report.assessment.dossier.unread:
        unread = f"{one_line(path)} could not be read; `claimcheck check` says why"
        page.write(Text(unread, "bold red"), 0)
    return page.text()


def claim(chosen: AssessedClaim, report: Report, screen: Screen) -> str:
    """Return one claim whole: what is claimed, its status and why, every passage, the findings."""
    page = Page(screen)
    _heading(page, chosen, report)
    _explanation(page, chosen, report)
    for stance, title, style in _STANCES:
        items = [item for item in chosen.evidence if item.evidence.stance is stance]
        if stance is Stance.UNSET and not items:
            continue
        page.gap()
        page.write(Text(f"{title} ({len(items)})", style), 0)
        for item in items:
            _evidence(page, item, report, style)
    _verdict(page, chosen)
    cited = {item.evidence.source for item in chosen.evidence}
    about = [
        finding
        for finding in report.findings
        if finding.claim == chosen.claim.id or (not finding.claim and finding.source in cited)
    ]
    page.gap()
    page.write(Text(f"Findings ({len(about)})", "bold"), 0)
    for finding in about:
        _finding(page, finding, report)
    for allowance in chosen.claim.allow:
        allowed = f"allowed: {one_line(allowance.rule)}: {one_line(allowance.reason)}"
        page.write(Text(allowed, "dim"), 2)
    return page.text()


def findings(report: Report, screen: Screen) -> str:
    """Return every finding with its excerpts and remedy, then what was counted."""
    page = Page(screen)
    for finding in report.findings:
        _finding(page, finding, report)
        page.gap()
    style = "bold red" if report.failed else "bold green"
    page.write(Text(phrases.closing(report.totals), style), 0)
    return page.text()


def _claims_table(chosen: Iterable[AssessedClaim]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("claim", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("evidence", no_wrap=True)
    table.add_column("flags")
    table.add_column("what is claimed", ratio=1)
    for assessed in chosen:
        derivation = assessed.derivation
        table.add_row(
            Text(assessed.claim.id),
            _status(assessed),
            Text(phrases.basis(assessed)),
            Text(", ".join(derivation.flags), "yellow"),
            Text(one_line(assessed.claim.text)),
        )
    return table


def _claim_entry(page: Page, assessed: AssessedClaim, widest: int) -> None:
    derivation = assessed.derivation
    counted = phrases.basis(assessed)
    if derivation.flags:
        counted += " · " + ", ".join(derivation.flags)
    head = Text()
    head.append(assessed.claim.id.ljust(widest) + "  ", "bold")
    head.append_text(_status(assessed))
    page.write(head, 0)
    page.write(Text(counted, "dim"), 4)
    page.write(Text(one_line(assessed.claim.text)), 4)


def _status(assessed: AssessedClaim) -> Text:
    """Return the derived status, with the signed verdict beside it where that is another."""
    derived = assessed.derivation.status
    shown = Text(derived, _STATUS_STYLES[derived])
    verdict = assessed.claim.verdict
    if verdict and verdict.status is not derived:
        shown.append(f" (verdict: {verdict.status})", "not bold yellow")
    return shown


def _heading(page: Page, chosen: AssessedClaim, report: Report) -> None:
    one = chosen.claim
    parties = report.assessment.dossier.parties
    head = Text()
    head.append(f"{one.id}  ", "bold")
    head.append_text(_status(chosen))
    page.write(head, 0)
    page.write(Text(one_line(one.text), "bold"), 2)
    page.gap()
    claimed = _party(one.claimant, report) if one.claimant else ""
    if one.claimed_on:
        claimed += f"{', on ' if claimed else 'on '}{one.claimed_on}"
    since = f", as of {one.as_of}" if one.as_of else ""
    rows = (
        ("claimed by", claimed or "nobody named"),
        (
            "interested",
            ", ".join(one_line(phrases.named(name, parties)) for name in one.interested),
        ),
        ("kind", f"{one.kind}{since}"),
        ("review by", str(one.review_by or "")),
        ("tags", one_line(", ".join(one.tags))),
        ("file", one_line(one.place.path)),
    )
    for label, value in rows:
        if value:
            page.write(Text(value), _LABEL_WIDTH + 4, f"  {label}")


def _explanation(page: Page, chosen: AssessedClaim, report: Report) -> None:
    derivation = chosen.derivation
    page.gap()
    page.write(Text(f"Why {derivation.status}", "bold"), 0)
    page.write(Text(one_line(phrases.reason(chosen, report.assessment.dossier.parties))), 2)
    weaker = " (the weaker side)" if derivation.row == 1 else ""
    basis = (
        f"{phrases.basis(chosen)}; corroboration: {derivation.corroboration}{weaker}; "
        f"row {derivation.row} of the status table"
    )
    page.write(Text(basis, "dim"), 2)
    for flag in derivation.flags:
        text = Text(flag, "yellow")
        text.append(f": {phrases.FLAGS[flag]}", "default")
        page.write(text, 2)
    for item in chosen.evidence:
        if item.silent_because and item.evidence.stance is not Stance.CONTEXT:
            silent = f"item {item.evidence.number} does not count: {one_line(item.silent_because)}"
            page.write(Text(silent, "yellow"), 2)


def _evidence(page: Page, item: AssessedEvidence, report: Report, style: str) -> None:
    found = passage_of(item, report.assessment)
    place = str(found.place) if found else item.evidence.source
    head = Text(f"{one_line(place)}  ")
    head.append(item.anchor.fit, "green" if item.anchor.fit.passes else "bold red")
    if item.found_in:
        head.append(f" (stands in {item.found_in})")
    if where := locator_of(item, report.assessment):
        head.append(f"  {one_line(where)}")
    page.write(head, 5, f"  {item.evidence.number}")
    if found and item.anchor.fit.passes:
        page.write(_runs(found.runs, page.color, style), 5)
    else:
        page.write(Text(one_line(item.evidence.quote.exact), "dim"), 5)
    page.write(_attribution(item, report), 5)
    if item.anchor.inserted:
        added = ", ".join(f"[{one_line(words_)}]" for words_ in item.anchor.inserted)
        page.write(Text(f"inserted by the writer: {added}"), 5)
    if item.evidence.rationale:
        page.write(Text(f"why: {one_line(item.evidence.rationale)}"), 5)


def _attribution(item: AssessedEvidence, report: Report) -> Text:
    voice = item.voice
    parties = report.assessment.dossier.parties
    if voice.speaker:
        said = f"said by {_party(voice.speaker, report)}"
    else:
        said = "nobody is named as speaking"
    if item.source is not None and voice.outlet == item.source.id:
        printed = f"printed in {one_line(item.source.id)}, whose publisher is not known"
    else:
        printed = f"printed by {one_line(phrases.named(voice.outlet, parties))}"
    if item.source and item.source.issued:
        printed += f", {item.source.issued}"
    repeated = [one_line(link) for link in voice.chain[1:]]
    last = report.assessment.dossier.sources.get(voice.chain[-1])
    if last is not None and last.origin is not None:
        repeated.append("an unknown origin")
    chain = "".join(f", repeating {link}" for link in repeated)
    shown = Text(said)
    if item.interested:
        shown.append(" (interested)", "yellow")
    shown.append(f" · {printed}{chain}", "dim")
    return shown


def _party(name: str, report: Report) -> str:
    parties = report.assessment.dossier.parties
    said = one_line(phrases.named(name, parties))
    above = parties[name].parent if name in parties else None
    return f"{said}, part of {one_line(phrases.named(above, parties))}" if above else said


def _verdict(page: Page, chosen: AssessedClaim) -> None:
    verdict = chosen.claim.verdict
    if verdict is None:
        return
    page.gap()
    signed = Text("Verdict ", "bold")
    signed.append(verdict.status, _STATUS_STYLES[verdict.status])
    signed.append(f", signed by {one_line(verdict.by)} on {verdict.on}")
    page.write(signed, 0)
    if verdict.rationale:
        page.write(Text(one_line(verdict.rationale)), 2)


def _finding(page: Page, finding: Finding, report: Report) -> None:
    head = Text()
    head.append(f"{printable(str(finding.place))}: ", "bold")
    head.append(f"{finding.severity}[{finding.rule}]", _SEVERITY_STYLES[finding.severity])
    head.append(f" {one_line(finding.message)}")
    page.write(head, 0)
    for excerpt in finding.excerpts:
        _excerpt(page, excerpt)
    if not finding.excerpts:
        _written_line(page, finding, report)
    if finding.help:
        page.write(Text(one_line(finding.help)), _LABEL_WIDTH, "    help:")


def _excerpt(page: Page, excerpt: Excerpt) -> None:
    page.write(
        _runs(excerpt.runs, True, MARK),  # noqa: FBT003 - carets show the marks without colour
        _LABEL_WIDTH,
        f"  {excerpt.label:>6}:",
        carets=True,
    )
    if excerpt.label != "quote":
        page.write(Text(one_line(str(excerpt.place)), "dim"), _LABEL_WIDTH)


def _written_line(page: Page, finding: Finding, report: Report) -> None:
    lines = _lines(report.assessment.dossier.texts.get(finding.place.path, ""))
    if not 0 < finding.place.line <= len(lines):
        return
    line = printable(lines[finding.place.line - 1].rstrip("\r"))
    room = page.width - _LABEL_WIDTH
    shown = line if len(line) <= room else line[: room - 2] + " …"
    if shown.strip():
        page.write(Text(shown, "dim"), _LABEL_WIDTH, f"{finding.place.line:>7} |")


@functools.lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    # Findings come file by file, and one file may have thousands.
    return text.split("\n")


def _runs(runs: Iterable[Run], color: bool, style: str) -> Text:  # noqa: FBT001 - a screen's property
    text = Text()
    for run in runs:
        shown = printable(run.text.replace("\n", " "))
        if run.marked and not color:
            shown = f">>{shown}<<"
        text.append(shown, style if run.marked else "")
    return text
