"""A claim as its page shows it: values for a template."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from claimcheck.assessment.independence import UNKNOWN_KEY, names_outlet
from claimcheck.assessment.passages import difference_excerpts, locator_phrase_of, passage_of
from claimcheck.assessment.reviews import assess_reviews
from claimcheck.assessment.status import Standing
from claimcheck.assessment.value_excerpts import value_rows
from claimcheck.formats import phrases, review_phrases, status_phrases
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.live_pages import language_tag, live_passage, web_address
from claimcheck.formats.site import (
    citation,
    events,
    links,
    origin_graph,
    overviews,
    structured_data,
    wording,
)
from claimcheck.model import Basis, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.formats.site.site import Site
    from claimcheck.model import Excerpt, Finding, Run

View = dict[str, object]
_BASES = {Basis.ACT: "its own act", Basis.ADMISSION: "an admission"}


def claim_view(assessed: AssessedClaim, site: Site, to: links.Links) -> View:
    """Return what the page of a claim shows.

    Args:
        assessed: the claim.
        site: the site that it is part of.
        to: makes addresses on that page.
    """
    claim, derivation = assessed.claim, assessed.derivation
    items = [evidence_view(item, assessed, site, to) for item in assessed.evidence]
    sides = {
        stance: [item for item in items if item["stance"] == stance]
        for stance in (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.CONTEXT, Stance.UNSET)
    }
    return {
        "id": claim.id,
        "anchor": links.claim_anchor(claim.id),
        "text": claim.text,
        "status": str(derivation.status),
        "status_word": STATUSES[derivation.status],
        "meaning": wording.MEANINGS[derivation.status],
        "reason": status_phrases.reason(assessed, site.parties),
        "basis": phrases.basis(assessed),
        "uncompared": phrases.uncompared_of([assessed], named=True),
        "corroboration": wording.CORROBORATION[derivation.corroboration],
        "weaker_side": derivation.row == 1,
        "row": derivation.row,
        "rule_url": to.view("rule"),
        "flags": [
            {"name": str(flag), "text": status_phrases.FLAGS[flag]} for flag in derivation.flags
        ],
        "claimants": [party_view(name, site, to) for name in claim.claimants],
        "printed_by": list(
            dict.fromkeys(
                site.name(item.voice.outlet)
                for item in assessed.evidence
                if item.votes and item.evidence.stance is Stance.SUPPORTS
            )
        ),
        "claimed_on": claim.claimed_on,
        "interested": [party_view(name, site, to) for name in claim.interested],
        "kind": str(claim.kind),
        "as_of": claim.as_of,
        "review_by": claim.review_by,
        "rests_on": [
            overviews.claim_link(site.claim_cards[claim_id], to)
            for claim_id in claim.rests_on
            if claim_id in site.claim_cards
        ],
        "tags": [{"name": tag, "url": to.view(_query("tag", tag))} for tag in claim.tags],
        "file": claim.place.path,
        "supports": sides[Stance.SUPPORTS],
        "contradicts": sides[Stance.CONTRADICTS],
        "context": sides[Stance.CONTEXT],
        "unset": sides[Stance.UNSET],
        "unread": assessed.unread,
        "silent": [item for item in items if item["silent"] and item["stance"] != Stance.CONTEXT],
        "graph": origin_graph.drawing(assessed, site) if assessed.evidence else "",
        "counts": phrases.evidence_counts(derivation.counts),
        "wordings": [_wording_view(finding, site, to) for finding in wordings(claim.id, site)],
        "verdict": _verdict_view(assessed),
        "reviews": list(_review_views(assessed, site)),
        "findings": [
            _finding_view(finding) for finding in site.findings.about(claim.id, assessed.cited)
        ],
        "allowed": [{"rule": entry.rule, "reason": entry.reason} for entry in claim.allow],
        "history": _history_views(claim.id, site),
        "cite": citation.citation(assessed, site),
        "json_ld": structured_data.structured_data(assessed, site),
    }


def _query(name: str, value: str) -> str:
    return f"{name}={quote(value, safe='')}"


def party_view(party: str, site: Site, to: links.Links) -> View:
    """Return a party's name, what it is part of, and where more is said of it.

    Args:
        party: its id, or a plain name.
        site: the site.
        to: makes addresses on the page.
    """
    record = site.parties.get(party)
    parent = record.parent if record else None
    return {
        "name": site.name(party),
        "parent": site.name(parent) if parent else "",
        "url": to.party(party),
    }


def evidence_view(
    item: AssessedEvidence, assessed: AssessedClaim, site: Site, to: links.Links
) -> View:
    """Return what is shown of an evidence item.

    Args:
        item: the item.
        assessed: its claim.
        site: the site.
        to: makes addresses on the page.
    """
    evidence, source, assessment = item.evidence, item.source, site.report.assessment
    claim_id = assessed.id
    quoted = passage_of(item, assessment)
    passes = item.anchor.fit.passes
    shown_in = site.report.assessment.dossier.sources.get(item.found_in, source)
    named = phrases.named_speaker(item.voice, site.parties)
    return {
        "number": evidence.number,
        "anchor": links.evidence_anchor(claim_id, evidence.number),
        "stance": evidence.stance,
        "stance_word": wording.STANCES[evidence.stance],
        "quote": evidence.quote.exact,
        "runs": _passage_runs(quoted.runs) if quoted and passes and evidence.quoted else [],
        "excerpts": [] if passes else list(map(_excerpt, difference_excerpts(item, assessment))),
        "quoted": evidence.quoted,
        "value": _value_view(item),
        "fit": str(item.fit),
        "fit_text": wording.FITS[item.anchor.fit],
        # What is wrong with a quotation, or what a value says, stands there at length already.
        "fit_told": wording.FITS[item.anchor.fit] if passes and evidence.quoted else "",
        "passes": passes,
        "translation": evidence.translation,
        "basis": _BASES.get(evidence.basis) if evidence.basis else "",
        "inserted": [f"[{words}]" for words in item.anchor.inserted],
        "changes": [str(change) for change in item.anchor.changes],
        "fit_reason": item.anchor.reason,
        "found_in": item.found_in,
        "silent": silent_because(item),
        "interested": item.interested,
        "speaker": party_view(named, site, to) if named else None,
        "outlet": site.name(item.voice.outlet),
        "outlet_is_source": source is not None and not names_outlet(source),
        "repeats": [_source_name(source_id, site) for source_id in item.voice.chain[1:]],
        "repeats_unknown": item.voice.root == UNKNOWN_KEY and item.source is not None,
        "title": source.title if source else evidence.source,
        "source_id": evidence.source,
        "source_url": to.source(evidence.source) if source else "",
        "issued": source.issued if source else None,
        "language": language_tag(shown_in.language) if shown_in else "",
        "line": quoted.place.line if quoted else 0,
        "locator": locator_phrase_of(item, assessment),
        "passage_url": _passage_url(item, claim_id, to),
        "live_url": live_passage(source, item.anchor) if source and passes else "",
        "archive_url": web_address(source.archive_url) if source else "",
        "rationale": evidence.rationale,
        "page": evidence.page,
    }


def _value_view(item: AssessedEvidence) -> View | None:
    """Return what an item's value says, and what its cells come to; None for no value."""
    value, reading = item.evidence.value, item.value
    if value is None or reading is None:
        return None
    return {
        "text": str(value),
        "says": reading.says,
        "stands": reading.stands,
        "reason": reading.reason,
        "rows": [runs for _place, runs in value_rows(item)],
    }


def silent_because(item: AssessedEvidence) -> str:
    """Say why an item does not count; nothing for one that does."""
    if item.votes and item.standing is Standing.UNKNOWN:
        return "nobody knows where it comes from, and somebody has an interest in the claim"
    return item.silent_because


def _passage_url(item: AssessedEvidence, claim_id: str, to: links.Links) -> str:
    """Return where the passage is marked in its source; nothing where it does not stand there."""
    if item.source is None or not item.anchor.fit.passes:
        return ""
    return to.passage(item.evidence.source, claim_id, item.evidence.number)


def _source_name(source_id: str, site: Site) -> str:
    source = site.report.assessment.dossier.sources.get(source_id)
    return source.title if source else source_id


def _passage_runs(runs: Sequence[Run]) -> list[View]:
    """Tell apart what is quoted, what an omission leaves out, and what stands around both."""
    marked = [number for number, run in enumerate(runs) if run.marked]
    first, last = (marked[0], marked[-1]) if marked else (0, -1)
    kinds = (
        "quoted" if run.marked else "omitted" if first < number < last else "around"
        for number, run in enumerate(runs)
    )
    return [{"text": run.text, "kind": kind} for run, kind in zip(runs, kinds, strict=True)]


def _excerpt(excerpt: Excerpt) -> View:
    label = {"quote": "The quotation", "source": "The source"}.get(excerpt.label, excerpt.label)
    return {
        "label": label,
        "line": excerpt.place.line if excerpt.label == "source" else 0,
        "runs": [{"text": run.text, "marked": run.marked} for run in excerpt.runs],
    }


def wordings(claim_id: str, site: Site) -> Iterator[Finding]:
    """Yield the findings that show how outlets word an utterance that a claim quotes.

    Args:
        claim_id: the claim's id.
        site: the site.
    """
    for index in (site.findings, site.allowed):
        yield from (
            finding for finding in index.of_claim(claim_id) if finding.rule == "quote-variant"
        )


def _wording_view(finding: Finding, site: Site, to: links.Links) -> View:
    prints = []
    for excerpt in finding.excerpts:
        source = site.sources_by_path.get(excerpt.place.path)
        prints.append(
            {
                **_excerpt(excerpt),
                "title": source.title if source else excerpt.place.path,
                "url": to.source(source.id) if source else "",
                "language": source.language if source else "",
            }
        )
    return {"prints": prints}


def _verdict_view(assessed: AssessedClaim) -> View | None:
    verdict = assessed.claim.verdict
    if verdict is None:
        return None
    return {
        "status": str(verdict.status),
        "status_word": STATUSES[verdict.status],
        "rating": verdict.rating,
        "by": verdict.by,
        "on": verdict.on,
        "rationale": verdict.rationale,
        "differs": verdict.status != assessed.derivation.status,
    }


def _review_views(assessed: AssessedClaim, site: Site) -> Iterator[View]:
    for review in assess_reviews(assessed, site.report.assessment.dossier):
        key = review_phrases.key_signature(review) if review.key else ""
        yield {
            "by": review.by,
            "on": review.on,
            "current": review.is_current,
            "changed": list(review.changes),
            "key": key[:1].upper() + key[1:],
            "proven": review.is_proven,
            "unseen": list(review.unseen),
        }


def _finding_view(finding: Finding) -> View:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "help": finding.help,
    }


def _history_views(claim_id: str, site: Site) -> list[View]:
    if site.history is None:
        return []
    return [events.event_view(event) for event in reversed(site.history.of_claim(claim_id))]
