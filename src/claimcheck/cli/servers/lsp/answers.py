"""What is shown of a value, a claim or a source, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.passages import anchored_source, change_kinds, passage_of, shorten
from claimcheck.cli.servers.lsp.actions import item_of
from claimcheck.cli.servers.lsp.completing import PARTY_KEYS
from claimcheck.cli.servers.lsp.places import item_number
from claimcheck.dossier.locators import locator_phrase
from claimcheck.formats import phrases, status_phrases
from claimcheck.text.printable import printable

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.cli.servers.lsp.places import Value
    from claimcheck.cli.servers.lsp.snapshot import ClaimView
    from claimcheck.model import Dossier, Source


def hover_text(view: ClaimView, value: Value) -> str:
    """Return what is shown of a value of a claim's file, in Markdown; "" for nothing."""
    dossier = view.assessment.dossier
    number = item_number(value.keys)
    key = next((each for each in reversed(value.keys) if isinstance(each, str)), "")
    if number is not None and key in {"quote", "exact", "prefix", "suffix"}:
        item = item_of(view.claim, number)
        return _quotation(item, view.assessment) if item else ""
    if key in {"source", "origin"} and value.text in dossier.sources:
        return source_text(dossier.sources[value.text])
    if key in PARTY_KEYS:
        return _party(value.text, dossier)
    if value.keys == ("claim",) and view.claim is not None:
        return status_text(view.claim, dossier)
    return ""


def status_text(claim: AssessedClaim, dossier: Dossier) -> str:
    """Return a claim's status and why, in Markdown."""
    reason = status_phrases.reason(claim, dossier.parties)
    return f"**{claim.derivation.status}** ({_escaped(phrases.basis(claim))})\n\n{_escaped(reason)}"


def claim_text(claim: AssessedClaim, dossier: Dossier) -> str:
    """Return a claim's words, its status and why, in Markdown."""
    return f"{_escaped(claim.claim.text)}\n\n{status_text(claim, dossier)}"


def _quotation(item: AssessedEvidence, assessment: Assessment) -> str:
    anchor, source = item.anchor, anchored_source(item, assessment)
    lines = [f"**{anchor.fit}**{_escaped(change_kinds(anchor.changes))}"]
    if source is not None and anchor.start is not None and anchor.end is not None:
        where = locator_phrase(source, anchor.start, anchor.end)
        lines[0] += f" in {_escaped(source.title)}" + (f", {_escaped(where)}" if where else "")
    if passage := passage_of(item, assessment):
        shown = "".join(
            f"**{_shown(run.text)}**" if run.marked else _shown(run.text) for run in passage.runs
        )
        lines.append(f"> {shown}")
        lines.append(_escaped(str(passage.place)))
    if speaker := item.voice.speaker:
        lines.append(
            f"spoken by {_escaped(phrases.party_name(speaker, assessment.dossier.parties))}"
        )
    if anchor.reason:
        lines.append(_escaped(anchor.reason))
    if item.silent_because:
        lines.append(f"does not count: {_escaped(item.silent_because)}")
    return "\n\n".join(lines)


def source_text(source: Source) -> str:
    """Return what a source is, and how it begins, in Markdown."""
    about = [source.publisher or "", str(source.issued or ""), source.url or ""]
    lines = [f"**{_escaped(source.title)}**", _escaped(", ".join(filter(None, about)))]
    lines += [_escaped(gap) for gap in source.gaps]
    if source.text:
        lines.append(f"> {_escaped(shorten(source.text[:300]))}")
    return "\n\n".join(filter(None, lines))


def _party(name: str, dossier: Dossier) -> str:
    party = dossier.parties.get(name)
    if party is None:
        return ""
    parent = phrases.party_name(party.parent, dossier.parties) if party.parent else ""
    part_of = f", part of {_escaped(parent)}" if parent else ""
    return f"**{_escaped(party.name)}**{part_of}"


def _escaped(text: str) -> str:
    """Return foreign words as Markdown that shows them as they are, on one line."""
    return _shown(" ".join(text.split()))


def _shown(text: str) -> str:
    """Return foreign words with their signs escaped, and with the blanks around them."""
    safe = printable(text.replace("\n", " "))
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>()#+!|~&$" else sign for sign in safe)
