"""Which keys of a claim, a source or a party differ between two dossiers, as people write them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from claimcheck.assessment.comparison import FieldChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.assessment.assessed import AssessedEvidence
    from claimcheck.model import Claim, Config, Party, Source, Span


def changed_fields(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """Return the fields that differ, in the order in which they stand."""
    names = [*before, *(name for name in after if name not in before)]
    values = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(FieldChange(name, old, new) for name, old, new in values if old != new)


def claim_fields(claim: Claim) -> dict[str, str]:
    """Return a claim's own fields; its evidence is compared item by item."""
    verdict = claim.verdict
    signature = f"{verdict.status}, signed by {verdict.by} on {verdict.on}" if verdict else ""
    return {
        "claim": claim.text,
        "claimant": ", ".join(claim.claimants),
        "claimed_on": str(claim.claimed_on or ""),
        "interested": ", ".join(claim.interested),
        "kind": claim.kind,
        "as_of": str(claim.as_of or ""),
        "review_by": str(claim.review_by or ""),
        "tags": ", ".join(claim.tags),
        "rests_on": ", ".join(claim.rests_on),
        "verdict": signature,
        "verdict's rating": (verdict.rating or "") if verdict else "",
        "verdict's rationale": (verdict.rationale or "") if verdict else "",
        "allow": "; ".join(f"{allowance.rule}: {allowance.reason}" for allowance in claim.allow),
        "file": claim.place.path,
        "evidence that cannot be read": str(claim.items_written - len(claim.evidence) or ""),
    }


def item_fields(item: AssessedEvidence) -> dict[str, str]:
    """Return an evidence item's fields, and what the assessment makes of it."""
    evidence, translation = item.evidence, item.evidence.translation
    return {
        "source": evidence.source,
        "stance": evidence.stance,
        "quote": evidence.quote.exact,
        "prefix": evidence.quote.prefix,
        "suffix": evidence.quote.suffix,
        # Without a quotation it is what the quote says.
        "value": str(evidence.value or "") if evidence.quoted else "",
        "speaker": evidence.speaker or "",
        "by": str(evidence.basis or ""),
        "origin": evidence.origin or "",
        "translation": f"{translation.text} ({translation.by})" if translation else "",
        "page": evidence.page or "",
        "rationale": evidence.rationale or "",
        "fit": item.anchor.fit,
        "stands in": item.found_in,
        "does not count because": item.silent_because,
        "whose word": item.voice.key,
        "interested": "yes" if item.interested else "no",
        "outlet": item.voice.outlet,
    }


def source_fields(source: Source) -> dict[str, str]:
    """Return a source's fields, the hashes and files of its pins included, its text apart."""
    values = {
        "title": source.title,
        "type": source.type or "",
        "author": ", ".join(source.author),
        "container_title": source.container_title or "",
        "publisher": source.publisher or "",
        "language": source.language or "",
        "issued": str(source.issued or ""),
        "accessed": str(source.accessed or ""),
        "url": source.url or "",
        "archive_url": source.archive_url or "",
        "text_of": source.text_of or "",
        "supersedes": source.supersedes or "",
        "shipped": "" if source.shipped else "no",
        "extractor": source.extractor or "",
        "stamp": ", ".join(source.stamp.files) if source.stamp else "",
        "main": _spans(source.main),
        "doubtful": _spans(source.doubtful),
        "gaps": "; ".join(source.gaps),
        "page_labels": ", ".join(source.page_labels),
        "origin": source.origin or "",
        "notice": source.notice or "",
        "record": source.place.path,
        "files": ", ".join(pin.path for pin in source.pins),
        "text": source.text_path,
        "no text because": source.no_text_because,
    }
    for number, pin in enumerate(source.pins, 1):
        values[f"hash of file {number}"] = pin.expected or ""
        values[f"bytes of file {number}"] = pin.actual or f"unreadable: {pin.read_error}"
    return values


def _spans(spans: Iterable[Span]) -> str:
    return ", ".join(f"{start}-{end}" for start, end in spans)


def party_fields(parties: Mapping[str, Party]) -> dict[str, str]:
    """Return what is known of each party, by its id."""
    return {
        party_id: ", also ".join((party.name, *party.aliases))
        + (f", part of {party.parent}" if party.parent else "")
        for party_id, party in sorted(parties.items())
    }


def setting_fields(config: Config) -> dict[str, str]:
    """Return the project's settings, each rule's level apart."""
    values: dict[str, str] = {}
    for field in fields(config):
        value = getattr(config, field.name)
        if field.name == "rules":
            values |= {f"rules.{rule}": level for rule, level in sorted(value.items())}
        else:
            values[field.name] = str(value) if value != () else ""
    return values
