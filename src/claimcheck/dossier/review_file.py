"""The review file of a claim: who signed it, when, and as it stood."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from claimcheck.dossier.fields import Fields, FlawLog, root_mapping
from claimcheck.dossier.keys import Form, Key, has_form
from claimcheck.model import ClaimSnapshot, KeySignature, PassageSnapshot, Review
from claimcheck.text.printable import short_repr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.dossier.strict_yaml import YamlDocument
    from claimcheck.model import Dossier

VERSION: Final = 2
PASSAGE_KEYS = {
    name: Key(Form.TEXT_OR_NOTHING, description)
    for name, description in (
        ("source", "The id of the source."),
        ("stance", "What the passage did to the claim."),
        ("quote", "The words that were quoted."),
        ("passage", "What the source printed there, with what was left out."),
        ("prefix", "The words that were given as standing before."),
        ("suffix", "The words that were given as standing after."),
        ("before", "What the source printed before the passage."),
        ("after", "What the source printed behind the passage."),
        ("speaker", "Who was named as speaking."),
        ("by", "What made an interested party's word count."),
        ("voice", "Whose word it was, up to the topmost party."),
        ("standing", "What that party was to the claim."),
        ("outlet", "Who printed it."),
        ("chain", "What the source repeated."),
        ("document", "The source's title, its date, and what its publisher had said of it."),
        ("page", "The page that was named."),
        ("rationale", "Why the passage bore on the claim."),
        ("translation", "Its translation, and who translated it."),
        ("value", "What cells of its tables were said to come to."),
    )
}
REVIEW_KEYS = {
    "by": Key(Form.TEXT, "Who signed.", required=True),
    "on": Key(Form.DAY, "The day on which it was signed.", required=True),
    "fingerprint": Key(
        Form.FINGERPRINT, "The hash of what was signed, as it was written.", required=True
    ),
    "signature": Key(
        Form.SIGNATURE, "The signature of a key, over who signed, the day and the fingerprint."
    ),
    "claim": Key(Form.TEXT, "The claim as it was signed.", required=True),
    "status": Key(Form.TEXT_OR_NOTHING, "The status that the claim had."),
    "claimants": Key(Form.TEXT_OR_NOTHING, "Who asserted it, and whom they belonged to."),
    "claimed_on": Key(Form.TEXT_OR_NOTHING, "When it was asserted."),
    "interested": Key(Form.TEXT_OR_NOTHING, "Who else was interested."),
    "kind": Key(Form.TEXT_OR_NOTHING, "Whether it was an event or a state."),
    "as_of": Key(Form.TEXT_OR_NOTHING, "The day for which it was meant."),
    "review_by": Key(Form.TEXT_OR_NOTHING, "The day by which it was to be reviewed."),
    "rests_on": Key(Form.TEXT_OR_NOTHING, "The claims that it needed."),
    "verdict": Key(Form.TEXT_OR_NOTHING, "The verdict that was signed beside it."),
    "passages": Key(Form.MAPPINGS, "The passages as they were signed.", keys=PASSAGE_KEYS),
}
_CLAIM_PARTS = tuple(name for name, key in REVIEW_KEYS.items() if key.form is Form.TEXT_OR_NOTHING)
KEYS = {"reviews": Key(Form.MAPPINGS, "Who signed the claim, one entry each.", keys=REVIEW_KEYS)}
HEADER = "# Written by `claimcheck review`: who signed this claim, and what it said then.\n"


def read_reviews(document: YamlDocument, log: FlawLog) -> tuple[Review, ...]:
    """Read the sign-offs on one claim."""
    fields = root_mapping(document, log, "a review file")
    if fields is None:
        return ()
    fields.refuse_unknown(KEYS)
    return tuple(_reviews(fields, log))


def _reviews(fields: Fields, log: FlawLog) -> Iterator[Review]:
    for item in fields.mappings("reviews", "a review"):
        item.refuse_unknown(REVIEW_KEYS)
        by = item.required_name("by", "who signs")
        day_written = item.required_text("on", "the day it was signed, such as 2026-01-31")
        on = item.day("on") if day_written is not None else None
        fingerprint = item.required_text("fingerprint", "what `claimcheck review` writes")
        claim = item.required_text("claim", "the claim as it was signed")
        passages = tuple(map(_passage, item.mappings("passages", "a signed passage")))
        signature = _signature(item, log)
        if fingerprint is not None and not has_form(fingerprint, Form.FINGERPRINT):
            value = short_repr(fingerprint)
            message = f"`fingerprint` is {value}, which `claimcheck review` never writes"
            log.note(message, item.place_of("fingerprint"), "sign the claim again")
        elif by and on and fingerprint and claim:
            parts = {name: item.text_or_empty(name) for name in _CLAIM_PARTS}
            signed = ClaimSnapshot(claim, passages, **parts)
            yield Review(by, on, fingerprint, signed, item.place_of("by"), signature)


def _signature(fields: Fields, log: FlawLog) -> KeySignature | None:
    text = fields.text("signature")
    if text is None:
        return None
    place = fields.place_of("signature")
    if not has_form(text, Form.SIGNATURE):
        message = "`signature` is none that `claimcheck review --sign` writes"
        log.note(message, place, "sign the claim again, or take `signature` out")
        return None
    return KeySignature(text if text.endswith("\n") else f"{text}\n", place)


def _passage(fields: Fields) -> PassageSnapshot:
    fields.refuse_unknown(PASSAGE_KEYS)
    return PassageSnapshot(**{key: fields.text_or_empty(key) for key in PASSAGE_KEYS})


def write_reviews(reviews: Iterable[Review]) -> str:
    """Return a review file's text, in the order of the names; what is empty is left out."""
    lines = [HEADER, "reviews:\n"]
    for review in sorted(reviews, key=lambda review: review.by):
        signed = review.snapshot
        lines += [
            f"  - by: {_quoted(review.by)}\n",
            f"    on: {review.on}\n",
            f"    fingerprint: {review.fingerprint}\n",
            *_signature_lines(review.signature),
            *_entries(signed, ("claim", *_CLAIM_PARTS), 4),
            "    passages:\n" if signed.passages else "    passages: []\n",
        ]
        for passage in signed.passages:
            # One that says nothing is nobody's work of ours, and stays as it is.
            first, *others = [*_entries(passage, tuple(PASSAGE_KEYS), 8)] or ["{}\n"]
            lines += [f"      - {first.lstrip()}", *others]
    return "".join(lines)


def _signature_lines(signature: KeySignature | None) -> Iterator[str]:
    if signature is not None:
        yield "    signature: |\n"
        for line in signature.text.splitlines():
            yield f"      {line}\n" if line else "\n"


def review_path(dossier: Dossier, claim_id: str) -> str:
    """Return where the reviews of a claim lie, or are to lie: also below the folder of reviews."""
    usual = f"{dossier.config.reviews}/{claim_id}.yaml"
    return next((review.place.path for review in dossier.reviews.get(claim_id, ())), usual)


def fingerprint(signed: ClaimSnapshot) -> str:
    """Return `sha256:` and the hexadecimal digest of a signed claim's canonical JSON.

    The JSON holds the version of this layout and all parts that are not empty, has sorted keys and
    no blanks, and is ASCII (compare RFC 8785).
    """
    passages = [_parts(passage) for passage in signed.passages]
    value = {"version": VERSION, **_parts(signed), "passages": passages}
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return "sha256:" + hashlib.sha256(text.encode("ascii")).hexdigest()


def _parts(signed: ClaimSnapshot | PassageSnapshot) -> dict[str, str]:
    return {name: part for name, part in asdict(signed).items() if part and isinstance(part, str)}


def _entries(
    signed: ClaimSnapshot | PassageSnapshot, names: Iterable[str], indent: int
) -> Iterator[str]:
    for name in names:
        if part := getattr(signed, name):
            yield f"{' ' * indent}{name}: {_quoted(part)}\n"


def _quoted(text: str) -> str:
    # JSON's strings are YAML's, and need no decision about quoting.
    return json.dumps(text, ensure_ascii=False)
