"""What the JSON formats share: how a text is written, and the objects that several views show.

ASCII only, every field always there, the same bytes for the same values.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from claimcheck.assessment.quote_warnings import omitted_words, replaced_words
from claimcheck.assessment.reviews import assess_reviews
from claimcheck.assessment.text_states import compared_texts, text_state
from claimcheck.formats import status_phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.anchor import Anchor
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.assessment.history import History
    from claimcheck.assessment.sources import CatalogueEntry
    from claimcheck.model import Dossier, Finding, KeySignature, Place, Run, Stamp, Verdict
    from claimcheck.system.git import CommitSummary

SCHEMA_VERSION = 1
_ESCAPE = re.compile(
    r"\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|(?P<half>\\ud[89a-f][0-9a-f]{2})|\\."
)


def dump(value: object, indent: int | None = 2) -> str:
    r"""Return a value as JSON with a line end.

    Half a character, as a file's name may hold, is no Unicode, and many readers of JSON refuse it:
    it is shown as `\\udcff`, six letters.

    Args:
        value: what to write.
        indent: by how many blanks each level is moved in; None for all on one line.
    """
    text = json.dumps(value, indent=indent, ensure_ascii=True)
    return (_ESCAPE.sub(_whole, text) if "\\ud" in text else text) + "\n"


def _whole(match: re.Match[str]) -> str:
    return "\\" + match[0] if match["half"] else match[0]


def enveloped(view: str, fields: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of a view's JSON behind the name and version of its schema."""
    return {"schema": f"claimcheck/{view}", "schema_version": SCHEMA_VERSION, **fields}


def place_object(place: Place) -> dict[str, object]:
    """Return a place; line and column are null where they are not known."""
    return {"path": place.path, "line": place.line or None, "column": place.column or None}


def event_object(commit: CommitSummary, before: object, after: object) -> dict[str, object]:
    """Return what a commit did to a claim or a source.

    Args:
        commit: the commit: told are its id, its time and the first line of its message.
        before: the object of what was there before; None for what is new.
        after: the object of what is there since; None for what is gone.
    """
    summary = {"commit": commit.id, "time": commit.time, "subject": commit.subject}
    return {**summary, "before": before, "after": after}


def history_fields(events: Sequence[Mapping[str, object]], history: History) -> dict[str, object]:
    """Return events, oldest first, with how much of the history was not looked at.

    Args:
        events: the events as objects.
        history: the history that they are taken from.
    """
    return {
        "events": events,
        "unread_commits": history.unread,
        "earlier_commits": history.earlier,
    }


def run_objects(runs: Iterable[Run]) -> list[dict[str, object]]:
    """Return runs of text, each with whether it is marked."""
    return [{"text": run.text, "marked": run.marked} for run in runs]


def finding_object(finding: Finding) -> dict[str, object]:
    """Return a finding with its excerpts."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "place": place_object(finding.place),
        "claim": finding.claim,
        "source": finding.source,
        "excerpts": [
            {
                "label": excerpt.label,
                "place": place_object(excerpt.place),
                "runs": run_objects(excerpt.runs),
            }
            for excerpt in finding.excerpts
        ],
    }


def claim_object(assessed: AssessedClaim, dossier: Dossier) -> dict[str, object]:
    """Return a claim with its status and what the status rests on, without the evidence."""
    claim, derivation = assessed.claim, assessed.derivation
    texts = compared_texts(assessed, dossier)
    return {
        "id": claim.id,
        "claim": claim.text,
        "file": claim.place.path,
        "claimant": claim.claimants[0] if claim.claimants else None,
        "claimants": list(claim.claimants),
        "claimed_on": text_or_none(claim.claimed_on),
        "interested": list(claim.interested),
        "kind": claim.kind,
        "as_of": text_or_none(claim.as_of),
        "review_by": text_or_none(claim.review_by),
        "tags": list(claim.tags),
        "rests_on": list(claim.rests_on),
        "status": derivation.status,
        "row": derivation.row,
        "reason": status_phrases.reason(assessed, dossier.parties),
        "corroboration": derivation.corroboration,
        "counts": derivation.counts._asdict(),
        "failing": assessed.failing,
        "unread": assessed.unread,
        "unjudged": assessed.unjudged,
        "omissions": assessed.omissions,
        "signed_omissions": assessed.signed_omissions,
        "unchecked": assessed.unchecked,
        "uncounted": assessed.uncounted,
        "texts": {
            "compared": list(texts.compared),
            "differing": list(texts.differing),
            "not_compared": list(texts.uncompared),
        },
        "flags": list(derivation.flags),
        "supporting": list(derivation.supporting),
        "contradicting": list(derivation.contradicting),
        "interested_for": list(derivation.interested_for),
        "interested_against": list(derivation.interested_against),
        "acts_for": list(derivation.acts_for),
        "acts_against": list(derivation.acts_against),
        "admissions_for": list(derivation.admissions_for),
        "admissions_against": list(derivation.admissions_against),
        "unknown_for": list(derivation.unknown_for),
        "unknown_against": list(derivation.unknown_against),
        "verdict": _verdict_object(claim.verdict),
        "reviews": [
            {
                "by": review.by,
                "on": str(review.on),
                "current": review.is_current,
                "changed": list(review.changes),
                "unseen": list(review.unseen),
                "signature": _key_object(review.key),
            }
            for review in assess_reviews(assessed, dossier)
        ],
    }


def _key_object(signature: KeySignature | None) -> dict[str, object] | None:
    if signature is None:
        return None
    return {
        "state": signature.state,
        "key": signature.key or None,
        "problem": signature.problem or None,
    }


def _verdict_object(verdict: Verdict | None) -> dict[str, object] | None:
    if verdict is None:
        return None
    return {
        "status": verdict.status,
        "rating": verdict.rating,
        "by": verdict.by,
        "on": str(verdict.on),
        "rationale": verdict.rationale,
    }


def source_object(entry: CatalogueEntry) -> dict[str, object]:
    """Return a source without its text, with the state of its files and who cites it."""
    source = entry.source
    return {
        "id": source.id,
        "title": source.title,
        "type": source.type,
        "author": list(source.author),
        "container_title": source.container_title,
        "publisher": source.publisher,
        "language": source.language,
        "issued": text_or_none(source.issued),
        "accessed": text_or_none(source.accessed),
        "url": source.url,
        "archive_url": source.archive_url,
        "origin": source.origin,
        "notice": source.notice,
        "supersedes": source.supersedes,
        "stamp": _stamp_object(source.stamp),
        "text_of": source.text_of,
        "extractor": source.extractor,
        "record": source.place.path,
        "kind": entry.kind or None,
        "shipped": source.shipped,
        "state": entry.state,
        "text_state": text_state(source, None),
        "compared_on": None,
        "files": [
            {"path": pin.path, "pinned": pin.expected, "found": pin.actual} for pin in source.pins
        ],
        "text_path": source.text_path or None,
        "cited_by": sorted({citation.claim_id for citation in entry.cited}),
    }


def _stamp_object(stamp: Stamp | None) -> dict[str, object] | None:
    if stamp is None:
        return None
    return {
        "file": stamp.files[0],
        "time": stamp.time or None,
        "authority": stamp.authority or None,
        "root": stamp.root or None,
        "problem": stamp.problem or stamp.unverified or None,
    }


def value_object(item: AssessedEvidence) -> dict[str, object] | None:
    """Return what an item says that cells come to, and what they say; None for no value."""
    value, reading = item.evidence.value, item.value
    if value is None or reading is None:
        return None
    return {
        "text": str(value),
        "operation": value.operation,
        "cells": [address.text for address in value.addresses],
        "is": value.expected,
        "unit": value.unit or None,
        "rounding": value.rounding or "none",
        "decimal": value.decimal or None,
        "place": place_object(value.place),
        "fit": reading.fit,
        "says": reading.says or None,
        "reason": reading.reason or None,
        "near": list(reading.near),
        "found": [
            {"text": cell.text, "start": cell.start, "end": cell.end} for cell in reading.cells
        ],
    }


def text_or_none(value: object) -> str | None:
    """Return how a value is written, None where there is none."""
    return None if value is None else str(value)


def omission_objects(anchor: Anchor, text: str) -> list[dict[str, object]]:
    """Return what a quote leaves out between its parts, and what that may do to it."""
    return [
        {
            "start": omission.start,
            "end": omission.end,
            "words": omitted_words(omission, text),
            "turn": omission.turn,
        }
        for omission in anchor.omissions
    ]


def bracket_objects(anchor: Anchor, text: str) -> list[dict[str, object]]:
    """Return the writer's brackets, and what the source prints in their places."""
    return [
        {
            "words": bracket.words,
            "start": bracket.start,
            "end": bracket.end,
            "printed": replaced_words(bracket, text),
            "doubt": bracket.doubt or None,
        }
        for bracket in anchor.brackets
    ]


def cut_object(anchor: Anchor) -> dict[str, object] | None:
    """Return what a quote's sentence says outside it; null where nothing turns it."""
    return None if anchor.cut is None else {"words": anchor.cut.words, "turn": anchor.cut.turn}
