"""What a claim's file says: YAML in, a Claim and its flaws out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.fields import Fields, Flaws, root_mapping
from claimcheck.model import Allowance, Claim, Evidence, Kind, Quote, Stance, Status, Verdict
from claimcheck.yaml_text import Document, Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = (
    "id", "claim", "claimant", "claimed_on", "interested", "kind", "as_of", "review_by", "tags",
    "evidence", "verdict", "allow",
)  # fmt: skip
EVIDENCE_KEYS = ("source", "stance", "quote", "speaker", "rationale")
QUOTE_KEYS = ("exact", "prefix", "suffix")
VERDICT_KEYS = ("status", "by", "on", "rationale")


def read_claim(document: Document, claim_id: str, flaws: Flaws) -> Claim | None:
    """Read a claim; None when the file does not say what is claimed."""
    fields = root_mapping(document, flaws, "a claim")
    if fields is None:
        return None
    fields.refuse_unknown(KEYS)
    fields.own_id(claim_id)
    text = fields.required("claim", "the assertion, in one sentence that stands alone")
    items = fields.mappings("evidence", "an evidence item")
    claim = Claim(
        id=claim_id,
        text=text or "",
        place=fields.at("claim"),
        claimant=fields.text("claimant"),
        claimed_on=fields.day("claimed_on"),
        interested=fields.texts("interested"),
        kind=fields.choice("kind", Kind) or Kind.EVENT,
        as_of=fields.day("as_of"),
        review_by=fields.day("review_by"),
        tags=fields.texts("tags"),
        evidence=tuple(_evidence(items)),
        items_written=len(items),
        verdict=_verdict(fields),
        allow=tuple(_allowances(fields)),
    )
    return claim if text is not None else None


def _evidence(items: list[Fields]) -> Iterator[Evidence]:
    for number, item in enumerate(items, 1):
        item.refuse_unknown(EVIDENCE_KEYS)
        source = item.required("source", "the id of a source's record")
        stance_given = item.required("stance", "supports, contradicts or context")
        stance = item.choice("stance", Stance) if stance_given is not None else None
        quote = _quote(item)
        speaker = item.text("speaker")
        rationale = item.text("rationale")
        if source is not None and stance is not None and quote is not None:
            yield Evidence(
                number=number,
                source=source,
                stance=stance,
                quote=quote,
                speaker=speaker,
                rationale=rationale,
                place=item.place,
                source_place=item.at("source"),
                quote_place=item.at("quote"),
            )


def _quote(item: Fields) -> Quote | None:
    if not isinstance(item.node("quote"), Mapping):
        exact = item.required("quote", "the source's own words")
        return Quote(exact) if exact is not None else None
    selector = item.mapping("quote", "a quote")
    if selector is None:
        return None
    selector.refuse_unknown(QUOTE_KEYS)
    exact = selector.required("exact", "the source's own words")
    if exact is None:
        return None
    return Quote(exact, selector.text("prefix") or "", selector.text("suffix") or "")


def _verdict(claim: Fields) -> Verdict | None:
    fields = claim.mapping("verdict", "a verdict")
    if fields is None:
        return None
    fields.refuse_unknown(VERDICT_KEYS)
    given = fields.required("status", "supported, refuted, conflicting or not-enough-evidence")
    status = fields.choice("status", Status) if given is not None else None
    by = fields.required("by", "who signs the verdict")
    signed = fields.required("on", "the day it was signed, such as 2026-01-31")
    on = fields.day("on") if signed is not None else None
    rationale = fields.text("rationale")
    if status is None or by is None or on is None:
        return None
    return Verdict(status, by, on, rationale, fields.place)


def _allowances(claim: Fields) -> Iterator[Allowance]:
    fields = claim.mapping("allow", "the list of allowed rules")
    if fields is None:
        return
    for rule, place in fields.keys_written():
        reason = fields.text(rule)
        if reason is not None:
            yield Allowance(rule, reason, place)
