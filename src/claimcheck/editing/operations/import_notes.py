"""Draft claims from notes that people took elsewhere: spreadsheets, highlights, fact-checks."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import locate
from claimcheck.documents.answer import AnswerCitation, Statement
from claimcheck.dossier.keys import Form, has_form
from claimcheck.editing.operations.import_answer import draft_claims
from claimcheck.model import Quote, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcheck.documents.note import ImportedNote
    from claimcheck.editing.drafts import ClaimDraft, Drafts
    from claimcheck.editing.evidence import EvidenceToWrite
    from claimcheck.model import Dossier

_PAGES: Final = re.compile(r"[\w.-]{1,20}(?:\s*[-–]\s*[\w.-]{1,20})?")


def draft_notes(
    notes: Iterable[ImportedNote], dossier: Dossier, source_ids: Mapping[str, str], origin: str
) -> Drafts:
    """Decide what is to be written for notes; nothing is written.

    Notes on one claim become one claim with several passages. A stance is taken over where it is
    one of our words; whatever else was noted of a passage stands in its rationale.

    Args:
        notes: the notes.
        dossier: the project's claims and sources.
        source_ids: which source is meant, by what the notes call it.
        origin: what they were taken from, such as `a spreadsheet`.

    Raises:
        RequestError: there is no such source.
        AnswerError: no note names a source so.
    """
    by_claim: dict[str, list[ImportedNote]] = {}
    for note in notes:
        by_claim.setdefault(" ".join(note.claim.split()), []).append(note)
    statements = [
        Statement(text, tuple(filter(None, map(_citation, group))))
        for text, group in by_claim.items()
        if text
    ]
    drafts = draft_claims(statements, dossier, source_ids)
    detailed = (_detailed(draft, by_claim[draft.text], dossier, origin) for draft in drafts.drafts)
    return replace(drafts, drafts=tuple(detailed))


def _citation(note: ImportedNote) -> AnswerCitation | None:
    """What a note cites; None where it names no document and has no passage."""
    if not note.names and not note.quote:
        return None
    names = note.names or ("a document that is not named",)
    page = note.page if _PAGES.fullmatch(note.page) else ""
    return AnswerCitation(" ".join(note.quote.split()), names, page)


def _detailed(
    draft: ClaimDraft, notes: list[ImportedNote], dossier: Dossier, origin: str
) -> ClaimDraft:
    """Return a draft with all that was noted.

    Args:
        draft: the draft.
        notes: the notes on its claim.
        dossier: the sources.
        origin: what the notes were taken from.
    """
    texts = {source.id: source.text for source in dossier.sources.values()}
    # Two documents may have the same words, and what was noted of each is another thing.
    by_citation: dict[AnswerCitation | None, list[ImportedNote]] = {}
    for note in notes:
        by_citation.setdefault(_citation(note), []).append(note)
    noted = [
        _together([note for each in dict.fromkeys(citations) for note in by_citation[each]])
        for citations in draft.citations
    ]
    evidence = tuple(
        _with_note(_beside(item, note, texts.get(item.source)), note)
        for item, note in zip(draft.evidence, noted, strict=True)
    )
    days = [note.claimed_on for note in notes if has_form(note.claimed_on, Form.DAY)]
    tags = (tag.strip() for note in notes for tag in note.tags)
    return replace(
        draft,
        evidence=evidence,
        origin=origin,
        claimant=next((note.claimant for note in notes if note.claimant), ""),
        claimed_on=dt.date.fromisoformat(days[0]) if days else None,
        tags=tuple(dict.fromkeys(tag.replace(",", " ") for tag in tags if tag)),
        remarks=tuple(dict.fromkeys(remark for note in notes for remark in _remarks(note, notes))),
    )


def _together(notes: Sequence[ImportedNote]) -> ImportedNote:
    """Return what several notes on one passage say; where they differ, a person has to judge."""
    first, *others = notes
    written = [note.stance.strip() for note in reversed(notes) if note.stance.strip()]
    stances = list({word.casefold(): word for word in written}.values())[::-1]
    speakers = list(dict.fromkeys(note.speaker for note in notes if note.speaker))
    reasons = [note.rationale for note in notes if note.rationale]
    if len(stances) > 1:
        reasons.append(f"noted as: {', '.join(stances)}")
    if len(speakers) > 1:
        reasons.append(f"speaker noted as: {', '.join(speakers)}")
    if not others:
        return first
    return replace(
        first,
        stance=stances[0] if len(stances) == 1 else "",
        speaker=speakers[0] if len(speakers) == 1 else "",
        rationale="; ".join(dict.fromkeys(reasons)),
    )


def _remarks(note: ImportedNote, notes: Iterable[ImportedNote]) -> Iterator[str]:
    """Yield what a note says that has no place of its own in the claim's file.

    Args:
        note: the note.
        notes: all notes on the claim; the first that names a claimant tells who that is.
    """
    yield from note.remarks
    if note.claimed_on and not has_form(note.claimed_on, Form.DAY):
        yield f"dated {note.claimed_on}"
    first = next((other.claimant for other in notes if other.claimant), "")
    if note.claimant and note.claimant != first:
        yield f"also claimed by {note.claimant}"
    if not note.quote:
        details = (("", note.rationale), ("page ", note.page), ("speaker: ", note.speaker))
        yield from (f"{label}{detail}" for label, detail in details if detail)
    elif note.page and not _PAGES.fullmatch(note.page):
        yield f"page {note.page}"


def _beside(item: EvidenceToWrite, note: ImportedNote, text: str | None) -> EvidenceToWrite:
    """Return an item with the words that were noted beside its passage.

    Programs keep so many letters of them, and cut a word for it. That word is left out where the
    source does not have it.

    Args:
        item: the item.
        note: what was noted.
        text: the source's text, where it is here.
    """
    if item.quote is None or not (note.prefix or note.suffix):
        return item
    quotes = [
        Quote(item.quote.exact, prefix, suffix)
        for prefix in dict.fromkeys((note.prefix, note.prefix.partition(" ")[2]))
        for suffix in dict.fromkeys((note.suffix, note.suffix.rpartition(" ")[0]))
    ]
    if text is None:
        return replace(item, quote=quotes[-1])
    fitting = (quote for quote in quotes if locate(quote, text).passes)
    return replace(item, quote=next(fitting, item.quote))


def _context(note: ImportedNote) -> str:
    """Say which words were noted beside a passage."""
    sides = (("before it", note.prefix), ("behind it", note.suffix))
    return ", ".join(f"{side} “{words}”" for side, words in sides if words)


def _with_note(item: EvidenceToWrite, note: ImportedNote) -> EvidenceToWrite:
    word = note.stance.strip().casefold()
    stance = Stance(word) if word in set(Stance) else Stance.UNSET
    unknown = note.stance.strip() if stance is Stance.UNSET and word not in {"", "unset"} else ""
    is_kept = item.quote is not None and (item.quote.prefix or item.quote.suffix)
    remarks = filter(
        None,
        (
            note.rationale,
            f"noted as: {unknown}" if unknown else "",
            "" if is_kept else _context(note),
        ),
    )
    return replace(
        item, stance=stance, speaker=note.speaker or None, rationale="; ".join(remarks) or None
    )
