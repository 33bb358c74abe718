"""For people at a terminal: one claim whole, with its status and why, and every passage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.assessment.independence import names_outlet
from claimcheck.assessment.passages import difference_excerpts, locator_phrase_of, passage_of
from claimcheck.assessment.quote_warnings import mark_notes
from claimcheck.assessment.reviews import assess_reviews
from claimcheck.assessment.status import Standing
from claimcheck.assessment.value_excerpts import value_rows
from claimcheck.formats import phrases, review_phrases, status_phrases
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.terminal_parts import (
    STANCE_STYLES,
    STATUS_STYLES,
    fit,
    passage,
    status,
    write_excerpt,
    write_finding,
)
from claimcheck.model import Place, Stance
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Dossier, Party

_STANCE_TITLES = {
    Stance.SUPPORTS: "For",
    Stance.CONTRADICTS: "Against",
    Stance.CONTEXT: "Context",
    Stance.UNSET: "Not judged yet",
}
_STANDINGS = {
    Standing.INTERESTED: "interested",
    Standing.ACT: "interested, but its own act",
    Standing.ADMISSION: "interested, but an admission",
    Standing.UNKNOWN: "of unknown origin, so it does not count",
}
# Longer lines are hard to read, however wide the screen is.
_MOST_COLUMNS = 100
_LABEL_COLUMNS = 14
_EVIDENCE_COLUMNS = 5


def render(claim: AssessedClaim, report: Report, screen: Screen) -> str:
    """Return one claim whole: what is claimed, its status and why, every passage, the findings.

    Args:
        claim: what to show.
        report: the whole project, with its findings.
        screen: what the lines are wrapped to.
    """
    page = TerminalPage(replace(screen, width=min(screen.width, _MOST_COLUMNS)))
    parties = report.assessment.dossier.parties
    _write_heading(page, claim, parties)
    _write_reason(page, claim, parties)
    for stance, title in _STANCE_TITLES.items():
        items = [item for item in claim.evidence if item.evidence.stance is stance]
        if not items:
            continue
        page.gap()
        page.write(Text(f"{title} ({len(items)})", STANCE_STYLES[stance]), 0)
        for number, item in enumerate(items):
            if number:
                page.gap()
            _write_evidence(page, item, report.assessment)
    _write_verdict(page, claim)
    _write_reviews(page, claim, report.assessment.dossier)
    about = report.findings_about(claim)
    uncompared = phrases.uncompared_of([claim], named=True)
    if about or claim.claim.allow or uncompared:
        page.gap()
        page.write(Text(f"Findings ({len(about)})", "bold"), 0)
    for number, finding in enumerate(about):
        if number:
            page.gap()
        write_finding(page, finding, report.assessment.dossier.texts)
    if uncompared:
        page.write(Text(uncompared), 2)
    for allowance in claim.claim.allow:
        allowed = f"allowed: {one_line(allowance.rule)}: {one_line(allowance.reason)}"
        page.write(Text(allowed), 2)
    return page.text()


def _write_heading(
    page: TerminalPage, assessed: AssessedClaim, parties: Mapping[str, Party]
) -> None:
    claim = assessed.claim
    head = Text()
    head.append(f"{claim.id}  ", "bold")
    head.append_text(status(assessed))
    page.write(head, 0)
    page.write(Text(one_line(claim.text), "bold"), 2)
    page.gap()
    claimed = phrases.conjunction([_party(claimant, parties) for claimant in claim.claimants])
    if claim.claimed_on:
        claimed += f"{', on ' if claimed else 'on '}{claim.claimed_on}"
    as_of = f", as of {claim.as_of}" if claim.as_of else ""
    rows = (
        ("claimed by", claimed or "nobody named"),
        (
            "interested",
            ", ".join(one_line(phrases.party_name(name, parties)) for name in claim.interested),
        ),
        ("kind", f"{claim.kind}{as_of}" if claim.kind_written or as_of else ""),
        ("review by", str(claim.review_by or "")),
        ("rests on", one_line(", ".join(claim.rests_on))),
        ("tags", one_line(", ".join(claim.tags))),
    )
    for label, value in rows:
        if value:
            page.write(Text(value), _LABEL_COLUMNS, f"  {label}")
    page.write(page.place(Place(claim.place.path)), _LABEL_COLUMNS, "  file")


def _write_reason(page: TerminalPage, claim: AssessedClaim, parties: Mapping[str, Party]) -> None:
    derivation = claim.derivation
    page.gap()
    page.write(Text(f"Why {derivation.status}", "bold"), 0)
    page.write(Text(one_line(status_phrases.reason(claim, parties))), 2)
    weaker = " (the weaker side)" if derivation.row == 1 else ""
    basis = (
        f"{phrases.basis(claim)}; corroboration: {derivation.corroboration}{weaker}; "
        f"row {derivation.row} of the status table"
    )
    page.write(Text(basis), 2)
    for flag in derivation.flags:
        text = Text(flag, "yellow")
        text.append(f": {status_phrases.FLAGS[flag]}", "default")
        page.write(text, 2)
    for item in claim.evidence:
        if item.silent_because and item.evidence.stance is not Stance.CONTEXT:
            silent = f"item {item.evidence.number} does not count: {one_line(item.silent_because)}"
            page.write(Text(silent, "yellow"), 2)


def _write_evidence(page: TerminalPage, item: AssessedEvidence, assessment: Assessment) -> None:
    quoted = passage_of(item, assessment)
    head = page.place(quoted.place) if quoted else Text(one_line(item.evidence.source))
    head.append("  ")
    head.append_text(fit(item))
    if item.found_in:
        head.append(f" (appears in {item.found_in})")
    if locator := locator_phrase_of(item, assessment):
        head.append(f"  {one_line(locator)}")
    page.write(head, _EVIDENCE_COLUMNS, f"  {item.evidence.number}")
    if not item.evidence.quoted:
        pass
    elif quoted and item.anchor.fit.passes:
        style = STANCE_STYLES[item.evidence.stance]
        page.write(passage(quoted.runs, style, color=page.color), _EVIDENCE_COLUMNS)
    elif quoted and item.anchor.difference:
        for excerpt in difference_excerpts(item, assessment):
            write_excerpt(page, excerpt)
    else:
        page.write(Text(one_line(item.evidence.quote.exact)), _EVIDENCE_COLUMNS)
    _write_value(page, item)
    page.write(_attribution(item, assessment), _EVIDENCE_COLUMNS)
    for note in mark_notes(item.anchor, item.source_text):
        page.write(Text(one_line(note)), _EVIDENCE_COLUMNS)
    if translation := item.evidence.translation:
        words = f"in translation, by {one_line(translation.by)}: {one_line(translation.text)}"
        page.write(Text(words), _EVIDENCE_COLUMNS)
    if item.evidence.rationale:
        page.write(Text(f"why: {one_line(item.evidence.rationale)}"), _EVIDENCE_COLUMNS)


def _write_value(page: TerminalPage, item: AssessedEvidence) -> None:
    """Write what an item's value says, the rows that its cells are in, and what they come to."""
    value, reading = item.evidence.value, item.value
    if value is None or reading is None:
        return
    page.write(Text(one_line(f"value: {value}")), _EVIDENCE_COLUMNS)
    style = STANCE_STYLES[item.evidence.stance]
    for _place, runs in value_rows(item):
        page.write(passage(runs, style, color=page.color), _EVIDENCE_COLUMNS)
    if not reading.stands:
        page.write(Text(one_line(f"{reading.fit}: {reading.reason}"), "red"), _EVIDENCE_COLUMNS)
    elif len(reading.cells) > 1:
        page.write(Text(one_line(reading.says)), _EVIDENCE_COLUMNS)


def _attribution(item: AssessedEvidence, assessment: Assessment) -> Text:
    voice = item.voice
    parties = assessment.dossier.parties
    named = phrases.named_speaker(voice, parties)
    speaker = f"said by {_party(named, parties)}" if named else "nobody is named as speaking"
    if item.source is not None and not names_outlet(item.source):
        outlet = f"printed in {one_line(item.source.id)}, whose publisher is not known"
    else:
        outlet = f"printed by {one_line(phrases.party_name(voice.outlet, parties))}"
    if item.source and item.source.issued:
        outlet += f", {item.source.issued}"
    origins = [one_line(source_id) for source_id in voice.chain[1:]]
    last = assessment.dossier.sources.get(voice.chain[-1])
    if last is not None and voice.root_key is None:
        origins.append("an unknown origin")
    chain = "".join(f", repeating {origin}" for origin in origins)
    text = Text(speaker)
    if item.standing is not Standing.INDEPENDENT:
        text.append(f" ({_STANDINGS[item.standing]})", "yellow")
    text.append(f" · {outlet}{chain}")
    return text


def _party(party: str, parties: Mapping[str, Party]) -> str:
    name = one_line(phrases.party_name(party, parties))
    parent = parties[party].parent if party in parties else None
    return f"{name}, part of {one_line(phrases.party_name(parent, parties))}" if parent else name


def _write_verdict(page: TerminalPage, claim: AssessedClaim) -> None:
    verdict = claim.claim.verdict
    if verdict is None:
        return
    page.gap()
    text = Text("Verdict ", "bold")
    text.append(verdict.status, STATUS_STYLES[verdict.status])
    if verdict.rating:
        text.append(f", {one_line(verdict.rating)}")
    text.append(f", signed by {one_line(verdict.by)} on {verdict.on}")
    page.write(text, 0)
    if verdict.rationale:
        page.write(Text(one_line(verdict.rationale)), 2)


def _write_reviews(page: TerminalPage, claim: AssessedClaim, dossier: Dossier) -> None:
    reviews = assess_reviews(claim, dossier)
    if not reviews:
        return
    page.gap()
    page.write(Text(f"Signed ({len(reviews)})", "bold"), 0)
    for review in reviews:
        text = Text(f"by {one_line(review.by)} on {review.on}: ")
        if review.is_current:
            text.append("it stands as it was signed", "green")
            if review.unseen:
                unseen = one_line(", ".join(review.unseen))
                text.append(f", as far as can be seen: without the document of {unseen}", "yellow")
        else:
            text.append("it does not stand as it was signed", "bold red")
            text.append(f"; changed since: {one_line('; '.join(review.changes))}")
        page.write(text, 2)
        if review.key is not None or dossier.signers.path:
            style = "green" if review.is_proven else "bold red" if review.key else "dim"
            page.write(Text(one_line(review_phrases.key_signature(review)), style), 4)
